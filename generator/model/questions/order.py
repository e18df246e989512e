"""Put things into their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Noun
from generator.model.questions.base import BaseQuestion, counted, shuffled
from generator.model.refs import Key
from generator.model.text import Text
from generator.problems import Problem


class Step(Noun):
    """One thing, and why it stands where it stands."""

    text: Text
    reason: Text


class Order(BaseQuestion):
    """Order three to seven things. Authors write them in the right order."""

    type: Literal["order"]
    items: Annotated[dict[Key, Step], Field(min_length=2)]

    @property
    def shown(self) -> tuple[str, ...]:
        """Keys in the order in which the page shows them at first: never the right one."""
        return shuffled(tuple(self.items))

    def problems(self) -> Iterator[Problem]:
        """Q001 not three to seven items."""
        yield from counted(self, "items", self.items, 3, 7)
