"""Activities and plans of sessions, and the notes for whoever leads a group."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.page import Block, Heading
from generator.model.guide import Activity, Session
from generator.model.project import Project
from generator.model.settings import Edition


def activity_outline(activity: Activity, project: Project, edition: Edition) -> Iterator[Heading | Block]:
    """What it is for and what it needs, then its steps."""
    for key, step in activity.steps.items():
        yield Block("prose", {"text": step.text, "role": "lead-in", "anchor": key})


def session_outline(session: Session, project: Project, edition: Edition) -> Iterator[Heading | Block]:
    """What to do before, the plan of each meeting, and what comes after."""
    for key, meeting in session.meetings.items():
        yield Heading(meeting.title, key)
        for name, slot in meeting.slots.items():
            yield Block("prose", {"text": slot.text, "role": "lead-in", "anchor": f"{key}-{name}"})
