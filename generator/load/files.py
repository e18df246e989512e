"""Finds and reads the files of a project. Only what the table names is read; symbolic links are never followed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.load.events import read_text, read_yaml
from generator.problems import Problem, problem
from generator.source import MapNode, Node, Where

FOLDERS = {
    "cases": "cases",
    "quizzes": "quizzes",
    "agenda": "content/agenda",
    "rights": "content/rights",
    "modules": "content/modules",
    "pictures": "content/pictures",
    "tools": "content/tools",
    "worksheets": "content/worksheets",
    "activities": "content/activities",
    "sessions": "content/sessions",
    "sources": "content/sources",
    "editions": "content/editions",
}
"""Collections, and the folder that holds one file per member."""
SINGLES = {
    "course": "content/course.yaml",
    "ui": "content/ui.yaml",
    "errata": "content/errata.yaml",
    "glossary": "content/glossary.yaml",
    "waivers": "content/waivers.yaml",
}
OPTIONAL = {"writing": "content/writing.yaml", "dnh": "content/dnh.yaml"}
"""The same, where a project need not have them."""
INVENTORY = "content/inventory.csv"
COLUMNS = ("id", "section", "kind", "content")
LANGUAGES = "content/languages"

_ID = re.compile(r"^[a-z0-9][a-z0-9-]*$")
TAG = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


@dataclass(frozen=True, slots=True)
class Sources:
    """What was read: trees by collection and id, the inventory's rows, and every problem of reading."""

    trees: dict[str, dict[str, Node]]
    inventory: list[dict[str, str]]
    problems: list[Problem] = field(default_factory=list)


def read_sources(root: Path) -> Sources:
    """Read every YAML file of the project in `root`."""
    found = Sources({name: {} for name in (*FOLDERS, *SINGLES, *OPTIONAL, "languages", "terms")}, [])
    found.inventory.extend(_inventory(root, found.problems))
    for collection, key, path in _files(root, found.problems):
        name = path.relative_to(root).as_posix()
        node, problems = read_yaml(path.read_bytes(), name)
        found.problems.extend(problems)
        found.trees[collection][key] = node or MapNode({}, Where(name), broken=True)
    return found


def source_files(root: Path) -> list[Path]:
    """Every file that a build depends on, sorted. Cheap: nothing is opened."""
    listed = [path for _, _, path in _files(root, [])]
    listed += sorted((root / LANGUAGES).glob("*/**/*.po"))
    listed += sorted((root / "content/declaration").glob("*.yaml"))
    return [*listed, root / INVENTORY]


def _files(root: Path, problems: list[Problem]) -> Iterator[tuple[str, str, Path]]:
    for collection, folder in FOLDERS.items():
        for path in sorted(each for each in (root / folder).glob("*.y*ml*") if not each.name.startswith(".")):
            if _acceptable(path, root, problems):
                yield collection, path.stem, path
    for name, place in SINGLES.items():
        if (root / place).is_file():
            if _is_file_here(root / place, root, problems):
                yield name, name, root / place
        else:
            problems.append(problem(Where(place), "E015", "this file is missing", "Write it; docs/content-format.md says what it holds."))
    for name, place in OPTIONAL.items():
        if (root / place).is_file() and _is_file_here(root / place, root, problems):
            yield name, name, root / place
    for path in sorted((root / LANGUAGES).glob("*/language.yaml")):
        if TAG.match(path.parent.name) and _is_file_here(path, root, problems):
            yield "languages", path.parent.name, path
            terms = path.with_name("glossary.yaml")
            if terms.exists() and _is_file_here(terms, root, problems):
                yield "terms", path.parent.name, terms
        else:
            problems.append(problem(Where(path.relative_to(root).as_posix()), "E014",
                                    f"`{path.parent.name}` is not a language tag", "Name the folder `es`, `pt-BR` or `qva`."))


def linked(path: Path, root: Path, problems: list[Problem]) -> bool:
    """Whether a file or folder, or a folder above it in the project, is a link to another place; that is told as E016."""
    for each in (path, *path.parents):
        if each == root:
            return False
        if each.is_symlink():
            problems.append(problem(Where(each.relative_to(root).as_posix()), "E016", "this is a link to another place, and links are not followed",
                                    "Copy what it leads to here."))
            return True
    return False


def _is_file_here(path: Path, root: Path, problems: list[Problem]) -> bool:
    where = Where(path.relative_to(root).as_posix())
    if linked(path, root, problems):
        return False
    if not path.is_file():
        problems.append(problem(where, "E014", f"`{path.name}` is a folder, not a file", "Rename it, or put its files one folder up."))
        return False
    return True


def _acceptable(path: Path, root: Path, problems: list[Problem]) -> bool:
    where = Where(path.relative_to(root).as_posix())
    if not _is_file_here(path, root, problems):
        return False
    if path.suffix != ".yaml" or not _ID.match(path.stem):
        problems.append(problem(where, "E014", f"`{path.name}` cannot be an id",
                                "Name the file with lower-case letters, digits and hyphens, ending in `.yaml`."))
        return False
    return True


def _inventory(root: Path, problems: list[Problem]) -> list[dict[str, str]]:
    """The rows of the inventory, in order. Empty where it cannot be read."""
    path = root / INVENTORY
    if not path.is_file():
        problems.append(problem(Where(INVENTORY), "E015", "this file is missing", "Write it; docs/content-format.md says what it holds."))
    if not path.is_file() or not _is_file_here(path, root, problems):
        return []
    text, found = read_text(path.read_bytes(), INVENTORY)
    problems += found
    if text is None or found:
        return []
    reader = csv.DictReader(io.StringIO(text), restval="")
    missing = [f"`{name}`" for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        problems.append(problem(Where(INVENTORY), "K002", f"columns are missing here: {', '.join(missing)}",
                                f"Write `{','.join(COLUMNS)}` as the first line, with commas between the columns."))
        return []
    return list(reader)
