"""Who is not sure is never told that this is wrong: not by the answer, not in the list, not in the count, not on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.pipeline import load
from tests.conftest import SMALL_HOUSE

WORDS = load(SMALL_HOUSE).project.ui.words


def word(key: str) -> str:
    return WORDS[key].value


def form(page: Page, name: str) -> Locator:
    return page.locator(f"#quiz ~ [data-question='{name}']")


def test_not_being_sure_is_fine_and_the_reasons_open(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/modules/the-dairy.html")
    asked = form(page, "dairy/costs")
    asked.locator("[name=choice][value=not-sure]").check()
    asked.locator("[name='-sure'][value=sure]").check()
    asked.locator("[type=submit]").click()
    expect(asked).to_have_attribute("data-result", "unsure")
    expect(asked.get_by_role("status")).to_have_text(word("answer-unsure"))
    own = asked.locator("[data-reason=not-sure]")
    expect(own).to_be_visible()
    expect(own.locator(".mark")).to_have_text(word("mark-unsure"))
    expect(own.locator(".mine")).to_have_text(word("your-answer"))
    review = page.locator("[data-component=quiz-review]")
    expect(review.locator("[data-list=unsure] a")).to_have_count(1)
    for other in ("sure", "rest", "fine"):
        expect(review.locator(f"[data-list={other}]")).to_be_hidden()


def test_a_right_answer_after_it_is_right(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/modules/the-dairy.html")
    asked = form(page, "dairy/costs")
    for value in ("not-sure", "use"):
        asked.locator(f"[name=choice][value={value}]").check()
        asked.locator("[type=submit]").click()
    expect(asked.get_by_role("status")).to_have_text(word("answer-right"))
    expect(page.locator("[data-list=unsure]")).to_be_hidden()


def test_without_script_and_on_paper_its_reason_says_that_it_is_fine(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/modules/the-dairy.html", script=False)
    page.emulate_media(media="print")
    marks = form(page, "dairy/costs").locator(".mark")
    expect(marks).to_have_text([word("mark-not"), word("mark-right"), word("mark-unsure")])
    expect(marks.last).to_be_visible()


@pytest.mark.parametrize(("ticked", "result"), [
    (["not-sure"], "unsure"), (["water", "nurse", "not-sure"], "right"), (["water", "not-sure"], "partly"), (["advert", "not-sure"], "notyet")])
def test_among_several_choices_it_counts_neither_way(open_page: Callable[..., Page], course: str, ticked: list[str], result: str) -> None:
    page = open_page(f"{course}/modules/the-mill.html")
    asked = form(page, "mill/tests")
    asked.locator("[value=prize]").evaluate("input => { input.value = 'not-sure'; }")
    for value in ticked:
        asked.locator(f"[value={value}]").check()
    asked.locator("[type=submit]").click()
    expect(asked).to_have_attribute("data-result", result)


@pytest.mark.parametrize(("way", "result"), [(["deny"], "unsure"), (["listen", "gift"], "partly"), (["wait", "gift"], "notyet")])
def test_in_a_story_it_is_no_wrong_turn(open_page: Callable[..., Page], course: str, way: list[str], result: str) -> None:
    page = open_page(f"{course}/modules/the-mill.html")
    asked = form(page, "mill/at-the-pipe")
    for value in ("deny", "gift"):
        asked.evaluate("""(form, value) => {
          form.querySelector(`.way[data-reason=${value}]`).dataset.reason = "not-sure";
          const input = form.querySelector(`input[value=${value}]`);
          input.id = value; input.value = "not-sure"; }""", value)
    for value in way:
        asked.locator(f"#{value}, input[value={value}]").check()
        asked.locator("[type=submit]").click()
    expect(asked).to_have_attribute("data-result", result)


def test_the_count_of_a_check_names_it_neither_right_nor_not_yet(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/check/before.html")
    row = page.locator("[data-component=gain] [data-name]").first
    name = row.get_attribute("data-name")
    page.evaluate("name => document.dispatchEvent(new CustomEvent('highroad:checked', {detail: {question: name, result: 'unsure', sure: ''}}))", name)
    expect(row.locator(".gain__said")).to_have_text(word("gain-unsure"))
    expect(row.locator("input")).not_to_be_checked()
