"""Several right answers among four or five."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.model.questions.base import BaseQuestion, Choice, counted, marked, texts
from generator.model.refs import Key
from generator.problems import Problem, problem


class Multiple(BaseQuestion):
    """Choose all that fit."""

    type: Literal["multiple"]
    choices: Annotated[dict[Key, Choice], Field(min_length=2)]

    def problems(self) -> Iterator[Problem]:
        """Q001 not four or five choices, Q002 a choice says nothing, Q003 fewer than two are correct, Q005 all are."""
        yield from counted(self, "choices", self.choices, 4, 5)
        yield from texts(self.choices)
        yield from marked(self, self.choices)
        right = sum(choice.correct for choice in self.choices.values())
        if right == 1:
            yield problem(self.stem.where, "Q003", "only one choice is marked correct",
                          "Add `correct: true` to another one, or write `type: single`.")
        if right == len(self.choices):
            yield problem(self.stem.where, "Q005", "every choice is correct", "Add one that is not, with its reason.")
