"""Pictures that explain: whoever cannot see one, or not in colour, or not in this language, loses nothing."""

from __future__ import annotations

import re

import pytest
from lxml import html

from generator.compile.page import Heading
from generator.load.drawings import read_drawings
from generator.model.text import texts_of
from generator.pipeline import Loaded, pages_in
from tests.project import ROOT, our_course

LARGEST = 4_096
"""Bytes of markup that the drawings of one picture may have, without their words."""


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return our_course()


@pytest.fixture(scope="module")
def shown(loaded: Loaded) -> dict[str, list[html.HtmlElement]]:
    """Every figure of the English site, by the id of its picture."""
    pages, renderer = pages_in(loaded, "en", "online")
    found: dict[str, list[html.HtmlElement]] = {}
    for page in pages:
        blocks = "".join(item.html for item in renderer.outline(page) if not isinstance(item, Heading))
        for figure in html.fromstring(f"<main>{blocks}</main>").xpath("//figure[@data-component='picture']"):
            found.setdefault(figure.get("class").rpartition("--")[2], []).append(figure)
    return found


def test_every_picture_has_a_drawing_and_every_drawing_a_picture_and_each_is_shown(loaded: Loaded, shown: dict) -> None:
    assert set(loaded.project.pictures) == set(read_drawings(ROOT)) == set(shown)


def test_a_picture_says_all_its_words_as_texts_that_can_be_translated(loaded: Loaded, shown: dict) -> None:
    for key, figures in shown.items():
        for figure in figures:
            told = set(figure.xpath(".//@data-text"))
            assert told == {text.id for text in texts_of(loaded.project.pictures[key])}, key
            loose = " ".join(figure.xpath(".//text()[not(ancestor::*[@data-text])]")).split()
            assert {word for word in loose if not word.isdigit()} <= set(loaded.project.ui["how-we-know"].value.split()), key


def test_every_drawing_has_a_name_or_is_told_by_the_words_beside_it(shown: dict) -> None:
    for key, figures in shown.items():
        for drawing in [each for figure in figures for each in figure.xpath(".//svg")]:
            if drawing.get("aria-hidden") == "true":
                beside = drawing.getparent().xpath(".//*[@data-text]")
                assert beside, key
            else:
                assert drawing.get("role") == "img"
                name = drawing.xpath("ancestor::figure//*[@id=$id]", id=drawing.get("aria-labelledby"))
                assert len(name) == 1, key
                assert name[0].text_content().strip()


def test_the_numbers_of_a_drawing_are_those_of_its_legend(shown: dict) -> None:
    for key, figures in shown.items():
        for figure in figures:
            marks = figure.xpath(".//*[@class='mark'][*[name()='circle']]/*[name()='text']/text()")
            assert sorted(marks) == sorted(figure.xpath(".//*[@class='picture__number']/text()")), key


def test_a_drawing_is_light(shown: dict) -> None:
    for key, figures in shown.items():
        markup = b"".join(html.tostring(each, with_tail=False) for each in figures[0].xpath(".//svg"))
        assert len(markup) <= LARGEST, f"{key}: {len(markup)} bytes"
        assert not re.search(rb"#[0-9a-f]{3,6}\b|rgb|style=", markup), f"{key}: colours come from the tokens"
