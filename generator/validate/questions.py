"""The rules of item writing that a machine can see (knowledge base, 2.7)."""

from __future__ import annotations

from generator.model.project import Project
from generator.problems import Problem


def question_problems(project: Project) -> list[Problem]:
    """What each question finds wrong with itself: Q001 to Q017, see the types in `model/questions/`."""
    return [found for quiz in project.quizzes.values() for question in quiz.questions.values() for found in question.problems()]
