"""The checks of what we ship: links, anchors, language, and nothing fetched from elsewhere or run inline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import etree, html

_LOADED = {"src", "srcset", "poster", "data"}
_LINKED = ("href", "src", "srcset", "poster", "data", "action", "formaction")
_IDS = etree.XPath("//@id", smart_strings=False)
_LINKS = etree.XPath("//*[" + " or ".join(f"@{name}" for name in _LINKED) + "]")
_POLICY = etree.XPath("//meta[@http-equiv='Content-Security-Policy']/@content", smart_strings=False)
_INLINE = etree.XPath("count(//@style | //style | //script[not(@src)] | //@*[starts-with(name(), 'on')])")
_REMOTE_CSS = re.compile(r"@import|url\(\s*['\"]?(?:[a-z]+:)?//", re.IGNORECASE)
_CSP = "default-src 'none'"


def site_problems(folder: Path) -> list[str]:
    """Every fault of a built site, one sentence each, with the file: missing targets and anchors, links that leave the site or start at the
    root, repeated ids, a page without `lang`, `dir`, title or policy, inline script or style, anything loaded from elsewhere."""
    pages = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
    parsed = {name: _Parsed(name, html.fromstring(path.read_bytes())) for name, path in pages.items()}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    found = [f"{name}: {fault}" for name, page in parsed.items() for fault in page.faults()]
    found += [f"{name}: {fault}" for name, page in parsed.items() for fault in page.broken(parsed, files)]
    for path in sorted(folder.rglob("*.css")):
        if _REMOTE_CSS.search(path.read_text("utf-8")):
            found.append(f"{path.relative_to(folder).as_posix()}: loads something from elsewhere")
    return found


class _Parsed:
    """What a page says about itself; the tree is let go."""

    def __init__(self, name: str, tree: html.HtmlElement) -> None:
        self.name = name
        self.ids = Counter(_IDS(tree))
        self.links = sorted({(element.tag, attribute, element.get(attribute)) for element in _LINKS(tree)
                             for attribute in _LINKED if element.get(attribute) is not None})
        self.root = dict(tree.attrib)
        self.title = (tree.findtext(".//title") or "").strip()
        self.policy = _POLICY(tree)
        self.inline = int(_INLINE(tree))

    def faults(self) -> Iterator[str]:
        if not self.root.get("lang") or self.root.get("dir") not in ("ltr", "rtl"):
            yield "<html> has no lang or dir"
        if not self.title:
            yield "the title is empty"
        if not self.policy or _CSP not in self.policy[0]:
            yield "there is no strict content security policy"
        if self.inline:
            yield f"{self.inline} inline scripts, styles or handlers"
        yield from (f"the id {each} stands {count} times" for each, count in self.ids.items() if count > 1)
        yield from ("an id is empty" for each in self.ids if not each.strip())

    def broken(self, pages: dict[str, _Parsed], files: set[str]) -> Iterator[str]:
        here = PurePosixPath(self.name).parent
        for tag, attribute, link in self.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                if attribute in _LOADED or tag == "link" or parts.scheme not in ("http", "https"):
                    yield f"{tag} loads {link}"
                continue
            if link.startswith("/"):
                yield f"{link} starts at the root, which does not work from a folder"
                continue
            target = _normal(here / unquote(parts.path)) if parts.path else self.name
            if target not in files:
                yield f"{link} leads nowhere"
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
                yield f"{link} leads to an anchor that is not there"


def _normal(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
