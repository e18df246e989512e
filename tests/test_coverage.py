"""Nothing of the source paper gets lost."""

from __future__ import annotations

import csv

from generator.checks.coverage import coverage
from generator.pipeline import load
from tests.conftest import SMALL_HOUSE
from tests.project import ROOT, copy_project, highroad, our_course


def test_every_item_is_covered_or_waived_by_name() -> None:
    found = coverage(our_course().project)
    assert list(found.gaps()) == []
    with (ROOT / "content/inventory.csv").open(encoding="utf-8") as file:
        assert list(found.items) == [row["id"] for row in csv.DictReader(file)]
    assert len(found.items) == 158
    assert list(found.errata) == [f"E{number:02}" for number in range(1, 49)]


def test_a_lost_item_is_told_and_fails(tmp_path) -> None:
    project = copy_project(tmp_path / "project")
    waivers = project / "content/waivers.yaml"
    waivers.write_text("waivers: {}\n", "utf-8")
    done = highroad("coverage", cwd=project)
    assert done.returncode == 1
    assert "GAP: inventory item AP-08 is neither covered nor waived" in done.stdout


def test_the_command_prints_the_figure_that_counts() -> None:
    done = highroad("coverage")
    assert done.returncode == 0
    assert done.stdout.startswith("Inventory: 158 of 158 (157 covered, 1 waived)")


def test_what_is_missing_is_told_by_name() -> None:
    """The small house has next to nothing, and everything that it lacks is a gap of its own."""
    found = coverage(load(SMALL_HOUSE).project)
    gaps = list(found.gaps())
    for gap in ("the bank declaration has 3 questions, not 30", "module the-mill has no notes for whoever leads a group", "there is no sheet W16",
                "there is no sheet T2", "nothing shows that DNH-30 is met", "the check check-before has 2 questions, not 10"):
        assert gap in gaps, gap
    assert [gap for gap in gaps if gap.startswith("no question of the bank declaration leads to article 2, 3,")]


def test_each_objective_shows_its_questions_by_type() -> None:
    found = coverage(load(SMALL_HOUSE).project)
    row = found.curriculum.matrix["the-mill/explain-harm"]
    assert sum(row.values()) == found.objectives["the-mill/explain-harm"]
    assert (row["single"], row["decision"]) == (6, 1)
    assert "the-mill/explain-harm" in found.as_text()


def test_each_do_no_harm_requirement_and_each_erratum_leads_to_a_page_a_test_or_a_rule() -> None:
    found = coverage(our_course().project).curriculum
    assert list(found.dnh) == [f"DNH-{number:02}" for number in range(1, 31)]
    assert all(each["shown"] for each in found.dnh.values())
    assert len(found.resolved) == 48
    assert all(each["resolution"] in ("fix", "note") and each["pages"] for each in found.resolved.values())
    assert found.as_dict().keys() <= coverage(our_course().project).as_dict().keys()
