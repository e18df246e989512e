"""The command line, as scripts and trainers use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.commands import COMMANDS
from tests.project import ROOT, highroad

SMALL = ROOT / "tests/small_house"


@pytest.mark.parametrize("arguments", [("--project", SMALL, "check"), ("check", "--project", SMALL)])
def test_the_project_may_be_named_before_or_after_the_command(arguments: tuple[object, ...]) -> None:
    done = highroad(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("0 problems in ")
    assert done.stdout != highroad("check").stdout


def test_the_sources_of_this_project_have_no_problem() -> None:
    done = highroad("check", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_json_tells_place_code_message_and_hint(small_house: Path) -> None:
    case = small_house / "cases/mill.yaml"
    case.write_text(case.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    done = highroad("--project", small_house, "check", "--format", "json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert {tuple(each) for each in found} == {("path", "line", "column", "code", "message", "hint")}
    assert ("K001", "Did you mean `title`?") in {(each["code"], each["hint"]) for each in found}


def test_only_problems_of_the_named_files_are_told(small_house: Path) -> None:
    for name in ("cases/mill.yaml", "quizzes/mill.yaml"):
        path = small_house / name
        path.write_text(path.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    done = highroad("--project", small_house, "check", small_house / "quizzes", "--format", "json")
    assert {each["path"] for each in json.loads(done.stdout)} == {"quizzes/mill.yaml"}


@pytest.mark.parametrize("arguments", [(), ("bild",), ("check", "--nonsense"), ("build", "--jobs", "many"), ("explain",), ("explain", "Q999")])
def test_a_wrong_command_is_explained_and_exits_with_2(arguments: tuple[str, ...]) -> None:
    done = highroad(*arguments)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_outside_a_project_the_user_is_told_what_to_do(tmp_path: Path) -> None:
    done = highroad("check", cwd=tmp_path)
    assert done.returncode == 1
    assert "mkdocs.yml" in done.stderr
    assert "--project" in done.stderr


def test_explain_says_more_about_a_code_in_any_case_of_letters() -> None:
    done = highroad("explain", "q003")
    assert done.returncode == 0
    assert done.stdout.startswith("Q003 ")
    assert "correct: true" in done.stdout


def test_the_list_of_codes_in_the_help_is_every_command() -> None:
    text = highroad("--help").stdout
    for name, summary in COMMANDS.items():
        assert name in text
        assert highroad(name, "--help").stdout.replace("\n", " ").count(summary.split(",")[0]) >= 1
    readme = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert all(f"`{name}`" in readme or f"highroad {name}" in readme for name in COMMANDS)


def test_schemas_let_an_editor_complete_the_files(tmp_path: Path) -> None:
    assert highroad("schema", "--to", tmp_path).returncode == 0
    case = json.loads((tmp_path / "cases.json").read_text("utf-8"))
    assert {"title", "story", "facts", "rights"} <= set(case["properties"])
    assert case["additionalProperties"] is False


def test_an_unknown_language_or_edition_is_told_with_the_nearest_known_one(small_house: Path) -> None:
    for arguments, said in ((("build", "--edition", "onlin"), "Did you mean `online`?"), (("build", "--lang", "xx"), "no language xx")):
        done = highroad("--project", small_house, *arguments)
        assert done.returncode == 1
        assert said in done.stderr


def test_who_reads_only_the_beginning_gets_it_without_complaint() -> None:
    """As in `highroad explain Q001 | head -1`, where nobody reads on."""
    end, start = os.pipe()
    os.close(end)
    done = subprocess.run([sys.executable, "-m", "generator", "explain", "Q001"], cwd=ROOT, stdout=start, stderr=subprocess.PIPE, check=False)
    os.close(start)
    assert (done.returncode, done.stderr) == (0, b"")
