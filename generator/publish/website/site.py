"""Builds the whole site into a folder: one MkDocs run per language, shared assets once. Pages that would come out the same are taken over."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.compile.frame import AWAY, unwanted
from generator.localise.project import localise
from generator.pipeline import COMPONENTS, Loaded
from generator.publish.declarations.site import write_declarations
from generator.publish.manifest import Manifest, digest
from generator.publish.search import SCRIPT
from generator.publish.website.assets import OVERRIDES, assets
from generator.publish.website.mkdocs_run import run
from generator.publish.website.pages import write_pages
from generator.publish.workers import pool
from generator.render.environment import environment
from generator.render.locator import Atlas


@dataclass(frozen=True, slots=True)
class Built:
    """What one language's build made."""

    tag: str
    pages: int
    rebuilt: int
    questions: int
    keys: dict[str, list[str]]


def build_site(
    loaded: Loaded, edition: str, languages: Sequence[str], to: Path, old: Path, manifest: Manifest, jobs: int,
) -> tuple[list[Built], frozenset[str]]:
    """Build every language into `to`. `old` is the site that stands, and `manifest` what it was made of. Returns also the files of the Declaration's
    texts that were taken over as they were."""
    for name, data in assets(loaded, languages, unwanted(loaded.project.editions[edition])).items():
        path = to / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    Atlas.read(loaded.root)  # once, before the workers fork
    (to / "index.html").write_text(_chooser(loaded, languages, edition), "utf-8")
    chosen = loaded.project.editions[edition]
    unchanged = write_declarations(loaded, chosen, languages, to, old, manifest, jobs)
    work = _Work(loaded, edition, languages, to, old, manifest, _frame_key(loaded.root))
    if jobs == 1 or len(languages) == 1:
        return [_language(work, tag) for tag in languages], unchanged
    with pool(min(jobs, len(languages)), _Work.take, work) as workers:
        return list(workers.map(_taken, languages)), unchanged


@dataclass(frozen=True, slots=True)
class _Work:
    """What the builds of all languages share. Workers inherit it by forking instead of having it sent."""

    loaded: Loaded
    edition: str
    languages: Sequence[str]
    to: Path
    old: Path
    manifest: Manifest
    frame: str

    def take(self) -> None:
        _SHARED.append(self)


_SHARED: list[_Work] = []


def _taken(tag: str) -> Built:
    return _language(_SHARED[-1], tag)


def _language(work: _Work, tag: str) -> Built:
    loaded, to = work.loaded, work.to
    written = write_pages(loaded, tag, work.edition, work.languages)
    keys: dict[str, list[str]] = {}
    changed: set[str] = set()
    for name in written.pages:
        file = f"{tag}/{name.removesuffix('.md')}.html"
        key = digest((written.folder / name).read_bytes() + work.frame.encode() + repr(sorted(written.words.items())).encode())
        keys[file] = [key, ""]
        if not _take_over(file, key, to, work.old, work.manifest):
            changed.add(name)
    if changed:
        run(loaded.root, written.folder, to / f".{tag}", written.words, changed)
        for name in changed:
            file = to / tag / (name.removesuffix(".md") + ".html")
            file.parent.mkdir(parents=True, exist_ok=True)
            (to / f".{tag}" / file.relative_to(to / tag)).rename(file)
        shutil.rmtree(to / f".{tag}")
    (to / tag / SCRIPT).write_bytes(written.search)
    if written.away:
        (to / tag / f"{AWAY}.html").write_text(written.away, "utf-8")
    for file, entry in keys.items():
        entry[1] = digest((to / file).read_bytes())
    return Built(tag, len(written.pages), len(changed), written.questions, keys)


def _take_over(file: str, key: str, to: Path, old: Path, manifest: Manifest) -> bool:
    """Copy a page from the site that stands, if it was made of the same and nobody has touched it since."""
    made_of, made = manifest.pages.get(file, ("", ""))
    if made_of != key or not (old / file).is_file() or digest((old / file).read_bytes()) != made:
        return False
    (to / file).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(old / file, to / file)
    return True


def _frame_key(root: Path) -> str:
    """The hash of what frames every page: the templates, and the adapter itself."""
    files = [*sorted((root / OVERRIDES).glob("*.html")), *sorted((root / OVERRIDES / "partials").glob("*.html")), root / "mkdocs.yml",
             *sorted(Path(__file__).parent.glob("*.py"))]
    return digest(b"\0".join(path.read_bytes() for path in files))


def _chooser(loaded: Loaded, languages: Sequence[str], edition: str) -> str:
    """`index.html`: choose a language, and read in it what this is (in a quiet edition, nothing of that)."""
    template = environment(loaded.root / COMPONENTS).get_template("chooser/chooser.html")
    project, chosen = loaded.project, loaded.project.editions[edition]
    courses = {tag: (project.languages[tag], localise(project, tag, loaded.catalogs, None, chosen).course) for tag in languages}
    title = project.ui["quiet-site"] if chosen.quiet else project.course.title
    return template.render(title=title.value, quiet=chosen.quiet, languages=courses) + "\n"
