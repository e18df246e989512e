"""PO files as rows of a table, one for each entry and one for each file's header, and back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.model.po import FUZZY, PoEntry, PoFile
from generator.problems import Problem, problem
from generator.source import Where

MAX_BYTES = 50_000_000
FILE = "file"
"""The state of a row that holds the header of a file."""
STATES = ("missing", "draft", "reviewed", "older", "proposed", "set aside", FILE)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b\u202a-\u202e\ud800-\udfff\ufeff\ufffe\uffff]")
"""What no PO file of ours may hold (E003)."""


class Row(NamedTuple):
    """One row. Several lines of one kind stand below each other in a cell."""

    file: str
    """Path of the PO file in the language's folder: `cases/clara.po`."""
    id: str
    """Address of the text; empty for the file's header."""
    source: str
    translation: str
    state: str
    """One of STATES. Whoever changes it to `draft` or `reviewed` says that an older translation still fits."""
    comments: str = ""
    """What stands behind `# ` in the PO file: `origin: machine`, `reviewed: teacher, 2026-05-01`."""
    notes: str = ""
    flags: str = ""
    previous_source: str = ""
    previous_id: str = ""
    seal: str = ""
    """What was exported, so that an import knows what has been typed since: a fingerprint of translation and comments, and the state."""
    place: int = 0
    """The row's number in the file, from 1; not a column."""


COLUMNS = Row._fields[:-1]
NEEDED = ("file", "id", "source", "translation")
"""Without these columns nothing can be taken over."""


def rows_of(files: Mapping[str, PoFile]) -> list[Row]:
    """Every entry of the files, each file after its header, each row with its seal."""
    return [row._replace(seal=seal_of(row)) for name, file in files.items() for row in (_header(name, file), *(row_of(name, entry) for entry in file.entries))]


def row_of(name: str, entry: PoEntry) -> Row:
    """The row of an entry of the file called `name`, without a seal."""
    return Row(name, entry.address, entry.source, entry.value, state_of(entry), "\n".join(entry.comments), "\n".join(entry.notes), ", ".join(entry.flags),
               entry.previous, entry.previous_address)


def _header(name: str, file: PoFile) -> Row:
    return Row(name, "", "", "\n".join(f"{key}: {value}" for key, value in file.header), FILE, "\n".join(file.comments))


def seal_of(row: Row) -> str:
    """The seal of a row as it now stands."""
    return f"{_print(row)} {row.state}"


def _print(row: Row) -> str:
    return hashlib.sha256(f"{row.translation}\0{row.comments}".encode()).hexdigest()[:12]


def touched(row: Row) -> bool:
    """Whether something was typed into a row since its export; without a seal nobody knows, and so it was."""
    return seal_of(row) != row.seal


def moved(row: Row, entry: PoEntry) -> bool:
    """Whether an entry has other words or comments than when the row was exported."""
    return bool(row.seal) and _print(row_of(row.file, entry)) not in (row.seal.partition(" ")[0], _print(row))


def state_of(entry: PoEntry) -> str:
    """The state that an entry itself tells."""
    if entry.obsolete:
        return "set aside"
    if not entry.value:
        return "missing"
    if entry.fuzzy:
        return "proposed" if entry.previous_address else "older"
    return "reviewed" if entry.reviewed else "draft"


def names_reviewer(comments: str) -> bool:
    """Whether a cell of comments says who reviewed the translation."""
    return bool(re.search(r"^reviewed:\s*\S", comments, re.MULTILINE))


def files_of(rows: Iterable[Row], path: str) -> tuple[dict[str, PoFile], list[Problem]]:
    """The PO files that rows spell. T003 an id that stands twice, T005 a cell that says nothing that we know."""
    headers: dict[str, PoFile] = {}
    entries: dict[str, list[PoEntry]] = {}
    seen: dict[str, int] = {}
    problems: list[Problem] = []
    for row in rows:
        problems += _faults(row, path, seen)
        listed = entries.setdefault(row.file, [])
        if row.id:
            listed.append(entry_of(row))
        else:
            pairs = (line.partition(":") for line in _lines(row.translation))
            headers[row.file] = PoFile(_lines(row.comments), tuple((key.strip(), value.strip()) for key, _, value in pairs))
    made = {name: PoFile(headers[name].comments if name in headers else (name.removesuffix(".po"),),
                         headers[name].header if name in headers else (), tuple(listed)) for name, listed in entries.items()}
    return made, problems


def _faults(row: Row, path: str, seen: dict[str, int]) -> Iterable[Problem]:
    def at(column: str) -> Where:
        return Where(path, row.place, COLUMNS.index(column) + 1)

    if not re.fullmatch(r"[a-z0-9-]+(/[A-Za-z0-9_-]+)*\.po", row.file):
        yield problem(at("file"), "T005", f"`{row.file}` is not the name of a PO file", "Leave this column as it was when the sheet was exported.")
    if not row.id and row.state != FILE:
        yield problem(at("id"), "T005", "this row has no id", "Leave this column as it was when the sheet was exported.")
    if row.id and row.id in seen:
        yield problem(at("id"), "T003", f"`{row.id}` stands here a second time; the first is in row {seen[row.id]}", "Delete one of the two rows.")
    if row.id:
        seen.setdefault(row.id, row.place)
    if row.state not in STATES and row.state not in ("", "changed"):
        yield problem(at("state"), "T005", f"`{row.state}` is not a state", f"Write one of {', '.join(f'`{each}`' for each in STATES[:4])}.")
    if row.state == "reviewed" and row.translation and not names_reviewer(row.comments):
        yield problem(at("comments"), "T005", "nobody is named as the reviewer", "Write `reviewed: role, date` in the column `comments`.")


def entry_of(row: Row) -> PoEntry:
    """The entry that a row spells. Where the state was changed to `draft` or `reviewed`, the translation counts as good."""
    flags = tuple(each.strip() for each in row.flags.split(",") if each.strip())
    if row.state in ("draft", "reviewed"):
        flags = tuple(each for each in flags if each != FUZZY)
    elif row.state in ("older", "changed") and FUZZY not in flags and row.translation:
        flags = (FUZZY, *flags)
    fuzzy = FUZZY in flags
    return PoEntry(row.id, row.source, row.translation, _lines(row.comments), _lines(row.notes), (), flags,
                   row.previous_id if fuzzy else "", row.previous_source if fuzzy else "", row.state == "set aside", row.place)


def _lines(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("\n")) if cell else ()
