"""A picture that explains: a drawing with few shapes, and its words beside it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import Document, Noun
from generator.model.refs import Key, Name, RefField
from generator.model.text import Text


class Entry(Noun):
    """What one mark of the drawing means."""

    label: Text | None = None
    """A name or a year, shown before the text."""
    text: Text
    facts: tuple[Name, ...] = ()
    """Keys of facts in the document that the picture draws."""


class Picture(Document):
    """`content/pictures/<id>.yaml`: the words of the drawing `site_overrides/components/picture/<id>.html`. Together they say all that it shows."""

    title: Text
    """The caption."""
    says: Text
    """What the picture shows, in one or two plain sentences."""
    draws: RefField
    """The case or page whose facts it draws. A picture has no facts of its own."""
    legend: Annotated[dict[Key, Entry], Field(min_length=1)]
    """In the order in which the marks are numbered, from 1."""
    note: Text | None = None
    """What the picture cannot say, or must not be taken for."""
    covers: tuple[Name, ...] = ()
    errata: tuple[Name, ...] = ()
