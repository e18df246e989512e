"""Runs one command and says what it cost: time, processor, memory, for the whole tree of its processes."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.1
"""Seconds between two readings of memory."""
MIB = 1024 * 1024


class Failed(Exception):
    """A command ended with an error. The text is what it printed last."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost."""

    wall: float
    """Seconds from start to end."""
    processor: float
    """Seconds of processor time, user and system, of the command and every process it waited for."""
    tree: float
    """MiB: the highest sum over all processes that were alive at one moment, shared pages counted once (`Pss`), read every EVERY seconds.
    0 where the system does not tell."""
    largest: float
    """MiB: the peak of the largest single process (`ru_maxrss`, kept by the kernel)."""


def run(command: Sequence[str | Path], folder: Path, compiled: Path) -> Cost:
    """Run a command in a folder to its end. Raises Failed where it does not end well.

    `compiled` is where Python keeps its compiled files, so that neither builder compiles its own modules again in every run.
    """
    with tempfile.TemporaryFile() as said:
        done, peak = threading.Event(), [0.0]
        began = time.perf_counter()
        process = subprocess.Popen([*map(str, command)], cwd=folder, stdout=said, stderr=subprocess.STDOUT, start_new_session=True,
                                   env=_environment(compiled))
        watcher = threading.Thread(target=_watch, args=(process.pid, done, peak))
        watcher.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
        finally:
            done.set()
            watcher.join()
        if process.returncode:
            said.seek(0)
            raise Failed(f"{' '.join(map(str, command))}\n{said.read().decode('utf-8', 'replace')[-3000:]}")
        return Cost(wall, usage.ru_utime + usage.ru_stime, peak[0] / MIB, usage.ru_maxrss * 1024 / MIB)


def _environment(compiled: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(compiled), "NO_MKDOCS_2_WARNING": "1"}


def _watch(session: int, done: threading.Event, peak: list[float]) -> None:
    while not done.wait(EVERY):
        peak[0] = max(peak[0], sum(_memory(pid) for pid in _members(session)))


def _members(session: int) -> list[str]:
    """The processes of the session that the command leads."""
    found = []
    for entry in os.scandir("/proc") if Path("/proc/self").exists() else ():
        try:
            if entry.name.isdigit() and os.getsid(int(entry.name)) == session:
                found.append(entry.name)
        except OSError:
            continue  # it ended in between
    return found


def _memory(pid: str) -> float:
    """Bytes of memory of a process, with its part of what it shares."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
