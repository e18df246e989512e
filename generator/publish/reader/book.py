"""The reader's pages of an edition in one language: lessons that hold everything, or a folder with shared assets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

import jinja2

from generator.compile.addresses import CARDS
from generator.compile.frame import AWAY
from generator.compile.page import Heading, Page
from generator.compile.reader import LESSONS, file_name, lessons_of, start_page
from generator.pipeline import Loaded, pages_in
from generator.publish.fonts import faces
from generator.publish.front import finished, site_name
from generator.publish.reader import shell
from generator.publish.search import SCRIPT, entries_of, script_of
from generator.render.pages import Fragment, Renderer

WORDS = ("skip", "footer-note", "previous", "next", "back-to", "breadcrumb", "main-navigation")
"""Words that the frame of a reader's page needs."""
PLAIN = "noto-sans"
"""The family that a lesson carries, upright and bold. Headings are set in it too, and the browser slants it for stress, to keep the file small."""
MOST, MOST_OTHERS = {"Latn": 150 * 1024}, 220 * 1024
"""How many bytes a lesson may have, by script: what goes from phone to phone."""
FIRST = "leave"
"""The script that runs before the page is drawn."""
_SAID = re.compile(r' data-said="([^"]*)"')
"""What the styles write before a text that is in another language or older."""
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r">\n+(?=</?(?:p|li|ul|ol|dl|dt|dd|div|section|details|summary|fieldset|legend|h[1-6]|form|label|figure|blockquote|header|footer|main)\b)")
"""Line breaks before elements that begin a line anyway: they mean nothing."""
_COMPONENT = re.compile(r'data-component="([a-z-]+)"')


@dataclass(frozen=True, slots=True)
class Book:
    """One edition in one language, ready to be put into packages."""

    edition: str
    tag: str
    lessons: dict[str, bytes]
    """Self-contained pages by file name; `index.html` lists them."""
    folder: dict[str, bytes]
    """Pages and assets by path; begins at `index.html`."""


def book(loaded: Loaded, edition: str, tag: str, only: Collection[str] = ()) -> Book:
    """Both forms of an edition in one language. `only` are ids of modules or cases; empty for all."""
    pages, renderer = pages_in(loaded, tag, edition)
    project, chosen = renderer.project, renderer.edition
    shown = [_sheet(page, renderer.of(renderer.files)) for page in pages]
    press = _Press(loaded.root, renderer, shown)
    lessons = _light(lambda divided: lessons_of(pages, project, chosen, only, divided), press, renderer)
    names = {page.path: file_name(page, number, chosen) for number, page in enumerate(lessons, 1)}
    start = start_page(project, chosen, [page for page in lessons if page.path in renderer.files], {})
    kept = [start, *(page for page in pages if page.path != "index" and (not only or page.path in names))]
    beside = renderer.of({path: file for path, file in renderer.files.items() if path == AWAY or path in {page.path for page in kept}})

    sheets = [_sheet(page, renderer.of({page.path: names[page.path]}, alone=True)) for page in lessons]
    folder = [_sheet(page, beside) for page in kept]
    alone = {f"{names[sheet.page.path]}.html": press.alone(sheet) for sheet in sheets}
    sizes = {path: len(alone[f"{name}.html"]) for path, name in names.items()}
    first = _sheet(start_page(project, chosen, lessons, sizes), renderer.of({"index": "index"} | names, alone=True))
    return Book(edition, tag, {"index.html": press.alone(first)} | alone, press.folder(folder, beside))


def _light(lessons: Callable[[Collection[str]], list[Page]], press: _Press, renderer: Renderer) -> list[Page]:
    """The lessons, those that would be too large to pass on in several pieces."""
    most = MOST.get(renderer.project.languages[renderer.tag].script, MOST_OTHERS)
    found: list[Page] = lessons(())
    seen: set[str] = set()
    divided: set[str] = set()
    while True:
        new = [page for page in found if (page.kind in LESSONS or page.path == CARDS) and (page.path not in seen or page.path in divided)]
        sheets = [_sheet(page, renderer.of({page.path: "lesson-01"}, alone=True)) for page in new]
        large = {sheet.page.path for sheet in sheets if len(press.alone(sheet)) > most} - divided
        if not large:
            return found
        seen |= {page.path for page in new}
        divided |= large
        found = lessons(divided)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page whose text is finished."""

    page: Page
    items: Sequence[Heading | Fragment]
    html: str
    front: dict[str, object]
    components: frozenset[str]

    @property
    def letters(self) -> set[str]:
        """Every character that the page shows."""
        front = self.front
        around = str([front[key] for key in ("title_text", "summary_text", "notice", "footer", "position", "sections", "previous", "next")])
        said = "".join(_SAID.findall(self.html))
        return set(_TAG.sub("", self.html + "".join(front["frame"].values()))) | set(around) | set(said)


def _sheet(page: Page, renderer: Renderer) -> _Sheet:
    items, front = finished(page, renderer, {})
    html = "\n".join((renderer.heading(item, page) if isinstance(item, Heading) else item).html for item in items)
    return _Sheet(page, items, html, front, frozenset(renderer.used) | frozenset(_COMPONENT.findall(html)))


def _said_once(sheet: _Sheet) -> tuple[_Sheet, str]:
    """The sheet, and a style with what most of its marked blocks say of their language: said in each of them, it weighs some kilobytes."""
    counted = Counter(_SAID.findall(sheet.html)).most_common(1)
    if not counted:
        return sheet, ""
    text = counted[0][0]
    words = unescape(text).replace("\\", "\\\\").replace('"', '\\"')
    return (replace(sheet, html=sheet.html.replace(f' data-said="{text}"', " data-said")),
            f'[data-said][data-said=""]::before{{content:"{words}"}}')


class _Press:
    """Sets finished pages in the reader's template."""

    def __init__(self, root: Path, renderer: Renderer, sheets: Iterable[_Sheet]) -> None:
        self.root = root
        overrides = root / shell.OVERRIDES
        self.environment = jinja2.Environment(loader=jinja2.FileSystemLoader([overrides / "reader", overrides]), autoescape=True,
                                              undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        self.words = {key: renderer.words(key) for key in WORDS} | {"site": site_name(renderer)}
        letters = set("".join(self.words.values())).union(*(sheet.letters for sheet in sheets))
        self.fonts = faces(root, renderer.project.languages[renderer.tag].fonts, frozenset(letters))

    def alone(self, sheet: _Sheet) -> bytes:
        """The page with everything inside."""
        fonts = [face for face in self.fonts if face.file.startswith(PLAIN) and "italic" not in face.file
                 and ("latin" in face.file or "-700-" not in face.file)]  # the browser thickens other scripts: their letters cost too much twice
        sheet, said = _said_once(sheet)
        names = sheet.front["scripts"]
        first = "".join(shell.scripts(self.root, [name for name in names if name == FIRST]))
        scripts = shell.scripts(self.root, [name for name in names if name != FIRST])
        bare = self._page(sheet, alone=True, style="", first=first, scripts=scripts, policy="").decode()
        style = shell.style_of(self.root, sheet.components, fonts, bare) + said
        return self._page(sheet, alone=True, style=style, first=first, scripts=scripts, policy=shell.alone(style, [first, *scripts]))

    def folder(self, sheets: Sequence[_Sheet], renderer: Renderer) -> dict[str, bytes]:
        """The pages, and beside them one folder of assets."""
        made = {f"{renderer.files[sheet.page.path]}.html": self._page(sheet, alone=False, policy=shell.BESIDE)
                for sheet in sheets}
        made |= {f"assets/fonts/{face.file}": face.data for face in self.fonts}
        made["assets/reader.css"] = shell.style(self.root, self.fonts, "fonts/").encode()
        made["assets/icon.svg"] = (self.root / shell.OVERRIDES / "pictures/icon.svg").read_bytes()
        if AWAY in renderer.files:
            made[f"{AWAY}.html"] = renderer.template("blank").render().encode()
        made[SCRIPT] = script_of(entry for sheet in sheets for entry in entries_of(sheet.page, sheet.items, renderer))
        names = {name for sheet in sheets for name in sheet.front["scripts"]}
        return made | {f"assets/{name}.js": text.encode() for name, text in shell.all_scripts(self.root, names).items()}

    def _page(self, sheet: _Sheet, **more: object) -> bytes:
        template = self.environment.get_template("page.html")
        html = template.render(m=sheet.front, page={"content": sheet.html}, words=self.words, **more)
        return _BREAK.sub(">", html).encode()
