"""Translations as XLIFF 1.2, which every translator's program opens (OASIS standard of 2008)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from generator.problems import Problem, problem
from generator.publish.sheets.rows import FILE, FORBIDDEN, MAX_BYTES, Row, names_reviewer
from generator.source import Where

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STATES = {"missing": "needs-translation", "draft": "translated", "reviewed": "signed-off", "older": "needs-review-translation",
           "proposed": "needs-review-translation", "set aside": "translated"}
_DONE = {"translated": "draft", "final": "reviewed", "signed-off": "reviewed"}
_NOTED = ("comments", "notes", "flags", "previous_source", "previous_id", "seal")
"""Columns that stand in notes; the attribute `from` names them."""


def write(rows: Sequence[Row], tag: str, languages: Mapping[str, str]) -> bytes:
    """One `file` for each PO file, one `trans-unit` for each entry."""
    top = etree.Element(_name("xliff"), nsmap={None: NAMESPACE}, version="1.2")
    for row in rows:
        if row.state == FILE:
            file = etree.SubElement(top, _name("file"), {
                "original": row.file, "source-language": languages.get(row.file, "en"), "target-language": tag, "datatype": "plaintext"})
            header = etree.SubElement(file, _name("header"))
            _note(header, "header", row.translation)
            _note(header, "comments", row.comments)
            body = etree.SubElement(file, _name("body"))
        else:
            _unit(body, row)
    etree.indent(top, " ")
    return etree.tostring(top, xml_declaration=True, encoding="UTF-8") + b"\n"


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _note(parent: etree._Element, kind: str, text: str) -> None:
    if text:
        note = etree.SubElement(parent, _name("note"), {"from": kind})
        note.text = text


def _unit(body: etree._Element, row: Row) -> None:
    unit = etree.SubElement(body, _name("trans-unit"), {"id": row.id, "resname": row.id, _SPACE: "preserve"})
    if row.state == "reviewed":
        unit.set("approved", "yes")
    if row.state == "set aside":
        unit.set("translate", "no")
    etree.SubElement(unit, _name("source")).text = row.source
    target = etree.SubElement(unit, _name("target"), state=_STATES[row.state])
    target.text = row.translation
    if row.state == "proposed":
        target.set("state-qualifier", "fuzzy-match")
    for kind in _NOTED:
        _note(unit, kind, getattr(row, kind))


def read(data: bytes, path: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a file. T004 not XLIFF 1.2, T005 a unit that cannot be taken; `line` is the line of the unit."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        top = etree.fromstring(data, parser) if len(data) <= MAX_BYTES and b"<!DOCTYPE" not in data else None
    except etree.XMLSyntaxError as error:
        return [], [problem(Where(path, *_place(error)), "T004", "this is not whole XML", "Export the file from your program again.")]
    if top is None or top.tag != _name("xliff") or top.get("version") != "1.2":
        return [], [problem(Where(path), "T004", "this is not an XLIFF 1.2 file", "Export the file from your program as XLIFF 1.2.")]
    problems: list[Problem] = []
    rows = [row for file in top.iter(_name("file")) for row in _rows(file, path, problems)]
    return ([], problems) if problems else (rows, [])


def _place(error: etree.XMLSyntaxError) -> tuple[int, int]:
    line, column = error.position
    return max(line or 1, 1), max(column or 1, 1)


def _rows(file: etree._Element, path: str, problems: list[Problem]) -> Iterator[Row]:
    name = file.get("original", "")
    header = file.find(_name("header"))
    notes = _notes(header) if header is not None else {}
    yield Row(name, "", "", notes.get("header", ""), FILE, notes.get("comments", ""), place=file.sourceline or 1)
    for unit in file.iter(_name("trans-unit")):
        row = _row(name, unit)
        if found := FORBIDDEN.search("".join(row[:-1])):
            problems.append(problem(Where(path, row.place), "T005", f"an invisible character (U+{ord(found[0]):04X}) stands here; it is not allowed",
                                    "Delete it; if you cannot see it, type the word again."))
        yield row


def _row(name: str, unit: etree._Element) -> Row:
    target = unit.find(_name("target"))
    notes = _notes(unit)
    translation = "" if target is None else "".join(target.itertext())
    state = _DONE.get("" if target is None else target.get("state", "translated"), "older")
    if unit.get("translate") == "no":
        state = "set aside"
    elif not translation:
        state = "missing"
    elif state == "reviewed" and not names_reviewer(notes.get("comments", "")):
        state = "draft"  # a program cannot tell who reviewed in which role
    elif state == "older" and notes.get("previous_id"):
        state = "proposed"
    source = unit.find(_name("source"))
    return Row(name, unit.get("resname") or unit.get("id", ""), "" if source is None else "".join(source.itertext()), translation, state,
               **{kind: notes.get(kind, "") for kind in _NOTED}, place=unit.sourceline or 1)


def _notes(element: etree._Element) -> dict[str, str]:
    return {note.get("from", ""): "".join(note.itertext()) for note in element.findall(_name("note"))}
