"""Decide, see what happens then, decide again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Noun
from generator.model.questions.base import BaseQuestion, counted
from generator.model.refs import Key, Name
from generator.model.text import Text
from generator.problems import Problem, did_you_mean, problem


class Way(Noun):
    """One thing that one may do in a scene."""

    text: Text
    consequence: Text
    """What happens then: fictional and typical, never a real person or place."""
    reason: Text
    """The reasoning behind it."""
    sound: bool = False
    next: Name | None = None
    """Key of a later scene; without it the story ends here."""


class Scene(Noun):
    """A moment in which something has to be decided."""

    text: Text
    choices: Annotated[dict[Key, Way], Field(min_length=1)]


class Decision(BaseQuestion):
    """A short story of two to four scenes. It starts with the first."""

    type: Literal["decision"]
    scenes: Annotated[dict[Key, Scene], Field(min_length=1)]

    def problems(self) -> Iterator[Problem]:
        """Q001 not two to four scenes, or not two or three choices in one, Q014 `next` does not lead to a later scene, Q015 a scene that
        nothing leads to, Q016 no choice of a scene is sound, or all are."""
        yield from counted(self, "scenes", self.scenes, 2, 4)
        order = list(self.scenes)
        reached = {order[0]}
        for place, (key, scene) in enumerate(self.scenes.items()):
            yield from counted(self, f"choices in the scene `{key}`", scene.choices, 2, 3)
            sound = [way for way in scene.choices.values() if way.sound]
            if len(sound) in (0, len(scene.choices)):
                yield problem(scene.text.where, "Q016", f"{'every' if sound else 'no'} choice of this scene is sound, so there is nothing to decide",
                              "Write `sound: true` at one choice or more, and leave it out at one or more.")
            for way in scene.choices.values():
                if way.next is None:
                    continue
                if way.next not in order[place + 1 :]:
                    later = order[place + 1 :]
                    hint = did_you_mean(way.next, later) or "This is the last scene: leave `next` out, and the story ends here."
                    yield problem(way.next.where, "Q014", f"`{way.next}` is not a later scene of this question", hint)
                reached.add(str(way.next))
        for key in order:
            if key not in reached:
                yield problem(self.scenes[key].text.where, "Q015", f"nothing leads to the scene `{key}`",
                              f"Write `next: {key}` at a choice of an earlier scene.")
