"""Copies of real projects to test on, and the command line."""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.pipeline import Loaded, load
from generator.publish.fonts import KEPT

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "generator"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
"""Of a command. What one has compiled the next need not, also where the tests themselves keep nothing of the kind: that costs each a second and more."""


@functools.cache
def our_course() -> Loaded:
    """The real project as it is. Reading and checking it takes seconds, so all tests of a worker share it, and none changes it."""
    return load(ROOT)


def copy_project(to: Path, sources: Path = ROOT) -> Path:
    """A project of its own in `to`: the sources copied, the packages, templates and generator linked."""
    to.mkdir(parents=True, exist_ok=True)
    for name in ("content", "cases", "quizzes"):
        shutil.copytree(sources / name, to / name)
    for name in ("mkdocs.yml", "docs"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, to / name)
    for name in ("node_modules", "site_overrides", "generator"):
        (to / name).symlink_to(ROOT / name)
    (to / KEPT).parent.mkdir()
    (ROOT / KEPT).mkdir(parents=True, exist_ok=True)
    (to / KEPT).symlink_to(ROOT / KEPT)  # cutting a font takes seconds, and what it is kept under says what it was made of
    return to


def highroad(*arguments: object, cwd: Path = ROOT, **more: object) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does."""
    environment = {**ENVIRONMENT, **more.pop("env", {})}
    return subprocess.run([*COMMAND, *map(str, arguments)], cwd=cwd, env=environment, capture_output=True, text=True, check=False, **more)


def tree_hash(folder: Path) -> str:
    """One hash over the names and bytes of all files below a folder."""
    made = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        made.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes() + b"\0")
    return made.hexdigest()
