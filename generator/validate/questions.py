"""The rules of item writing that a machine can see (knowledge base, 2.7)."""

from __future__ import annotations

from generator.model.project import Project
from generator.model.questions.base import helped
from generator.problems import Problem


def question_problems(project: Project) -> list[Problem]:
    """What each question finds wrong with itself: Q001 to Q017, see the types in `model/questions/`."""
    questions = [question for quiz in project.quizzes.values() for question in quiz.questions.values()]
    return [found for question in questions for found in (*helped(question), *question.problems())]
