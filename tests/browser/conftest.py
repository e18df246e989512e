"""The system's Chromium, driven by Playwright. Where it is missing the tests fail, they are never skipped."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.site_fixtures import built, each_site, served, site, site_called

__all__ = ["built", "each_site", "served", "site", "site_called"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the session."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing. `make test` installs it as root; else: sudo apt-get install chromium"
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=[
            "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"])
        yield made
        made.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address. Whatever the page logs as an error, and every request to another host, fails the test at its end."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def go(address: str, *, script: bool = True, width: int = 1280, height: int = 900, dark: bool = False) -> Page:
        context = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": height},
                                      color_scheme="dark" if dark else "light", reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(("file:", "http://127.0.0.1:")) else faults.append(request.url))
        page.goto(address)
        return page

    yield go
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Path, served: str) -> str:
    """The site's address: over http, or from a folder."""
    return served if request.param == "http" else site.as_uri()
