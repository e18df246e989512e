"""axe-core finds nothing either in the dark, on a phone, after answering, or on paper: on pages that hold every kind and every component."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import account, audit
from tests.browser.visit import answer, unfold
from tests.sites import VARIED, Site

STATES = {
    "dark": {"color_scheme": "dark"},
    "phone": {"width": 390},
    "phone, menu open": {"width": 390, "menu": True, "within": "body > header"},  # it covers a part of the page
    "answered, all folds open": {"opened": True},
    "answered, all folds open, phone, dark": {"opened": True, "width": 390, "color_scheme": "dark"},
    "print": {"media": "print", "off": ["target-size"]},  # nobody touches a link on paper
}


def put_into(page: Page, state: dict) -> None:
    page.set_viewport_size({"width": state.get("width", 1280), "height": 900})
    page.emulate_media(media=state.get("media", "screen"), color_scheme=state.get("color_scheme", "light"))
    if state.get("menu"):
        page.evaluate("(document.querySelector('header details') || {}).open = true")
    if state.get("opened"):
        answer(page)
        unfold(page)
        page.evaluate("scrollTo(0, 0)")  # the bar that stays in view while one scrolls lies over whatever is below it


@pytest.mark.parametrize("each_site", VARIED, indirect=True)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_no_violation_in_this_state(each_site: Site, state: str, browser: Browser, record_property: Callable[[str, object], None]) -> None:
    found: list[str] = []
    page = browser.new_page()
    made = account(each_site.name, "one", state)
    for path in each_site.few():
        page.goto(path.as_uri())
        put_into(page, STATES[state])
        found += [f"{each_site.called(path)}: {each}" for each in audit(page, made, STATES[state].get("within", ""), STATES[state].get("off", ()))]
    record_property("axe", made)
    page.close()
    assert not found, "\n".join(found[:20])
