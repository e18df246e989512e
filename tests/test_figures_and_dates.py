"""Numbers and dates, as each language writes them: by CLDR, or as its `language.yaml` says."""

from __future__ import annotations

import pytest

from generator.pipeline import Loaded
from generator.render.environment import Words
from tests.project import our_course


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return our_course()


@pytest.mark.parametrize(("tag", "value", "written"), [
    ("en", "2016", "2016"), ("en", "2007–2014", "2007–2014"), ("en", "2023-04", "April 2023"),
    ("es", "2023-04", "abril de 2023"), ("fr", "2023-12", "décembre 2023"), ("ar", "2023-04", "أبريل 2023"),
    ("th", "2016", "ค.ศ. 2016"), ("th", "2007–2014", "ค.ศ. 2007–2014"), ("th", "2023-04", "เมษายน ค.ศ. 2023"),
    ("my", "2007–2014", "2007–2014 ခုနှစ်"), ("my", "2023-04", "2023 ခုနှစ် ဧပြီလ"),
    ("km", "2016", "ឆ្នាំ 2016"), ("km", "2023-04", "ខែមេសា ឆ្នាំ 2023"),
])
def test_a_date_is_written_as_the_language_does(loaded: Loaded, tag: str, value: str, written: str) -> None:
    assert Words(loaded.project, tag).date(value) == written


@pytest.mark.parametrize(("tag", "written"), [
    ("en", "4,300.5"), ("es", "4.300,5"), ("fr", "4\u202f300,5"), ("th", "4,300.5"), ("my", "4,300.5"), ("km", "4,300.5"), ("ar", "4,300.5"),
])
def test_a_number_has_the_digits_and_marks_of_the_language(loaded: Loaded, tag: str, written: str) -> None:
    assert Words(loaded.project, tag).number(4300.5) == written


def test_every_date_of_the_content_can_be_written_in_every_language(loaded: Loaded) -> None:
    facts = [fact for case in loaded.project.cases.values() for fact in case.facts.values()]
    for tag in loaded.project.languages:
        for fact in facts:
            assert fact.as_of[:4] in Words(loaded.project, tag).date(fact.as_of)
