"""Do no harm: what the sources and the pages promise (content/dnh.yaml names these tests)."""

from __future__ import annotations

import re

import pytest

from generator.compile.case_page import case_outline
from generator.compile.page import Block, Heading
from generator.compile.site import compile_site
from generator.localise.project import localise
from generator.model.text import texts_of
from generator.pipeline import Loaded
from tests.project import ROOT, our_course


@pytest.fixture(scope="module")
def real() -> Loaded:
    return our_course()


def test_a_story_with_hard_things_says_so_before_it_begins(real: Loaded) -> None:
    for name, case in real.project.cases.items():
        outline = list(case_outline(name, case, real.project, real.project.editions["online"]))
        note = next(number for number, item in enumerate(outline) if isinstance(item, Block) and item.component == "content-note")
        assert note < next(number for number, item in enumerate(outline) if isinstance(item, Heading) and item.anchor == "story")


def test_each_story_can_be_read_in_short(real: Loaded) -> None:
    for case in real.project.cases.values():
        full, short = (sum(len(passage.text.value) for passage in part.values()) for part in (case.story, case.short))
        assert 0 < short < full / 2


def test_nothing_is_asked_inside_a_story(real: Loaded) -> None:
    for name, case in real.project.cases.items():
        outline = list(case_outline(name, case, real.project, real.project.editions["online"]))
        inside: set[str] = set()
        part = ""
        for item in outline:
            part = item.anchor if isinstance(item, Heading) else part
            if isinstance(item, Block) and part in ("story", "short"):
                inside.add(item.component)
        assert inside == {"passage"}


def test_no_word_of_the_interface_speaks_of_points_or_ranks(real: Loaded) -> None:
    said = " ".join(text.value for text in texts_of(real.project.ui))
    assert not re.search(r"\b(scores?|your points|ranks?|ranking|badges?|streaks?|winners?|troph|leaderboards?|incorrect)\b", said, re.IGNORECASE)


@pytest.mark.parametrize("edition", ["online", "community", "trainer"])
def test_every_edition_holds_the_corrections_the_sources_and_the_words(real: Loaded, edition: str) -> None:
    paths = {page.path for page in compile_site(real.project, real.project.editions[edition])}
    assert {"errata", "sources", "glossary"} <= paths


def test_no_text_that_only_a_machine_has_translated_is_shown_to_communities(real: Loaded) -> None:
    edition = real.project.editions["community"]
    for tag in (*edition.languages, "es"):
        project = localise(real.project, tag, real.catalogs, None, edition)
        assert not [text.id for _, document in project.documents() for text in texts_of(document) if text.origin == "machine"]


def test_the_first_page_says_what_the_course_is_not(real: Loaded) -> None:
    for edition in real.project.editions.values():
        home = next(page for page in compile_site(real.project, edition) if page.path == "index")
        assert "limits" in [item.component for item in home.outline if isinstance(item, Block)]
    assert all(words in real.project.course.limits.value for words in ("not legal advice", "not medical advice", "no badge", "no score"))


def test_an_edition_for_managers_holds_the_other_side_too(real: Loaded) -> None:
    """Remedy, consultation, and Articles 20 and 23 (DNH-29)."""
    for edition in real.project.editions.values():
        pages = {page.path: page for page in compile_site(real.project, edition)}
        if edition.tracks and "managers" not in edition.tracks:
            continue
        assert {"modules/put-it-right", "modules/step-3-act-together", "agenda/step-3-act-together", "agenda/due-diligence",
                "rights/article-20", "rights/article-23"} <= set(pages)


def test_the_licences_are_there() -> None:
    assert "MIT" in (ROOT / "LICENSE").read_text("utf-8")
    assert "CC BY-SA 4.0" in (ROOT / "LICENSE-CONTENT").read_text("utf-8")
