"""Tell every problem in the sources."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from generator.commands.say import Out
from generator.pipeline import check
from generator.problems import BuildError


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("paths", nargs="*", metavar="PATH", type=Path, help="only problems in these files or folders")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="json: a list of {path, line, column, code, message, hint}")


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Exit 0 where nothing is wrong, 1 where something is."""
    project, _, problems = check(root)
    if options.paths:
        wanted = [path.resolve() for path in options.paths]
        for path in wanted:
            if not path.exists():
                raise BuildError(f"{path.name} is not there. Name a file or folder that exists.")
        problems = [each for each in problems if any((root / each.path).resolve().is_relative_to(path) for path in wanted)]
    if options.format == "json":
        out.answer(json.dumps([each.as_dict() for each in problems], ensure_ascii=False, indent=2))
    elif problems:
        out.problems(problems)
    else:
        documents = len(list(project.documents())) if project else 0
        out.say(f"0 problems in {documents} documents")
    return 1 if problems else 0
