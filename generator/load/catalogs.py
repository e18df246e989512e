"""Reads the translations of a language: one PO file per document, keyed by the text's address (`msgctxt`)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import PoFileError, denormalize, read_po

from generator.load.events import read_text
from generator.load.files import linked
from generator.model.catalog import Catalog, Translation
from generator.problems import Problem, problem
from generator.source import Where

_LINE = re.compile(r'(#.*|((msgctxt|msgid|msgstr)\s+)?"([^"\\]|\\.)*")?\s*')
_ADDRESS = re.compile(r'^msgctxt\s+((?:".*"\s*)+)', re.MULTILINE)
_POEDIT = "Open it in Poedit, which shows what is wrong."


def read_catalog(root: Path, tag: str) -> tuple[Catalog, list[Problem]]:
    """Every translation into a language, by address. Codes: E001 to E003 as for YAML, T001 not a PO file, T002 an entry without its address,
    T003 an address that stands twice."""
    entries: dict[str, Translation] = {}
    problems: list[Problem] = []
    folder = root / "content/languages" / tag
    for path in sorted(folder.glob("**/*.po")):
        name = path.relative_to(root).as_posix()
        if linked(path, root, problems):
            continue
        text, found = read_text(path.read_bytes(), name)
        problems += found
        if text is None or found:
            continue
        problems += (broken := list(_unreadable(text, name))) or _repeated(text, name)
        if not broken:
            problems += _read(text, name, entries)
    return Catalog(tag, entries), problems


def _unreadable(text: str, name: str) -> Iterator[Problem]:
    """Babel guesses at lines that it does not know, and counts from 0: so they are found here."""
    for number, line in enumerate(text.split("\n"), 1):
        if not _LINE.fullmatch(line):
            yield problem(Where(name, number), "T001", "this line has no place in a PO file",
                          "A line begins with `msgctxt`, `msgid` or `msgstr`, or with `#` for a note; its text stands between two quotes.")


def _repeated(text: str, name: str) -> list[Problem]:
    """Babel merges entries with one address and keeps the first translation: so they are found here."""
    seen: set[str] = set()
    found = []
    for entry in _ADDRESS.finditer(text):
        address = denormalize(entry[1])
        if address in seen:
            found.append(problem(Where(name, text.count("\n", 0, entry.start()) + 1), "T003", f"`{address}` stands here a second time",
                                 "Delete one of the two entries."))
        seen.add(address)
    return found


def _read(text: str, name: str, entries: dict[str, Translation]) -> Iterator[Problem]:
    try:
        messages = read_po(io.StringIO(text), abort_invalid=True)
    except (PoFileError, ValueError):
        yield problem(Where(name), "T001", "this is not a PO file", _POEDIT)
        return
    for message in messages:
        if not message.id:
            continue
        where = Where(name, message.lineno or 1)
        if not message.context:
            yield problem(where, "T002", "this entry has no address (`msgctxt`)",
                          "Write `msgctxt` and the address of the text on the line above, or delete the entry.")
        elif message.context in entries and entries[message.context].where.path != name:
            first = entries[message.context].where
            yield problem(where, "T003", f"`{message.context}` stands here a second time; the first is in {first.path}",
                          "Delete one of the two entries.")
        else:
            entries.setdefault(message.context, _translation(message, where))


def _translation(message, where: Where) -> Translation:
    said = dict(comment.split(":", 1) for comment in message.user_comments if ":" in comment)
    return Translation(str(message.string).strip(), str(message.id), message.fuzzy, said.get("origin", "human").strip(),
                       said.get("reviewed", "").strip(), where)
