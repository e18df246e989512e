"""What is published is the old site or the new one, whole; and the same sources make the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from generator.pipeline import load
from generator.problems import BuildError
from generator.publish import swap as module
from generator.publish.style import minified
from generator.publish.swap import staging, swap
from tests.project import COMMAND, ENVIRONMENT, ROOT, copy_project, highroad, tree_hash

SMALL = ROOT / "tests/small_house"
KILLS = 30


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project", SMALL)


def retitle(project: Path, title: str) -> None:
    """Give the course another title, which every page shows."""
    path = project / "content/course.yaml"
    lines = path.read_text("utf-8").splitlines()
    lines[next(number for number, line in enumerate(lines) if line.startswith("title:"))] = f"title: {title}"
    path.write_text("\n".join(lines) + "\n", "utf-8")


def test_thirty_builds_killed_at_any_moment_leave_the_old_site_or_the_new_one(project: Path) -> None:
    """In one language, which is quicker and is put in its place in the same way."""
    build = ("build", "--clean", "--lang", "en")
    built = {}
    for title in ("Old road", "New road"):
        retitle(project, title)
        began = time.monotonic()
        assert highroad(*build, cwd=project).returncode == 0
        took = time.monotonic() - began
        built[tree_hash(project / "site")] = title
    seen = []
    for number in range(KILLS):
        retitle(project, ("Old road", "New road")[number % 2])
        process = subprocess.Popen([*COMMAND, *build], cwd=project, env=ENVIRONMENT,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            process.wait(timeout=took * 1.1 * (number + 1) / KILLS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.wait()
        seen.append(built.get(tree_hash(project / "site")))
    assert None not in seen
    assert highroad("build", "--lang", "en", cwd=project).returncode == 0
    assert built[tree_hash(project / "site")] == "New road"
    assert not [path.name for path in project.iterdir() if path.name.startswith(".site.") and path.is_dir()]


def test_a_problem_in_the_sources_leaves_the_old_site_untouched(project: Path) -> None:
    assert highroad("build", cwd=project).returncode == 0
    before = tree_hash(project / "site")
    (project / "content/course.yaml").write_text("title: [", "utf-8")
    done = highroad("build", cwd=project)
    assert done.returncode == 1
    assert "content/course.yaml:" in done.stderr
    assert tree_hash(project / "site") == before


def test_a_new_site_with_a_fault_is_not_published(project: Path) -> None:
    assert highroad("build", cwd=project).returncode == 0
    before = tree_hash(project / "site")
    overrides = project / "site_overrides"
    overrides.unlink()
    shutil.copytree(ROOT / "site_overrides", overrides)
    footer = overrides / "partials/footer.html"
    footer.write_text(footer.read_text("utf-8") + '<a href="nowhere.html">x</a><img alt="" src="https://example.org/x.png">', "utf-8")
    done = highroad("build", cwd=project)
    assert done.returncode == 1
    assert "nowhere.html leads nowhere" in done.stderr
    assert "loads https://example.org/x.png" in done.stderr
    assert tree_hash(project / "site") == before


def test_a_site_that_suddenly_shrinks_needs_a_word(project: Path) -> None:
    for number in range(20):
        shutil.copy(project / "content/activities/jar-of-water.yaml", project / f"content/activities/jar-{number}.yaml")
    assert highroad("build", "--lang", "en", cwd=project).returncode == 0
    before = tree_hash(project / "site")
    for number in range(20):
        (project / f"content/activities/jar-{number}.yaml").unlink()
    done = highroad("build", "--lang", "en", cwd=project)
    assert done.returncode == 1
    assert "--allow-shrink" in done.stderr
    assert tree_hash(project / "site") == before
    assert highroad("build", "--lang", "en", "--allow-shrink", cwd=project).returncode == 0


def test_a_second_build_does_nothing_and_an_edit_builds_only_what_shows_it(project: Path) -> None:
    assert highroad("build", cwd=project).returncode == 0
    times = {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")}
    assert "Nothing has changed" in highroad("build", cwd=project).stdout
    assert times == {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")}
    right = project / "content/rights/article-01.yaml"
    right.write_text(right.read_text("utf-8").replace("gloss: |\n", "gloss: |\n  A sentence more.\n\n", 1), "utf-8")
    done = highroad("build", cwd=project)
    assert "6 pages built" in done.stdout, done.stdout  # one article, and the cards to cut out, in three languages
    warm = tree_hash(project / "site")
    assert highroad("build", "--clean", cwd=project).returncode == 0
    assert tree_hash(project / "site") == warm


def test_a_page_that_somebody_changed_in_the_site_is_built_again(project: Path) -> None:
    assert highroad("build", cwd=project).returncode == 0
    before = tree_hash(project / "site")
    page = project / "site/en/index.html"
    page.write_text("spoilt", "utf-8")
    assert highroad("build", cwd=project).returncode == 0
    assert tree_hash(project / "site") == before


def test_two_folders_and_time_zones_make_the_same_bytes(tmp_path: Path) -> None:
    hashes = set()
    for folder, zone, locale, jobs in (("one", "Pacific/Kiritimati", "C", 1), ("a longer name", "America/Lima", "C.UTF-8", 2)):
        project = copy_project(tmp_path / folder / "project", SMALL)
        done = highroad("build", "--jobs", jobs, cwd=project, env={"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": str(jobs)})
        assert done.returncode == 0, done.stderr
        hashes.add(tree_hash(project / "site"))
    assert len(hashes) == 1


@pytest.mark.parametrize("place", ["folder", "file", "project"])
def test_a_build_never_replaces_what_is_not_a_site_of_ours(project: Path, tmp_path: Path, place: str) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work", "utf-8")
    target = {"folder": folder, "file": folder / "thesis.txt", "project": project}[place]
    before = tree_hash(tmp_path)
    done = highroad("build", "--to", target, cwd=project)
    assert done.returncode == 1
    assert "Name a new folder" in done.stderr
    assert tree_hash(tmp_path) == before


def test_notes_for_trainers_never_land_in_the_site_that_is_published(project: Path) -> None:
    (project / "content/editions/trainer.yaml").write_text("title: Trainer\nlanguages: [en]\ntrainer_notes: true\n", "utf-8")
    assert highroad("build", "--edition", "trainer", "--lang", "en", cwd=project).returncode == 0
    assert not (project / "site").exists()
    page = (project / "site-trainer/en/cases/mill.html").read_text("utf-8")
    assert "trainer-notes" in page
    assert load(project).project.ui["trainer-edition"].value in page
    assert highroad("build", "--lang", "en", cwd=project).returncode == 0
    assert "trainer-notes" not in (project / "site/en/cases/mill.html").read_text("utf-8")


def test_one_language_alone_links_to_no_other(project: Path) -> None:
    done = highroad("build", "--lang", "en", cwd=project)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (project / "site").iterdir()) == ["assets", "en", "index.html"]


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    with staging(tmp_path / "site"), pytest.raises(BuildError, match="another build"), staging(tmp_path / "site"):
        pass


def test_a_swap_by_two_renames_that_died_between_them_is_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file system without an exchange, the old folder stands aside for a moment; the next run brings it back."""
    target, aside = tmp_path / "site", tmp_path / ".site.old"
    aside.mkdir()
    (aside / "index.html").write_text("old", "utf-8")
    with staging(target) as new:
        assert (target / "index.html").read_text("utf-8") == "old"
        (new / "index.html").write_text("new", "utf-8")
        monkeypatch.setattr(module, "_exchange", lambda one, other: False)
        swap(new, target)
    assert (target / "index.html").read_text("utf-8") == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


def test_a_link_to_another_place_is_never_followed(project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("title: secret\n", "utf-8")
    (project / "cases/secret.yaml").symlink_to(secret)
    done = highroad("check", cwd=project)
    assert done.returncode == 1
    assert "cases/secret.yaml:1:1: E016" in done.stderr


def test_a_style_sheet_means_the_same_when_it_is_minified() -> None:
    assert minified("@container (max-width: 3em) { .a :is(b, c) { d: e } }") == "@container (max-width:3em){.a *:is(b,c){d:e}}"
    assert minified("a:hover { b: c } /* d */") == "a:hover{b:c}"
