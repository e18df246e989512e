"""Figures across languages, and what the linter of translations finds in texts that are right but for one mistake."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from generator.pipeline import load
from generator.validate.figures import figures_differ
from generator.validate.writing import foreign_script, unclosed, zawgyi
from tests.project import ROOT, highroad

SAME = [
    ("4,300 m", "4300 m", "es"), ("4,300 m", "4.300 m", "es"), ("228,000 litres", "228\u00a0000 litros", "es"), ("62.9 %", "62,9\u00a0%", "es"),
    ("62.9 %", "62.9 %", "es"), ("1,234,567.8", "1.234.567,8", "es"), ("4,300 m", "4\u202f300 m", "fr"), ("9 of 10", "10 de 9", "es"),
    ("4,300 m", "၄,၃၀၀ မီတာ", "my"), ("2016", "២០១៦", "km"), ("62.9", "٦٢٫٩", "ar"), ("4,300", "٤٬٣٠٠", "ar"), ("in 2016", "พ.ศ. 2559", "th"),
    ("in 2016", "๒๕๕๙", "th"), ("the 20th century", "el siglo XX", "es"), ("May 2016", "5/2016", "km"), ("12:30", "a las 12:30", "es"),
    ("Article 25 (1)", "artículo 25(1)", "es"),
    ("two cases", "2 ကိစ္စ", "my"), ("[Article 1](article:1)", "[artículo 1](article:1)", "es"), ("1,50,000", "१,५०,०००", "hi"),
]
OTHER = [
    ("4,300 m", "4,300 m", "es"), ("62.9 %", "629 %", "es"), ("9 of 10", "8 de 10", "es"), ("2016", "2017", "es"), ("no figure", "el 2016", "es"),
    ("in 2016", "พ.ศ. 2560", "th"), ("4,300", "៤៣០", "km"), ("the 20th century", "el siglo XXI", "es"), ("4,300 m", "4.300 m", "my"),
]


@pytest.mark.parametrize(("source", "translation", "locale"), SAME)
def test_the_same_figures_written_as_the_language_writes_them(source: str, translation: str, locale: str) -> None:
    assert figures_differ(source, translation, "en", locale) == ([], [])


@pytest.mark.parametrize(("source", "translation", "locale"), OTHER)
def test_other_figures(source: str, translation: str, locale: str) -> None:
    assert figures_differ(source, translation, "en", locale) != ([], [])


def test_a_figure_that_is_changed_in_a_real_translation_is_found() -> None:
    """One digit of each Spanish text that has figures, changed by lot. Only figures that may stand for a word can slip through."""
    loaded, chance, tried, missed = load(ROOT), random.Random(3), 0, 0
    for entry in loaded.catalogs["es"].entries.values():
        plain = re.sub(r"\]\([^)]*\)|\{[^}]*\}", lambda found: "x" * len(found[0]), entry.value)
        digits = list(re.finditer(r"\d", plain))
        if digits and figures_differ(entry.source, entry.value, "en", "es") == ([], []):
            place = chance.choice(digits)
            changed = entry.value[: place.start()] + str((int(place[0]) + 1) % 10) + entry.value[place.end():]
            tried += 1
            missed += figures_differ(entry.source, changed, "en", "es") == ([], [])
    assert tried > 300
    assert missed <= tried * 0.03


def test_an_update_composes_letters(small_house: Path) -> None:
    path = small_house / "content/languages/es/cases/mill.po"
    path.write_text(path.read_text("utf-8").replace("Bebían", "Bebi\u0301an"), "utf-8")
    assert "T018" in highroad("--project", small_house, "check").stderr
    assert highroad("--project", small_house, "translate", "update", "es").returncode == 0
    assert highroad("--project", small_house, "check").returncode == 0


@pytest.mark.parametrize(("source", "translation", "script", "wrong"), [
    ("The mill", "المطحنة", "Arab", ""), ("The mill", "المطحنة (mill)", "Arab", ""), ("Mining.com", "Mining.com", "Arab", ""),
    ("A long English text", "A long other text", "Thai", "Thai"), ("The mill", "โรงสี ក", "Thai", "Khmr"), ("ISO 26000", "ISO 26000:", "Khmr", ""),
    ("Ciudad", "Ciudаd", "Latn", "Cyrl"), ("words", "言葉のはなし", "Jpan", ""), ("The word दान", "La palabra दान", "Latn", ""),
])
def test_scripts(source: str, translation: str, script: str, wrong: str) -> None:
    assert foreign_script(source, translation, script) == wrong


def test_burmese_in_unicode_is_no_zawgyi_and_zawgyi_is() -> None:
    assert not zawgyi("လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် မွေးဖွားလာသူများ ဖြစ်သည်။")
    assert zawgyi("လူတိုင္းသည္ တူညီ လြတ္လပ္ေသာ ဂုဏ္သိကၡာျဖင့္ ေမြးဖြားလာသူမ်ား ျဖစ္သည္။")


def test_marks_of_direction() -> None:
    assert not unclosed("a \u2068b\u2069 c")
    assert unclosed("a \u2067b")
    assert unclosed("a\u2069 \u2067b")
