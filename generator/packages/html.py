"""A folder of self-contained pages: each opens from a phone's file manager, whatever happened to the others."""

from __future__ import annotations

from collections.abc import Mapping


def html(name: str, lessons: Mapping[str, bytes], folder: Mapping[str, bytes]) -> dict[str, bytes]:
    """`<name>/index.html` and one file per lesson beside it."""
    return {f"{name}/{path}": data for path, data in lessons.items()}
