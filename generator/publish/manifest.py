"""What the last build made of what: so that nothing is built again that would come out the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Manifest:
    """Kept in `.build/site.json`, written after the site it describes."""

    inputs: str = ""
    """Fingerprint of everything that the build read."""
    outputs: str = ""
    """Fingerprint of the site as it was written."""
    summary: str = ""
    """What the build printed."""
    pages: dict[str, list[str]] = field(default_factory=dict)
    """For each file of a page: the key of what it was made of, and the hash of its bytes."""
    declarations: list[str] = field(default_factory=list)
    """The key of what the Declaration's booklets were made of, and the hash of their files."""

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """The last build's manifest; an empty one where there is none or it cannot be read."""
        try:
            return cls(**json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return cls()

    def write(self, path: Path) -> None:
        """Write it whole or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.new")
        beside.write_text(json.dumps(asdict(self), sort_keys=True), "utf-8")
        beside.replace(path)


def fingerprint(paths: Iterable[Path], *more: str) -> str:
    """A hash over names, sizes and times of files: cheap, and different whenever one was written."""
    made = hashlib.sha256("\0".join(more).encode())
    for path in paths:
        stat = path.stat()
        made.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return made.hexdigest()


def digest(data: bytes) -> str:
    """The hash of some bytes."""
    return hashlib.sha256(data).hexdigest()
