"""Takes what a sheet says over into the PO files that there are."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from generator.model.catalog import fingerprint
from generator.model.po import FUZZY, PoEntry, PoFile
from generator.problems import Problem, problem
from generator.publish.sheets.rows import COLUMNS, Row, moved, row_of, touched
from generator.source import Where

LENGTH = 60
"""Characters of a text that a message shows."""


def typed(rows: Sequence[Row], there: Mapping[str, PoFile], path: str) -> tuple[list[Row], list[Problem]]:
    """The rows that say something new: those into which something was typed since the export, and those of texts that the files do not have. An empty
    cell says nothing. T006 where a translator changed the file meanwhile, too."""
    known = {(name, entry.address): entry for name, file in there.items() for entry in file.entries}
    new, problems = [], []
    for row in rows:
        old = known.get((row.file, row.id))
        if row.file not in there or (row.id and old is None):
            new += [row] if not row.id or row.translation or row.comments else []
        elif touched(row) and (old is None or row.translation or not old.value):
            new.append(_completed(row, row_of(row.file, old)) if old is not None else row)
            if old is not None and moved(row, old):
                problems.append(problem(Where(path, row.place, COLUMNS.index("translation") + 1), "T006",
                                        f"`{row.id}` was changed here and, since the export, in {row.file} too, where it now says: {shortened(old.value)}",
                                        "Delete this row to keep what the file says, or empty its cell `seal` to take what the sheet says."))
    return new, problems


def _completed(row: Row, there: Row) -> Row:
    """A row with what the file says where its cells are empty, or where the sheet has no such column."""
    given = row._replace(comments=row.comments or there.comments)
    if row.state:
        return given
    return given._replace(state=there.state, flags=there.flags, previous_source=there.previous_source, previous_id=there.previous_id)


def shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LENGTH else f"{line[:LENGTH].rstrip()} …"


def taken(files: Mapping[str, PoFile], sheet: Mapping[str, PoFile]) -> dict[str, PoFile]:
    """The files with the entries of a sheet. What the sheet does not hold stays; where they differ, the sheet is newer."""
    made = dict(files)
    for name, given in sheet.items():
        old = files.get(name)
        if old is None:
            made[name] = given
            continue
        known = {entry.address: entry for entry in old.entries}
        new = {entry.address: _newer(known[entry.address], entry) if entry.address in known else entry for entry in given.entries}
        kept = [new.get(entry.address, entry) for entry in old.entries]
        header = given.header or old.header
        made[name] = PoFile(given.comments or old.comments, header, (*kept, *(entry for address, entry in new.items() if address not in known)))
    return made


def _newer(old: PoEntry, new: PoEntry) -> PoEntry:
    """An entry of a sheet in place of the one that there is.

    Other words are a translation of what the sheet shows, so the mark of need goes. Where the text has changed since the export, the mark comes back.
    """
    if new.value != old.value:
        flags = new.flags
        if fingerprint(new.source) == fingerprint(old.source) and new.flags == old.flags and new.previous_address == old.previous_address:
            flags = tuple(each for each in new.flags if each != FUZZY)
        fuzzy = FUZZY in flags
        new = dataclasses.replace(new, flags=flags, previous=new.previous if fuzzy else "",
                                  previous_address=new.previous_address if fuzzy else "")
    elif fingerprint(new.source) != fingerprint(old.source):
        return dataclasses.replace(old, comments=new.comments)  # nothing was translated, and the sheet shows an older text
    return new
