"""Writes the pages of the Declaration's texts into a site, or takes them over where nothing that they are made of has changed."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import jinja2

from generator.compile.frame import AWAY, DECLARATION
from generator.load.declarations import CORRECTIONS, PACKAGE
from generator.localise.project import localise
from generator.model.declaration import DeclarationText
from generator.model.project import COLLECTIONS, Project
from generator.model.refs import CLAUSES
from generator.model.settings import Edition
from generator.model.text import Text
from generator.pipeline import COMPONENTS, Loaded, declaration_texts
from generator.publish.declarations import entries as told
from generator.publish.declarations.data import data_of
from generator.publish.declarations.fonts import PACKAGES, SITE, Fonts
from generator.publish.fonts import KEPT, kept_cuts, letters_of_font
from generator.publish.manifest import Manifest, digest
from generator.render.environment import Words, environment
from generator.render.locator import Atlas
from generator.render.syllables import syllables
from generator.render.world import HEIGHT, WIDTH, land

TEMPLATES = "site_overrides/declaration"
FOLDER = "declaration"
TEXTS = f"{FOLDER}/texts"
FONTS = f"{FOLDER}/fonts"
STYLE = "declaration.css"
ASSETS = (STYLE, "finder.js", "parallel.js")


def write_declarations(
    loaded: Loaded, edition: Edition, languages: Sequence[str], to: Path, old: Path, manifest: Manifest, jobs: int,
) -> frozenset[str]:
    """Write every page of the Declaration's texts into `to`, with `jobs` processes, and note in `manifest` what they were made of. Returns the files
    that were taken over from `old`, where they were written and checked before."""
    before, manifest.declarations = manifest.declarations, []
    if not edition.booklets:
        return frozenset()
    bare = dataclasses.replace(loaded.project, **{field: {} for field in COLLECTIONS.values()})  # the interface, without localising the rest
    projects = {tag: localise(bare, tag, loaded.catalogs, None, edition) for tag in languages}
    key = _key(loaded, edition, projects)
    taken = before[:1] == [key] and (files := _files(old, languages)) and _hash(old, files) == before[1]
    if taken:
        for file in files:
            (to / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(old / file, to / file)
    else:
        _Press(loaded, edition, projects, jobs).write(to)
        files = _files(to, languages)
    manifest.declarations = [key, _hash(to, files)]
    return frozenset(files) if taken else frozenset()


def _files(site: Path, languages: Sequence[str]) -> list[str]:
    names = [*(f"{tag}/{page}.html" for tag in languages for page in DECLARATION), *(f"assets/{name}" for name in ASSETS)]
    found = [*(site / FOLDER).rglob("*"), *(site / name for name in names)]
    return sorted(path.relative_to(site).as_posix() for path in found if path.is_file())


def _hash(site: Path, files: Sequence[str]) -> str:
    return digest("\0".join(f"{file}\0{digest((site / file).read_bytes())}" for file in files).encode())


def _key(loaded: Loaded, edition: Edition, projects: Mapping[str, Project]) -> str:
    """A hash of everything that the pages are made of."""
    root, code = loaded.root, Path(__file__).parents[2]
    files = [path for folder in (root / TEMPLATES, root / COMPONENTS / "leave", Path(__file__).parent, code / "render") for path in sorted(folder.iterdir())
             if path.is_file()]
    files += [root / PACKAGE / "package.json", root / PACKAGE / "index.js", code / "model/declaration.py", code / "load/declarations.py",
              code / "publish/fonts.py"]
    files += [path for path in (root / CORRECTIONS, root / "package-lock.json") if path.is_file()]
    said = [(tag, each.languages[tag], each.course.title.value, [(key, text.value) for key, text in each.ui.words.items()]) for tag, each in projects.items()]
    names = [(case.place.languages, case.place.name.value, *(_translated(loaded, tag, case.place.name) for tag in projects))
             for case in loaded.project.cases.values()]
    shown = repr((edition, said, names, sorted(loaded.booklets.items())))
    return digest(b"\0".join(path.read_bytes() for path in files) + shown.encode())


def _translated(loaded: Loaded, tag: str, text: Text) -> str:
    """What a text is in another language; empty where it is not translated."""
    entry = loaded.catalogs[tag].entries.get(text.id)
    return entry.value if entry else ""


class _Press:
    """Sets the texts in their templates."""

    def __init__(self, loaded: Loaded, edition: Edition, projects: Mapping[str, Project], jobs: int) -> None:
        self.loaded, self.edition, self.tags, self.jobs = loaded, edition, list(projects), jobs
        self.words = {tag: Words(project, tag) for tag, project in projects.items()}
        self.titles = {tag: project.course.title.value for tag, project in projects.items()}
        self.texts = declaration_texts(loaded.root, () if edition.declarations == "all" else sorted(loaded.booklets.values()))
        known = letters_of_font((loaded.root / PACKAGES / SITE).read_bytes())
        self.fonts, self.names = Fonts(known, "Declaration"), Fonts(known, "Name")
        self.font_of = {code: self.fonts.of(told.said_in(text), text.listing.tag) for code, text in self.texts.items()}
        self.font_of_name = {code: self.names.of(told.own_of(text), text.listing.tag) for code, text in self.texts.items()}
        atlas = Atlas.read(loaded.root)
        self.countries = {code: told.country_of(text, atlas) for code, text in self.texts.items()}
        self.environment = environment(loaded.root / COMPONENTS)
        self.environment.loader = jinja2.FileSystemLoader([loaded.root / TEMPLATES, loaded.root / COMPONENTS])
        self.environment.globals.update(edition=edition, tags=self.tags, expected=lambda number: CLAUSES.get(number, 1), syllables=syllables,
                                        texts=self.texts, interfaces={tag: loaded.project.languages[tag] for tag in self.tags}, alone=False)

    def write(self, to: Path) -> None:
        """Write everything."""
        (to / TEXTS).mkdir(parents=True, exist_ok=True)
        fonts = self._fonts(to)
        booklet = self.environment.get_template("booklet.html")
        for code, text in self.texts.items():
            (to / FOLDER / f"{code}.html").write_text(self._booklet(booklet, text), "utf-8")
            (to / TEXTS / f"{code}.js").write_text(data_of(text, self.font_of[code]), "utf-8")
        for tag, words in self.words.items():
            (to / tag).mkdir(exist_ok=True)
            for page, html in zip(DECLARATION, self._lists(words), strict=True):
                (to / tag / f"{page}.html").write_text(html, "utf-8")
        (to / "assets").mkdir(exist_ok=True)
        for name in ASSETS:
            shutil.copyfile(self.loaded.root / TEMPLATES / name, to / "assets" / name)
        with (to / "assets" / STYLE).open("a", encoding="utf-8", newline="\n") as css:
            css.write(fonts)

    def _fonts(self, to: Path) -> str:
        """Write the fonts, and return the rules that name them."""
        (to / FONTS).mkdir()
        root, both = self.loaded.root, (self.fonts, self.names)
        wanted = [(fonts, script) for fonts in both for script in sorted(fonts.letters)]
        at: dict[str, dict[str, str]] = {fonts.name: {} for fonts in both}
        for (fonts, script), data in zip(wanted, kept_cuts([fonts.asked_of(script, root) for fonts, script in wanted], root / KEPT, self.jobs), strict=True):
            if data:
                fonts.have[script] = letters_of_font(data)
                at[fonts.name][script] = file = f"{FONTS}/{fonts.name.lower()}-{script}.woff2"
                (to / file).write_bytes(data)
        return "".join(fonts.css({script: f"../{file}" for script, file in at[fonts.name].items()}, within)
                       for fonts, within in zip(both, ("", ".finder "), strict=True))

    def _booklet(self, template: jinja2.Template, text: DeclarationText) -> str:
        voices = [self.words[tag] for tag in told.voices(text, self.countries[text.listing.code], self.tags)]
        split = told.in_syllables(text)
        home = f"../{voices[0].tag}/"
        font = self.font_of[text.listing.code]
        return template.render(
            text=text, font=font, lacking=len(self.fonts.lacking(told.said_in(text), font)), name=told.name_of(text, voices[0]),
            tag=told.tag_of(text), dir=told.direction_of(text), columns=told.in_columns(text), voices=voices, home=home,
            mended=[each for done in text.corrections.values() for each in done],
            plain=not split and not text.corrections, pieces=lambda place, said: _pieces(text, place, said, split), **self._around(voices[0], home)) + "\n"

    def _lists(self, words: Words) -> tuple[str, str]:
        entries = told.entries_of(self.texts.values(), self.countries, words)
        shared = {"entries": entries, "font_of": self.font_of_name, "tag_of": told.tag_of, "direction_of": told.direction_of, **self._around(words, "")}
        spoken = dict.fromkeys(tag for case in self.loaded.project.cases.values() for tag in case.place.languages)
        finder = self.environment.get_template("finder.html").render(
            regions=told.by_region(entries, words), land=land(self.loaded.root), width=WIDTH, height=HEIGHT,
            without=[words.language(tag) for tag in spoken if tag not in self.loaded.booklets],
            without_too=sorted({word.language(tag) for word in self.words.values() for tag in spoken if tag not in self.loaded.booklets}),
            english=self.words[self.tags[0]].country, near=self._near(words), **shared)
        own, other = self.loaded.booklets.get(words.tag, ""), self.loaded.booklets.get(self.tags[0], "")
        return finder + "\n", self.environment.get_template("parallel.html").render(own=own, other=other, **shared) + "\n"

    def _near(self, words: Words) -> dict[str, str]:
        """By the code of a text, the places of our stories where its language is spoken."""
        found: dict[str, list[str]] = {}
        for case in self.loaded.project.cases.values():
            names = (case.place.name.value, _translated(self.loaded, words.tag, case.place.name))
            for tag in case.place.languages:
                found.setdefault(self.loaded.booklets.get(tag, ""), []).extend(filter(None, names))
        return {code: " ".join(dict.fromkeys(names)) for code, names in found.items()}

    def _around(self, words: Words, folder: str) -> dict[str, object]:
        """What the frame of a page needs. `folder` leads to the pages of the language."""
        known = {AWAY: f"{folder}{AWAY}.html"} if self.edition.leave_quickly else {}
        return {"word": words, "lang": words.tag, "number": words.number, "direction": words.direction, "site": self.titles[words.tag],
                "href": lambda page: known.get(page, "")}


def _pieces(text: DeclarationText, place: str, said: str, split: bool) -> list[tuple[bool, list[str]]]:
    """A piece of the text as stretches, each whether we put it right, and where its lines may break (empty where the browser knows)."""
    made = [(False, said)]
    for each in text.corrections.get(place, ()):
        rest = made.pop()[1]
        before, _, after = rest.partition(each.to)
        made += [(False, before), (True, each.to), (False, after)]
    return [(mended, syllables(part) if split else [part]) for mended, part in made if part]
