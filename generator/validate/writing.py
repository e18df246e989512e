"""How a translation is written: in its own script, in Unicode, composed, with its marks of direction closed."""

from __future__ import annotations

import functools
import re
import unicodedata
import warnings
from collections.abc import Callable

from fontTools.unicodedata import script

from generator.model.walk import LINK

ZAWGYI = 0.95
"""From which probability a text counts as Zawgyi."""
_ENOUGH = 8
"""From how many letters a text must have some of its own script: shorter ones may be a name or a sign."""
_COMMON = frozenset({"Zyyy", "Zinh", "Zzzz"})
_TOGETHER = {"Jpan": frozenset({"Hani", "Hira", "Kana"}), "Kore": frozenset({"Hang", "Hani"}), "Hans": frozenset({"Hani"}), "Hant": frozenset({"Hani"})}
"""Scripts of CLDR that are several of Unicode."""
_CODE = re.compile(r"\{[^}]*\}|https?://\S+")
_OPEN, _CLOSE = "\u2066\u2067\u2068", "\u2069"

_script: Callable[[str], str] = functools.cache(script)


def letters_of(text: str) -> dict[str, int]:
    """How many letters of each script a text has, outside links and placeholders."""
    counts: dict[str, int] = {}
    for char in _CODE.sub("", LINK.sub("]", text)):
        if char.isalpha() and (found := _script(char)) not in _COMMON:
            counts[found] = counts.get(found, 0) + 1
    return counts


def foreign_script(source: str, translation: str, own: str) -> str:
    """What is wrong with a translation's letters: the script that does not belong there, or `own` where that is missing. Empty where all is well.

    Latin may stand anywhere (names, signs), and so may what the source has.
    """
    if translation.isascii() and own == "Latn":
        return ""
    mine = _TOGETHER.get(own, frozenset({own}))
    counts = letters_of(translation)
    if strange := sorted(counts.keys() - mine - {"Latn"} - letters_of(source).keys()):
        return strange[0]
    missing = not mine & counts.keys() and sum(counts.values()) >= _ENOUGH and translation != source
    return own if missing else ""


def mixed_word(text: str) -> str:
    """A word that has letters of Latin and of a script whose letters look the same: a sign of a wrong keyboard. Empty where there is none."""
    if text.isascii():
        return ""
    for word in re.findall(r"[^\W\d_]+", text):
        if not word.isascii() and {"Latn"} < (found := {_script(char) for char in word} - _COMMON) and found & {"Cyrl", "Grek", "Armn"}:
            return word
    return ""


def composed(text: str) -> bool:
    """Whether a text is in Unicode's composed form, as an update writes it. The order of marks on a letter is free: people type Burmese and
    Arabic ones in another order than the canonical one, and no reader sees the difference."""
    return unicodedata.is_normalized("NFC", text) or sorted(unicodedata.normalize("NFC", text)) == sorted(text)


def unclosed(text: str) -> bool:
    """Whether a mark that turns the direction of writing is left open, or closed twice."""
    depth = 0
    for char in text:
        depth += (char in _OPEN) - (char == _CLOSE)
        if depth < 0:
            return True
    return depth > 0


def zawgyi(text: str) -> bool:
    """Whether a text is written in Zawgyi, an old encoding that looks like Burmese and reads as nonsense."""
    return "Mymr" in letters_of(text) and _detector()(text) > ZAWGYI


@functools.cache
def _detector() -> Callable[[str], float]:
    from myanmartools import ZawgyiDetector  # its table takes a tenth of a second to read, and few sites need it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return ZawgyiDetector().get_zawgyi_probability
