"""Scripts for a voice: what is said in each circle, in one piece, for a radio, a phone line or a loudspeaker (knowledge base, 3.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import html as markup

SPOKEN = ("prose--opening", "slot", "aloud", "prose--takeaway")
"""Classes of what a script tells: the opening, the pictures in words, what is read aloud, and what to take away."""


def scripts(name: str, lessons: Mapping[str, bytes], folder: Mapping[str, bytes]) -> dict[str, bytes]:
    """`<name>-scripts/` with a plain text file for each lesson that has something to read aloud, named like the lesson."""
    made = {path.removesuffix(".html"): script(page) for path, page in lessons.items()}
    return {f"{name}-scripts/{path}.txt": text.encode() for path, text in made.items() if text}


def script(page: bytes) -> str:
    """What a lesson says to a voice, in order, an empty line between paragraphs. Empty where nothing is meant to be read aloud."""
    main = markup.document_fromstring(page.decode()).find(".//main")
    if main is None or main.find_class("aloud") == []:
        return ""
    told, heading = [], ""
    for element in main.iter("h1", "h2", "div", "figure", "details"):
        if element.tag in ("h1", "h2"):
            heading = _plain(element)
        elif set(SPOKEN) & set(element.get("class", "").split()):
            told += [f"* {heading}"] if heading else []
            told += _paragraphs(element)
            heading = ""
    return "\n\n".join(told) + "\n"


def _paragraphs(element: markup.HtmlElement) -> Iterator[str]:
    """The paragraphs and list items of an element; a picture in words is one paragraph."""
    yield from (_plain(each) for each in element.iter("p", "li", "figcaption") if each.getparent().tag != "li")


def _plain(element: markup.HtmlElement) -> str:
    return " ".join(element.text_content().split())
