"""True or not true, and because of what: a verdict alone is a guess."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Noun
from generator.model.questions.base import BaseQuestion, Choice, counted, lengths, marked, one, texts
from generator.model.refs import Key
from generator.model.text import Text
from generator.problems import Problem, problem


class Verdict(Noun):
    """`true` or `false`. What it says stands in the interface."""

    correct: bool = False
    reason: Text


class TrueFalse(BaseQuestion):
    """Say whether the stem is true, and why."""

    type: Literal["true-false"]
    choices: Annotated[dict[Key, Verdict], Field(min_length=2)]
    because: Annotated[dict[Key, Choice], Field(min_length=2)]
    """Texts that complete the verdict: "… because …"."""

    def problems(self) -> Iterator[Problem]:
        """Q001 not three reasons to choose from, Q002 a choice says nothing, Q003 nothing is correct, Q004 several are, Q006 other keys than `true`
        and `false`, Q007 the correct reason stands out by its length."""
        if set(self.choices) != {"true", "false"}:
            yield problem(self.stem.where, "Q006", "a true-false question has the choices `true` and `false`, and no others",
                          "Call one choice `\"true\"` and the other `\"false\"`.")
        yield from marked(self, self.choices)
        yield from one(self.choices, ", or write `type: multiple`")
        yield from counted(self, "texts under `because`", self.because, 3, 3)
        yield from texts(self.because)
        yield from marked(self, self.because)
        yield from one(self.because)
        yield from lengths(self.because)
