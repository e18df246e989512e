"""What all tests share."""

from __future__ import annotations

import functools
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from tests.browser.axe import write_table
from tests.project import ROOT, highroad
from tests.sites import Run

SMALL_HOUSE = ROOT / "tests/small_house"

hypothesis.settings.register_profile("steady", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("steady")
"""The same examples in every run, and no complaint about a busy machine."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite what golden files expect; then read the diff")
    parser.addoption("--every-page", action="store_true", help="try every page in every language, not samples of those after the first (an hour)")


def pytest_configure(config: pytest.Config) -> None:
    """What was asked of this run."""
    Run.every_page = config.getoption("--every-page")


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether the run may rewrite what golden files expect."""
    return request.config.getoption("--update-goldens")


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    """A fresh copy of the smallest valid project, to break."""
    return Path(shutil.copytree(SMALL_HOUSE, tmp_path / "house"))


Desk = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def translate(small_house: Path) -> Desk:
    """Runs the translation desk in the small house, as a translator does: `translate("import", "es")`."""
    return functools.partial(highroad, "--project", small_house, "translate")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Whatever axe found in this run goes into one table."""
    reports = [report for group in terminalreporter.stats.values() for report in group if isinstance(report, pytest.TestReport)]
    accounts = [value for report in reports if report.when == "call" for key, value in report.user_properties if key == "axe"]
    if accounts:
        terminalreporter.write_line(write_table(accounts))
