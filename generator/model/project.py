"""Everything that the sources hold, as frozen nouns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.base import Document
from generator.model.case import Case
from generator.model.course import Course, Errata, Module, Page, Right, Source
from generator.model.glossary import Glossary
from generator.model.guide import Activity, Session
from generator.model.picture import Picture
from generator.model.questions import Question
from generator.model.quiz import Quiz
from generator.model.safeguards import Safeguards
from generator.model.settings import Edition, Interface, Language, Waivers, Writing
from generator.model.sheet import Sheet

COLLECTIONS = {"cases": "cases", "quizzes": "quizzes", "agenda": "pages", "rights": "rights", "modules": "modules", "pictures": "pictures",
               "tools": "tools", "worksheets": "worksheets", "activities": "activities", "sessions": "sessions", "sources": "sources"}
"""Collections of translatable documents, by the name that their addresses begin with, and the field of `Project` that holds each."""


class Item(NamedTuple):
    """One item of knowledge in the source paper that must not get lost (`content/inventory.csv`)."""

    section: str
    kind: str
    content: str


@dataclass(frozen=True, slots=True)
class Project:
    """One project. Collections are keyed by id, in the order of file names unless the course orders them."""

    course: Course
    ui: Interface
    cases: Mapping[str, Case]
    quizzes: Mapping[str, Quiz]
    pages: Mapping[str, Page]
    rights: Mapping[str, Right]
    modules: Mapping[str, Module]
    pictures: Mapping[str, Picture]
    tools: Mapping[str, Sheet]
    worksheets: Mapping[str, Sheet]
    activities: Mapping[str, Activity]
    sessions: Mapping[str, Session]
    sources: Mapping[str, Source]
    errata: Errata
    glossary: Glossary
    waivers: Waivers
    writing: Writing
    safeguards: Safeguards
    languages: Mapping[str, Language]
    editions: Mapping[str, Edition]
    inventory: Mapping[str, Item]

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Every translatable document with its id, the first part of its texts' addresses."""
        yield "course", self.course
        yield "ui", self.ui
        yield "errata", self.errata
        yield "glossary", self.glossary
        for folder, field in COLLECTIONS.items():
            for key, noun in getattr(self, field).items():
                yield f"{folder}/{key}", noun

    def question(self, name: str) -> Question | None:
        """The question called `quiz/question`, or None."""
        quiz, _, key = name.partition("/")
        return self.quizzes[quiz].questions.get(key) if quiz in self.quizzes else None
