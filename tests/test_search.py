"""What the search looks through: every section once, nothing that gives answers away, nothing in another language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.model.text import texts_of
from generator.pipeline import Loaded, load, pages_in
from generator.publish.front import finished
from generator.publish.search import Entry, entries_of, script_of
from generator.render.prose import words_of
from tests.project import ROOT, copy_project, our_course


def entries(loaded: Loaded, tag: str, edition: str) -> list[Entry]:
    pages, renderer = pages_in(loaded, tag, edition)
    return [entry for page in pages for entry in entries_of(page, finished(page, renderer, {tag: tag})[0], renderer)]


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return our_course()


@pytest.fixture(scope="module")
def english(loaded: Loaded) -> list[Entry]:
    return entries(loaded, "en", "online")


def test_stories_facts_articles_and_corrections_are_found_each_on_its_own_page_only(loaded: Loaded, english: list[Entry]) -> None:
    project = loaded.project
    everywhere = [
        *((f"cases/{key}.html", each.text) for key, case in project.cases.items() for each in case.story.values()),
        *((f"cases/{key}.html", each.statement) for key, case in project.cases.items() for each in case.facts.values()),
        *((f"rights/{key}.html", text) for key, right in project.rights.items() for text in (right.gloss, *right.official.values())),
        *((f"modules/{key}.html", module.opening) for key, module in project.modules.items()),
        *(("sources.html", source.title) for source in project.sources.values()),
        *(("errata.html", entry.we_say) for entry in project.errata.entries.values()),
    ]
    for page, text in everywhere:
        paragraphs = [words_of(each) for each in text.value.split("\n\n") if len(each) > 60 and not each.startswith("- ")]
        for paragraph in paragraphs:
            assert page in {entry.href.partition("#")[0] for entry in english if paragraph in entry.text}, paragraph
        for paragraph in paragraphs if text.id.startswith(("cases/", "rights/")) and "/facts/" not in text.id else ():
            assert len([entry for entry in english if paragraph in entry.text]) == 1, paragraph


def test_no_answer_is_given_away(loaded: Loaded, english: list[Entry]) -> None:
    """A question's stem is found; its choices and reasons are not."""
    everything = "\n".join(entry.text for entry in english)
    for quiz in loaded.project.quizzes.values():
        for question in quiz.questions.values():
            assert words_of(question.stem.value) in everything
            reasons = [text for text in texts_of(question) if text.id.endswith(("/reason", "/consequence", "/solution"))]
            assert reasons or question.type == "reflection"
            for text in reasons:
                assert words_of(text.value) not in everything


def test_an_article_is_found_by_its_number_and_a_source_by_who_published_it(english: list[Entry]) -> None:
    assert "Article 25: A decent life" in {entry.title for entry in english if entry.href == "rights/article-25.html"}
    assert any("Amnesty International" in entry.text for entry in english if entry.href.startswith("sources.html#"))


def test_names_of_files_stay_quiet_in_a_quiet_edition(loaded: Loaded) -> None:
    files = {entry.href.partition("#")[0] for entry in entries(loaded, "en", "community")}
    assert "index.html" in files
    assert all(file.startswith(("lesson-", "page-", "index.")) for file in files)


def test_what_is_not_translated_is_not_found_in_that_language(tmp_path: Path) -> None:
    small = load(copy_project(tmp_path / "project", ROOT / "tests/small_house"))
    story = [words_of(each.text.value) for each in small.project.cases["mill"].story.values()]
    everything = {tag: " ".join(entry.text for entry in entries(small, tag, "online")) for tag in ("en", "es")}
    for text in story:
        assert text in everything["en"]
        assert text not in everything["es"]


def test_the_script_holds_nothing_that_ends_it() -> None:
    hard = [Entry("a.html", "</script><!--", "\u2028\u2029", "back\\slash \"quotes\" ชื่อ")]
    text = script_of(hard).decode()
    assert not {"<", "\u2028", "\u2029"} & set(text)
    assert json.loads(text[text.index("["):text.rindex("]") + 1]) == [list(hard[0])]
