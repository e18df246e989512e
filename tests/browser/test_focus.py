"""With the Tab key alone, on a phone's width and on a desk's: every stop can be seen, is marked, and does something. What axe cannot see."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.sites import Site

STOP = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body || stop === window.first) return null;
  window.first = window.first || stop;
  const box = stop.getBoundingClientRect();
  const about = [stop, ...(stop.labels || [])], beside = stop.nextElementSibling ? [stop.nextElementSibling] : [];
  const around = [];
  for (let each = stop.parentElement; each; each = each.parentElement) around.push(each);
  const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
  const hits = [...stop.getClientRects()]
    .map(line => document.elementFromPoint(middle(line.left, line.right, innerWidth), middle(line.top, line.bottom, innerHeight)));
  const faults = [];
  if (!stop.checkVisibility({visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true}) || !box.width || !box.height) faults.push("hidden");
  else if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) faults.push("off the screen");
  else if (!about.some(each => hits.some(hit => each.contains(hit)))) faults.push("covered");
  const ringed = each => [null, "::before", "::after"].map(part => getComputedStyle(each, part))
    .some(style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  if (![...about, ...beside, ...around].some(ringed)) faults.push("without a mark");
  const {overflowX, overflowY} = getComputedStyle(stop), moves = value => value === "auto" || value === "scroll";
  const scrolls = moves(overflowY) && stop.scrollHeight > stop.clientHeight || moves(overflowX) && stop.scrollWidth > stop.clientWidth;
  if (!scrolls && !stop.matches("a[href], button, input, select, textarea, summary")) faults.push("for nothing");
  return faults.map(fault => `${fault}: ${stop.outerHTML.slice(0, 90)}`); }"""
"""Where the focus now is: null at the end of the page, else what is wrong with it."""

MOST = 600
"""More stops than any page has."""


def walk(page: Page) -> list[str]:
    """Press Tab from the top of the page to its end."""
    found: list[str] = []
    for count in range(MOST):
        page.keyboard.press("Tab")
        faults = page.evaluate(STOP)
        if faults is None:
            assert count > 0, "nothing takes the focus"
            return found
        found += faults
    raise AssertionError("the focus never leaves the page")


@pytest.mark.parametrize("width", [390, 1280])
def test_every_stop_of_the_focus_can_be_seen_is_marked_and_does_something(varied: tuple[Site, list[Path]], width: int, browser: Browser) -> None:
    site, paths = varied
    found: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 844})
    for path in paths:
        page.goto(path.as_uri())
        found += [f"{site.called(path)}: {each}" for each in walk(page)]
    page.close()
    assert not found, "\n".join(found[:20])
