"""Large letters, wide spacing, and no motion: nothing is cut off and nothing moves by itself. What axe cannot see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visit import answer, unfold
from tests.sites import Site

CUT = """() => {
  const clipping = [...document.querySelectorAll("body *")].filter(each => {
    const {overflowX, overflowY} = getComputedStyle(each);
    return [overflowX, overflowY].some(value => value === "hidden" || value === "clip"); });
  const told = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const holder = text.parentElement;
    let unseen = holder;
    while (unseen && getComputedStyle(unseen).clipPath !== "inset(50%)") unseen = unseen.parentElement;
    if (!text.data.trim() || unseen || holder.closest(".skip") || !holder.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    let block = holder;
    while (!block.clientHeight) block = block.parentElement;
    const floor = block.getBoundingClientRect().bottom;
    const clips = clipping.filter(each => each.contains(text)).map(each => each.getBoundingClientRect());
    for (const box of range.getClientRects()) {
      if (box.right > innerWidth + 1 || box.left < -1) told.push(`beyond the edge: ${text.data.trim().slice(0, 60)}`);
      if (clips.some(clip => box.right > clip.right + 1 || box.left < clip.left - 1 || box.bottom > clip.bottom + 1 || box.top < clip.top - 1))
        told.push(`cut off: ${text.data.trim().slice(0, 60)}`);
      if (box.bottom > floor + 8) told.push(`runs out of its box: ${text.data.trim().slice(0, 60)}`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) told.push(`scrolls sideways by ${document.documentElement.scrollWidth - innerWidth} px`);
  return told; }"""
"""Every text that is beyond the window's edge or cut off by something around it, or runs out of its box at the foot."""

SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }"""
"""WCAG 1.4.12."""


def opened(page: Page, site: Site, paths: list[Path]) -> Iterator[str]:
    """Pages of a face, answered and unfolded; yields the name of each."""
    for path in paths:
        page.goto(path.as_uri())
        answer(page)
        unfold(page)
        page.evaluate("document.fonts.ready.then(() => 0)")
        yield site.called(path)


def test_letters_twice_as_large_on_the_narrowest_screen_are_not_cut_off(varied: tuple[Site, list[Path]], browser: Browser) -> None:
    """320 px wide (WCAG 1.4.10), and the reader's own size of letters set to 200 % (WCAG 1.4.4) at once."""
    found: list[str] = []
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    for name in opened(page, *varied):
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 32
        found += [f"{name}: {each}" for each in page.evaluate(CUT)]
    page.close()
    assert not found, "\n".join(found[:20])


@pytest.mark.parametrize("width", [320, 1280])
def test_wider_spacing_cuts_nothing_off(varied: tuple[Site, list[Path]], width: int, browser: Browser) -> None:
    found: list[str] = []
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    for name in opened(page, *varied):
        page.add_style_tag(content=SPACING)
        found += [f"{name}: {each}" for each in page.evaluate(CUT)]
    context.close()
    assert not found, "\n".join(found[:20])


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_nothing_moves(varied: tuple[Site, list[Path]], motion: str, browser: Browser) -> None:
    """Not by itself, and for readers who ask for less motion not after answering either."""
    page = browser.new_page(reduced_motion=motion)
    for name in opened(page, *varied):
        assert page.evaluate("document.getAnimations().length") == 0, name
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto", name
    page.close()
