"""Keys, names and references: how one thing of the project points to another."""

from __future__ import annotations

import re
from typing import Annotated, Any, NamedTuple

from pydantic import PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.source import NOWHERE, Where

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
"""An author-given key: lower-case words with hyphens. Part of an address, so it stays."""

CLAUSES = {11: 2, 13: 2, 14: 2, 15: 2, 16: 3, 17: 2, 20: 2, 21: 3, 23: 4, 25: 2, 26: 3, 27: 2, 29: 3}
"""Articles of the Universal Declaration with numbered clauses, and how many. The others have one paragraph."""
ARTICLES = 30
PREAMBLE = ("", *map(str, range(1, 8)), "proclamation")
"""Parts of the preamble: its seven recitals and the proclamation."""

KINDS = ("case", "page", "module", "article", "quiz", "tool", "worksheet", "activity", "session", "term")

_ARTICLE = re.compile(r"^(preamble|[1-9][0-9]{0,3})(?:\.([0-9]{1,2}|proclamation))?$")
_REF = re.compile(r"^([a-z]+):([a-z0-9.-]+)(?:#([a-z0-9-]+))?$")


class Named(str):
    """The name of something elsewhere (a fact, a source, an inventory item), and where it was written."""

    __slots__ = ("where",)

    def __new__(cls, value: str, where: Where = NOWHERE) -> Named:
        """The name `value`, written at `where`."""
        made = super().__new__(cls, str(value))
        made.where = where
        return made


def _named(given: Any) -> Named:
    if isinstance(given, Named):
        return given
    if not isinstance(given, str) or not given:
        raise PydanticCustomError("string_type", "a name is expected here")
    return Named(given, getattr(given, "where", NOWHERE))


Name = Annotated[Named, PlainValidator(_named), WithJsonSchema({"type": "string"})]


class Article(NamedTuple):
    """An article of the Universal Declaration, or one clause of it."""

    number: int
    """1 to 30; 0 is the preamble."""
    clause: str = ""
    """`1` to `4`, `proclamation`, or empty for the whole article."""

    @property
    def id(self) -> str:
        """The file's name in `content/rights/`."""
        return f"article-{self.number:02}" if self.number else "preamble"


def parse_article(given: str) -> Article:
    """`25`, `25.1` or `preamble` as an `Article`. Raises PydanticCustomError where the Declaration has no such thing."""
    found = _ARTICLE.match(given)
    if not found:
        raise PydanticCustomError("article_form", "`{given}` is not an article of the Declaration", {"given": given})
    name, clause = found[1], found[2] or ""
    if name == "preamble":
        if clause not in PREAMBLE:
            raise PydanticCustomError("article_clause", "the preamble has no part {clause}", {"clause": clause})
        return Article(0, clause)
    number = int(name)
    if number > ARTICLES:
        raise PydanticCustomError("article_number", "there is no article {number}; the Declaration has 30", {"number": number})
    if clause and not (clause.isdigit() and 1 <= int(clause) <= CLAUSES.get(number, 0)):
        raise PydanticCustomError("article_clause", "article {number} has no clause {clause}", {"number": number, "clause": clause})
    return Article(number, clause)


def _article(given: Any) -> Article:
    if isinstance(given, Article):
        return given
    if not isinstance(given, str):
        raise PydanticCustomError("string_type", "an article number is expected here")
    return parse_article(given)


ArticleRef = Annotated[Article, PlainValidator(_article), WithJsonSchema({"type": "string", "pattern": _ARTICLE.pattern})]


class Ref(NamedTuple):
    """A reference as authors write it: `case:clara#story`."""

    kind: str
    """One of KINDS."""
    id: str
    part: str = ""
    """What follows `#`; empty where the whole thing is meant."""
    where: Where = NOWHERE

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" + (f"#{self.part}" if self.part else "")


def parse_ref(given: str, where: Where = NOWHERE) -> Ref | None:
    """The reference that a string spells, or None where it spells none."""
    found = _REF.match(given)
    if not found or found[1] not in KINDS:
        return None
    return Ref(found[1], found[2], found[3] or "", where)


def _ref(given: Any) -> Ref:
    if isinstance(given, Ref):
        return given
    made = parse_ref(given, getattr(given, "where", NOWHERE)) if isinstance(given, str) else None
    if made is None:
        raise PydanticCustomError("ref_form", "`{given}` is not a reference", {"given": str(given)})
    return made


RefField = Annotated[Ref, PlainValidator(_ref), WithJsonSchema({"type": "string", "pattern": _REF.pattern})]
