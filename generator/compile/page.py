"""What a page is made of: headings and blocks of data. No markup, no wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.text import Text

NEAR = 16
"""How many entries before and after itself a page's navigation lists at most."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page's own outline."""

    text: Text
    anchor: str
    """Its id in the page, made of an author's key."""


@dataclass(frozen=True, slots=True)
class Block:
    """One component with its data."""

    component: str
    """Name of a folder in `site_overrides/components/`."""
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in a list of pages."""

    path: str
    title: Text
    number: int = 0
    """Its place in an ordered list, from 1; 0 where order means nothing."""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the site: the only pages that a page's navigation lists, so a page's weight does not grow with the site."""

    key: str
    title: Text
    path: str
    entries: tuple[Entry, ...] = ()

    def around(self, path: str) -> tuple[Entry, ...]:
        """The entries that the navigation of the page at `path` lists: all, or those near it where there are many."""
        if len(self.entries) <= 2 * NEAR:
            return self.entries
        here = next((number for number, entry in enumerate(self.entries) if entry.path == path), 0)
        first = min(max(here - NEAR, 0), len(self.entries) - 2 * NEAR)
        return self.entries[first : first + 2 * NEAR]


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language."""

    path: str
    """Its address without language and ending: `cases/clara`."""
    title: Text
    kind: str
    """`home`, `course`, `module`, `check`, `case`, `agenda`, `right`, `sheet`, `list`: what the layout may ask."""
    outline: tuple[Heading | Block, ...]
    summary: Text | None = None
    section: Section | None = None
    previous: Entry | None = None
    next: Entry | None = None
    above: Entry | None = None
    """The page one step up."""
    position: tuple[int, int] | None = None
    """For a module: which one of how many."""
    number: str = ""
    """For a sheet: what people call it, `W4`."""
