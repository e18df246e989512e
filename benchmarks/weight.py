"""What a page of the real site weighs on a first visit, when nothing is cached: each file that a browser asks for."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Error, sync_playwright

KINDS = {".html": "html", ".css": "css", ".js": "script", ".woff2": "fonts", ".svg": "pictures"}
PAGES = {"home": "index.html", "case": "cases/*.html", "module": "modules/*.html", "article": "rights/article-*.html"}
"""Kinds of pages and where their files are, below a language; the heaviest file of each kind is taken."""


@dataclass(frozen=True, slots=True)
class Weight:
    """One page and what came with it."""

    name: str
    """The page's file, below the site's folder."""
    raw: dict[str, int]
    """Bytes by kind of file (one of KINDS' values)."""
    packed: dict[str, int]
    """Bytes after gzip, as a server would send them; fonts are packed already and stay as they are."""
    requests: int


def weights(site: Path, tag: str = "en") -> list[Weight]:
    """Weigh the heaviest page of each kind with the system's Chromium. An empty list where there is no browser."""
    try:
        return list(_weigh(site.resolve(), tag))
    except Error:
        return []


def _weigh(site: Path, tag: str) -> Iterator[Weight]:
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        for pattern in PAGES.values():
            found = [path for path in (site / tag).glob(pattern) if path.name != "index.html" or pattern == "index.html"]
            if not found:
                continue
            largest = max(sorted(found), key=lambda path: path.stat().st_size)
            page = browser.new_page()
            asked: dict[Path, None] = {}
            page.on("request", lambda request, asked=asked: asked.setdefault(Path(unquote(urlsplit(request.url).path))))
            page.goto(largest.as_uri(), wait_until="load")
            page.evaluate("document.fonts.ready.then(() => true)")
            page.close()
            yield _sum(largest.relative_to(site).as_posix(), list(asked))
        browser.close()


def _sum(name: str, files: list[Path]) -> Weight:
    raw, packed = dict.fromkeys(KINDS.values(), 0), dict.fromkeys(KINDS.values(), 0)
    for path in files:
        data, kind = path.read_bytes(), KINDS[path.suffix]
        raw[kind] += len(data)
        packed[kind] += len(data) if kind == "fonts" else len(gzip.compress(data, 9, mtime=0))
    return Weight(name, raw, packed, len(files))


def _chromium() -> str | None:
    """The system's Chromium; None lets Playwright look for its own."""
    return next((path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome") if Path(path).exists()), None)
