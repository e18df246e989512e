"""The site as it is published."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from lxml import html

from generator.checks.site import folder_files, site_problems
from generator.model.text import texts_of
from generator.pipeline import load
from tests.project import ROOT, our_course
from tests.sites import BOOKLETS, SAMPLE


TAGS = our_course().project.editions["online"].languages


def pages(site: Path) -> list[Path]:
    """Every page; of the Declaration's many texts, a few that stand for all."""
    return sorted(path for path in site.rglob("*.html") if path.parent.name != BOOKLETS or path.stem in SAMPLE)


def test_the_build_log_has_no_warnings_and_says_what_was_built(built: tuple[Path, str]) -> None:
    log = built[1]
    assert not re.search(r"warn|error|traceback", log, re.IGNORECASE), log
    assert re.search(r"^en: \d+ pages, \d+ questions$", log, re.MULTILINE)
    assert re.search(r"^es: \d+ pages, \d+ questions$", log, re.MULTILINE)
    assert re.search(r"\d+\.\d s\. Open .*site/index\.html", log)


def test_our_own_checks_find_nothing(site: Path) -> None:
    assert site_problems(folder_files(site)) == []


@pytest.mark.parametrize(("name", "plugin"), [("site", ""), ("small_site", "[AnchorCheck]\n")], ids=["links", "links and anchors"])
def test_linkchecker_finds_no_broken_link_and_no_broken_anchor(request: pytest.FixtureRequest, name: str, plugin: str) -> None:
    """A second opinion beside our own checks, on the first language and one booklet of the Declaration; of anchors on the small house, for it reads a page
    again for each. It reads a copy that anybody may read, because as root it turns itself into another user."""
    site = request.getfixturevalue(name)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(site, copy)
        Path(folder).chmod(0o755)
        settings = Path(folder) / "linkcheckerrc"
        settings.write_text(f"[checking]\nthreads=0\n{plugin}", "utf-8")
        done = subprocess.run([str(Path(sys.executable).parent / "linkchecker"), "--config", str(settings), "--no-status", "--recursion-level", "-1",
                               "--ignore-url", rf"/site/({'|'.join(set(TAGS) - {'en'})})/", "--ignore-url", rf"/{BOOKLETS}/(?!eng\.html)[^/]*\.html", "--ignore-url", r"/declaration\.html#region-",
                               (copy / "index.html").as_uri()], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[:3000]
    found = re.search(r"(\d+) links in (\d+) URLs checked. (\d+) warnings found. (\d+) errors found", done.stdout)
    assert found, done.stdout[-500:]
    assert found[3] == found[4] == "0", done.stdout[:3000]
    assert int(found[2]) >= len(pages(site / "en"))


def test_every_language_has_every_page_at_the_same_address(site: Path) -> None:
    english = {path.relative_to(site / "en") for path in (site / "en").rglob("*.html")}
    assert len(english) > 55
    for tag in TAGS:
        assert {path.relative_to(site / tag) for path in (site / tag).rglob("*.html")} == english


def test_the_language_chooser_stays_on_the_same_page(site: Path) -> None:
    for path in pages(site / "en"):
        tree = html.parse(str(path))
        for tag in TAGS:
            target = tree.xpath(f"//nav//a[@hreflang='{tag}']/@href")[0]
            assert (path.parent / target).resolve() == (site / tag / path.relative_to(site / "en")).resolve()


def test_every_block_has_an_address_and_a_state(site: Path) -> None:
    known = {"official", "reviewed", "draft", "older", "fallback"}
    for path in pages(site / "en") + pages(site / "es"):
        for block in html.parse(str(path)).getroot().xpath("//*[@data-text]"):
            assert block.get("data-state") in known, path
            assert re.fullmatch(r"[a-z0-9-]+(/[A-Za-z0-9_-]+)+", block.get("data-text")), block.get("data-text")


def test_what_is_a_draft_says_so_on_the_page(site: Path) -> None:
    for path in pages(site):
        root = html.parse(str(path)).getroot()
        if root.xpath("//main//*[@data-text][@data-state='draft' or @data-state='fallback' or @data-state='older']"):
            assert root.xpath("//*[contains(@class,'notice')][@data-state]"), path


def test_nothing_is_fetched_from_elsewhere_and_nothing_is_inline(site: Path) -> None:
    """The strict policy stands on every page, and no page needs what it forbids."""
    for path in pages(site):
        root = html.parse(str(path)).getroot()
        policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert not root.xpath("//script[not(@src)] | //style | //@style | //*[@*[starts-with(name(),'on')]]")
        assert not root.xpath("//*[@src[contains(.,'//')]] | //link[contains(@href,'//')]")


def test_assets_stand_there_once_without_source_maps(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.is_file()]
    folders = {site / BOOKLETS / "texts", site / BOOKLETS / "fonts"}
    outside = {path for path in files if path.relative_to(site).parts[0] != "assets" and path.suffix != ".html" and path.parent not in folders}
    assert outside == {site / tag / "search-index.js" for tag in TAGS}
    assert not [path for path in files if path.suffix == ".map"]
    assert {path.suffix for path in (site / "assets").rglob("*") if path.is_file()} == {".css", ".js", ".svg", ".woff2"}


def test_a_question_is_a_complete_form_with_a_reason_for_every_choice(site: Path) -> None:
    project = our_course().project
    seen = set()
    for path in pages(site / "en") + pages(site / "es"):
        for form in html.parse(str(path)).getroot().xpath("//form[@data-question]"):
            question = project.question(form.get("data-question"))
            seen.add(form.get("data-question"))
            assert len(form.xpath(".//fieldset//*[@class='question__stem']")) == 1
            kind = form.get("data-type")
            assert kind == question.type
            assert form.get("data-component") == f"question-{kind}"
            assert not form.xpath(".//input[not(ancestor::label)] | .//select[not(ancestor::label or @aria-label)]")
            texts = {text.id for text in texts_of(question)}
            assert texts == texts & set(form.xpath(".//@data-text")), "every text of the question stands in its form"
            if kind in ("single", "multiple"):
                assert form.xpath(".//input[@name='choice']/@value") == list(question.choices)
                assert form.xpath(".//details//@data-reason") == list(question.choices)
            if kind == "reflection":
                continue
            assert form.xpath(".//*[@role='status']")
    assert seen == {f"{key}/{name}" for key, quiz in project.quizzes.items() for name in quiz.questions}


def test_a_pages_navigation_shows_its_own_part_of_the_course_only(site: Path) -> None:
    """So a page's weight does not grow with the site."""
    for path in pages(site / "en"):
        local = html.parse(str(path)).getroot().xpath("//nav[@class='local']//ol//a/@href")
        parts = {(path.parent / link).resolve().relative_to(site / "en").parts[0] for link in local}
        assert len(parts) <= 1, path


def test_spanish_is_whole(site: Path) -> None:
    found = {}
    for path in pages(site / "es"):
        blocks = [each for each in html.parse(str(path)).getroot().xpath("//*[@data-state='fallback']/@data-text")]
        if blocks:
            found[path.relative_to(site).as_posix()] = blocks[:3]
    assert not found, json.dumps(found, indent=1)[:2000]


@pytest.mark.parametrize("tag", TAGS)
def test_the_interface_speaks_the_readers_language(tag: str) -> None:
    loaded = our_course()
    words = loaded.project.ui.words
    if tag != loaded.project.ui.language:
        missing = [text.id for text in words.values() if not loaded.catalogs[tag].entries.get(text.id) or not loaded.catalogs[tag].entries[text.id].value]
        assert missing == []
