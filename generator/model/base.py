"""What all nouns share."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.model.refs import Key, Name, Named
from generator.model.text import Text


class Noun(BaseModel):
    """A shape that authors fill. Frozen, and closed: an unknown key is a problem, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Document(Noun):
    """A noun that has a file of its own. Its id is the file's name."""

    language: Name = Named("en")
    """BCP 47 tag of the language that the document is written in."""
    safety: bool = False
    """Whether somebody may be harmed by an outdated text of this document: then an older translation is not shown."""
    meaning_changed: tuple[Name, ...] = ()
    """Addresses inside the document (or beginnings of them) of texts that say something else than before: a translation of what they
    said before is not shown."""


class Fact(Noun):
    """One figure, date or claim, with who says so (DNH-22)."""

    statement: Text
    source: Name
    """Id of a file in `content/sources/`."""
    locator: Text | None = None
    """Where in the source."""
    as_of: Annotated[str, Field(pattern=r"^[12]\d{3}(–[12]\d{3}|-(0[1-9]|1[0-2]))?$")]
    """Year, years (`2007–2014`) or month (`2023-04`, ISO 8601) that the statement speaks of, or in which it was published."""
    confidence: Literal["established", "reported", "contested", "allegation", "computed"]
    covers: tuple[Name, ...] = ()
    errata: tuple[Name, ...] = ()
    check: Text | None = None
    """A visible note: what conflicts, what is missing, what we say instead."""


class Passage(Noun):
    """A short keyed stretch of prose."""

    heading: Text | None = None
    text: Text
    facts: tuple[Name, ...] = ()
    """Keys of facts in the same document."""
    picture: Name | None = None
    """Id of a file in `content/pictures/`; the picture is shown after the text."""
    covers: tuple[Name, ...] = ()
    errata: tuple[Name, ...] = ()


Passages = dict[Key, Passage]
Facts = dict[Key, Fact]
