"""What each type of question demands, and the item-writing rules that a machine can see (knowledge base, 2.7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from generator.model.project import Project
from generator.model.quiz import Question
from generator.problems import Problem, problem

LONGER = 1.3
"""A correct choice may be at most this many times as long as the longest other one, or its length gives it away."""


def question_problems(project: Project) -> list[Problem]:
    """Q001 wrong number of choices, Q002 a choice without text, Q003 too few choices are marked correct, Q004 too many are, Q005 every
    choice is correct, Q006 true-false with other keys, Q007 the correct choice stands out by its length."""
    return [
        found
        for quiz in project.quizzes.values()
        for question in quiz.questions.values()
        for found in RULES[question.type](question)
    ]


def _number(question: Question, least: int, most: int) -> Iterator[Problem]:
    if not least <= len(question.choices) <= most:
        wanted = str(least) if least == most else f"{least} or {most}"
        yield problem(question.stem.where, "Q001", f"this question has {len(question.choices)} choices",
                      f"With `type: {question.type}` it needs {wanted}.")


def _texts(question: Question) -> Iterator[Problem]:
    for key, choice in question.choices.items():
        if choice.text is None:
            yield problem(choice.reason.where, "Q002", f"the choice `{key}` has no `text`", "Add `text:` and what the learner chooses.")


def _marked(question: Question) -> Iterator[Problem]:
    if not any(choice.correct for choice in question.choices.values()):
        yield problem(question.stem.where, "Q003", "no choice is marked correct", "Add `correct: true` to the right one.")


def _length(question: Question) -> Iterator[Problem]:
    lengths = {key: len(choice.text.value) for key, choice in question.choices.items() if choice.text}
    right = [key for key, choice in question.choices.items() if choice.correct and key in lengths]
    others = [length for key, length in lengths.items() if key not in right]
    for key in right:
        if others and lengths[key] > LONGER * max(others):
            yield problem(question.choices[key].text.where, "Q007", "the correct choice is much longer than the others, which gives it away",
                          f"Shorten it to {int(LONGER * max(others))} characters, or say more in another choice.")


def _single(question: Question) -> Iterator[Problem]:
    yield from _number(question, 3, 3)
    yield from _texts(question)
    yield from _marked(question)
    yield from _one(question)
    yield from _length(question)


def _one(question: Question) -> Iterator[Problem]:
    right = [choice for choice in question.choices.values() if choice.correct]
    if len(right) > 1:
        yield problem(right[1].reason.where, "Q004", f"{len(right)} choices are marked correct, and only one can be",
                      "Leave `correct: true` on one, or write `type: multiple`.")


def _multiple(question: Question) -> Iterator[Problem]:
    yield from _number(question, 4, 5)
    yield from _texts(question)
    yield from _marked(question)
    if sum(choice.correct for choice in question.choices.values()) == 1:
        yield problem(question.stem.where, "Q003", "only one choice is marked correct",
                      "Add `correct: true` to another one, or write `type: single`.")
    if all(choice.correct for choice in question.choices.values()):
        yield problem(question.stem.where, "Q005", "every choice is correct", "Add one that is not, with its reason.")


def _true_false(question: Question) -> Iterator[Problem]:
    if set(question.choices) != {"true", "false"}:
        yield problem(question.stem.where, "Q006", "a true-false question has the choices `true` and `false`, and no others",
                      "Call one choice `\"true\"` and the other `\"false\"`.")
    yield from _marked(question)
    yield from _one(question)


RULES: MappingProxyType[str, Callable[[Question], Iterator[Problem]]] = MappingProxyType(
    {"single": _single, "multiple": _multiple, "true-false": _true_false}
)
"""One entry per question type."""
