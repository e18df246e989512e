"""Build the website."""

from __future__ import annotations

import argparse
import dataclasses
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.asked import languages_of
from generator.commands.say import Out
from generator.load.files import source_files
from generator.problems import BuildError
from generator.publish.manifest import Manifest, fingerprint

if TYPE_CHECKING:
    from generator.publish.website.site import Built

BUILD = ".build"
EDITION = "online"
"""The edition that is built where none is named, into `site/`. Others go to `site-<edition>/`, so that notes for trainers are never published
by accident."""
SHRUNKEN = 0.8
"""A new site with less than this share of the old one's pages is not published without being asked to."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--lang", metavar="TAG", action="append",
                        help="only this language; may be given several times. `en-XA` shows what cannot be translated, `ar-XB` what is not mirrored")
    parser.add_argument("--edition", metavar="ID", default=EDITION, help="a file in content/editions/")
    parser.add_argument("--to", metavar="DIR", type=Path, help="folder to write the site to; without it, site/, or site-ID/ for another edition")
    parser.add_argument("--jobs", metavar="N", type=int, default=os.cpu_count() or 1, help="languages built at the same time")
    parser.add_argument("--clean", action="store_true", help="build every page again")
    parser.add_argument("--allow-shrink", action="store_true", help="publish even if many pages are gone")


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Write a complete new site beside the old one, check it, and put it in its place."""
    began = time.monotonic()
    target = target_of(options, root)
    place = root / BUILD / f"{target.name}.json" if options.to is None else target.parent / f".{target.name}.json"
    manifest = Manifest() if options.clean else Manifest.read(place)
    inputs = fingerprint(input_files(root), options.edition, repr(options.lang))
    if manifest.inputs == inputs and target.is_dir() and manifest.outputs == _outputs(target):
        out.say(f"{manifest.summary}\nNothing has changed since. Open {target / 'index.html'}")
        return 0
    # Imported here, because a build with nothing to do needs none of it.
    from generator.checks.site import folder_files, site_problems
    from generator.localise.pseudo import LANGUAGES, with_pseudo_languages
    from generator.pipeline import load
    from generator.publish.swap import refuse_other_folders, staging, swap
    from generator.publish.website.site import build_site

    refuse_other_folders(target, root)
    loaded = load(root)
    languages = languages_of(options, loaded, LANGUAGES)
    project, catalogs = with_pseudo_languages(loaded.project, loaded.catalogs, languages)
    loaded = dataclasses.replace(loaded, project=project, catalogs=catalogs)
    with staging(target) as new:
        built, unchanged = build_site(loaded, options.edition, languages, new, target, manifest, max(1, options.jobs))
        if problems := site_problems(folder_files(new), known=unchanged, outgoing=loaded.project.editions[options.edition].outgoing_links):
            raise BuildError(f"the new site has {len(problems)} faults, so the old one stays:\n" + "\n".join(problems[:50]))
        pages = {file: key for each in built for file, key in each.keys.items()}
        _refuse_shrinking(pages, manifest, options)
        swap(new, target)
    summary = _summary(built)
    Manifest(inputs, _outputs(target), summary, pages, manifest.declarations).write(place)
    rebuilt = sum(each.rebuilt for each in built)
    out.say(f"{summary}\n{rebuilt} pages built, {len(pages) - rebuilt} taken over unchanged, {time.monotonic() - began:.1f} s. "
            f"Open {target / 'index.html'}")
    return 0


def target_of(options: argparse.Namespace, root: Path) -> Path:
    """The folder that the site is written to."""
    return (options.to or root / ("site" if options.edition == EDITION else f"site-{options.edition}")).resolve()


def _refuse_shrinking(pages: dict[str, list[str]], manifest: Manifest, options: argparse.Namespace) -> None:
    if not pages:
        raise BuildError("the new site would have no pages, so the old one stays.")
    tags = {file.partition("/")[0] for file in pages}
    before = [file for file in manifest.pages if file.partition("/")[0] in tags]
    if len(pages) < SHRUNKEN * len(before) and not options.allow_shrink:
        raise BuildError(f"the new site has {len(pages)} pages and the old one {len(before)}, so the old one stays. "
                         "If that is meant, run `.venv/bin/highroad build --allow-shrink`.")


def _summary(built: list[Built]) -> str:
    return "\n".join(f"{each.tag}: {each.pages} pages, {each.questions} questions" for each in built)


def input_files(root: Path) -> list[Path]:
    """Every file that a build depends on."""
    code = sorted(Path(__file__).parents[1].rglob("*.py"))
    browser = sorted(path for path in (root / "site_overrides").rglob("*") if path.is_file())
    locks = [path for name in ("mkdocs.yml", "uv.lock", "package-lock.json", "node_modules/.package-lock.json") if (path := root / name).is_file()]
    return [*source_files(root), *code, *browser, *locks]


def _outputs(target: Path) -> str:
    return fingerprint(sorted(path for path in target.rglob("*") if path.is_file()))
