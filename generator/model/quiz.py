"""A quiz and its questions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Document, Noun
from generator.model.refs import Key, Name, RefField
from generator.model.text import Text


class Choice(Noun):
    """One answer to choose. Each has a reason of its own: explaining feedback is what teaches (Van der Kleij 2015)."""

    text: Text | None = None
    """What the choice says. Left out in true-false, where the interface says it."""
    correct: bool = False
    reason: Text


class Question(Noun):
    """One self-check question. What each type demands is checked in `validate.questions`."""

    type: Literal["single", "multiple", "true-false"]
    objective: Name
    """`module/objective` that the question checks."""
    stem: Text
    choices: Annotated[dict[Key, Choice], Field(min_length=2)]
    difficulty: Annotated[int, Field(ge=1, le=3)] = 2
    """1 easy, 2 medium, 3 hard."""
    hint: Text | None = None
    see: tuple[RefField, ...] = ()
    """Where to read on."""
    covers: tuple[Name, ...] = ()
    errata: tuple[Name, ...] = ()


class Quiz(Document):
    """`quizzes/<id>.yaml`."""

    title: Text
    about: RefField
    """The case or module whose page asks these questions; `page:course` for the two checks before and after it."""
    questions: Annotated[dict[Key, Question], Field(min_length=1)]
