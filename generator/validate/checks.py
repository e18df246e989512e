"""The two checks before and after the course: either form must be able to stand for the other (knowledge base, T6)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.project import Project
from generator.model.quiz import Quiz
from generator.problems import Problem, problem


def check_problems(project: Project) -> list[Problem]:
    """Q040 a key that only one form has, Q041 the same key with another objective, Q042 a question that a module asks too, Q043 a form
    that is about something else, R005 a quiz about the course that nobody can reach."""
    named = project.course.checks
    names = (named.before, named.after) if named else ()
    pair = [name for name in names if name in project.quizzes]
    problems = [*_same(project, pair), *_asked(project, pair), *_about(project, pair)]
    return problems if len(pair) < len(names) else [*problems, *_unnamed(project, pair)]


def _same(project: Project, pair: list[str]) -> Iterator[Problem]:
    if len(pair) < 2:
        return
    before, after = (project.quizzes[name] for name in pair)
    yield from _alone(before, after, pair[1])
    yield from _alone(after, before, pair[0])
    for key, question in after.questions.items():
        twin = before.questions.get(key)
        if twin and twin.objective != question.objective:
            yield problem(question.objective.where, "Q041", f"`{key}` checks another objective here than in `{pair[0]}`",
                          f"Write `{twin.objective}` in both, or give the questions different keys.")


def _alone(quiz: Quiz, other: Quiz, name: str) -> Iterator[Problem]:
    for key, question in quiz.questions.items():
        if key not in other.questions:
            yield problem(question.stem.where, "Q040", f"the other form has no question `{key}`",
                          f"Write one with this key and objective in `quizzes/{name}.yaml`, or take this one out.")


def _asked(project: Project, pair: list[str]) -> Iterator[Problem]:
    for module in project.modules.values():
        for name in module.questions:
            if name.partition("/")[0] in pair:
                yield problem(name.where, "Q042", f"`{name}` belongs to a check, so no module may ask it",
                              "Ask another question here: who knows it from the module would only remember it in the check.")


def _about(project: Project, pair: list[str]) -> Iterator[Problem]:
    for name in pair:
        if str(project.quizzes[name].about) != "page:course":
            yield problem(project.quizzes[name].about.where, "Q043",
                          f"content/course.yaml names `{name}` as a check, and it is about something else", "Write `about: page:course`.")


def _unnamed(project: Project, pair: list[str]) -> Iterator[Problem]:
    for name, quiz in project.quizzes.items():
        if name not in pair and str(quiz.about) == "page:course":
            yield problem(quiz.title.where, "R005", f"`quizzes/{name}` is not named in content/course.yaml, so nobody can reach it",
                          "Name it there under `checks:`, as `before` or `after`.")
