"""A finished page for either face: its headings and fragments, and the facts that its frame needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.compile.page import Entry, Heading, Page
from generator.model.text import Text
from generator.render.environment import Words, tongue
from generator.render.pages import Fragment, Renderer
from generator.render.prose import words_of

PARTS = {"course": "course", "cases": "cases/index", "agenda": "agenda/index", "rights": "rights/index", "toolbox": "toolbox/index"}
"""The parts of the site that every page links to, and their first pages."""


def finished(page: Page, renderer: Renderer, languages: Mapping[str, str]) -> tuple[list[Heading | Fragment], dict[str, object]]:
    """What the page shows, and its frame's facts. `languages` are the tags that are built and each language's own name for itself."""
    items = list(renderer.outline(page))
    around = renderer.frame(page)
    front = _front(page, renderer, languages)
    front["frame"] = {name: fragment.html for name, fragment in around.items()}
    front["scripts"] = renderer.scripts(renderer.used)
    for item in items:
        if isinstance(item, Heading):
            renderer.shown.append(item.text)
    front["headings"] = {item.anchor: _spoken(item.text, renderer) for item in items if isinstance(item, Heading)}
    front["notice"] = notice(renderer.shown, renderer.words)
    return items, front


def _front(page: Page, renderer: Renderer, languages: Mapping[str, str]) -> dict[str, object]:
    words, here, file = renderer.words, page.path, renderer.files[page.path]

    def entry(item: Entry | None) -> dict[str, object] | None:
        if item is None or item.path not in renderer.files:
            return None
        return {"title": _plain(item.title), **_spoken(item.title, renderer, item.path), "href": renderer.link(item.path, here), "current": item.path == here,
                "number": words.number(item.number) if item.number else "",
                "minutes": words("minutes", n=item.minutes) if item.minutes else ""}

    quiet = renderer.edition.quiet
    depth = "../" * file.count("/")
    return {
        "title": _quiet_title(file, words) if quiet else _plain(page.title), "site": "" if quiet else renderer.project.course.title.value,
        "description": _plain(page.summary) if page.summary and not quiet else "",
        "lang": renderer.tag, "dir": words.direction(renderer.tag), "numbers": words.numbers, "kind": page.kind, "root": depth,
        "title_text": _marked(page.title, renderer), "summary_text": _marked(page.summary, renderer) if page.summary else None,
        "sections": [{"title": words(key), "href": renderer.link(path, here), "current": bool(page.section and page.section.key == key)}
                     for key, path in PARTS.items() if path in renderer.files],
        "local": {"title": page.section.title.value, "plates": page.section.key == "rights",
                  "href": renderer.link(page.section.path, here), "current": page.section.path == here,
                  "entries": [made for item in page.section.around(here) if (made := entry(item))]} if page.section else None,
        "previous": entry(page.previous), "next": entry(page.next), "above": entry(page.above), "home": renderer.link("index", here),
        "position": words("module-position", n=page.position[0], total=page.position[1]) if page.position else page.number,
        "progress": list(page.position) if page.position else None,
        "languages": [{"tag": tag, "name": name, "dir": words.direction(tag), "current": tag == renderer.tag,
                       "href": f"../{depth}{tag}/{file}.html"} for tag, name in languages.items()],
        "edition": words("trainer-edition") if renderer.edition.trainer_notes else "",
        "footer": _footer(page, renderer),
    }


def _spoken(text: Text, renderer: Renderer, to: str = "") -> dict[str, str]:
    """In which language a text of the frame is, as attributes, and what the reader is told of it and of the page to which it leads."""
    return {"tongue": str(tongue(text, renderer.tag, renderer.words.direction)), "said": renderer.said(text, to)}


def _footer(page: Page, renderer: Renderer) -> list[dict[str, object]]:
    """The links that every page ends with: how to stay safe, what the words mean, who says so, what was wrong."""
    safety = renderer.project.course.safety
    listed = [(safety, renderer.title(safety))] if safety else []
    listed += [(path, renderer.project.ui[path]) for path in ("glossary", "sources", "errata", "translation")
               if path in renderer.files or path != "translation"]
    return [{"href": href, **_marked(title, renderer)} for target, title in listed
            if (href := renderer.link(target, page.path))]


def _quiet_title(file: str, words: Words) -> str:
    """A title that says nothing of the subject, for whoever sees the list of open or recent pages."""
    what, _, number = file.partition("-")
    return words(f"quiet-{what}", n=int(number)) if number else words("quiet-site")


def site_name(renderer: Renderer) -> str:
    """What the header calls the site."""
    return renderer.words("quiet-site") if renderer.edition.quiet else renderer.project.course.title.value


def notice(shown: Sequence[Text], words: Words) -> dict[str, str] | None:
    """What the reader should know of the texts that the page shows: the least reviewed state, and a sentence."""
    states = {text.state for text in shown}
    said = [key for key in ("fallback", "older") if key in states][:1]
    if 2 * sum(len(text.value) for text in shown if text.state == "fallback") > sum(len(text.value) for text in shown):
        said = ["mostly"]
    machine = any(text.origin == "machine" and text.state == "draft" for text in shown)
    if machine:
        said.append("machine-parts" if "reviewed" in states else "machine")
        said += ["quoted"] if "official" in states else []
    elif "draft" in states:
        said.append("draft")
    elif "reviewed" in states and not said:
        return {"state": "reviewed", "text": words("notice-reviewed")}
    if not said:
        return None
    state = {"machine": "draft", "machine-parts": "draft", "mostly": "fallback"}.get(said[0], said[0])
    return {"state": state, "text": " ".join(words(f"notice-{key}") for key in said)}


def _plain(text: Text) -> str:
    return words_of(text.value)


def _marked(text: Text, renderer: Renderer) -> dict[str, str]:
    return {"text": _plain(text), "attrs": str(renderer.attributes(text))}
