"""The figures of a text, as values that can be compared across languages: digits of any script, separators as CLDR has them."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_group_symbol

from generator.model.text import HOLE
from generator.model.walk import LINK
from generator.validate.spelled import MOST, spelled

_DIGIT = re.compile(r"\d")
_NATIVE = re.compile(r"[^\D0-9]")
"""A digit of another script than Latin."""
_NUMBER = re.compile(r"\d+(?:[.,٫٬'’\u00a0\u202f ]\d+)*")
_SPACES = re.compile(r"(?<!\d)(\d{1,3})((?:[\u00a0\u202f]\d{3})+)(?!\d)")
_WIDE = re.compile(r"(?<!\d)(\d{1,3})((?: \d{3})+)(?!\d)")
_ROMAN = re.compile(r"\b([IVXLCDM]+)(?:er|ers|e|es|ème)?\b")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_NONE: Mapping[str, int] = MappingProxyType({})
BUDDHIST = 543
"""What the Thai calendar counts more than ours."""


def figures_differ(source: str, translation: str, source_locale: str, locale: str) -> tuple[list[str], list[str]]:
    """The figures that a translation lost, and those that only it has. Roman numerals count as figures; Thai years may be Buddhist ones."""
    wanted, given = figures(source, source_locale), figures(translation, locale)
    if wanted != given and _WIDE.search(translation):  # `228 000` is read everywhere, whatever else the language uses
        given = figures(_WIDE.sub(_closed, translation), locale)
    if wanted == given:
        return [], []
    lost, more = Counter(wanted) - Counter(given), Counter(given) - Counter(wanted)
    if lost:
        spare = more + Counter(str(_roman(each)) for each in _ROMAN.findall(translation))
        if locale.startswith("th"):
            spare += Counter(str(int(each) - BUDDHIST) for each in more if each.isdigit() and int(each) > 2400)
            more -= Counter(str(int(each) + BUDDHIST) for each in lost if each.isdigit())
        lost -= spare
    if lost:
        return sorted(lost), sorted(more)
    return [], sorted(each for each in more if not _small(each)) or _mistaken(source, source_locale, more, given)


def _small(figure: str) -> bool:
    """Whether a figure may stand for a word of the source: up to a hundred, or round (`forty`, `three thousand`)."""
    return figure.isdigit() and int(re.sub("(000)+$", "", figure) or 0) <= MOST


def _mistaken(source: str, locale: str, more: Iterable[str], given: Mapping[str, int]) -> list[str]:
    """Small figures that the source does not say in words, where it says others that the translation has not as figures.

    Both must be so, since a text says numbers in words that no rule knows (`both`, `a quarter of an hour`), and `one` is seldom a number.
    """
    small = [each for each in more if _small(each)]
    said = spelled(source, locale) if small else frozenset[str]()
    strange = [each for each in small if each not in said and int(each) <= MOST]
    return sorted(strange) if strange and said - given.keys() - {"1"} else []


def figures(text: str, locale: str) -> Mapping[str, int]:
    """Every figure of a text outside links and placeholders, and how often: `4300`, `62.9`."""
    return _figures(text, locale) if _DIGIT.search(text) else _NONE


@functools.lru_cache(maxsize=20_000)
def _figures(text: str, locale: str) -> Counter[str]:
    """Kept, since one source is compared with each of its translations."""
    decimal, group = _separators(locale)
    text = HOLE.sub(" ", LINK.sub("]", text)).replace("٫", decimal).replace("٬", group)
    text = _NATIVE.sub(lambda found: str(unicodedata.decimal(found[0])), text)
    text = _SPACES.sub(_closed, text)
    if group.isspace():
        text = _WIDE.sub(_closed, text)
    found: Counter[str] = Counter()
    for token in _NUMBER.findall(re.sub(r"\s", "\n", text)):
        found.update(_values(token, decimal, group))
    return found


def _closed(found: re.Match[str]) -> str:
    return re.sub(r"\s", "", found[0])


def _values(token: str, decimal: str, group: str) -> list[str]:
    """What a token says: one number, or, where its separators make none (a date, a list), the whole numbers in it."""
    parts = re.split(r"([.,'’])", token)
    numbers, marks = parts[::2], parts[1::2]
    whole = [str(int(each)) for each in numbers]
    if not marks:
        return whole
    grouped = len(numbers[0]) <= 3 and len(numbers[-1]) == 3 and all(len(each) in (2, 3) for each in numbers[1:])
    if set(marks) == {group} and grouped:
        return [str(int("".join(numbers)))]
    if marks[-1] == decimal and set(marks[:-1]) <= {group}:
        return [f"{int(''.join(numbers[:-1]))}.{numbers[-1]}"]
    return [f"{whole[0]}.{numbers[1]}"] if len(numbers) == 2 and len(numbers[1]) < 3 else whole


def _roman(numeral: str) -> int:
    values = [_VALUES[each] for each in numeral]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


@functools.cache
def _separators(locale: str) -> tuple[str, str]:
    """The marks before decimals and between groups, as CLDR has them; the English ones for a language that CLDR does not know."""
    try:
        known = Locale.parse(locale, sep="-" if "-" in locale else "_")
        return (get_decimal_symbol(known, numbering_system="latn"), get_group_symbol(known, numbering_system="latn").replace("\u202f", "\u00a0"))
    except (UnknownLocaleError, ValueError):
        return ".", ","
