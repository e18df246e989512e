"""Tell what of the source is covered: inventory items, errata, objectives × questions, articles × cases, do-no-harm requirements."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from generator.checks.coverage import coverage
from generator.commands.say import Out
from generator.pipeline import load


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Exit 1 where anything is neither covered nor waived by name."""
    found = coverage(load(root).project)
    out.answer(json.dumps(found.as_dict(), indent=2) if options.format == "json" else found.as_text())
    return 0 if found.complete else 1
