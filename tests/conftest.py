"""What all tests share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.project import ROOT

SMALL_HOUSE = ROOT / "tests/small_house"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite what golden files expect; then read the diff")


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether the run may rewrite what golden files expect."""
    return request.config.getoption("--update-goldens")


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    """A fresh copy of the smallest valid project, to break."""
    return Path(shutil.copytree(SMALL_HOUSE, tmp_path / "house"))
