"""The notice at the top of a page speaks of the texts that the page shows, and of no others."""

from __future__ import annotations

import pytest

from generator.model.text import State, Text
from generator.pipeline import Loaded, load, pages_in
from generator.publish.front import notice as notice_of
from generator.publish.website.markdown import source_of
from generator.render.environment import Words
from generator.source import NOWHERE
from tests.project import ROOT, copy_project


def text(state: State, origin: str = "human") -> Text:
    return Text("a/b", "words", "en", NOWHERE, state, origin)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return load(copy_project(tmp_path_factory.mktemp("notice") / "project", ROOT / "tests/small_house"))


@pytest.fixture(scope="module")
def words(small: Loaded) -> Words:
    return pages_in(small, "en", "online")[1].words


@pytest.mark.parametrize(("shown", "state", "said"), [
    ([text("official")], None, []),
    ([text("reviewed"), text("official")], "reviewed", ["reviewed"]),
    ([text("reviewed"), text("draft", "machine")], "draft", ["machine-parts"]),
    ([text("draft"), text("fallback")], "fallback", ["fallback", "draft"]),
    ([text("reviewed"), text("draft")], "draft", ["draft"]),
    ([text("official"), text("draft", "machine")], "draft", ["machine", "quoted"]),
    ([text("draft", "machine"), text("fallback"), text("fallback")], "fallback", ["mostly", "machine"]),
    ([text("reviewed", "machine"), text("older")], "older", ["older"]),
    ([text("draft", "machine"), text("older"), text("fallback")], "fallback", ["fallback", "machine"]),
])
def test_it_says_the_least_reviewed_state_and_whether_a_machine_translated(words: Words, shown: list[Text], state: str | None, said: list[str]) -> None:
    notice = notice_of(shown, words)
    if state is None:
        assert notice is None
    else:
        assert notice == {"state": state, "text": " ".join(words(f"notice-{key}") for key in said)}


def test_a_page_is_judged_by_its_own_texts(small: Loaded) -> None:
    """The list of cases shows a case's title and summary, not its story: a story without translation is no matter of that page."""
    pages, renderer = pages_in(small, "es", "online")
    for page in pages:
        source_of(page, renderer, {"es": "Español"})
        shown = {each.id for each in renderer.shown}
        assert page.title.id in shown
        if page.path == "cases/index":
            assert "cases/mill/title" in shown
            assert not any("/story/" in each for each in shown)
        if page.path == "agenda/index":
            assert "agenda/three-steps/summary" in shown
