"""All pages of an edition in one language, each with its own part of the course around it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.compile.addresses import CARDS
from generator.compile.cards import card_names, cards_page
from generator.compile.case_page import case_outline
from generator.compile.checks import ROLES, check_name, check_outline
from generator.compile.course_pages import agenda_outline, module_outline, record_outline, right_outline, rights_outline
from generator.compile.elsewhere import foreign
from generator.compile.glossary import glossary_page
from generator.compile.marks import mark
from generator.compile.page import Block, Entry, Heading, Page, Section
from generator.compile.review import review_outline
from generator.compile.toolbox import toolbox_pages, toolbox_section
from generator.compile.translation_page import Progress, translation_page
from generator.model.course import Track
from generator.model.project import Project
from generator.model.settings import Edition
from generator.model.text import Text


def compile_site(project: Project, edition: Edition, made: Progress | None = None) -> list[Page]:
    """Every page of the edition, in reading order. `project` is localised already; `made` says how far its translation is."""
    project = _of_edition(project, edition)
    sections = _sections(project)
    pages = [*_front(project, sections, edition), *_modules(project, sections["course"], edition),
             *_beside(project, sections["course"], edition), *_cases(project, sections["cases"], edition)]
    pages += _listed(sections["agenda"], (
        ("agenda", page.title, page.summary, agenda_outline(page, project))
        for page in (project.pages[name] for name in project.course.agenda)))
    pages += _listed(sections["rights"], (
        ("right", right.title, None, right_outline(right, project)) for right in project.rights.values()))
    pages += cards_page(project, sections["rights"])
    pages += toolbox_pages(project, sections["toolbox"], edition)
    pages += _back(project)
    if edition.trainer_notes and made:
        pages.append(translation_page(project, made))
    return [*pages, _all_pages(project, sections, pages)]


def _of_edition(project: Project, edition: Edition) -> Project:
    """The project with the tracks of the edition only, and of the ways in only those that lead somewhere."""
    tracks = {name: track for name, track in project.course.tracks.items() if name in (edition.tracks or project.course.tracks)}
    modules = {name for track in tracks.values() for name in track.modules}
    paths = {key: path for key, path in project.course.paths.items() if path.link.kind != "module" or path.link.id in modules}
    agenda = tuple(name for name in project.course.agenda if _suits(project.pages[name].tracks, tracks))
    course = project.course.model_copy(update={"tracks": tracks, "paths": paths, "agenda": agenda})
    return dataclasses.replace(project, course=course)


def _suits(meant: Collection[str], tracks: Collection[str]) -> bool:
    """Whether something that is meant for some tracks, or for all where none is named, belongs beside these."""
    return not meant or not set(meant).isdisjoint(tracks)


def _sections(project: Project) -> dict[str, Section]:
    words, course = project.ui, project.course
    return {
        "course": Section("course", words["course"], "course", tuple(
            entry for track in course.tracks.values() for entry in _entries(track, project))),
        "cases": Section("cases", words["cases"], "cases/index", tuple(
            Entry(f"cases/{name}", project.cases[name].title) for name in course.cases)),
        "agenda": Section("agenda", words["agenda"], "agenda/index", tuple(
            Entry(f"agenda/{name}", project.pages[name].title) for name in course.agenda)),
        "rights": Section("rights", words["rights"], "rights/index", tuple(
            Entry(f"rights/{name}", right.title, right.number) for name, right in project.rights.items())),
        "toolbox": toolbox_section(project),
    }


def _entries(track: Track, project: Project) -> tuple[Entry, ...]:
    modules = [(name, project.modules[name]) for name in track.modules]
    return tuple(Entry(f"modules/{name}", module.title, number, module.minutes) for number, (name, module) in enumerate(modules, 1))


def _front(project: Project, sections: dict[str, Section], edition: Edition) -> Iterator[Page]:
    course, words = project.course, project.ui
    yield Page("index", words["quiet-site"] if edition.quiet else course.title, "home", (
        Block("doors", {"course": course}),
        *_already(project),
        Block("tiles", {"cases": {name: project.cases[name] for name in course.cases}}),
        Block("limits", {"text": course.limits}),
    ), course.tagline)
    yield Page("course", words["course"], "course", tuple(_course(project, sections["course"], edition)), words["course-summary"],
               sections["course"], next=sections["course"].entries[0])
    yield Page("cases/index", words["cases"], "list", (
        Block("tiles", {"cases": {name: project.cases[name] for name in course.cases}}),), words["cases-summary"], sections["cases"])
    listed = sorted(course.agenda, key=lambda name: foreign(project.pages[name].title))
    yield Page("agenda/index", words["agenda"], "list", (
        Block("entries", {"entries": [(f"agenda/{name}", project.pages[name].title, project.pages[name].summary) for name in listed], "level": 2}),
    ), words["agenda-summary"], sections["agenda"])
    cards = (Block("signpost", {"pages": [_cards(project)]}),) if card_names(project) else ()
    yield Page("rights/index", words["rights"], "list", (*cards, *rights_outline(project)), words["rights-summary"], sections["rights"])


def _already(project: Project, *more: tuple[str, Text, Text]) -> Iterator[Block]:
    """Where a way in leads to pages in another language: the steps and the articles that are there in the reader's own, and `more`."""
    course, words = project.course, project.ui
    safe = course.safety.id if course.safety else ""
    ways = [project.modules[path.link.id].title for path in course.paths.values() if path.link.kind == "module"]
    own = [(f"agenda/{name}", page.title, page.summary) for name in course.agenda
           if name != safe and not foreign((page := project.pages[name]).title)]
    if not any(foreign(right.title) for right in project.rights.values()):
        own.append(("rights/index", words["rights"], words["rights-summary"]))
    if own and any(map(foreign, ways)):
        yield Block("signpost", {"pages": [*own, *more], "heading": "already"})


def _course(project: Project, section: Section, edition: Edition) -> Iterator[Block]:
    """The tracks, and the pages beside them: the check before in front, the others behind."""
    yield from _already(project, ("cases/index", project.ui["cases"], project.ui["cases-summary"]))
    pages = [(page.path, page.title, page.summary) for page in _beside(project, section, edition)]
    first = [page for page in pages if page[0] == "check/before"]
    if first:
        yield Block("signpost", {"pages": first})
    for track in sorted(project.course.tracks.values(), key=lambda track: foreign(project.modules[track.modules[0]].title)):
        modules = {name: project.modules[name] for name in track.modules}
        yield Block("track", {"track": track, "modules": modules, "marks": {name: mark(name) for name in modules},
                              "total": sum(module.minutes for module in modules.values()),
                              "express": sum(modules[name].minutes for name in track.express if name in modules)})
    yield Block("signpost", {"pages": [*(page for page in pages if page not in first), *([_cards(project)] if card_names(project) else [])]})


def _cards(project: Project) -> tuple[str, Text, Text]:
    """The page of cards in a list of pages."""
    return CARDS, project.ui["cards"], project.ui["cards-summary"]


def _beside(project: Project, section: Section, edition: Edition) -> Iterator[Page]:
    """The pages of the course that are not modules: the checks, the page to come back with, the record of learning."""
    words, above = project.ui, Entry(section.path, section.title)
    for role in (role for role in ROLES if check_name(project, role)):
        yield Page(f"check/{role}", words[f"check-{role}"], "check", tuple(check_outline(role, project)), words[f"check-{role}-summary"],
                   section, above=above, next=section.entries[1] if role == "before" and len(section.entries) > 1 else None)
    yield Page("review", words["review"], "list", tuple(review_outline(project)), words["review-summary"], section, above=above)
    if not edition.quiet and any(track.record for track in project.course.tracks.values()):
        yield Page("record", words["record"], "list", tuple(record_outline(project)), words["record-summary"], section, above=above)


def _modules(project: Project, section: Section, edition: Edition) -> Iterator[Page]:
    """The modules, track by track; one that stands in two tracks belongs to the first."""
    seen: set[str] = set()
    for track in project.course.tracks.values():
        chain = dataclasses.replace(section, entries=tuple(entry for entry in _entries(track, project) if entry.path not in seen))
        seen |= {entry.path for entry in chain.entries}
        modules = [(name, project.modules[name]) for name in (entry.path.partition("/")[2] for entry in chain.entries)]
        pages = _listed(chain, (("module", module.title, module.summary, module_outline(name, module, project, edition, track))
                                for name, module in modules))
        for number, page in enumerate(pages, 1):
            after = page.next or (_closing(project) if track.record else None)
            yield dataclasses.replace(page, position=(number, len(modules)), next=after)


def _closing(project: Project) -> Entry | None:
    """Where a track leads on that ends with a record: to the check after the course."""
    return Entry("check/after", project.ui["check-after"]) if check_name(project, "after") else None


def _cases(project: Project, section: Section, edition: Edition) -> Iterator[Page]:
    yield from _listed(section, (
        ("case", case.title, case.summary, case_outline(key, case, project, edition))
        for key, case in ((name, project.cases[name]) for name in project.course.cases)))


def _listed(section: Section, made: Iterable[tuple[str, Text, Text | None, Iterable[Heading | Block]]]) -> Iterator[Page]:
    above = Entry(section.path, section.title)
    for number, (kind, title, summary, outline) in enumerate(made):
        before = section.entries[number - 1] if number else None
        after = section.entries[number + 1] if number + 1 < len(section.entries) else None
        yield Page(section.entries[number].path, title, kind, tuple(outline), summary, section, before, after, above)


def _all_pages(project: Project, sections: dict[str, Section], pages: Sequence[Page]) -> Page:
    """The list of every page, part by part: the way to any page without script. The page itself closes it."""
    words = project.ui
    numbers = {entry.path: entry.number for section in sections.values() for entry in section.entries}
    groups: dict[str, list[Entry]] = {"": [], **{key: [] for key in sections}}
    for page in pages:
        groups[page.section.key if page.section else ""].append(Entry(page.path, page.title, numbers.get(page.path, 0)))
    groups[""].append(Entry("pages", words["all-pages"]))
    listed = [(sections[key].title if key else groups[""][0].title, entries) for key, entries in groups.items()]
    return Page("pages", words["all-pages"], "list", (Block("all-pages", {"groups": listed}),), words["all-pages-summary"])


def _back(project: Project) -> Iterator[Page]:
    words = project.ui
    yield Page("sources", words["sources"], "list", (Block("sources", {"sources": project.sources}),), words["sources-summary"])
    yield Page("errata", words["errata"], "list", (Block("errata", {"errata": project.errata}),), words["errata-summary"])
    yield glossary_page(project)
