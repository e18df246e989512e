"""Every script of the site is set as its readers know it: the fonts come along, lines begin where they may, Arabic runs from the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.project import our_course

LANGUAGES = our_course().project.languages
FONTS = {"th": "Noto Sans Thai", "km": "Noto Sans Khmer", "my": "Noto Sans Myanmar", "ar": "Noto Sans Arabic"}
PAGES = ("modules/claras-story.html", "cases/mae-sot.html", "rights/article-23.html")

BAD_STARTS = r"""tag => {
  const bad = [], texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const holder = text.parentElement;
    if (!holder.closest(`:lang(${tag})`) || !holder.checkVisibility({visibilityProperty: true})) continue;
    const range = document.createRange();
    let line = null;
    for (let at = 0; at < text.length; at += 1) {
      range.setStart(text, at); range.setEnd(text, at + 1);
      const box = range.getClientRects()[0];
      if (!box || !box.width && !box.height) continue;
      if (line !== null && box.top > line + 8
        && /[\p{M}\u0e30\u0e32\u0e33\u0e45\u0e46។៕៖ៗ၊။،؛؟»)]/u.test(text.data[at])) bad.push(text.data.slice(Math.max(0, at - 10), at + 10));
      line = line === null ? box.top : Math.max(line, box.top);
    }
  }
  return bad; }"""
"""Lines that begin with a mark that stands on, under or after a letter, or with what closes a sentence."""

LOADED = """async () => {
  await document.fonts.ready;
  return [...document.fonts].filter(face => face.status === "loaded").map(face => face.family.replaceAll('"', "")); }"""


@pytest.mark.parametrize("tag", ["th", "km", "my"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_line_begins_where_none_may(open_page: Callable[..., Page], site: Path, tag: str, width: int) -> None:
    for address in PAGES:
        page = open_page((site / tag / address).as_uri(), width=width)
        page.evaluate(LOADED)
        assert page.evaluate(BAD_STARTS, tag) == [], address


@pytest.mark.parametrize("tag", FONTS)
def test_a_page_brings_the_font_of_its_script_and_no_other(open_page: Callable[..., Page], site: Path, tag: str) -> None:
    page = open_page((site / tag / PAGES[2]).as_uri())
    loaded = set(page.evaluate(LOADED))
    assert FONTS[tag] in loaded
    assert not loaded & (set(FONTS.values()) - {FONTS[tag]})


@pytest.mark.parametrize("tag", ["en", "es", "fr"])
def test_a_page_in_latin_letters_brings_no_other_font(open_page: Callable[..., Page], site: Path, tag: str) -> None:
    page = open_page((site / tag / PAGES[0]).as_uri())
    assert not set(page.evaluate(LOADED)) & set(FONTS.values())


@pytest.mark.parametrize("width", [390, 1280])
def test_arabic_runs_from_the_right_and_what_is_english_in_it_does_not(open_page: Callable[..., Page], site: Path, width: int) -> None:
    page = open_page((site / "ar/modules/claras-story.html").as_uri(), width=width)
    name, switch = (page.locator(each).bounding_box() for each in (".header__name", ".header__languages > summary"))
    assert name
    assert switch
    assert name["x"] > switch["x"]
    heading = page.locator("main h2").first
    box, around = heading.bounding_box(), page.locator("main").bounding_box()
    assert box
    assert around
    assert page.evaluate("getComputedStyle(document.querySelector('main h2')).textAlign") in ("start", "right")
    page.goto((site / "ar/modules/three-pitfalls.html").as_uri())
    english = page.locator("[data-state=fallback][lang=en]").first
    assert english.evaluate("each => getComputedStyle(each).direction") == "ltr"


@pytest.mark.parametrize("tag", FONTS)
def test_the_menu_of_languages_names_each_in_itself(open_page: Callable[..., Page], site: Path, tag: str) -> None:
    page = open_page((site / tag / "index.html").as_uri(), width=390)
    page.locator(".header__languages > summary").click()
    names = page.locator(".header__languages a").all_inner_texts()
    assert names == [LANGUAGES[each].endonym for each in our_course().project.editions["online"].languages]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
