"""The toolbox: tools and worksheets to print, activities, plans of sessions, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.page import Block, Entry, Heading, Page, Section
from generator.compile.sheet_page import sheet_outline
from generator.compile.workshop_pages import activity_outline, session_outline
from generator.model.project import Project
from generator.model.settings import Edition

GROUPS = {"tools": "tool", "worksheets": "sheet", "activities": "activity", "sessions": "session"}
"""Collections of the toolbox, in the order in which it shows them, and the kind of their pages."""


def toolbox_section(project: Project) -> Section:
    """The part of the site that holds them all."""
    return Section("toolbox", project.ui["toolbox"], "toolbox/index", tuple(
        Entry(f"{folder}/{name}", each.title) for folder in GROUPS for name, each in getattr(project, folder).items()))


def toolbox_pages(project: Project, section: Section, edition: Edition) -> Iterator[Page]:
    """The page that lists them, then each."""
    if not section.entries:
        return
    words, above = project.ui, Entry(section.path, section.title)
    yield Page("toolbox/index", section.title, "list", tuple(_list(project)), words["toolbox-summary"], section)
    outlines = {"tool": sheet_outline, "sheet": sheet_outline, "activity": activity_outline, "session": session_outline}
    for folder, kind in GROUPS.items():
        members = list(getattr(project, folder).items())
        entries = [Entry(f"{folder}/{name}", each.title) for name, each in members]
        for number, (_, each) in enumerate(members):
            yield Page(entries[number].path, each.title, kind, tuple(outlines[kind](each, project, edition)), each.summary, section,
                       entries[number - 1] if number else None, entries[number + 1] if number + 1 < len(entries) else None, above)


def _list(project: Project) -> Iterator[Heading | Block]:
    for folder in GROUPS:
        members = getattr(project, folder)
        if members:
            yield Heading(project.ui[folder], folder)
            yield Block("entries", {"entries": [(f"{folder}/{name}", each.title, each.summary) for name, each in members.items()], "level": 3})
