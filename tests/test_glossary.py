"""The words of the field: their page, its order, links to terms, and the thirty cards beside the Declaration."""

from __future__ import annotations

import re

import pytest

from generator.compile.addresses import address
from generator.compile.cards import GROUP, card_names
from generator.compile.glossary import sorting
from generator.compile.page import Block, Heading, Page
from generator.compile.site import compile_site
from generator.model.project import Project
from generator.model.refs import parse_ref
from generator.model.sentences import sentences
from generator.pipeline import Loaded, load, pages_in
from tests.conftest import SMALL_HOUSE
from tests.project import copy_project, our_course


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return load(copy_project(tmp_path_factory.mktemp("glossary") / "project", SMALL_HOUSE))


@pytest.fixture(scope="module")
def real() -> Project:
    return our_course().project


def _pages(project: Project, edition: str = "online") -> dict[str, Page]:
    return {page.path: page for page in compile_site(project, project.editions[edition])}


def test_terms_stand_in_the_order_of_the_alphabet_whatever_their_accents_and_case() -> None:
    words = ["zinc", "Árbol", "Agua", "arder", "CSV", "cause", "Creating"]
    assert sorted(words, key=sorting) == ["Agua", "Árbol", "arder", "cause", "Creating", "CSV", "zinc"]


def test_every_edition_has_the_glossary_and_every_page_leads_to_it(house: Loaded) -> None:
    for edition in ("online", "quiet"):
        pages, renderer = pages_in(house, "en", edition)
        page = next(page for page in pages if page.path == "glossary")
        block = next(iter(page.outline))
        assert list(block.data["terms"]) == ["access", "remedy"]
        html = renderer.fragment(block, renderer._tools(page)).html
        assert '<li id="access">' in html
        assert "Write" not in html, "words to avoid are for authors"


def test_a_text_links_to_a_term(house: Loaded) -> None:
    assert address(parse_ref("term:remedy"), house.project) == "glossary#remedy"
    assert address(parse_ref("page:glossary"), house.project) == "glossary"
    renderer = pages_in(house, "en", "online")[1]
    assert renderer.link("term:remedy", "cases/mill") == "../glossary.html#remedy"
    assert renderer.link("term:remedy", "glossary") == "#remedy"
    assert renderer.title(parse_ref("term:remedy")).value == "Remedy"


def test_each_term_has_a_plain_meaning(real: Project) -> None:
    assert 45 <= len(real.glossary.terms) <= 70
    for key, entry in real.glossary.terms.items():
        found = list(sentences(entry.means.value, "en"))
        assert 1 <= len(found) <= 2, key
        assert all(each.words <= 20 for each in found), (key, found)


def test_no_word_to_avoid_is_a_term(real: Project) -> None:
    terms = {entry.term.value.casefold() for entry in real.glossary.terms.values()}
    avoided = [word.casefold() for entry in real.glossary.terms.values() for word in entry.avoid]
    assert len(avoided) == len(set(avoided))
    assert not terms & set(avoided)
    assert all(re.match(r"Write .*\.$", said) for entry in real.glossary.terms.values() for said in entry.avoid.values())


def test_the_cards_are_asked_on_a_page_of_their_own(house: Loaded) -> None:
    pages = _pages(house.project)
    page = pages["rights/practice"]
    asked = [item for item in page.outline if isinstance(item, Block) and item.component.startswith("question-")]
    assert [item.data["name"] for item in asked] == card_names(house.project) == ["cards/the-gate", "cards/the-well", "cards/the-brother"]
    assert [item.anchor for item in page.outline if isinstance(item, Heading)] == ["quiz"]
    assert page.section.key == "rights"
    assert address(parse_ref("quiz:cards"), house.project) == "rights/practice#quiz"
    for path in ("rights/index", "course"):
        signposts = [item for item in pages[path].outline if isinstance(item, Block) and item.component == "signpost"]
        assert "rights/practice" in [entry[0] for item in signposts for entry in item.data["pages"]], path


def test_ten_cards_make_a_group_that_counts_by_itself(house: Loaded) -> None:
    quiz = house.project.quizzes["cards"]
    many = quiz.model_copy(update={"questions": {f"card-{number}": quiz.questions["the-gate"] for number in range(30)}})
    project = type(house.project)(**{name: getattr(house.project, name) for name in house.project.__slots__}
                                  | {"quizzes": {**house.project.quizzes, "cards": many}})
    outline = _pages(project)["rights/practice"].outline
    assert [item.anchor for item in outline if isinstance(item, Heading)] == ["quiz", "cards-11", "cards-21"]
    assert [item.text.id for item in outline if isinstance(item, Heading)] == ["ui/words/cards-first", "ui/words/cards-more", "ui/words/cards-last"]
    numbers = [(item.data["number"], item.data["total"]) for item in outline if isinstance(item, Block) and "number" in item.data]
    assert numbers == [(number, GROUP) for number in range(1, GROUP + 1)] * 3


def test_without_cards_there_is_no_page_and_no_way_to_it(house: Loaded) -> None:
    project = type(house.project)(**{name: getattr(house.project, name) for name in house.project.__slots__}
                                  | {"quizzes": {name: quiz for name, quiz in house.project.quizzes.items() if name != "cards"}})
    pages = _pages(project)
    assert "rights/practice" not in pages
    assert not [item for item in pages["rights/index"].outline if isinstance(item, Block) and item.component == "signpost"]
