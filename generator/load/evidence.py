"""What the do-no-harm requirements may point to outside the sources: tests of this repository, and codes of problems."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

MANUAL = Path(__file__).parents[2] / "docs/problems.md"
_CODE = re.compile(r"^### ([A-Z]\d{3})\b", re.MULTILINE)
_TEST = re.compile(r"^def (test_\w+)", re.MULTILINE)


def read_codes() -> frozenset[str] | None:
    """The codes that the manual of problems explains. None where it is not at hand."""
    return frozenset(_CODE.findall(MANUAL.read_text("utf-8"))) if MANUAL.is_file() else None


def read_tests(root: Path, files: Collection[str]) -> dict[str, frozenset[str]] | None:
    """The names of the tests in each of `files` that is there. None where the project has no folder of tests."""
    if not (root / "tests").is_dir():
        return None
    paths = {name: root / name for name in files if name.startswith("tests/") and ".." not in name}
    return {name: frozenset(_TEST.findall(path.read_text("utf-8"))) for name, path in paths.items() if path.is_file()}
