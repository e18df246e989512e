"""The fonts of the Declaration's texts: each sets every run of its texts as the whole font does, and what no font has is told on the page."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import zip_longest
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import html

from generator.model.declaration import DeclarationText
from generator.pipeline import declaration_texts
from generator.publish.declarations.entries import said_in
from generator.publish.declarations.fonts import FONTS, PACKAGES, SITE, Fonts
from generator.publish.fonts import letters_of_font
from tests.fonts import opened, shaped
from tests.project import ROOT

LACKING = {"vie_han": 111, "nan": 1, "hsn": 1, "cmn_hant": 1}
"""How many characters of a text no font of npm has that is small enough to be installed for them: rare Chinese ones, and those of old Vietnamese."""
SLICED = {"Hans", "Hant", "Jpan", "Kore"}
"""Fonts that come in slices, a few characters in each: their letters are not compared with the whole, but must be there."""


@pytest.fixture(scope="module")
def texts() -> dict[str, DeclarationText]:
    return declaration_texts(ROOT, ())


@pytest.fixture(scope="module")
def asked(texts: dict[str, DeclarationText]) -> dict[str, str]:
    fonts = Fonts(letters_of_font((ROOT / PACKAGES / SITE).read_bytes()), "Declaration")
    return {code: fonts.of(said_in(text), text.listing.tag) for code, text in texts.items()}


def test_every_text_has_the_fonts_of_its_script(texts: dict[str, DeclarationText], asked: dict[str, str], site: Path) -> None:
    assert asked["spa"] == asked["fra"] == ""
    assert {code: asked[code] for code in ("hin", "cmn_hans", "cmn_hant", "jpn", "kor", "ell_monotonic", "rus", "yor", "fuf_adlm")} == {
        "hin": "Deva", "cmn_hans": "Hans", "cmn_hant": "Hant", "jpn": "Jpan", "kor": "Kore", "ell_monotonic": "Grek", "rus": "Cyrl", "yor": "Latn",
        "fuf_adlm": "Adlm Latn Arab"}
    for code, scripts in asked.items():
        assert html.parse(str(site / f"declaration/{code}.html")).xpath("string(//div[@class='booklet__text']/@data-font)") == scripts


def alike(ours: tuple | None, theirs: tuple | None) -> bool:
    """Whether two glyphs are the same at the same place; a variable font rounds its weight to whole units (a thousandth of the letters' height)."""
    if not ours or not theirs:
        return False
    (*said, box), (*heard, other) = ours, theirs
    return all(abs(one - another) <= 1 for one, another in zip((*said, *box), (*heard, *other), strict=True))


@pytest.mark.parametrize("script", [script for script in FONTS if script not in {*SLICED, "Hmnp"}])
def test_a_cut_font_sets_every_run_as_the_whole_one(script: str, texts: dict[str, DeclarationText], asked: dict[str, str], site: Path) -> None:
    (cut, has), (whole, _) = opened((site / f"declaration/fonts/declaration-{script}.woff2").read_bytes()), opened(
        next((ROOT / PACKAGES).glob(FONTS[script])).read_bytes())
    own = re.compile(f"[{re.escape(''.join(map(chr, sorted(has))))}\u200c\u200d]+")
    said = "\n".join(said_in(text) for code, text in texts.items() if script in asked[code].split())
    runs = {run for run in own.findall(said) if run.strip()}
    assert runs
    for run in runs:
        got, expected = shaped(cut, run), shaped(whole, run)
        apart = [place for place, (ours, theirs) in enumerate(zip_longest(got, expected)) if not alike(ours, theirs)]
        assert not apart, f"{script} at {apart[:3]} of {run[:80]}"
        assert not any(missing for missing, *_ in got), run[:80]


def test_no_character_is_without_a_font_but_those_that_the_page_counts(texts: dict[str, DeclarationText], asked: dict[str, str], site: Path) -> None:
    known = letters_of_font((ROOT / PACKAGES / SITE).read_bytes())
    has = {path.stem.partition("-")[2]: letters_of_font(path.read_bytes()) for path in (site / "declaration/fonts").glob("declaration-*.woff2")}
    lacking = defaultdict(set)
    for code, text in texts.items():
        for letter in set(said_in(text)) - known - set("\n\u200c\u200d\u200e\u200f\u2060\ufeff"):
            if not any(letter in has[script] for script in asked[code].split()):
                lacking[code].add(letter)
    assert {code: len(letters) for code, letters in lacking.items()} == LACKING
    for code in ("vie_han", "hsn", "hin"):
        told = re.findall(r"Characters that none of our fonts has: (\d+)\.", (site / f"declaration/{code}.html").read_text("utf-8"))
        assert told == ([str(LACKING[code])] if code in LACKING else [])


def test_the_licence_stays_in_every_font(site: Path) -> None:
    for path in sorted((site / "declaration/fonts").glob("*.woff2")):
        names = TTFont(path)["name"]
        assert names.getDebugName(0), path.name
        assert re.search("OFL|openfontlicense", names.getDebugName(14)), path.name
