"""Fonts cut down to the letters that a text uses, with every layout feature of those letters."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from generator.problems import BuildError

FONTS = "node_modules/@fontsource"
_RULE = re.compile(r"@font-face \{[^}]*\}")
_FILE = re.compile(r"url\(\./files/([^)]+\.woff2)\)")
_FIELD = re.compile(r"(font-family|font-style|font-weight|unicode-range):\s*([^;]+);")


@dataclass(frozen=True, slots=True)
class Face:
    """One cut font."""

    file: str
    """Its name, the same as the package's."""
    data: bytes
    """WOFF2."""
    css: str
    """The descriptors of its `@font-face`, without `src`."""


def faces(root: Path, names: Iterable[str], letters: frozenset[str]) -> list[Face]:
    """The fonts `noto-sans/latin-400` and so on, cut down to `letters`. A file without any of them is left out.

    Raises BuildError where a font package is missing.
    """
    made = []
    for name in names:
        package, _, sheet = name.partition("/")
        path = root / FONTS / package / f"{sheet}.css"
        if not path.is_file():
            raise BuildError(f"the font {FONTS}/{name} is not there. Run `make site`, which installs the npm packages that package.json names.")
        for rule in _RULE.findall(path.read_text("utf-8")):
            file = _FILE.search(rule)
            if file and (data := cut(path.parent / "files" / file[1], letters)):
                made.append(Face(file[1], data, "".join(f"{key}:{value};" for key, value in _FIELD.findall(rule))))
    return made


@functools.lru_cache(maxsize=512)
def cut(path: Path, letters: frozenset[str]) -> bytes:
    """The font in `path` with the glyphs of `letters` only, as WOFF2; empty where it has none of them.

    The licence stays in it (OFL 1.1, 2). All layout features stay, or Arabic, Khmer and Burmese would come apart; hinting stays, or lines
    would break elsewhere. Letters that shaping takes apart are kept in their parts too (Thai and Lao SARA AM).
    """
    font = TTFont(io.BytesIO(path.read_bytes()), recalcTimestamp=False)
    wanted = {ord(letter) for letter in letters} | {part for letter in letters for part in _PARTS.get(letter, ())}
    if not wanted & set(font.getBestCmap()) - {0x20, 0xA0}:
        return b""
    options = subset.Options(layout_features=["*"], hinting=True, notdef_outline=True, name_IDs=[0, 13, 14], recalc_timestamp=False)
    options.flavor = "woff2"
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()


_PARTS = {"\u0e33": (0x0E4D, 0x0E32), "\u0eb3": (0x0ECD, 0x0EB2)}
"""What HarfBuzz shapes a letter from."""
