"""A page can be left at once, as GOV.UK tests its pattern "Exit this page": link, button, Shift three times, what is said, and Back (DNH-05)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.project import ROOT, copy_project, highroad

SHIFT = "Shift"


def status(page: Page) -> str:
    return page.locator(".leave__said").text_content() or ""


def leaves(page: Page) -> None:
    page.wait_for_url("**/table.html")
    assert page.title() == "Table"


def test_without_script_both_links_lead_to_the_neutral_page(open_page: Callable[..., Page], quiet: str) -> None:
    for link in (".leave__now", ".leave__first"):
        page = open_page(f"{quiet}/lesson-01.html", script=False)
        assert page.locator(link).get_attribute("rel") == "nofollow noreferrer"
        page.locator(link).focus()
        page.keyboard.press("Enter")
        leaves(page)


def test_the_neutral_page_has_nothing_to_do_with_ours(open_page: Callable[..., Page], quiet: str) -> None:
    page = open_page(f"{quiet}/table.html")
    assert page.locator("a, script, link, img, [class], [data-text]").count() == 0
    expect(page.locator("h1")).to_have_text("Table")
    expect(page.locator("tr")).to_have_count(13)
    expect(page.locator("tr").last).to_contain_text("144")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_control_is_always_in_reach(open_page: Callable[..., Page], quiet: str, width: int) -> None:
    page = open_page(f"{quiet}/lesson-01.html", width=width, height=844)
    for _ in range(2):
        box = page.get_by_role("link", name="Leave now").bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["y"] + box["height"] <= 844
        assert (box["y"] > 700) == (width == 390), "under the thumb on a phone, in the corner on a desk"
        page.evaluate("scrollTo(0, 2000)")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    footer, box = page.locator(".footer a").last.bounding_box(), page.get_by_role("link", name="Leave now").bounding_box()
    assert footer is not None
    assert box is not None
    assert footer["y"] + footer["height"] <= box["y"] or footer["y"] >= box["y"] + box["height"], "it hides nothing"


def test_a_link_for_ears_and_keyboards_comes_early(open_page: Callable[..., Page], quiet: str) -> None:
    page = open_page(f"{quiet}/lesson-01.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    expect(link).to_have_text("Leave this page now, or press Shift three times")
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    leaves(page)


def test_the_control_leaves_by_click_and_by_keyboard(open_page: Callable[..., Page], quiet: str) -> None:
    page = open_page(f"{quiet}/lesson-01.html")
    page.get_by_role("link", name="Leave now").click()
    leaves(page)
    page = open_page(f"{quiet}/lesson-01.html")
    page.get_by_role("link", name="Leave now").focus()
    page.keyboard.press("Enter")
    leaves(page)


AT_ONCE = """() => {
  const box = [...document.querySelectorAll('form[data-question] input')].find(each => each.type !== 'text');
  box.checked = true;
  document.querySelector('.leave__now').click();
  return {seen: [...document.body.querySelectorAll('*')].filter(each => each.getClientRects().length).map(each => each.className),
          title: document.title, said: document.querySelector('.leave__said').textContent, checked: box.checked,
          icons: document.querySelectorAll('link[rel=icon][href]').length, ground: getComputedStyle(document.documentElement).backgroundColor};
}"""
"""What there is to see in the very moment of leaving, before the browser can go anywhere."""


def test_the_page_is_hidden_before_the_other_one_is_there(open_page: Callable[..., Page], quiet: str) -> None:
    page = open_page(f"{quiet}/lesson-02.html")
    found = page.evaluate(AT_ONCE)
    assert found == {"seen": ["leave", "leave__said small"], "title": "", "said": "Leaving.", "checked": False, "icons": 0, "ground": "rgb(255, 255, 255)"}
    leaves(page)


def test_three_presses_of_shift_leave_and_each_is_said(open_page: Callable[..., Page], quiet: str) -> None:
    page = open_page(f"{quiet}/lesson-01.html")
    expect(page.locator(".leave [role=status]")).to_have_text("")
    page.keyboard.press(SHIFT)
    assert status(page) == "Shift. Press it two more times to leave."
    page.keyboard.press(SHIFT)
    assert status(page) == "Shift. Press it once more to leave."
    page.keyboard.press(SHIFT)
    leaves(page)


def test_the_count_expires_after_five_seconds(open_page: Callable[..., Page], quiet: str) -> None:
    page = open_page(f"{quiet}/index.html")
    page.clock.install()
    page.goto(f"{quiet}/lesson-01.html")
    page.keyboard.press(SHIFT)
    page.keyboard.press(SHIFT)
    page.clock.run_for(5_001)
    assert status(page) == "The presses of Shift no longer count."
    page.keyboard.press(SHIFT)
    assert status(page) == "Shift. Press it two more times to leave."
    page.keyboard.press(SHIFT)
    page.clock.run_for(4_000)
    page.keyboard.press(SHIFT)
    leaves(page)


@pytest.mark.parametrize("keys", [["Shift", "Shift", "a", "Shift"], ["Shift+A", "Shift+B", "Shift+C"], ["Shift+Tab"] * 3, ["Control", "Shift", "Shift"]])
def test_writing_capitals_and_moving_about_do_not_leave(open_page: Callable[..., Page], quiet: str, keys: list[str]) -> None:
    page = open_page(f"{quiet}/lesson-01.html")
    for key in keys:
        page.keyboard.press(key)
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith("lesson-01.html")


def came_back(page: Page, title: str) -> None:
    """Back brings the page before up, blank, and shows it only when somebody asks for it."""
    page.evaluate("setTimeout(() => history.back(), 0)")
    page.wait_for_url("**/index.html", wait_until="commit")
    again = page.get_by_role("button", name="Load the page again")
    expect(again).to_be_visible()
    expect(page.locator("h1")).to_be_hidden()
    expect(page.get_by_role("link", name="Leave now")).to_be_hidden()
    assert page.title() == ""
    assert page.evaluate("document.body.innerText").strip() == "Load the page again"
    again.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.title() == title


def test_back_does_not_show_the_training_until_it_is_asked_for(open_page: Callable[..., Page], quiet: str) -> None:
    page = open_page(f"{quiet}/index.html")
    page.goto(f"{quiet}/lesson-01.html")
    page.get_by_role("link", name="Leave now").click()
    leaves(page)
    came_back(page, "Lessons")
    page.goto(f"{quiet}/lesson-01.html")
    expect(page.locator("h1")).to_be_visible()


def test_back_to_a_page_that_the_browser_had_set_aside_does_not_show_it_either(keeping: Browser, course_sites: dict[str, str]) -> None:
    quiet = f"{course_sites['quiet http']}/en"
    page = keeping.new_page()
    page.goto(f"{quiet}/index.html")
    page.evaluate("addEventListener('pageshow', event => { if (event.persisted) { document.body.dataset.persisted = ''; } })")
    page.goto(f"{quiet}/lesson-01.html")
    page.evaluate("setTimeout(() => history.back(), 0)")
    page.wait_for_url("**/index.html", wait_until="commit")
    expect(page.locator("body[data-persisted]")).to_have_count(1)
    expect(page.locator("h1")).to_be_visible()
    page.goto(f"{quiet}/lesson-01.html")
    page.get_by_role("link", name="Leave now").click()
    leaves(page)
    came_back(page, "Lessons")
    page.close()


def test_what_leaving_does_not_do_is_said(open_page: Callable[..., Page], quiet: str) -> None:
    page = open_page(f"{quiet}/lesson-01.html", script=False)
    expect(page.locator(".leave__note")).to_contain_text("The history, recent files and downloads remain.")
    page.emulate_media(media="print")
    expect(page.locator(".leave")).to_be_hidden()


def test_memory_is_wiped_where_there_is_one_and_whatever_fails_the_page_is_left(open_page: Callable[..., Page], quiet: str) -> None:
    page = open_page(f"{quiet}/lesson-01.html")
    assert page.evaluate("""() => {
      let wiped = 0;
      window.highRoad = {memory: {wipe() { wiped += 1; throw new Error('whatever fails'); }}};
      document.querySelector('.leave__now').click();
      return wiped; }""") == 1
    leaves(page)


def test_an_edition_without_it_has_none_of_it(open_page: Callable[..., Page], course: str) -> None:
    page = open_page(f"{course}/modules/the-mill.html")
    assert page.locator(".leave, [data-leave], script[src*=leave]").count() == 0
    for _ in range(3):
        page.keyboard.press(SHIFT)
    expect(page.locator("h1")).to_be_visible()


# A file of its own


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A lesson in one file, with the neutral part in it."""
    project = copy_project(tmp_path_factory.mktemp("alone") / "project", ROOT / "tests/small_house")
    done = highroad("export", "html", "--edition", "quiet", "--lang", "en", cwd=project)
    assert done.returncode == 0, done.stderr
    return (project / "dist/quiet-en/lesson-01.html").as_uri()


def test_a_file_of_its_own_shows_its_neutral_part_and_nothing_else(open_page: Callable[..., Page], alone: str) -> None:
    for script in (True, False):
        page = open_page(alone, script=script)
        expect(page.locator("table")).to_be_hidden()
        page.locator(".leave__now").click()
        for _ in range(2):
            assert page.url.endswith("#away")
            expect(page.locator("table")).to_be_visible()
            expect(page.locator("main")).to_be_hidden()
            expect(page.locator(".leave")).to_be_hidden()
            if script:
                assert page.title() == "Table"
            page.reload()


def test_in_a_file_of_its_own_back_stays_blank_too(open_page: Callable[..., Page], alone: str) -> None:
    page = open_page(alone)
    page.evaluate("location.hash = 'quiz'")
    for _ in range(3):
        page.keyboard.press(SHIFT)
    expect(page.locator("table")).to_be_visible()
    page.go_back()
    expect(page.locator("main")).to_be_hidden()
    expect(page.get_by_role("button", name="Load the page again")).to_be_visible()
    assert page.title() == ""
