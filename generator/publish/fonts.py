"""Fonts cut down to the letters that a text uses, with every layout feature of those letters."""

from __future__ import annotations

import functools
import io
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz
from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont

from generator.problems import BuildError
from generator.publish.manifest import digest
from generator.publish.workers import pool

FONTS = "node_modules/@fontsource"
KEPT = ".build/fonts"
"""Where a project keeps cut fonts for the next build."""
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
            raise no_font(f"{FONTS}/{name}")
        for rule in _RULE.findall(path.read_text("utf-8")):
            file = _FILE.search(rule)
            if file and (data := _data(path.parent / "files" / file[1], letters, kept)):
                fields = "".join(f"{key}:{value};" for key, value in _FIELD.findall(rule))
                made.append(Face(file[1], data, fields + _range(data)))
    return made


def no_font(path: str) -> BuildError:
    """The error where a font is not installed."""
    return BuildError(f"the font {path} is not there. Run `make site`, which installs the npm packages that package.json names.")


def letters_in(unicode_range: str) -> frozenset[str]:
    """The characters of a CSS `unicode-range`: `U+0E01-0E3A, U+25CC`."""
    spans = (part.strip().removeprefix("U+").partition("-") for part in unicode_range.split(",") if part.strip())
    return frozenset(chr(code) for first, _, last in spans for code in range(int(first, 16), int(last or first, 16) + 1))


def _data(path: Path, letters: frozenset[str] | None, kept: Path | None) -> bytes:
    if letters is None:
        return path.read_bytes()
    return kept_cut((path,), letters, kept) if kept else cut(path, letters)


def letters_of_font(data: bytes) -> frozenset[str]:
    """The characters that a font has."""
    return frozenset(map(chr, TTFont(io.BytesIO(data)).getBestCmap()))


def kept_cuts(asked: Sequence[tuple[Sequence[Path], frozenset[str]]], kept: Path, jobs: int) -> list[bytes]:
    """`kept_cut` of several (files, letters), the work shared among `jobs` processes."""
    with pool(jobs) as workers:
        return list(workers.map(kept_cut, *zip(*asked, strict=True), itertools.repeat(kept)))


def kept_cut(paths: Sequence[Path], letters: frozenset[str], kept: Path) -> bytes:
    """`cut`, or `cut_and_joined` where there are several files, taken from the folder `kept` where it was done before."""
    sources = [path.read_bytes() for path in (*paths, Path(__file__))]
    file = kept / digest(b"".join(sources) + "".join(sorted(letters)).encode())
    if not file.is_file():
        data = cut(paths[0], letters) if len(paths) == 1 else cut_and_joined(paths, letters)
        kept.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(".new")
        beside.write_bytes(data)
        beside.replace(file)
    return file.read_bytes()


@functools.lru_cache(maxsize=512)
def cut(path: Path, letters: frozenset[str]) -> bytes:
    """The font in `path` with the glyphs of `letters` only, as WOFF2; empty where it has none of them. Of a variable font, the regular weight.

    The licence stays in it (OFL 1.1, 2). All layout features stay, or Arabic, Khmer and Burmese would come apart; hinting stays, or lines
    would break elsewhere. So do the parts into which shaping takes a letter, the letters that it puts together from such parts, and the circle that
    it sets under a sign without its letter.
    """
    font = _cut(path, letters)
    return _saved(font, "woff2") if font else b""


def cut_and_joined(paths: Iterable[Path], letters: frozenset[str]) -> bytes:
    """One font from the slices in which a large one (Chinese, Japanese, Korean) is delivered, cut as `cut` does. What joins letters across slices is
    lost: such scripts have nothing of the kind."""
    parts: list[io.BytesIO] = []
    missing = letters
    for path in paths:
        if font := _cut(path, missing):
            missing -= {chr(code) for code in font.getBestCmap()}
            parts.append(io.BytesIO(_saved(font, None)))
    return _saved(Merger(Options(drop_tables=["GSUB", "GPOS", "GDEF", "vhea", "vmtx"])).merge(parts), "woff2") if parts else b""


def _cut(path: Path, letters: frozenset[str]) -> TTFont | None:
    whole = TTFont(path, recalcTimestamp=False)
    has = whole.getBestCmap()
    wanted = {0x25CC} | {ord(part) for letter in letters for part in letter + _parts(letter)}
    wanted |= {code for code in has if (parts := _parts(chr(code))) and letters.issuperset(parts)}
    if not wanted.intersection(has) - {0x20, 0xA0, 0x25CC}:
        return None
    face = uharfbuzz.Face(_saved(whole, None))
    plan = uharfbuzz.SubsetInput()
    plan.unicode_set.update(wanted)
    plan.layout_feature_tag_set.clear()
    plan.layout_feature_tag_set.invert()
    plan.name_id_set.clear()
    plan.name_id_set.update(_LICENCE)
    plan.flags |= uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    for axis in whole["fvar"].axes if "fvar" in whole else ():
        plan.pin_axis_location(face, axis.axisTag, _REGULAR if axis.axisTag == "wght" else axis.defaultValue)
    return TTFont(io.BytesIO(uharfbuzz.subset(face, plan).blob.data), recalcTimestamp=False)


def _saved(font: TTFont, flavor: str | None) -> bytes:
    font.flavor = flavor
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


_REGULAR = 400
_LICENCE = {0, 13, 14}
"""The names that say whose a font is and what may be done with it."""


_PARTS = {"\u0e33": "\u0e4d\u0e32", "\u0eb3": "\u0ecd\u0eb2"}
"""What HarfBuzz shapes a letter from, beside what Unicode says: Thai and Lao SARA AM."""


def _parts(letter: str) -> str:
    """What shaping may take a letter apart into, and put together to it; Latin letters stay whole."""
    return _PARTS.get(letter) or ("" if ord(letter) in _LATIN else unicodedata.normalize("NFD", letter))


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
