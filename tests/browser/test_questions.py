"""A learner answers a question of every type: with and without script, over http and from a folder, from left to right and from right to left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.model.questions import Question
from generator.pipeline import load
from tests.browser.keys import DRIVERS, press, reach
from tests.conftest import SMALL_HOUSE
from tests.project import our_course

HOUSE = load(SMALL_HOUSE)
QUESTIONS = {question.type: (key, question) for key, question in HOUSE.project.quizzes["mill"].questions.items()}
WORDS = {"order": {"none": "order-none"}, "number": {"none": "number-none"},
         "decision": {"right": "decision-right", "partly": "decision-partly", "notyet": "decision-not-yet"}}
COMMON = {"none": "answer-none", "right": "answer-right", "partly": "answer-partly", "notyet": "answer-not-yet", "open": "answer-open"}
HEARD = "window.heard = []; document.addEventListener('highroad:checked', event => window.heard.push(event.detail))"


def word(key: str, tag: str) -> str:
    text = HOUSE.project.ui.words[key]
    return text.value if tag == "en" else HOUSE.catalogs[tag].entries[text.id].value


def said(what: str, kind: str, tag: str) -> str:
    return word((COMMON | WORDS.get(kind, {}))[what], tag)


def case(base: str, tag: str = "en") -> str:
    return f"{base}/{tag}/cases/mill.html"


def find(open_page: Callable[..., Page], address: str, kind: str, **how: object) -> tuple[Page, Locator, Question]:
    """The question of a type on a page, opened by its own address: the next press of Tab enters it."""
    key, question = QUESTIONS[kind]
    page = open_page(f"{address}#mill-{key}", **how)
    form = page.locator(f"[data-question='mill/{key}']")
    expect(form).to_have_attribute("data-component", f"question-{kind}")
    return page, form, question


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("kind", DRIVERS)
def test_nothing_a_wrong_answer_and_a_right_one_are_told_and_explained(
        open_page: Callable[..., Page], mill: Callable[[str], str], kind: str, tag: str) -> None:
    page, form, question = find(open_page, mill(tag), kind)
    page.evaluate(HEARD)
    status = form.get_by_role("status")
    press(page, form.locator("[type=submit]"))
    expect(status).to_have_text(said("none", kind, tag))
    assert page.evaluate("document.activeElement.form.dataset.question") == form.get_attribute("data-question")
    for right in (False, True):
        DRIVERS[kind](page, form, question, right)
        press(page, form.locator("[type=submit]"))
        result = form.get_attribute("data-result") or ""
        assert (result == "right") == right
        expect(status).to_have_text(said(result, kind, tag))
        expect(form.locator(".mine").last).to_contain_text(word("your-answer", tag))
        expect(form.locator(".mine").last).to_be_visible()
    heard = page.evaluate("window.heard")
    assert [each["result"] for each in heard] == [heard[0]["result"], "right"]
    assert heard[0] == {"question": f"mill/{QUESTIONS[kind][0]}", "result": heard[0]["result"], "sure": ""}
    press(page, form.locator("[type=reset]"))
    expect(status).to_have_text("")
    expect(form.locator(".mine")).to_have_count(0)
    assert form.get_attribute("data-result") is None


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("kind", QUESTIONS)
def test_without_script_each_question_can_be_answered_and_tells_its_reasons(
        open_page: Callable[..., Page], mill: Callable[[str], str], kind: str, tag: str) -> None:
    page, form, question = find(open_page, mill(tag), kind, script=False)
    if kind in DRIVERS:
        DRIVERS[kind](page, form, question, True)
        expect(form.locator("button").first).to_be_hidden()
    reasons = form.locator("[data-text$='/reason'], [data-text*='/thoughts/']")
    assert reasons.count() > 1
    expect(reasons.first).to_be_hidden()
    for summary in form.locator(".question__reasons summary").all():
        press(page, summary)
    for reason in reasons.all():
        expect(reason).to_be_visible()
        expect(reason).not_to_be_empty()
    press(page, form.locator(".question__hint summary"))
    expect(form.locator(".question__hint p")).to_be_visible()


def test_a_right_part_is_partly_and_an_open_part_is_told_and_gets_the_focus(open_page: Callable[..., Page], small_base: str) -> None:
    page, form, _ = find(open_page, case(small_base), "match")
    form.locator("select").nth(0).select_option("rash")
    press(page, form.locator("[type=submit]"))
    expect(form.get_by_role("status")).to_have_text(word("answer-open", "en"))
    expect(form.locator("select").nth(1)).to_be_focused()
    form.locator("select").nth(1).select_option("rash")
    form.locator("select").nth(2).select_option("rash")
    press(page, form.locator("[type=submit]"))
    expect(form.get_by_role("status")).to_have_text(word("answer-partly", "en"))


NUMBERS = [("en", "62.5"), ("en", "62,5"), ("en", " 62.5 of 100 "), ("en", "+62.5%"), ("en", "٦٢٫٥"), ("en", "۶۲٫۵"), ("en", "၆၂.၅"), ("en", "៦២,៥"),
           ("en", "๖๒.๕"), ("en", "६२.५"), ("es", "62,5"), ("es", "62.5"), ("ar", "٦٢,٥"), ("ar", "62٫5")]
OTHERS = [("en", "6,250", "notyet"), ("en", "62 500", "notyet"), ("en", "−62.5", "notyet"), ("en", "many", ""),
          ("en", "6.2.5", ""), ("en", "0x3e", ""), ("en", "", "")]


@pytest.mark.parametrize(("tag", "typed", "result"), [(*each, "right") for each in NUMBERS] + OTHERS)
def test_a_number_is_read_in_the_digits_and_with_the_marks_of_its_writer(
        open_page: Callable[..., Page], small_site: Path, tag: str, typed: str, result: str) -> None:
    form = find(open_page, case(small_site.as_uri(), tag), "number")[1]
    form.locator("[name=number]").fill(typed)
    form.locator("[name=number]").press("Enter")
    assert (form.get_attribute("data-result") or "") == result
    if not result:
        expect(form.get_by_role("status")).to_have_text(word("number-none", "en"))
        expect(form.locator("[name=number]")).to_be_focused()


def test_a_line_says_its_new_place_and_can_be_dragged(open_page: Callable[..., Page], small_base: str) -> None:
    page, form, question = find(open_page, case(small_base), "order")
    lines = form.locator(".sort li")
    first = lines.first.locator("[data-text]").inner_text()
    moved = lines.first.locator(".down")
    assert first in (moved.get_attribute("aria-label") or "")
    press(page, moved)
    expect(form.get_by_role("status")).to_have_text(f"{first} Now number 2 of {len(question.items)}.")
    expect(lines.nth(1).locator(".down")).to_be_focused()
    start, end = lines.nth(1).locator("[data-text]").bounding_box(), lines.nth(3).bounding_box()
    assert start and end
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(start["x"] + 5, end["y"], steps=8)
    page.mouse.move(start["x"] + 5, end["y"] + end["height"] - 2, steps=8)
    page.mouse.up()
    expect(lines.nth(3).locator("[data-text]")).to_have_text(first)
    expect(form.get_by_role("status")).to_have_text(f"{first} Now number 4 of {len(question.items)}.")


def test_a_story_is_told_scene_by_scene_and_a_new_choice_takes_back_what_followed(open_page: Callable[..., Page], small_base: str) -> None:
    page, form, _ = find(open_page, case(small_base), "decision")
    scenes = form.locator(".scene")
    expect(scenes.nth(1)).to_be_hidden()
    form.locator("[value=wait]").check()
    press(page, form.locator("[type=submit]"))
    expect(form.locator("[data-reason=wait] > p").first).to_be_visible()
    expect(form.locator("[data-reason=listen] > p").first).to_be_hidden()
    expect(scenes.nth(1)).to_be_visible()
    form.locator("[value=deny]").check()
    expect(scenes.nth(1)).to_be_hidden()
    press(page, form.locator("[type=submit]"))
    expect(form.get_by_role("status")).to_have_text(word("decision-not-yet", "en"))


def test_what_follows_from_a_decision_opens_where_the_button_was_and_is_read_out(open_page: Callable[..., Page], small_base: str) -> None:
    page, form, _ = find(open_page, case(small_base), "decision")
    form.locator("[value=wait]").check()
    button = form.locator("[type=submit]")
    before = button.evaluate("each => each.getBoundingClientRect().top + scrollY")
    press(page, button)
    follows = form.locator("[data-reason=wait] > p").first
    expect(follows).to_be_focused()
    expect(follows).to_be_in_viewport(ratio=1)
    assert follows.evaluate("each => each.getBoundingClientRect().top + scrollY") - before < 120
    assert page.evaluate("document.querySelectorAll('.scene')[1].contains(document.querySelector('.scene [type=submit]'))"), "on to the next scene"


def test_the_review_lists_first_what_one_was_sure_of(open_page: Callable[..., Page], small_base: str) -> None:
    """Asking for sureness is the edition's choice; here the page is made to ask."""
    page, form, question = find(open_page, case(small_base), "single")
    review = page.locator("[data-component=quiz-review]")
    expect(review.locator("a")).to_have_count(0)
    DRIVERS["single"](page, form, question, False)
    form.evaluate("form => { const box = document.createElement('input'); box.type = 'radio'; box.name = '-sure'; box.value = 'sure'; box.checked = true;"
                  " form.append(box); }")
    page.evaluate(HEARD)
    press(page, form.locator("[type=submit]"))
    assert page.evaluate("window.heard[0].sure") == "sure"
    expect(review.get_by_text(word("review-sure", "en"))).to_be_visible()
    expect(review.get_by_text(word("review-rest", "en"))).to_be_hidden()
    expect(review.locator("a")).to_have_attribute("href", "#mill-wages")
    DRIVERS["single"](page, form, question, True)
    press(page, form.locator("[type=submit]"))
    expect(review.get_by_text(word("review-fine", "en"))).to_be_visible()
    expect(review.locator("a")).to_have_count(0)


def test_one_failing_question_never_stops_the_others(small_base: str, browser: Browser) -> None:
    page = browser.new_page()
    page.add_init_script("document.addEventListener('readystatechange', () => { const form = document.querySelector('form.question');"
                         " if (form) { Object.defineProperty(form, 'querySelector', {value() { throw new Error('broken'); }}); } })")
    page.goto(f"{small_base}/en/cases/mill.html")
    forms = page.locator("form.question")
    expect(forms.nth(0).locator("[type=submit]")).to_be_hidden()
    for place in range(1, len(DRIVERS)):
        expect(forms.nth(place).locator("[type=submit]")).to_be_visible()
    page.close()


def test_nothing_is_kept_on_the_device(open_page: Callable[..., Page], small_served: str) -> None:
    page = open_page(f"{small_served}/en/cases/mill.html")
    for kind, drive in DRIVERS.items():
        key, question = QUESTIONS[kind]
        form = page.locator(f"[data-question='mill/{key}']")
        reach(page, form.locator("[type=submit]")) if kind == "single" else form.locator("[type=submit]").focus()
        drive(page, form, question, True)
        form.locator("[type=submit]").click()
        expect(form).to_have_attribute("data-result", "right")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("script", [True, False])
def test_questions_fit_a_screen_enlarged_four_times_and_a_thumb(open_page: Callable[..., Page], small_site: Path, tag: str, script: bool) -> None:
    """320 CSS px wide is a screen of 1280 px at 400 % (WCAG 1.4.10); 44 px is our own rule for what is pressed."""
    page = open_page(f"{small_site.as_uri()}/{tag}/cases/mill.html", width=320, script=script)
    for summary in page.locator(".question summary").all():
        if summary.is_visible():
            summary.press("Enter")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for control in page.locator(".question :is(label.box, select, button, summary, [name=number])").all():
        if control.is_visible():
            assert (control.bounding_box() or {"height": 0})["height"] >= 44, control


def test_paper_has_every_question_whole_and_the_answers_after_all_of_them(open_page: Callable[..., Page], small_site: Path) -> None:
    page = open_page(f"{small_site.as_uri()}/en/cases/mill.html")
    page.emulate_media(media="print")
    for shown in (".question fieldset", ".gaps .paper", ".lines", ".quiz-review .paper", ".sort select", "[data-reason]", ".way > p"):
        for each in page.locator(shown).all():
            expect(each).to_be_visible()
    for hidden in (".question button", ".question__hint", ".order-live"):
        expect(page.locator(hidden).first).to_be_hidden()
    asked = [each.bounding_box() or {} for each in page.locator(".question fieldset").all()]
    told = [each.bounding_box() or {} for each in page.locator(".question__reasons").all()]
    assert max(box["y"] + box["height"] for box in asked) <= min(box["y"] for box in told)


@pytest.mark.parametrize("tag", ["en", "es"])
def test_every_question_of_the_four_cases_is_promoted(open_page: Callable[..., Page], base: str, tag: str) -> None:
    for case in our_course().project.course.cases:
        page = open_page(f"{base}/{tag}/cases/{case}.html")
        forms = page.locator("form.question:not([data-type=reflection])")
        assert forms.count() > 8
        expect(page.locator("form.question.is-ready")).to_have_count(forms.count())
