"""Pictures on a phone and in a script that runs from right to left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

PAGES = ["cases/clara", "cases/mae-sot", "cases/yanacocha", "agenda/three-pitfalls", "agenda/protect-respect-remedy", "agenda/due-diligence"]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_pictures_fit_a_small_phone(open_page: Callable[..., Page], site: Path, direction: str) -> None:
    page = open_page(f"{site.as_uri()}/en/index.html", width=320)
    for each in PAGES:
        page.goto(f"{site.as_uri()}/en/{each}.html")
        page.evaluate("direction => { document.documentElement.dir = direction; }", direction)
        assert page.locator("[data-component=picture]").count() >= 1, each
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, each
        for box in page.locator("[data-component=picture] svg").evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())"):
            assert box["left"] >= 0, each
            assert box["right"] <= 320, each


def test_a_drawing_with_a_direction_turns_round_and_its_numerals_stay_readable(open_page: Callable[..., Page], site: Path) -> None:
    turned = "element => new DOMMatrix(getComputedStyle(element).transform).a"
    page = open_page(f"{site.as_uri()}/en/cases/mae-sot.html")
    drawing = page.locator(".picture--supply-chain svg")
    numeral = drawing.locator("text").first
    assert (drawing.evaluate(turned), numeral.evaluate(turned)) == (1, 1)
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert (drawing.evaluate(turned), numeral.evaluate(turned)) == (-1, -1)
    page.goto(f"{site.as_uri()}/en/cases/yanacocha.html")
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.locator(".picture--water-map svg").evaluate(turned) == 1, "a map is never mirrored"
