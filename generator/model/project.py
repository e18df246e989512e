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
from generator.model.terms import Terms
from generator.model.text import texts_of

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
    terms: Mapping[str, Terms]
    """The words chosen for terms, by language tag."""

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Every translatable document with its id, the first part of its texts' addresses."""
        yield "course", self.course
        yield "ui", self.ui
        yield "errata", self.errata
        yield "glossary", self.glossary
        for folder, field in COLLECTIONS.items():
            for key, noun in getattr(self, field).items():
                yield f"{folder}/{key}", noun

    def safety(self) -> frozenset[str]:
        """Addresses of the documents that keep people safe: those that say so, and the one that the course names."""
        named = self.course.safety
        first = {f"{'agenda' if named.kind == 'page' else 'modules'}/{named.id}"} if named else set()
        return frozenset(first | {address for address, document in self.documents() if document.safety is True})

    def firm(self) -> frozenset[str]:
        """Addresses of the texts whose older translations would mislead: of safety, and those whose meaning has changed."""
        found: set[str] = set()
        safety = self.safety()
        for address, document in self.documents():
            if address in safety:
                found.update(text.id for text in texts_of(document))
            elif document.meaning_changed:
                named = tuple(f"{address}/{each}" for each in document.meaning_changed)
                found.update(text.id for text in texts_of(document) if text.id in named or text.id.startswith(tuple(f"{each}/" for each in named)))
        return frozenset(found)

    def question(self, name: str) -> Question | None:
        """The question called `quiz/question`, or None."""
        quiz, _, key = name.partition("/")
        return self.quizzes[quiz].questions.get(key) if quiz in self.quizzes else None
