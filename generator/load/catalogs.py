"""Reads the translations of a language: one PO file per document, keyed by the text's address (`msgctxt`)."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from generator.model.catalog import Catalog, Translation
from generator.problems import Problem, problem
from generator.source import Where


def read_catalog(root: Path, tag: str) -> tuple[Catalog, list[Problem]]:
    """Every translation into a language, by address. Codes: T001 not a PO file, T002 an entry without its address,
    T003 an address that stands twice."""
    entries: dict[str, Translation] = {}
    problems: list[Problem] = []
    folder = root / "content/languages" / tag
    for path in sorted(folder.glob("**/*.po")):
        name = path.relative_to(root).as_posix()
        try:
            messages = read_po(io.BytesIO(path.read_bytes()), abort_invalid=True)
        except (PoFileError, UnicodeDecodeError, ValueError) as error:
            problems.append(problem(Where(name, getattr(error, "lineno", 1) or 1), "T001", f"this is not a PO file: {error}",
                                    "Open it in Poedit, which shows the place, or write it anew with `highroad translate update`."))
            continue
        for message in messages:
            if not message.id:
                continue
            where = Where(name, message.lineno or 1)
            if not message.context:
                problems.append(problem(where, "T002", "this entry has no address (`msgctxt`)",
                                        "Write the file anew with `highroad translate update`."))
            elif message.context in entries:
                problems.append(problem(where, "T003", f"`{message.context}` stands here a second time", "Delete one of the two entries."))
            else:
                entries[message.context] = _translation(message, where)
    return Catalog(tag, entries), problems


def _translation(message, where: Where) -> Translation:
    said = dict(comment.split(":", 1) for comment in message.user_comments if ":" in comment)
    return Translation(str(message.string).strip(), str(message.id), message.fuzzy, said.get("origin", "human").strip(),
                       said.get("reviewed", "").strip(), where)
