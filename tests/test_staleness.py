"""What an author's edit does to the translations: nothing that has changed in meaning is missed, and typography costs nothing."""

from __future__ import annotations

import dataclasses
import random
import re
from pathlib import Path

import pytest
import yaml

from generator.load.catalogs import translation
from generator.load.po import read_po
from generator.localise.project import localise
from generator.model.catalog import Catalog, Standing, Translation, fingerprint, standing
from generator.model.po import PoFile
from generator.model.project import Project
from generator.model.text import texts_of
from generator.pipeline import check
from generator.publish.po import po_bytes
from generator.publish.translations import merged
from generator.source import NOWHERE
from tests.project import ROOT, our_course

GOLDEN = yaml.safe_load((ROOT / "tests/golden/edits.yaml").read_text("utf-8"))
EDITS = GOLDEN["edits"]
PAGE = "content/agenda/three-steps.yaml"
BASE = "agenda/three-steps/"
SIGNS = {"ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»",
         "ndash": "–", "mdash": "—", "nbhy": "‑", "nbsp": "\u00a0", "nnbsp": "\u202f",
         "mu": "μ", "shy": "\u00ad", "sup2": "²"}


def address(short: str) -> str:
    """`look/text` is short for `agenda/three-steps/sections/look/text`."""
    return BASE + (short if "/" not in short or short.startswith("facts/") else f"sections/{short}")


def signs(text: str) -> str:
    return re.sub(r"\{([a-z]+[0-9]?)\}", lambda found: SIGNS[found[1]], text)


def project_of(house: Path, page: str) -> Project:
    (house / PAGE).write_text(page, "utf-8")
    project, _, problems = check(house)
    assert project is not None
    assert not [each for each in problems if each.path == PAGE], [str(each) for each in problems]
    return project


def translated(project: Project) -> dict[str, PoFile]:
    """All files, every text with a translation that no other text has."""
    return {name: dataclasses.replace(file, entries=tuple(
        dataclasses.replace(entry, value=f"<{entry.address}>", comments=("origin: human", "reviewed: teacher")) for entry in file.entries))
        for name, file in merged(project, "es", {}).items()}


def catalog_of(files: dict[str, PoFile]) -> dict[str, Translation]:
    """What readers get of files that were written and read again."""
    again = [read_po(po_bytes(file).decode(), name)[0] for name, file in files.items()]
    return {entry.address: translation(entry, NOWHERE) for file in again if file for entry in file.entries if not entry.obsolete}


def after(edit: dict, house: Path) -> tuple[Project, dict[str, PoFile], dict[str, Translation], dict[str, Standing]]:
    """The project after an edit, and its Spanish before and after an update."""
    page = GOLDEN["page"]
    files = translated(project_of(house, page))
    for step in (edit, edit.get("also"), edit.get("then")):
        if step:
            find, new = step["find"], signs(step["replace"])
            assert page.count(find) == 1, find
            page = page.replace(find, new)
    project = project_of(house, page)
    updated = merged(project, "es", files)
    entries = catalog_of(updated)
    firm = project.firm()
    stands = {text.id: standing(text, entries.get(text.id), text.id in firm) for _, document in project.documents() for text in texts_of(document)
              if text.id in entries}
    return project, updated, entries, stands


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{edit['kind']}-{edit['about'].replace(' ', '-')}")
def test_an_edit_touches_the_translations_that_it_must_and_no_others(edit: dict, small_house: Path) -> None:
    project, files, entries, stands = after(edit, small_house)
    stale, new, gone = ({address(each) for each in edit.get(key, ())} for key in ("stale", "new", "gone"))
    proposed = {address(now): address(before) for now, before in edit.get("proposed", {}).items()}
    found = {state: {each for each, its in stands.items() if its == state} for state in set(stands.values())}
    assert found.get("older", set()) | found.get("changed", set()) == stale
    assert found.get("missing", set()) == new
    assert found.get("changed", set()) == {address(each) for each in edit.get("hidden", ())}
    assert {each: entries[each].value for each in found.get("proposed", ())} == {now: f"<{before}>" for now, before in proposed.items()}
    assert {entry.address for file in files.values() for entry in file.entries if entry.obsolete} == gone
    for each, state in stands.items():
        if each not in new and each not in proposed:
            assert entries[each].value == f"<{each}>", "no text ever has the translation of another one"
        if state == "reviewed":
            assert not entries[each].fuzzy
    shown = {text.id: text for _, document in localise(project, "es", {"es": Catalog("es", entries)}, None).documents() for text in texts_of(document)}
    for each in {*new, *proposed, *found.get("changed", ())}:
        assert shown[each].lang == "en", "what might mislead is not shown"


@pytest.mark.parametrize("edit", [each for each in EDITS if each["kind"] in ("number", "negation", "meaning")], ids=lambda edit: edit["about"])
def test_an_edit_that_is_taken_back_makes_the_translation_good_again(edit: dict, small_house: Path) -> None:
    files = after(edit, small_house)[1]
    project = project_of(small_house, GOLDEN["page"])
    entries = catalog_of(merged(project, "es", files))
    firm = project.firm()
    assert {standing(text, entries[text.id], text.id in firm) for _, document in project.documents() for text in texts_of(document)
            if text.id in entries} == {"reviewed"}


def test_a_translation_that_was_set_aside_comes_back_for_the_same_words_only(small_house: Path) -> None:
    page = GOLDEN["page"]
    files = translated(project_of(small_house, page))
    section = "  keep:\n    heading: Keep\n    text: Keep the record for ten years; nobody but the nurse may read it.\n"
    assert section in page
    files = merged(project_of(small_house, page.replace(section, "")), "es", files)
    for words, stands in (("Keep the record for ten years; nobody but the nurse may read it.", "reviewed"), ("Burn the record today.", "proposed")):
        project = project_of(small_house, page.replace(section, section.replace("Keep the record for ten years; nobody but the nurse may read it.", words)))
        back = merged(project, "es", files)
        entries, text = catalog_of(back), project.pages["three-steps"].sections["keep"].text
        assert standing(text, entries[text.id]) == stands
        assert entries[text.id].value == f"<{text.id}>"
        assert merged(project, "es", back) == back
        gone_again = merged(project_of(small_house, page.replace(section, "")), "es", back)
        assert [entry.value for file in gone_again.values() for entry in file.entries if entry.address == text.id] == [f"<{text.id}>"]


def test_the_suite_holds_edits_of_every_kind() -> None:
    assert len(EDITS) >= 30
    assert {each["kind"] for each in EDITS} == {"cosmetic", "number", "negation", "meaning", "rename", "reorder", "delete"}


# The same over every text of the training, with edits drawn by lot

TYPOGRAPHY = [("'", "’"), ('"', "“"), ("-", "‑"), (" - ", " – "), (" %", "%"), (" %", "\u00a0%"), (" ", "\u00a0"), (" ", "  "), (" (", "("), ("\n\n", "\n"),
              (". ", ".\u2009"), ("é", "e\u0301"), ("...", "…")]


def test_typography_in_any_text_makes_no_translation_old() -> None:
    chance, tried = random.Random(5), 0
    for _, document in our_course().project.documents():
        for text in texts_of(document):
            for old, new in TYPOGRAPHY:
                places = [found.start() for found in re.finditer(re.escape(old), text.value)]
                if places:
                    place = chance.choice(places)
                    edited = text.value[:place] + new + text.value[place + len(old):]
                    if old == '"' and text.value[place - 1 : place].isdigit():
                        continue
                    tried += 1
                    assert fingerprint(edited.strip()) == fingerprint(text.value), (text.id, old, new)
    assert tried > 5_000


def test_another_figure_or_word_in_any_text_always_does() -> None:
    chance, tried = random.Random(7), 0
    for _, document in our_course().project.documents():
        for text in texts_of(document):
            words = list(re.finditer(r"\w+", text.value))
            figures = list(re.finditer(r"\d", text.value))
            edits = [(found, str((int(found[0]) + chance.randint(1, 9)) % 10)) for found in ([chance.choice(figures)] if figures else ())]
            one = chance.choice(words)
            edits += [(one, f"{one[0]} not"), (one, ""), (one, f"un{one[0]}")]
            for found, new in edits:
                edited = text.value[: found.start()] + new + text.value[found.end():]
                tried += 1
                assert fingerprint(edited) != fingerprint(text.value), (text.id, found[0], new)
    assert tried > 10_000
