"""How far the translation of a language is, and what to do next: a page for trainers and translators."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from generator.compile.page import Block, Page
from generator.model.catalog import STANDINGS, Catalog, Standing, standing
from generator.model.project import Project
from generator.model.refs import Ref
from generator.model.text import Quote, Text, texts_of
from generator.model.walk import links_of, nouns_of

Why = Literal["changed", "missing", "older", "review"]
ORDER: tuple[Why, ...] = ("changed", "older", "missing", "review")
"""What to do first, after all that keeps people safe: what says something else today, what readers are shown outdated, then what is not there."""
SHOWN = 30
"""How many documents the page lists."""
_WHY: Mapping[Standing, Why] = {"changed": "changed", "missing": "missing", "older": "older", "proposed": "older", "draft": "review"}
_FOLDERS = {"case": "cases", "page": "agenda", "module": "modules", "quiz": "quizzes", "tool": "tools", "worksheet": "worksheets",
            "activity": "activities", "session": "sessions"}
_EVERYWHERE = ("ui", "course")
"""Documents that every page uses."""


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """Something to do in one document."""

    why: Why
    document: str
    """Its address, which is also the name of its PO file."""
    count: int
    """How many texts."""
    safe: bool = False
    """Whether it keeps people safe."""
    title: Text | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Progress:
    """How far one language is."""

    counts: Mapping[Standing, int]
    total: int
    steps: tuple[Step, ...]
    more: int = 0
    """How many documents are not listed."""


def progress(project: Project, catalog: Catalog) -> Progress:
    """What of a project, as its authors wrote it, is translated, and the documents with something to do: the most urgent and most used first."""
    firm, safety, used = project.firm(), project.safety(), _uses(project)
    counts: Counter[Standing] = Counter()
    todo: Counter[tuple[Why, str]] = Counter()
    for address, document in project.documents():
        for text in texts_of(document):
            if isinstance(text, Quote) or text.lang == catalog.tag:
                continue
            state = standing(text, catalog.entries.get(text.id), text.id in firm)
            counts[state] += 1
            if why := _WHY.get(state):
                todo[why, address] += 1
    ranks = sorted(todo, key=lambda each: (each[1] not in safety, ORDER.index(each[0]), -used[each[1]], each[1]))
    steps = tuple(Step(why, address, todo[why, address], address in safety) for why, address in ranks)
    return Progress({state: counts[state] for state in STANDINGS}, counts.total(), steps[:SHOWN], len(steps[SHOWN:]))


def _uses(project: Project) -> Counter[str]:
    """How often other documents show or name each document."""
    found: Counter[str] = Counter(dict.fromkeys(_EVERYWHERE, 1_000_000))
    for _, document in project.documents():
        for noun in nouns_of(document):
            for name in type(noun).model_fields:
                found.update(_named(name, getattr(noun, name)))
        found.update(f"{_FOLDERS[ref.kind]}/{ref.id}" for text in texts_of(document) for _, ref in links_of(text) if ref and ref.kind in _FOLDERS)
    return found


def _named(field: str, value: object) -> Iterator[str]:
    """The documents that a field of a noun names."""
    for each in value if type(value) is tuple else (value,):
        if isinstance(each, Ref) and each.kind in _FOLDERS:
            yield f"{_FOLDERS[each.kind]}/{each.id}"
        elif isinstance(each, str) and field in ("questions", "source", "picture", "modules"):
            folder = {"questions": "quizzes", "source": "sources", "picture": "pictures", "modules": "modules"}[field]
            yield f"{folder}/{each.partition('/')[0]}"


def translation_page(project: Project, made: Progress) -> Page:
    """The page, in the language of `project`, which is localised."""
    titles = {address: getattr(document, "title", None) for address, document in project.documents()}
    steps = tuple(dataclasses.replace(step, title=titles.get(step.document)) for step in made.steps)
    return Page("translation", project.ui["translation"], "list", (Block("translation", {"progress": dataclasses.replace(made, steps=steps)}),),
                project.ui["translation-summary"])
