"""What the course asks again, remembers and checks before and after."""

from __future__ import annotations

import re

import pytest

from generator.compile.addresses import address
from generator.compile.checks import check_name
from generator.compile.frame import file_names, frame, unwanted
from generator.compile.marks import mark
from generator.compile.page import Block
from generator.compile.review import OLDER, QUICK, older, to_recall
from generator.compile.site import compile_site
from generator.model.project import Project
from generator.model.refs import parse_ref
from generator.pipeline import load
from tests.conftest import SMALL_HOUSE
from tests.project import our_course


@pytest.fixture(scope="module")
def real() -> Project:
    return our_course().project


@pytest.fixture(scope="module")
def house() -> Project:
    return load(SMALL_HOUSE).project


def test_each_module_but_the_first_asks_older_questions_of_its_own_track(real: Project) -> None:
    for track in real.course.tracks.values():
        for number, name in enumerate(track.modules):
            asked = older(name, real)
            assert len(asked) <= min(number, OLDER)
            assert bool(asked) == (number > 0 and track.looks_back)
            assert set(asked.values()) <= set(track.modules[:number])
            assert not set(asked) & set(real.modules[name].questions), "a module never asks the same question twice"
            assert {real.question(each).type for each in asked} <= set(QUICK)


def test_the_choice_moves_on_through_a_quiz(real: Project) -> None:
    for track in real.course.tracks.values():
        asked = [each for name in track.modules for each in older(name, real)]
        assert len(set(asked)) == len(asked)


def test_older_questions_have_anchors_of_their_own(house: Project) -> None:
    pages = {page.path: page for page in compile_site(house, house.editions["online"])}
    again = next(item for item in pages["modules/the-dairy"].outline if isinstance(item, Block) and item.component == "again")
    assert [block.data["anchor"] for block, _, _ in again.data["blocks"]] == ["again-mill-tests"]
    assert not [item for item in pages["modules/the-mill"].outline if isinstance(item, Block) and item.component == "again"]


def test_up_to_three_questions_of_each_module_are_worth_coming_back_to(real: Project) -> None:
    for name, module in real.modules.items():
        found = to_recall(name, real)
        assert 1 <= len(found) <= OLDER
        assert [each for each in module.questions if each in found] == found, "in the module's own order"
        objectives = {real.question(each).objective for each in module.questions if real.question(each).type in QUICK}
        assert len({real.question(each).objective for each in found}) == min(len(found), len(objectives))


def test_what_a_device_may_remember_names_nothing(real: Project) -> None:
    names = [*real.modules, *(key for quiz in real.quizzes.values() for key in quiz.questions)]
    marks = {mark(name) for name in names}
    assert len(marks) == len(set(names))
    assert all(re.fullmatch("[0-9a-f]{8}", each) for each in marks)
    assert mark("the-promise") == "3eff2c07", "stored progress relies on it"


def test_the_checks_have_pages_of_their_own_where_all_their_modules_are(house: Project) -> None:
    paths = [page.path for page in compile_site(house, house.editions["online"])]
    assert {"check/before", "check/after", "review", "record"} <= set(paths)
    assert address(parse_ref("quiz:check-after"), house) == "check/after#quiz"
    only = house.course.tracks["everybody"].model_copy(update={"modules": ("the-mill",)})
    fewer = house.course.model_copy(update={"tracks": {"everybody": only}})
    without = type(house)(**{name: getattr(house, name) for name in house.__slots__} | {"course": fewer})
    assert check_name(without, "before") == ""
    assert not [page.path for page in compile_site(without, without.editions["online"]) if page.path.startswith("check/")]


def test_a_quiet_edition_offers_no_record_and_nothing_to_remember(house: Project) -> None:
    edition = house.editions["quiet"]
    pages = compile_site(house, edition)
    assert "record" not in [page.path for page in pages]
    assert not [item for page in pages for item in page.outline if isinstance(item, Block) and item.component == "done"]
    assert ("leave" in frame(edition), "memory" in frame(edition), unwanted(edition)) == (True, False, {"memory"})
    assert "table" in file_names([("index", "home")], edition)
    assert "table" not in file_names([("index", "home")], house.editions["online"])


def test_the_record_lists_only_tracks_that_say_so(house: Project) -> None:
    silent = house.course.tracks["everybody"].model_copy(update={"record": False})
    course = house.course.model_copy(update={"tracks": {"everybody": silent}})
    project = type(house)(**{name: getattr(house, name) for name in house.__slots__} | {"course": course})
    assert "record" not in [page.path for page in compile_site(project, project.editions["online"])]
