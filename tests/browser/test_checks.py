"""The checks before and after the course, the page to come back with and the record of learning: on screen, by hand and on paper."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_memory import answer, switch_on

DAY = 24 * 3600


def cell(page: Page, row: int, part: str) -> Locator:
    return page.locator(f".gain tbody tr:nth-child({row}) input[data-part={part}]")


def said(page: Page, row: int, part: str) -> Locator:
    return cell(page, row, part).locator("xpath=following-sibling::*[1]")


def total(page: Page, name: str) -> Locator:
    return page.locator(f"[data-sum={name}]")


def test_the_check_before_shows_its_own_results_by_word(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/check/before.html")
    expect(page.locator("main")).to_contain_text("This is for you alone.")
    expect(said(page, 1, "before")).to_have_text("")
    expect(total(page, "before")).to_have_text("")
    answer(page, "check-before/harm", "stop")
    expect(total(page, "before")).to_have_text("1 of 1")
    answer(page, "check-before/share", "wait")
    expect(said(page, 1, "before")).to_have_text("right")
    expect(said(page, 2, "before")).to_have_text("not yet")
    expect(total(page, "before")).to_have_text("1 of 2")
    answer(page, "check-before/share", "share")  # the first answer counts
    expect(said(page, 2, "before")).to_have_text("not yet")
    page.get_by_role("link", name="What the mill owes").last.click()
    expect(page.locator("h1")).to_have_text("What the mill owes")


def test_kept_results_of_before_stand_beside_those_of_after(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/check/before.html")
    switch_on(page)
    answer(page, "check-before/harm", "stop")
    answer(page, "check-before/share", "wait")
    page.goto(f"{course}/check/after.html")
    expect(cell(page, 1, "before")).to_be_checked()
    expect(said(page, 2, "before")).to_have_text("not yet")
    expect(total(page, "gained")).to_have_text("")
    answer(page, "check-after/harm", "stop")
    answer(page, "check-after/share", "share")
    expect(total(page, "before")).to_have_text("1 of 2")
    expect(total(page, "after")).to_have_text("2 of 2")
    expect(total(page, "gained")).to_have_text("1 of 1")
    expect(page.locator(".gain__note")).to_be_hidden()
    page.reload()
    expect(total(page, "gained")).to_have_text("1 of 1")


def test_without_memory_the_column_of_before_is_ticked_from_paper(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/check/after.html")
    answer(page, "check-after/harm", "wages")
    answer(page, "check-after/share", "share")
    expect(total(page, "after")).to_have_text("1 of 2")
    expect(page.locator(".gain__note")).to_have_text("If you did the check before the course, tick in the column for before what was right then.")
    cell(page, 1, "before").check()
    expect(said(page, 2, "before")).to_have_text("not yet")
    expect(total(page, "gained")).to_have_text("0 of 1")
    cell(page, 2, "before").check()
    expect(page.locator(".gain__note")).to_have_text("All were right before, so nothing was missing.")
    cell(page, 1, "before").uncheck()
    cell(page, 2, "after").uncheck()
    expect(page.locator(".gain__note")).to_contain_text("Fewer are right than before.")
    expect(total(page, "gained")).to_have_text("–")


def test_the_table_says_what_the_figures_cannot(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/check/after.html", script=False)
    for caveat in ("a change of one or two can be chance", "more than 80 %", "fewer than ten people"):
        expect(page.locator(".gain__caveats")).to_contain_text(caveat)


@pytest.mark.parametrize("name", ["check/before", "check/after"])
def test_without_script_and_on_paper_the_table_has_boxes_to_tick(open_page: Callable[..., Page], course: str, name: str) -> None:
    page = open_page(f"{course}/{name}.html", script=False)
    for box in page.locator(".gain input").all():
        box.check()
    page.emulate_media(media="print")
    expect(page.locator(".gain input").first).to_be_visible()
    expect(page.locator(".gain__sum dd").first).to_be_visible()
    names = page.locator(".gain input").evaluate_all(
        "boxes => boxes.map(box => box.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id).textContent).join(': '))")
    assert names[0] == "Before: Explain why wages do not make up for harm."


def test_in_an_edition_that_keeps_nothing_the_table_works_on_its_page(open_page: Callable[..., Page], quiet: str) -> None:
    page = open_page(f"{quiet}/index.html")
    for number in range(1, 13):
        page.goto(f"{quiet}/page-{number:02}.html")
        if page.locator(".gain[data-role=after]").count():
            break
    answer(page, "check-after/harm", "stop")
    answer(page, "check-after/share", "share")
    cell(page, 1, "before").check()
    expect(total(page, "gained")).to_have_text("1 of 1")


def test_come_back_leads_to_three_questions_of_each_module_without_script(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/review.html", script=False)
    expect(page.locator("main")).to_contain_text("If a day passes without it, nothing is lost.")
    expect(page.locator(".recall__module")).to_have_count(2)
    for day in (2, 7, 21):
        expect(page.locator(".recall__module").first).to_contain_text(f"After {day} days")
    page.locator(".recall__questions a").first.click()
    assert page.url.endswith("/modules/the-mill.html#mill-wages")
    expect(page.locator("#mill-wages")).to_be_in_viewport()


@pytest.mark.parametrize(("days", "today", "next_one"), [(0, False, "2"), (1, False, "1"), (2, True, ""), (3, True, ""), (4, False, "3"), (7, True, ""),
                                                         (10, False, "11"), (21, True, ""), (40, False, "often enough")])
def test_with_memory_it_says_what_is_due_today(open_page: Callable[..., Page], course_sites: dict[str, str], days: int, today: bool, next_one: str) -> None:
    course = f"{course_sites['online http']}/en"
    page = open_page(f"{course}/modules/the-dairy.html")
    now = time.time()
    page.clock.set_fixed_time(now)
    switch_on(page)
    page.get_by_role("checkbox", name="I have finished this module").check()
    page.clock.set_fixed_time(now + days * DAY)
    page.goto(f"{course}/review.html")
    box = page.locator(".recall__today")
    expect(box).to_contain_text("What the dairy can do" if today else "Nothing today.")
    last = page.locator(".recall__next").nth(1)
    if today:
        expect(last).to_be_hidden()
    else:
        expect(last).to_contain_text(next_one)
    expect(page.locator(".recall__next").first).to_be_hidden()


def test_the_record_is_a_paper_and_no_certificate(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/record.html", script=False)
    expect(page.locator("main")).to_contain_text("This shows that a person studied. It does not show that any company respects human rights.")
    expect(page.locator(".record__sign")).to_be_hidden()
    name = page.get_by_label("Name, if you like")
    assert name.get_attribute("autocomplete") == "off"
    assert page.locator(".record form, .record img, .record svg, .record canvas").count() == 0
    assert page.locator(".record input[type=text]").count() == 1
    page.locator(".record input[type=checkbox]").first.check()
    page.emulate_media(media="print")
    expect(page.locator(".record__sign")).to_be_visible()
    expect(page.locator(".record")).to_contain_text("Explain why wages do not make up for harm.")


def test_the_record_is_ticked_from_memory(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/modules/the-dairy.html")
    switch_on(page)
    page.get_by_role("checkbox", name="I have finished this module").check()
    page.goto(f"{course}/record.html")
    boxes = page.locator(".record input[type=checkbox]")
    expect(boxes.nth(1)).to_be_checked()
    expect(boxes.first).not_to_be_checked()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_none_of_these_pages_scrolls_sideways(open_page: Callable[..., Page], course_sites: dict[str, str], width: int) -> None:
    course, quiet = f"{course_sites['online file']}/en", f"{course_sites['quiet file']}/en"
    page = open_page(f"{course}/index.html", width=width)
    for name in ("course", "modules/the-dairy", "check/before", "check/after", "review", "record"):
        page.goto(f"{course}/{name}.html")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.goto(f"{quiet}/lesson-01.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
