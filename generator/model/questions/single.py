"""One right answer among three."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.model.questions.base import BaseQuestion, Choice, counted, lengths, marked, one, texts
from generator.model.refs import Key
from generator.problems import Problem


class Single(BaseQuestion):
    """Choose one of three."""

    type: Literal["single"]
    choices: Annotated[dict[Key, Choice], Field(min_length=2)]

    def problems(self) -> Iterator[Problem]:
        """Q001 not three choices, Q002 a choice says nothing, Q003 none is correct, Q004 several are, Q007 the correct one stands out by its length."""
        yield from counted(self, "choices", self.choices, 3, 3)
        yield from texts(self.choices)
        yield from marked(self, self.choices)
        yield from one(self.choices, ", or write `type: multiple`")
        yield from lengths(self.choices)
