"""The rules of item writing that need more than one question, or a list of words (knowledge base, 2.7)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.model.project import Project
from generator.model.questions import Question
from generator.model.questions.single import Single
from generator.model.quiz import Quiz
from generator.model.sentences import words
from generator.model.settings import Writing
from generator.model.text import Text, texts_of
from generator.problems import Problem, problem

FEW = 6
"""From so many single questions in a file on, the position of the right choice is looked at."""
SHARE = 0.6
"""At most this part of a file's right choices may stand in the same position."""
BARE = 4
"""A reason of fewer words explains nothing."""
_PLACES = ("first", "second", "third")
_EXPLAINING = ("reason", "hint", "solution", "consequence")
"""The last part of the addresses of what is shown after an answer, or beside it."""
_LITTLE = ("a", "al", "and", "da", "de", "del", "der", "di", "la", "of", "the", "van", "von", "y")
"""Small words inside names."""


def item_problems(project: Project) -> Iterator[Problem]:
    """Q018 the right choice stands mostly in one place of a file, Q019 a choice that stands for the others, Q020 all choices are bare numbers,
    dates or names, Q021 a brand or a person is named, Q022 a reason that gives none."""
    places = {text.value.casefold() for case in project.cases.values() for text in (case.place.name, case.place.region) if text}
    for quiz in project.quizzes.values():
        yield from _balance(quiz)
        for question in quiz.questions.values():
            yield from _catch_all(question, project.writing)
            yield from _bare_choices(question, places)
            yield from _names(question, project.writing)
            yield from _bare_reasons(question)


def _balance(quiz: Quiz) -> Iterator[Problem]:
    singles = [question for question in quiz.questions.values() if isinstance(question, Single)]
    keys = Counter(number for question in singles for number, choice in enumerate(question.choices.values()) if choice.correct)
    if len(singles) < FEW or not keys:
        return
    number, count = keys.most_common(1)[0]
    if count > SHARE * len(singles) and number < len(_PLACES):
        yield problem(quiz.title.where, "Q018", f"in {count} of {len(singles)} single questions of this file the {_PLACES[number]} choice is the right one",
                      "Move the right choice to another place in some of them, so that nobody can learn its place.")


def _choices(question: Question) -> list[Text]:
    """What can be chosen as a whole answer. Empty for types that have no such choices."""
    given = getattr(question, "because", None) or (question.choices if question.type in ("single", "multiple") else {})
    return [choice.text for choice in given.values() if choice.text]


def _catch_all(question: Question, writing: Writing) -> Iterator[Problem]:
    known = {each.casefold() for each in writing.catch_all}
    for text in _choices(question):
        if text.value.casefold().strip(" .!") in known:
            yield problem(text.where, "Q019", f"`{text.value}` stands for the other choices", "Write a choice that says something of its own.")


def _bare_choices(question: Question, places: set[str]) -> Iterator[Problem]:
    given = _choices(question)
    if given and (all(map(_figure, given)) or all(_name(text, places) for text in given)):
        yield problem(given[0].where, "Q020", "all choices are bare numbers, dates or names, which only asks for memory",
                      "Ask what it means: write choices that say something of it, or ask to work it out with `type: number`.")


def _figure(text: Text) -> bool:
    """Whether a text is a number or a date with at most one word: `2 June 2000`, `62.5 %`, `In 2011`."""
    found = words(text.value, text.lang)
    return any(each[0].isdigit() for each in found) and sum(not each[0].isdigit() for each in found) <= 1


def _name(text: Text, places: set[str]) -> bool:
    """Whether a text is the name of a place of a case, or two and more words that all begin with a capital."""
    said = text.value.strip(" .")
    parts = [each for each in said.split() if each.casefold() not in _LITTLE]
    return said.casefold() in places or (len(parts) > 1 and all(each[0].isupper() for each in parts))


def _names(question: Question, writing: Writing) -> Iterator[Problem]:
    if not writing.names:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, writing.names))})(?!\w)")
    for text in _asked(question):
        if found := pattern.search(text.value):
            yield problem(text.where, "Q021", f"`{found[0]}` is named in a question",
                          "Say what kind of firm or person it is (a buyer, a mining company, a researcher). A question never asks who did it.")


def _asked(question: Question) -> Sequence[Text]:
    return [text for text in texts_of(question) if text.id.rpartition("/")[2] not in _EXPLAINING]


def _bare_reasons(question: Question) -> Iterator[Problem]:
    for text in texts_of(question):
        if text.id.endswith("/reason") and len(words(text.value, text.lang)) < BARE:
            yield problem(text.where, "Q022", "this reason only gives the verdict", "Say why it is right, or what is right in it and what is missing.")
