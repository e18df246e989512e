"""Translations as CSV: UTF-8 with a mark, as every spreadsheet opens it."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Mapping, Sequence

from generator.load.events import read_text
from generator.problems import Problem, problem
from generator.publish.sheets.rows import COLUMNS, MAX_BYTES, NEEDED, Row
from generator.source import Where

_LIVE = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a cell that begins so; an apostrophe before it makes it text."""
_MORE = (*_LIVE, "'")


def write(rows: Sequence[Row], tag: str, languages: Mapping[str, str]) -> bytes:
    """The rows below the names of their columns."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(COLUMNS)
    writer.writerows([_safe(cell) for cell in row[:-1]] for row in rows)
    return codecs.BOM_UTF8 + made.getvalue().encode()


def read(data: bytes, path: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a file, whichever of `,`, `;` and tab parts its cells. E001 not UTF-8, E002 too large, E003 forbidden character, T004 not our table."""
    text, problems = read_text(data, path, MAX_BYTES)
    if text is None or problems:
        return [], problems
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return [], [problem(Where(path), "T004", "the quotes of this table do not close", "Open it in a spreadsheet and save it as CSV again.")]
    return table_rows([[_plain(cell) for cell in line] for line in table], path)


def table_rows(table: Sequence[Sequence[str]], path: str) -> tuple[list[Row], list[Problem]]:
    """Rows from a table whose first line names the columns, in any order. T004 where a needed column is missing."""
    names = [cell.strip().lower() for cell in table[0]] if table else []
    missing = [f"`{name}`" for name in NEEDED if name not in names]
    if missing:
        return [], [problem(Where(path), "T004", f"columns are missing here: {', '.join(missing)}",
                            "Keep the first row of the sheet as it was when it was exported.")]
    places = {name: names.index(name) for name in COLUMNS if name in names}
    rows = []
    for number, line in enumerate(table[1:], 2):
        cells = {name: line[place].replace("\r\n", "\n") if place < len(line) else "" for name, place in places.items()}
        if any(cells.values()):
            rows.append(Row(**{name: cells.get(name, "") for name in COLUMNS}, place=number))
    return rows, []


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_LIVE) or (cell[:1] == "'" and cell[1:].startswith(_MORE)) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_MORE) else cell
