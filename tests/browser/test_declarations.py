"""The Declaration in every language, as a visitor uses it: from a folder, by keyboard, and without script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import AS_IT_OPENS, account, audit
from tests.browser.visit import NOTHING, left_behind, visit, watched
from tests.sites import APART, BOOKLETS, SAMPLE

LISTED = "ul:visible > li:visible > a:visible"
BAD_STARTS = """() => {
  const range = document.createRange(), bad = [];
  document.querySelectorAll(".booklet__text p, .booklet__text li").forEach(block => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let last = null, before = " ", node;
    while ((node = walker.nextNode())) {
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at); range.setEnd(node, at + 1);
        const end = range.getBoundingClientRect().bottom, letter = node.data[at], after = node.data[at + 1] || "";
        const part = /[\\u102b-\\u103e\\u1082-\\u108d\\u104a\\u104b]/.test(letter)
          || (/[\\u103a\\u1039]/.test(after) && /[^\\s\\u1037\\u1038\\u103a]/.test(before));
        if (last !== null && end > last + 12 && part) bad.push(before + letter + after);
        if (/\\S/.test(letter)) last = end;
        before = letter;
      }
    }
  });
  return bad; }"""
"""Letters that begin a line and must not: signs that belong to the letter before, and the last consonant of a syllable."""


SCRIPTS = ("hin", "bod", "cmn_hant", "jpn", "kor", "fuf_adlm", "iii", "san_gran", "kkh_lana", "tca", "khk_mong", "urd", "shn", "khm", "spa")
"""Texts that between them need the fonts of many scripts, and one that needs none of them."""


def foreign_fonts(page: Page) -> set[str]:
    """The fonts that a page shows and that are not sent along with it, but the machine's."""
    page.evaluate("document.fonts.ready.then(() => 0)")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "body *"})["nodeIds"]
    used = [font for node in nodes for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]]
    assert len(used) > 50
    return {font["familyName"] for font in used if not font["isCustomFont"]}


def open_list(open_page: Callable[..., Page], base: str, **more: object) -> Page:
    return open_page(f"{base}/en/declaration.html", **more)


@pytest.mark.parametrize(("typed", "found"), [
    ("quechua pasco", ["qva"]), ("birmania", []), ("ไทย", ["tha", "tha2"]), ("peru", None), ("qvc", ["qvc"]), ("ESPANOL", None),
    ("cerro de pasco quechua", ["qva"]), ("shan", ["shn"]), ("tai shan", []),
])
def test_a_language_is_found_by_name_own_name_country_or_code(open_page: Callable[..., Page], base: str, typed: str, found: list[str] | None) -> None:
    page = open_list(open_page, base)
    page.get_by_role("searchbox").fill(typed)
    status = page.locator("[role=status]")
    expect(status).not_to_be_empty()
    links = [link.get_attribute("href") for link in page.locator(f".finder__country {LISTED}").all()]
    if found is not None:
        assert links == [f"../declaration/{code}.html" for code in found]
    expect(status).to_contain_text(str(len(links)) if links else "Nothing found.")
    if typed == "ESPANOL":
        assert "../declaration/spa.html" in links
    if typed == "peru":
        assert len(links) >= 28


@pytest.mark.parametrize("typed", ["karen", "กะเหรี่ยง", "ကရင်"])
def test_that_there_is_no_text_in_a_language_of_our_places_is_said_at_once(open_page: Callable[..., Page], base: str, typed: str) -> None:
    page = open_list(open_page, base)
    page.get_by_role("searchbox").fill(typed)
    expect(page.locator("[role=status]")).to_have_text("No text yet")
    expect(page.locator("#without")).to_be_visible()
    assert page.evaluate("document.querySelector('form + section').id") == "without"
    page.get_by_role("searchbox").fill("quechua")
    expect(page.locator("#without")).to_be_hidden()
    page.get_by_role("searchbox").fill("")
    expect(page.locator("#without")).to_be_visible()


def test_by_keyboard_alone_from_the_field_to_a_text(open_page: Callable[..., Page], site: Path) -> None:
    page = open_list(open_page, site.as_uri())
    page.get_by_role("searchbox").focus()
    page.keyboard.type("shan")
    expect(page.locator("[role=status]")).to_contain_text("Found")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "A"
    page.locator("#l-shn a").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.as_uri()}/declaration/shn.html")
    assert page.locator("html").get_attribute("lang") == "shn"


def test_without_script_the_list_is_whole_and_two_texts_are_offered(open_page: Callable[..., Page], site: Path) -> None:
    page = open_list(open_page, site.as_uri(), script=False)
    expect(page.locator(".finder__form")).to_be_hidden()
    assert page.locator(".finder__country li a:visible").count() == 532
    page.goto(f"{site.as_uri()}/es/parallel.html")
    expect(page.locator(".parallel__still")).to_be_visible()
    expect(page.locator(".parallel__form")).to_be_hidden()
    assert [link.get_attribute("href") for link in page.locator(".parallel__still a").all()] == ["../declaration/spa.html", "declaration.html"]


def test_two_texts_stand_side_by_side_each_in_its_language_and_direction(open_page: Callable[..., Page], base: str) -> None:
    page = open_page(f"{base}/en/parallel.html#arb+qva")
    row = page.locator("#article-25 .parallel__row").nth(1)
    cells = row.locator(".parallel__cell")
    assert [(cell.get_attribute("lang"), cell.get_attribute("dir")) for cell in cells.all()] == [("ar", "rtl"), ("qva", "ltr")]
    boxes = [cell.bounding_box() for cell in cells.all()]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] < boxes[1]["x"]
    assert page.locator(".parallel__part").count() == 31
    page.get_by_label("One language").select_option("quz")
    expect(page.locator("#article-29 .parallel__row").nth(2).locator(".parallel__cell").first).to_have_text("Missing in this copy.")
    assert page.url.endswith("#quz+qva")


def test_what_we_put_right_is_marked_there_too(open_page: Callable[..., Page], site: Path) -> None:
    page = open_page(f"{site.as_uri()}/es/parallel.html#spa+qvc")
    expect(page.locator("#article-2 mark")).to_have_text(
        ["yumbay laya rimaqkunapaq", "ima laya lutrinayuqpaqpis", "ima laya partiduta", "yumbay laya llaqtakunapaqpis"])


def test_a_booklet_leads_to_itself_beside_the_readers_language(open_page: Callable[..., Page], site: Path) -> None:
    page = open_page(f"{site.as_uri()}/declaration/qva.html")
    page.locator(".booklet__top a").nth(1).click()
    expect(page.locator("#article-1 .parallel__row").first).to_be_visible()
    assert [page.locator("select").nth(number).input_value() for number in (0, 1)] == ["spa", "qva"]
    assert page.locator("html").get_attribute("lang") == "es"


@pytest.mark.parametrize("code", ["shn", "mnw"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_line_of_shan_or_mon_begins_within_a_syllable(open_page: Callable[..., Page], site: Path, code: str, width: int) -> None:
    page = open_page(f"{site.as_uri()}/declaration/{code}.html", width=width)
    assert page.evaluate(BAD_STARTS) == []


def test_the_texts_that_stand_for_all_fit_keep_to_themselves_and_axe_finds_nothing(
    site: Path, browser: Browser, record_property: Callable[[str, object], None],
) -> None:
    faults: list[str] = []
    made = account("online", BOOKLETS, AS_IT_OPENS)
    with watched(browser, site.as_uri(), faults) as (_, page):
        for code in sorted(SAMPLE):
            address = f"{site.as_uri()}/{BOOKLETS}/{code}.html"
            visit(page, address, faults)
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    faults.append(f"{code} is wider than {width}")
            faults += [f"{code}: {each}" for each in audit(page, made)]
        for name in sorted(APART):
            visit(page, f"{site.as_uri()}/es/{name}", faults)
            faults += [f"{name}: {each}" for each in audit(page, made)]
        page.goto(f"{site.as_uri()}/en/parallel.html#arb+shn")
        expect(page.locator("#article-30")).to_be_visible()
        faults += [f"two texts: {each}" for each in audit(page, made)]
        assert left_behind(page) == NOTHING
    record_property("axe", made)
    assert not faults, "\n".join(faults[:20])


def test_no_letter_is_left_to_the_fonts_of_the_machine(open_page: Callable[..., Page], site: Path) -> None:
    for code in SCRIPTS:
        assert not foreign_fonts(open_page((site / f"declaration/{code}.html").as_uri())), code
    page = open_list(open_page, site.as_uri())
    page.locator(".finder__region").evaluate_all("regions => regions.forEach(region => { region.style.contentVisibility = 'visible'; })")
    assert not foreign_fonts(page)
    page = open_page((site / "en/parallel.html").as_uri() + "#amh+hye")
    expect(page.locator(".parallel__part").last).to_be_visible()
    assert not foreign_fonts(page)
