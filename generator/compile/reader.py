"""What only the light face has: lessons that stand alone, and the page that one opens first."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence

from generator.compile.course_pages import booklet_outline
from generator.compile.page import Block, Page
from generator.model.project import Project
from generator.model.settings import Edition

LESSONS = ("module", "case")
"""Kinds of pages that one learns from, one sitting each."""


def lessons_of(pages: Sequence[Page], project: Project, only: Collection[str] = ()) -> list[Page]:
    """The pages that stand alone: modules and cases in reading order, then the Declaration with our plain words. `only` are ids; empty for all."""
    found = [page for page in pages if page.kind in LESSONS and (not only or page.path.rpartition("/")[2] in only)]
    rights = [dataclasses.replace(page, outline=tuple(booklet_outline(project))) for page in pages if page.path == "rights/index" and not only]
    return [*found, *rights]


def file_name(page: Page, number: int, edition: Edition) -> str:
    """The file of a lesson: `module-the-promise`, or in a quiet edition `lesson-03` (DNH-06)."""
    if edition.quiet:
        return f"lesson-{number:02}"
    folder, _, key = page.path.rpartition("/")
    return f"{page.kind}-{key}" if page.kind in LESSONS else folder


def start_page(project: Project, edition: Edition, lessons: Sequence[Page], sizes: Mapping[str, int]) -> Page:
    """The page that one opens first: the lessons, with their sizes in bytes where they are files of their own, and what this is not."""
    words, course = project.ui, project.course
    minutes = {f"modules/{key}": module.minutes for key, module in project.modules.items()}
    return Page("index", words["quiet-site"] if edition.quiet else course.title, "home", (
        Block("lessons", {"lessons": lessons, "minutes": minutes, "sizes": sizes}),
        Block("limits", {"text": course.limits}),
    ), course.tagline)
