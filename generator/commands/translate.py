"""Work with translations: PO files by address."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.commands.say import Out
from generator.load.catalogs import read_catalog, read_po_files
from generator.model.catalog import Catalog
from generator.model.po import PoFile
from generator.model.project import Project
from generator.pipeline import check
from generator.problems import BuildError, SourceError, did_you_mean
from generator.publish.sheets import FORMATS, read_sheet
from generator.publish.sheets.rows import rows_of
from generator.publish.sheets.take import taken
from generator.publish.translations import extract, merged, status, texts_to_translate, update
from generator.publish.write import write_if_changed

SHEETS = "translations"
"""The folder that sheets are written to where none is named."""

_OF_SINGLE_TEXTS = ("T01", "T02")
"""Beginnings of the codes of single translations, which an update mends or leaves for the translator."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("what", choices=("extract", "update", "status", "export", "import"),
                        help="extract: write the texts to translate (.build/pot); update: bring PO files up to date; status: what is done; "
                             "export: write a sheet for each language; import: take sheets over into the PO files")
    parser.add_argument("languages", nargs="*", metavar="LANG", help="without it, every language that has something to translate")
    parser.add_argument("--format", choices=sorted(FORMATS), default="xlsx", help="of the sheets; without it, xlsx")
    parser.add_argument("--folder", metavar="DIR", type=Path, help="where the sheets are: `es.xlsx`; without it, translations/ in the project")
    parser.add_argument("--document", metavar="ID", action="append", help="export only this document (`cases/clara`); may be given several times")


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Exit 0 when done."""
    project, catalogs, problems = check(root)
    if project is None or any(not each.code.startswith(_OF_SINGLE_TEXTS) for each in problems):
        raise SourceError(problems)
    for tag in options.languages:
        if tag not in project.languages:
            raise BuildError(f"there is no language {tag}. {did_you_mean(tag, project.languages)} A new language begins with the file "
                             f"content/languages/{tag}/language.yaml, after the model of content/languages/es/language.yaml.")
    if options.what == "extract":
        out.say(f"{extract(project, root / '.build/pot')} texts in .build/pot/")
        return 0
    tags = options.languages or [each for each in project.languages if texts_to_translate(project, each)]
    if options.what == "export":
        _export(project, root, tags, options, out)
        return 0
    if options.what == "import":
        _import(project, root, tags, options, out)
        return 0
    for tag in tags:
        if options.what == "update":
            counts = update(project, root / "content/languages" / tag, tag, files_of(root, tag))
            out.say(f"{tag}: " + ", ".join(f"{count} {what}" for what, count in counts.items()) + f" in content/languages/{tag}/")
            catalogs[tag] = read_catalog(root, tag)[0]
        out.answer(f"{tag}: " + _counted(project, catalogs[tag]))
    return 0


def _export(project: Project, root: Path, tags: Sequence[str], options: argparse.Namespace, out: Out) -> None:
    """One sheet for each language. Their texts are brought up to date first, in the sheet only."""
    documents = dict(project.documents())
    for name in options.document or ():
        if name not in documents:
            raise BuildError(f"there is no document {name}. {did_you_mean(name, documents)}")
    sheet = FORMATS[options.format]
    for tag in tags:
        files = {name: file for name, file in merged(project, tag, files_of(root, tag)).items()
                 if not options.document or name.removesuffix(".po") in options.document}
        languages = {f"{name}.po": document.language for name, document in documents.items()}
        path = (options.folder or root / SHEETS) / f"{tag}{sheet.ending}"
        write_if_changed(path, sheet.write(rows_of(files), tag, languages))
        out.say(f"{tag}: {sum(len(file.entries) for file in files.values())} texts in {path}")


def _import(project: Project, root: Path, tags: Sequence[str], options: argparse.Namespace, out: Out) -> None:
    """Take the sheets over: all of them, or, where one has a problem, none."""
    sheet = FORMATS[options.format]
    folder = options.folder or root / SHEETS
    paths = {tag: folder / f"{tag}{sheet.ending}" for tag in tags}
    given = {tag: path for tag, path in paths.items() if path.is_file()}
    if absent := [path for tag, path in paths.items() if tag not in given and (tag in options.languages or not given)]:
        raise BuildError(f"there is no {absent[0]}. Give `--folder` and `--format` as they were given for the export.")
    made: dict[str, Mapping[str, PoFile]] = {}
    problems = []
    for tag, path in given.items():
        there = files_of(root, tag)
        files, found = read_sheet(sheet, path.read_bytes(), path.name, tag, there)
        problems += found
        made[tag] = taken(there, files)
        out.say(f"{tag}: {sum(len(file.entries) for file in files.values())} texts taken over from {path}")
    if problems:
        raise SourceError(problems)
    for tag, files in made.items():
        counts = update(project, root / "content/languages" / tag, tag, files)
        out.say(f"{tag}: " + ", ".join(f"{count} {what}" for what, count in counts.items()) + f" in content/languages/{tag}/")
        out.answer(f"{tag}: " + _counted(project, read_catalog(root, tag)[0]))


def files_of(root: Path, tag: str) -> Mapping[str, PoFile]:
    """The PO files of a language by their paths in its folder."""
    files, problems = read_po_files(root, tag)
    if problems:
        raise SourceError(problems)
    return {name.removeprefix(f"content/languages/{tag}/"): file for name, file in files.items()}


def _counted(project: Project, catalog: Catalog) -> str:
    return ", ".join(f"{state} {count}" for state, count in status(project, catalog).items())
