"""Show the site on this machine, and build it again whenever a source changes."""

from __future__ import annotations

import argparse
import threading
import time
from pathlib import Path

from generator.commands import build
from generator.commands.say import Out
from generator.problems import BuildError, SourceError
from generator.publish.manifest import fingerprint
from generator.publish.preview import State, server

PORT = 8000
LOOK = 0.8
"""Seconds between two looks at the sources. A look reads names, sizes and times only."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    build.arguments(parser)
    parser.add_argument("--port", metavar="N", type=int, default=PORT, help="0 takes any free one")


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Serve until stopped with Ctrl-C. Problems are shown in the page and on the terminal; the last good site stays."""
    state = State()
    try:
        _build(options, root, out, state)
        made = server(root, build.target_of(options, root), state, options.port)
    except OSError as error:
        raise BuildError(f"the port {options.port} cannot be used ({error.strerror}). "
                         "Perhaps another `make serve` runs. Try `.venv/bin/highroad serve --port 0`.") from None
    threading.Thread(target=made.serve_forever, daemon=True).start()
    out.answer(f"Open http://127.0.0.1:{made.server_port}/index.html (Ctrl-C stops)")
    options.clean = False
    seen = fingerprint(build.input_files(root))
    while True:
        time.sleep(LOOK)
        now = fingerprint(build.input_files(root))
        if now != seen:
            seen = now
            _build(options, root, out, state)


def _build(options: argparse.Namespace, root: Path, out: Out, state: State) -> None:
    try:
        build.run(options, root, out)
        state.built()
    except SourceError as error:
        out.problems(error.problems)
        state.failed(error.problems)
    except BuildError as error:
        out.error(str(error))
        state.failed([str(error)])
