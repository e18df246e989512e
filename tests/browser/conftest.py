"""The system's Chromium, driven by Playwright. Where it is missing the tests fail, they are never skipped."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.course_fixtures import course, course_sites, quiet
from tests.site_fixtures import built, each_site, served, site, site_called, small_faces, small_faces_served, small_served, small_site, varied

__all__ = ["built", "course", "course_sites", "each_site", "quiet", "served", "site", "site_called", "small_faces",
           "small_faces_served", "small_served", "small_site", "varied"]


ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as made:
        yield made


def _chromium(playwright: Playwright, name: str = "chromium-headless-shell", **more: object) -> Iterator[Browser]:
    """The shell is the same engine without a window around it, and costs half as much."""
    path = shutil.which(name) or shutil.which("chromium")
    assert path, "Chromium is missing. `make test` installs it as root; else: sudo apt-get install chromium"
    made = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, **more)
    yield made
    made.close()


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One browser for the session."""
    yield from _chromium(playwright)


@pytest.fixture(scope="session")
def keeping(playwright: Playwright) -> Iterator[Browser]:
    """A browser that sets pages aside as they are and shows them so again with Back, as people's browsers do and Playwright's does not."""
    yield from _chromium(playwright, "chromium", ignore_default_args=["--disable-back-forward-cache"])


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


@pytest.fixture(params=["http", "file"])
def small_base(request: pytest.FixtureRequest, small_site: Path, small_served: str) -> str:
    """The address of the small house's site: over http, or from a folder."""
    return small_served if request.param == "http" else small_site.as_uri()


FACES = {"website": "website/{tag}/cases/mill.html", "lessons": "lessons/online-{tag}/case-mill-questions.html",
         "folder": "folder/online-{tag}/cases/mill.html"}
"""Every face that shows questions, and where it has the page of the small house's case."""


@pytest.fixture(params=[f"{face} {base}" for face in FACES for base in ("http", "file")])
def mill(request: pytest.FixtureRequest, small_faces: Path, small_faces_served: str) -> Callable[[str], str]:
    """Gives the address of the page with a question of every type, in a language: in each face, over http and from a folder."""
    face, base = request.param.split()
    start = small_faces_served if base == "http" else small_faces.as_uri()
    return lambda tag: f"{start}/{FACES[face].format(tag=tag)}"
