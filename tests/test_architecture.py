"""The shape of the code is a promise too."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import ROOT

FILES = sorted((ROOT / "generator").rglob("*.py"))


def test_imports_go_one_way_only() -> None:
    done = subprocess.run([str(Path(sys.executable).parent / "lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_fits_on_a_few_screens_and_a_function_on_one(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 50, node.name


def test_the_generator_holds_no_markup() -> None:
    """Elements with something in them belong to site_overrides/."""
    for path in FILES:
        tree = ast.parse(path.read_text("utf-8"))
        comments = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) and id(node) not in comments:
                assert not re.search(r"<([a-z]+)[^>]*>.*</\1|<[a-z]+ [^>]*=", str(node.value), re.DOTALL), f"{path}:{node.lineno}"
