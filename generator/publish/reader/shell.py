"""What a reader's page carries besides its text: styles, scripts and fonts, in the page itself or in a folder of assets."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import rjsmin
import tinycss2

from generator.publish.reader.fonts import Face
from generator.publish.style import minified

OVERRIDES = "site_overrides"
STYLES = ("10-tokens", "20-base", "40-shared", "90-print")
"""The styles of both faces; the reader has a frame of its own."""
BESIDE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
"""The policy of a page beside its folder of assets."""
_NAME = re.compile(r"[a-z][a-z0-9_-]+")
_CLASS = re.compile(r"\.([a-z][a-z0-9_-]*)")
_COMMA = re.compile(r",(?![^(]*\))")
"""Commas between selectors, not those inside `:is(…)`."""
_INCLUDE = re.compile(r"""{%-? (?:include|extends|import|from) "([a-z-]+)/[a-z-]+\.html\"""")


def with_includes(root: Path, components: Iterable[str]) -> list[str]:
    """The components and those whose templates they include, sorted."""
    found: set[str] = set()
    waiting = set(components)
    while waiting:
        name = waiting.pop()
        found.add(name)
        for template in (root / OVERRIDES / "components" / name).glob("*.html"):
            waiting |= set(_INCLUDE.findall(template.read_text("utf-8"))) - found
    return sorted(found)


def style(root: Path, fonts: Sequence[Face], at: str) -> str:
    """The stylesheet for all pages, minified. Fonts lie in the folder `at`."""
    return "".join(_face(face, at) for face in fonts) + "".join(_minified_style(path) for path in _sheets(root, None))


def style_of(root: Path, components: Iterable[str], fonts: Sequence[Face], shown: str) -> str:
    """The stylesheet with fonts for a page with these components, without rules for classes that `shown`, the page with its scripts, never names."""
    names = frozenset(_NAME.findall(shown))
    rules = (each for path in _sheets(root, components) for each in _used(_parsed(path), names))
    return "".join(_face(face, "") for face in fonts) + "".join(rules)


def _sheets(root: Path, components: Iterable[str] | None) -> list[Path]:
    folder = root / OVERRIDES
    sheets = [folder / "styles" / f"{name}.css" for name in STYLES] + [folder / "reader/reader.css"]
    named = sorted(path.parent.name for path in (folder / "components").glob("*/*.css"))
    wanted = named if components is None else [name for name in with_includes(root, components) if name in named]
    sheets += [path for name in wanted for path in sorted((folder / "components" / name).glob("*.css"))]
    sheets.sort(key=lambda path: path.name == "90-print.css")  # print has the last word
    return sheets


def _minified_style(path: Path) -> str:
    return minified(path.read_text("utf-8"))


@functools.lru_cache(maxsize=512)
def _parsed(path: Path) -> tuple[tinycss2.ast.Node, ...]:
    """The rules of a stylesheet; read once, since every page goes through them."""
    return tuple(tinycss2.parse_stylesheet(_minified_style(path), skip_comments=True, skip_whitespace=True))


def _used(rules: Iterable[tinycss2.ast.Node], names: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [each for each in _COMMA.split(tinycss2.serialize(rule.prelude)) if names.issuperset(_CLASS.findall(each))]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.content is not None and rule.lower_at_keyword in ("media", "supports", "container"):
            inner = "".join(_used(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), names))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        else:
            yield rule.serialize()


def _face(face: Face, at: str) -> str:
    source = f"{at}{face.file}" if at else f"data:font/woff2;base64,{base64.b64encode(face.data).decode()}"
    return f"@font-face{{{face.css}font-display:swap;src:url({source}) format('woff2')}}"


def scripts(root: Path, names: Iterable[str]) -> list[str]:
    """The scripts of components, minified, in order."""
    return [_minified(root / OVERRIDES / "components" / name / f"{name}.js") for name in names]


def all_scripts(root: Path, names: Iterable[str]) -> dict[str, str]:
    """By name, the scripts of components and those that lie beside them and are loaded later."""
    found = (path for name in sorted(names) for path in sorted((root / OVERRIDES / "components" / name).glob("*.js")))
    return {path.stem: _minified(path) for path in found}


def _minified(path: Path) -> str:
    return str(rjsmin.jsmin(path.read_text("utf-8")))


def alone(style: str, scripts: Collection[str]) -> str:
    """The policy of a page that holds everything: its own style and scripts by their hashes, and nothing else (CSP 3, 2.3.1)."""
    allowed = " ".join(_hash(each) for each in scripts if each) or "'none'"
    return (f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
