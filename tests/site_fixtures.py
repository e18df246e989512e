"""The real site and the small house's, built once for each worker, and served."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SMALL_HOUSE
from tests.project import ROOT, copy_project, highroad


def _built(sources: Path, to: Path) -> tuple[Path, str]:
    project = copy_project(to / "project", sources)
    done = highroad("build", cwd=project)
    assert done.returncode == 0, done.stderr
    return project / "site", done.stdout + done.stderr


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the real site, and what the build printed."""
    return _built(ROOT, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def site(built: tuple[Path, str]) -> Path:
    """The folder of the real site."""
    return built[0]


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small house's site: one question of every type, in English and in Arabic."""
    return _built(SMALL_HOUSE, tmp_path_factory.mktemp("small"))[0]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address at which the site is served on this machine."""
    with _served(site) as address:
        yield address


@pytest.fixture(scope="session")
def small_served(small_site: Path) -> Iterator[str]:
    """The address at which the small house's site is served on this machine."""
    with _served(small_site) as address:
        yield address
