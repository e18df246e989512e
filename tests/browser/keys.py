"""Answers questions of every type with the keyboard alone: one entry of `DRIVERS` for each type."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

from generator.model.questions import Question

FAR = 60
"""At most this many presses of a key to get anywhere inside a question."""
DIGITS = {"ar": str.maketrans("0123456789.", "٠١٢٣٤٥٦٧٨٩٫")}
"""How people write numbers who read a language; others write them as programs do."""

_WAY = """(target) => {
  const here = document.activeElement;
  const same = here === target || (here.type === 'radio' && here.name === target.name && here.form === target.form);
  return same ? '' : here.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING && here !== document.body ? 'Shift+Tab' : 'Tab'; }"""


def reach(page: Page, target: Locator) -> None:
    """Tab until the target has the focus; for a radio button until its group has it."""
    for _ in range(FAR):
        key = target.evaluate(_WAY)
        if not key:
            return
        page.keyboard.press(key)
    raise AssertionError(f"{target} is not reached by Tab")


def press(page: Page, target: Locator, key: str = "Enter") -> None:
    reach(page, target)
    page.keyboard.press(key)


def radio(page: Page, form: Locator, name: str, value: str) -> None:
    """Arrow keys move the choice and never submit (WCAG F36)."""
    wanted = form.locator(f"input[name='{name}'][value='{value}']")
    reach(page, wanted)
    page.keyboard.press("Space")
    for _ in range(FAR):
        if wanted.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{value} is not reached by the arrow keys")


def listed(page: Page, form: Locator, name: str, value: str) -> None:
    select = form.locator(f"select[name='{name}']")
    reach(page, select)
    for _ in range(select.evaluate("each => each.selectedIndex")):
        page.keyboard.press("ArrowUp")
    for _ in range(select.evaluate("(each, value) => [...each.options].findIndex(option => option.value === value)", value)):
        page.keyboard.press("ArrowDown")
    assert select.input_value() == value


def other(keys: object, key: str) -> str:
    return next(each for each in keys if each != key)


def single(page: Page, form: Locator, question: Question, right: bool) -> None:
    radio(page, form, "choice", next(key for key, choice in question.choices.items() if choice.correct == right))


def multiple(page: Page, form: Locator, question: Question, right: bool) -> None:
    for key, choice in question.choices.items():
        box = form.locator(f"input[value='{key}']")
        if box.is_checked() != (choice.correct == right):
            press(page, box, "Space")


def true_false(page: Page, form: Locator, question: Question, right: bool) -> None:
    single(page, form, question, right)
    radio(page, form, "because", next(key for key, choice in question.because.items() if choice.correct == right))


def match(page: Page, form: Locator, question: Question, right: bool) -> None:
    for key in question.pairs:
        listed(page, form, key, key if right else other(question.rights, key))


def order(page: Page, form: Locator, question: Question, right: bool) -> None:
    keys = list(question.items)
    if form.locator("select").first.is_visible():
        for key in keys:
            listed(page, form, key, key if right else other(keys, key))
        return
    for place, key in enumerate(keys if right else keys[::-1]):
        line = form.locator(".sort li").filter(has=page.locator(f"[name='{key}']"))
        while line.evaluate("line => [...line.parentNode.children].indexOf(line)") > place:
            press(page, line.locator(".up"))
            assert line.locator(".up").evaluate("each => each === document.activeElement"), "the button keeps the focus"


def classify(page: Page, form: Locator, question: Question, right: bool) -> None:
    for key, item in question.items.items():
        radio(page, form, key, item.group if right else other(question.groups, item.group))


def number(page: Page, form: Locator, question: Question, right: bool) -> None:
    slip = next(iter(question.slips.values()))
    reach(page, form.locator("[name=number]"))
    page.keyboard.press("Control+A")
    tag = page.locator("html").get_attribute("lang") or ""
    page.keyboard.type(f"{question.answer if right else slip.value:g}".translate(DIGITS.get(tag, {})))


def fill_in(page: Page, form: Locator, question: Question, right: bool) -> None:
    for key, gap in question.gaps.items():
        listed(page, form, key, next(name for name, choice in gap.choices.items() if choice.correct == right))


def decision(page: Page, form: Locator, question: Question, right: bool) -> None:
    """Along the choices that lead on, as far as there are any. With script, a scene shows what follows when it is checked."""
    key: str | None = next(iter(question.scenes))
    while key:
        ways = [(name, way) for name, way in question.scenes[key].choices.items() if way.sound == right]
        name, way = next((each for each in ways if each[1].next), ways[0])
        radio(page, form, key, name)
        key = way.next
        if key and form.locator("[type=submit]").is_visible():
            press(page, form.locator("[type=submit]"))
            assert form.locator(".way.is-chosen > [data-text$='/consequence']").last.evaluate("each => each === document.activeElement")


DRIVERS: dict[str, Callable[[Page, Locator, Question, bool], None]] = {
    "single": single, "multiple": multiple, "true-false": true_false, "match": match, "order": order, "classify": classify, "number": number,
    "fill-in": fill_in, "decision": decision,
}
"""How to answer a question of each type, rightly or wrongly. A reflection has no answer."""
