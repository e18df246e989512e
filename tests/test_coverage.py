"""Nothing of the source paper gets lost."""

from __future__ import annotations

import csv

from generator.checks.coverage import coverage
from generator.pipeline import load
from tests.project import ROOT, copy_project, highroad


def test_every_item_is_covered_or_waived_by_name() -> None:
    found = coverage(load(ROOT).project)
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
