"""The real site and the small house's, built once for all workers, and served. No test changes them."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import SMALL_HOUSE
from tests.project import ROOT, copy_project, highroad
from tests.sites import SITES, VARIED, Run, Site, asked


@contextmanager
def shared(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """A folder of the run, for one worker at a time."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


def _built(sources: Path, factory: pytest.TempPathFactory, name: str) -> tuple[Path, str]:
    with shared(factory, name) as folder:
        told = folder / "told.txt"
        if not told.exists():
            done = highroad("build", cwd=copy_project(folder / "project", sources))
            assert done.returncode == 0, done.stderr
            told.write_text(done.stdout + done.stderr, "utf-8")
        return folder / "project/site", told.read_text("utf-8")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the real site, and what the build printed."""
    return _built(ROOT, tmp_path_factory, "real")


@pytest.fixture(scope="session")
def site(built: tuple[Path, str]) -> Path:
    """The folder of the real site."""
    return built[0]


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small house's site: one question of every type, in English and in Arabic."""
    return _built(SMALL_HOUSE, tmp_path_factory, "small")[0]


@pytest.fixture(scope="session")
def small_faces(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every face of the small house: `website`, `lessons` (files that stand alone) and `folder` (pages beside their assets)."""
    project = small_site.parent
    faces = project / "faces"
    with shared(tmp_path_factory, "small"):
        if not (faces / "website").exists():
            for face, package in (("lessons", "html"), ("folder", "zip")):
                done = highroad("export", package, "--edition", "online", "--to", faces / face, cwd=project)
                assert done.returncode == 0, done.stderr
            for archive in (faces / "folder").glob("*.zip"):
                shutil.unpack_archive(archive, faces / "folder")
            (faces / "website").symlink_to(small_site)
    return faces


@pytest.fixture(scope="session")
def small_faces_served(small_faces: Path) -> Iterator[str]:
    """The address at which they are served on this machine."""
    with serving(small_faces) as address:
        yield address


@pytest.fixture(scope="session")
def site_called(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Site]:
    """Gives one of `SITES`, built when it is first asked for."""
    def give(name: str) -> Site:
        if name == "online":
            return Site(name, site)
        folder = site.parent / f"site-{name}"
        whole = folder.with_suffix(".whole")
        with shared(tmp_path_factory, "real"):
            if not whole.exists():
                done = highroad(*asked(name), "--to", folder, cwd=site.parent)
                assert done.returncode == 0, done.stderr
                for archive in folder.glob("*.zip"):
                    shutil.unpack_archive(archive, folder)
                    archive.unlink()
                whole.touch()
        return Site(name, folder)

    return give


@pytest.fixture(params=SITES)
def each_site(request: pytest.FixtureRequest, site_called: Callable[[str], Site]) -> Site:
    """Every face, one after the other."""
    return site_called(request.param)


@pytest.fixture(params=VARIED)
def varied(request: pytest.FixtureRequest, site_called: Callable[[str], Site]) -> tuple[Site, list[Path]]:
    """Each of `VARIED`, and a few of its pages: of every kind, and with every component that the pages of those before it do not hold."""
    known: frozenset[str] = frozenset()
    for name in VARIED:
        site = site_called(name)
        pages, known = site.few(frozenset() if Run.every_page else known)
        if name == request.param:
            break
    return site, pages


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
