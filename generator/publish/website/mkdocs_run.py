"""The only place that knows MkDocs: one run per language over pages that are finished but for their frame."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.problems import BuildError


def prepare(config: MkDocsConfig, pages: Path, words: Mapping[str, str]) -> None:
    """Point a configuration at the finished pages, and keep the theme from writing anything of its own."""
    config.docs_dir = str(pages)
    config.extra["words"] = dict(words)
    config.theme.static_templates.clear()
    config.theme.dirs = config.theme.dirs[:1]  # our own templates; the theme's thousands of icons are not even listed


def run(root: Path, pages: Path, to: Path, words: Mapping[str, str], changed: Collection[str]) -> None:
    """Build the pages named in `changed` (`cases/clara.md`) into the folder `to`. Raises BuildError on any warning."""
    log = _Log()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(log)
    logger.propagate = False
    try:
        config = load_config(str(root / "mkdocs.yml"), docs_dir=str(pages), site_dir=str(to))
        config.extra["changed"] = frozenset(changed)
        prepare(config, pages, words)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    finally:
        logger.removeHandler(log)
    if log.said:
        raise BuildError("MkDocs warns:\n" + "\n".join(log.said))


class _Log(logging.Handler):
    """Collects warnings, so that a build with one fails instead of publishing a half-good site."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())
