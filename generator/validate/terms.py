"""Consistent terms: no text uses a word that the glossary advises against."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.base import Document
from generator.model.course import Errata, Source
from generator.model.glossary import Glossary
from generator.model.project import Project
from generator.model.text import Quote, Text, place, texts_of
from generator.problems import Problem, problem

_HIDDEN = re.compile(r'\]\([^)\s]*\)|"[^"\n]*"|“[^”\n]*”')
"""What is no word of ours: the target of a link, and what stands in double quotes."""


def term_problems(project: Project) -> Iterator[Problem]:
    """W001 a text in the glossary's language uses a word of `avoid`. Not asked of official texts, titles of sources, what the errata print,
    and words in double quotes."""
    words = rivals(project.glossary)
    if not words:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_forms, sorted(words, key=len, reverse=True)))})(?![\w-])", re.IGNORECASE)
    for _, document in project.documents():
        for text in _own(document):
            if text.lang == project.glossary.language and pattern.search(text.value):
                yield from _found(text, pattern, words)


def rivals(glossary: Glossary) -> dict[str, str]:
    """Each word to avoid, in small letters, with the sentence that says what to write."""
    return {word.casefold(): said for entry in glossary.terms.values() for word, said in entry.avoid.items()}


def _forms(word: str) -> str:
    """A pattern for a word and its plural."""
    stem = re.escape(word.casefold()).replace(r"\ ", r"\s+")
    return f"{stem[:-1]}(?:y|ies)" if word.endswith("y") else f"{stem}(?:e?s)?"


def _own(document: Document) -> Iterator[Text]:
    """The texts of a document that are in our own words."""
    left_out: set[str] = set()
    if isinstance(document, Source):
        left_out = {document.title.id}
    elif isinstance(document, Errata):
        left_out = {entry.printed.id for entry in document.entries.values()}
    return (text for text in texts_of(document) if not isinstance(text, Quote) and text.id not in left_out)


def _found(text: Text, pattern: re.Pattern[str], words: dict[str, str]) -> Iterator[Problem]:
    shown = _HIDDEN.sub(lambda found: " " * len(found[0]), text.value)
    for hit in pattern.finditer(shown):
        said = " ".join(hit[0].split())
        yield problem(place(text, hit.start()), "W001", f"`{said}` is a word that the glossary advises against", words[_listed(said, words)])


def _listed(said: str, words: dict[str, str]) -> str:
    """The word of the list whose form was found."""
    word = said.casefold()
    return next(each for each in (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y") if each in words)
