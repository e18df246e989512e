"""A document that was written in Spanish first works like one that was written in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.load.catalogs import read_catalog
from generator.localise.project import localise
from generator.model.text import State, texts_of
from generator.pipeline import load, pages_in
from generator.publish.translations import status
from tests.project import ROOT, highroad

CASE = "content/languages/en/cases/molino.po"


@pytest.fixture
def house(small_house: Path) -> Path:
    """The small house with a second case, whose language is Spanish; a chain of languages leads from Quechua over Spanish to English."""
    text = (small_house / "cases/mill.yaml").read_text("utf-8")
    text = re.sub(r"^# .*\n", "language: es\n", text).replace("title: The mill by the river", "title: El molino y sus 4.300 vecinos")
    text = re.sub(r"(covers|errata): \[[^]]*\]\n", r"\1: []\n", text)
    (small_house / "cases/molino.yaml").write_text(text, "utf-8")
    course = small_house / "content/course.yaml"
    course.write_text(course.read_text("utf-8").replace("cases: [mill]", "cases: [mill, molino]"), "utf-8")
    folder = small_house / "content/languages/qva"
    folder.mkdir()
    (folder / "language.yaml").write_text("endonym: Qichwa\nscript: Latn\nlocale: qu\nfallback: [es, en]\n", "utf-8")
    return small_house


def seen(house: Path, tag: str, address: str) -> tuple[str, str, State]:
    """A text as readers of a language see it: words, language, state."""
    loaded = load(house)
    texts = {text.id: text for _, document in localise(loaded.project, tag, loaded.catalogs, None).documents() for text in texts_of(document)}
    return texts[address].value, texts[address].lang, texts[address].state


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_it_is_valid_and_translated_into_english_and_not_into_spanish(house: Path) -> None:
    assert highroad("--project", house, "check").returncode == 0
    assert highroad("--project", house, "translate", "update").returncode == 0
    assert (house / CASE).is_file()
    assert not (house / "content/languages/es/cases/molino.po").exists()
    assert not (house / "content/languages/en/cases/mill.po").exists()
    assert 'msgid "El molino y sus 4.300 vecinos"\nmsgstr ""' in (house / CASE).read_text("utf-8")


def test_english_readers_get_spanish_until_it_is_translated_and_then_english(house: Path) -> None:
    address = "cases/molino/title"
    assert seen(house, "es", address) == ("El molino y sus 4.300 vecinos", "es", "draft")
    assert seen(house, "en", address) == ("El molino y sus 4.300 vecinos", "es", "fallback")
    highroad("--project", house, "translate", "update", "en")
    edit(house / CASE, 'msgid "El molino y sus 4.300 vecinos"\nmsgstr ""', 'msgid "El molino y sus 4.300 vecinos"\nmsgstr "The mill and its 4,300 neighbours"')
    assert highroad("--project", house, "check").returncode == 0
    assert seen(house, "en", address) == ("The mill and its 4,300 neighbours", "en", "draft")
    assert seen(house, "es", address) == ("El molino y sus 4.300 vecinos", "es", "draft")
    assert seen(house, "ar", address) == ("The mill and its 4,300 neighbours", "en", "fallback"), "the reader's own chain is followed first"
    edit(house / "cases/molino.yaml", "4.300 vecinos", "4.400 vecinos")
    assert seen(house, "en", address) == ("The mill and its 4,300 neighbours", "en", "older")


def test_its_figures_are_read_as_spanish_ones(house: Path) -> None:
    highroad("--project", house, "translate", "update", "en")
    edit(house / CASE, 'msgid "El molino y sus 4.300 vecinos"\nmsgstr ""', 'msgid "El molino y sus 4.300 vecinos"\nmsgstr "The mill and its 4.300 neighbours"')
    assert "T014" in highroad("--project", house, "check").stderr


@pytest.mark.parametrize(("address", "shown"), [
    ("cases/molino/title", ("El molino y sus 4.300 vecinos", "es", "fallback")),
    ("cases/mill/title", ("El molino junto al río", "es", "fallback")),
    ("cases/mill/summary", ("A paper mill gives work to a valley, and its water makes children ill.", "en", "fallback")),
])
def test_a_chain_of_languages_is_followed_text_by_text(house: Path, address: str, shown: tuple[str, str, State]) -> None:
    assert seen(house, "qva", address) == shown


def test_the_status_counts_what_each_language_has_to_translate(house: Path) -> None:
    project = load(house).project
    own = sum(1 for _ in texts_of(project.cases["molino"]))
    assert sum(status(project, read_catalog(house, "en")[0]).values()) == own
    english = sum(sum(1 for text in texts_of(document) if text.state != "official") for address, document in project.documents() if address != "cases/molino")
    assert sum(status(project, read_catalog(house, "es")[0]).values()) == english
    assert sum(status(project, read_catalog(house, "qva")[0]).values()) == own + english


def test_sheets_of_it_go_out_and_come_back(house: Path) -> None:
    assert highroad("--project", house, "translate", "update", "en").returncode == 0
    before = (house / CASE).read_bytes()
    assert highroad("--project", house, "translate", "export", "en", "--format", "xliff").returncode == 0
    text = (house / "translations/en.xlf").read_text("utf-8")
    assert 'source-language="es" target-language="en"' in text
    assert highroad("--project", house, "translate", "import", "en", "--format", "xliff").returncode == 0
    assert (house / CASE).read_bytes() == before


def test_its_pages_are_built_in_both_languages(house: Path) -> None:
    for name in ("node_modules", "site_overrides"):
        (house / name).symlink_to(ROOT / name)
    loaded = load(house)
    for tag in ("en", "es"):
        pages, renderer = pages_in(loaded, tag, "online")
        page = next(each for each in pages if each.path == "cases/molino")
        html = "".join(item.html for item in renderer.outline(page) if hasattr(item, "html"))
        assert ('lang="es" dir="ltr"' in html) == (tag == "en")
