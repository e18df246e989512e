"""Modules, pages of the agenda, articles of the Declaration, and the pages that list them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.marks import mark
from generator.compile.page import Block, Heading
from generator.compile.parts import how_we_know, own_heading, passages, used, with_review
from generator.compile.review import looking_back
from generator.compile.workshop_pages import Stretch, follow_up, module_notes, unit_plan, unit_times
from generator.model.course import Module, Page, Part, Right, Track
from generator.model.project import Project
from generator.model.settings import Edition
from generator.model.text import Text


def module_outline(name: str, module: Module, project: Project, edition: Edition, track: Track) -> Iterator[Heading | Block]:
    """A module: what you will be able to do, questions from before, the way through, what to remember, questions, notes for trainers."""
    words = project.ui
    titles = {key: part.heading or own_heading(part.use, project) for key, part in module.parts.items()}
    times = unit_times(module, titles)
    yield Block("objectives", {"module": module, "track": track, "express": name in track.express,
                               "notes": edition.trainer_notes and module.guide is not None})
    yield from looking_back(name, project)
    yield Block("prose", {"text": module.opening, "role": "opening", "anchor": ""})
    yield from unit_plan(module, times, project)
    for key, part in module.parts.items():
        yield from _part(key, part, titles[key], times.get(key), project)
    yield Heading(words["takeaway"], "takeaway")
    yield Block("prose", {"text": module.takeaway, "role": "takeaway", "anchor": ""})
    if times:
        yield from follow_up(module.follow_up, project)
    yield Heading(words["quiz"], "quiz")
    yield Block("quiz-note", {})
    yield from with_review(module.questions, project)
    if edition.storage == "choice":
        yield Block("done", {"mark": mark(name), "names": checked(module, project)})
    if name in track.express[:-1]:
        onward = track.express[track.express.index(name) + 1]
        yield Block("express", {"name": onward, "title": project.modules[onward].title})
    yield from module_notes(module, project, edition)


def _part(key: str, part: Part, title: Text | None, time: Stretch | None, project: Project) -> Iterator[Heading | Block]:
    """One step through a module: its picture, its words, what it uses, and the script for a voice."""
    anchor = key
    if title:
        yield Heading(title, key)
        anchor = ""
    if time:
        yield Block("timing", {"row": time})
    if part.scene:
        yield Block("picture-slot", {"scene": part.scene, "anchor": anchor})
        anchor = ""
    if part.text:
        yield Block("prose", {"text": part.text, "role": "lead-in", "anchor": anchor})
    if part.use:
        yield from used(part.use, project, f"{key}-", heading=bool(part.heading))
    if part.aloud:
        yield Block("aloud", {"script": part.aloud})


def checked(module: Module, project: Project) -> list[str]:
    """The questions of a module that have an answer to check, which is all but reflections."""
    return [name for name in module.questions if (question := project.question(name)) and question.type != "reflection"]


def agenda_outline(page: Page, project: Project) -> Iterator[Heading | Block]:
    """A page of the frame: its sections, then how we know."""
    for key, section in page.sections.items():
        if section.heading:
            yield Heading(section.heading, key)
        yield from passages({key: section}, page.facts, prefix="text-" if section.heading else "", heading=False)
    if page.facts:
        yield Heading(project.ui["case-facts"], "facts")
        yield how_we_know(page.sections, page.facts, "text-")


def right_outline(right: Right, project: Project) -> Iterator[Heading | Block]:
    """An article: the official text like an inscription, ours below and apart, and the cases in which it lives."""
    words = project.ui
    yield Block("declaration", {"right": right, "compact": False, "prefix": ""})
    for part in ("gloss", "situation", "does_not_say", "later"):
        anchor = part.replace("_", "-")
        yield Heading(words[f"right-{anchor}"], anchor)
        yield Block("prose", {"text": getattr(right, part), "role": anchor, "anchor": ""})
    engaged = [
        (key, case, entry)
        for key, case in project.cases.items()
        for entry in case.rights.values()
        if right.number in {article.number for article in entry.articles}
    ]
    if engaged and right.number:
        yield Heading(words["right-cases"], "cases")
        yield Block("engaged", {"engaged": engaged, "number": right.number})


def record_outline(project: Project) -> Iterator[Block]:
    """The record of learning: a paper on which a learner says what was studied (T5)."""
    yield Block("record", {"modules": tuple(
        {"mark": mark(name), "module": project.modules[name]}
        for track in project.course.tracks.values() if track.record for name in track.modules)})


def rights_outline(project: Project) -> Iterator[Heading | Block]:
    """All of the Declaration on one page."""
    yield Block("tongues", {})
    for key, right in project.rights.items():
        yield Block("declaration", {"right": right, "compact": True, "prefix": f"{key}-"})


def booklet_outline(project: Project) -> Iterator[Heading | Block]:
    """All of the Declaration with our plain words under each article, to be read without the other pages."""
    for key, right in project.rights.items():
        yield Block("declaration", {"right": right, "compact": True, "prefix": f"{key}-"})
        yield Block("prose", {"text": right.gloss, "role": "gloss", "anchor": ""})
