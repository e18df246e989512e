"""`python -m benchmarks.reader`: what the reader's lessons weigh. Prints the tables, and writes them to benchmarks/reader.md."""

from __future__ import annotations

import gzip
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import rjsmin

from generator.pipeline import load
from generator.publish.fonts import faces
from generator.publish.website.assets import letters_of

REPOSITORY = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "reader.md"
EDITIONS = ("online", "community")
HEAD = """# What the reader weighs

Made by `python -m benchmarks.reader`. Bytes as they lie on a phone or a stick: nothing is compressed there. A lesson holds its styles, scripts
and fonts. Budgets: 150 KB for a module in Latin script, 220 KB in others; 12 KB gzip for the scripts of quiz and search together.

"""
BUDGET = {"th": 10, "km": 23, "ar": 12, "my": 48}
"""KiB that a font of one weight may have."""
_FONT = re.compile(r"base64,([A-Za-z0-9+/=]+)")
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script>.*?</script>", re.DOTALL)


def main() -> int:
    """Exit 1 where an export failed."""
    rows = ["| edition | language | kind | lessons | median, KB | largest, KB | which | of it fonts | styles | scripts |",
            "|---|---|---|---:|---:|---:|---|---:|---:|---:|"]
    with tempfile.TemporaryDirectory() as folder:
        for edition in EDITIONS:
            done = subprocess.run([sys.executable, "-m", "generator", "export", "html", "zip", "--edition", edition, "--to", f"{folder}/dist"],
                                  cwd=REPOSITORY, check=False)
            if done.returncode:
                return 1
        dist = Path(folder) / "dist"
        for lessons in sorted(path for path in dist.iterdir() if path.is_dir()):
            rows += _rows(lessons)
        archives = [f"| {path.name} | {path.stat().st_size / 1024:,.0f} |" for path in sorted(dist.glob("*.zip"))]
    text = HEAD + "\n".join([*rows, "", "| archive | KB |", "|---|---:|", *archives, "", *_scripts(), "", *_fonts()]) + "\n"
    RESULTS.write_text(text, "utf-8")
    print(text)
    return 0


def _rows(folder: Path) -> list[str]:
    """One row per kind of lesson, known by the page's own class."""
    kinds: dict[str, list[tuple[int, Path]]] = {}
    for path in folder.glob("*.html"):
        kind = re.search(r'class="reader[^"]* kind-([a-z]+)"', path.read_text("utf-8"))
        kinds.setdefault(kind[1] if kind else "other", []).append((path.stat().st_size, path))
    edition, _, tag = folder.name.partition("-")
    return [_row(edition, tag, kind, found) for kind, found in sorted(kinds.items()) if kind in ("module", "case", "list")]


def _row(edition: str, tag: str, kind: str, found: list[tuple[int, Path]]) -> str:
    largest, path = max(found)
    text = path.read_text("utf-8")
    fonts = sum(map(len, _FONT.findall(text)))
    style = sum(map(len, _STYLE.findall(text))) - fonts
    scripts = sum(map(len, _SCRIPT.findall(text)))
    median = statistics.median(size for size, _ in found)
    return (f"| {edition} | {tag} | {kind} | {len(found)} | {median / 1024:.0f} | {largest / 1024:.0f} | {path.stem} "
            f"| {fonts / 1024:.0f} | {style / 1024:.0f} | {scripts / 1024:.0f} |")


def _scripts() -> list[str]:
    folder = REPOSITORY / "site_overrides/components"
    rows = ["| scripts, minified | bytes | gzip |", "|---|---:|---:|"]
    groups = {"quiz": sorted(folder.glob("question*/*.js")) + sorted(folder.glob("quiz-review/*.js")), "search": sorted(folder.glob("search/*.js"))}
    for name, paths in {**groups, "quiz and search": groups["quiz"] + groups["search"], "all": sorted(folder.glob("*/*.js"))}.items():
        packed = [str(rjsmin.jsmin(path.read_text("utf-8"))).encode() for path in paths]
        rows.append(f"| {name} | {sum(map(len, packed)):,} | {sum(len(gzip.compress(each, 9, mtime=0)) for each in packed):,} |")
    return rows


def _fonts() -> list[str]:
    """One row per font of a script other than Latin: what of it a site holds."""
    loaded = load(REPOSITORY)
    rows = ["| language | font, cut to what is shown and typed | weight | bytes | budget | whole font |", "|---|---|---:|---:|---:|---:|"]
    for tag, language in loaded.project.languages.items():
        whole = {face.file: len(face.data) for face in faces(REPOSITORY, language.fonts, None)}
        for face in faces(REPOSITORY, language.fonts, letters_of(loaded, tag)) if language.alphabet else ():
            weight = re.search(r"font-weight:(\d+)", face.css)
            if "latin" not in face.file and weight:
                rows.append(f"| {tag} | {face.file} | {weight[1]} | {len(face.data):,} | {BUDGET[tag] * 1024:,} | {whole[face.file]:,} |")
    return rows


if __name__ == "__main__":
    sys.exit(main())
