"""Languages that nobody speaks, made from the English, to look at: what a page says in plain English there is written in a template and cannot be
translated; what is cut off has no room for longer words; what stays on the left is not mirrored."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from generator.model.catalog import Catalog, Translation
from generator.model.project import Project
from generator.model.settings import Dates, Language
from generator.model.text import Quote, texts_of

_LATIN = ("noto-sans/latin-400", "noto-sans/latin-400-italic", "noto-sans/latin-700", "noto-serif/latin-600")
_IN_FIGURES = Dates(month="MM.y")
"""Names of months are CLDR's, and plain English in a locale that is."""
LANGUAGES: Mapping[str, Language] = MappingProxyType({
    "en-XA": Language(endonym="Éñglîsh", script="Latn", locale="en", fonts=_LATIN, dates=_IN_FIGURES),
    "ar-XB": Language(endonym="hsilgnE", direction="rtl", script="Latn", locale="en", fonts=_LATIN, dates=_IN_FIGURES),
})
"""By the tags that CLDR keeps for this: letters with accents and a good third longer; and running from right to left."""
LONGER = 0.4
"""How much longer, as a share of the text: German and Spanish come to 0.3."""

_ACCENTS = str.maketrans("AaCcEeIiNnOoUuYy", "ÅåÇçÉéÎîÑñÖöÛûÝý")  # letters that our fonts have
_KEPT = re.compile(r"\]\([^)]*\)|\{[^}]*\}|https?://\S+|`[^`]*`")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_RIGHT_TO_LEFT, _END = "\u202e", "\u202c"


def with_pseudo_languages(project: Project, catalogs: Mapping[str, Catalog], tags: Iterable[str]) -> tuple[Project, dict[str, Catalog]]:
    """The project and its catalogs with those of `tags` that are such languages."""
    wanted = {tag: LANGUAGES[tag] for tag in tags if tag in LANGUAGES}
    texts = [text for _, document in project.documents() for text in texts_of(document) if not isinstance(text, Quote)] if wanted else []
    made = {tag: Catalog(tag, {text.id: Translation(pseudo(text.value, tag), text.value, reviewed="nobody") for text in texts}) for tag in wanted}
    return dataclasses.replace(project, languages={**project.languages, **wanted}), {**catalogs, **made}


def pseudo(text: str, tag: str) -> str:
    """A text in such a language. What must stay in a translation stays: addresses, `{holes}`, marks."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(_paragraph(each, tag) for each in paragraphs)


def _paragraph(text: str, tag: str) -> str:
    made, at = [], 0
    for kept in _KEPT.finditer(text):
        made += [_words(text[at:kept.start()], tag), kept.group()]
        at = kept.end()
    made.append(_words(text[at:], tag))
    if tag != "en-XA":
        return "".join(made)
    more = " ~" * max(1, round(len(text) * LONGER / 2))
    return "".join(made).rstrip() + more + "\n" * (len(text) - len(text.rstrip()))


def _words(text: str, tag: str) -> str:
    return text.translate(_ACCENTS) if tag == "en-XA" else _WORD.sub(lambda word: f"{_RIGHT_TO_LEFT}{word.group()}{_END}", text)
