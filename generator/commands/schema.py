"""Write JSON Schemas, with which an editor completes and checks the YAML files."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from generator.commands.say import Out
from generator.validate.sources import NOUNS


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--to", metavar="DIR", type=Path, help="folder to write to; without it, .build/schemas")


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Write one schema per kind of document."""
    folder = options.to or root / ".build/schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, noun in NOUNS.items():
        (folder / f"{name}.json").write_text(json.dumps(noun.model_json_schema(), ensure_ascii=False, indent=2) + "\n", "utf-8")
    out.say(f"{len(NOUNS)} schemas in {folder}")
    return 0
