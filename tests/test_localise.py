"""Each text in the reader's language, or visibly in another."""

from __future__ import annotations

import dataclasses

import pytest

from generator.localise.project import localise
from generator.model.catalog import Catalog, Translation, folded
from generator.model.text import Quote, Text, map_texts, texts_of
from generator.pipeline import Loaded, load
from tests.project import ROOT, our_course


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(ROOT / "tests/small_house")


def spanish(loaded: Loaded, entry: Translation) -> dict[str, Text]:
    """Every text of the Spanish project by address, with this translation of the mill's title."""
    catalog = Catalog("es", {"cases/mill/title": entry})
    project = localise(loaded.project, "es", {"es": catalog}, None)
    return {text.id: text for _, document in project.documents() for text in texts_of(document)}


def test_a_translation_replaces_the_text_and_is_a_draft_until_somebody_reviews_it(loaded: Loaded) -> None:
    source = loaded.project.cases["mill"].title.value
    text = spanish(loaded, Translation("El molino", source, origin="machine"))["cases/mill/title"]
    assert (text.value, text.lang, text.state, text.origin) == ("El molino", "es", "draft", "machine")
    text = spanish(loaded, Translation("El molino", source, reviewed="teacher, 2026"))["cases/mill/title"]
    assert text.state == "reviewed"


def test_a_translation_of_a_text_that_has_changed_is_shown_as_older(loaded: Loaded) -> None:
    assert spanish(loaded, Translation("El molino", "Another mill"))["cases/mill/title"].state == "older"
    source = loaded.project.cases["mill"].title.value
    assert spanish(loaded, Translation("El molino", source, fuzzy=True))["cases/mill/title"].state == "older"


def test_typography_never_makes_a_translation_old() -> None:
    assert folded("the “mill’s”  well‐being\n") == folded("the \"mill's\" well-being")
    assert folded("9 of 10") != folded("8 of 10")
    assert folded("must") != folded("must not")


def test_what_is_not_translated_falls_back_in_its_own_language(loaded: Loaded) -> None:
    texts = spanish(loaded, Translation("", ""))
    fallen = texts["cases/mill/title"]
    assert (fallen.lang, fallen.state) == ("en", "fallback")
    assert all(text.lang == "en" and text.state == "fallback" for text in texts.values())


def test_the_language_of_a_document_is_not_translated_into_itself(loaded: Loaded) -> None:
    english = localise(loaded.project, "en", {}, None)
    for _, document in english.documents():
        assert all(text.state in ("draft", "official") for text in texts_of(document))


def test_the_walk_reaches_every_text_once_and_leaves_the_rest_alone(loaded: Loaded) -> None:
    for _, document in loaded.project.documents():
        before = list(texts_of(document))
        assert len({text.id for text in before}) == len(before)
        assert map_texts(document, lambda text: text) is document
        after = map_texts(document, lambda text: dataclasses.replace(text, value=text.value + "!"))
        assert [text.value for text in texts_of(after)] == [text.value + "!" for text in before]
        assert [type(text) for text in texts_of(after)] == [type(text) for text in before]


def test_addresses_are_made_of_file_names_and_authors_keys_never_of_positions(loaded: Loaded) -> None:
    for address, document in our_course().project.documents():
        for text in texts_of(document):
            assert text.id.startswith(f"{address}/")
            parts = text.id.removeprefix(f"{address}/").split("/")
            named = address.startswith(("tools/", "worksheets/"))  # the marks of a ruler are called 1 to 4
            assert named or not any(part.isdigit() for part in parts) or isinstance(text, Quote), text.id
