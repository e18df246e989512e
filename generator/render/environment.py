"""The Jinja environment of the components: autoescaped, with the words of one language."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import jinja2
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, get_decimal_symbol
from markupsafe import Markup, escape

from generator.model.project import Project
from generator.model.settings import Dates, Language
from generator.model.text import HOLE, Text


def fill(text: str, values: Mapping[str, object]) -> str:
    """A text with `{name}` replaced. Only names, never expressions: translations are not trusted with `str.format`."""
    return HOLE.sub(lambda found: str(values.get(found[1], found[0])), text)


def environment(folder: Path) -> jinja2.Environment:
    """An environment over `site_overrides/components`. Undefined names are errors, so a misspelt one never prints nothing."""
    made = jinja2.Environment(loader=jinja2.FileSystemLoader(folder), autoescape=True, undefined=jinja2.StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True)
    made.filters["attrs"] = attributes
    return made


def attributes(text: Text, page_lang: str, direction: Callable[[str], str], said: str = "") -> Markup:
    """The attributes of the element around a text: its address, its state, its language where that is not the page's, and what the reader is told of it."""
    told = Markup(f' data-said="{escape(said)}"') if said else Markup()
    return Markup(f' data-text="{escape(text.id)}" data-state="{text.state}"') + tongue(text, page_lang, direction) + told


def tongue(text: Text, page_lang: str, direction: Callable[[str], str]) -> Markup:
    """The attributes that say in which language a text is, where that is not the page's (WCAG 2.2, 3.1.2); nothing where it is."""
    return Markup("" if text.lang == page_lang else f' lang="{escape(text.lang)}" dir="{direction(text.lang)}"')


class Words:
    """The interface in one language: words, numbers, names of countries and languages."""

    def __init__(self, project: Project, tag: str) -> None:
        self.texts, self.tag, self.languages = project.ui, tag, project.languages
        self.locale = _locale(project.languages[tag])

    def __call__(self, key: str, **values: object) -> str:
        """The word called `key`, with numbers written as the language writes them."""
        shown = {name: self.number(value) if isinstance(value, int | float) else value for name, value in values.items()}
        return fill(self.texts[key].value, shown)

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return _number(value, str(self.locale), self.numbers)

    @property
    def numbers(self) -> str:
        """The digits of the language, as a CLDR numbering system."""
        return self.languages[self.tag].numbers

    def date(self, value: str) -> str:
        """A year, years or a month, given as `2013`, `2007–2014` or `2023-04`, as the language writes it."""
        first = value.partition("–")[0]
        return _date(first, str(self.locale), self.languages[self.tag].dates).replace(first, value)

    @property
    def comma(self) -> str:
        """What stands between the members of a list."""
        return self.languages[self.tag].comma

    @property
    def decimal(self) -> str:
        """The character between the whole and the parts of a number."""
        return str(get_decimal_symbol(str(self.locale), numbering_system=self.numbers))

    def country(self, code: str) -> str:
        """The name of the country with an ISO 3166 code."""
        return self.locale.territories.get(code, code)

    def language(self, tag: str) -> str:
        """The name of a language in the language of the page: ours where CLDR has none."""
        own = self.texts.words.get(f"language-{tag.lower()}")
        return own.value if own else self.locale.languages.get(tag, tag)

    def said(self, text: Text) -> str:
        """What the reader is told of this very text, in words of the page's language; empty where the notice of the page says it of all."""
        if text.state == "fallback" and text.lang != self.tag:
            return self("state-fallback", language=self.language(text.lang))
        return self("state-older") if text.state == "older" else ""

    def direction(self, tag: str) -> str:
        """`ltr` or `rtl`."""
        return self.languages[tag].direction if tag in self.languages else "ltr"


@functools.lru_cache(maxsize=5_000)
def _number(value: float, locale: str, numbers: str) -> str:
    return str(format_decimal(value, locale=locale, numbering_system=numbers))


@functools.lru_cache(maxsize=500)
def _date(value: str, locale: str, dates: Dates) -> str:
    month = "-" in value
    day, pattern = date.fromisoformat(f"{value}-01" if month else f"{value}-01-01"), dates.month if month else dates.year
    return str(format_date(day, pattern, locale) if pattern else format_skeleton("yMMMM" if month else "y", day, locale=locale))


def _locale(language: Language) -> Locale:
    try:
        return Locale.parse(language.locale, sep="-" if "-" in language.locale else "_")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
