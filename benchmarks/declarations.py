"""`python -m benchmarks.declarations`: what the Declaration in every language adds to a build. Prints the table, and writes it to declarations.md."""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "declarations.md"
COPIED = ("content", "cases", "quizzes", "site_overrides")
LINKED = ("node_modules", "generator", "mkdocs.yml", "package-lock.json")
EDITION = "content/editions/online.yaml"
EDITED = "content/agenda/adaptation-guide.yaml"
PAIRS = 1
HEAD = """# What the Declaration in every language costs

Made by `python -m benchmarks.declarations`: this project's edition `online`, built with `declarations: none` and with `all`, in turns. Seconds of
the processor, user and system, of the command and all its workers; the median of {pairs} run(s), with the range. The load of the machine was {load:.1f}
on {cores} cores when the run began, so seconds on the clock are not told.

"""


def main() -> int:
    """Exit 1 where a build failed."""
    load = os.getloadavg()[0]
    found: dict[tuple[str, str], list[float]] = {}
    sizes = {}
    with tempfile.TemporaryDirectory() as folder:
        for run in range(PAIRS):
            for which in ("none", "all"):
                project = _project(Path(folder) / f"{which}-{run}", which)
                for what in ("first", "one page edited", "nothing changed"):
                    if what == "one page edited":
                        page = project / EDITED
                        page.write_text(page.read_text("utf-8").replace("title: ", "title: A ", 1), "utf-8")
                    found.setdefault((what, which), []).append(_cost(project))
                sizes[which] = [path.stat().st_size for path in (project / "site").rglob("*") if path.is_file()]
                shutil.rmtree(project)
    rows = ["| build | without | with | adds |", "|---|---:|---:|---:|"]
    for what in ("first", "one page edited", "nothing changed"):
        without, held = found[what, "none"], found[what, "all"]
        rows.append(f"| {what} | {_told(without)} | {_told(held)} | {statistics.median(held) - statistics.median(without):.1f} |")
    rows += ["", f"Files: {len(sizes['none']):,} without, {len(sizes['all']):,} with; {sum(sizes['none']) / 1e6:.1f} MB and {sum(sizes['all']) / 1e6:.1f} MB."]
    text = HEAD.format(pairs=PAIRS, load=load, cores=os.cpu_count()) + "\n".join(rows) + "\n"
    RESULTS.write_text(text, "utf-8")
    print(text)
    return 0


def _project(root: Path, which: str) -> Path:
    root.mkdir()
    for name in COPIED:
        shutil.copytree(REPOSITORY / name, root / name)
    for name in LINKED:
        (root / name).symlink_to(REPOSITORY / name)
    edition = root / EDITION
    edition.write_text(edition.read_text("utf-8").replace("declarations: all", f"declarations: {which}"), "utf-8")
    return root


def _cost(project: Path) -> float:
    """The processor's seconds of one build."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "generator", "build", "--quiet"], cwd=project, check=True, env={**os.environ, "PYTHONPATH": str(REPOSITORY)})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _told(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.1f} ({min(seconds):.1f} to {max(seconds):.1f})"


if __name__ == "__main__":
    sys.exit(main())
