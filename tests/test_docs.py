"""What the guides say is true."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from textwrap import indent

import pytest
import yaml

from generator.commands import COMMANDS
from generator.load.events import read_yaml
from generator.validate.shapes import shape
from generator.validate.sources import NOUNS
from tests.project import ROOT

GUIDES = sorted(path for path in ROOT.rglob("*.md") if not {"node_modules", ".venv", ".build", "site", ".pytest_cache"} & set(path.relative_to(ROOT).parts))
ROOMS = ("cases", "quizzes", "content", "generator", "site_overrides", "tests", "benchmarks", "docs")


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_and_pictures_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_and_tasks_that_are_named_exist(path: Path) -> None:
    text = path.read_text("utf-8")
    tasks = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|\$ )make ([a-z]+)", text)) <= tasks
    assert set(re.findall(r"(?:`|\$ |bin/)highroad ([a-z]+)", text)) <= set(COMMANDS)


def test_every_room_has_a_readme() -> None:
    for room in ROOMS:
        assert (ROOT / room / "README.md").is_file(), room


def test_every_task_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for task in re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split():
        assert re.search(rf"^{task}:.*## \w", makefile, re.MULTILINE), task


def examples() -> list[tuple[str, str]]:
    """The whole documents that the page about the format shows, with the kind of each."""
    text = (ROOT / "docs/content-format.md").read_text("utf-8")
    kinds = {"cases/": "cases", "quizzes/": "quizzes", "content/agenda/": "agenda", "content/rights/": "rights", "content/modules/": "modules",
             "content/activities/": "activities", "content/sessions/": "sessions", "content/pictures/": "pictures", "content/editions/": "editions"}
    guide = re.search(r"^```yaml\n(guide:\n.*?)^```", text, re.MULTILINE | re.DOTALL)[1]  # written once, and taken up by three kinds
    found = re.findall(r"^## `([a-z/]+)[^\n]*\n\n```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    whole = ((folder, re.sub(r"^guide:(?: \{…\}| *#.*\n  …)\n", lambda _: guide, example, flags=re.MULTILINE)) for folder, example in found)
    return [(kind, example) for folder, example in whole for key, kind in kinds.items() if folder.startswith(key)]


@pytest.mark.parametrize(("kind", "example"), examples(), ids=lambda value: value if "\n" not in value else "")
def test_the_examples_of_the_content_format_have_the_right_shape(kind: str, example: str) -> None:
    node, problems = read_yaml(example.encode(), "example.yaml")
    assert problems == []
    assert node is not None
    noun, problems = shape(node, NOUNS[kind], f"{kind}/example")
    assert [str(each) for each in problems] == []
    assert noun is not None


def test_all_kinds_with_an_example_are_there() -> None:
    assert [kind for kind, _ in examples()] == ["cases", "quizzes", "agenda", "rights", "modules", "activities", "sessions", "pictures", "editions"]


def kinds_of_questions() -> dict[str, str]:
    """The example of each type of question."""
    text = (ROOT / "docs/content-format.md").read_text("utf-8")
    found = dict(re.findall(r"^### `([a-z-]+)`[^#]*?```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    return {kind: example for kind, example in found.items() if kind != "guide"}


@pytest.mark.parametrize("kind", kinds_of_questions())
def test_the_example_of_each_type_of_question_keeps_the_rules(kind: str) -> None:
    example = kinds_of_questions()[kind] + "stem: …\nobjective: module/objective\n"
    node, problems = read_yaml(f"title: …\nabout: case:clara\nquestions:\n  one:\n{indent(example, '    ')}".encode(), "example.yaml")
    assert problems == []
    assert node is not None
    quiz, problems = shape(node, NOUNS["quizzes"], "quizzes/example")
    assert [str(each) for each in problems] == []
    assert quiz is not None
    assert quiz.questions["one"].type == kind
    assert [str(each) for each in quiz.questions["one"].problems()] == []


def test_every_key_of_the_nouns_is_explained_in_the_content_format() -> None:
    text = (ROOT / "docs/content-format.md").read_text("utf-8")
    for kind in ("cases", "quizzes", "agenda", "rights", "modules", "pictures", "editions", "sources"):
        for name, field in NOUNS[kind].model_fields.items():
            assert (field.alias or name) in text, f"{kind}: {name}"


def test_the_lock_files_and_the_dependencies_that_the_architecture_names_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    for each in project["project"]["dependencies"]:
        assert each in page
    packages = yaml.safe_load((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    assert all(name in page for name in packages)
