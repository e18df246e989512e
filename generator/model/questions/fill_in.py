"""Fill the gaps of a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Noun
from generator.model.questions.base import BaseQuestion, Choice, counted, marked, one, texts
from generator.model.refs import Key
from generator.model.text import HOLE, Text
from generator.problems import Problem, problem


class Gap(Noun):
    """What may stand in one gap."""

    choices: Annotated[dict[Key, Choice], Field(min_length=2)]


class FillIn(BaseQuestion):
    """Choose a word for each gap of a text. The stem is the instruction."""

    type: Literal["fill-in"]
    text: Text
    """Holds `{gap-key}` once for each gap, in every language."""
    gaps: Annotated[dict[Key, Gap], Field(min_length=1)]

    def problems(self) -> Iterator[Problem]:
        """Q001 more than four gaps, or not three choices in each, Q002 a choice says nothing, Q003 none is correct, Q004 several are, Q013 gaps
        and text do not agree. (Single words may differ in length, so Q007 is not asked.)"""
        yield from counted(self, "gaps", self.gaps, 1, 4)
        holes = Counter(HOLE.findall(self.text.value))
        for key in holes.keys() - self.gaps.keys():
            yield problem(self.text.where, "Q013", f"the text has a gap `{{{key}}}` that does not stand under `gaps`",
                          f"Add `{key}:` there with its choices, or take the gap out of the text.")
        for key, gap in self.gaps.items():
            if holes[key] != 1:
                how = f"stands {holes[key]} times" if holes[key] else "does not stand"
                yield problem(self.text.where, "Q013", f"the gap `{{{key}}}` {how} in the text", f"Write `{{{key}}}` there once.")
            yield from counted(self, f"choices for the gap `{key}`", gap.choices, 3, 3)
            yield from texts(gap.choices)
            yield from marked(self, gap.choices)
            yield from one(gap.choices)
