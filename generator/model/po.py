"""A PO file with everything that stands in it, so that nothing is lost on the way to a spreadsheet and back."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.reviews import outdated, reviewed

FUZZY = "fuzzy"
"""The flag of an entry that a translator has to look at."""


@dataclass(frozen=True, slots=True)
class PoEntry:
    """One entry. Two are equal when a file would hold the same of both."""

    address: str
    """`msgctxt`: the address of the text."""
    source: str
    """`msgid`: the text that is translated."""
    value: str = ""
    """`msgstr`: its translation, or empty."""
    comments: tuple[str, ...] = ()
    """Lines that begin with `# `: origin, review, and what translators write to each other."""
    notes: tuple[str, ...] = ()
    """Lines that begin with `#.`: what we tell the translator."""
    references: tuple[str, ...] = ()
    """Lines that begin with `#:`."""
    flags: tuple[str, ...] = ()
    """`fuzzy` and names of formats."""
    previous_address: str = ""
    """`#| msgctxt`: the address that a proposed translation was taken from."""
    previous: str = ""
    """`#| msgid`: the text that the translation was made from, where that has changed since."""
    obsolete: bool = False
    """Whether the entry is set aside (`#~`), because its text is gone."""
    line: int = field(default=1, compare=False)
    """Where its `msgid` stands, counted from 1."""

    def said(self, key: str) -> str:
        """What a comment `key: …` says; empty where there is none."""
        return next((rest.strip() for name, colon, rest in (each.partition(":") for each in self.comments) if colon and name.strip() == key), "")

    @property
    def made_from(self) -> str:
        """The text that the translation was made from."""
        return self.previous if self.fuzzy and self.previous else self.source

    @property
    def reviewed(self) -> str:
        """By whom in which role, and when, this translation was reviewed as it now stands; empty where nobody did."""
        return reviewed(self.comments, self.made_from, self.value)

    @property
    def outdated_review(self) -> str:
        """By whom and when only an earlier wording was reviewed."""
        return "" if self.obsolete else outdated(self.comments, self.made_from, self.value)

    @property
    def fuzzy(self) -> bool:
        """Whether it is marked as in need of work."""
        return FUZZY in self.flags


@dataclass(frozen=True, slots=True)
class PoFile:
    """One file: its header, and its entries in order."""

    comments: tuple[str, ...] = ()
    """Lines above the header."""
    header: tuple[tuple[str, str], ...] = ()
    """Fields of the header in order: `Language`, `Last-Translator` …"""
    entries: tuple[PoEntry, ...] = ()
