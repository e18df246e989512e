"""Find for each thing on the left the one on the right that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Noun
from generator.model.questions.base import BaseQuestion, counted, shuffled
from generator.model.refs import Key
from generator.model.text import Text
from generator.problems import Problem, problem


class Pair(Noun):
    """Two things that belong together."""

    left: Text
    right: Text
    reason: Text


class Extra(Noun):
    """Something on the right that belongs to nothing on the left, so that the last pair cannot be found by elimination."""

    right: Text
    reason: Text


class Match(BaseQuestion):
    """Match three to six pairs."""

    type: Literal["match"]
    pairs: Annotated[dict[Key, Pair], Field(min_length=2)]
    extra: dict[Key, Extra] = {}

    @property
    def rights(self) -> dict[str, Text]:
        """What stands on the right by the key of its pair or extra, in the order in which the page lists it."""
        found = {key: each.right for key, each in (*self.extra.items(), *self.pairs.items())}
        return {key: found[key] for key in shuffled((*self.pairs, *(key for key in self.extra if key not in self.pairs)))}

    def problems(self) -> Iterator[Problem]:
        """Q001 not three to six pairs, or more than two extras, Q010 the same text or key twice on the right."""
        yield from counted(self, "pairs", self.pairs, 3, 6)
        yield from counted(self, "entries under `extra`", self.extra, 0, 2)
        seen: set[str] = set()
        for key, each in (*self.pairs.items(), *self.extra.items()):
            value = " ".join(each.right.value.split()).casefold()
            if value in seen:
                yield problem(each.right.where, "Q010", "this text stands on the right side twice, so nobody can tell which one is meant",
                              "Say in other words what belongs to each, or leave one out.")
            elif key in self.extra and key in self.pairs and each is self.extra[key]:
                yield problem(each.right.where, "Q010", f"a pair has the key `{key}` too", "Give this entry of `extra` a key of its own.")
            seen.add(value)
