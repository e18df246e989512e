"""Contributed text as HTML: restricted Markdown behind two locks.

First lock: markdown-it-py without HTML, and only the rules named here. Second lock: an nh3 allow-list over what came out. Either one alone
keeps code out; a test takes each away in turn.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Callable, Iterable, Iterator

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from generator.model.text import HOLE

RULES = ("paragraph", "list", "emphasis", "link", "escape", "balance_pairs", "fragments_join")
"""What contributed text may use. No headings, HTML, pictures, code or web addresses."""
TAGS = {"p", "ul", "ol", "li", "em", "strong", "a"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
MAX_CHARACTERS = 20_000

OPEN, CLOSE = "<p>", "</p>"

_MARKED = re.compile(r"[*_\[\]\\\x00\r\t\x0b\x0c\x1c-\x1f\x85\u2028\u2029]|^[ ]*(?:[-+]|\d+[.)])(?:\s|$)| \n|\n ", re.MULTILINE)
"""Whatever could mean something to the parser. A text without it is paragraphs of plain words, and most texts are: they need no parser."""
_BLANK = re.compile(r"\n\n+")
_BROKEN = re.compile(r"[^\S\u00a0\u202f]+")

Href = Callable[[str], str]
"""Turns the target that an author wrote (`case:clara`) into a link from the page at hand."""


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "maxNesting": 20})
    known = parser.get_all_rules()
    return parser.enable([rule for rule in RULES if any(rule in names for names in known.values())])


_PARSER = _parser()


def prose(text: str, href: Href) -> Markup:
    """Paragraphs and lists."""
    if not _MARKED.search(text):
        return Markup("\n".join(_paragraph(each) for each in _BLANK.split(text[:MAX_CHARACTERS].strip()) if each))
    return _clean(_render(_PARSER.parse(text[:MAX_CHARACTERS]), href))


def line(text: str, href: Href) -> Markup:
    """One line: emphasis and links, no paragraph around it."""
    if not _MARKED.search(text):
        return Markup(_escaped(_one_line(text[:MAX_CHARACTERS])))
    return _clean(_render(_PARSER.parseInline(_one_line(text[:MAX_CHARACTERS])), href))


def gaps(html: Markup, keys: Iterable[str]) -> Iterator[tuple[Markup, str]]:
    """A rendered text with gaps, cut: each piece with the key of the gap that follows it, or an empty one at the end. Every gap comes once:
    those that a translation of an older text lacks come last, and what is no gap stays as it is."""
    open_gaps = dict.fromkeys(keys)
    start = 0
    for hole in HOLE.finditer(html):
        if hole[1] in open_gaps:
            del open_gaps[hole[1]]
            yield Markup(html[start : hole.start()]), hole[1]
            start = hole.end()
    for key in open_gaps:
        yield Markup(html[start:] + " "), key
        start = len(html)
    yield Markup(html[start:]), ""


@functools.lru_cache(maxsize=20_000)
def words_of(text: str) -> str:
    """The plain words of a text, for a title or a description."""
    tokens = _PARSER.parseInline(_one_line(text))[0].children or []
    return "".join(token.content for token in tokens if token.type == "text")


def _one_line(text: str) -> str:
    """A text with one space where lines were broken or indented. A no-break space stays: French quotes, Spanish figures and Thai need it."""
    return _BROKEN.sub(" ", text).strip()


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\u00a0", "&nbsp;")


def _paragraph(text: str) -> str:
    return f"{OPEN}{_escaped(text)}{CLOSE}"


def _render(tokens: list[Token], href: Href) -> str:
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                child.attrs = {"href": href(str(child.attrs.get("href", "")))}
    return str(_PARSER.renderer.render(tokens, _PARSER.options, {})).strip()


def _clean(html: str) -> Markup:
    return Markup(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=set(), link_rel=None))
