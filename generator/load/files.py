"""Finds and reads the files of a project. Only what the table names is read; symbolic links are never followed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.load.events import read_yaml
from generator.problems import Problem, problem
from generator.source import Node, Where

FOLDERS = {
    "cases": "cases",
    "quizzes": "quizzes",
    "agenda": "content/agenda",
    "rights": "content/rights",
    "modules": "content/modules",
    "sources": "content/sources",
    "editions": "content/editions",
}
"""Collections, and the folder that holds one file per member."""
SINGLES = {
    "course": "content/course.yaml",
    "ui": "content/ui.yaml",
    "errata": "content/errata.yaml",
    "waivers": "content/waivers.yaml",
}
INVENTORY = "content/inventory.csv"
LANGUAGES = "content/languages"

_ID = re.compile(r"^[a-z0-9][a-z0-9-]*$")
_TAG = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


@dataclass(frozen=True, slots=True)
class Sources:
    """What was read: trees by collection and id, the inventory's rows, and every problem of reading."""

    trees: dict[str, dict[str, Node]]
    inventory: list[dict[str, str]]
    problems: list[Problem] = field(default_factory=list)


def read_sources(root: Path) -> Sources:
    """Read every YAML file of the project in `root`."""
    found = Sources({name: {} for name in (*FOLDERS, *SINGLES, "languages")}, _inventory(root))
    for collection, key, path in _files(root, found.problems):
        node, problems = read_yaml(path.read_bytes(), path.relative_to(root).as_posix())
        found.problems.extend(problems)
        if node is not None:
            found.trees[collection][key] = node
    return found


def source_files(root: Path) -> list[Path]:
    """Every file that a build depends on, sorted. Cheap: nothing is opened."""
    listed = [path for _, _, path in _files(root, [])]
    listed += sorted((root / LANGUAGES).glob("*/**/*.po"))
    return [*listed, root / INVENTORY]


def _files(root: Path, problems: list[Problem]) -> Iterator[tuple[str, str, Path]]:
    for collection, folder in FOLDERS.items():
        for path in sorted((root / folder).glob("*.y*ml")):
            if _acceptable(path, root, problems):
                yield collection, path.stem, path
    for name, place in SINGLES.items():
        if (root / place).is_file():
            yield name, name, root / place
        else:
            problems.append(problem(Where(place), "E015", "this file is missing", "Write it; docs/content-format.md says what it holds."))
    for path in sorted((root / LANGUAGES).glob("*/language.yaml")):
        if _TAG.match(path.parent.name):
            yield "languages", path.parent.name, path
        else:
            problems.append(problem(Where(path.relative_to(root).as_posix()), "E014",
                                    f"`{path.parent.name}` is not a language tag", "Name the folder `es`, `pt-BR` or `qva`."))


def _acceptable(path: Path, root: Path, problems: list[Problem]) -> bool:
    where = Where(path.relative_to(root).as_posix())
    if path.is_symlink():
        problems.append(problem(where, "E016", "this is a link to another place, and links are not followed", "Copy the file here."))
        return False
    if path.suffix != ".yaml" or not _ID.match(path.stem):
        problems.append(problem(where, "E014", f"`{path.name}` cannot be an id",
                                "Name the file with lower-case letters, digits and hyphens, ending in `.yaml`."))
        return False
    return True


def _inventory(root: Path) -> list[dict[str, str]]:
    path = root / INVENTORY
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8")))) if path.is_file() else []


