"""The fonts of every language: cut to what is shown and typed, they set it as the whole fonts do, and no letter is left without one."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from fontTools.ttLib import TTFont

from benchmarks.reader import BUDGET
from generator.pipeline import Loaded
from generator.publish.fonts import FONTS, Face, faces, letters_in
from generator.publish.website.assets import assets, letters_of
from tests.fonts import opened, shaped
from tests.project import ROOT, our_course

COURSE = our_course()
LANGUAGES = COURSE.project.languages
CUT = [tag for tag, language in LANGUAGES.items() if language.alphabet]
BREAKS = "\n\t"


def texts(loaded: Loaded, tag: str) -> Iterator[str]:
    """Everything that is written in a language: translations, and the Declaration."""
    yield LANGUAGES[tag].endonym
    yield from (each.value for each in loaded.catalogs[tag].entries.values())
    yield from (said for clauses in loaded.declarations.get(tag, {}).values() for said in clauses)


def fonts(tag: str, *, whole: bool) -> list[Face]:
    return faces(ROOT, LANGUAGES[tag].fonts, None if whole else letters_of(COURSE, tag))


@pytest.mark.parametrize("tag", CUT)
def test_a_cut_font_sets_every_run_as_the_whole_one(tag: str) -> None:
    own = "".join(sorted(letters_in(LANGUAGES[tag].alphabet)))
    runs = {run.strip() for text in texts(COURSE, tag) for run in re.findall(f"[{re.escape(own)} \u200c\u200d]+", text)} - {""}
    assert len(runs) > 100
    for cut, whole in zip(fonts(tag, whole=False), fonts(tag, whole=True), strict=True):
        if "latin" in whole.file:
            continue
        assert len(cut.data) <= len(whole.data)
        assert len(cut.data) <= BUDGET[tag] * 1024, cut.file
        (ours, _), (theirs, _) = opened(cut.data), opened(whole.data)
        for run in runs | set(own):
            got = shaped(ours, run)
            assert got == shaped(theirs, run), run
            assert not any(missing for missing, *_ in got), f"{cut.file} lacks a letter of {run}"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_letter_is_without_a_font(tag: str) -> None:
    """On a machine that has no fonts of its own, nothing is a box."""
    has = frozenset[int]().union(*(opened(face.data)[1] for face in fonts(tag, whole=False)))
    lacking = {letter: text for text in texts(COURSE, tag) for letter in text if ord(letter) not in has and letter not in BREAKS}
    assert not lacking


def test_a_page_fetches_no_font_of_a_script_that_it_does_not_use() -> None:
    css = assets(COURSE, list(LANGUAGES))["site.css"].decode()
    rules = re.findall(r"@font-face\{[^}]*\}", css)
    assert len(rules) > 4
    for rule in rules:
        latin = "/noto-sans-latin" in rule or "/noto-serif-latin" in rule
        assert latin != ("unicode-range" in rule), rule


def test_the_licence_stays_in_every_cut_font() -> None:
    for tag in CUT:
        for face in fonts(tag, whole=False):
            names = TTFont(io.BytesIO(face.data))["name"]
            assert names.getDebugName(0), face.file
            assert re.search("OFL|openfontlicense", names.getDebugName(14)), face.file


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_font_is_a_package_that_npm_locks(tag: str) -> None:
    assert all((ROOT / FONTS / name.partition("/")[0] / "package.json").is_file() for name in LANGUAGES[tag].fonts)
