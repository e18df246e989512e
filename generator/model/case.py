"""A case: the story of one place, its facts, and what the course reads in it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Document, Facts, Noun, Passages
from generator.model.refs import ArticleRef, Key, Name
from generator.model.text import Text

Basis = Literal["stated", "implied", "inferred"]
"""Who made the link: the paper says so, the paper implies it, or it is our reading."""
StepKey = Literal["awareness", "due-diligence", "act-together", "remedy"]


class Place(Noun):
    """Where the story happens. A town or a mine, never a person's address (DNH-20)."""

    name: Text
    region: Text | None = None
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    """ISO 3166 code; its name comes from CLDR in the reader's language."""
    latitude: Annotated[float, Field(ge=-90, le=90)]
    """Decimal degrees, south negative."""
    longitude: Annotated[float, Field(ge=-180, le=180)]
    """Decimal degrees, west negative."""
    height: Text | None = None
    sector: Text
    period: Text
    """The years that the facts speak of."""
    languages: tuple[str, ...]
    """BCP 47 tags of the languages that people speak there."""


class RightEngaged(Noun):
    """One entry of the rights map. `Engaged` never means `violated by`: the Declaration binds no company directly."""

    articles: Annotated[tuple[ArticleRef, ...], Field(min_length=1)]
    level: Literal["primary", "secondary"]
    """primary: the facts point straight at it. secondary: plausible, ask first."""
    reason: Text
    instruments: Text | None = None
    """The later instrument that says it more exactly (E39)."""
    facts: tuple[Name, ...] = ()
    errata: tuple[Name, ...] = ()


class Pitfall(Noun):
    """Which of the three pitfalls of creating shared value the case shows (paper, section 3)."""

    kind: Literal["do-no-harm", "window-dressing", "no-benchmark"]
    basis: Basis
    text: Text
    covers: tuple[Name, ...] = ()
    errata: tuple[Name, ...] = ()


class Typology(Noun):
    """Which kind of cluster the story shows signs of (paper, Appendix III). About the years of the facts, not about today."""

    kind: Annotated[Literal["low-road", "window-dressing", "rights-oriented", "cannot-tell"], Field(alias="class")]
    basis: Basis
    text: Text
    missing: Text
    """What evidence one would need to be sure."""
    covers: tuple[Name, ...] = ()
    errata: tuple[Name, ...] = ()


class Stakeholder(Noun):
    """A group that is affected, or that decides."""

    name: Text
    stake: Text
    knows: Text


class Discussion(Noun):
    """A question to talk about; it is never scored."""

    question: Text
    note: Text | None = None


class TrainerNote(Noun):
    """What a trainer should know, shown in the trainer edition only."""

    text: Text
    covers: tuple[Name, ...] = ()
    errata: tuple[Name, ...] = ()


class Case(Document):
    """`cases/<id>.yaml`."""

    title: Text
    summary: Text
    place: Place
    content_note: Text | None = None
    story: Annotated[Passages, Field(min_length=1)]
    short: Annotated[Passages, Field(min_length=1)]
    facts: Facts
    rights: Annotated[dict[Key, RightEngaged], Field(min_length=1)]
    pitfall: Pitfall
    typology: Typology
    stakeholders: Annotated[dict[Key, Stakeholder], Field(min_length=1)]
    steps: dict[StepKey, Text]
    discussion: Annotated[dict[Key, Discussion], Field(min_length=1)]
    trainer_notes: dict[Key, TrainerNote] = {}
