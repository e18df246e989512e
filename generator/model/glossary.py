"""The words of the field, one plain meaning each."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import Document, Noun
from generator.model.refs import Key, Name, RefField
from generator.model.text import Text


class Entry(Noun):
    """One term."""

    term: Text
    means: Text
    """One plain definition."""
    example: Text | None = None
    avoid: dict[str, str] = {}
    """Words that texts must not use for it, in the glossary's own language, each with a sentence that says what to write instead, or why. A
    word stands for its plural too (`highroad check` tells it as W001)."""
    see: tuple[RefField, ...] = ()
    covers: tuple[Name, ...] = ()


class Glossary(Document):
    """`content/glossary.yaml`."""

    terms: Annotated[dict[Key, Entry], Field(min_length=1)]
