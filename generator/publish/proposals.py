"""Translations that may belong to a text whose address was renamed: proposed to the translator, never taken."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping

from generator.model.catalog import folded
from generator.model.po import PoEntry
from generator.model.text import Text

LIKE = 0.8
"""How alike two texts must be, from 0 to 1, so that one may be the other under a new address."""
CLEAR = 0.05
"""By how much the likest must be ahead of the next one."""
_FIGURES = re.compile(r"\d+")


def proposals(new: Iterable[Text], gone: Mapping[str, PoEntry]) -> dict[str, PoEntry]:
    """For addresses of new texts, the entry that may be theirs: its text is gone, one key of its address is another, and its source is
    much alike with the same figures. Where two are alike, neither is proposed."""
    kin: dict[str, list[str]] = {}
    for address in gone:
        for pattern in _patterns(address):
            kin.setdefault(pattern, []).append(address)
    pairs = sorted(((ratio, text.id, address) for text in new for pattern in _patterns(text.id) for address in kin.get(pattern, ())
                    if (ratio := likeness(gone[address].source, text.value)) >= LIKE), reverse=True)
    found: dict[str, PoEntry] = {}
    for ratio, new_address, address in pairs:
        rivals = [other for other, one, two in pairs if (one == new_address) != (two == address)]
        if all(ratio - other >= CLEAR for other in rivals):
            found[new_address] = gone[address]
    return found


def _patterns(address: str) -> Iterator[str]:
    """The address with each of its keys left open in turn: two addresses that share a pattern differ in one key."""
    if len(keys := address.split("/")) > 1:
        yield from ("/".join([*keys[:number], "", *keys[number + 1 :]]) for number in range(len(keys)))


def likeness(old: str, new: str) -> float:
    """How alike two texts are without their typography, from 0 to 1; 0 where their figures differ."""
    old, new = folded(old), folded(new)
    if _FIGURES.findall(old) != _FIGURES.findall(new):
        return 0.0
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE else 0.0
