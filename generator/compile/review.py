"""Coming back to older questions: what is recalled after some days stays (Latimier 2021; knowledge base, 3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.marks import mark
from generator.compile.page import Block
from generator.compile.parts import questions
from generator.model.project import Project

DAYS = (2, 7, 21)
"""After how many days to come back to a module. Fixed: growing distances do not teach better than equal ones."""
OLDER = 3
"""How many earlier modules a module looks back to, and how many questions of a module are worth coming back to."""
QUICK = ("single", "multiple", "true-false", "match", "classify")
"""Types of questions that one answers without reading the module again."""


def _worth(name: str, project: Project, without: tuple[str, ...] = ()) -> list[str]:
    """The questions of a module that can be asked again."""
    return [each for each in project.modules[name].questions
            if each not in without and (question := project.question(each)) and question.type in QUICK]


def older(name: str, project: Project) -> dict[str, str]:
    """Questions and the modules they come from: one from each of the last three modules before this one in its track. With the module's
    number the choice moves on through their quizzes, so two modules never look back to the same one, unless a quiz is short."""
    for track in project.course.tracks.values():
        if name in track.modules and track.looks_back:
            number = track.modules.index(name)
            asked: dict[str, str] = {}
            for before in track.modules[max(0, number - OLDER) : number]:
                found = _worth(before, project, (*project.modules[name].questions, *asked))
                if found:
                    asked[found[number % len(found)]] = before
            return asked
    return {}


def looking_back(name: str, project: Project) -> Iterator[Block]:
    """What a module opens with: older questions, in a fold of their own."""
    asked = older(name, project)
    if asked:
        blocks = questions(asked, project, "again-")
        yield Block("again", {"blocks": [(block, home, project.modules[home].title) for block, home in zip(blocks, asked.values(), strict=True)]})


def to_recall(name: str, project: Project) -> list[str]:
    """Up to three questions of a module to come back to, of different objectives where it has several."""
    found = _worth(name, project)
    first = list({project.question(each).objective: each for each in reversed(found)}.values())[::-1]
    return sorted([*first, *(each for each in found if each not in first)][:OLDER], key=found.index)


def review_outline(project: Project) -> Iterator[Block]:
    """The page to come back with: why, when, and to which questions."""
    yield Block("prose", {"text": project.ui["review-lead"], "role": "lead-in", "anchor": ""})
    for number, track in enumerate(project.course.tracks.values()):
        yield Block("recall", {"track": track, "days": DAYS, "first": not number, "modules": [
            {"key": name, "mark": mark(name), "module": project.modules[name],
             "questions": [(each.replace("/", "-"), project.question(each)) for each in to_recall(name, project)]}
            for name in track.modules]})
