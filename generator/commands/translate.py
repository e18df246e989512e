"""Work with translations: PO files by address."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.commands.say import Out
from generator.load.catalogs import read_catalog
from generator.pipeline import load
from generator.problems import BuildError, did_you_mean
from generator.publish.translations import status, update


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("what", choices=("extract", "update", "status"),
                        help="extract: write the texts to translate (.build/pot); update: bring PO files up to date; status: what is done")
    parser.add_argument("languages", nargs="*", metavar="LANG", help="without it, every language but those that documents are written in")


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Exit 0 when done."""
    loaded = load(root)
    for tag in options.languages:
        if tag not in loaded.project.languages:
            raise BuildError(f"there is no language {tag}. {did_you_mean(tag, loaded.project.languages)}")
    if options.what == "extract":
        out.say(f"{update(loaded.project, root / '.build/pot', None)} texts in .build/pot/")
        return 0
    written = {document.language for _, document in loaded.project.documents()}
    for tag in options.languages or [each for each in loaded.project.languages if each not in written]:
        catalog, _ = read_catalog(root, tag)
        if options.what == "update":
            count = update(loaded.project, root / "content/languages" / tag, catalog)
            out.say(f"{tag}: {count} texts in content/languages/{tag}/")
        counts = status(loaded.project, catalog)
        out.answer(f"{tag}: " + ", ".join(f"{state} {count}" for state, count in counts.items()))
    return 0
