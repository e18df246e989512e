"""The page for trainers: how far a translation is, and what to do next; and what readers are told of a single text."""

from __future__ import annotations

import dataclasses
import re

import pytest

from generator.compile.translation_page import progress
from generator.model.catalog import Catalog, Translation
from generator.pipeline import Loaded, load, pages_in
from generator.publish.reader.book import _sheet
from generator.publish.translations import status
from tests.project import ROOT, copy_project, our_course


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    house = copy_project(tmp_path_factory.mktemp("progress") / "project", ROOT / "tests/small_house")
    page = house / "content/agenda/three-steps.yaml"
    page.write_text("safety: true\n" + page.read_text("utf-8"), "utf-8")
    mill = house / "cases/mill.yaml"
    mill.write_text("meaning_changed: [title]\n" + mill.read_text("utf-8").replace("The mill by the river", "The mill below the river"), "utf-8")
    (house / "content/editions/online.yaml").write_text("title: Online\nlanguages: [en, es, ar]\ntrainer_notes: true\n", "utf-8")
    return load(house)


def test_it_counts_what_the_status_counts(loaded: Loaded) -> None:
    made = progress(loaded.project, loaded.catalogs["es"])
    assert dict(made.counts) == status(loaded.project, loaded.catalogs["es"])
    assert made.total == sum(made.counts.values())


def test_safety_comes_first_then_changed_meanings_then_what_is_outdated_then_what_is_used_most(loaded: Loaded) -> None:
    steps = progress(loaded.project, loaded.catalogs["es"]).steps
    safe = [step for step in steps if step.safe]
    assert {step.document for step in safe} == {"agenda/three-steps"}
    assert list(steps[: len(safe)]) == safe
    first, second = steps[len(safe) : len(safe) + 2]
    assert (first.why, first.document, first.count) == ("changed", "cases/mill", 1)
    assert second.why == "older", "what readers are shown outdated does not wait for what is not there"
    missing = [step.document for step in steps[len(safe) :] if step.why == "missing"]
    assert set(missing[:2]) == {"ui", "course"}
    for listed in (safe, steps[len(safe) :]):
        ranks = [("changed", "older", "missing", "review").index(step.why) for step in listed]
        assert ranks == sorted(ranks)


def test_the_page_is_there_for_trainers_in_every_language_and_for_nobody_else(loaded: Loaded) -> None:
    for tag in ("en", "es", "ar"):
        pages, renderer = pages_in(loaded, tag, "online")
        page = next(each for each in pages if each.path == "translation")
        html = "".join(item.html for item in renderer.outline(page))
        assert ("data-standing" in html) == (tag != "en")
        if tag == "es":
            assert "content/languages/es/agenda/three-steps.po" in html
            total = sum(int(found) for found in re.findall(r"</th><td>(\d+)</td>", html))
            assert total == progress(loaded.project, loaded.catalogs["es"]).total
    assert not [page for page in pages_in(loaded, "en", "quiet")[0] if page.path == "translation"]


def test_a_changed_meaning_is_shown_in_the_next_language_and_said_in_the_readers_own(loaded: Loaded) -> None:
    words = Catalog("es", {**loaded.catalogs["es"].entries, "ui/words/state-fallback": Translation("En {language}", "In {language}"),
                           "ui/words/state-older": Translation("Versión anterior", "Older version"),
                           "cases/mill/summary": Translation("Un molino.", "Another summary")})
    renderer = pages_in(dataclasses.replace(loaded, catalogs={**loaded.catalogs, "es": words}), "es", "online")[1]
    mill = renderer.project.cases["mill"]
    assert str(renderer.attributes(mill.title)).endswith('data-state="fallback" lang="en" dir="ltr" data-said="En inglés"')
    assert str(renderer.attributes(mill.summary)).endswith('data-state="older" data-said="Versión anterior"')
    assert "data-said" not in renderer.attributes(mill.short["in-short"].text)


def test_the_words_that_styles_write_are_in_the_cut_fonts(loaded: Loaded) -> None:
    pages, renderer = pages_in(loaded, "ar", "online")
    sheet = _sheet(next(page for page in pages if page.path == "translation"), renderer)
    assert set("".join(re.findall(r'data-said="([^"]*)"', sheet.html))) <= sheet.letters


def test_in_the_real_spanish_the_safety_page_comes_first_also_where_it_only_needs_a_review() -> None:
    real = our_course()
    steps = progress(real.project, real.catalogs["es"]).steps
    assert steps[0].document == "agenda/stay-safe"
    assert steps[0].safe
    assert not steps[-1].safe
