"""A text of the Declaration as a script, which a page opened from a folder can load."""

from __future__ import annotations

import json

from generator.model.declaration import DeclarationText
from generator.publish.declarations.entries import direction_of, in_columns, in_syllables, tag_of
from generator.render.syllables import syllables

_UNSAFE = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
BREAK = "\u200b"
"""Stands in the data where a line may break, in languages that browsers do not know."""


def data_of(text: DeclarationText, font: str) -> str:
    """The script: `highRoad.declaration(code, {lang, dir, columns, font, title, preamble, articles, mended})`. An article is `[heading, [clause, …],
    numbered]`, and `mended` are the words that we put right."""
    split = in_syllables(text)

    def said(words: str) -> str:
        return BREAK.join(syllables(words)) if split else words

    data = {
        "lang": tag_of(text), "dir": direction_of(text), "columns": in_columns(text), "font": font, "title": said(text.title),
        "preamble": [said(text.preamble_heading), list(map(said, text.preamble))],
        "articles": {str(number): [said(each.heading), list(map(said, each.clauses)), each.listed] for number, each in text.articles.items()},
        "mended": [each.to for done in text.corrections.values() for each in done],
    }
    made = f"highRoad.declaration({json.dumps(text.listing.code)}, {json.dumps(data, ensure_ascii=False)});\n"
    for letter, escaped in _UNSAFE.items():
        made = made.replace(letter, escaped)
    return made
