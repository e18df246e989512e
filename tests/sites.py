"""Every face of the training that a learner may get: the tests of all pages run over this list."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from lxml import html

SITES = {
    "online": ["build"],
    "trainer": ["build", "--edition", "trainer"],
    "community": ["build", "--edition", "community"],
    "lessons": ["export", "html", "--edition", "online"],
    "folder": ["export", "zip", "--edition", "online"],
    "community-lessons": ["export", "html"],
    "community-folder": ["export", "zip"],
}
"""Name: what `highroad` is asked, without `--to` and a folder. Archives are unpacked. A new face is one line here."""
FEWER = {"trainer": ("en", "es"), "lessons": ("en", "km"), "folder": ("en", "ar")}
"""The languages that a usual run builds of a face, where not all."""
VARIED = ("trainer", "community", "lessons", "community-folder")
"""Faces that together hold every component, and each kind of page in every frame: what is tried in many states is tried on these."""
BOOKLETS = "declaration"
"""The folder with the Declaration in every language: hundreds of pages that are made alike."""
SAMPLE = frozenset({"eng", "arb", "shn", "khk_mong", "qvc", "quz", "013", "heb", "cmn_hans", "tha"})
"""Those that stand for all: of each direction, with and without gaps, corrected, split into syllables, without a language tag."""

APART = frozenset({"declaration.html", "parallel.html"})
"""Pages of a language that are not in its search and its list of pages: there is one way to them, from the articles."""


WHOLE = ("en", "-")
"""Languages whose every page is tried."""
EACH_COMPONENT = (*WHOLE, "ar", "en-XA", "ar-XB")
"""Languages of which a usual run tries pages that together hold every component: one for each direction, and those that nobody speaks. In the others pages
differ in their words and their letters only: it tries a page of every kind."""
SAMPLED = ("folder", "community-folder")
"""Faces of which a usual run tries no language whole, because their pages are those of a website beside their assets."""


class Run:
    """What was asked of this run of the tests."""

    every_page = False
    """`--every-page`: every page of every face in every language is tried. It takes an hour."""


def asked(name: str) -> Sequence[str]:
    """What `highroad` is asked, for a face."""
    return [*SITES[name], *(part for tag in FEWER.get(name, ()) for part in ("--lang", tag) if not Run.every_page)]


class _Made(NamedTuple):
    """What a page is made of."""

    kinds: frozenset[str]
    components: frozenset[str]


@functools.cache
def _made_of(path: Path) -> _Made:
    root = html.parse(str(path)).getroot()
    kinds = root.find("body").get("class", "").split()
    return _Made(frozenset(kinds), frozenset((*root.xpath("//@data-component"), *root.xpath("//form/@data-type"))))


SIZE = 0.3
"""How much a page's size counts against it in a sample: so the samples of every face are the smallest, in pages and in bytes."""


def _cover(holding: Mapping[Path, Set[str]]) -> list[Path]:
    """A few small pages that together hold everything that is held: the one that adds most for its size, again and again."""
    left = set().union(*holding.values())
    found: list[Path] = [] if left else list(holding)[:1]
    while left:
        found.append(max(holding, key=lambda path: (len(holding[path] & left) / path.stat().st_size ** SIZE, path)))
        left -= holding[found[-1]]
    return found


class Site(NamedTuple):
    """One face, built."""

    name: str
    folder: Path

    @property
    def base(self) -> str:
        """The folder's `file:` address; every request of its pages must begin so."""
        return self.folder.as_uri()

    def pages(self) -> dict[str, list[Path]]:
        """All pages by language, without the Declaration's booklets, which are in languages of their own. Those that belong to none (the choice of a
        language) stand under `-`."""
        found: dict[str, list[Path]] = {}
        for path in sorted(self.folder.rglob("*.html")):
            if path.parent.name == BOOKLETS:
                continue
            parts = path.relative_to(self.folder).parts
            tag = parts[0].partition("-")[2] if (self.folder / "SHA256SUMS").is_file() else parts[0]  # an export calls its folder `online-es`
            found.setdefault(tag if len(parts) > 1 else "-", []).append(path)
        return found

    def tried(self) -> dict[str, list[Path]]:
        """All pages of the languages that are tried whole, and samples of the others."""
        whole = () if self.name in SAMPLED else WHOLE
        return {tag: pages if Run.every_page or tag in whole else self._sample(tag) for tag, pages in self.pages().items()}

    def samples(self) -> dict[str, list[Path]]:
        """By language, a few pages that together are of every kind and, where the language is one of `EACH_COMPONENT`, hold every component."""
        return {tag: self._sample(tag) for tag in self.pages()}

    def _sample(self, tag: str) -> list[Path]:
        each = Run.every_page or tag in EACH_COMPONENT
        made = {path: _made_of(path) for path in self.pages()[tag]}
        return _cover({path: kinds | components if each else kinds for path, (kinds, components) in made.items()})

    def unlike(self, other: Site) -> dict[str, list[Path]]:
        """The pages whose components are not those of the other face's page at the same address, in languages after the first a few of them. Where they are
        the same, what a page is made of was tried there."""
        found: dict[str, list[Path]] = {}
        for tag, pages in self.pages().items():
            own: dict[Path, Set[str]] = {}
            for path in pages:
                twin = other.folder / path.relative_to(self.folder)
                if not twin.is_file() or _made_of(path) != _made_of(twin):
                    own[path] = _made_of(path).kinds | (_made_of(path).components - (_made_of(twin).components if twin.is_file() else frozenset()))
            if own:
                found[tag] = list(own) if Run.every_page or tag in WHOLE else _cover(own)
        return found

    def few(self, known: Set[str] = frozenset()) -> tuple[list[Path], frozenset[str]]:
        """A few pages of the first language, and those that belong to none: of every kind, and with every component that is not known. Also what is known
        then."""
        by_language = self.pages()
        first = min(by_language, key=lambda tag: (tag == "-", tag))
        made = {path: _made_of(path) for tag in dict.fromkeys((first, "-")) for path in by_language.get(tag, [])}
        found = _cover({path: kinds | (components - known) for path, (kinds, components) in made.items()})
        return found, known.union(*(made[path].components for path in found))

    def called(self, path: Path) -> str:
        """A page's name in a message: face and address."""
        return f"{self.name}/{path.relative_to(self.folder).as_posix()}"
