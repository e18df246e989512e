"""Lets `mkdocs build` and `mkdocs serve`, typed by habit, show the same pages, in the project's first language."""

from __future__ import annotations

import json
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.compile.frame import unwanted
from generator.publish.search import SCRIPT
from generator.publish.website.assets import assets
from generator.publish.website.markdown import BEGIN, END
from generator.publish.website.mkdocs_run import prepare
from generator.publish.website.pages import first_language, write_pages
from generator.publish.write import write_if_changed

_FINISHED = re.compile(f"{BEGIN}\n(.*?)\n{END}", re.DOTALL)
_COMMAND = ["build"]
_ASIDE = "<hr>"
"""Stands where a fragment was. Our own pages hold no other."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Write the pages, unless our own build did already, and point MkDocs at them."""
    if "words" not in config.extra:
        loaded, tag, edition = first_language(Path(config.config_file_path).parent)
        made = write_pages(loaded, tag, edition, [tag])
        prepare(config, made.folder, made.words)
        config.extra["search"] = made.search
        config.extra["assets"] = assets(loaded, [tag], unwanted(loaded.project.editions[edition]))
    return config


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether MkDocs serves (from the root of its site) or builds (a folder beside the assets)."""
    _COMMAND.append(command)


def on_post_build(config: MkDocsConfig) -> None:
    """Lay the shared assets where the pages look for them."""
    folder = Path(config.site_dir) if _COMMAND[-1] == "serve" else Path(config.site_dir).parent
    for name, data in config.extra.get("assets", {}).items():
        write_if_changed(folder / "assets" / name, data)
    if "search" in config.extra:
        write_if_changed(Path(config.site_dir) / SCRIPT, config.extra["search"])


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """The page without its front matter, which is JSON on one line: MkDocs would read it as YAML, a hundred times slower."""
    _, front, body = page.file.content_string.split("\n", 2)
    page.front = json.loads(front)
    return body.removeprefix("---\n")


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Set finished HTML aside while Python-Markdown reads the headings."""
    page.meta = page.front
    page.finished = _FINISHED.findall(markdown)
    return _FINISHED.sub(_ASIDE, markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the finished HTML back, piece by piece."""
    head, *rest = html.split(_ASIDE)
    return head + "".join(piece + after for piece, after in zip(page.finished, rest, strict=True))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Only our pages, and of them only those that changed: assets of the theme are not published, and ours are laid out once."""
    changed = config.extra.get("changed")
    return Files([file for file in files if file.is_documentation_page() and (changed is None or file.src_uri in changed)])
