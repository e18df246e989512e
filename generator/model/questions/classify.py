"""Say of each thing to which group it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Noun
from generator.model.questions.base import BaseQuestion, counted, shuffled
from generator.model.refs import Key, Name
from generator.model.text import Text
from generator.problems import Problem, did_you_mean, problem


class Group(Noun):
    """One group."""

    name: Text


class Item(Noun):
    """One thing that belongs to a group."""

    text: Text
    group: Name
    """Key of its group."""
    reason: Text


class Classify(BaseQuestion):
    """Sort four to eight things into two to four groups."""

    type: Literal["classify"]
    groups: Annotated[dict[Key, Group], Field(min_length=2)]
    items: Annotated[dict[Key, Item], Field(min_length=2)]

    @property
    def shown(self) -> tuple[str, ...]:
        """Keys of the items in the order in which the page shows them, so that neighbours need not belong together."""
        return shuffled(tuple(self.items))

    def problems(self) -> Iterator[Problem]:
        """Q001 not two to four groups or four to eight items, Q011 an item of a group that is not there, Q012 a group without items."""
        yield from counted(self, "groups", self.groups, 2, 4)
        yield from counted(self, "items", self.items, 4, 8)
        for item in self.items.values():
            if item.group not in self.groups:
                yield problem(item.group.where, "Q011", f"there is no group `{item.group}` in this question",
                              did_you_mean(item.group, self.groups))
        for key, group in self.groups.items():
            if key not in {item.group for item in self.items.values()}:
                yield problem(group.name.where, "Q012", f"no item belongs to the group `{key}`", f"Give an item `group: {key}`, or leave the group out.")
