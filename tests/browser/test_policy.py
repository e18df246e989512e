"""Nothing is fetched from elsewhere, nothing is kept, nothing breaks the page's own policy: on every page of every face."""

from __future__ import annotations

import re

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.browser.visit import NOTHING, left_behind, visit, watched
from tests.site_fixtures import serving
from tests.sites import Site

QUIET = ["community", "community-lessons", "community-folder"]
"""Faces that must work without storage and network, and that lead nowhere else."""

REFUSED = ("localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore", "fetch", "XMLHttpRequest", "WebSocket", "EventSource", "RTCPeerConnection",
           "Worker", "SharedWorker", "open")
REFUSE = f"""window.touched = [];
const refuse = (where, name) => Object.defineProperty(where, name, {{configurable: true,
  get() {{ touched.push(name); throw new Error(name + " is refused"); }}, set() {{ touched.push(name); throw new Error(name + " is refused"); }}}});
{list(REFUSED)}.forEach(name => refuse(window, name));
["cookie"].forEach(name => refuse(document, name));
["sendBeacon", "serviceWorker", "storage", "geolocation", "share", "clipboard"].forEach(name => refuse(navigator, name));"""
"""Whatever keeps or sends something throws when a page so much as looks at it."""

ANSWERED = """[...document.querySelectorAll("form[data-question]")].filter(form => form.querySelector("[type=submit]"))
  .every(form => (form.querySelector("[role=status]") || {}).textContent)"""
"""Whether every question of the page that can be checked has said something."""

TELLTALE = re.compile(r"localStorage|sessionStorage|indexedDB|\bcaches\b|\.cookie|\bfetch\b|XMLHttpRequest|sendBeacon|WebSocket|EventSource|serviceWorker")


def test_every_page_opened_from_a_folder_keeps_to_itself_and_leaves_nothing_behind(each_site: Site, browser: Browser) -> None:
    faults: list[str] = []
    with watched(browser, each_site.base, faults) as (_, page):
        for paths in each_site.tried().values():
            for path in paths:
                visit(page, path.as_uri(), faults)
        left = left_behind(page)
    assert not faults, "\n".join(faults[:20])
    assert left == NOTHING


def test_pages_of_every_kind_from_a_server_keep_to_themselves_too(each_site: Site, browser: Browser) -> None:
    faults: list[str] = []
    with serving(each_site.folder) as base, watched(browser, base, faults) as (context, page):
        for paths in each_site.samples().values():
            for path in paths:
                visit(page, f"{base}/{path.relative_to(each_site.folder).as_posix()}", faults)
        assert left_behind(page) == NOTHING
        assert context.cookies() == []
    assert not faults, "\n".join(faults[:20])


@pytest.mark.parametrize("each_site", QUIET, indirect=True)
def test_without_storage_and_network_every_page_works_and_asks_for_neither(each_site: Site, browser: Browser) -> None:
    faults: list[str] = []
    with watched(browser, each_site.base, faults, REFUSE) as (context, page):
        context.route(re.compile("^(?!file:)"), lambda route: route.abort())
        for paths in each_site.pages().values():
            for path in paths:
                visit(page, path.as_uri(), faults)
                faults += [f"{path}: uses {name}" for name in page.evaluate("touched")]
                assert page.evaluate(ANSWERED), path
    assert not faults, "\n".join(faults[:20])


@pytest.mark.parametrize("each_site", QUIET, indirect=True)
def test_no_link_leads_elsewhere_and_no_script_names_what_keeps_or_sends(each_site: Site) -> None:
    for paths in each_site.pages().values():
        for path in paths:
            root = html.parse(str(path)).getroot()
            for address in root.xpath("//@href | //@src | //@action | //@formaction | //@poster | //@ping | //@srcset | //@cite"):
                assert address == "data:," or not re.match(r"\s*([a-z][a-z0-9+.-]*:|//)", address, re.IGNORECASE), f"{path}: {address}"
            assert not [script for script in root.xpath("//script[not(@src)]/text()") if TELLTALE.search(script)], path
    for path in each_site.folder.rglob("*.js"):
        assert not TELLTALE.search(path.read_text("utf-8")), path
