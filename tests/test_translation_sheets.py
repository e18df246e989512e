"""PO files as CSV, XLSX and XLIFF, and back: nothing is lost, nothing is run, and a bad file changes nothing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook

from generator.load.po import read_po
from generator.model.po import PoEntry, PoFile
from generator.publish.po import po_bytes
from generator.publish.sheets import FORMATS, read_sheet
from generator.publish.sheets.rows import rows_of
from tests.conftest import Desk
from tests.project import ROOT, highroad

HEADER = (("Project-Id-Version", "High Road 1"), ("Language", "es"), ("X-Generator", "Poedit 3.4"), ("Last-Translator", "teacher"))
ODD = PoFile(("cases/mill", "Second line"), HEADER, (
    PoEntry("cases/mill/title", "The mill", "=1+1",
            ("origin: human", "reviewed: teacher, 2026-05-01", "", "a note, with: a colon"), references=("cases/mill/title",)),
    PoEntry("cases/mill/a", "Line one\n\nLine two", " - uno\n\n+dos ", ("origin: machine",), ("safety",), ("cases/mill/a",), ("fuzzy", "python-brace-format"),
            previous="Line 1"),
    PoEntry("cases/mill/b", "@SUM(A1)", "'=quoted'", references=("cases/mill/b",)),
    PoEntry("cases/mill/c", 'He said "\\n" \t and\\', "‘’“”«» <b>&amp;</b> ]]> \u202f ် العربية", references=("cases/mill/c",)),
    PoEntry("cases/mill/d", "New", "", references=("cases/mill/d",)),
    PoEntry("cases/mill/e", "Renamed", "Otro", ("origin: human",), references=("cases/mill/e",), flags=("fuzzy",),
            previous_address="cases/mill/old", previous="Rename"),
    PoEntry("cases/mill/gone", "Old", "Viejo", ("origin: human", "reviewed: x"), flags=("fuzzy",), previous="Older", obsolete=True),
))


def canonical(file: PoFile) -> bytes:
    """The file as an update writes it: references are made anew."""
    return po_bytes(file)


def again(kind: str, files: dict[str, PoFile]) -> dict[str, PoFile]:
    sheet = FORMATS[kind]
    made, problems = read_sheet(sheet, sheet.write(rows_of(files), "es", {}), f"es{sheet.ending}", "es")
    assert [str(each) for each in problems] == []
    return made


def without_references(file: PoFile) -> PoFile:
    return PoFile(file.comments, file.header, tuple(entry.__class__(**{name: () if name == "references" else getattr(entry, name)
                                                                       for name in entry.__slots__}) for entry in file.entries))


# One format after another


@pytest.mark.parametrize("kind", FORMATS)
def test_everything_of_an_odd_file_comes_back(kind: str) -> None:
    assert again(kind, {"cases/mill.po": ODD}) == {"cases/mill.po": without_references(ODD)}


@pytest.mark.parametrize("kind", FORMATS)
def test_spanish_comes_back_byte_for_byte_into_an_empty_folder(kind: str, small_house: Path, tmp_path: Path) -> None:
    """Through the command line: 100 % of ids, states and comments, set-aside entries included."""
    house = small_house
    assert highroad("--project", house, "translate", "update", "es").returncode == 0
    path = house / "cases/mill.yaml"
    path.write_text(path.read_text("utf-8").replace("  families:", "  households:").replace("The mill by the river", "The mill below the river"), "utf-8")
    assert highroad("--project", house, "translate", "update", "es").returncode == 0
    before = {file: file.read_bytes() for file in (house / "content/languages/es").rglob("*.po")}
    assert any(b"#~" in data for data in before.values())
    assert any(b"fuzzy" in data for data in before.values())
    assert highroad("--project", house, "translate", "export", "es", "--format", kind, "--folder", tmp_path / "out").returncode == 0
    for file in before:
        file.unlink()
    done = highroad("--project", house, "translate", "import", "es", "--format", kind, "--folder", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert {file: file.read_bytes() for file in (house / "content/languages/es").rglob("*.po")} == before


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_rows_make_the_same_bytes(kind: str) -> None:
    write = FORMATS[kind].write
    assert write(rows_of({"cases/mill.po": ODD}), "es", {}) == write(rows_of({"cases/mill.po": ODD}), "es", {})


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\u200b\u202a\u202b\u202c\u202d\u202e\u2028\u2029\ufeff")
                | st.sampled_from("=+-@'\"\\\n;,\t<>&"), max_size=12)


@pytest.mark.parametrize("kind", FORMATS)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_whatever_stands_in_a_text_comes_back(kind: str, pairs: list[tuple[str, str]]) -> None:
    file = PoFile(("cases/mill",), HEADER, tuple(PoEntry(f"cases/mill/{number}", source, value) for number, (source, value) in enumerate(pairs)))
    assert again(kind, {"cases/mill.po": file}) == {"cases/mill.po": file}


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_a_po_file_is_read_as_another_reader_reads_it_and_written_so_that_it_reads_the_same(pairs: list[tuple[str, str]]) -> None:
    entries = tuple(PoEntry(f"a/{number}", source or "x", value, ("origin: human",)) for number, (source, value) in enumerate(pairs))
    data = po_bytes(PoFile(("a",), HEADER, entries)).decode()
    file, problems = read_po(data, "a.po")
    assert problems == []
    theirs = polib.pofile(data)
    assert [(each.msgctxt, each.msgid, each.msgstr) for each in theirs] == [(each.address, each.source, each.value) for each in file.entries]


# Nothing is run


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].write(rows_of({"cases/mill.po": ODD}), "es", {})))
    cells = [cell for line in book.active.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=1+1" in [cell.value for cell in cells]


def test_no_cell_of_a_csv_file_begins_like_a_formula() -> None:
    text = FORMATS["csv"].write(rows_of({"cases/mill.po": ODD}), "es", {}).decode("utf-8-sig")
    assert ",'=1+1," in text
    assert ",'@SUM(A1)," in text
    assert not [cell for cell in text.replace("\r\n", ",").split(",") if cell.strip('"').startswith(("=", "+", "@"))]


def test_xliff_is_what_the_standard_says() -> None:
    """The order and the names that XLIFF 1.2 allows (OASIS, 1 February 2008, section 2.2)."""
    top = etree.fromstring(FORMATS["xliff"].write(rows_of({"cases/mill.po": ODD}), "es", {"cases/mill.po": "en"}))
    space = "{urn:oasis:names:tc:xliff:document:1.2}"
    assert (top.tag, top.get("version")) == (f"{space}xliff", "1.2")
    for file in top:
        assert {"original", "source-language", "datatype"} <= set(file.attrib)
        assert [child.tag for child in file] == [f"{space}header", f"{space}body"]
        assert {note.tag for note in file[0]} == {f"{space}note"}
        assert len({unit.get("id") for unit in file[1]}) == len(file[1])
        for unit in file[1]:
            assert [child.tag for child in unit][:2] == [f"{space}source", f"{space}target"]
            assert {child.tag for child in unit[2:]} <= {f"{space}note"}
            assert set(unit.attrib) <= {"id", "resname", "approved", "translate", "{http://www.w3.org/XML/1998/namespace}space"}
            assert unit[1].get("state") in {"final", "needs-review-translation", "needs-translation", "new", "signed-off", "translated"}
            assert {name for note in unit[2:] for name in note.attrib} <= {"from"}


# What a translator changes


def edited(house: Path, change: dict[str, tuple[str, str]]) -> None:
    """Type into the exported sheet: id to (column, value)."""
    path = house / "translations/es.xlsx"
    book = load_workbook(path)
    names = [cell.value for cell in book.active[1]]
    for line in book.active.iter_rows(min_row=2):
        if line[1].value in change:
            column, value = change[line[1].value]
            line[names.index(column)].value = value
    book.save(path)


def test_what_is_typed_into_a_sheet_arrives_in_the_files_and_touches_nothing_else(small_house: Path, translate: Desk) -> None:
    assert translate("update", "es").returncode == 0
    before = {file: file.read_text("utf-8") for file in (small_house / "content/languages/es").rglob("*.po")}
    assert translate("export", "es").returncode == 0
    edited(small_house, {"cases/mill/summary": ("translation", "Una fábrica de papel."), "cases/mill/title": ("translation", "El molino del río")})
    assert translate("import", "es").returncode == 0
    after = {file: file.read_text("utf-8") for file in before}
    mill = small_house / "content/languages/es/cases/mill.po"
    assert {file for file in before if before[file] != after[file]} == {mill}
    assert 'msgstr "Una fábrica de papel."' in after[mill]
    assert "reviewed: teacher" in before[mill]
    assert "earlier wording reviewed: teacher" in after[mill], "the reviewer read other words"


def test_a_text_that_has_changed_since_the_export_is_marked(small_house: Path, translate: Desk) -> None:
    assert translate("update", "es").returncode == 0
    assert translate("export", "es").returncode == 0
    edited(small_house, {"cases/mill/summary": ("translation", "Una fábrica de papel.")})
    path = small_house / "cases/mill.yaml"
    path.write_text(path.read_text("utf-8").replace("makes children ill", "makes nobody ill"), "utf-8")
    assert translate("import", "es").returncode == 0
    text = (small_house / "content/languages/es/cases/mill.po").read_text("utf-8")
    assert ('#, fuzzy\n#| msgid "A paper mill gives work to a valley, and its water makes children ill."\nmsgctxt "cases/mill/summary"\n'
            'msgid "A paper mill gives work to a valley, and its water makes nobody ill."\nmsgstr "Una fábrica de papel."') in text


def test_a_state_that_is_set_to_draft_says_that_the_old_translation_fits(small_house: Path, translate: Desk) -> None:
    path = small_house / "cases/mill.yaml"
    path.write_text(path.read_text("utf-8").replace("The mill by the river", "The mill below the river"), "utf-8")
    assert translate("update", "es").returncode == 0
    assert translate("export", "es").returncode == 0
    edited(small_house, {"cases/mill/title": ("state", "draft")})
    assert translate("import", "es").returncode == 0
    assert "fuzzy\nmsgctxt \"cases/mill/title\"" not in (small_house / "content/languages/es/cases/mill.po").read_text("utf-8")


def test_what_is_wrong_with_the_texts_taken_over_is_told_with_its_place(small_house: Path, translate: Desk) -> None:
    """And with those alone: what was wrong before in other texts is told by `check`."""
    mill = small_house / "content/languages/es/cases/mill.po"
    mill.write_text(mill.read_text("utf-8").replace("a las 12:30", "a las 13:30"), "utf-8")
    assert translate("update", "es").returncode == 0
    assert translate("export", "es").returncode == 0
    edited(small_house, {"cases/mill/title": ("translation", "El molino y sus {vecinos}"), "cases/mill/summary": ("translation", "Una fábrica de papel.")})
    done = translate("import", "es")
    line = mill.read_text("utf-8").split("\n").index('msgid "The mill by the river"') + 1
    assert done.returncode == 1
    assert done.stderr.startswith(f"content/languages/es/cases/mill.po:{line}:1: T013 the placeholders of the translation are not those of the source\n")
    assert done.stderr.count("content/") == 1
    assert "The texts are taken over all the same." in done.stdout
    assert 'msgstr "El molino y sus {vecinos}"' in mill.read_text("utf-8")
    assert "T014" in translate("check", "es").stderr


def test_a_sheet_without_the_columns_of_comments_and_state_takes_no_mark_away(small_house: Path, translate: Desk) -> None:
    mill = small_house / "content/languages/es/cases/mill.po"
    path = small_house / "cases/mill.yaml"
    path.write_text(path.read_text("utf-8").replace("The mill by the river", "The mill below the river"), "utf-8")
    assert translate("update", "es").returncode == 0
    before = mill.read_text("utf-8")
    assert {"# origin: machine", "#, fuzzy"} < set(before.split("\n"))
    book = Workbook()
    book.active.append(("file", "id", "source", "translation"))
    for entry in read_po(before, "mill.po")[0].entries:
        value = "El molino da de comer." if entry.address == "cases/mill/short/in-short/text" else entry.value
        book.active.append(("cases/mill.po", entry.address, entry.source, value))
    (small_house / "translations").mkdir()
    book.save(small_house / "translations/es.xlsx")
    assert translate("import", "es").returncode == 0
    assert mill.read_text("utf-8") == before.replace("El molino alimenta el valle y estropea su agua.", "El molino da de comer.")


@pytest.mark.parametrize("kind", FORMATS)
def test_reviews_travel_whichever_wording_they_are_of(kind: str, small_house: Path, translate: Desk, tmp_path: Path) -> None:
    mill = small_house / "content/languages/es/cases/mill.po"
    assert translate("update", "es").returncode == 0
    text = mill.read_text("utf-8").replace("Bebían el agua", "Bebían de esa agua").replace("# origin: human\n#: cases/mill/stake",
                                                                                          "# origin: human\n# reviewed: nurse, 2026-05-01\n#: cases/mill/stake")
    mill.write_text(text.replace("El molino junto al río", "El molino bajo el río"), "utf-8")
    assert translate("update", "es").returncode == 0
    before = mill.read_bytes()
    assert before.count(b"# reviewed: nurse, 2026-05-01 (wording ") == before.count(b"# earlier wording reviewed: teacher, 2024-05-01 (wording ") == 1
    assert translate("export", "es", "--format", kind, "--folder", tmp_path).returncode == 0
    for emptied in (False, True):
        if emptied:
            mill.unlink()
        assert translate("import", "es", "--format", kind, "--folder", tmp_path).returncode == 0
        assert mill.read_bytes() == before


def test_a_sheet_made_before_an_update_meets_no_change_that_nobody_made(small_house: Path, translate: Desk) -> None:
    """Export and import see the same files, whether or not an update has tied their reviews, and no origin is claimed in a sheet unseen."""
    mill = small_house / "content/languages/es/cases/mill.po"
    mill.write_text(mill.read_text("utf-8").replace("# origin: human\n# reviewed", "# reviewed"), "utf-8")
    assert translate("export", "es").returncode == 0
    edited(small_house, {"cases/mill/title": ("translation", "El molino bajo el río")})
    done = translate("import", "es")
    assert done.returncode == 0, done.stderr
    assert "es: 1 text without an origin: now marked as written by a person" in done.stdout
    assert "# earlier wording reviewed: teacher" in mill.read_text("utf-8")


@pytest.mark.parametrize("words", [("import", "--format", "csv", "es"), ("--format", "csv", "es", "import"), ("es", "import", "--format", "csv"),
                                   ("import", "--format", "csv", "es", "--folder", "translations")])
def test_words_and_options_stand_in_any_order(words: tuple[str, ...], small_house: Path) -> None:
    assert highroad("--project", small_house, "translate", "export", "--format", "csv", "es").returncode == 0
    done = highroad("translate", *words, cwd=small_house)
    assert (done.returncode, done.stderr) == (0, "")
    assert "es: 0 texts taken over from " in done.stdout


@pytest.mark.parametrize("words", [("es",), ("updaet", "es"), ("update", "import", "es"), ("update", "--frmat", "csv")])
def test_words_that_say_nothing_are_refused_as_usage(words: tuple[str, ...], small_house: Path) -> None:
    done = highroad("--project", small_house, "translate", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "unrecognized arguments: --frmat" in done.stderr or "`highroad translate update es`" in done.stderr


# Two people, one language


def test_an_older_sheet_takes_nothing_from_newer_work(small_house: Path, translate: Desk) -> None:
    """Two translators with a sheet each, exported on the same day, and a review in between."""
    mill = small_house / "content/languages/es/cases/mill.po"
    assert translate("update", "es").returncode == 0
    assert translate("export", "es").returncode == 0
    assert translate("export", "es", "--format", "csv").returncode == 0
    edited(small_house, {"cases/mill/summary": ("translation", "Una fábrica de papel."),
                         "cases/mill/title": ("comments", "origin: human\nreviewed: teacher, 2026-11")})
    assert translate("import", "es").returncode == 0
    first = mill.read_text("utf-8")
    csv = small_house / "translations/es.csv"
    assert translate("import", "es", "--format", "csv").returncode == 0
    assert mill.read_text("utf-8") == first, "into the second sheet nothing was typed"
    csv.write_bytes(csv.read_bytes().replace(b"estropea su agua.", b"ensucia su agua."))
    done = translate("import", "es", "--format", "csv")
    assert done.returncode == 0, done.stderr
    assert mill.read_text("utf-8") == first.replace("estropea su agua.", "ensucia su agua.")


def test_an_empty_cell_deletes_nothing(small_house: Path, translate: Desk) -> None:
    mill = small_house / "content/languages/es/cases/mill.po"
    assert translate("update", "es").returncode == 0
    before = mill.read_bytes()
    assert translate("export", "es").returncode == 0
    edited(small_house, {"cases/mill/title": ("translation", "")})
    assert translate("import", "es").returncode == 0
    assert mill.read_bytes() == before


def test_a_text_that_two_people_changed_is_told_and_nothing_is_written(small_house: Path, translate: Desk) -> None:
    mill = small_house / "content/languages/es/cases/mill.po"
    assert translate("update", "es").returncode == 0
    assert translate("export", "es").returncode == 0
    title = "El molino junto al río"
    assert f'msgstr "{title}"' in mill.read_text("utf-8")
    mill.write_text(mill.read_text("utf-8").replace(f'msgstr "{title}"', 'msgstr "El molino de arriba"'), "utf-8")
    edited(small_house, {"cases/mill/title": ("translation", "El molino de abajo")})
    before = mill.read_bytes()
    done = translate("import", "es")
    assert done.returncode == 1
    assert "T006 `cases/mill/title` was changed here and, since the export, in cases/mill.po too, where it now says: El molino de arriba" in done.stderr
    assert mill.read_bytes() == before
    edited(small_house, {"cases/mill/title": ("seal", None)})
    assert translate("import", "es").returncode == 0
    assert 'msgstr "El molino de abajo"' in mill.read_text("utf-8")


# Bad files


def workbook(*lines: tuple[object, ...]) -> bytes:
    book = Workbook()
    for line in lines:
        book.active.append(line)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def archive() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return made.getvalue()


TOP = ("file", "id", "source", "translation", "state", "comments")
BAD = {
    "csv-latin-1": ("csv", "file,id,source,translation\na.po,a/b,x,ñ\n".encode("latin-1"), "es.csv:2:12: E001"),
    "csv-no-column": ("csv", b"file,id,translation\n", "es.csv:1:1: T004"),
    "csv-empty": ("csv", b"", "es.csv:1:1: T004"),
    "csv-open-quote": ("csv", b'file,id,source,translation\na.po,a/b,"x,y\n', "es.csv:1:1: T004"),
    "csv-bidi": ("csv", "file,id,source,translation\na.po,a/b,x,\u202ey\n".encode(), "es.csv:2:12: E003"),
    "csv-twice": ("csv", b"file,id,source,translation\na.po,a/b,x,y\na.po,a/b,x,z\n", "es.csv:3:2: T003"),
    "csv-path": ("csv", b"file,id,source,translation\n../../x.po,a/b,x,y\n", "es.csv:2:1: T005"),
    "csv-state": ("csv", b"file,id,source,translation,state\na.po,a/b,x,y,done\n", "es.csv:2:5: T005"),
    "csv-nobody": ("csv", b"file,id,source,translation,state\na.po,a/b,x,y,reviewed\n", "es.csv:2:6: T005"),
    "csv-other-language": ("csv", b"file,id,source,translation,state\na.po,,,Language: fr,file\n", "es.csv:1:1: T004"),
    "xlsx-not": ("xlsx", b"file,id", "es.xlsx:1:1: T004"),
    "xlsx-empty-archive": ("xlsx", b"PK\x05\x06" + bytes(18), "es.xlsx:1:1: T004"),
    "xlsx-entity": ("xlsx", archive(), "es.xlsx:1:1: T004"),
    "xlsx-formula": ("xlsx", workbook(TOP, ("a.po", "a/b", "x", "=1+1")), "es.xlsx:2:4: T005"),
    "xlsx-date": ("xlsx", workbook(TOP, ("a.po", "a/b", "x", __import__("datetime").date(2026, 1, 1))), "es.xlsx:2:4: T005"),
    "xliff-not": ("xliff", b"<a/>", "es.xlf:1:1: T004"),
    "xliff-half": ("xliff", b"<xliff>\n<file>", "es.xlf:2:"),
    "xliff-entity": ("xliff", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><xliff>&b;</xliff>', "es.xlf:1:1: T004"),
    "xliff-other-version": ("xliff", b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>', "es.xlf:1:1: T004"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_sheet_is_told_with_its_place_and_nothing_is_written(name: str, small_house: Path) -> None:
    kind, data, said = BAD[name]
    (small_house / "translations").mkdir()
    (small_house / "translations" / f"es{FORMATS[kind].ending}").write_bytes(data)
    before = {file: file.read_bytes() for file in (small_house / "content").rglob("*.po")}
    done = highroad("--project", small_house, "translate", "import", "es", "--format", kind)
    assert done.returncode == 1
    assert done.stderr.startswith(said), done.stderr
    assert {file: file.read_bytes() for file in (small_house / "content").rglob("*.po")} == before


def test_an_excel_in_a_country_with_decimal_commas_parts_cells_by_semicolons() -> None:
    rows, problems = FORMATS["csv"].read("file;id;source;translation\r\na.po;a/b;x, y;z\r\n".encode("utf-8-sig"), "es.csv")
    assert problems == []
    assert [(row.id, row.source, row.translation) for row in rows] == [("a/b", "x, y", "z")]


def test_the_real_spanish_comes_back_whole() -> None:
    files = {}
    for path in sorted((ROOT / "content/languages/es").rglob("*.po")):
        file, _ = read_po(path.read_text("utf-8"), path.name)
        files[path.relative_to(ROOT / "content/languages/es").as_posix()] = file
    for kind in FORMATS:
        sheet = FORMATS[kind]
        made, problems = read_sheet(sheet, sheet.write(rows_of(files), "es", {}), f"es{sheet.ending}", "es")
        assert problems == []
        assert made == {name: without_references(file) for name, file in files.items()}
