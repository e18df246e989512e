"""The rules of sheets: what a reference inside one may lead to, and what would be lost on paper or not fit together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.project import Project
from generator.model.sheet import DrawingPart, Sheet, StatementsPart, TablePart
from generator.problems import Problem, did_you_mean, problem

LETTERS = {"tools": "T", "worksheets": "W"}
"""What the number of a sheet begins with, by its collection."""


def sheet_problems(project: Project) -> list[Problem]:
    """S001 a part that is taken from elsewhere already, S002 a column or group that is not there, S003 rows of which only some have a name,
    S004 an axis without its two ends, S005 a number that another sheet has, or of the other kind."""
    found: list[Problem] = []
    numbers: dict[str, str] = {}
    for folder, letter in LETTERS.items():
        for key, sheet in getattr(project, folder).items():
            found += [*_borrowed(sheet, project), *_fitting(sheet)]
            if not sheet.number.startswith(letter):
                found.append(problem(sheet.title.where, "S005", f"`{sheet.number}` is not a number for content/{folder}/",
                                     f"Numbers of {folder} begin with {letter}."))
            elif sheet.number in numbers:
                found.append(problem(sheet.title.where, "S005", f"`{sheet.number}` is the number of `{numbers[sheet.number]}` already",
                                     "Give each sheet a number of its own."))
            numbers[sheet.number] = f"{folder}/{key}"
    return found


def _borrowed(sheet: Sheet, project: Project) -> Iterator[Problem]:
    for part in sheet.parts.values():
        if part.type != "use" or part.use.kind not in ("tool", "worksheet"):
            continue
        other = (project.tools if part.use.kind == "tool" else project.worksheets).get(part.use.id)
        named = [name for name in ([part.use.part] if part.use.part else other.parts) if name in other.parts] if other else []
        for name in named:
            inner = other.parts[name]
            if inner.type == "use":
                yield problem(part.use.where, "S001", f"`{part.use.kind}:{part.use.id}#{name}` is itself taken from elsewhere",
                              f"Name the place where it is written: `{inner.use}`.")


def _fitting(sheet: Sheet) -> Iterator[Problem]:
    for part in sheet.parts.values():
        if isinstance(part, StatementsPart):
            for item in part.items.values():
                if item.group and item.group not in part.groups:
                    yield problem(item.text.where, "S002", f"there is no group `{item.group}`", did_you_mean(item.group, part.groups))
        elif isinstance(part, TablePart):
            yield from _table(part)
        elif isinstance(part, DrawingPart):
            for ends in (part.across, part.up):
                if len(ends) not in (0, 2):
                    yield problem(ends[0].where, "S004", "an axis has two ends", "Write two words, `[says little, says much]`, or leave it out.")


def _table(part: TablePart) -> Iterator[Problem]:
    for row in part.rows.values():
        for key, cell in row.cells.items():
            if key not in part.columns:
                yield problem(cell.where, "S002", f"there is no column `{key}`", did_you_mean(key, part.columns))
    names = [row.name for row in part.rows.values()]
    first = next((name for name in names if name), None)
    if first and not all(names):
        yield problem(first.where, "S003", "some rows of this table have a name and others have none", "Give each row a `name`, or none of them.")
