"""The live preview that a trainer works with."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.project import COMMAND, ENVIRONMENT, ROOT, copy_project


@pytest.fixture
def preview(tmp_path: Path):
    project = copy_project(tmp_path / "project", ROOT / "tests/small_house")
    process = subprocess.Popen([*COMMAND, "serve", "--port", "0"], cwd=project, stdout=subprocess.PIPE, text=True,
                               env={**ENVIRONMENT, "PYTHONUNBUFFERED": "1"})
    assert process.stdout is not None
    address = next(found[1] for line in process.stdout if (found := re.search(r"Open (http://127\.0\.0\.1:\d+)/index\.html", line)))
    yield project, address
    process.terminate()
    process.communicate()


def test_an_edit_reloads_the_page_and_a_mistake_is_shown_in_it(preview: tuple[Path, str], browser: Browser) -> None:
    project, address = preview
    page = browser.new_page()
    page.goto(f"{address}/en/index.html")
    course = project / "content/course.yaml"
    good = re.sub(r"^title: .*$", "title: A road that was edited", course.read_text("utf-8"), count=1, flags=re.MULTILINE)
    with page.expect_response(re.compile("__live$")):
        course.write_text(good, "utf-8")
    expect(page.locator("h1")).to_have_text("A road that was edited", timeout=20_000)
    course.write_text(good.replace("title:", "titel:", 1), "utf-8")
    expect(page.get_by_role("alert")).to_contain_text("content/course.yaml:", timeout=20_000)
    expect(page.get_by_role("alert")).to_contain_text("K001")
    course.write_text(good, "utf-8")
    expect(page.get_by_role("alert")).to_have_count(0, timeout=20_000)
    page.close()
