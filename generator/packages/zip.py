"""One archive with the folder form: pages, shared assets, and their checksums."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from generator.packages.checksums import SUMS, checksums

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the earliest that the format knows. A real one would say when a copy was made (DNH-04)."""
MODE = 0o100644 << 16
UNIX = 3


def zip_file(name: str, lessons: Mapping[str, bytes], folder: Mapping[str, bytes]) -> dict[str, bytes]:
    """`<name>.zip`, which holds one folder of that name. Entries sorted, without dates, users or comments (DNH-07)."""
    files = {**folder, SUMS: checksums(folder)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{name}/{path}", EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, MODE, UNIX
            archive.writestr(entry, files[path], compresslevel=9)
    return {f"{name}.zip": out.getvalue()}
