"""What `highroad check` says about broken sources. The cases are data: tests/golden/problems/*.yaml."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.commands.explain import explanations
from generator.commands.translate import files_of
from generator.load.events import MAX_DEPTH, read_yaml
from generator.model.case import Case
from generator.pipeline import check
from generator.problems import Problem
from generator.publish.sheets import FORMATS, read_sheet
from generator.validate.hints import translation_hints
from generator.validate.shapes import shape
from tests.conftest import SMALL_HOUSE
from tests.project import ROOT, highroad

GOLDEN = ROOT / "tests/golden/problems"
CASES = sorted(GOLDEN.glob("*.yaml"))
FOUR = GOLDEN / "several-four-mistakes-in-two-files.yaml"

CODE = re.compile(r"\b[EKRQSTBW]\d{3}\b")
PROGRAMMERS_WORDS = re.compile(
    r"NoneType|Traceback|pydantic|Errno|Exception|\bdict\b|\btuple\b|\bstr\b|\bint\b|\bfloat\b|\bbool\b|\bobject\b|\bNone\b|\binteger\b"
    r"|\bstring\b|\bparse|Input should|[Vv]alidat|codec|\^\[")


def apply(change: dict, house: Path) -> None:
    """Do to a copy of the small house what a golden case says."""
    for path, text in change.get("files", {}).items():
        _write(house / path, text.encode())
    for path, text in change.get("bytes", {}).items():
        _write(house / path, text.encode("latin-1"))
    for path, parts in change.get("repeat", {}).items():
        _write(house / path, "".join(part["text"] * part["times"] for part in parts).encode())
    for each in change.get("edit", []):
        old = (house / each["path"]).read_text("utf-8")
        assert old.count(each["find"]) == 1, f"{each['find']!r} stands {old.count(each['find'])} times in {each['path']}"
        _write(house / each["path"], old.replace(each["find"], each["replace"]).encode())
    for path in change.get("delete", []):
        (house / path).unlink()
    for path, target in change.get("links", {}).items():
        (house / path).symlink_to(target)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def spoken(text: str) -> str:
    """What we say, without what we quote from the sources."""
    return re.sub(r"`[^`]*`", "``", text)


def sheet_problems(sheet: dict, house: Path) -> list[Problem]:
    """What is wrong with a sheet of translations for a house, which `highroad translate import` tells."""
    kind = FORMATS[sheet["format"]]
    return read_sheet(kind, sheet["text"].encode(), f"es{kind.ending}", "es", files_of(house, "es"))[1]


def told(problems: list[Problem]) -> str:
    """Problems as the command prints them."""
    return "".join(f"{each}\n" for each in problems)


def expect(path: Path, said: str) -> None:
    """Write what a golden case expects. `expect:` is its last key."""
    head = path.read_text("utf-8").partition("\nexpect:")[0]
    block = "|\n" + "".join(f"  {line}\n" for line in said.splitlines()) if said else '""\n'
    path.write_text(f"{head.rstrip()}\nexpect: {block}", "utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_mistake_is_told_with_its_place_and_what_to_type(path: Path, small_house: Path, update_goldens: bool) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    apply(case, small_house)
    project, catalogs, problems = check(small_house)
    if "sheet" in case:
        problems = sheet_problems(case["sheet"], small_house)
    elif "hints" in case:
        problems += translation_hints(project, catalogs[case["hints"]])
    said = told(problems)
    if update_goldens:
        expect(path, said)
    else:
        assert said == case["expect"], case["about"]
    assert path.stem.startswith("several-") or not said or path.stem[:4] in CODE.findall(said), "a case is named after a code that it shows"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_message_is_for_people(path: Path) -> None:
    """No word of a programmer, one line each, nothing that a terminal cannot show, and always a hint."""
    lines = yaml.safe_load(path.read_text("utf-8"))["expect"].splitlines()
    assert not [line for line in lines if PROGRAMMERS_WORDS.search(spoken(line))]
    assert all(line.isprintable() and len(line) < 400 for line in lines)
    for message, hint in zip(lines[::2], lines[1::2], strict=True):
        assert re.match(r"[^:]+:[1-9]\d*:[1-9]\d*: [EKRQSTBW]\d{3} \S", message)
        assert re.fullmatch(r"    \S.*[.?…]", hint)


def test_the_small_house_is_valid_and_has_every_word_of_the_interface(update_goldens: bool) -> None:
    words = SMALL_HOUSE / "content/ui.yaml"
    if update_goldens:
        shutil.copy(ROOT / "content/ui.yaml", words)
    here, real = (yaml.safe_load(path.read_text("utf-8"))["words"].keys() for path in (words, ROOT / "content/ui.yaml"))
    assert here == real, "run pytest --update-goldens"
    assert told(check(SMALL_HOUSE)[2]) == ""


# The command line


@pytest.mark.parametrize("arguments", [("--project", SMALL_HOUSE, "check"), ("check", "--project", SMALL_HOUSE)], ids=["before", "after"])
def test_the_project_can_be_named_before_and_after_the_command(arguments: tuple[object, ...]) -> None:
    done = highroad(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"0 problems in \d+ documents\n", done.stdout)


def test_four_mistakes_in_two_files_are_told_in_one_run(small_house: Path) -> None:
    case = yaml.safe_load(FOUR.read_text("utf-8"))
    apply(case, small_house)
    done = highroad("check", "--project", small_house)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == case["expect"] + "4 problems. `.venv/bin/highroad explain CODE` says more about one.\n"
    assert sorted(CODE.findall(case["expect"])) == ["E005", "E006", "K001", "R001"]


def test_problems_of_one_file_can_be_asked_for(small_house: Path) -> None:
    apply(yaml.safe_load(FOUR.read_text("utf-8")), small_house)
    done = highroad("check", small_house / "quizzes/mill.yaml", "--format", "json", "--project", small_house)
    assert done.returncode == 1
    assert [(each["code"], each["path"]) for each in yaml.safe_load(done.stdout)] == [("K001", "quizzes/mill.yaml"), ("E006", "quizzes/mill.yaml")]


def test_a_code_is_explained() -> None:
    done = highroad("explain", "e005")
    assert done.returncode == 0
    assert done.stdout.startswith("E005 A key stands twice\n")
    assert highroad("explain", "E999").returncode == 2


# Every value is text


@pytest.mark.parametrize("word", ["NO", "NULL", "TRUE", "ON"])
def test_no_word_is_mistaken_for_a_truth_value(word: str) -> None:
    node, problems = read_yaml(f"country: {word}\n".encode(), "x.yaml")
    assert not problems
    assert node.items["country"].value == word


@pytest.mark.parametrize("value", ["12:30", "017", "1_000", "1e3", "0x1F", "2024-02-30", "~", ".inf"])
def test_no_number_or_time_is_worked_out(value: str) -> None:
    node, problems = read_yaml(f"as_of: {value}\n".encode(), "x.yaml")
    assert not problems
    assert node.items["as_of"].value == value


def test_norway_stays_norway_and_half_past_twelve_stays_so() -> None:
    project, _, problems = check(SMALL_HOUSE)
    assert not problems
    assert project.cases["mill"].place.country == "NO"
    assert "12:30" in project.cases["mill"].story["the-shift"].text.value


# The manual of problems


def test_each_code_of_the_generator_is_explained_and_each_explained_code_can_be_said() -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    assert sorted(set(re.findall(r'"([EKRQSTBW]\d{3})"', source))) == sorted(explanations())


def test_each_explained_code_has_a_golden_case() -> None:
    shown = {code for path in CASES for code in CODE.findall(yaml.safe_load(path.read_text("utf-8"))["expect"])}
    assert sorted(explanations()) == sorted(shown)


@pytest.mark.parametrize("code", explanations())
def test_each_explanation_says_what_is_wrong_and_what_is_right(code: str) -> None:
    parts = explanations()[code].split("\n\n")
    assert re.fullmatch(rf"{code} [A-Z].+", parts[0])
    assert [part for part in parts if part in ("Wrong:", "Right:")] == ["Wrong:", "Right:"]


def test_the_manual_is_in_the_order_of_the_codes() -> None:
    assert list(explanations()) == sorted(explanations(), key=lambda code: ("EKRQSTW".index(code[0]), code))


# Whatever a file holds, it is answered with problems

SCRAPS = st.sampled_from([
    b"\t", b"'", b'"', b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!x ", b"<<: ", b"- ", b": ", b"#", b"|", b">", b"%", b"?", b"\\", b"\n", b"\r",
    b"\n---\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xc2\x85", b"\xed\xa0\x80", b"\xe2\x80\xae", b"story:\n",
])
CHANGES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 12), SCRAPS | st.binary(max_size=3)), min_size=1, max_size=5)


def changed(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    """Bytes with some of them replaced: at each place, so many taken out and others put in."""
    for place, taken, scrap in changes:
        at = place % (len(data) + 1)
        data = data[:at] + scrap + data[at + taken :]
    return data


def _places(problems: list[Problem]) -> Iterator[tuple[int, int]]:
    return ((each.line, each.column) for each in problems)


@settings(max_examples=150)
@given(CHANGES)
def test_a_damaged_case_is_answered_with_problems_and_never_with_a_crash(changes: list[tuple[int, int, bytes]]) -> None:
    data = changed((ROOT / "cases/clara.yaml").read_bytes(), changes)
    node, problems = read_yaml(data, "cases/clara.yaml")
    if node is not None:
        problems += shape(node, Case, "cases/clara")[1]
    lines = len(data.splitlines()) + 2
    assert node is not None or problems
    assert all(1 <= line <= lines and column >= 1 for line, column in _places(problems))
    assert all(len(str(each).splitlines()) <= 2 for each in problems)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small house in which one file after another is damaged, and mended again."""
    return Path(shutil.copytree(SMALL_HOUSE, tmp_path_factory.mktemp("damaged") / "house"))


@settings(max_examples=80)
@given(st.sampled_from(["cases/mill.yaml", "quizzes/mill.yaml", "content/languages/es/cases/mill.po", "content/inventory.csv"]), CHANGES)
def test_a_damaged_project_is_answered_with_problems_and_never_with_a_crash(house: Path, name: str, changes: list[tuple[int, int, bytes]]) -> None:
    whole = (SMALL_HOUSE / name).read_bytes()
    (house / name).write_bytes(changed(whole, changes))
    problems = check(house)[2]
    (house / name).write_bytes(whole)
    assert all(line >= 1 and column >= 1 for line, column in _places(problems))
    assert not [each for each in problems if PROGRAMMERS_WORDS.search(spoken(str(each)))]


def test_the_deepest_document_that_is_read_is_no_deeper_than_it_says() -> None:
    assert not read_yaml(b"[" * (MAX_DEPTH - 1) + b"x" + b"]" * (MAX_DEPTH - 1), "x.yaml")[1]
    assert [each.code for each in read_yaml(b"[" * MAX_DEPTH + b"x" + b"]" * MAX_DEPTH, "x.yaml")[1]] == ["E011"]
