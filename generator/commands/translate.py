"""Work with translations: PO files by address."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.commands.say import Out
from generator.pipeline import check
from generator.problems import BuildError, SourceError, did_you_mean
from generator.publish.translations import status, update

TRANSLATIONS = ("T010", "T012", "T013")
"""Problems of single translations, which an update mends or leaves for the translator."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("what", choices=("extract", "update", "status"),
                        help="extract: write the texts to translate (.build/pot); update: bring PO files up to date; status: what is done")
    parser.add_argument("languages", nargs="*", metavar="LANG", help="without it, every language but those that documents are written in")


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Exit 0 when done."""
    project, catalogs, problems = check(root)
    if project is None or any(not each.code.startswith(TRANSLATIONS) for each in problems):
        raise SourceError(problems)
    for tag in options.languages:
        if tag not in project.languages:
            raise BuildError(f"there is no language {tag}. {did_you_mean(tag, project.languages)}")
    if options.what == "extract":
        out.say(f"{update(project, root / '.build/pot', None)} texts in .build/pot/")
        return 0
    written = {document.language for _, document in project.documents()}
    for tag in options.languages or [each for each in project.languages if each not in written]:
        if options.what == "update":
            count = update(project, root / "content/languages" / tag, catalogs[tag])
            out.say(f"{tag}: {count} texts in content/languages/{tag}/")
        counts = status(project, catalogs[tag])
        out.answer(f"{tag}: " + ", ".join(f"{state} {count}" for state, count in counts.items()))
    return 0
