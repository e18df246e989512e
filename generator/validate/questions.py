"""The rules of item writing that a machine can see (knowledge base, 2.7)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.project import Project
from generator.model.questions import Question
from generator.model.questions.base import helped
from generator.model.walk import nouns_of
from generator.problems import Problem, problem

NOT_SURE = "not-sure"
"""The key of the choice that is never called wrong (knowledge base, 2.5)."""


def question_problems(project: Project) -> list[Problem]:
    """What each question finds wrong with itself: Q001 to Q017, see the types in `model/questions/`; and Q023."""
    questions = [question for quiz in project.quizzes.values() for question in quiz.questions.values()]
    return [found for question in questions for found in (*helped(question), *question.problems(), *_unsure(question))]


def _unsure(question: Question) -> Iterator[Problem]:
    """Q023 not being sure is marked as the right answer. It is neither right nor wrong, whatever the type."""
    for noun in nouns_of(question):
        for given in (getattr(noun, name) for name in type(noun).model_fields):
            choice = given.get(NOT_SURE) if isinstance(given, dict) else None
            if getattr(choice, "correct", False) or getattr(choice, "sound", False):
                yield problem(choice.reason.where, "Q023", "not being sure is marked as the right answer",
                              "Take the mark away from `not-sure`, or give the choice another key.")
