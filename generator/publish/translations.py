"""Brings PO files up to date: one per document, entries keyed by the text's address, merged by address and never by likeness."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

from generator.model.catalog import STANDINGS, Catalog, fingerprint, standing
from generator.model.po import FUZZY, PoEntry, PoFile
from generator.model.project import Project
from generator.model.reviews import EARLIER, REVIEWED, tied
from generator.model.text import HOLE, Quote, Text, texts_of
from generator.publish.po import po_bytes
from generator.publish.proposals import proposals
from generator.publish.write import write_if_changed

_BRACES = "python-brace-format"
"""By this flag Poedit checks that `{n}` is kept."""
_SAFETY = "An older translation of this text is not shown: somebody might be harmed by it."
_MEANING = "meaning: changed"
_DATE = "2000-01-01 00:00+0000"
"""PO headers carry dates; a fixed one keeps files the same when nothing has changed."""


def texts_to_translate(project: Project, tag: str) -> dict[str, list[Text]]:
    """The texts that a language needs a translation of, by the address of their document."""
    listed = ((address, [text for text in texts_of(document) if not isinstance(text, Quote)])
              for address, document in project.documents() if document.language != tag)
    return {address: texts for address, texts in listed if texts}


def extract(project: Project, folder: Path) -> int:
    """Write a template of every document below `folder`. Returns the number of texts."""
    count = 0
    for address, document in project.documents():
        texts = [text for text in texts_of(document) if not isinstance(text, Quote)]
        entries = tuple(_new(text) for text in texts)
        write_if_changed(folder / f"{address}.pot", po_bytes(PoFile((address,), _header("")[:1] + _header("")[2:], entries)))
        count += len(texts)
    return count


def update(project: Project, folder: Path, tag: str, files: Mapping[str, PoFile]) -> dict[str, int]:
    """Write the PO files of a language below `folder`, keeping all that its `files` (by path below `folder`) have.

    A text whose source has changed keeps its translation, marked fuzzy with the source that it was made from, until a translator takes
    the mark away. Entries whose text is gone are set aside, not dropped. Returns how many texts there are, how many were set aside and
    how many translations are proposed.
    """
    made = {name: dataclasses.replace(file, entries=tuple(map(_with_origin, file.entries))) for name, file in merged(project, tag, files).items()}
    for name, file in made.items():
        if file.entries:
            write_if_changed(folder / name, po_bytes(file))
        else:
            (folder / name).unlink(missing_ok=True)
    entries = [entry for file in made.values() for entry in file.entries]
    return {"texts": sum(not entry.obsolete for entry in entries), "set aside": sum(entry.obsolete for entry in entries),
            "proposed": sum(bool(entry.previous_address and entry.fuzzy) for entry in entries if not entry.obsolete)}


def _with_origin(entry: PoEntry) -> PoEntry:
    """An entry that says who wrote it. Programs of translators mark nothing and our machine drafts are always marked, so what has no mark was typed by a
    person; the command tells where it took one for a person's."""
    if not entry.value or entry.obsolete or entry.said("origin"):
        return entry
    return dataclasses.replace(entry, comments=("origin: human", *entry.comments))


def merged(project: Project, tag: str, files: Mapping[str, PoFile]) -> dict[str, PoFile]:
    """The PO files of a language as they should be, by path: those of its documents, and others that hold what was set aside."""
    wanted = {f"{address}.po": (address, texts) for address, texts in texts_to_translate(project, tag).items()}
    addresses = {text.id for _, texts in wanted.values() for text in texts}
    known: dict[str, PoEntry] = {}
    for file in files.values():
        for entry in file.entries:
            if entry.address not in known or known[entry.address].obsolete:
                known[entry.address] = entry
    gone = {address: dataclasses.replace(entry, obsolete=True, references=(), notes=()) for address, entry in known.items()
            if address not in addresses and entry.value and not (entry.fuzzy and entry.previous_address not in ("", address))}
    offered = proposals((text for _, texts in wanted.values() for text in texts if not (entry := known.get(text.id)) or not entry.value), gone)
    firm = project.firm()
    made: dict[str, PoFile] = {}
    for name in [*wanted, *(each for each in files if each not in wanted)]:
        address, texts = wanted.get(name, ("", []))
        file = files.get(name) or PoFile((address,))
        aside = [gone[entry.address] for entry in file.entries if entry.address in gone]
        entries = [_entry(text, known.get(text.id), offered.get(text.id), text.id in firm) for text in texts]
        made[name] = dataclasses.replace(file, header=_header(tag), entries=(*entries, *aside))
    return made


def current(project: Project, tag: str, files: Mapping[str, PoFile]) -> dict[str, PoFile]:
    """The entries that the files have, as an export would write them now, so that a sheet is compared with what it was made from."""
    fresh = {entry.address: entry for file in merged(project, tag, files).values() for entry in file.entries}
    return {name: dataclasses.replace(file, entries=tuple(fresh.get(entry.address, entry) for entry in file.entries)) for name, file in files.items()}


def _entry(text: Text, entry: PoEntry | None, offered: PoEntry | None, firm: bool) -> PoEntry:
    """The entry of a text: as it was, marked where the text has changed, or with a proposal.

    A translation that was set aside comes back for the same words. For other words under its old address it is a proposal.
    """
    base = _new(text, firm)
    if entry and entry.obsolete and fingerprint(entry.previous or entry.source) != fingerprint(text.value):
        offered = entry
    if offered:
        comments = tuple(each for each in offered.comments if not each.startswith((f"{REVIEWED}:", f"{EARLIER}:", "meaning:")))
        return dataclasses.replace(base, value=offered.value, comments=comments, flags=(FUZZY, *base.flags),
                                   previous_address=offered.address, previous=offered.previous or offered.source)
    if entry is None:
        return base
    same = fingerprint(entry.source) == fingerprint(text.value)
    fuzzy = bool(entry.value) and (entry.fuzzy or not same)
    previous = entry.previous if entry.fuzzy else ""
    if fuzzy and not same:
        previous = previous or entry.source
        if not entry.previous_address and fingerprint(previous) == fingerprint(text.value):  # it says again what was translated
            fuzzy, previous = False, ""
    flags = (*([FUZZY] if fuzzy else []), *(each for each in entry.flags if each not in (FUZZY, _BRACES)), *base.flags)
    return dataclasses.replace(base, value=entry.value, comments=_comments(entry, fuzzy, firm), flags=flags,
                               previous=previous if fuzzy else "", previous_address=entry.previous_address if fuzzy else "")


def _comments(entry: PoEntry, fuzzy: bool, firm: bool) -> tuple[str, ...]:
    """What stood there, each review tied to its words; a changed meaning as long as the translation is of what was meant before."""
    kept = [each for each in tied(entry.comments, entry.made_from, entry.value) if fuzzy or each != _MEANING]
    if fuzzy and firm and _MEANING not in kept:
        kept.append(_MEANING)
    return tuple(kept)


def _new(text: Text, firm: bool = False) -> PoEntry:
    braces = any("-" not in name for name in HOLE.findall(text.value))
    return PoEntry(text.id, text.value, notes=(_SAFETY,) if firm else (), references=(text.id,), flags=(_BRACES,) if braces else ())


def _header(tag: str) -> tuple[tuple[str, str], ...]:
    """The same header always: Poedit adds its version, the hour and its user's name, and a name may be a risk."""
    return (("Project-Id-Version", "High Road 1"), ("Language", tag), ("POT-Creation-Date", _DATE), ("PO-Revision-Date", _DATE),
            ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8"), ("Content-Transfer-Encoding", "8bit"))


def status(project: Project, catalog: Catalog) -> dict[str, int]:
    """How many texts are reviewed, draft, older and so on: see `Standing`."""
    counts = dict.fromkeys(STANDINGS, 0)
    firm = project.firm()
    for texts in texts_to_translate(project, catalog.tag).values():
        for text in texts:
            counts[standing(text, catalog.entries.get(text.id), text.id in firm)] += 1
    return counts
