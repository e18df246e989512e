"""Reads the translations of a language: one PO file per document, keyed by the text's address (`msgctxt`)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from generator.load.events import read_text
from generator.load.files import linked
from generator.load.po import read_po
from generator.model.catalog import Catalog, Translation
from generator.model.po import PoEntry, PoFile
from generator.problems import Problem, problem
from generator.source import Where

_CODE = re.compile(r"\bT\d{3}\b")
_MARK = re.compile(r"(\w+)\s*(:?)\s*(.*)")
_MARKS = {"origin": (r"human|machine", "`# origin: machine` or `# origin: human`"), "meaning": (r"changed", "`# meaning: changed`"),
          "reviewed": (r".*\S, \d{4}(-\d\d){0,2}( \(wording [0-9a-f]{8}\))?", "`# reviewed: role, date`, for example `# reviewed: teacher, 2026-05-01`"),
          "checked": (r"T\d{3}([, ]+T\d{3})*", "`# checked:` and the code that the program told, for example `# checked: T014`")}
"""What may stand behind the marks that we read, and how to say it."""


def read_catalog(root: Path, tag: str) -> tuple[Catalog, list[Problem]]:
    """Every translation into a language, by address. Codes: E001 to E003 as for YAML, T001 not a PO file, T002 an entry without its address,
    T003 an address that stands twice, T022 a mark that nobody understands."""
    entries: dict[str, Translation] = {}
    files, problems = read_po_files(root, tag)
    for name, file in files.items():
        problems += _read(file, name, entries)
    return Catalog(tag, entries), problems


def read_po_files(root: Path, tag: str) -> tuple[dict[str, PoFile], list[Problem]]:
    """The PO files of a language by their paths in the project, as far as they can be read."""
    files: dict[str, PoFile] = {}
    problems: list[Problem] = []
    for path in sorted((root / "content/languages" / tag).glob("**/*.po")):
        name = path.relative_to(root).as_posix()
        if linked(path, root, problems):
            continue
        text, found = read_text(path.read_bytes(), name)
        problems += found
        if text is None or found:
            continue
        file, found = read_po(text, name)
        problems += found
        if file is not None:
            files[name] = file
    return files, problems


def _unread(entry: PoEntry) -> Iterator[tuple[str, str]]:
    """Comments that are nearly marks, and how those are written."""
    for comment in entry.comments:
        found = _MARK.fullmatch(comment.strip())
        key = found and next(iter(get_close_matches(found[1].casefold(), _MARKS, 1, 0.85)), "")
        if found and key and (found[2] or found[1].casefold() in _MARKS) and not (
                found[1] == key and found[2] and re.fullmatch(_MARKS[key][0], found[3].strip())):
            yield comment, _MARKS[key][1]


def _read(file: PoFile, name: str, entries: dict[str, Translation]) -> Iterator[Problem]:
    for entry in file.entries:
        where = Where(name, entry.line)
        if entry.obsolete or not entry.source:
            continue
        yield from (problem(where, "T022", f"`# {comment}` is read as a remark and not as a mark", f"Write {form}.") for comment, form in _unread(entry))
        if not entry.address:
            yield problem(where, "T002", "this entry has no address (`msgctxt`)",
                          "Write `msgctxt` and the address of the text on the line above, or delete the entry.")
        elif entry.address in entries:
            first = entries[entry.address].where.path
            yield problem(where, "T003", f"`{entry.address}` stands here a second time" + (f"; the first is in {first}" if first != name else ""),
                          "Delete one of the two entries.")
        else:
            entries[entry.address] = translation(entry, where)


def translation(entry: PoEntry, where: Where) -> Translation:
    """What an entry says, for readers and for the linter."""
    return Translation(entry.value.strip(), entry.source, entry.fuzzy, where=where, proposed=bool(entry.fuzzy and entry.previous_address),
                       reviewed=entry.reviewed, **(_said(entry.comments) if entry.comments else {}))


@functools.lru_cache(maxsize=1000)
def _said(comments: tuple[str, ...]) -> Mapping[str, Any]:
    """What the comments of an entry say of its translation; most entries have the same ones."""
    entry = PoEntry("", "", comments=comments)
    return {"origin": entry.said("origin") or "human", "meaning_changed": entry.said("meaning") == "changed",
            "checked": frozenset(_CODE.findall(entry.said("checked")))}
