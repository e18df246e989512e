"""A live preview on this machine: serves the site, and tells open pages when it was built anew or what is wrong with the sources."""

from __future__ import annotations

import functools
import http.server
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.problems import Problem

LIVE = "site_overrides/live"
"""Holds the script that open pages get, and the element that loads it."""
_POLICY = re.compile(rb"(default-src 'none';)")
_HEAD = re.compile(rb"(?=</head>)")


@dataclass(slots=True)
class State:
    """What open pages are told."""

    version: int = 0
    """Counts the builds that succeeded."""
    problems: list[str] = field(default_factory=list)
    """What is wrong with the sources now; empty where nothing is."""

    def built(self) -> None:
        """A new site stands."""
        self.version, self.problems = self.version + 1, []

    def failed(self, problems: Sequence[Problem | str]) -> None:
        """The old site stands, because of these."""
        self.problems = [str(each) for each in problems]


def server(root: Path, site: Path, state: State, port: int) -> http.server.ThreadingHTTPServer:
    """A server on this machine only. Pages get one script more than the published ones, and may ask this server for news."""
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(_Handler, directory=str(site), live=root / LIVE, state=state))


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, live: Path, state: State, **more: object) -> None:
        self.live, self.state = live, state
        super().__init__(*arguments, **more)

    def do_GET(self) -> None:
        """News, the script, or a file of the site."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if self.path == "/__live":
            self.answer(json.dumps({"version": self.state.version, "problems": self.state.problems}).encode(), "application/json")
        elif self.path in ("/__live.js", "/__live.css"):
            name = self.path.removeprefix("/__")
            self.answer((self.live / name).read_bytes(), "text/javascript" if name == "live.js" else "text/css")
        elif path.suffix == ".html" and not path.is_file():
            self.answer((self.live / "missing.html").read_bytes(), "text/html; charset=utf-8")
        elif path.suffix == ".html" and path.is_file():
            page = _POLICY.sub(rb"\1 connect-src 'self';", path.read_bytes(), count=1)
            self.answer(_HEAD.sub((self.live / "live.html").read_bytes(), page, count=1), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def answer(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""
