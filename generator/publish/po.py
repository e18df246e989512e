"""Writes a PO file as gettext and Poedit do: the same entries make the same bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.model.po import PoEntry, PoFile

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def po_bytes(file: PoFile) -> bytes:
    """The file's bytes: the header, the entries, then those that are set aside. Translations are in composed form (NFC)."""
    header = "".join(f"{name}: {value}\n" for name, value in file.header)
    parts = ["".join([*_marked("#", file.comments), *_field("msgid", ""), 'msgstr ""\n',
                      *(f'"{line.translate(_ESCAPES)}"\n' for line in _lines(header))])]
    parts += ["".join(_entry(entry)) for entry in sorted(file.entries, key=lambda entry: entry.obsolete)]
    return "".join(f"{part}\n" for part in parts).encode()


def _entry(entry: PoEntry) -> Iterator[str]:
    yield from _marked("#", entry.comments)
    yield from _marked("#.", entry.notes)
    yield from _marked("#:", entry.references)
    if entry.flags:
        yield f"#, {', '.join(entry.flags)}\n"
    before = "#~| " if entry.obsolete else "#| "
    for name, value in (("msgctxt", entry.previous_address), ("msgid", entry.previous)):
        if value:
            yield from (before + line for line in _field(name, value))
    mark = "#~ " if entry.obsolete else ""
    for name, value in (("msgctxt", entry.address), ("msgid", entry.source), ("msgstr", unicodedata.normalize("NFC", entry.value))):
        yield from (mark + line for line in _field(name, value))


def _marked(mark: str, lines: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{mark} {line}".rstrip() + "\n" for line in lines)


def _field(name: str, value: str) -> Iterator[str]:
    """One line, or, for a text of several lines, one line for each."""
    lines = _lines(value)
    if len(lines) > 1:
        yield f'{name} ""\n'
        yield from (f'"{line.translate(_ESCAPES)}"\n' for line in lines)
    else:
        yield f'{name} "{value.translate(_ESCAPES)}"\n'


def _lines(text: str) -> list[str]:
    """A text's lines with their ends. Only `\\n` ends a line."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
