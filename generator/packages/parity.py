"""Which question, choice and reason stands in which package, and in which state: the proof that no face lost one."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping

_TEXT = re.compile(rb'data-text="(quizzes/[^"]+)" data-state="([a-z]+)"')


def parity(files: Mapping[str, bytes]) -> bytes:
    """For each text of a question, by its address, the packages that show it and the state it has there. JSON, sorted."""
    found: dict[str, dict[str, str]] = {}
    for package, page in _pages(files):
        for text, state in _TEXT.findall(page):
            found.setdefault(text.decode(), {})[package] = state.decode()
    return (json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _pages(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Each page with the name of its package: the folder or archive that it lies in."""
    for path, data in files.items():
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                yield from ((path, archive.read(name)) for name in archive.namelist() if name.endswith(".html"))
        elif path.endswith(".html"):
            yield path.partition("/")[0] + "/", data
