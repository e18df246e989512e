"""The toolbox: tools and worksheets to print, activities, plans of sessions, and the page that lists them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from generator.compile.page import Block, Entry, Heading, Page, Section
from generator.compile.sheet_page import for_whom, sheet_outline
from generator.compile.workshop_pages import activity_outline, session_outline
from generator.model.guide import Activity, Session
from generator.model.project import Project
from generator.model.settings import Edition
from generator.model.sheet import Sheet

GROUPS = {"tools": "sheet", "worksheets": "sheet", "activities": "activity", "sessions": "session"}
"""Collections of the toolbox, in the order in which it shows them, and the kind of their pages."""


def members(folder: str, project: Project) -> dict[str, Sheet | Activity | Session]:
    """What the toolbox of an edition holds of a collection: all that is meant for one of its tracks, or for everybody. Sheets come by number.

    The project keeps the others too, because a page may show a part of them.
    """
    tracks = set(project.course.tracks)
    found = {name: each for name, each in getattr(project, folder).items() if not each.tracks or not tracks.isdisjoint(each.tracks)}
    return dict(sorted(found.items(), key=lambda item: int(item[1].number[1:]))) if GROUPS[folder] == "sheet" else found


def toolbox_section(project: Project) -> Section:
    """The part of the site that holds them all."""
    return Section("toolbox", project.ui["toolbox"], "toolbox/index", tuple(
        Entry(f"{folder}/{name}", each.title) for folder in GROUPS for name, each in members(folder, project).items()))


def toolbox_pages(project: Project, section: Section, edition: Edition) -> Iterator[Page]:
    """The page that lists them, then each."""
    if not section.entries:
        return
    words, above = project.ui, Entry(section.path, section.title)
    yield Page("toolbox/index", section.title, "list", tuple(_list(project)), words["toolbox-summary"], section)
    outlines = {"sheet": sheet_outline, "activity": activity_outline, "session": session_outline}
    for folder, kind in GROUPS.items():
        listed = list(members(folder, project).items())
        entries = tuple(Entry(f"{folder}/{name}", each.title) for name, each in listed)
        beside = dataclasses.replace(section, entries=entries)  # more would be a wall
        for number, (_, each) in enumerate(listed):
            yield Page(entries[number].path, each.title, kind, tuple(outlines[kind](each, project, edition)), each.summary, beside,
                       entries[number - 1] if number else None, entries[number + 1] if number + 1 < len(entries) else None, above,
                       number=each.number if isinstance(each, Sheet) else "")


def _list(project: Project) -> Iterator[Heading | Block]:
    for folder, kind in GROUPS.items():
        listed = members(folder, project)
        if not listed:
            continue
        yield Heading(project.ui[folder], folder)
        if kind == "sheet":
            yield Block("sheet-list", {"sheets": [(f"{folder}/{name}", each, for_whom(each, project)) for name, each in listed.items()]})
        else:
            yield Block("entries", {"entries": [(f"{folder}/{name}", each.title, each.summary) for name, each in listed.items()], "level": 3})
