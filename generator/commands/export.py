"""Write packages for places without network."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.checks.site import site_problems
from generator.commands.asked import languages_of
from generator.commands.say import Out
from generator.packages import FORMATS
from generator.packages.checksums import SUMS, checksums
from generator.packages.parity import parity
from generator.pipeline import Loaded, load
from generator.problems import BuildError, did_you_mean
from generator.publish.reader.book import Book, book
from generator.publish.swap import refuse_other_folders, staging, swap

EDITION = "community"
"""The edition that is exported where none is named: what is passed from hand to hand should be the safest."""
PARITY = "parity.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("format", metavar="FORMAT", nargs="+", choices=sorted(FORMATS), help=" or ".join(sorted(FORMATS)))
    parser.add_argument("--lang", metavar="TAG", action="append", help="only this language; may be given several times")
    parser.add_argument("--module", metavar="ID", action="append", help="only this module or case; may be given several times")
    parser.add_argument("--edition", metavar="ID", default=EDITION, help=f"a file in content/editions/; without it, {EDITION}")
    parser.add_argument("--to", metavar="DIR", type=Path, help="folder to write to; without it, dist/")


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Write the packages, their checksums and the proof of parity. Other packages that lie there stay."""
    target = (options.to or root / "dist").resolve()
    refuse_other_folders(target, root, SUMS)
    loaded = load(root)
    made: dict[str, bytes] = {}
    for tag in languages_of(options, loaded):
        written = book(loaded, options.edition, tag, _modules(options, loaded))
        _refuse_faults(written, outgoing=loaded.project.editions[options.edition].outgoing_links)
        for name in options.format:
            made |= FORMATS[name](f"{options.edition}-{tag}", written.lessons, written.folder)
    files = _kept(target, made) | made
    files[PARITY] = parity(files)
    files[SUMS] = checksums(files)
    with staging(target) as new:
        for path, data in files.items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(data)
        swap(new, target)
    for path in sorted(made):
        out.say(f"{len(made[path]) / 1024:8,.0f} KB  {path}")
    out.say(f"{len(made)} files in {target}")
    return 0


def _refuse_faults(written: Book, *, outgoing: bool) -> None:
    problems = site_problems(written.lessons, outgoing=outgoing) + site_problems(written.folder, outgoing=outgoing)
    if problems:
        raise BuildError(f"the new pages have {len(problems)} faults, so nothing is written:\n" + "\n".join(problems[:50]))


def _kept(target: Path, made: dict[str, bytes]) -> dict[str, bytes]:
    """What other exports wrote: everything but the folders and files that are written now."""
    tops = {path.partition("/")[0] for path in made} | {SUMS, PARITY}
    listed = (path for path in sorted(target.rglob("*")) if path.is_file() and not path.is_symlink())
    return {name: path.read_bytes() for path in listed if (name := path.relative_to(target).as_posix()).partition("/")[0] not in tops}


def _modules(options: argparse.Namespace, loaded: Loaded) -> list[str]:
    known = {**loaded.project.modules, **loaded.project.cases}
    for name in options.module or ():
        if name not in known:
            raise BuildError(f"there is no module or case {name}. {did_you_mean(name, known)}")
    return list(options.module or ())
