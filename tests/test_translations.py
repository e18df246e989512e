"""PO files: written, merged by address, read back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.load.catalogs import read_catalog
from generator.load.po import read_po
from generator.pipeline import load
from generator.publish.translations import status
from tests.project import ROOT, highroad


def po(house: Path) -> Path:
    return house / "content/languages/es/cases/mill.po"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def translated(small_house: Path) -> Path:
    """The small house, with all its Spanish files written."""
    assert highroad("--project", small_house, "translate", "update", "es").returncode == 0
    return small_house


def test_updating_twice_changes_no_byte(translated: Path) -> None:
    before = {path: path.read_bytes() for path in (translated / "content/languages/es").rglob("*.po")}
    assert len(before) > 5
    assert highroad("--project", translated, "translate", "update", "es").returncode == 0
    assert before == {path: path.read_bytes() for path in before}


def test_an_update_keeps_translations_with_their_origin_and_review(translated: Path) -> None:
    text = po(translated).read_text("utf-8")
    assert '# origin: human\n# reviewed: teacher, 2024-05-01\n#: cases/mill/title\nmsgctxt "cases/mill/title"' in text
    assert 'msgstr "El molino junto al río"' in text


def test_every_text_stands_in_the_file_of_its_document_and_no_official_one_does(translated: Path) -> None:
    project = load(translated).project
    catalog, problems = read_catalog(translated, "es")
    assert problems == []
    assert "rights/article-01/gloss" in catalog.entries
    assert not [address for address in catalog.entries if "/official/" in address]
    counts = status(project, catalog)
    assert counts["reviewed"] >= 1
    assert sum(counts.values()) == len(catalog.entries)


def test_a_changed_source_marks_its_translation_and_only_that_one(translated: Path) -> None:
    before = status(load(translated).project, read_catalog(translated, "es")[0])
    edit(translated / "cases/mill.yaml", "title: The mill by the river", "title: The mill below the river")
    counts = status(load(translated).project, read_catalog(translated, "es")[0])
    assert counts["older"] == before["older"] + 1
    highroad("--project", translated, "translate", "update", "es")
    text = po(translated).read_text("utf-8")
    assert '#, fuzzy\n#| msgid "The mill by the river"\nmsgctxt "cases/mill/title"\nmsgid "The mill below the river"\nmsgstr "El molino junto al río"' in text
    edit(po(translated), '#, fuzzy\n#| msgid "The mill by the river"\nmsgctxt "cases/mill/title"', 'msgctxt "cases/mill/title"')
    assert status(load(translated).project, read_catalog(translated, "es")[0])["older"] == before["older"]


def test_a_text_that_is_gone_keeps_its_translation_as_an_old_entry(translated: Path) -> None:
    edit(translated / "cases/mill.yaml", "  families:", "  households:")
    assert "T010" in highroad("--project", translated, "check").stderr
    assert highroad("--project", translated, "translate", "update", "es").returncode == 0
    text = po(translated).read_text("utf-8")
    assert '#~ msgctxt "cases/mill/stakeholders/families/stake"' in text
    proposal = r'^#, fuzzy\n#\| msgctxt "cases/mill/stakeholders/families/stake"\n#\| msgid ".+"\n' \
               r'msgctxt "cases/mill/stakeholders/households/stake"\nmsgid ".+"\nmsgstr ".+"$'
    assert re.search(proposal, text, re.MULTILINE)
    assert status(load(translated).project, read_catalog(translated, "es")[0])["proposed"] == 1
    assert highroad("--project", translated, "check").returncode == 0


def test_plain_entries_are_read_at_once_as_they_are_line_by_line() -> None:
    """Blanks at the ends of lines mean nothing, and send every entry the long way."""
    entries = 0
    for path in (ROOT / "content/languages/es").rglob("*.po"):
        text = path.read_text("utf-8")
        (file, problems), (slow, _) = read_po(text, "es.po"), read_po(text.replace("\n", " \n"), "es.po")
        assert file is not None
        assert problems == []
        assert file == slow
        assert [entry.line for entry in file.entries] == [entry.line for entry in slow.entries]
        entries += len(file.entries)
    assert entries > 5_000


@pytest.mark.parametrize("text", [
    'msgctxt "a"\nmsgid "b" "c"\nmsgstr ""\n', 'msgctxt "a"\nmsgid "b"c"\nmsgstr ""\n', 'msgctxt "a"\nmsgid "b\\"\nmsgstr ""\n',
    'msgctxt "a"\nmsgid "b"\nmsgstr ""\nmsgid "c"\n\nmsgctxt "d"\nmsgid "e"\nmsgstr ""\n', 'msgctxt "a"\nmsgctxt "b"\nmsgid "c"\nmsgstr ""\n',
])
def test_what_is_no_plain_entry_is_not_taken_for_one(text: str) -> None:
    file, problems = read_po(text, "es.po")
    assert file is None
    assert {each.code for each in problems} == {"T001"}
