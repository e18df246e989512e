"""What stands around the text on every page of an edition: blocks of its frame, as its policy wants them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.compile.page import Block
from generator.model.settings import Edition

FRAME: Mapping[str, Callable[[Edition], bool]] = MappingProxyType({
    "search": lambda edition: True,
})
"""Components of the frame, and whether an edition has them."""


def frame(edition: Edition) -> dict[str, Block]:
    """The blocks of the frame by the component's name."""
    return {name: Block(name, {}) for name, wanted in FRAME.items() if wanted(edition)}


def file_names(paths: list[tuple[str, str]], edition: Edition) -> dict[str, str]:
    """For each page, given as its address and kind, the path of its file. A quiet edition counts its pages instead of naming them (DNH-06)."""
    if not edition.quiet:
        return {path: path for path, _ in paths}
    names: dict[str, str] = {}
    counted = {"lesson": 0, "page": 0}
    for path, kind in paths:
        if path == "index":
            names[path] = path
            continue
        what = "lesson" if kind in ("module", "case") else "page"
        counted[what] += 1
        names[path] = f"{what}-{counted[what]:02}"
    return names
