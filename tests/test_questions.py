"""The types of questions: what each is made of, and what its page needs."""

from __future__ import annotations

import gzip
import typing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.compile.page import Block
from generator.model.questions import Question
from generator.model.questions.base import shuffled
from generator.pipeline import Loaded, load, pages_in
from generator.render.pages import Fragment
from generator.render.prose import gaps
from tests.conftest import SMALL_HOUSE
from tests.project import ROOT, copy_project

KEY = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
TYPES = [typing.get_args(noun.model_fields["type"].annotation)[0] for noun in typing.get_args(typing.get_args(Question)[0])]
COMPONENTS = ROOT / "site_overrides/components"


@given(st.lists(KEY, unique=True, max_size=9))
def test_a_shuffle_holds_every_key_and_never_keeps_the_right_order(keys: list[str]) -> None:
    made = shuffled(keys)
    assert sorted(made) == sorted(keys)
    assert len(keys) < 2 or list(made) != keys
    assert made == shuffled(list(keys)), "made of the keys alone"


@given(st.lists(KEY, unique=True, max_size=4), st.lists(KEY, max_size=5))
def test_every_gap_of_a_text_comes_once_whatever_a_translation_holds(keys: list[str], holes: list[str]) -> None:
    pieces = list(gaps(Markup(" & ".join(f"{{{hole}}}" for hole in holes)), keys))
    assert sorted(key for _, key in pieces if key) == sorted(keys)
    assert not pieces[-1][1]
    assert "".join(f"{words}{{{key}}}" if key else words for words, key in pieces).startswith(" & ".join(f"{{{hole}}}" for hole in holes))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return load(copy_project(tmp_path_factory.mktemp("questions") / "project", SMALL_HOUSE))


def test_the_small_house_asks_one_question_of_every_type_or_more(house: Loaded) -> None:
    assert {question.type for question in house.project.quizzes["mill"].questions.values()} == set(TYPES)


@pytest.mark.parametrize("kind", TYPES)
def test_each_type_has_a_component_and_is_described_with_an_example(kind: str) -> None:
    assert (COMPONENTS / f"question-{kind}/question-{kind}.html").is_file()
    assert f"type: {kind}" in (ROOT / "docs/content-format.md").read_text("utf-8")


@pytest.mark.parametrize(("confidence", "free_text"), [(False, False), (True, True)])
def test_an_edition_may_ask_how_sure_one_is_and_leave_room_to_write(house: Loaded, confidence: bool, free_text: bool) -> None:
    pages, renderer = pages_in(house, "en", "online")
    renderer.environment.globals.update(confidence=confidence, free_text=free_text)
    page = next(page for page in pages if page.path == "cases/mill")
    shown = {item.component: item.html for item in renderer.outline(page) if isinstance(item, Fragment)}
    asked = [name for name, html in shown.items() if 'name="-sure"' in html]
    assert len(asked) == (len(TYPES) - 1 if confidence else 0)
    assert "question-reflection" not in asked
    assert ("<textarea" in shown["question-reflection"]) == free_text


def test_the_questions_of_a_page_are_followed_by_what_to_look_at_again(house: Loaded) -> None:
    pages, _ = pages_in(house, "en", "online")
    for page in pages:
        blocks = [item.component for item in page.outline if isinstance(item, Block)]
        asked = [place for place, name in enumerate(blocks) if name.startswith("question-")]
        assert blocks.count("quiz-review") == bool(asked)
        assert not asked or blocks[asked[-1] + 1] == "quiz-review"


def test_a_page_runs_a_script_after_those_that_it_needs_and_no_other(house: Loaded) -> None:
    _, renderer = pages_in(house, "en", "online")
    assert renderer.scripts(["question-order", "prose", "question-match"]) == ["question", "question-match", "question-order"]
    assert renderer.scripts(["question-single"]) == ["question"]
    assert renderer.scripts(["prose", "passage"]) == []


def test_all_scripts_of_a_quiz_are_seven_kilobytes_or_less() -> None:
    scripts = sorted(path for path in COMPONENTS.glob("qu*/*.js"))
    assert len(gzip.compress(b"\n".join(map(Path.read_bytes, scripts)), 9, mtime=0)) <= 7 * 1024
