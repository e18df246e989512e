"""Hints for translators: what is often a slip and sometimes right, so that it never stops a build."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from generator.model.catalog import Catalog, Translation
from generator.model.project import Project
from generator.model.text import Quote, Text, texts_of
from generator.model.walk import LINK
from generator.problems import Problem, problem

LONG = 60
"""From how many letters of the source the lengths are compared: shorter texts are names, labels and abbreviations, whose lengths say little."""
MANY = 10
"""From how many such translations we know how long a language usually is."""
SHORTER, LONGER = 0.6, 2
"""What share of the usual length, or how many times it, is told. Of the 22,600 translations into the first six languages 6 are, and none of them is
wrong; of those that lose one of their two sentences, 8 in 10 are."""
_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")
_ITEM = re.compile(r"^[^\S\n]*(?:[-*+]|\d+[.)])[^\S\n]", re.MULTILINE)

_COUNTS: Mapping[str, Callable[[str], int]] = MappingProxyType({
    "paragraphs": lambda text: len(_PARAGRAPHS.split(text.strip())), "items of a list": lambda text: len(_ITEM.findall(text)),
    "marks of emphasis (`*`)": lambda text: text.count("*"),
})


def translation_hints(project: Project, catalog: Catalog) -> list[Problem]:
    """T030 a translation that is much shorter or longer than others into its language, T031 one with another number of paragraphs, items of a list or marks
    of emphasis.
    Nothing is said of translations of an older text, and what somebody has looked at (`# checked: T030`) is not told again."""
    texts: dict[str, Text] = {text.id: text for _, document in project.documents() for text in texts_of(document) if not isinstance(text, Quote)}
    current = [entry for address, entry in catalog.entries.items()
               if entry.value and not entry.proposed and (text := texts.get(address)) and not entry.older_than(text)]
    ratios = [_ratio(entry) for entry in current if _length(entry.source) >= LONG]
    usual = statistics.median(ratios) if len(ratios) >= MANY else 0
    return sorted(each for entry in current for each in (*_lengths(entry, usual), *_parts(entry)) if each.code not in entry.checked)


def _length(text: str) -> int:
    """The letters of a text without the targets of its links, which are the same in every language."""
    return len(LINK.sub("]", text))


def _ratio(entry: Translation) -> float:
    return _length(entry.value) / _length(entry.source)


def _lengths(entry: Translation, usual: float) -> Iterator[Problem]:
    if not usual or _length(entry.source) < LONG or SHORTER <= (ratio := _ratio(entry) / usual) <= LONGER:
        return
    what, how = ("shorter", "whether something is missing") if ratio < 1 else ("longer", "whether something stands there twice")
    yield problem(entry.where, "T030", f"this translation is much {what} than its source usually becomes in this language",
                  f"See {how}. If it is right, add `# checked: T030`.")


def _parts(entry: Translation) -> Iterator[Problem]:
    for what, count in _COUNTS.items():
        wanted, given = count(entry.source), count(entry.value)
        if wanted != given:
            yield problem(entry.where, "T031", f"the translation has not as many {what} as its source",
                          f"The source has {wanted}, the translation {given}. See what is missing or too much; if it is right, add `# checked: T031`.")
            return
