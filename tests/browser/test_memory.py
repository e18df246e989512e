"""Nothing is kept until the learner says so, and then little, in one place, and for a time (DNH-03)."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

KEY = "notes"
DAY = 24 * 3600
KEPT = "[localStorage.length, sessionStorage.length, document.cookie.length, name.length]"
PAGES = ["index", "course", "modules/the-mill", "modules/the-dairy", "check/before", "check/after", "review", "record", "cases/mill", "sources"]


def switch_on(page: Page) -> None:
    page.locator(".memory summary").click()
    page.get_by_role("checkbox", name="Keep my progress on this device").check()


def stored(page: Page) -> dict:
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "null")


def answer(page: Page, question: str, choice: str) -> None:
    form = page.locator(f"form[data-question='{question}']").last
    form.locator(f"input[value='{choice}']").check()
    form.locator("button[type=submit]").click()


def answer_everything(page: Page) -> None:
    for form in page.locator("form[data-question]").all():
        if form.is_visible():
            for box in form.locator("input[type=radio], input[type=checkbox]").all()[:1]:
                box.check()
            form.locator("button[type=submit]").click()


def finish_the_dairy(page: Page, course: str) -> None:
    page.goto(f"{course}/modules/the-dairy.html")
    answer(page, "dairy/filter", "water")
    answer(page, "dairy/costs", "use")


def test_by_default_nothing_is_kept_whatever_is_used(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/index.html")
    page.add_init_script("window.written = []; const set = Storage.prototype.setItem;"
                         "Storage.prototype.setItem = function (key) { window.written.push(key); set.apply(this, arguments); };")
    for name in PAGES:
        page.goto(f"{course}/{name}.html")
        answer_everything(page)
        for box in page.locator(".done input, .gain input, .record input[type=checkbox]").all():
            box.check()
        if name == "record":
            page.get_by_label("Name, if you like").fill("A name")
        assert page.evaluate(KEPT) == [0, 0, 0, 0]
        assert page.evaluate("window.written") == []
        expect(page.get_by_role("button", name="Wipe now")).to_be_hidden()


def test_switched_on_it_keeps_numbers_in_one_neutral_place(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/course.html")
    expect(page.locator(".memory")).to_contain_text("Keep my progress on this device")
    switch_on(page)
    expect(page.locator(".memory__said")).to_have_text("Your progress is kept on this device.")
    expect(page.locator(".memory details")).to_contain_text("Others who use this device could read it.")
    finish_the_dairy(page, course)
    page.goto(f"{course}/check/before.html")
    answer(page, "check-before/harm", "stop")
    answer(page, "check-before/share", "wait")
    page.goto(f"{course}/record.html")
    page.get_by_label("Name, if you like").fill("Maria")
    assert page.evaluate("Object.keys(localStorage)") == [KEY]
    text = page.evaluate(f"localStorage.getItem('{KEY}')")
    found = json.loads(text)
    assert set(found) == {"v", "day", "done", "before", "after"}
    assert list(found["done"].values()) == [found["day"]]
    assert sorted(found["before"].values()) == [0, 1]
    assert found["day"] < 100_000, "a number of days, not a time"
    for word in ("mill", "dairy", "check", "harm", "share", "stop", "right", "Maria"):
        assert word not in text


def test_a_module_is_done_when_all_its_questions_were_checked_once(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/course.html")
    expect(page.locator(".track__done:visible")).to_have_count(0)
    expect(page.locator(".track__on")).to_be_hidden()
    switch_on(page)
    page.goto(f"{course}/modules/the-dairy.html")
    tick = page.get_by_role("checkbox", name="I have finished this module")
    answer(page, "dairy/filter", "praise")
    answer(page, "dairy/filter", "water")
    expect(tick).not_to_be_checked()
    answer(page, "dairy/costs", "half")
    expect(tick).to_be_checked()
    expect(page.locator(".done__said")).to_have_text("You have checked every question. The module counts as finished.")
    page.goto(f"{course}/course.html")
    expect(page.locator(".track__done").first).to_be_hidden()
    expect(page.locator(".track__done").nth(1)).to_have_text("Done")
    expect(page.locator(".track__on")).to_have_text("Go on with: What the mill owes")
    page.get_by_role("link", name="What the mill owes").first.click()
    page.get_by_role("checkbox", name="I have finished this module").check()
    page.goto(f"{course}/course.html")
    expect(page.locator(".track__on")).to_have_text("You have finished all of these modules.")


def test_older_questions_do_not_count(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/modules/the-dairy.html")
    fold = page.locator(".again")
    expect(fold.locator("form")).to_be_hidden()
    fold.locator("summary").first.click()
    form = fold.locator("form")
    form.locator("input").first.check()
    form.locator("button[type=submit]").click()
    expect(form.get_by_role("status")).not_to_have_text("")
    expect(page.get_by_role("checkbox", name="I have finished this module")).not_to_be_checked()


def test_a_learner_who_skips_the_quiz_can_say_so(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/modules/the-dairy.html")
    tick = page.get_by_role("checkbox", name="I have finished this module")
    tick.check()
    expect(page.locator(".done__said")).to_contain_text("This is forgotten when you leave the page")
    switch_on(page)
    expect(page.locator(".done__said")).to_have_text("")
    page.reload()
    expect(tick).to_be_checked()
    tick.uncheck()
    page.reload()
    expect(tick).not_to_be_checked()


@pytest.mark.parametrize("name", ["course", "modules/the-dairy", "check/before", "check/after", "review", "record"])
def test_wipe_now_stands_on_every_page_and_leaves_nothing_there_or_on_the_page(open_page: Callable[..., Page], course: str, name: str) -> None:
    page = open_page(f"{course}/index.html")
    switch_on(page)
    finish_the_dairy(page, course)
    page.goto(f"{course}/check/before.html")
    answer(page, "check-before/harm", "stop")
    page.goto(f"{course}/{name}.html")
    shown = ".track__done:visible, .done input:checked, .gain input:checked, .recall__today:visible, .record input:checked"
    assert page.locator(shown).count() > 0
    page.get_by_role("button", name="Wipe now").click()
    expect(page.locator(".memory__said")).to_have_text("Wiped. Nothing is kept on this device.")
    expect(page.get_by_role("button", name="Wipe now")).to_be_hidden()
    assert page.evaluate(KEPT) == [0, 0, 0, 0]
    assert page.locator(shown).count() == 0
    page.reload()
    assert page.locator(shown).count() == 0
    assert page.evaluate(KEPT) == [0, 0, 0, 0]


def test_switching_off_wipes_too(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/index.html")
    switch_on(page)
    page.get_by_role("checkbox", name="Keep my progress on this device").uncheck()
    assert page.evaluate(KEPT) == [0, 0, 0, 0]


def test_ninety_days_after_its_last_use_it_is_wiped(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/index.html")
    now = time.time()
    page.clock.set_fixed_time(now)
    switch_on(page)
    finish_the_dairy(page, course)
    for days in (90, 180):  # used again within the time, so it stays
        page.clock.set_fixed_time(now + days * DAY)
        page.goto(f"{course}/course.html")
        expect(page.locator(".track__done").nth(1)).to_be_visible()
    page.clock.set_fixed_time(now + (180 + 91) * DAY)
    page.goto(f"{course}/course.html")
    expect(page.locator(".track__done").nth(1)).to_be_hidden()
    assert page.evaluate(KEPT) == [0, 0, 0, 0]


def test_a_clock_that_was_set_back_loses_nothing(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/index.html")
    switch_on(page)
    finish_the_dairy(page, course)
    page.clock.set_fixed_time("2010-01-01T12:00:00Z")
    page.goto(f"{course}/course.html")
    expect(page.locator(".track__done").nth(1)).to_be_visible()


MARK = "0123abcd"
HOSTILE = [
    "", "null", "[]", "1", '"x"', "{", "<img src=x onerror=alert(1)>", '{"v":1}', '{"v":2,"day":1,"done":{},"before":{},"after":{}}',
    '{"v":1,"day":"1","done":{},"before":{},"after":{}}', '{"v":1,"day":1e9,"done":{},"before":{},"after":{}}',
    '{"v":1,"day":20000,"done":[],"before":{},"after":{}}', '{"v":1,"day":20000,"done":{"__proto__":1},"before":{},"after":{}}',
    '{"v":1,"day":20000,"done":{"<b>":1},"before":{},"after":{}}', '{"v":1,"day":20000,"done":{"0123abcd":"<b>"},"before":{},"after":{}}',
    '{"v":1,"day":20000,"done":{},"before":{"0123abcd":7},"after":{}}', '{"v":1,"day":20000,"done":{},"before":{},"after":{},"more":1}',
    json.dumps({"v": 1, "day": 20000, "done": {f"{number:08x}": 1 for number in range(600)}, "before": {}, "after": {}}),
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_another_page_wrote_there_does_nothing(open_page: Callable[..., Page], course_sites: dict[str, str], text: str) -> None:
    page = open_page(f"{course_sites['online file']}/en/course.html")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    for name in ("course", "modules/the-mill", "check/after", "review", "record"):
        page.goto(f"{course_sites['online file']}/en/{name}.html")
        expect(page.get_by_role("button", name="Wipe now")).to_be_hidden()
        assert page.locator("main input:checked").count() == 0
        assert page.evaluate(f"localStorage.getItem('{KEY}')") == text, "what is not ours is left alone"
        assert page.evaluate("Object.keys(Object.prototype).length") == 0


@pytest.mark.parametrize("how", ["Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})",
                                 "Object.defineProperty(window, 'localStorage', {value: null})",
                                 "Storage.prototype.setItem = function () { throw new Error('full'); }"])
def test_a_browser_that_keeps_nothing_is_said_calmly(open_page: Callable[..., Page], course: str, how: str) -> None:
    page = open_page(f"{course}/index.html")
    page.add_init_script(how)
    page.goto(f"{course}/modules/the-dairy.html")
    page.locator(".memory summary").click()
    switch = page.locator("[data-switch]")
    if switch.is_enabled():
        switch.click()
    expect(page.locator(".memory__said")).to_have_text("This browser keeps nothing here. Everything else works.")
    expect(switch).not_to_be_checked()
    expect(switch).to_be_disabled()
    answer(page, "dairy/filter", "water")
    answer(page, "dairy/costs", "use")
    expect(page.get_by_role("checkbox", name="I have finished this module")).to_be_checked()


def test_without_script_there_is_no_switch_and_no_tick_that_would_mean_nothing(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/modules/the-dairy.html", script=False)
    expect(page.locator(".memory")).to_be_hidden()
    expect(page.locator(".done")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".done")).to_be_visible()


def test_an_edition_that_keeps_nothing_has_no_such_script(open_page: Callable[..., Page], quiet: str) -> None:
    page = open_page(f"{quiet}/lesson-02.html")
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('asked'); }});"
                         "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('asked'); }})")
    for number in range(1, 4):
        page.goto(f"{quiet}/lesson-{number:02}.html")
        answer_everything(page)
        assert page.locator(".memory, .done, script[src*=memory]").count() == 0
    if quiet.startswith("http"):
        assert page.request.get(f"{quiet}/../assets/memory.js").status == 404


def test_two_tabs_agree(browser: Browser, course_sites: dict[str, str]) -> None:
    context = browser.new_context()
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto(f"{course_sites['online http']}/en/modules/the-dairy.html")
    switch_on(one)
    expect(two.get_by_role("button", name="Wipe now")).to_be_visible()
    two.get_by_role("checkbox", name="I have finished this module").check()
    expect(one.get_by_role("checkbox", name="I have finished this module")).to_be_checked()
    one.get_by_role("button", name="Wipe now").click()
    expect(two.get_by_role("button", name="Wipe now")).to_be_hidden()
    expect(two.get_by_role("checkbox", name="I have finished this module")).not_to_be_checked()
    context.close()
