"""The two checks, before the course and after it, and what lies between them (knowledge base, T6)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.marks import mark
from generator.compile.page import Block, Heading
from generator.compile.parts import with_review
from generator.model.project import Project

ROLES = ("before", "after")


def check_name(project: Project, role: str) -> str:
    """The quiz that is the check `before` or `after`. Empty where the course has none, or one that is about modules which are not there."""
    checks = project.course.checks
    if not checks:
        return ""
    modules = {name for track in project.course.tracks.values() for name in track.modules}
    asked = {question.objective.partition("/")[0] for question in project.quizzes[checks.before].questions.values()}
    return getattr(checks, role) if asked <= modules else ""


def check_outline(role: str, project: Project) -> Iterator[Heading | Block]:
    """One form: what it is for, its questions, and the table of both."""
    words, name = project.ui, check_name(project, role)
    quiz = project.quizzes[name]
    yield Block("prose", {"text": words[f"check-{role}-lead"], "role": "lead-in", "anchor": ""})
    yield Heading(words["check-questions"], "quiz")
    yield from with_review((f"{name}/{key}" for key in quiz.questions), project)
    yield Heading(words[f"gain-{role}-title"], "gain")
    yield Block("gain", {"role": role, "rows": [
        {"key": key, "name": f"{name}/{key}", "mark": mark(key), "module": module, "title": project.modules[module].title,
         "objective": project.modules[module].objectives[objective]}
        for key, question in quiz.questions.items() for module, _, objective in [question.objective.partition("/")]]})
