"""A quiz: questions about one case or module."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import Document
from generator.model.questions import Question
from generator.model.refs import Key, RefField
from generator.model.text import Text


class Quiz(Document):
    """`quizzes/<id>.yaml`."""

    title: Text
    about: RefField
    """The case or module whose page asks these questions; `page:course` for the checks before and after it, `page:rights` for the cards of the
    Declaration."""
    questions: Annotated[dict[Key, Question], Field(min_length=1)]
