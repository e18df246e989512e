"""The real site, built once for each worker, and served."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import copy_project, highroad


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the real site, and what the build printed."""
    project = copy_project(tmp_path_factory.mktemp("real") / "project")
    done = highroad("build", cwd=project)
    assert done.returncode == 0, done.stderr
    return project / "site", done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(built: tuple[Path, str]) -> Path:
    """The folder of the real site."""
    return built[0]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address at which the site is served on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
