"""Where things stand in the site: one address for each, the same in every language."""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Mapping

from generator.model.project import Project
from generator.model.refs import Ref, parse_article

ENDING = ".html"
CARDS = "rights/practice"
"""The page that asks the cards of the Declaration."""
TOP = "content"
"""The anchor of a page's text."""
_INDEX: Mapping[str, str] = {"course": "course", "cases": "cases/index", "rights": "rights/index", "agenda": "agenda/index",
                             "sources": "sources", "errata": "errata", "review": "review", "record": "record",
                             "toolbox": "toolbox/index", "glossary": "glossary"}


def address(ref: Ref, project: Project) -> str:
    """Path and anchor of what a reference names: `cases/clara#story`."""
    if ref.kind == "article":
        article = parse_article(ref.id)
        return f"rights/{article.id}" + (f"#clause-{article.clause}" if article.clause and article.number else "")
    if ref.kind == "quiz":
        about, checks = project.quizzes[ref.id].about, project.course.checks
        if checks and ref.id in (checks.before, checks.after):
            return f"check/{'before' if ref.id == checks.before else 'after'}#quiz"
        if str(about) == "page:rights":
            return f"{CARDS}#quiz"
        return address(about._replace(part=""), project) + "#quiz"
    if ref.kind == "term":
        return f"glossary#{ref.id}"
    if ref.kind == "page" and ref.id in _INDEX and ref.id not in project.pages:
        return _INDEX[ref.id]
    folder = {"case": "cases", "page": "agenda", "module": "modules", "tool": "tools", "worksheet": "worksheets", "activity": "activities",
              "session": "sessions"}[ref.kind]
    return f"{folder}/{ref.id}" + (f"#{ref.part}" if ref.part else "")


@functools.lru_cache(maxsize=50_000)
def relative(target: str, page: str) -> str:
    """The link from one page to another, relative, so that it works from `file://` and in any folder.

    Both are addresses without ending; `target` may carry an anchor. A page's link to itself leads to its top without loading it again,
    so that answers already given stay.
    """
    path, _, anchor = target.partition("#")
    if path == page:
        return f"#{anchor or TOP}"
    link = posixpath.relpath(path + ENDING, posixpath.dirname(page) or ".")
    return f"{link}#{anchor}" if anchor else link
