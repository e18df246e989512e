"""Packages: one file per format. Each is a function from a book to files by path, named in FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.packages.html import html
from generator.packages.scripts import scripts
from generator.packages.zip import zip_file

Package = Callable[[str, Mapping[str, bytes], Mapping[str, bytes]], dict[str, bytes]]
"""Takes the package's name (`community-en`), and the self-contained lessons and the folder form, both by path. Gives what goes into `dist/`.
Same input, same bytes."""

FORMATS: Mapping[str, Package] = MappingProxyType({"html": html, "scripts": scripts, "zip": zip_file})
"""Every format that `highroad export` knows."""
