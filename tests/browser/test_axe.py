"""axe-core finds nothing on any page of any face, as the page opens."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser

from tests.browser.axe import AS_IT_OPENS, account, audit
from tests.sites import Site


def test_axe_finds_no_violation_on_any_page(each_site: Site, browser: Browser, record_property: Callable[[str, object], None]) -> None:
    found: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
    for tag, pages in each_site.pages().items():
        made = account(each_site.name, tag, AS_IT_OPENS)
        for path in pages:
            page.goto(path.as_uri())
            found += [f"{each_site.called(path)}: {each}" for each in audit(page, made)]
        record_property("axe", made)
    page.close()
    assert not found, "\n".join(found[:20])
