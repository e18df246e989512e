"""A page as the Markdown file that MkDocs (or Zensical) builds: front matter, headings, finished HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from generator.compile.page import Heading, Page
from generator.publish.front import finished
from generator.render.pages import Fragment, Renderer
from generator.render.prose import words_of

BEGIN, END = "<!-- finished -->", "<!-- /finished -->"
"""Stand around each finished fragment, so that the hook can carry it past Python-Markdown, which would spend most of a build reading it."""

_SPECIAL = re.compile(r"[^\w\s]|_", re.ASCII)


def source_of(page: Page, renderer: Renderer, languages: Mapping[str, str]) -> str:
    """The page's Markdown. `languages` are the tags that the site is built in and the language's own name for itself."""
    return written(*finished(page, renderer, languages), renderer)


def written(items: Sequence[Heading | Fragment], front: Mapping[str, object], renderer: Renderer) -> str:
    """The Markdown of a page that is finished already."""
    body = "\n\n".join(_heading(item, renderer) if isinstance(item, Heading) else f"{BEGIN}\n{item.html}\n{END}" for item in items)
    return f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n\n{body}\n"


def _heading(heading: Heading, renderer: Renderer) -> str:
    marks = renderer.attributes(heading.text)
    return f"## {literal(words_of(heading.text.value))} {{: #{heading.anchor}{marks} }}"


def literal(text: str) -> str:
    """A text as Markdown that means just its characters: whatever is not a letter, digit or space becomes a numeric entity."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found.group())};" if found.group().isascii() else found.group(), text)
