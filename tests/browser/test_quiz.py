"""A learner opens a case and answers its questions with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from generator.model.quiz import Question
from generator.pipeline import load
from tests.project import ROOT

WORDS = load(ROOT)
NEAR = 6
"""At most this many presses of Tab from the quiz's heading to the first choice."""


def word(key: str, tag: str) -> str:
    text = WORDS.project.ui.words[key]
    return text.value if tag == "en" else WORDS.catalogs[tag].entries[text.id].value


def go_to_quiz(page: Page) -> None:
    """By keyboard: to the page's own contents, along them to the quiz, and on to its first choice."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.locator(":focus").get_attribute("href") == "#quiz":
            break
    page.keyboard.press("Enter")
    for _ in range(NEAR):
        page.keyboard.press("Tab")
        if page.locator(":focus").get_attribute("type") in ("radio", "checkbox"):
            return
    raise AssertionError(f"the first choice is more than {NEAR} presses of Tab away from the quiz's heading")


def tab_to(page: Page, what: str) -> None:
    for _ in range(NEAR):
        page.keyboard.press("Tab")
        if page.locator(":focus").evaluate("(element, what) => element.matches(what)", what):
            return
    raise AssertionError(f"{what} is not reached by Tab")


def first_question(page: Page) -> tuple[str, Question]:
    name = page.locator("[data-component=question]").first.get_attribute("data-question") or ""
    question = WORDS.project.question(name)
    assert question is not None
    return name, question


@pytest.mark.parametrize("tag", ["en", "es"])
@pytest.mark.parametrize("case", list(WORDS.project.course.cases))
def test_with_script_each_answer_is_checked_and_explained(open_page: Callable[..., Page], base: str, tag: str, case: str) -> None:
    page = open_page(f"{base}/{tag}/cases/{case}.html")
    form = page.locator("[data-component=question]").first
    _, question = first_question(page)
    keys = list(question.choices)
    wrong = next(key for key in keys if not question.choices[key].correct)
    right = [key for key in keys if question.choices[key].correct]
    go_to_quiz(page)
    expect(form.get_by_role("status")).to_have_text("")
    if question.type == "multiple":
        choose_boxes(page, keys, right)
    else:
        choose_radio(page, keys, wrong)
        tab_to(page, "button[type=submit]")
        page.keyboard.press("Enter")
        expect(form.get_by_role("status")).to_have_text(word("answer-not-yet", tag))
        expect(form.locator(f"[data-reason={wrong}]")).to_be_visible()
        form.locator("input").first.focus()
        choose_radio(page, keys, right[0])
        expect(form.get_by_role("status")).to_have_text("")
    tab_to(page, "button[type=submit]")
    page.keyboard.press("Enter")
    expect(form.get_by_role("status")).to_have_text(word("answer-right", tag))
    for key in right:
        expect(form.locator(f"[data-reason={key}]")).to_be_visible()


def choose_radio(page: Page, keys: list[str], wanted: str) -> None:
    """Arrow keys move the choice and never submit (WCAG F36)."""
    page.keyboard.press("Space")
    for _ in keys:
        if page.locator(":focus").get_attribute("value") == wanted:
            break
        page.keyboard.press("ArrowDown")
    assert page.locator(":focus").get_attribute("value") == wanted
    assert page.locator(":focus").is_checked()


def choose_boxes(page: Page, keys: list[str], wanted: list[str]) -> None:
    for key in keys:
        assert page.locator(":focus").get_attribute("value") == key
        if key in wanted:
            page.keyboard.press("Space")
        if key != keys[-1]:
            page.keyboard.press("Tab")


@pytest.mark.parametrize("tag", ["en", "es"])
@pytest.mark.parametrize("case", list(WORDS.project.course.cases))
def test_without_script_the_question_is_complete_and_its_reasons_open(open_page: Callable[..., Page], base: str, tag: str, case: str) -> None:
    page = open_page(f"{base}/{tag}/cases/{case}.html", script=False)
    form = page.locator("[data-component=question]").first
    name, question = first_question(page)
    go_to_quiz(page)
    page.keyboard.press("Space")
    expect(form.locator("input").first).to_be_checked()
    expect(form.locator("button")).to_have_count(2)
    expect(form.locator("button").first).to_be_hidden()
    reason = form.locator("[data-reason]").first
    expect(reason).to_be_hidden()
    tab_to(page, ".question__reasons > summary")
    page.keyboard.press("Enter")
    for key in question.choices:
        expect(form.locator(f"[data-reason={key}]")).to_be_visible()
        expect(form.locator(f"[data-text='quizzes/{name.replace('/', '/questions/')}/choices/{key}/reason']")).not_to_be_empty()


def test_nothing_chosen_is_said_and_the_choice_gets_the_focus(open_page: Callable[..., Page], base: str) -> None:
    page = open_page(f"{base}/en/cases/clara.html")
    form = page.locator("[data-component=question]").first
    form.get_by_role("button", name=word("check-answer", "en")).press("Enter")
    expect(form.get_by_role("status")).to_have_text(word("answer-none", "en"))
    expect(form.locator("input").first).to_be_focused()


def test_one_failing_question_never_stops_the_others(open_page: Callable[..., Page], base: str, browser) -> None:
    page = browser.new_page()
    page.add_init_script("document.addEventListener('readystatechange', () => { const form = document.querySelector('[data-component=question]');"
                         " if (form) { Object.defineProperty(form, 'querySelector', {value() { throw new Error('broken'); }}); } })")
    page.goto(f"{base}/en/cases/clara.html")
    broken, second = page.locator("[data-component=question]").nth(0), page.locator("[data-component=question]").nth(1)
    expect(broken.locator("button").first).to_be_hidden()
    expect(second.locator("button").first).to_be_visible()
    page.close()


def test_nothing_is_kept_on_the_device(open_page: Callable[..., Page], served: str) -> None:
    page = open_page(f"{served}/en/cases/clara.html")
    for form in page.locator("[data-component=question]").all():
        form.locator("input").first.check()
        form.locator("button[type=submit]").click()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0
