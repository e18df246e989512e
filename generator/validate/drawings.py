"""Pictures and their drawings: does each mark have its words, and do all words have their mark?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.model.project import Project
from generator.problems import Problem, did_you_mean, problem

_FOLDER = "site_overrides/components/picture"


def drawing_problems(project: Project, drawings: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """R007 a picture without its drawing, or a legend that is not that of the drawing. `drawings` are the marks of each drawing, by its id."""
    for key, picture in project.pictures.items():
        if key not in drawings:
            yield problem(picture.title.where, "R007", f"there is no drawing `{key}`",
                          f"Draw it in {_FOLDER}/{key}.html, or give this file the name of a drawing that is there.")
            continue
        for name, entry in picture.legend.items():
            if name not in drawings[key]:
                yield problem((entry.label or entry.text).where, "R007", f"the drawing has no mark `{name}`",
                              did_you_mean(name, drawings[key]) or "Leave it out.")
        for name in sorted(set(drawings[key]) - set(picture.legend)):
            yield problem(picture.title.where, "R007", f"the drawing has a mark `{name}`, and the legend has no words for it",
                          f"Write `{name}:` below `legend`, and its `text`.")
