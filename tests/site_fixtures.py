"""The real site and the small house's, built once for each worker, and served."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import SMALL_HOUSE
from tests.project import ROOT, copy_project, highroad
from tests.sites import SITES, Site


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


@pytest.fixture(scope="session")
def small_faces(small_site: Path) -> Path:
    """A folder with every face of the small house: `website`, `lessons` (files that stand alone) and `folder` (pages beside their assets)."""
    project = small_site.parent
    (project / "faces").mkdir()
    (project / "faces/website").symlink_to(small_site)
    for face, package in (("lessons", "html"), ("folder", "zip")):
        done = highroad("export", package, "--edition", "online", "--to", project / "faces" / face, cwd=project)
        assert done.returncode == 0, done.stderr
    for archive in (project / "faces/folder").glob("*.zip"):
        shutil.unpack_archive(archive, project / "faces/folder")
    return project / "faces"


@pytest.fixture(scope="session")
def small_faces_served(small_faces: Path) -> Iterator[str]:
    """The address at which they are served on this machine."""
    with serving(small_faces) as address:
        yield address


@pytest.fixture(scope="session")
def site_called(site: Path) -> Callable[[str], Site]:
    """Gives one of `SITES`, built when it is first asked for."""
    made = {"online": Site("online", site)}

    def give(name: str) -> Site:
        if name not in made:
            folder = site.parent / f"site-{name}"
            done = highroad(*SITES[name], "--to", folder, cwd=site.parent)
            assert done.returncode == 0, done.stderr
            for archive in folder.glob("*.zip"):
                shutil.unpack_archive(archive, folder)
                archive.unlink()
            made[name] = Site(name, folder)
        return made[name]

    return give


@pytest.fixture(params=SITES)
def each_site(request: pytest.FixtureRequest, site_called: Callable[[str], Site]) -> Site:
    """Every face, one after the other."""
    return site_called(request.param)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which a folder is served on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address at which the site is served on this machine."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def small_served(small_site: Path) -> Iterator[str]:
    """The address at which the small house's site is served on this machine."""
    with serving(small_site) as address:
        yield address
