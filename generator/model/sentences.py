"""Sentences and words of a text, by the boundaries of Unicode as ICU finds them in each language.

Why ICU: Thai, Khmer and Burmese write no spaces between words, and CLDR knows the abbreviations after which no sentence ends.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from icu4py.breakers import SentenceBreaker, WordBreaker

LONG = 6
"""A word with more letters than this is a long one, as LIX counts (Björnsson 1968)."""
FRAGMENT = 6
"""A heading, label or entry of fewer words that does not end like a sentence is none, and is not counted."""

_BLOCK = re.compile(r"^[ \t]*(?:[-+*]|\d+[.)])[ \t]+|\n[ \t]*\n", re.MULTILINE)
"""What ends a sentence wherever it stands: a new paragraph, and the mark of an entry in a list."""
_TARGET = re.compile(r"\]\([^)\s]*\)|[*_\[]")
"""What Markdown adds to the words."""
_STOPS = frozenset(".!?…。！？।៕။؟")


class Sentence(NamedTuple):
    """One sentence."""

    text: str
    offset: int
    """Where it begins in the text."""
    words: int
    long: int
    """How many of its words are long."""


def words(text: str, lang: str) -> list[str]:
    """The words of a text: what ICU sets apart and holds a letter or a digit. `e-mail` is two, `35,000` is one."""
    return [each for each in WordBreaker(text, lang) if any(letter.isalnum() for letter in each)]


def sentences(text: str, lang: str) -> Iterator[Sentence]:
    """The sentences of a text. Each entry of a list is one or more; what is no sentence (FRAGMENT) is left out."""
    plain = _TARGET.sub(lambda found: " " * len(found[0]), text)
    start = 0
    for end, after in [*((found.start(), found.end()) for found in _BLOCK.finditer(plain)), (len(plain), len(plain))]:
        yield from _of_block(plain[start:end], start, lang)
        start = after


def _of_block(block: str, start: int, lang: str) -> Iterator[Sentence]:
    flat = block.replace("\n", " ")
    for begin, end in SentenceBreaker(flat, f"{lang}@ss=standard").segments():
        said = flat[begin:end].strip()
        found = words(said, lang)
        if found and (len(found) >= FRAGMENT or _stops(said)):
            long = sum(sum(letter.isalpha() for letter in each) > LONG for each in found)
            yield Sentence(" ".join(said.split()), start + begin + len(flat[begin:end]) - len(flat[begin:end].lstrip()), len(found), long)


def _stops(said: str) -> bool:
    """Whether a text ends like a sentence. Quotes and brackets that close after the stop do not matter."""
    while said and unicodedata.category(said[-1]) in ("Pe", "Pf", "Pi", "Po") and said[-1] not in _STOPS:
        said = said[:-1]
    return said[-1:] in _STOPS
