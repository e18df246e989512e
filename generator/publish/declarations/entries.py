"""What the pages of the Declaration say about each text: where its language is spoken, what it is called, in which languages we speak about it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from babel.languages import get_official_languages, get_territory_language_info

from generator.model.declaration import DeclarationText
from generator.render.environment import Words
from generator.render.locator import Atlas
from generator.render.syllables import needs_syllables
from generator.render.territories import REGIONS, language_name, own_name, region_of
from generator.render.world import place


@dataclass(frozen=True, slots=True)
class Entry:
    """A text in the list of one language of the interface."""

    text: DeclarationText
    name: str
    """In the language of the interface where CLDR has it, else in English."""
    detail: str
    """The collection's English name, where that says something else."""
    own: str
    """`own_of` the text."""
    country: str
    """Its ISO 3166 code; empty where the collection gives no place on land."""
    at: str
    """Its place on the map of the world, as `x,y`."""


def tag_of(text: DeclarationText) -> str:
    """The language tag of the page: `und` where the collection knows none."""
    return text.listing.tag or "und"


def direction_of(text: DeclarationText) -> str:
    """`ltr` or `rtl`. A script in columns is set by the stylesheet."""
    return "rtl" if text.listing.direction == "rtl" else "ltr"


def in_columns(text: DeclarationText) -> bool:
    """Whether the script runs from top to bottom."""
    return text.listing.direction == "ttb" or "MONGOLIAN" in unicodedata.name(_letter(text), "")


def in_syllables(text: DeclarationText) -> bool:
    """Whether we say where its lines may break."""
    return any(needs_syllables(text.listing.tag, said) for said in text.articles[1].clauses) if 1 in text.articles else False


def said_in(text: DeclarationText) -> str:
    """All words of a text, also those that stood where it was put right."""
    return "".join([*(words for _, words in text.places()), *(each.was for done in text.corrections.values() for each in done)])


def _letter(text: DeclarationText) -> str:
    return next((letter for article in text.articles.values() for said in article.clauses for letter in said if letter.isalpha()), "a")


def country_of(text: DeclarationText, atlas: Atlas) -> str:
    """The country at the place that the collection gives; empty where there is none."""
    listing = text.listing
    return "" if listing.latitude is None or listing.longitude is None else atlas.code_at(listing.latitude, listing.longitude)


def entries_of(texts: Iterable[DeclarationText], countries: Mapping[str, str], words: Words) -> list[Entry]:
    """Every text as the readers of one language find it, in the order of the names."""
    return sorted((_entry(text, countries[text.listing.code], words) for text in texts), key=lambda entry: (_sorted(entry.name), entry.detail))


def name_of(text: DeclarationText, words: Words) -> str:
    """What the language is called in a language of the interface, where ours or CLDR have it; else in English."""
    english = str(words.locale).startswith("en")
    own = words.texts.words.get(f"language-{text.listing.tag.lower()}")
    return (own.value if own else "") or ("" if english else language_name(text.listing.tag, words.locale)) or text.listing.name


def own_of(text: DeclarationText) -> str:
    """What the language is called in itself where CLDR knows it, else the title of the text; empty where both are missing."""
    return own_name(text.listing.tag) or text.title


def _entry(text: DeclarationText, country: str, words: Words) -> Entry:
    listing, name = text.listing, name_of(text, words)
    at = place(listing.latitude, listing.longitude) if country and listing.latitude is not None and listing.longitude is not None else ()
    return Entry(text, name, listing.name if listing.name != name else "", own_of(text), country, ",".join(map(str, at)))


def by_region(entries: Sequence[Entry], words: Words) -> list[tuple[str, str, list[tuple[str, list[Entry]]]]]:
    """Regions by their number and name, each with its countries by name, each with its entries. Entries without a country come last."""
    countries: dict[str, list[Entry]] = {}
    for entry in entries:
        countries.setdefault(entry.country, []).append(entry)
    made = []
    for region in (*REGIONS, ""):
        there = sorted(((words.country(code) if code else "", found) for code, found in countries.items() if region_of(code) == region),
                       key=lambda each: _sorted(each[0]))
        if there:
            made.append((region or "none", words.country(region) if region else "", there))
    return made


def voices(text: DeclarationText, country: str, languages: Sequence[str]) -> list[str]:
    """The languages of the interface in which a booklet speaks about itself: its own or, first of all, one that is official where it is spoken;
    and the edition's first. Who reads an official language that more people have (Hebrew, beside Arabic) needs no other of them."""
    own, shares = text.listing.tag.partition("-")[0], get_territory_language_info(country) if country else {}
    official = get_official_languages(country) if country else ()
    if own in official:
        official = tuple(tag for tag in official if shares[tag]["population_percent"] > shares[own]["population_percent"])
    wanted = [text.listing.tag, own, *official]
    return list(dict.fromkeys([*(tag for tag in wanted if tag in languages), languages[0]]))[:2] if languages[0] not in wanted[:2] else [languages[0]]


def _sorted(name: str) -> str:
    """A name's place in the alphabet: without case and marks."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name).casefold() if letter.isalnum() or letter == " ")
