"""The small house as two sites: one that may remember, and one that keeps nothing and can be left quickly."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import ROOT, copy_project, highroad

FACES = ("http", "file")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer the browser's own question for an icon, which is no fault of a page."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
            return
        super().do_GET()


@pytest.fixture(scope="session")
def course_sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Addresses of the sites, without language: `online http`, `quiet file` and so on."""
    project = copy_project(tmp_path_factory.mktemp("course") / "project", ROOT / "tests/small_house")
    found: dict[str, str] = {}
    servers = []
    for edition, folder in (("online", "site"), ("quiet", "site-quiet")):
        done = highroad("build", "--edition", edition, "--lang", "en", cwd=project)
        assert done.returncode == 0, done.stderr
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(project / folder)))
        servers.append((server, threading.Thread(target=server.serve_forever, daemon=True)))
        servers[-1][1].start()
        found[f"{edition} file"] = (project / folder).as_uri()
        found[f"{edition} http"] = f"http://127.0.0.1:{server.server_port}"
    yield found
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(params=FACES)
def course(request: pytest.FixtureRequest, course_sites: dict[str, str]) -> str:
    """The address of the English pages of the site that may remember: over http, or from a folder."""
    return f"{course_sites[f'online {request.param}']}/en"


@pytest.fixture(params=FACES)
def quiet(request: pytest.FixtureRequest, course_sites: dict[str, str]) -> str:
    """The address of the English pages of the site that keeps nothing."""
    return f"{course_sites[f'quiet {request.param}']}/en"


def folder_of(address: str) -> Path:
    """The folder behind a `file:` address."""
    return Path(address.removeprefix("file://"))
