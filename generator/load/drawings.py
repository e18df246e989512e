"""Which pictures are drawn, and which marks each drawing carries."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "site_overrides/components/picture"
_NOT_DRAWINGS = ("picture", "marks")
"""The frame around every picture, and the marks that drawings are made with."""
_MARK = re.compile(r"""\b(?:mark|entry|row)\("([^"]+)\"""")


def read_drawings(root: Path) -> dict[str, frozenset[str]]:
    """The id of every drawing, and the keys of the legend that it shows: those that its template names in `mark("…")`, `entry("…")` or
    `row("…")`."""
    paths = sorted(path for path in (root / FOLDER).glob("*.html") if path.stem not in _NOT_DRAWINGS)
    return {path.stem: frozenset(_MARK.findall(path.read_text("utf-8"))) for path in paths}
