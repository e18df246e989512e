"""A page as the Markdown file that MkDocs (or Zensical) builds: front matter, headings, finished HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from generator.compile.page import Entry, Heading, Page
from generator.model.text import Text
from generator.render.environment import Words
from generator.render.pages import Fragment, Renderer
from generator.render.prose import words_of

BEGIN, END = "<!-- finished -->", "<!-- /finished -->"
"""Stand around each finished fragment, so that the hook can carry it past Python-Markdown, which would spend most of a build reading it."""

_SPECIAL = re.compile(r"[^\w\s]|_", re.ASCII)


def source_of(page: Page, renderer: Renderer, languages: Mapping[str, str]) -> str:
    """The page's Markdown. `languages` are the tags that the site is built in and the language's own name for itself."""
    items = list(renderer.outline(page))
    front = _front(page, renderer, languages)
    front["scripts"] = renderer.scripts({item.component for item in items if isinstance(item, Fragment)})
    body = "\n\n".join(_heading(item, renderer) if isinstance(item, Heading) else f"{BEGIN}\n{item.html}\n{END}" for item in items)
    front["notice"] = _notice(renderer.shown, renderer.words)
    return f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n\n{body}\n"


def _heading(heading: Heading, renderer: Renderer) -> str:
    marks = renderer.attributes(heading.text)
    return f"## {literal(words_of(heading.text.value))} {{: #{heading.anchor}{marks} }}"


def literal(text: str) -> str:
    """A text as Markdown that means just its characters: whatever is not a letter, digit or space becomes a numeric entity."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found.group())};" if found.group().isascii() else found.group(), text)


def _front(page: Page, renderer: Renderer, languages: Mapping[str, str]) -> dict[str, object]:
    words, here = renderer.words, page.path

    def entry(item: Entry | None) -> dict[str, object] | None:
        if item is None:
            return None
        return {"title": _plain(item.title), "href": renderer.link(item.path, here), "current": item.path == here,
                "number": words.number(item.number) if item.number else "",
                "minutes": words("minutes", n=item.minutes) if item.minutes else ""}

    sections = {key: renderer.project.ui[key] for key in ("course", "cases", "agenda", "rights")}
    paths = {"course": "course", "cases": "cases/index", "agenda": "agenda/index", "rights": "rights/index"}
    depth = "../" * here.count("/")
    return {
        "title": _plain(page.title), "description": _plain(page.summary) if page.summary else "",
        "lang": renderer.tag, "dir": words.direction(renderer.tag), "kind": page.kind, "root": depth,
        "title_text": _marked(page.title, renderer), "summary_text": _marked(page.summary, renderer) if page.summary else None,
        "sections": [{"title": title.value, "href": renderer.link(paths[key], here),
                      "current": bool(page.section and page.section.key == key)} for key, title in sections.items()],
        "local": {"title": page.section.title.value, "href": renderer.link(page.section.path, here), "current": page.section.path == here,
                  "entries": [entry(item) for item in page.section.around(here)]} if page.section else None,
        "previous": entry(page.previous), "next": entry(page.next), "above": entry(page.above), "home": renderer.link("index", here),
        "position": words("module-position", n=page.position[0], total=page.position[1]) if page.position else "",
        "progress": list(page.position) if page.position else None,
        "languages": [{"tag": tag, "name": name, "dir": words.direction(tag), "current": tag == renderer.tag,
                       "href": f"../{depth}{tag}/{here}.html"} for tag, name in languages.items()],
        "edition": words("trainer-edition") if renderer.edition.trainer_notes else "",
        "sources": renderer.link("sources", here), "errata": renderer.link("errata", here),
    }


def _notice(shown: Sequence[Text], words: Words) -> dict[str, str] | None:
    """What the reader should know of the texts that the page shows: the least reviewed state, and a sentence."""
    states = {text.state for text in shown}
    said = [key for key in ("fallback", "older") if key in states][:1]
    if any(text.origin == "machine" and text.state == "draft" for text in shown):
        said.append("machine")
    elif "draft" in states and not said:
        said.append("draft")
    if not said:
        return None
    return {"state": said[0] if said[0] != "machine" else "draft", "text": " ".join(words(f"notice-{key}") for key in said)}


def _plain(text: Text) -> str:
    return words_of(text.value)


def _marked(text: Text, renderer: Renderer) -> dict[str, str]:
    return {"text": _plain(text), "attrs": str(renderer.attributes(text))}
