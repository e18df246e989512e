"""The content that is measured: modules with a quiz each, as trees that have the shape of our YAML files, in any of the languages.

A tree has the same keys, links and right answers in every language, and the texts of one. Both builders are given the same trees.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.words import Said, Speaker

LANGUAGES = ("en", "es", "fr", "th", "my", "km")
"""The first is the one that the content is written in."""
SEED = "high road"
PARTS = ("the-place", "the-people", "the-question", "the-way")
CHOICES = {"single": ("first", "second", "third"), "multiple": ("first", "second", "third", "fourth"), "true-false": ("true", "false")}
TYPES = ("single", "multiple", "single", "true-false", "single")

Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Corpus:
    """`modules` modules in every language: `modules × len(LANGUAGES)` pages."""

    modules: int

    @classmethod
    def of_pages(cls, pages: int) -> Corpus:
        """The corpus with so many pages of modules in all languages together. Raises ValueError where that is no whole number of modules."""
        if pages <= 0 or pages % len(LANGUAGES):
            raise ValueError(f"{pages} pages cannot be shared among {len(LANGUAGES)} languages")
        return cls(pages // len(LANGUAGES))

    @property
    def pages(self) -> int:
        """Pages of modules, in all languages together."""
        return self.modules * len(LANGUAGES)

    def ids(self) -> list[str]:
        """The modules' ids, in order."""
        return [f"m-{number:03}" for number in range(1, self.modules + 1)]

    def course(self, tag: str) -> Tree:
        """`content/course.yaml`, all modules in one track."""
        say, first = Speaker.of(tag, f"{SEED}/course"), self.ids()[0]
        return {
            "title": say.line(2), "tagline": say.sentence(10), "intro": say.paragraph(40),
            "paths": {key: {"title": say.line(4), "text": say.sentence(12), "link": f"module:{first}"}
                      for key in ("manager", "neighbour", "trainer")},
            "limits": say.paragraph(40),
            "tracks": {"everybody": {"title": say.line(3), "summary": say.sentence(12), "modules": self.ids()}},
            "agenda": [], "cases": [],
        }

    def module(self, key: str, tag: str) -> Tree:
        """One module: about 600 words and four links to other modules."""
        say, shape = Speaker.of(tag, f"{SEED}/{key}"), random.Random(f"{SEED}/{key}/shape")
        links = shape.choices(self.ids(), k=len(PARTS))
        return {
            "title": say.line(4), "summary": say.sentence(14), "minutes": shape.randint(10, 40),
            "objectives": {"see": say.sentence(9), "act": say.sentence(9)},
            "opening": say.paragraph(60),
            "parts": {part: {"heading": say.line(4), "text": _linked(say, to)} for part, to in zip(PARTS, links, strict=True)},
            "takeaway": say.paragraph(60),
            "questions": [f"{key}/q-{number}" for number in range(1, len(TYPES) + 1)],
        }

    def quiz(self, key: str, tag: str) -> Tree:
        """The five questions of a module: three with one right choice, one with two, one true or false."""
        say, shape = Speaker.of(tag, f"{SEED}/{key}/quiz"), random.Random(f"{SEED}/{key}/quiz/shape")
        return {
            "title": say.line(4), "about": f"module:{key}",
            "questions": {f"q-{number}": self._question(key, kind, say, shape) for number, kind in enumerate(TYPES, 1)},
        }

    def _question(self, key: str, kind: str, say: Speaker, shape: random.Random) -> Tree:
        right = shape.sample(CHOICES[kind], k=2 if kind == "multiple" else 1)
        made: Tree = {"type": kind, "objective": f"{key}/{shape.choice(('see', 'act'))}", "stem": say.sentence(14), "choices": {}}
        for name in CHOICES[kind]:  # a right choice is shorter, because the generator refuses one that stands out by its length
            text = {} if kind == "true-false" else {"text": say.sentence(7 if name in right else 10)}
            made["choices"][name] = text | ({"correct": True} if name in right else {}) | {"reason": say.sentence(16)}
        if kind == "true-false":
            made["because"] = {name: {"text": say.sentence(7 if name == "a" else 10), "reason": say.sentence(16)} for name in "abc"}
            made["because"]["a"]["correct"] = True
        made["hint"] = say.sentence(8)
        made["see"] = [f"module:{shape.choice(self.ids())}"]
        return made


def _linked(say: Speaker, to: str) -> Said:
    """Two paragraphs, the second of which ends with a link to a module."""
    return Said(f"{say.paragraph(55)}\n\n{say.paragraph(50)} [{say.line(5)}](module:{to})")


def texts(tree: Any, address: str) -> Iterator[tuple[str, Said]]:
    """Every text of a tree with its address (`modules/m-001/parts/the-place/text`)."""
    if isinstance(tree, Said):
        yield address, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from texts(value, f"{address}/{key}")
