"""Fonts cut down to the letters that a text uses, with every layout feature of those letters."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from generator.problems import BuildError
from generator.publish.manifest import digest

FONTS = "node_modules/@fontsource"
_RULE = re.compile(r"@font-face \{[^}]*\}")
_FILE = re.compile(r"url\(\./files/([^)]+\.woff2)\)")
_FIELD = re.compile(r"(font-family|font-style|font-weight):\s*([^;]+);")
_LATIN = range(0x2B0)
"""What the fonts of Latin letters have, so no other has to be fetched for it."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font."""

    file: str
    """Its name, the same as the package's."""
    data: bytes
    """WOFF2."""
    css: str
    """The descriptors of its `@font-face`, without `src`. A font of another script than Latin says which letters it has (`unicode-range`), so that
    a page without them does not fetch it."""


def faces(root: Path, names: Iterable[str], letters: frozenset[str] | None, kept: Path | None = None) -> list[Face]:
    """The fonts `noto-sans/latin-400` and so on, cut down to `letters` (None: whole). A file without any of them is left out.

    `kept` is a folder where cut fonts are kept for the next build. Raises BuildError where a font package is missing.
    """
    made = []
    for name in names:
        package, _, sheet = name.partition("/")
        path = root / FONTS / package / f"{sheet}.css"
        if not path.is_file():
            raise BuildError(f"the font {FONTS}/{name} is not there. Run `make site`, which installs the npm packages that package.json names.")
        for rule in _RULE.findall(path.read_text("utf-8")):
            file = _FILE.search(rule)
            if file and (data := _data(path.parent / "files" / file[1], letters, kept)):
                fields = "".join(f"{key}:{value};" for key, value in _FIELD.findall(rule))
                made.append(Face(file[1], data, fields + _range(data)))
    return made


def letters_in(unicode_range: str) -> frozenset[str]:
    """The characters of a CSS `unicode-range`: `U+0E01-0E3A, U+25CC`."""
    spans = (part.strip().removeprefix("U+").partition("-") for part in unicode_range.split(",") if part.strip())
    return frozenset(chr(code) for first, _, last in spans for code in range(int(first, 16), int(last or first, 16) + 1))


def _data(path: Path, letters: frozenset[str] | None, kept: Path | None) -> bytes:
    if letters is None:
        return path.read_bytes()
    if kept is None:
        return cut(path, letters)
    file = kept / digest(path.read_bytes() + Path(__file__).read_bytes() + "".join(sorted(letters)).encode())
    if not file.is_file():
        data = cut(path, letters)
        kept.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(".new")
        beside.write_bytes(data)
        beside.replace(file)
    return file.read_bytes()


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


@functools.lru_cache(maxsize=512)
def _range(data: bytes) -> str:
    codes = sorted(TTFont(io.BytesIO(data)).getBestCmap())
    own = [code for code in codes if code not in _LATIN]
    return "" if len(own) < len(codes) / 2 else f"unicode-range:{','.join(_spans(own))};"


def _spans(codes: list[int]) -> Iterator[str]:
    first = last = codes[0]
    for code in [*codes[1:], -1]:
        if code == last + 1:
            last = code
            continue
        yield f"U+{first:X}" + (f"-{last:X}" if last > first else "")
        first = last = code
