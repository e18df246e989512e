"""Words a good third longer, and pages that run from the right: nothing is cut off and nothing goes beyond the edge."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.test_zoom import CUT
from tests.browser.visit import answer, unfold
from tests.site.test_pseudo import pseudo_site
from tests.sites import Site

__all__ = ["pseudo_site"]


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_longer_and_mirrored_words_have_room(pseudo_site: Path, browser: Browser, tag: str, width: int) -> None:
    found: list[str] = []
    site = Site("pseudo", pseudo_site)
    page = browser.new_page(viewport={"width": width, "height": 900})
    for path in site.samples()[tag]:
        page.goto(path.as_uri())
        answer(page)
        unfold(page)
        page.evaluate("document.fonts.ready.then(() => 0)")
        found += [f"{site.called(path)}: {each}" for each in page.evaluate(CUT)]
    page.close()
    assert not found, "\n".join(found[:20])
