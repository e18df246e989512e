"""Work out a number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.model.base import Noun
from generator.model.questions.base import BaseQuestion, counted
from generator.model.refs import Key
from generator.model.text import Text
from generator.problems import Problem, problem
from generator.source import Scalar

Figure = Annotated[float, Field(allow_inf_nan=False)]


def _steps(given: object) -> object:
    """A list of steps as one text, a paragraph for each: addresses are made of keys, never of places in a list."""
    if not isinstance(given, list) or not given or not all(isinstance(step, Scalar) for step in given):
        return given
    first = given[0]
    return Scalar("\n\n".join(given), first.where, first.address.rpartition("/")[0], first.lang)


class Slip(Noun):
    """A result that a typical mistake leads to."""

    value: Figure
    reason: Text
    """What went wrong on the way."""


class Number(BaseQuestion):
    """Write a number. It is right within `tolerance`."""

    type: Literal["number"]
    answer: Figure
    tolerance: Annotated[Figure, Field(ge=0)] = 0
    """How far an answer may lie from the right one, in the same unit."""
    unit: Text | None = None
    solution: Annotated[Text, BeforeValidator(_steps, json_schema_input_type=str | list[str])]
    """The working, step by step: a text, or a list with one entry for each step."""
    slips: dict[Key, Slip] = {}

    def problems(self) -> Iterator[Problem]:
        """Q001 more than three slips, Q017 a slip that would be right."""
        yield from counted(self, "slips", self.slips, 0, 3)
        for slip in self.slips.values():
            if abs(slip.value - self.answer) <= self.tolerance:
                yield problem(slip.reason.where, "Q017", "this slip lies so near to the answer that it would be right",
                              "Write another `value`, or a smaller `tolerance`.")
