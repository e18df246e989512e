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
_ALIKE = frozenset({"Cyrl", "Grek", "Armn"})
"""Scripts that have letters which look like Latin ones."""
_OPEN, _CLOSE = "\u2066\u2067\u2068", "\u2069"
_TURN = re.compile(f"[{_OPEN}{_CLOSE}]")
_NOT_UNICODE = re.compile(
    "[\u1033\u1034\u1060-\u1097]"  # signs that Zawgyi uses for other shapes of the same letter
    "|\u1039(?![\u1000-\u1021])"  # a stack without a letter below: Zawgyi's asat
    "|(?<![\u1000-\u102a\u103b-\u103f\u1050-\u1081\u108e\uaa60-\uaa7f])[\u1031\u103b]"  # a vowel or a medial before its letter
    "|\u103a(?=[\u102b-\u1032])"  # a vowel after an asat: Zawgyi's medial
)
"""What no Burmese text in Unicode has, and every Zawgyi text of a few words does. The detector looks only at texts that have it, being slow."""

_ASAT = re.compile("\u1039(?![\u1000-\u102a\u1050-\u1081\u108e])")
"""A stack without a letter below: no language of the script has it in Unicode, and a few words in Zawgyi do, however much Unicode stands around them."""

_script: Callable[[str], str] = functools.cache(script)


def scripts_of(text: str) -> set[str]:
    """The scripts of a text's letters, outside links and placeholders."""
    return {found for char in set(_bare(text)) if char.isalpha() and (found := _script(char)) not in _COMMON}


def _bare(text: str) -> str:
    text = LINK.sub("]", text) if "](" in text else text
    return _CODE.sub("", text) if "{" in text or "://" in text else text


def foreign_script(source: str, translation: str, own: str) -> str:
    """What is wrong with a translation's letters: the script that does not belong there, or `own` where that is missing. Empty where all is well.

    Latin may stand anywhere (names, signs), and so may what the source has.
    """
    if translation.isascii() and own == "Latn":
        return ""
    mine = _TOGETHER.get(own, frozenset({own}))
    found = scripts_of(translation)
    if (strange := found - mine - {"Latn"}) and (strange := strange - scripts_of(source)):
        return min(strange)
    missing = not mine & found and translation != source and sum(map(str.isalpha, _bare(translation))) >= _ENOUGH
    return own if missing else ""


def mixed_word(text: str) -> str:
    """A word that has letters of Latin and of a script whose letters look the same: a sign of a wrong keyboard. Empty where there is none."""
    if text.isascii() or not _ALIKE & {_script(char) for char in set(text)}:
        return ""
    for word in re.findall(r"[^\W\d_]+", text):
        if not word.isascii() and {"Latn"} < (found := {_script(char) for char in word} - _COMMON) and found & _ALIKE:
            return word
    return ""


def composed(text: str) -> bool:
    """Whether a text is in Unicode's composed form, as an update writes it. The order of marks on a letter is free: people type Burmese and
    Arabic ones in another order than the canonical one, and no reader sees the difference."""
    return unicodedata.is_normalized("NFC", text) or sorted(unicodedata.normalize("NFC", text)) == sorted(text)


def unclosed(text: str) -> bool:
    """Whether a mark that turns the direction of writing is left open, or closed twice."""
    depth = 0
    for char in _TURN.findall(text):
        depth += 1 if char in _OPEN else -1
        if depth < 0:
            return True
    return depth > 0


def zawgyi(text: str) -> bool:
    """Whether a text is written in Zawgyi, an old encoding that looks like Burmese and reads as nonsense."""
    return bool(_ASAT.search(text)) or (bool(_NOT_UNICODE.search(text)) and _detector()(text) > ZAWGYI)


@functools.cache
def _detector() -> Callable[[str], float]:
    from myanmartools import ZawgyiDetector  # its table takes a tenth of a second to read, and few sites need it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return ZawgyiDetector().get_zawgyi_probability
