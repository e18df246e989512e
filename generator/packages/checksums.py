"""Checksums, so that a changed file on a stick can be noticed (DNH-07)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

SUMS = "SHA256SUMS"
"""The file's name, which `sha256sum --check` reads."""


def checksums(files: Mapping[str, bytes]) -> bytes:
    """One line per file, as `sha256sum` writes it."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items()) if path != SUMS).encode()
