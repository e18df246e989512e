"""A tool or a worksheet as a page to print."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.page import Block, Heading
from generator.model.project import Project
from generator.model.settings import Edition
from generator.model.sheet import Sheet


def sheet_outline(sheet: Sheet, project: Project, edition: Edition) -> Iterator[Heading | Block]:
    """How to use it, its parts, and what to do with the paper afterwards."""
    if sheet.intro:
        yield Block("prose", {"text": sheet.intro, "role": "opening", "anchor": ""})
    for key, part in sheet.parts.items():
        if part.heading:
            yield Heading(part.heading, key)
        if part.text:
            yield Block("prose", {"text": part.text, "role": "lead-in", "anchor": "" if part.heading else key})
    if sheet.after:
        yield Heading(project.ui["sheet-after"], "after")
        yield Block("prose", {"text": sheet.after, "role": "takeaway", "anchor": ""})
