"""Fonts as HarfBuzz sets them, which browsers use too."""

from __future__ import annotations

import io

import uharfbuzz
from fontTools.ttLib import TTFont


def shaped(font: uharfbuzz.Font, text: str) -> list[tuple[object, ...]]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    placed = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint == 0, info.cluster, *place.position, font.get_glyph_extents(info.codepoint)) for info, place in placed]


def opened(data: bytes) -> tuple[uharfbuzz.Font, frozenset[int]]:
    """A font for shaping, of a variable one its regular weight; and the characters that it has."""
    font = TTFont(io.BytesIO(data))
    font.flavor = None
    plain = io.BytesIO()
    font.save(plain)
    made = uharfbuzz.Font(uharfbuzz.Face(plain.getvalue()))
    if "fvar" in font:
        made.set_variations({"wght": 400})
    return made, frozenset(font.getBestCmap())
