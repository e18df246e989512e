"""Takes what a sheet says over into the PO files that there are."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from generator.model.catalog import fingerprint
from generator.model.po import FUZZY, PoEntry, PoFile


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

    Other words were not what the reviewer read, so the review goes with the old ones; and they are a translation of what the sheet shows, so the
    mark of need goes too. Where the text has changed since the export, the mark comes back.
    """
    if new.value != old.value:
        flags = new.flags
        if fingerprint(new.source) == fingerprint(old.source) and new.flags == old.flags and new.previous_address == old.previous_address:
            flags = tuple(each for each in new.flags if each != FUZZY)
        comments = new.comments
        if old.value and new.said("reviewed") == old.said("reviewed"):
            comments = tuple(each for each in comments if not each.startswith("reviewed:"))
        fuzzy = FUZZY in flags
        new = dataclasses.replace(new, flags=flags, comments=comments, previous=new.previous if fuzzy else "",
                                  previous_address=new.previous_address if fuzzy else "")
    elif fingerprint(new.source) != fingerprint(old.source):
        return dataclasses.replace(old, comments=new.comments)  # nothing was translated, and the sheet shows an older text
    return new
