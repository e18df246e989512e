"""The page of a case: place, story, how we know, rights, what the course reads in it, talk, quiz."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.elsewhere import foreign
from generator.compile.page import Block, Heading
from generator.compile.parts import case_part, how_we_know, passages, with_review
from generator.model.case import Case
from generator.model.project import Project
from generator.model.settings import Edition

TOLD = ("story", "short")
PARTS = ("rights", "pitfall", "typology", "stakeholders", "steps", "discussion")


def case_outline(key: str, case: Case, project: Project, edition: Edition) -> Iterator[Heading | Block]:
    """Everything on the page of one case, in the order in which it is read."""
    words = project.ui
    yield Block("place", {"place": case.place})
    if case.content_note:
        yield Block("content-note", {"note": case.content_note})
    told = sorted(TOLD, key=lambda part: _elsewhere(case, part))  # what is in the reader's language comes first
    for part in (each for each in (*told, *PARTS) if getattr(case, each)):
        yield Heading(words[f"case-{part}"], part)
        if part == "short":  # its facts stand beside the story
            yield from passages(case.short, {}, "short-")
        else:
            yield from case_part(case, part, project)
    quiz = [name for name, each in project.quizzes.items() if each.about.kind == "case" and each.about.id == key]
    if quiz:
        yield Heading(words["quiz"], "quiz")
        yield Block("quiz-note", {})
        yield from with_review(tuple(f"{name}/{question}" for name in quiz for question in project.quizzes[name].questions), project)
    yield Heading(words["case-facts"], "facts")
    yield how_we_know(case.story, case.facts)
    if edition.trainer_notes and case.trainer_notes:
        yield Heading(words["trainer-notes"], "trainer-notes")
        yield Block("trainer-notes", {"notes": case.trainer_notes})


def _elsewhere(case: Case, part: str) -> bool:
    """Whether a telling of the case is in another language than the reader's."""
    return any(foreign(passage.text) for passage in getattr(case, part).values())
