"""The one way through: load, validate, localise, compile, render."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.compile.elsewhere import elsewhere
from generator.compile.frame import file_names
from generator.compile.page import Page
from generator.compile.site import compile_site
from generator.compile.translation_page import progress
from generator.load.catalogs import read_catalog
from generator.load.declaration import Declaration, read_declaration
from generator.load.declarations import PACKAGE, read_corrections, read_declaration_text, read_index
from generator.load.drawings import read_drawings
from generator.load.evidence import read_codes, read_tests
from generator.load.files import read_sources
from generator.localise.project import localise
from generator.model.catalog import Catalog
from generator.model.declaration import Correction, Corrections, DeclarationText, best_text
from generator.model.project import Project
from generator.problems import Problem, SourceError
from generator.render.locator import Atlas
from generator.render.pages import Renderer
from generator.validate.declarations import correction_problems, corrections_of
from generator.validate.drawings import drawing_problems
from generator.validate.languages import language_problems
from generator.validate.safeguards import safeguard_problems
from generator.validate.sources import validate
from generator.validate.translations import translation_problems

COMPONENTS = "site_overrides/components"


@dataclasses.dataclass(frozen=True, slots=True)
class Loaded:
    """A project without problems, in the language that its authors wrote, with what is needed to show it in others."""

    root: Path
    project: Project
    catalogs: Mapping[str, Catalog]
    declarations: Mapping[str, Declaration]
    """The official texts by language tag, where they do not stand in the sources."""
    booklets: Mapping[str, str]
    """For each language of the project and of its places, the code of the Declaration's text in it, where there is one."""
    mended: Mapping[str, Mapping[int, tuple[Correction, ...]]]
    """What we put right in the official texts, by language tag and number of the article."""
    lost: Mapping[str, tuple[int, ...]]
    """Recitals of the preamble that the official texts lack, by language tag."""


def check(root: Path) -> tuple[Project | None, dict[str, Catalog], list[Problem]]:
    """Read and validate everything. All problems at once."""
    sources = read_sources(root)
    project, problems = validate(sources.trees, sources.inventory)
    catalogs: dict[str, Catalog] = {}
    for tag in sources.trees["languages"]:
        catalogs[tag], found = read_catalog(root, tag)
        problems += found
    if project is not None:
        problems += translation_problems(project, catalogs, sources.trees)
        problems += drawing_problems(project, read_drawings(root))
        problems += safeguard_problems(project, read_codes(), read_tests(root, project.safeguards.files()))
    problems += _corrections(root)[1]
    if project is not None:
        texts = {code: each.tag for code, each in read_index(root).items()} if (root / PACKAGE).is_dir() else None
        problems += language_problems(project.languages, sources.trees["languages"], texts)
    return project, catalogs, sorted({*sources.problems, *problems})


def load(root: Path) -> Loaded:
    """The project, or SourceError with every problem of its sources."""
    project, catalogs, problems = check(root)
    if project is None or problems:
        raise SourceError(problems)
    texts = {tag: language.declaration for tag, language in project.languages.items() if language.declaration}
    found = _corrections(root)[0]
    corrected = found.texts
    declarations = {tag: read_declaration(root, code, tag, corrected.get(code)) for tag, code in texts.items()}
    mended = {tag: _by_article(corrected[code]) for tag, code in texts.items() if code in corrected}
    return Loaded(root, project, catalogs, declarations, _booklets(root, project), mended,
                  {tag: found.recitals[code] for tag, code in texts.items() if code in found.recitals})


def _by_article(corrections: Mapping[str, tuple[Correction, ...]]) -> dict[int, tuple[Correction, ...]]:
    """Corrections by the number of the article; 0 is the preamble. Those of titles and headings are left out: the site has its own."""
    made: dict[int, tuple[Correction, ...]] = {}
    for place, done in corrections.items():
        if place.endswith(("title", "heading")):
            continue
        article = place.partition(".")[0]
        number = int(article) if article.isdigit() else 0
        made[number] = (*made.get(number, ()), *done)
    return made


def _booklets(root: Path, project: Project) -> dict[str, str]:
    """The most whole text of each language; none where no edition shows any."""
    if not any(edition.booklets for edition in project.editions.values()):
        return {}
    tags = {*project.languages, *(tag for case in project.cases.values() for tag in case.place.languages)}
    texts = declaration_texts(root, [code for code, listing in read_index(root).items() if listing.tag in tags])
    return {tag: found.listing.code for tag in sorted(tags) if (found := best_text(tag, texts))}


def pages_in(loaded: Loaded, tag: str, edition: str) -> tuple[list[Page], Renderer]:
    """Every page of an edition in one language, and the renderer that turns its blocks into HTML."""
    chosen = loaded.project.editions[edition]
    project = localise(loaded.project, tag, loaded.catalogs, loaded.declarations.get(tag), chosen)
    made = progress(loaded.project, loaded.catalogs[tag]) if chosen.trainer_notes else None
    pages = compile_site(project, chosen, made)
    files = file_names([(page.path, page.kind) for page in pages], chosen)
    return pages, Renderer(project, tag, chosen, loaded.root / COMPONENTS, Atlas.read(loaded.root), files, loaded.booklets,
                           loaded.mended.get(tag), loaded.lost.get(tag, ()), elsewhere(pages))


def declaration_texts(root: Path, codes: Collection[str] = ()) -> dict[str, DeclarationText]:
    """The Declaration in every language that there is, or the texts with these codes, with what we put right in them. Raises SourceError where a
    correction does not fit."""
    corrections, problems = _corrections(root)
    if problems:
        raise SourceError(problems)
    return {code: read_declaration_text(root, listing, corrections.texts.get(code), corrections.recitals.get(code, ()))
            for code, listing in read_index(root).items() if not codes or code in codes}


def _corrections(root: Path) -> tuple[Corrections, list[Problem]]:
    node, problems = read_corrections(root)
    made, found = corrections_of(node) if node is not None else (None, [])
    problems += found
    if made is None or node is None or not (root / PACKAGE).is_dir():
        return made or Corrections(), problems
    index = read_index(root)
    texts = {code: read_declaration_text(root, index[code]) for code in made.texts if code in index}
    return made, [*problems, *correction_problems(made, node, index, texts)]
