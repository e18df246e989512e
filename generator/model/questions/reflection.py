"""Something to think about. Nothing is right or wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Noun
from generator.model.questions.base import BaseQuestion, counted
from generator.model.refs import Key
from generator.model.text import Text
from generator.problems import Problem


class Thought(Noun):
    """Something that others consider."""

    text: Text


class Reflection(BaseQuestion):
    """Think, or talk. Never asks for the learner's own story (DNH rules); what others consider is shown after."""

    type: Literal["reflection"]
    thoughts: Annotated[dict[Key, Thought], Field(min_length=1)]

    def problems(self) -> Iterator[Problem]:
        """Q001 not two to four thoughts."""
        yield from counted(self, "thoughts", self.thoughts, 2, 4)
