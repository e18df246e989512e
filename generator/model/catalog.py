"""Translations of one language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

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

    def older_than(self, text: Text) -> bool:
        """Whether the text has changed since it was translated. Mere typography does not count."""
        return self.fuzzy or (self.source != text.value and folded(self.source) != folded(text.value))


@dataclass(frozen=True, slots=True)
class Catalog:
    """All translations into one language, by address."""

    tag: str
    entries: Mapping[str, Translation]


_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "–": "-", "—": "-"})


def folded(text: str) -> str:
    """A text without what is only typography (quotes, hyphens, spaces, composed forms), so that mending it never makes a translation old."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).translate(_FOLD)).strip()
