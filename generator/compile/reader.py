"""What only the light face has: lessons that stand alone, and the page that one opens first."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.compile.addresses import CARDS
from generator.compile.course_pages import booklet_outline
from generator.compile.elsewhere import foreign
from generator.compile.page import Block, Heading, Page
from generator.model.project import Project
from generator.model.settings import Edition

LESSONS = ("module", "case")
"""Kinds of pages that one learns from, one sitting each."""


def lessons_of(pages: Sequence[Page], project: Project, edition: Edition, only: Collection[str] = (), divided: Collection[str] = ()) -> list[Page]:
    """The pages that stand alone: modules and cases in reading order, then the Declaration with our plain words, and its cards. `only` are ids;
    empty for all. `divided` are paths of lessons that are too large in one piece.

    Where whoever is seen with one may be harmed, each ends with how to stay safe: it may be the only file that somebody gets.
    """
    chosen = [page for page in pages if page.kind in LESSONS and (not only or page.path.rpartition("/")[2] in only)]
    found = [part for page in chosen for part in (_parts(page, project, divided) if page.kind == "case" or page.path in divided else (page,))]
    rights = [dataclasses.replace(page, outline=tuple(booklet_outline(project))) for page in pages if page.path == "rights/index" and not only]
    ends = _safety(project, edition)
    cards = [part for page in pages if page.path == CARDS and not only for part in (_halves(page, project) if CARDS in divided else (page,))]
    return [dataclasses.replace(page, outline=(*_alone(page), *_sources(page, project), *ends)) for page in (*found, *rights, *cards)]


def _parts(page: Page, project: Project, divided: Collection[str]) -> Iterator[Page]:
    """A lesson in two, its text and its questions. Cases always: one may want the story only. Many questions are divided once more."""
    quiz = next((number for number, item in enumerate(page.outline) if isinstance(item, Heading) and item.anchor == "quiz"), len(page.outline))
    facts = next((number for number, item in enumerate(page.outline) if isinstance(item, Heading) and item.anchor == "facts"), len(page.outline))
    yield dataclasses.replace(page, outline=(*page.outline[:quiz], *page.outline[facts:]))
    if quiz < facts:
        asked = dataclasses.replace(page, path=f"{page.path}-questions", title=project.ui["quiz"], summary=page.title,
                                    outline=page.outline[quiz + 1 : facts])
        yield from _halves(asked, project) if asked.path in divided else (asked,)


def _halves(page: Page, project: Project) -> Iterator[Page]:
    """A lesson of questions in two. What stands around the questions stands in both."""
    places = [number for number, item in enumerate(page.outline) if isinstance(item, Block) and item.component.startswith("question-")]
    first, middle, end = places[0], places[len(places) // 2], places[-1] + 1
    before, after = page.outline[:first], page.outline[end:]
    yield dataclasses.replace(page, outline=(*before, *page.outline[first:middle], *after))
    yield dataclasses.replace(page, path=f"{page.path}-2", title=project.ui["quiz-more"], outline=(*before, *page.outline[middle:end], *after))


def _safety(project: Project, edition: Edition) -> tuple[Block, ...]:
    """How to stay safe, at the end of a page, where whoever is seen with it may be harmed."""
    safety = project.course.safety
    return (Block("safety", {"safety": project.pages[safety.id]}),) if edition.quiet and safety and safety.kind == "page" else ()


def _alone(page: Page) -> Iterator[Heading | Block]:
    """The page without what leads to other modules, which may not be at hand, and without what only a memory makes useful."""
    yield from (item for item in page.outline if not (isinstance(item, Block) and item.component in ("again", "done", "express")))


def _sources(page: Page, project: Project) -> Iterator[Heading | Block]:
    """The sources of the facts that stand on the page, each once: beside the facts stand their numbers only."""
    facts = [fact for block in page.outline if isinstance(block, Block) for fact in block.data.get("facts", {}).values()]
    named = {fact.source for fact in facts}
    if named:
        yield Heading(project.ui["sources"], "sources")
        yield Block("sources", {"sources": {key: source for key, source in project.sources.items() if key in named}})


def file_name(page: Page, number: int, edition: Edition) -> str:
    """The file of a lesson: `module-the-promise`, or in a quiet edition `lesson-03` (DNH-06)."""
    if edition.quiet:
        return f"lesson-{number:02}"
    if page.path.startswith(CARDS):
        return page.path.replace("/", "-")
    folder, _, key = page.path.rpartition("/")
    return f"{page.kind}-{key}" if page.kind in LESSONS else folder


def start_page(project: Project, edition: Edition, lessons: Sequence[Page], sizes: Mapping[str, int]) -> Page:
    """The page that one opens first: the lessons, with their sizes in bytes where they are files of their own, and what this is not."""
    words, course = project.ui, project.course
    minutes = {f"modules/{key}": module.minutes for key, module in project.modules.items()}
    ordered = sorted(lessons, key=lambda page: foreign(page.title))
    listed, limits = Block("lessons", {"lessons": ordered, "minutes": minutes, "sizes": sizes}), Block("limits", {"text": course.limits})
    if edition.quiet:  # whoever may be harmed should know what this is, and what it cannot do, before anything else
        first = Block("prose", {"text": words["quiet-lead"], "role": "opening", "anchor": ""})
        return Page("index", words["quiet-site"], "home", (first, limits, listed, *(_safety(project, edition) if sizes else ())), None)
    return Page("index", course.title, "home", (listed, limits), course.tagline)
