"""Packages: what lies in `dist/` after an export, and what never does."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.publish.fonts import faces
from tests.project import ROOT, copy_project, highroad, tree_hash


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("export") / "project")


@pytest.fixture(scope="module")
def dist(project: Path) -> Path:
    done = highroad("export", "html", "zip", cwd=project)
    assert done.returncode == 0, done.stderr
    return project / "dist"


def archive(dist: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(dist / "community-en.zip")


def test_every_file_stands_in_the_checksums_and_they_hold(dist: Path) -> None:
    listed = {line.split("  ")[1] for line in (dist / "SHA256SUMS").read_text("utf-8").splitlines()}
    there = {path.relative_to(dist).as_posix() for path in dist.rglob("*") if path.is_file()}
    assert listed == there - {"SHA256SUMS"}
    assert subprocess.run(["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=dist, check=False).returncode == 0


def test_a_changed_file_is_noticed(dist: Path, tmp_path: Path) -> None:
    with archive(dist) as opened:
        opened.extractall(tmp_path)
    folder = tmp_path / "community-en"
    check = ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"]
    assert subprocess.run(check, cwd=folder, check=False).returncode == 0
    page = folder / "index.html"
    page.write_bytes(page.read_bytes().replace(b"e", b"f", 1))
    assert subprocess.run(check, cwd=folder, capture_output=True, check=False).returncode == 1


def test_the_same_input_gives_the_same_bytes_whatever_the_folder_the_zone_and_the_order(dist: Path, tmp_path: Path) -> None:
    other = copy_project(tmp_path / "elsewhere" / "project")
    done = highroad("export", "zip", "html", cwd=other, env={"TZ": "Asia/Bangkok", "LC_ALL": "C", "PYTHONHASHSEED": "7"})
    assert done.returncode == 0, done.stderr
    assert tree_hash(other / "dist") == tree_hash(dist)


def test_an_archive_says_nothing_of_who_made_it_and_when(dist: Path) -> None:
    with archive(dist) as opened:
        entries = opened.infolist()
        assert opened.comment == b""
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.filename.partition("/")[0] for entry in entries} == {"community-en"}
    assert all(entry.extra == entry.comment == b"" and entry.external_attr >> 16 == 0o100644 for entry in entries)


def test_names_and_titles_of_a_quiet_edition_say_nothing_of_its_subject(dist: Path) -> None:
    with archive(dist) as opened:
        pages = {entry: opened.read(entry).decode() for entry in opened.namelist() if entry.endswith(".html")}
    pages |= {path.name: path.read_text("utf-8") for path in (dist / "community-en").glob("*.html")}
    assert len(pages) > 50
    for name, text in pages.items():
        assert re.search(r"(^|/)(index|table|(lesson|page)-\d\d)\.html$", name), name
        title = re.search(r"<title>(.*?)</title>", text)
        assert title
        assert re.fullmatch(r"Lessons|Table|(Lesson|Page) \d+", title[1]), (name, title[1])


def test_a_lesson_holds_all_that_it_needs(dist: Path) -> None:
    """It opens from a messenger or a file manager, where nothing lies beside it."""
    lessons = [path for path in (dist / "community-en").glob("*.html") if path.name != "index.html"]
    assert len(lessons) > 4
    for path in lessons:
        text = path.read_text("utf-8")
        assert not re.search(r'(?:src|href)="(?!#|data:)', text), path.name
        assert "font/woff2;base64," in text


def test_parity_names_every_text_of_every_question_that_an_edition_asks(dist: Path) -> None:
    found = json.loads((dist / "parity.json").read_text("utf-8"))
    with archive(dist) as opened:
        asked = {name for entry in opened.namelist() if entry.endswith(".html")
                 for name in re.findall(r'data-question="([^"]+)"', opened.read(entry).decode())}
    assert len(asked) > 60
    for name in asked:
        quiz, _, key = name.partition("/")
        texts = {text: packages for text, packages in found.items() if text.startswith(f"quizzes/{quiz}/questions/{key}/")}
        assert any(text.endswith("/stem") for text in texts), name
        assert all("community-en.zip" in packages for packages in texts.values()), name
        assert set(texts) == {text for text in texts if texts[text].get("community-en/")}, f"{name} is not whole in the lessons"


def test_another_export_leaves_the_packages_that_lie_there(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ROOT / "tests/small_house")
    dist = project / "dist"
    assert highroad("export", "zip", "--edition", "quiet", cwd=project).returncode == 0
    before = (dist / "quiet-en.zip").read_bytes()
    done = highroad("export", "html", "--edition", "online", "--lang", "en", "--module", "the-mill", cwd=project)
    assert done.returncode == 0, done.stderr
    assert (dist / "quiet-en.zip").read_bytes() == before
    assert {path.name for path in (dist / "online-en").iterdir()} == {"index.html", "module-the-mill.html"}
    assert subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=dist, check=False).returncode == 0


@pytest.mark.parametrize(("given", "said"), [
    (["html", "--module", "the-promis"], "Did you mean `the-promise`?"),
    (["html", "--edition", "comunity"], "Did you mean `community`?"),
    (["html", "--lang", "xx"], "the edition community has no language xx"),
])
def test_a_wrong_name_is_answered_with_the_right_one_and_nothing_is_written(project: Path, tmp_path: Path, given: list[str], said: str) -> None:
    done = highroad("export", *given, "--to", tmp_path / "out", cwd=project)
    assert done.returncode == 1
    assert said in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_unknown_format_is_a_usage_error(project: Path) -> None:
    done = highroad("export", "floppy", cwd=project)
    assert done.returncode == 2
    assert "html" in done.stderr


def test_a_folder_with_other_things_is_never_replaced(project: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    done = highroad("export", "zip", "--to", tmp_path, cwd=project)
    assert done.returncode == 1
    assert "holds other things" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_cut_font_has_the_letters_asked_for_its_features_and_its_licence() -> None:
    whole, = faces(ROOT, ["noto-sans/latin-400"], frozenset(map(chr, range(0x20, 0x250))))
    cut, = faces(ROOT, ["noto-sans/latin-400"], frozenset("Clara’s fi"))
    font = TTFont(io.BytesIO(cut.data))
    assert {ord(letter) for letter in "Clara’s fi"} <= set(font.getBestCmap())
    assert len(cut.data) < len(whole.data) / 3
    assert {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord} >= {"kern"}
    assert {record.nameID for record in font["name"].names} >= {0, 14}
    assert faces(ROOT, ["noto-sans/latin-400"], frozenset("ကခ")) == []
