"""The one way through: load, validate, localise, compile, render."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

from generator.compile.frame import file_names
from generator.compile.page import Page
from generator.compile.site import compile_site
from generator.compile.translation_page import progress
from generator.load.catalogs import read_catalog
from generator.load.declaration import Declaration, read_declaration
from generator.load.drawings import read_drawings
from generator.load.evidence import read_codes, read_tests
from generator.load.files import read_sources
from generator.localise.project import localise
from generator.model.catalog import Catalog
from generator.model.project import Project
from generator.problems import Problem, SourceError
from generator.render.locator import Atlas
from generator.render.pages import Renderer
from generator.validate.drawings import drawing_problems
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
    return project, catalogs, sorted({*sources.problems, *problems})


def load(root: Path) -> Loaded:
    """The project, or SourceError with every problem of its sources."""
    project, catalogs, problems = check(root)
    if project is None or problems:
        raise SourceError(problems)
    declarations = {tag: read_declaration(root, language.declaration, tag)
                    for tag, language in project.languages.items() if language.declaration}
    return Loaded(root, project, catalogs, declarations)


def pages_in(loaded: Loaded, tag: str, edition: str) -> tuple[list[Page], Renderer]:
    """Every page of an edition in one language, and the renderer that turns its blocks into HTML."""
    chosen = loaded.project.editions[edition]
    project = localise(loaded.project, tag, loaded.catalogs, loaded.declarations.get(tag), chosen)
    made = progress(loaded.project, loaded.catalogs[tag]) if chosen.trainer_notes else None
    pages = compile_site(project, chosen, made)
    files = file_names([(page.path, page.kind) for page in pages], chosen)
    return pages, Renderer(project, tag, chosen, loaded.root / COMPONENTS, Atlas.read(loaded.root), files)
