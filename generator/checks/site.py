"""The checks of what we ship: links, anchors, language, and nothing fetched from elsewhere or run inline."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import etree, html

_LOADED = {"src", "srcset", "poster", "data"}
_LINKED = ("href", "src", "srcset", "poster", "data", "action", "formaction")
_INSIDE = ("data:,",)
"""What a link may hold instead of an address: an empty icon, so that a browser asks for none."""
_IDS = etree.XPath("//@id", smart_strings=False)
_LINKS = etree.XPath("//*[" + " or ".join(f"@{name}" for name in _LINKED) + "]")
_POLICY = etree.XPath("//meta[@http-equiv='Content-Security-Policy']/@content", smart_strings=False)
_INLINE = etree.XPath("count(//@style | //@*[starts-with(name(), 'on')])")
_WITHIN = etree.XPath("(//style | //script[not(@src)])/text()", smart_strings=False)
_REMOTE_CSS = re.compile(r"@import|url\(\s*['\"]?(?:[a-z]+:)?//", re.IGNORECASE)
_CSP = "default-src 'none'"

Files = Mapping[str, bytes | Path]
"""Files by path: their bytes, or where they lie."""


def folder_files(folder: Path) -> Files:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def site_problems(files: Files, *, known: Collection[str] = (), outgoing: bool = True) -> list[str]:
    """Every fault of built pages, one sentence each, with the file: missing targets and anchors, links that leave the site or start at the
    root, repeated ids, a page without `lang`, `dir`, title or policy, inline script or style that the policy does not name by its hash,
    anything loaded from elsewhere, and, without `outgoing`, links to other sites. Files among `known` were checked before and are only linked to."""
    parsed = {name: _Parsed(name, html.fromstring(_bytes(data))) for name, data in files.items() if name.endswith(".html") and name not in known}
    found = [f"{name}: {fault}" for name, page in parsed.items() for fault in page.faults()]
    found += [f"{name}: {fault}" for name, page in parsed.items() for fault in page.broken(parsed, set(files), outgoing)]
    for name, data in files.items():
        if name.endswith(".css") and _REMOTE_CSS.search(_bytes(data).decode()):
            found.append(f"{name}: loads something from elsewhere")
    return found


def _bytes(data: bytes | Path) -> bytes:
    return data if isinstance(data, bytes) else data.read_bytes()


class _Parsed:
    """What a page says about itself; the tree is let go."""

    def __init__(self, name: str, tree: html.HtmlElement) -> None:
        self.name = name
        self.ids = Counter(_IDS(tree))
        self.links = sorted({(element.tag, attribute, element.get(attribute)) for element in _LINKS(tree)
                             for attribute in _LINKED if element.get(attribute) is not None})
        self.root = dict(tree.attrib)
        self.title = (tree.findtext(".//title") or "").strip()
        self.policy = next(iter(_POLICY(tree)), "")
        self.inline = int(_INLINE(tree)) + sum(not self.allows(text) for text in _WITHIN(tree))
        self.remote = any(_REMOTE_CSS.search(text) for text in _WITHIN(tree))

    def allows(self, text: str) -> bool:
        """Whether the page's policy names this script or style by its hash (CSP 3, 2.3.1)."""
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in self.policy

    def faults(self) -> Iterator[str]:
        if not self.root.get("lang") or self.root.get("dir") not in ("ltr", "rtl"):
            yield "<html> has no lang or dir"
        if not self.title:
            yield "the title is empty"
        if _CSP not in self.policy or "unsafe" in self.policy:
            yield "there is no strict content security policy"
        if self.inline:
            yield f"{self.inline} inline scripts, styles or handlers that its policy does not allow"
        if self.remote:
            yield "loads something from elsewhere"
        yield from (f"the id {each} stands {count} times" for each, count in self.ids.items() if count > 1)
        yield from ("an id is empty" for each in self.ids if not each.strip())

    def broken(self, pages: dict[str, _Parsed], files: set[str], outgoing: bool) -> Iterator[str]:
        here = PurePosixPath(self.name).parent
        for tag, attribute, link in self.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                if link not in _INSIDE and (attribute in _LOADED or tag == "link" or parts.scheme not in ("http", "https")):
                    yield f"{tag} loads {link}"
                elif parts.scheme in ("http", "https") and not outgoing:
                    yield f"{link} leads to another site"
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
