"""Translations of one language."""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model.text import Text
from generator.source import NOWHERE, Where


@dataclass(frozen=True, slots=True)
class Translation:
    """One translated text."""

    value: str
    """Empty where nobody has translated it yet."""
    source: str
    """The text that was translated."""
    fuzzy: bool = False
    """Marked as in need of work, because the source has changed since."""
    origin: str = "human"
    """`human` or `machine`."""
    reviewed: str = ""
    """By whom in which role, and when. Empty: nobody has reviewed it."""
    where: Where = NOWHERE
    proposed: bool = False
    """Whether it was taken over from another address and a person has yet to say that it fits. Readers never see it before."""
    meaning_changed: bool = False
    """Whether the source has changed in meaning since, so that the translation would mislead."""
    checked: frozenset[str] = frozenset()
    """Codes of problems that a person has looked at and found to be none (`# checked: T014`)."""

    def older_than(self, text: Text) -> bool:
        """Whether the text has changed since it was translated. Mere typography does not count."""
        return self.fuzzy or (self.source != text.value and fingerprint(self.source) != fingerprint(text.value))


Standing = Literal["reviewed", "draft", "older", "changed", "proposed", "missing"]
"""How far the translation of a text is. changed: of an older source that said something else, so it is not shown. proposed: taken over from
another address, to be confirmed, and not shown."""
STANDINGS: tuple[Standing, ...] = ("reviewed", "draft", "older", "changed", "proposed", "missing")


def standing(text: Text, entry: Translation | None, firm: bool = False) -> Standing:
    """How far the translation of a text is. `firm`: an older translation would mislead."""
    if entry is None or not entry.value:
        return "missing"
    if entry.proposed:
        return "proposed"
    if entry.older_than(text):
        return "changed" if firm or entry.meaning_changed else "older"
    return "reviewed" if entry.reviewed else "draft"


@dataclass(frozen=True, slots=True)
class Catalog:
    """All translations into one language, by address."""

    tag: str
    entries: Mapping[str, Translation]


_FOLD = str.maketrans({
    **dict.fromkeys("’‘ʼ‚‛`´“”„‟«»‹›", "'"), **dict.fromkeys("‐‑‒–—―−", "-"), "\u00ad": "", "\u200b": "", "\u2060": "",
})
_RAISED = re.compile(r"(?<=\d)(?=[²³¹⁰⁴-⁹₀-₉])")
"""Before a raised or lowered figure after a figure: NFKC would make 102 of 10²."""
_QUOTE = re.compile(r'(?<!\d)"')
"""A straight quote, but not the sign of inches."""
_POINTED = re.compile(r"(?<=[«‹])\s+|\s+(?=[»›])")
"""Spaces inside quotes, as French has them."""
_EMPHASIS = re.compile(r"(?<!\w)\*+(?=\S)|(?<=\S)\*+(?!\w)")
_DASH = re.compile(r"\s+-+\s+|--+")
_BESIDE = re.compile(r"\s+(?=[;:!?%)\]}…]|[.,](?!\d))|(?<=[(\[{])\s+|\s+(?=\()")
"""Spaces beside punctuation."""


@functools.lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """A text without what is only typography, so that mending it never makes a translation old.

    That is: composed forms (NFKC), kinds of quotes, hyphens and spaces, spaces around punctuation, emphasis. Words, figures, order and
    the case of letters stay.
    """
    text = _POINTED.sub("", unicodedata.normalize("NFKC", _RAISED.sub("^", text))).translate(_FOLD)
    text = re.sub(r"\s+", " ", _EMPHASIS.sub("", _QUOTE.sub("'", text)))
    return _BESIDE.sub("", _DASH.sub("-", text)).strip()


def fingerprint(text: str) -> str:
    """SHA-256 of a text without its typography: two texts with the same one need no new translation."""
    return hashlib.sha256(folded(text).encode()).hexdigest()
