"""What all questions share, and the rules that several types follow."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field

from generator.model.base import Noun
from generator.model.refs import Name, RefField
from generator.model.text import Text
from generator.problems import Problem, problem

LONGER = 1.3
"""A correct choice may be at most this many times as long as the longest other one, or its length gives it away."""


class Choice(Noun):
    """One answer to choose. Each has a reason of its own: explaining feedback is what teaches (Van der Kleij 2015)."""

    text: Text | None = None
    """What the choice says. Its lack is told as Q002, in words that help more than a missing key does."""
    correct: bool = False
    reason: Text


class BaseQuestion(Noun):
    """What every self-check question has. A type adds what the learner works with, and `problems`, its own rules."""

    type: str
    """The word that authors write; each type narrows it to its own."""
    objective: Name
    """`module/objective` that the question checks."""
    stem: Text
    difficulty: Annotated[int, Field(ge=1, le=3)] = 2
    """1 easy, 2 medium, 3 hard."""
    hint: Text | None = None
    """Where to look or what to ask oneself. Never gives the answer away."""
    see: tuple[RefField, ...] = ()
    """Where to read on."""
    bank: Literal["concept", "community", "declaration"] | None = None
    """The bank that it belongs to (knowledge base, 2.5, 2.6 and CO-22). Questions about cases need none."""
    covers: tuple[Name, ...] = ()
    errata: tuple[Name, ...] = ()

    def problems(self) -> Iterator[Problem]:
        """What breaks the rules of the type (knowledge base, 2.7), beyond its shape."""
        raise NotImplementedError


def helped(question: BaseQuestion) -> Iterator[Problem]:
    """Q008 no hint, Q009 nowhere to read on. Asked of every type, because a learner who is stuck needs a way on."""
    if question.hint is None:
        yield problem(question.stem.where, "Q008", "this question has no hint",
                      "Add `hint:` and where to look or what to ask oneself, without giving the answer away.")
    if not question.see:
        yield problem(question.stem.where, "Q009", "this question does not say where to read on",
                      "Add `see:` and a list of one or more references, for example `[case:clara#rights, article:25]`.")


def shuffled(keys: Sequence[str]) -> tuple[str, ...]:
    """The keys in an order that tells nothing: never the one they came in (where there are two or more), and made of the keys alone, so
    that it is the same in every language, in every build and on paper."""
    seed = "/".join(keys)
    made = tuple(sorted(keys, key=lambda key: hashlib.sha256(f"{seed}#{key}".encode()).digest()))
    return made if made != tuple(keys) else made[1:] + made[:1]


def counted(question: BaseQuestion, what: str, found: Collection[object], least: int, most: int) -> Iterator[Problem]:
    """Q001 fewer than `least` or more than `most`. `what` is the plural that authors read: `choices`, `pairs`."""
    if not least <= len(found) <= most:
        wanted = str(least) if least == most else f"{least} or {most}" if most == least + 1 else f"{least} to {most}"
        yield problem(question.stem.where, "Q001", f"this question has {len(found)} {what}", f"With `type: {question.type}` it needs {wanted}.")


def texts(choices: Mapping[str, Choice]) -> Iterator[Problem]:
    """Q002 a choice says nothing."""
    for key, choice in choices.items():
        if choice.text is None:
            yield problem(choice.reason.where, "Q002", f"the choice `{key}` has no `text`", "Add `text:` and what the learner chooses.")


def marked(question: BaseQuestion, choices: Mapping[str, Any]) -> Iterator[Problem]:
    """Q003 no choice is marked correct."""
    if not any(choice.correct for choice in choices.values()):
        first = next(iter(choices.values()), None)
        where = question.stem.where if choices is getattr(question, "choices", None) or first is None else first.reason.where
        yield problem(where, "Q003", "no choice is marked correct", "Add `correct: true` to the right one.")


def one(choices: Mapping[str, Any], otherwise: str = "") -> Iterator[Problem]:
    """Q004 several choices are marked correct where one can be. `otherwise` says what else an author may have meant."""
    right = [choice for choice in choices.values() if choice.correct]
    if len(right) > 1:
        yield problem(right[1].reason.where, "Q004", f"{len(right)} choices are marked correct, and only one can be",
                      f"Leave `correct: true` on one{otherwise}.")


def lengths(choices: Mapping[str, Choice]) -> Iterator[Problem]:
    """Q007 the correct choice stands out by its length."""
    said = [choice for choice in choices.values() if choice.text]
    others = [len(choice.text.value) for choice in said if not choice.correct]
    for choice in said:
        if choice.correct and others and len(choice.text.value) > LONGER * max(others):
            yield problem(choice.text.where, "Q007", "the correct choice is much longer than the others, which gives it away",
                          f"Shorten it to {int(LONGER * max(others))} characters, or say more in another choice.")
