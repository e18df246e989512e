"""Walks over nouns: every part of a document, and the links inside its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.model.base import Noun
from generator.model.refs import Ref, parse_ref
from generator.model.text import Text

LINK = re.compile(r"\]\(([^)\s]+)\)")
"""Finds the target of each link that a text writes."""


def nouns_of(value: Any) -> Iterator[Noun]:
    """The noun itself and every noun inside it, outermost first."""
    if isinstance(value, Noun):
        yield value
        for name in type(value).model_fields:
            yield from nouns_of(getattr(value, name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from nouns_of(each)
    elif type(value) is tuple:
        for each in value:
            yield from nouns_of(each)


def links_of(text: Text) -> Iterator[tuple[str, Ref | None]]:
    """Every link target that a text writes, with the reference it spells (None where it spells none)."""
    for target in LINK.findall(text.value):
        yield target, parse_ref(target, text.where)
