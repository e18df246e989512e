"""axe-core finds nothing on any page of any face, as the page opens (of languages after the first, on samples). Of the trainers' website,
on the pages that are not made as those of the other one are."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser

from tests.browser.axe import AS_IT_OPENS, account, audit
from tests.sites import Site


def test_axe_finds_no_violation_on_any_page(
    each_site: Site, site_called: Callable[[str], Site], browser: Browser, record_property: Callable[[str, object], None],
) -> None:
    found: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
    pages_of = each_site.unlike(site_called("online")) if each_site.name == "trainer" else each_site.tried()
    for tag, pages in pages_of.items():
        made = account(each_site.name, tag, AS_IT_OPENS)
        for path in pages:
            page.goto(path.as_uri())
            found += [f"{each_site.called(path)}: {each}" for each in audit(page, made)]
        record_property("axe", made)
    page.close()
    assert not found, "\n".join(found[:20])
