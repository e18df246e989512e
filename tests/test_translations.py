"""PO files: written, merged by address, read back."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import polib
import pytest

from generator.load.catalogs import read_catalog
from generator.load.po import read_po
from generator.model.catalog import Standing, standing
from generator.pipeline import load
from generator.publish.po import po_bytes
from generator.publish.translations import merged, status
from generator.source import NOWHERE
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
    assert re.search(r'# origin: human\n# reviewed: teacher, 2024-05-01 \(wording [0-9a-f]{8}\)\n#: cases/mill/title\nmsgctxt "cases/mill/title"', text)
    assert 'msgstr "El molino junto al río"' in text


# Reviews


def title_is(house: Path) -> Standing:
    """How far the translation of the case's title is, which a teacher has reviewed."""
    return standing(load(house).project.cases["mill"].title, read_catalog(house, "es")[0].entries["cases/mill/title"])


def test_a_review_ends_when_somebody_edits_the_words_and_comes_back_with_them(translated: Path) -> None:
    assert title_is(translated) == "reviewed"
    before = po(translated).read_bytes()
    edit(po(translated), 'msgstr "El molino junto al río"', 'msgstr "El molino bajo el río"')
    assert title_is(translated) == "draft"
    said = highroad("--project", translated, "translate", "status", "es").stdout
    line = po(translated).read_text("utf-8").split("\n").index('msgid "The mill by the river"') + 1
    place = f"content/languages/es/cases/mill.po:{line}:1: cases/mill/title\n"
    assert f"es: 1 text reviewed in an earlier wording, so they are drafts until somebody reviews them as they now are:\n    {place}" in said
    done = highroad("--project", translated, "translate", "update", "es")
    assert place in done.stdout
    assert "# earlier wording reviewed: teacher, 2024-05-01 (wording " in po(translated).read_text("utf-8")
    assert highroad("--project", translated, "check").returncode == 0
    edit(po(translated), 'msgstr "El molino bajo el río"', 'msgstr "El molino junto al río"')
    assert title_is(translated) == "reviewed"
    highroad("--project", translated, "translate", "update", "es")
    assert po(translated).read_bytes() == before


def test_typography_of_a_translation_undoes_no_review(translated: Path) -> None:
    edit(po(translated), 'msgstr "El molino junto al río"', 'msgstr "El molino  junto al\u00a0río "')
    assert title_is(translated) == "reviewed"


def test_a_new_review_of_an_edited_text_counts(translated: Path) -> None:
    edit(po(translated), 'msgstr "El molino junto al río"', 'msgstr "El molino bajo el río"')
    edit(po(translated), "# reviewed: teacher", "# reviewed: nurse, 2026-05-01\n# reviewed: teacher")
    assert title_is(translated) == "reviewed"
    done = highroad("--project", translated, "translate", "update", "es")
    assert "earlier wording" not in done.stdout
    assert re.search(r"# reviewed: nurse, 2026-05-01 \(wording \w{8}\)\n# earlier wording reviewed: teacher", po(translated).read_text("utf-8"))
    assert title_is(translated) == "reviewed"


def test_a_review_of_what_the_source_said_before_is_no_review_of_what_it_says_now(translated: Path) -> None:
    """The translator takes the mark of need away without a word changed: that the old words still fit has been read by nobody else."""
    edit(translated / "cases/mill.yaml", "title: The mill by the river", "title: The mill below the river")
    highroad("--project", translated, "translate", "update", "es")
    highroad("--project", translated, "translate", "update", "es")
    assert title_is(translated) == "older"
    assert "# reviewed: teacher" in po(translated).read_text("utf-8"), "while it is marked, nothing is undone: the source may be taken back"
    edit(po(translated), '#, fuzzy\n#| msgid "The mill by the river"\nmsgctxt "cases/mill/title"', 'msgctxt "cases/mill/title"')
    assert title_is(translated) == "draft"


def test_a_review_without_its_tie_counts_and_is_told_until_an_update_ties_it(small_house: Path) -> None:
    assert title_is(small_house) == "reviewed"
    said = "1 text with a review that outlives an edit"
    assert said in highroad("--project", small_house, "translate", "status", "es").stdout
    highroad("--project", small_house, "translate", "update", "es")
    assert said not in highroad("--project", small_house, "translate", "status", "es").stdout
    assert title_is(small_house) == "reviewed"


# Where translations come from


def test_nobody_is_named_as_the_author_unseen(translated: Path) -> None:
    """Poedit marks nothing. Before and when an update takes such a text for a person's, it is said."""
    assert "without an origin" not in highroad("--project", translated, "translate", "update", "es").stdout
    edit(po(translated), 'msgid "Families below the mill"\nmsgstr ""', 'msgid "Families below the mill"\nmsgstr "Familias del valle"')
    place = r"    content/languages/es/cases/mill\.po:\d+:1: cases/mill/stakeholders/families/name\n"
    before = highroad("--project", translated, "translate", "status", "es").stdout
    assert re.search(r"es: 1 text without an origin: an update marks them .*`# origin: machine` above:\n" + place, before)
    after = highroad("--project", translated, "translate", "update", "es").stdout
    assert re.search(r"es: 1 text without an origin: now marked as written by a person \(`# origin: human`\)\. .*:\n" + place, after)
    assert "without an origin" not in highroad("--project", translated, "translate", "update", "es").stdout


# Other programs

POEDIT = {"X-Generator": "Poedit 3.4.2", "PO-Revision-Date": "2026-11-23 10:00+0100", "Last-Translator": "Ana <ana@example.org>",
          "Plural-Forms": "nplurals=2; plural=(n != 1);"}


def saved_elsewhere(path: Path) -> str:
    """A file as another program saves it. polib stands in for Poedit: it wraps texts at the same width and has its own order of the header."""
    file = polib.pofile(path.as_posix(), wrapwidth=78)
    file.metadata |= POEDIT
    return str(file)


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["linux", "windows"])
def test_what_poedit_saved_means_the_same_and_an_update_writes_our_form_again(translated: Path, ends: str) -> None:
    before, catalog = po(translated).read_bytes(), read_catalog(translated, "es")[0]
    po(translated).write_bytes(saved_elsewhere(po(translated)).replace("\n", ends).encode())
    again, problems = read_catalog(translated, "es")
    assert problems == []
    plain = lambda entries: {address: dataclasses.replace(entry, where=NOWHERE) for address, entry in entries.items()}  # noqa: E731
    assert plain(again.entries) == plain(catalog.entries)
    assert highroad("--project", translated, "translate", "update", "es").returncode == 0
    assert po(translated).read_bytes() == before


def test_real_texts_that_were_wrapped_come_back_byte_for_byte() -> None:
    folder = ROOT / "content/languages/es"
    paths = {path.relative_to(folder).as_posix(): path for path in sorted((folder / "cases").glob("*.po"))}
    saved = {name: saved_elsewhere(path) for name, path in paths.items()}
    assert all(text.count("\n") > paths[name].read_text("utf-8").count("\n") + 200 for name, text in saved.items()), "they really are wrapped"
    files = {name: file for name, text in saved.items() if (file := read_po(text, name)[0])}
    made = merged(load(ROOT).project, "es", files)
    assert {name: po_bytes(made[name]) for name in paths} == {name: path.read_bytes() for name, path in paths.items()}


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
