"""Translations as spreadsheets and as XLIFF, and back, without losing anything. A format is one file and one line in this list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from generator.model.po import PoFile
from generator.problems import Problem, problem
from generator.publish.sheets import as_csv, as_xliff, as_xlsx
from generator.publish.sheets.rows import Row, files_of
from generator.publish.sheets.take import typed
from generator.source import Where


class Format(NamedTuple):
    """One kind of file."""

    ending: str
    write: Callable[[Sequence[Row], str, Mapping[str, str]], bytes]
    """Rows, the language of the translations, and the languages that the files are translated from; to bytes."""
    read: Callable[[bytes, str], tuple[list[Row], list[Problem]]]
    """Bytes and the file's name; to rows and every problem of reading."""


FORMATS: MappingProxyType[str, Format] = MappingProxyType({
    "csv": Format(".csv", as_csv.write, as_csv.read),
    "xlsx": Format(".xlsx", as_xlsx.write, as_xlsx.read),
    "xliff": Format(".xlf", as_xliff.write, as_xliff.read),
})


def read_sheet(kind: Format, data: bytes, name: str, tag: str, there: Mapping[str, PoFile] | None = None) -> tuple[dict[str, PoFile], list[Problem]]:
    """The PO files that a sheet of a language spells, with what was typed into it since its export; `there` are the files that there are. Codes as in
    `rows`; T004 also where the sheet is of another language, T006 where sheet and file were both changed."""
    rows, problems = kind.read(data, name)
    files, found = files_of(rows, name)
    if there and not found:
        rows, found = typed(rows, there, name)
        files = files_of(rows, name)[0]
    others = {value for file in files.values() for key, value in file.header if key == "Language"} - {tag}
    if others:
        found = [problem(Where(name), "T004", f"these are translations into `{min(others)}`, not into `{tag}`", f"Name the file `{min(others)}{kind.ending}`.")]
    return files, [*problems, *found]
