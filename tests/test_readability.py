"""How plain the texts are: what counts as a sentence and a word, which pages are measured for whom, and the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.model.project import Project
from generator.model.sentences import sentences, words
from generator.pipeline import check
from generator.validate.readability import readings
from tests.project import ROOT, highroad


def said(text: str, lang: str = "en") -> list[str]:
    return [each.text for each in sentences(text, lang)]


@pytest.fixture(scope="module")
def real() -> Project:
    project = check(ROOT)[0]
    assert project is not None
    return project


def test_a_sentence_ends_where_a_reader_hears_it() -> None:
    assert said("Ask Mr. Smith, i.e. the boss. He knows.") == ["Ask Mr. Smith, i.e. the boss.", "He knows."]
    assert said("It costs 3.5 per cent. Is that much? Yes!") == ["It costs 3.5 per cent.", "Is that much?", "Yes!"]
    assert said('They said: "No." We left.') == ['They said: "No."', "We left."]
    assert said("One line\nof a paragraph.\n\nAnother one.") == ["One line of a paragraph.", "Another one."]


def test_each_entry_of_a_list_is_its_own_sentence_and_a_label_is_none() -> None:
    text = "You need these things for it:\n\n- A pen.\n- Paper\n- A room where nobody can listen to you\n\n1. **Begin** here.\n2. Stop."
    assert said(text) == ["You need these things for it:", "A pen.", "A room where nobody can listen to you", "Begin here.", "Stop."]
    assert said("The long road home") == []


def test_the_target_of_a_link_is_no_word_and_places_are_kept() -> None:
    found = list(sentences("First one.\n\nRead [the *story*](case:clara#story) now.", "en"))
    assert [each.words for each in found] == [2, 4]
    assert "First one.\n\n"[found[1].offset:] == ""


def test_words_are_found_in_every_script() -> None:
    assert words("A well-known e-mail costs 35,000 and isn't free.", "en") == ["A", "well", "known", "e", "mail", "costs", "35,000", "and", "isn't", "free"]
    assert len(words("ภาษาไทยไม่มีช่องว่าง", "th")) > 3
    assert [each.long for each in sentences("Rights-holders consult defenders.", "en")] == [3]


def test_each_page_is_measured_for_its_readers(real: Project) -> None:
    found = {each.page: each for each in readings(real)}
    for page in ("modules/claras-story", "quizzes/claras-story", "agenda/stay-safe", "modules/stay-safe-first"):
        assert (found[page].audience, found[page].limit, found[page].enforced) == ("neighbours", 12, True), page
    assert (found["modules/the-promise"].audience, found["modules/the-promise"].limit, found["modules/the-promise"].enforced) == ("managers", 18, False)
    assert found["rights/article-01"].audience == "all"
    assert not any(each.page.startswith(("ui", "sources")) for each in found.values())


def test_official_texts_and_notes_for_leaders_do_not_count(real: Project) -> None:
    found = {each.page: each for each in readings(real)}
    article = real.rights["article-01"]
    assert not any(article.official["1"].value.startswith(each.sentence.text[:40]) for each in found["rights/article-01"].longest)
    for name, module in real.modules.items():
        notes = found.get(f"modules/{name} (notes)")
        assert notes is None or (notes.audience, notes.limit, notes.enforced) == ("notes", 18, False)
        assert bool(notes) <= bool(module.guide or module.materials or module.follow_up)


def test_pages_for_communities_keep_to_twelve_words(real: Project) -> None:
    assert [each.page for each in readings(real, enforced_only=True) if each.over] == []


def test_the_command_lists_the_longest_first_and_shows_a_pages_longest_sentences(small_house: Path) -> None:
    done = highroad("--project", small_house, "readability", "--format", "json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert [each["mean"] for each in found] == sorted((each["mean"] for each in found), reverse=True)
    assert {"page", "for", "limit", "sentences", "words", "mean", "long", "over", "longest"} <= set(found[0])
    shown = highroad("--project", small_house, "readability", "modules/the-mill").stdout
    assert "content/modules/the-mill.yaml:2: 9 words:" in shown
    wrong = highroad("--project", small_house, "readability", "modules/the-mil")
    assert wrong.returncode == 1
    assert "Did you mean `modules/the-mill`?" in wrong.stderr


def test_the_command_fails_where_a_page_is_over_its_limit(small_house: Path) -> None:
    course = small_house / "content/course.yaml"
    course.write_text(course.read_text("utf-8").replace("    record: true", "    sentence: 5", 1), "utf-8")
    done = highroad("--project", small_house, "readability")
    assert done.returncode == 1
    assert "modules/the-mill OVER" in done.stdout
    assert highroad("--project", small_house, "check").returncode == 0, "it is enforced only where the track says so"
