"""The page of cards: situations, and which right is at stake in each (knowledge base, CO-22)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.addresses import CARDS
from generator.compile.page import Block, Entry, Heading, Page, Section
from generator.compile.parts import questions
from generator.model.project import Project

GROUP = 10
"""So many cards make a sitting."""


def card_names(project: Project) -> list[str]:
    """The questions of every quiz that is about the Declaration as a whole, in order."""
    return [f"{name}/{key}" for name, quiz in project.quizzes.items() if str(quiz.about) == "page:rights" for key in quiz.questions]


def cards_page(project: Project, section: Section) -> Iterator[Page]:
    """The page, where there are cards."""
    if card_names(project):
        words = project.ui
        yield Page(CARDS, words["cards"], "list", tuple(_outline(project)), words["cards-summary"], section, above=Entry(section.path, section.title))


def _outline(project: Project) -> Iterator[Heading | Block]:
    names, words = card_names(project), project.ui
    yield Block("prose", {"text": words["cards-lead"], "role": "lead-in", "anchor": ""})
    for start in range(0, len(names), GROUP):
        which = "more" if start and start + GROUP < len(names) else "last" if start else "first"
        yield Heading(words[f"cards-{which}"], f"cards-{start + 1}" if start else "quiz")
        yield from questions(names[start : start + GROUP], project)
    yield Block("quiz-review", {})
