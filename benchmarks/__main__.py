"""`make bench`: measures, prints the tables, and writes them to benchmarks/results.md."""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.builders import Builder, install, our_builder, their_builder, versions
from benchmarks.corpus import Corpus
from benchmarks.measure import Failed
from benchmarks.ours import REPOSITORY, first_module
from benchmarks.report import Round, head, size_section, weight_section
from benchmarks.weight import weights

RESULTS = Path(__file__).parent / "results.md"
OURS = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2")
THEIRS = ("mkdocs", "mkdocs-static-i18n", "mkdocs-material", "Markdown", "Jinja2")
MANY = 1_000
"""From so many pages on, one pair is measured unless --pairs says otherwise: the other builder takes minutes."""


def main() -> int:
    """Exit 0 where everything was measured, 1 where a build failed, 2 for wrong options."""
    options = _parser().parse_args()
    try:
        with _folder(options.keep) as folder:
            text = _measure(options, folder)
    except Failed as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    RESULTS.write_text(text, "utf-8")
    print(text)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures builds and pages. Figures are recorded, never asserted.")
    parser.add_argument("--sizes", type=_sizes, default=_sizes("72,600,3000"), metavar="N,N", help="pages, in six languages together")
    parser.add_argument("--pairs", type=int, metavar="N", help=f"pairs of builds; without it 3, and 1 from {MANY:,} pages on")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in this folder and keep it; without it, a temporary one")
    parser.add_argument("--site", type=Path, metavar="DIR", help="weigh the pages of this site; without it, site/, brought up to date")
    parser.add_argument("--date", default="", metavar="DATE", help="written into the results")
    return parser


def _sizes(given: str) -> list[Corpus]:
    try:
        return [Corpus.of_pages(int(each)) for each in given.split(",")]
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


@contextlib.contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given:
        given.mkdir(parents=True, exist_ok=True)
        yield given.resolve()
    else:
        with tempfile.TemporaryDirectory(prefix="highroad-bench-") as made:
            yield Path(made)


def _measure(options: argparse.Namespace, folder: Path) -> str:
    load, sources = os.getloadavg()[0], _sources()
    python = install(folder / "their-environment")
    facts = {
        **({"date": options.date} if options.date else {}),
        "machine": f"{os.cpu_count()} processors, {platform.system()} on {platform.machine()}, Python {platform.python_version()}; "
                   f"{load:.1f} processes were busy when the run began",
        "High Road": _told(versions(sys.executable, OURS)),
        "the other builder": _told(versions(python, THEIRS)),
        "ratio": "High Road / the other, median of the pairs (range)",
    }
    sections = [head(facts)]
    for builder in _pair(options.sizes[0], folder, python):
        builder.cold()  # not measured: after it both have their compiled Python files
    for corpus in options.sizes:
        builders = _pair(corpus, folder, python)
        pairs = options.pairs or (1 if corpus.pages >= MANY else 3)
        rounds = []
        for number in range(1, pairs + 1):
            print(f"{corpus.pages:,} pages, pair {number} of {pairs} …", file=sys.stderr)
            rounds.append(_round(corpus, *builders))
        sections.append(size_section(corpus, rounds))
    if _sources() != sources:
        raise Failed("generator/ was edited while it was measured, so these builds were not the same program. Run again.")
    sections.append(weight_section(weights(options.site or _site())))
    return "\n\n".join(sections) + "\n"


def _pair(corpus: Corpus, folder: Path, python: Path) -> tuple[Builder, Builder]:
    """Both builders with a fresh copy of the corpus."""
    for name in ("ours", "theirs"):
        shutil.rmtree(folder / f"{name}-{corpus.pages}", ignore_errors=True)
    return our_builder(corpus, folder / f"ours-{corpus.pages}"), their_builder(corpus, folder / f"theirs-{corpus.pages}", python)


def _round(corpus: Corpus, ours: Builder, theirs: Builder) -> Round:
    ours_cold, theirs_cold = ours.cold(), theirs.cold()
    our_output, their_output = ours.output(corpus), theirs.output(corpus)
    unchanged = ours.warm()
    module = first_module(ours.root)
    before = module.read_bytes()
    after = before.replace(b"opening: '", b"opening: 'Once more. ", 1)
    if after == before:
        raise Failed(f"{module.name} cannot be edited: its opening is not where it is looked for")
    module.write_bytes(after)
    try:
        edited = ours.warm()
    finally:
        module.write_bytes(before)
    return Round(ours_cold, theirs_cold, unchanged, edited, our_output, their_output)


def _sources() -> dict[Path, int]:
    """When each file of the generator was last written."""
    return {path: path.stat().st_mtime_ns for path in (REPOSITORY / "generator").rglob("*.py")}


def _site() -> Path:
    """The real site, up to date."""
    made = subprocess.run([sys.executable, "-m", "generator", "build", "--quiet"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if made.returncode:
        raise Failed(f"the site cannot be built, so its pages cannot be weighed\n{made.stderr[-2000:]}")
    return REPOSITORY / "site"


def _told(found: dict[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in found.items())


if __name__ == "__main__":
    sys.exit(main())
