"""Say what the code of a problem means."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from generator.commands.say import Out
from generator.problems import did_you_mean

PAGE = Path(__file__).parents[2] / "docs/problems.md"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("code", metavar="CODE", help="for example Q003")


def explanations() -> dict[str, str]:
    """What `docs/problems.md` says about each code."""
    parts = re.split(r"^### (?=[A-Z]\d{3}\b)", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    return {part[:4]: re.split(r"^## ", part, flags=re.MULTILINE)[0].strip() for part in parts[1:]}


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Exit 0 where the code is known, 2 where it is not."""
    known = explanations()
    code = options.code.upper()
    if code not in known:
        out.error(f"there is no problem {options.code}. {did_you_mean(code, known)}")
        return 2
    out.answer(known[code])
    return 0
