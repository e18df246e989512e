"""Every face of the training that a learner may get: the tests of all pages run over this list."""

from __future__ import annotations

from collections.abc import Sequence
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
FEWER = {"trainer": ("en", "es"), "lessons": ("en", "es", "km"), "folder": ("en", "es", "ar")}
"""The languages that a usual run builds of a face, where not all."""
VARIED = ("trainer", "community", "lessons", "community-folder")
"""Faces that together hold every component in every frame: what is tried in many states is tried on these."""
BOOKLETS = "declaration"
"""The folder with the Declaration in every language: hundreds of pages that are made alike."""
SAMPLE = frozenset({"eng", "arb", "shn", "khk_mong", "qvc", "quz", "013", "heb", "cmn_hans", "tha"})
"""Those that stand for all: of each direction, with and without gaps, corrected, split into syllables, without a language tag."""

APART = frozenset({"declaration.html", "parallel.html"})
"""Pages of a language that are not in its search and its list of pages: there is one way to them, from the articles."""


def _made_of(path: Path) -> list[str]:
    return html.parse(str(path)).getroot().xpath("//@data-component")


WHOLE = ("en", "-")
"""Languages whose every page is tried. Of the others, whose pages are made alike, a usual run tries those that together hold every component."""
SAMPLED = ("folder",)
"""Faces of which a usual run tries such pages only, because they are those of another face (`lessons`) beside their assets."""


class Run:
    """What was asked of this run of the tests."""

    every_page = False
    """`--every-page`: every page of every face in every language is tried. It takes an hour."""


def asked(name: str) -> Sequence[str]:
    """What `highroad` is asked, for a face."""
    return [*SITES[name], *(part for tag in FEWER.get(name, ()) for part in ("--lang", tag) if not Run.every_page)]


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
        """All pages of the languages that are tried whole, and a few of every kind of the others."""
        samples = self.samples()
        whole = () if self.name in SAMPLED else WHOLE
        return {tag: pages if Run.every_page or tag in whole else samples.get(tag, []) for tag, pages in self.pages().items()}

    def unlike(self, other: Site) -> dict[str, list[Path]]:
        """The pages whose components are not those of the other face's page at the same address. Where they are, what a page is made of was tried there."""
        twin = {path: other.folder / path.relative_to(self.folder) for pages in self.pages().values() for path in pages}
        found = {tag: [path for path in pages if not twin[path].is_file() or _made_of(path) != _made_of(twin[path])] for tag, pages in self.pages().items()}
        return {tag: pages for tag, pages in found.items() if pages}

    def samples(self) -> dict[str, list[Path]]:
        """By language, a few pages that together are of every kind and hold every component: the largest that adds something, again and again."""
        found: dict[str, list[Path]] = {}
        for tag, pages in self.pages().items():
            seen: set[str] = set()
            for path in sorted(pages, key=lambda path: (-path.stat().st_size, path)):
                root = html.parse(str(path)).getroot()
                holds = {*root.find("body").get("class", "").split(), *root.xpath("//@data-component"), *root.xpath("//form/@data-type")}
                if holds - seen or not seen:
                    seen |= holds
                    found.setdefault(tag, []).append(path)
        return found

    def few(self) -> list[Path]:
        """The samples of the first language, and of the pages that belong to none."""
        samples = self.samples()
        first = min(samples, key=lambda tag: (tag == "-", tag))
        return [path for tag in dict.fromkeys((first, "-")) for path in samples.get(tag, [])]

    def called(self, path: Path) -> str:
        """A page's name in a message: face and address."""
        return f"{self.name}/{path.relative_to(self.folder).as_posix()}"
