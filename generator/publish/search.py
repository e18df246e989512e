"""What the search of one language looks through: the texts of its pages, section by section, as one script that works from `file://`."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import html

from generator.compile.addresses import address
from generator.compile.page import Heading, Page
from generator.model.refs import Ref
from generator.render.pages import Fragment, Renderer
from generator.render.prose import words_of

SCRIPT = "search-index.js"
"""Its file, in the language's folder."""
_SECTIONS = {"section", "article", "li", "details", "div", "form"}
"""Elements that are a section of their own where they have an id."""
_HEADINGS = ("h2", "h3", "h4")
_UNSAFE = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})


class Entry(NamedTuple):
    """One section of a page, as plain text."""

    href: str
    """Its address, relative to the language's folder: `cases/clara.html#first-signs`."""
    title: str
    """The page's."""
    heading: str
    """The section's; empty for the top of a page."""
    text: str


@dataclass(slots=True)
class _Section:
    anchor: str
    heading: str
    own: bool
    """Whether an author wrote the heading, so that it is worth finding even where nothing stands under it."""
    texts: list[str] = field(default_factory=list)


def entries_of(page: Page, items: Sequence[Heading | Fragment], renderer: Renderer) -> list[Entry]:
    """The sections of a finished page.

    A text that several pages show is found on its own page only (`cases/clara/…` on `cases/clara`), so nothing is found twice. Texts that are
    shown in another language are left out, and so are the choices and reasons of questions, which would give answers away.
    """
    reader = _Reader(page, renderer)
    section = reader.sections[0]
    for item in items:
        if isinstance(item, Heading):
            section = _Section(item.anchor, words_of(item.text.value), not item.text.id.startswith("ui/"))
            reader.sections.append(section)
        else:
            reader.read(html.fragment_fromstring(item.html), section)
    file, title = f"{renderer.files[page.path]}.html", _title(page, renderer)
    told = {each.heading for each in reader.sections if each.texts}
    return [Entry(file + (f"#{each.anchor}" if each.anchor else ""), title, each.heading, _joined(each.texts))
            for each in reader.sections if each.texts or (each.own and each.heading not in told)]


def script_of(entries: Iterable[Entry]) -> bytes:
    """The index as a script, one entry a line. The same entries make the same bytes."""
    rows = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f"highRoad.search.load([\n{rows.translate(_UNSAFE)}\n]);\n".encode()


def _title(page: Page, renderer: Renderer) -> str:
    """The page's title, after its number where it is an article of the Declaration or a sheet."""
    title = words_of(page.title.value)
    number = next((entry.number for entry in page.section.entries if entry.path == page.path), 0) if page.section and page.kind == "right" else 0
    return f"{renderer.words('article-number', number=number)}: {title}" if number else f"{page.number} {title}".strip()


def _joined(texts: Sequence[str]) -> str:
    """The texts of a section, one after the other, set apart where one does not end like a sentence."""
    made = ""
    for text in texts:
        made += (" " if not made or unicodedata.category(made[-1]).startswith("P") else " · ") + text
    return made.strip()


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


class _Reader:
    """Walks over the fragments of one page."""

    def __init__(self, page: Page, renderer: Renderer) -> None:
        self.page, self.renderer = page, renderer
        summary = [words_of(page.summary.value)] if page.summary and page.summary.state != "fallback" else []
        self.sections = [_Section("", "", True, summary)]
        self.seen = {text.id for text in (page.title, page.summary) if text}
        self.named: html.HtmlElement | None = None
        """The heading that names the section at hand, and is not one of its texts."""

    def read(self, element: html.HtmlElement, section: _Section) -> None:
        """Take the texts of an element into a section, or into one of its own."""
        if element is self.named:
            self.seen.add(element.get("data-text", ""))
            return
        if element.get("data-text") or "data-find" in element.attrib:
            self.take(element, section)
            return
        if element.get("id") and element.tag in _SECTIONS:
            self.named = next(element.iter(*_HEADINGS), None)
            section = _Section(element.get("id"), section.heading if self.named is None else _words(self.named), False)
            self.sections.append(section)
        for child in element.iterchildren(tag="*") if element.get("data-question") is None else element.iter("legend"):
            self.read(child, section)

    def take(self, element: html.HtmlElement, section: _Section) -> None:
        """Take a text into a section, unless it is at home elsewhere, was taken before, is in another language, or says only where in a source."""
        name = element.get("data-text", "")
        if element.get("data-state") == "fallback" or name in self.seen or name.startswith("ui/") or name.endswith("/locator") or self._elsewhere(name):
            return
        if name:
            self.seen.add(name)
        if text := _words(element):
            section.texts.append(text)

    def _elsewhere(self, name: str) -> bool:
        """Whether another page is the text's own."""
        parts = name.split("/")
        if parts[0] == "quizzes":
            about = self.renderer.project.quizzes[parts[1]].about
            home = address(Ref("quiz", parts[1]), self.renderer.project).partition("#")[0]
            return (about.kind == "case" or str(about) == "page:rights") and home != self.page.path
        home = next((path for count in range(len(parts), 0, -1) if (path := "/".join(parts[:count])) in self.renderer.files), "")
        return home not in ("", "course", self.page.path)
