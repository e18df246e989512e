"""What whoever leads a group works with: notes, timed plans, and the pages of activities and sessions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from generator.compile.page import Block, Heading
from generator.model.course import Module
from generator.model.guide import Activity, FollowUp, Guide, Session
from generator.model.project import Project
from generator.model.refs import Ref
from generator.model.settings import Edition
from generator.model.text import Text


@dataclass(frozen=True, slots=True)
class Stretch:
    """One line of a timed plan."""

    start: int
    """Minutes from the beginning."""
    minutes: int
    phase: str
    """One of `Phase` in the model, `opening`, `break` or `closing`; empty where an author gave none."""
    title: Text | None = None
    anchor: str = ""
    """Where on the page it is told at length; empty for nowhere."""
    text: Text | None = None
    uses: tuple[Ref, ...] = ()

    @property
    def end(self) -> int:
        """When it ends, in minutes from the beginning."""
        return self.start + self.minutes


def starts(minutes: Iterable[int]) -> list[int]:
    """When each of several stretches begins, which follow one another."""
    return list(accumulate(minutes, initial=0))


def activity_outline(activity: Activity, project: Project, edition: Edition) -> Iterator[Heading | Block]:
    """What it is for and what it needs, then its steps, then the notes."""
    words = project.ui
    yield _head(activity.guide, activity.minutes, activity.materials)
    yield Heading(words["procedure"], "steps")
    begin = starts(step.minutes for step in activity.steps.values())
    yield Block("procedure", {"numbered": True, "steps": [
        Stretch(begin[place], step.minutes, step.phase, None, key, step.text) for place, (key, step) in enumerate(activity.steps.items())]})
    yield from notes(activity.guide, project)


def session_outline(session: Session, project: Project, edition: Edition) -> Iterator[Heading | Block]:
    """What to do before, the plan of each meeting with what happens in it, the notes, and what comes after."""
    yield _head(session.guide, session.minutes, meetings=len(session.meetings))
    yield from supplies(session.before, project, "before")
    yield from supplies(session.materials, project, "materials")
    for key, meeting in session.meetings.items():
        begin = starts(slot.minutes for slot in meeting.slots.values())
        plan = [Stretch(begin[place], slot.minutes, slot.phase, slot.title, f"{key}-{name}", slot.text, slot.uses)
                for place, (name, slot) in enumerate(meeting.slots.items())]
        yield Heading(meeting.title, key)
        yield Block("plan", {"rows": plan, "total": meeting.minutes, "name": meeting.title})
        yield Block("procedure", {"numbered": False, "steps": plan})
    yield from notes(session.guide, project)
    yield from follow_up(session.follow_up, project)


def _head(guide: Guide, minutes: int, materials: Mapping[str, Text] | None = None, meetings: int = 1) -> Block:
    """What whoever leads must see first: what for, how long, with whom, where not, and, where there is not more of it, what is needed."""
    return Block("guide-head", {"guide": guide, "minutes": minutes, "materials": materials or {}, "meetings": meetings})


def supplies(items: Mapping[str, Text], project: Project, name: str) -> Iterator[Heading | Block]:
    """A list of what one needs, or does, before it begins. `name` is the word that heads it, and its anchor."""
    if items:
        yield Heading(project.ui[name], name)
        yield Block("supplies", {"items": items, "name": name})


def follow_up(later: FollowUp | None, project: Project) -> Iterator[Heading | Block]:
    """What to ask and to do when some time has gone by."""
    if later:
        yield Heading(project.ui["follow-up"], "follow-up")
        yield Block("follow-up", {"days": {30: later.days_30, 90: later.days_90}})


def notes(guide: Guide, project: Project, head: Block | None = None) -> Iterator[Heading | Block]:
    """The notes for whoever leads. `head` opens them where it does not stand at the top of the page."""
    yield Heading(project.ui["trainer-notes"], "trainer-notes")
    if head:
        yield head
    yield Block("guide", {"guide": guide, "told": project.ui["guide-told"]})


def timed(module: Module) -> bool:
    """Whether a module is a unit with a plan, minute by minute."""
    return any(part.minutes for part in module.parts.values())


def unit_times(module: Module, titles: Mapping[str, Text | None]) -> dict[str, Stretch]:
    """For each part of a module with a plan, its line; empty for a module without. `titles` are those of the parts that have one."""
    if not timed(module):
        return {}
    begin = starts(part.minutes or 0 for part in module.parts.values())
    made = {}
    for place, (key, part) in enumerate(module.parts.items()):
        anchor = key if titles[key] or part.text or part.scene else ""
        uses = (part.use,) if part.use and not titles[key] else ()
        made[key] = Stretch(begin[place], part.minutes or 0, part.phase or "", titles[key], anchor, uses=uses)
    return made


def unit_plan(module: Module, times: Mapping[str, Stretch], project: Project) -> Iterator[Heading | Block]:
    """The plan of a unit, and what it needs."""
    if times:
        yield Heading(project.ui["plan"], "plan")
        yield Block("plan", {"rows": list(times.values()), "total": module.minutes, "name": project.ui["plan"]})
        yield from supplies(module.materials, project, "materials")


def module_notes(module: Module, project: Project, edition: Edition) -> Iterator[Heading | Block]:
    """In an edition for trainers: the notes, and, where no plan has said so, what a group needs and what comes after."""
    if edition.trainer_notes and module.guide:
        yield from notes(module.guide, project, _head(module.guide, module.minutes, {} if timed(module) else module.materials))
        if not timed(module):
            yield from follow_up(module.follow_up, project)
