"""Writes the pages of one language to `.build/<lang>/`, for MkDocs and for anybody who wants to look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.compile.frame import AWAY
from generator.compile.page import Block
from generator.pipeline import Loaded, load, pages_in
from generator.publish.front import finished, site_name
from generator.publish.search import Entry, entries_of, script_of
from generator.publish.website.markdown import written
from generator.publish.write import write_if_changed

BUILD = ".build"
CHROME = ("skip", "menu", "languages", "on-this-page", "previous", "next", "back-to", "sources", "errata", "footer-note", "breadcrumb",
          "main-navigation")
"""Words of the interface that the frame of a page needs."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written for one language."""

    folder: Path
    words: Mapping[str, str]
    pages: tuple[str, ...]
    """Paths of the Markdown files, below `folder`."""
    questions: int
    search: bytes
    """The script that holds what the search of this language looks through."""
    away: str
    """The neutral page that leaving quickly leads to; empty where the edition has no such way."""


def first_language(root: Path) -> tuple[Loaded, str, str]:
    """The project, its first edition's first language, and that edition."""
    loaded = load(root)
    edition = "online" if "online" in loaded.project.editions else next(iter(loaded.project.editions))
    return loaded, loaded.project.editions[edition].languages[0], edition


def write_pages(loaded: Loaded, tag: str, edition: str, languages: Sequence[str]) -> Written:
    """Write every page of an edition in one language, with links to the other `languages` that are built.

    Files that would not change are left alone; others that lie there are removed.
    """
    names = {each: loaded.project.languages[each].endonym for each in languages}
    pages, renderer = pages_in(loaded, tag, edition)
    folder = loaded.root / BUILD / tag
    paths = [f"{renderer.files[page.path]}.md" for page in pages]
    for left in folder.glob("**/*.md"):
        if left.relative_to(folder).as_posix() not in paths:
            left.unlink()
    questions = set()
    found: list[Entry] = []
    for page, path in zip(pages, paths, strict=True):
        questions |= {block.data["name"] for block in page.outline if isinstance(block, Block) and "question" in block.data}
        items, front = finished(page, renderer, names)
        found += entries_of(page, items, renderer)
        write_if_changed(folder / path, written(items, front, renderer).encode())
    words = {key: renderer.words(key) for key in CHROME} | {"site": site_name(renderer)}
    away = renderer.template("blank").render() + "\n" if AWAY in renderer.files else ""
    return Written(folder, words, tuple(paths), len(questions), script_of(found), away)
