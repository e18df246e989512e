"""Translations as an Excel table: every cell is text, and no cell is ever run."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping, Sequence

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from generator.problems import Problem, problem
from generator.publish.sheets.as_csv import table_rows
from generator.publish.sheets.rows import COLUMNS, FORBIDDEN, MAX_BYTES, Row
from generator.source import Where

_WIDTHS = {"file": 20, "id": 30, "source": 60, "translation": 60, "state": 10}
_DATE = datetime.datetime(2000, 1, 1)
_STAMP = (2000, 1, 1, 0, 0, 0)
_REFUSED = "Open it in a spreadsheet, save it as an Excel workbook (.xlsx) and import that."


def write(rows: Sequence[Row], tag: str, languages: Mapping[str, str]) -> bytes:
    """A workbook with one sheet, its first row and columns fixed. The same rows make the same bytes."""
    book = Workbook()
    sheet = book.active
    sheet.title = tag
    for number, line in enumerate([COLUMNS, *(row[:-1] for row in rows)], 1):
        for column, value in enumerate(line, 1):
            if value:
                cell = sheet.cell(number, column)
                cell.value = value
                cell.data_type = "s"  # or a text that begins with `=` would be a formula
                cell.quotePrefix = True
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, name in enumerate(COLUMNS, 1):
        sheet.cell(1, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, 24)
    sheet.freeze_panes = "A2"
    book.properties.created = book.properties.modified = _DATE
    made = io.BytesIO()
    book.save(made)
    return _steady(made.getvalue())


def _steady(data: bytes) -> bytes:
    """The same archive without the times at which its parts were written."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _without_times(part)
            new.writestr(zipfile.ZipInfo(name, _STAMP), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _without_times(part: bytes) -> bytes:
    """The properties with a fixed time of change, which openpyxl sets when it saves."""
    before, mark, rest = part.partition(b"<dcterms:modified")
    start, _, rest = rest.partition(b">")
    return before + mark + start + b">2000-01-01T00:00:00Z" + rest[rest.index(b"<"):] if mark else part


def read(data: bytes, path: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a workbook's first sheet. T004 not a workbook, T005 a formula, a date, or a character that cannot be kept."""
    if fault := _fault(data):
        return [], [problem(Where(path), "T004", fault, _REFUSED)]
    try:
        sheet = load_workbook(io.BytesIO(data), keep_links=False).worksheets[0]
    except Exception:  # noqa: BLE001 the library raises whatever a broken part makes it stumble over
        return [], [problem(Where(path), "T004", "this workbook cannot be read", _REFUSED)]
    problems: list[Problem] = []
    table = [[_text(cell, path, problems) for cell in line] for line in sheet.iter_rows()]
    rows, found = table_rows(table, path)
    return ([], [*problems, *found]) if problems or found else (rows, [])


def _fault(data: bytes) -> str:
    """Why the file is not even opened; empty where it may be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MAX_BYTES * 4:
                return "this workbook is too large"
            if any(b"<!DOCTYPE" in parts.read(name) for name in parts.namelist() if name.endswith((".xml", ".rels"))):
                return "this workbook holds declarations that no spreadsheet writes"
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return "this is not an Excel workbook"
    return ""


def _text(cell, path: str, problems: list[Problem]) -> str:
    where = Where(path, cell.row, cell.column)
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e") or not isinstance(value, str | int | float):
        what = {"f": "a formula", "e": "an error of a formula"}.get(cell.data_type, "a date")
        problems.append(problem(where, "T005", f"this cell holds {what}, not a text", "Set the cell to the format `Text`, and type the words again."))
        return ""
    text = f"{value:.15g}" if isinstance(value, float) else str(value)
    if found := FORBIDDEN.search(text):
        problems.append(problem(where, "T005", f"an invisible character (U+{ord(found[0]):04X}) stands here; it is not allowed",
                                "Delete it; if you cannot see it, type the word again."))
    return text
