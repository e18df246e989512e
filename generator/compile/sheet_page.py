"""A tool or a worksheet as a page to print."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.page import Block, Heading
from generator.compile.parts import asked, own_heading, sheet_part
from generator.model.project import Project
from generator.model.settings import Edition
from generator.model.sheet import Sheet
from generator.model.text import Text


def sheet_outline(sheet: Sheet, project: Project, edition: Edition) -> Iterator[Heading | Block]:
    """For whom it is, how to use it, its parts, and what to do with the paper afterwards.

    Its questions are numbered through, because on paper their answers stand together behind everything else.
    """
    yield Block("sheet-head", {"sheet": sheet, "tracks": for_whom(sheet, project)})
    if sheet.intro:
        yield Block("prose", {"text": sheet.intro, "role": "opening", "anchor": ""})
    counts = {key: len(asked(part, project)) for key, part in sheet.parts.items()}
    first, last = 1, next((key for key in reversed(counts) if counts[key]), None)
    for key, part in sheet.parts.items():
        heading = part.heading or (own_heading(part.use, project) if part.type == "use" else None)
        if heading:
            yield Heading(heading, key)
        yield from sheet_part(part, key, project, None, bool(heading), first, sum(counts.values()))
        first += counts[key]
        if key == last:
            yield Block("quiz-review", {})
    if sheet.after:
        yield Heading(project.ui["sheet-after"], "after")
        yield Block("prose", {"text": sheet.after, "role": "takeaway", "anchor": ""})


def for_whom(sheet: Sheet, project: Project) -> list[Text]:
    """The titles of the tracks that a sheet is for; none where it is for all."""
    return [track.title for name, track in project.course.tracks.items() if name in sheet.tracks]
