"""The course around the cases: pages of the frame, articles of the Declaration, modules, and the course itself."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Document, Facts, Noun, Passages
from generator.model.guide import FollowUp, Guide, Phase
from generator.model.refs import Key, Name, RefField
from generator.model.text import Quote, Text


class Page(Document):
    """`content/agenda/<id>.yaml`: one page of the frame or of the agenda."""

    title: Text
    summary: Text
    tracks: tuple[Name, ...] = ()
    """The tracks that it is for; empty for all."""
    sections: Annotated[Passages, Field(min_length=1)]
    facts: Facts = {}


class Right(Document):
    """`content/rights/<id>.yaml`: one article of the Universal Declaration, or its preamble."""

    number: Annotated[int, Field(ge=0, le=30)] = 0
    """1 to 30; 0 is the preamble."""
    title: Text
    """Our short plain title. Not official."""
    official: Annotated[dict[str, Quote], Field(min_length=1)]
    """The official text, clause by clause (paper, Appendix I)."""
    gloss: Text
    """Our plain words."""
    situation: Text
    does_not_say: Text
    later: Text
    """The later instrument that says more (E39)."""
    scene: Text
    """What a picture of it could show, for whoever draws one with a group (DNH-20: no real person)."""
    covers: tuple[Name, ...] = ()
    errata: tuple[Name, ...] = ()


class Part(Noun):
    """One step through a module: words of its own, a part of the base text, or both."""

    heading: Text | None = None
    text: Text | None = None
    use: RefField | None = None
    """The part of a case, page, article, tool or worksheet that is shown here."""
    scene: Text | None = None
    """The picture that belongs here, in words, for whoever draws it with a group or holds it up."""
    aloud: Text | None = None
    """What to say where nobody reads: the script for a voice, a radio or a loudspeaker."""
    minutes: Annotated[int, Field(ge=1, le=240)] | None = None
    phase: Phase | None = None
    """In a unit for trainers: which step of the session this is."""
    covers: tuple[Name, ...] = ()


class Module(Document):
    """`content/modules/<id>.yaml`: what a learner takes in one sitting."""

    title: Text
    summary: Text
    minutes: Annotated[int, Field(ge=1, le=240)]
    objectives: Annotated[dict[Key, Text], Field(min_length=1)]
    """Each begins with a verb that one can observe."""
    opening: Text
    parts: Annotated[dict[Key, Part], Field(min_length=1)]
    takeaway: Text
    questions: Annotated[tuple[Name, ...], Field(min_length=1)]
    """`quiz/question`, in the order they are asked."""
    guide: Guide | None = None
    """Notes for whoever leads a group through it; shown to trainers only."""
    materials: dict[Key, Text] = {}
    follow_up: FollowUp | None = None


class Track(Noun):
    """Modules in the order in which one kind of reader takes them."""

    title: Text
    summary: Text
    modules: Annotated[tuple[Name, ...], Field(min_length=1)]
    express: tuple[Name, ...] = ()
    """The modules of the short way through."""
    looks_back: bool = True
    """Whether each module opens with questions from those before it. Not where each must stand by itself."""
    sentence: Annotated[int, Field(ge=5, le=40)] = 18
    """How many words a sentence of its pages may have on average."""
    enforced: bool = False
    """Whether `highroad check` tells a longer average as a problem (W002). Without it, `highroad readability` lists it."""
    record: bool = False
    """Whether the record of learning lists them. Not by default: to some readers such a paper is a danger (T5)."""


class Checks(Noun):
    """Two forms of one self-check, of which either could stand for the other: same keys, same objectives, other scenes (T6)."""

    before: Name
    """The quiz that is offered before the course."""
    after: Name
    """The quiz that is offered after it."""


class Path(Noun):
    """One of the three ways in on the home page."""

    title: Text
    text: Text
    link: RefField


class Course(Document):
    """`content/course.yaml`: the home page and the order of everything."""

    title: Text
    tagline: Text
    intro: Text
    paths: dict[Literal["manager", "neighbour", "trainer"], Path]
    limits: Text
    safety: RefField | None = None
    """The page on staying safe, to which every page links (DNH-05, DNH-27)."""
    tracks: Annotated[dict[Key, Track], Field(min_length=1)]
    checks: Checks | None = None
    agenda: tuple[Name, ...]
    cases: tuple[Name, ...]


class Source(Document):
    """`content/sources/<id>.yaml`: who says so."""

    title: Text
    """The work's own title, or, where it has none that helps, our description of it."""
    publisher: str = ""
    year: str = ""
    kind: Literal["paper", "law", "report", "article", "dataset", "book", "standard"]
    note: Text | None = None


class Erratum(Noun):
    """One place where the paper is wrong, unclear or dated, and what we do about it."""

    printed: Text
    we_say: Text
    why: Text
    resolution: Literal["fix", "note"]
    """fix: mended silently in our words. note: the reader is told."""
    where: tuple[RefField, ...] = ()


class Errata(Document):
    """`content/errata.yaml`."""

    entries: dict[str, Erratum]
