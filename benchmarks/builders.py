"""The two builders: how each is made ready, started, and what it wrote."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks import measure, ours, theirs
from benchmarks.corpus import Corpus
from benchmarks.measure import Cost, Failed

REQUIREMENTS = Path(__file__).parent / "requirements.txt"
_VERSIONS = "import importlib.metadata as m, json, sys; print(json.dumps({n: m.version(n) for n in sys.argv[1:]}))"


@dataclass(frozen=True, slots=True)
class Output:
    """What a build wrote."""

    pages: int
    """HTML files."""
    page: float
    """Bytes of the HTML of a module's page, median."""
    html: int
    """Bytes of all HTML files."""
    total: int
    """Bytes of all files."""


@dataclass(frozen=True, slots=True)
class Builder:
    """One builder with its copy of a corpus in the folder `root`."""

    root: Path
    command: tuple[str | Path, ...]
    left: tuple[str, ...]
    """What a build leaves in its folder: removed before a cold build."""

    def cold(self) -> Cost:
        """Build with nothing left from before."""
        for name in self.left:
            shutil.rmtree(self.root / name, ignore_errors=True)
        return self.warm()

    def warm(self) -> Cost:
        """Build again."""
        return measure.run(self.command, self.root, self.root.parent / "compiled")

    def output(self, corpus: Corpus) -> Output:
        """What stands in the built site. Raises Failed where it is not the whole corpus."""
        files = {path: path.stat().st_size for path in (self.root / "site").rglob("*") if path.is_file()}
        html = {path: size for path, size in files.items() if path.suffix == ".html"}
        modules = [size for path, size in html.items() if path.parent.name == "modules"]
        if len(modules) != corpus.pages:
            raise Failed(f"{self.root.name} wrote {len(modules)} pages of modules, not {corpus.pages}")
        return Output(len(html), statistics.median(modules), sum(html.values()), sum(files.values()))


def our_builder(corpus: Corpus, root: Path) -> Builder:
    """High Road, from this repository, over the corpus written into `root`."""
    ours.write_project(corpus, root)
    return Builder(root, (sys.executable, "-P", "-m", "generator", "build", "--project", root), ("site", ".build"))


def their_builder(corpus: Corpus, root: Path, python: Path) -> Builder:
    """mkdocs with static-i18n and Material, over the corpus written into `root`."""
    theirs.write_project(corpus, root)
    return Builder(root, (python, "-m", "mkdocs", "build", "--quiet"), ("site",))


def install(folder: Path) -> Path:
    """The Python of a virtual environment that has the other builder, made if it is not there. Raises Failed where it cannot be installed."""
    python = folder / "bin/python"
    mark = folder / "installed.txt"
    if mark.is_file() and mark.read_text("utf-8") == REQUIREMENTS.read_text("utf-8"):
        return python
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True, capture_output=True, text=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS],
                       check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", "") or str(error)
        raise Failed(f"the builder to measure against cannot be installed ({REQUIREMENTS.name}). Is there a network?\n{said[-1500:]}") from None
    mark.write_text(REQUIREMENTS.read_text("utf-8"), "utf-8")
    return python


def versions(python: Path | str, names: tuple[str, ...]) -> dict[str, str]:
    """The versions of packages that a Python has."""
    made = subprocess.run([python, "-c", _VERSIONS, *names], check=True, capture_output=True, text=True)
    return json.loads(made.stdout)
