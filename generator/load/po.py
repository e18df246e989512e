"""Reads a PO file whole: entries, comments, flags, what was before (`#|`) and what is set aside (`#~`).

Ours, because Babel forgets what was before, polib forgets it of entries that are set aside, both guess at lines that they do not know,
and neither tells the line of a fault.
"""

from __future__ import annotations

import re

from generator.model.po import PoEntry, PoFile
from generator.problems import Problem, problem
from generator.source import Where

_TEXT = r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
_TEXTS = rf"({_TEXT}(?:\n{_TEXT})*)"
_ENTRY = re.compile(rf"((?:#[.:,]?(?: .*)?\n)*)msgctxt {_TEXTS}\nmsgid {_TEXTS}\nmsgstr {_TEXTS}")
"""An entry as tools write most of them: with an address, without a text from before, and not set aside."""
_FIELD = re.compile(r'(?:(msgctxt|msgid|msgstr)\s+)?"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_LISTS = {"#.": "notes", "#:": "references", "#,": "flags"}


def read_po(text: str, path: str) -> tuple[PoFile | None, list[Problem]]:
    """The file that a text holds. T001 a line or an entry that no PO file has; then there is no file."""
    reader, number = _Reader(path), 1
    for block in text.split("\n\n"):
        if not reader.plain(number, block):
            for more, line in enumerate((*block.split("\n"), "")):
                reader.line(number + more, line.strip())
        number += block.count("\n") + 2
    reader.close()
    return (None if reader.problems else PoFile(reader.comments, reader.header, tuple(reader.entries))), reader.problems


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[1]), text) if "\\" in text else text


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.entries: list[PoEntry] = []
        self.comments: tuple[str, ...] = ()
        self.header: tuple[tuple[str, str], ...] = ()
        self.clear()

    def clear(self) -> None:
        self.texts: dict[str, list[str]] = {}
        self.lists: dict[str, list[str]] = {"comments": [], "notes": [], "references": [], "flags": []}
        self.obsolete, self.broken, self.name, self.at = False, False, "", 1

    def plain(self, number: int, block: str) -> bool:
        """Whether this was an entry of the plain kind, which is read at once: a language has ten thousand of them."""
        found = _ENTRY.fullmatch(block.removesuffix("\n"))
        if not found or self.texts or any(self.lists.values()):
            return False
        for line in found[1].split("\n")[:-1]:
            self.comment(line.strip())
        address, source, value = (_unescaped(texts[1:-1].replace('"\n"', "")) for texts in found.group(2, 3, 4))
        self.entries.append(PoEntry(address, source, value, **{name: tuple(values) for name, values in self.lists.items()},
                                    line=number + block.count("\n", 0, found.start(3))))
        self.clear()
        return True

    def line(self, number: int, line: str) -> None:
        if not line:
            if self.texts or self.broken:
                self.close()
        elif line.startswith("#~"):
            self.obsolete_line(number, line[2:].lstrip(), line)
        elif line.startswith("#|"):
            self.begin("")
            self.text(number, line[2:].lstrip(), "previous ", line)
        elif line.startswith("#"):
            self.begin("")
            self.comment(line)
        else:
            self.text(number, line, "", line)

    def obsolete_line(self, number: int, rest: str, line: str) -> None:
        before = rest.startswith("|")
        if before:
            rest = rest[1:].lstrip()
        self.text(number, rest, "previous " if before else "", line)
        self.obsolete = True

    def comment(self, line: str) -> None:
        kind = _LISTS.get(line[:2])
        if kind == "flags":
            self.lists["flags"] += [each.strip() for each in line[2:].split(",") if each.strip()]
        elif kind:
            self.lists[kind].append(line[2:].strip())
        else:
            self.lists["comments"].append(line[1:].removeprefix(" "))

    def begin(self, name: str) -> None:
        """A new entry begins where one has its translation and something else than more of it follows."""
        if "msgstr" in self.texts and name != "msgstr":
            self.close()

    def text(self, number: int, line: str, before: str, whole: str) -> None:
        found = _FIELD.fullmatch(line)
        name = before + found[1] if found and found[1] else self.name
        if found and found[1]:
            self.begin(name)
        if not found or (not self.broken and (not name or (found[1] and name in self.texts) or not name.startswith(before))):
            self.broken = True
            self.problems.append(problem(Where(self.path, number), "T001", "this line has no place in a PO file",
                                         "A line begins with `msgctxt`, `msgid` or `msgstr`, or with `#` for a note; its text stands between two quotes."))
            return
        self.name = name
        if name == "msgid" and found[1]:
            self.at = number
        self.texts.setdefault(name, []).append(_unescaped(found[2]))

    def close(self) -> None:
        """The entry at hand is complete."""
        texts = {name: "".join(parts) for name, parts in self.texts.items()}
        whole = "msgid" in texts and "msgstr" in texts
        if texts and not whole and not self.broken:
            missing = "msgstr" if "msgid" in texts else "msgid"
            self.problems.append(problem(Where(self.path, self.at), "T001", f"an entry has no `{missing}`",
                                         "Open the file in Poedit, which writes whole entries, or write the line."))
        if whole and not texts["msgid"] and "msgctxt" not in texts:
            self.comments = tuple(self.lists["comments"])
            pairs = (line.partition(":") for line in texts["msgstr"].split("\n") if line.strip())
            self.header = tuple((name.strip(), value.strip()) for name, _, value in pairs)
        elif whole:
            lists = {name: tuple(values) for name, values in self.lists.items()}
            self.entries.append(PoEntry(texts.get("msgctxt", ""), texts["msgid"], texts["msgstr"], **lists,
                                        previous_address=texts.get("previous msgctxt", ""), previous=texts.get("previous msgid", ""),
                                        obsolete=self.obsolete, line=self.at))
        self.clear()
