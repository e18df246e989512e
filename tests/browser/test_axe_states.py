"""axe-core finds nothing either in the dark, on a phone, after answering, or on paper: on pages that hold every kind and every component."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import account, audit
from tests.browser.visit import answer, unfold
from tests.sites import Site

STATES = {
    "dark, answered, all folds open": {"color_scheme": "dark", "opened": True},
    "phone, answered, all folds open": {"width": 390, "opened": True},
    "phone, dark": {"width": 390, "color_scheme": "dark"},
    "phone, menu open": {"width": 390, "menu": True, "within": "body > header"},  # it covers a part of the page
    "print": {"media": "print", "off": ["target-size"]},  # nobody touches a link on paper
}
"""With the page as it opens, any two of width, colours and answering meet in one of them."""


def put_into(page: Page, state: dict) -> None:
    page.set_viewport_size({"width": state.get("width", 1280), "height": 900})
    page.emulate_media(media=state.get("media", "screen"), color_scheme=state.get("color_scheme", "light"))
    if state.get("menu"):
        page.evaluate("(document.querySelector('header details') || {}).open = true")
    if state.get("opened"):
        answer(page)
        unfold(page)
        page.evaluate("scrollTo(0, 0)")  # the bar that stays in view while one scrolls lies over whatever is below it


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_no_violation_in_this_state(
    varied: tuple[Site, list[Path]], state: str, browser: Browser, record_property: Callable[[str, object], None],
) -> None:
    site, paths = varied
    found: list[str] = []
    page = browser.new_page()
    made = account(site.name, "one", state)
    for path in paths:
        page.goto(path.as_uri())
        put_into(page, STATES[state])
        found += [f"{site.called(path)}: {each}" for each in audit(page, made, STATES[state].get("within", ""), STATES[state].get("off", ()))]
    record_property("axe", made)
    page.close()
    assert not found, "\n".join(found[:20])
