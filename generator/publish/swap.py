"""Replaces a folder by a complete new one in one step, so that whoever looks sees the old one or the new one, whole.

The new tree is written beside the old one, and exchanged with it by one `renameat2(RENAME_EXCHANGE)`. Where the file system cannot
(FAT, Windows), two renames do it; a run that dies between them is mended by the next.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.problems import BuildError

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


MARK = "assets/site.css"
"""A file that stands in every site that we built, and by which we know our own."""


def refuse_other_folders(target: Path, root: Path, mark: str = MARK) -> None:
    """Raise BuildError unless `target` is missing, an empty folder, or ours, which we know by the file `mark`: all that stands there is replaced."""
    if root.is_relative_to(target):
        raise BuildError(f"{target} holds the project itself, and a build replaces all that stands there. Name a new folder.")
    if target.exists() and not target.is_dir():
        raise BuildError(f"{target} is a file. Name a new folder.")
    if target.is_dir() and any(target.iterdir()) and not (target / mark).is_file():
        raise BuildError(f"{target} holds other things, and a build replaces all that stands there. Name a new folder.")


@contextlib.contextmanager
def staging(target: Path) -> Iterator[Path]:
    """An empty folder beside `target` to build into. It is swept away on leaving, whether `swap` took it or not.

    Raises BuildError where another build of the same folder runs. Left-overs of killed builds are swept, and a half-done swap is mended.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with (target.parent / f".{target.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BuildError(f"another build of {target.name}/ is running. Wait until it is done.") from None
        mend(target)
        new = target.parent / f".{target.name}.new"
        new.mkdir()
        try:
            yield new
        finally:
            shutil.rmtree(new, ignore_errors=True)


def mend(target: Path) -> None:
    """Bring back the old folder where a swap by two renames died half-way, and sweep what killed builds left."""
    old, new = target.parent / f".{target.name}.old", target.parent / f".{target.name}.new"
    if old.exists() and not target.exists():
        old.rename(target)
    for left in (old, new):
        if left.exists():
            shutil.rmtree(left)


def swap(new: Path, target: Path) -> None:
    """Put `new` in the place of `target`. Afterwards `new` holds what `target` was, if it was there."""
    _sync(new)
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        old = target.parent / f".{target.name}.old"
        target.rename(old)
        new.rename(target)
        shutil.rmtree(old)
    _sync(target.parent)


def _sync(folder: Path) -> None:
    """Ask the system to write the folder's own entry to disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step. False where the system or the file system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
