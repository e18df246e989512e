"""Work with translations: PO files by address."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from generator.commands.say import Out
from generator.load.catalogs import read_catalog, read_po_files
from generator.model.po import PoFile
from generator.model.project import Project
from generator.pipeline import check
from generator.problems import BuildError, SourceError, did_you_mean
from generator.publish.translations import extract, status, texts_to_translate, update

_OF_SINGLE_TEXTS = ("T01", "T02")
"""Beginnings of the codes of single translations, which an update mends or leaves for the translator."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("what", choices=("extract", "update", "status"),
                        help="extract: write the texts to translate (.build/pot); update: bring PO files up to date; status: what is done")
    parser.add_argument("languages", nargs="*", metavar="LANG", help="without it, every language that has something to translate")


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Exit 0 when done."""
    project, _, problems = check(root)
    if project is None or any(not each.code.startswith(_OF_SINGLE_TEXTS) for each in problems):
        raise SourceError(problems)
    for tag in options.languages:
        if tag not in project.languages:
            raise BuildError(f"there is no language {tag}. {did_you_mean(tag, project.languages)}")
    if options.what == "extract":
        out.say(f"{extract(project, root / '.build/pot')} texts in .build/pot/")
        return 0
    for tag in options.languages or [each for each in project.languages if texts_to_translate(project, each)]:
        if options.what == "update":
            counts = update(project, root / "content/languages" / tag, tag, files_of(root, tag))
            out.say(f"{tag}: " + ", ".join(f"{count} {what}" for what, count in counts.items()) + f" in content/languages/{tag}/")
        out.answer(f"{tag}: " + _counted(project, root, tag))
    return 0


def files_of(root: Path, tag: str) -> Mapping[str, PoFile]:
    """The PO files of a language by their paths in its folder."""
    files, problems = read_po_files(root, tag)
    if problems:
        raise SourceError(problems)
    return {name.removeprefix(f"content/languages/{tag}/"): file for name, file in files.items()}


def _counted(project: Project, root: Path, tag: str) -> str:
    return ", ".join(f"{state} {count}" for state, count in status(project, read_catalog(root, tag)[0]).items())
