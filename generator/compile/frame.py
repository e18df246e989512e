"""What stands around the text on every page of an edition: blocks of its frame, as its policy wants them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.compile.page import Block
from generator.model.settings import Edition

NOT_ALONE = frozenset({"search", "memory"})
"""What a page that stands alone leaves out: to search one page, and to remember it, costs more bytes than it is worth."""
FRAME: Mapping[str, Callable[[Edition], bool]] = MappingProxyType({
    "search": lambda edition: True,
    "leave": lambda edition: edition.leave_quickly,
    "memory": lambda edition: edition.storage == "choice",
})
"""Components of the frame, and whether an edition has them."""
AWAY = "table"
"""Where leaving quickly leads: the address of a page that has nothing to do with ours."""
DECLARATION = ("declaration", "parallel")
"""Pages that are written apart from the others: the list of the Declaration's texts, and two of them side by side."""


def frame(edition: Edition, alone: bool = False) -> dict[str, Block]:
    """The blocks of the frame by the component's name. `alone` for a page that holds everything it needs."""
    return {name: Block(name, {}) for name, wanted in FRAME.items() if wanted(edition) and not (alone and name in NOT_ALONE)}


def unwanted(edition: Edition) -> frozenset[str]:
    """Components of the frame that the edition does not have, so that not even their scripts and styles are in it."""
    return frozenset(name for name, wanted in FRAME.items() if not wanted(edition))


def file_names(paths: list[tuple[str, str]], edition: Edition) -> dict[str, str]:
    """For each page, given as its address and kind, the path of its file. A quiet edition counts its pages instead of naming them (DNH-06)."""
    names: dict[str, str] = {AWAY: AWAY} if edition.leave_quickly else {}
    if edition.booklets:
        names |= {page: page for page in DECLARATION}
    if not edition.quiet:
        return names | {path: path for path, _ in paths}
    counted = {"lesson": 0, "page": 0}
    for path, kind in paths:
        if path == "index":
            names[path] = path
            continue
        what = "lesson" if kind in ("module", "case") else "page"
        counted[what] += 1
        names[path] = f"{what}-{counted[what]:02}"
    return names
