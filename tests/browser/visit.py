"""What a visitor does on a page of any kind, and what the page must not do meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page

LISTEN = """window.policyBroken = [];
addEventListener("securitypolicyviolation", event => policyBroken.push(`${event.effectiveDirective} ${event.blockedURI} line ${event.lineNumber}`), true);"""
"""Runs before a page's own scripts: keeps whatever the page's policy had to forbid."""

LEFT = "net::ERR_ABORTED"
"""How a request ends whose page was left before it came."""


def answer(page: Page) -> None:
    """Choose the first choice of every question and ask for the answer, where the page offers that."""
    page.evaluate("""() => document.querySelectorAll("form[data-question]").forEach(form => {
      const choice = form.querySelector("fieldset input, fieldset select, fieldset button");
      const check = form.querySelector("[type=submit]");
      if (choice) choice.click();
      if (check) check.click(); })""")


def unfold(page: Page) -> None:
    """Open every fold of the text and beside it; the header's stay, for on a phone they cover the page."""
    page.evaluate("document.querySelectorAll('details:not(header details)').forEach(fold => { fold.open = true; })")


@contextmanager
def watched(browser: Browser, base: str, faults: list[str], before: str = "") -> Iterator[tuple[BrowserContext, Page]]:
    """A page of a new visitor. Errors, policy violations and requests outside `base` are added to `faults`.

    `before` is script that runs before each page's own.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(LISTEN + before)
    page = context.new_page()
    page.on("console", lambda message: faults.append(f"{page.url}: says {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: fails with {error}"))
    page.on("request", lambda request: None if request.url.startswith((base + "/", "data:")) else faults.append(f"{page.url}: asks for {request.url}"))
    page.on("requestfailed", lambda request: None if request.failure == LEFT else faults.append(f"{page.url}: does not get {request.url}"))
    yield context, page
    context.close()


def visit(page: Page, address: str, faults: list[str]) -> None:
    """Open a page, answer what it asks, open its folds, and note what its policy had to forbid."""
    page.goto(address)
    answer(page)
    unfold(page)
    faults += [f"{address}: policy broken, {each}" for each in page.evaluate("policyBroken")]


def left_behind(page: Page) -> dict[str, object]:
    """Whatever the pages keep on the device, by the place where it lies."""
    return page.evaluate("""async () => ({
      localStorage: Object.entries(localStorage), sessionStorage: Object.entries(sessionStorage), cookie: document.cookie,
      indexedDB: (await indexedDB.databases()).map(each => each.name), caches: window.caches ? await caches.keys() : [],
      workers: navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations().catch(() => [])).length : 0, name: window.name })""")


NOTHING = {"localStorage": [], "sessionStorage": [], "cookie": "", "indexedDB": [], "caches": [], "workers": 0, "name": ""}
