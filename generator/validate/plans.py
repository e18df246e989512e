"""Timed plans: what a unit says of its parts must fit what it says of itself."""

from __future__ import annotations

from generator.model.project import Project
from generator.problems import Problem, problem


def plan_problems(project: Project) -> list[Problem]:
    """K008 the minutes of a module's parts do not add up to its own. Asked where any part has minutes."""
    found = []
    for module in project.modules.values():
        total = sum(part.minutes or 0 for part in module.parts.values())
        if total and total != module.minutes:
            found.append(problem(module.title.where, "K008", f"the parts of this module take {total} minutes, and its own `minutes` are {module.minutes}",
                                 f"Write `minutes: {total}` at the top, or mend the minutes of the parts."))
    return found
