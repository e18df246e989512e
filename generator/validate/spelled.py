"""Numbers that a text says in words, by the rules of CLDR: `forty`, `third`, `May`."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names
from icu4py.messageformat import MessageFormat

MOST = 100
"""Numbers up to this are found."""
_KINDS = ("", ",%spellout-ordinal", ",%spellout-ordinal-masculine", ",%spellout-ordinal-feminine", ",%spellout-cardinal-feminine")
"""Rules of CLDR; a language that lacks one uses its first."""


@functools.lru_cache(maxsize=20_000)
def spelled(text: str, locale: str) -> frozenset[str]:
    """The numbers up to MOST that a text says in words, as figures. None in languages that do not part words by spaces."""
    words, form = _words(locale)
    return frozenset(words[found.casefold()] for found in form.findall(text))


@functools.cache
def _words(locale: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """The figure of each word, and a pattern that finds the words."""
    words = {each.casefold(): str(number) for number, each in _months(locale).items()}
    for kind in _KINDS:
        said = MessageFormat(f"{{n,spellout{kind}}}", locale.replace("_", "-"))
        words |= {said.format({"n": number}).casefold(): str(number) for number in range(MOST + 1)}
    longest = sorted(map(re.escape, words), key=len, reverse=True)
    return words, re.compile(rf"(?<![\w-])(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)


def _months(locale: str) -> Mapping[int, str]:
    try:
        return dict(get_month_names("wide", locale=Locale.parse(locale, sep="-" if "-" in locale else "_")))
    except (UnknownLocaleError, ValueError):
        return {}
