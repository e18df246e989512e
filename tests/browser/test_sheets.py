"""Sheets on paper, A4 and Letter, upright and across, and in large print; on a phone; without script. Printed by the real Chromium."""

from __future__ import annotations

import io
import itertools
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_zoom import CUT

PAPERS = {"A4": (595, 842), "Letter": (612, 792)}
"""Width and height in points."""
COMMON = 174
"""What both papers leave between their margins across, in millimetres."""
MOST = 20
"""Pages on which a sheet without cards and questions has room, four times as many in large print."""
SHOWN = """() => [...document.querySelectorAll("main [data-text]")]
  .filter(each => each.checkVisibility() && !each.closest("nav, .sheet-table thead"))
  .map(each => each.innerText).filter(Boolean)"""
LARGE = ".sheet-head__large input"


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    """A page that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def letters(text: str) -> str:
    """The letters of a text: no spaces, no marks, no ligatures, whatever line breaks and hyphens a printer adds."""
    return "".join(each for each in unicodedata.normalize("NFKC", text) if each.isalnum())


def printed(page: Page, paper: str, large: bool) -> pypdf.PdfReader:
    """The open page as a browser prints it, and its text as it then stands."""
    page.locator(LARGE).set_checked(large)
    return pypdf.PdfReader(io.BytesIO(page.pdf(format=paper)))


def read(page: pypdf.PageObject) -> tuple[str, list[str]]:
    """A page's text, and what of it begins outside the paper's margins."""
    found: list[str] = []
    left, bottom, right, top = (float(each) for each in page.mediabox)

    def look(text: str, current: list[float], matrix: list[float], *_: object) -> None:
        x = matrix[4] * current[0] + matrix[5] * current[2] + current[4]
        y = matrix[4] * current[1] + matrix[5] * current[3] + current[5]
        if text.strip() and not (left + 28 < x < right - 28 and bottom + 28 < y < top - 28):
            found.append(f"{text.strip()[:40]} at {x:.0f}, {y:.0f}")

    return page.extract_text(visitor_text=look), found


def all_sheets(site: Path) -> list[Path]:
    return sorted(path for folder in ("tools", "worksheets") for path in (site / "en" / folder).glob("*.html"))


@pytest.mark.parametrize("large", [False, True], ids=["", "large"])
@pytest.mark.parametrize("format_", PAPERS)
def test_a_part_of_every_kind_is_printed_whole(paper: Page, small_site: Path, format_: str, large: bool) -> None:
    """The small house's sheet lies across; in large print it stands upright."""
    paper.goto((small_site / "en/worksheets/pipe.html").as_uri())
    made = printed(paper, format_, large)
    wide, high = PAPERS[format_] if large else PAPERS[format_][::-1]
    for page in made.pages:
        assert abs(float(page.mediabox.width) - wide) < 2
        assert abs(float(page.mediabox.height) - high) < 2
        assert read(page)[1] == []
    paper.emulate_media(media="print")
    whole = letters("".join(page.extract_text() for page in made.pages))
    texts = paper.evaluate(SHOWN)
    assert len(texts) > 60
    assert [text for text in texts if not all(letters(line) in whole for line in text.splitlines())] == []


@pytest.mark.parametrize(("format_", "large"), [("A4", False), ("Letter", True)])
def test_every_sheet_of_ours_is_printed_on_a_sensible_number_of_pages(paper: Page, site: Path, format_: str, large: bool) -> None:
    found: list[str] = []
    for path in all_sheets(site):
        paper.goto(path.as_uri())
        made = printed(paper, format_, large)
        pages = [read(page) for page in made.pages]
        found += [f"{path.stem}: beyond the margin: {each}" for _, outside in pages for each in outside]
        found += [f"{path.stem}: page {number} is empty" for number, (text, _) in enumerate(pages, 1)
                  if not text.strip() and not paper.locator(".sheet-draw, .sheet-lines, .sheet-table").count()]
        if not paper.locator(".sheet-cards, .question").count() and len(made.pages) > MOST * (4 if large else 1):
            found.append(f"{path.stem}: {len(made.pages)} pages")
    assert found == []


@pytest.mark.parametrize("large", [False, True], ids=["", "large"])
def test_between_the_margins_of_both_papers_nothing_is_cut(browser: Browser, site: Path, small_site: Path, large: bool) -> None:
    found: list[str] = []
    page = browser.new_page(viewport={"width": round(COMMON / 25.4 * 96), "height": 900})
    page.emulate_media(media="print")
    for path in (*all_sheets(small_site), *all_sheets(site)):
        page.goto(path.as_uri())
        page.evaluate("large => { document.querySelector('.sheet-head__large input').checked = large; }", large)
        found += [f"{path.stem}: {each}" for each in page.evaluate(CUT)]
    page.close()
    assert found == []


def test_large_print_is_large_and_its_lines_are_further_apart(browser: Browser, small_site: Path) -> None:
    page = browser.new_page()
    page.goto((small_site / "en/worksheets/pipe.html").as_uri())
    page.emulate_media(media="print")
    measure = """() => [".prose li", ".sheet-fields__label", ".sheet-table__help", ".sheet-cards blockquote", ".question__reasons p"]
      .map(each => parseFloat(getComputedStyle(document.querySelector(`main ${each}`)).fontSize) * .75)
      .concat(document.querySelectorAll(".sheet-lines i")[1].getBoundingClientRect().height)"""
    *sizes, lines = page.evaluate(measure)
    page.evaluate("document.querySelector('.sheet-head__large input').checked = true")
    *large, apart = page.evaluate(measure)
    assert all(7 <= size <= 11 for size in sizes), sizes
    assert all(size >= 16 for size in large), large
    assert apart > 1.5 * lines
    page.close()


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [320, 390])
def test_a_sheet_on_a_phone_never_scrolls_sideways(browser: Browser, site: Path, small_site: Path, width: int, direction: str) -> None:
    found: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in (*all_sheets(small_site), *all_sheets(site)):
        page.goto(path.as_uri())
        page.evaluate("direction => { document.documentElement.dir = direction; }", direction)
        found += [f"{path.stem}: {each}" for each in page.evaluate(CUT)]
    page.close()
    assert found == []


def test_in_a_narrow_window_each_cell_says_what_it_is(open_page: Callable[..., Page], small_site: Path) -> None:
    page = open_page((small_site / "en/worksheets/pipe.html").as_uri(), width=390, script=False)
    row = page.locator("[data-component=sheet-table] tbody tr").first
    boxes = [cell.bounding_box() for cell in row.locator("th, td").all()]
    assert all(below["y"] >= above["y"] + above["height"] - 1 for above, below in itertools.pairwise(boxes)), "one below the other"
    says = "cell => getComputedStyle(cell, '::before').content"
    assert row.locator("td").nth(1).evaluate(says) == '"What happens"'
    assert page.locator(".sheet-table__box").first.evaluate(says) == '"True with evidence"'


def test_paper_has_no_navigation_and_begins_with_the_number(open_page: Callable[..., Page], small_site: Path) -> None:
    page = open_page((small_site / "en/worksheets/pipe.html").as_uri(), script=False)
    page.emulate_media(media="print")
    for hidden in ("header.header", "nav.local", ".around", ".sheet-head", ".page-head__above a"):
        assert not page.locator(hidden).first.is_visible(), hidden
    number, title = page.locator(".page-head__position"), page.locator("h1")
    assert number.inner_text() == "W1"
    assert abs(number.bounding_box()["y"] - title.bounding_box()["y"]) < 6, "one line"
    assert page.locator(".footer p").first.is_visible()


def test_answers_come_behind_everything_else_on_paper(paper: Page, small_site: Path) -> None:
    paper.goto((small_site / "en/worksheets/pipe.html").as_uri())
    texts = [page.extract_text() for page in printed(paper, "A4", False).pages]
    asked = max(number for number, text in enumerate(texts) if "How many in a hundred" in text)
    reasons = min(number for number, text in enumerate(texts) if "Answer and reasons" in text)
    assert asked < reasons
    assert any("Keep it where only the group" in text for text in texts[:reasons])
