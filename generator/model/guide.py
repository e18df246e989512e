"""What whoever leads a group needs to know: notes on a page, activities, plans of sessions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Document, Noun
from generator.model.refs import Key, Name, RefField
from generator.model.text import Text

Phase = Literal["activity", "discussion", "input", "deepening", "synthesis"]
"""The five steps of a session that starts from what people know (ADIDS)."""
Risk = Literal["green", "amber", "red"]
"""green: nearly anywhere. amber: look at the place and the people first. red: only in a closed group that trusts each other (DNH-12)."""
Minutes = Annotated[int, Field(ge=1, le=240)]


class Hardest(Noun):
    """The question that one fears most, and an answer that is true."""

    question: Text
    answer: Text


class Guide(Noun):
    """Notes for whoever leads a group through a module, an activity or a session (knowledge base, 3.2)."""

    purpose: Text
    """One line."""
    group: Text
    """How many, and who together; owners and workers never in one room (DNH-11)."""
    risk: Risk
    risk_note: Text
    """Why this light, and what to look at before."""
    never: Text
    """What not to ask of people, and what not to promise (DNH-13, DNH-19)."""
    wrong: Annotated[dict[Key, Text], Field(min_length=1)]
    """What can go wrong, each with what to do then."""
    low_tech: Text
    """How it goes without power, without paper."""
    inclusion: Text
    """Women apart, interpreters, disability, children in the room, people who do not read."""
    debrief: Annotated[dict[Key, Text], Field(min_length=1)]
    """Questions for the talk afterwards."""
    hardest: Hardest


class FollowUp(Noun):
    """What to ask, and what to do, when some time has gone by; counts only, no names (DNH-10)."""

    days_30: Text
    days_90: Text


class Step(Noun):
    """One step of an activity."""

    minutes: Minutes
    phase: Phase
    text: Text


class Activity(Document):
    """`content/activities/<id>.yaml`: one thing to do in a group, told so that it can be done at once."""

    title: Text
    summary: Text
    tracks: tuple[Name, ...] = ()
    """The tracks whose groups it suits; empty for all."""
    guide: Guide
    materials: Annotated[dict[Key, Text], Field(min_length=1)]
    steps: Annotated[dict[Key, Step], Field(min_length=2)]
    covers: tuple[Name, ...] = ()

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(step.minutes for step in self.steps.values())


class Slot(Noun):
    """A stretch of a session."""

    minutes: Minutes
    phase: Phase | Literal["opening", "break", "closing"]
    title: Text
    text: Text
    uses: tuple[RefField, ...] = ()
    """What is used there: modules, activities, worksheets, tools, cases, pages."""


class Meeting(Noun):
    """What happens in one sitting."""

    title: Text
    slots: Annotated[dict[Key, Slot], Field(min_length=2)]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(slot.minutes for slot in self.slots.values())


class Session(Document):
    """`content/sessions/<id>.yaml`: a plan, minute by minute, of one meeting or of several."""

    title: Text
    summary: Text
    tracks: tuple[Name, ...] = ()
    guide: Guide
    before: Annotated[dict[Key, Text], Field(min_length=1)]
    """What to do before people come."""
    materials: Annotated[dict[Key, Text], Field(min_length=1)]
    meetings: Annotated[dict[Key, Meeting], Field(min_length=1)]
    follow_up: FollowUp
    covers: tuple[Name, ...] = ()

    @property
    def minutes(self) -> int:
        """How long all of it takes, with its breaks."""
        return sum(meeting.minutes for meeting in self.meetings.values())
