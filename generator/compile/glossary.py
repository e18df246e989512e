"""The page of the glossary: every term in the order of the alphabet, in the reader's own language."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from generator.compile.page import Block, Page
from generator.model.glossary import Entry
from generator.model.project import Project


def glossary_page(project: Project) -> Page:
    """The terms and what they mean, and the letters that they begin with."""
    entries = sorted(project.glossary.terms.items(), key=lambda item: sorting(item[1].term.value))
    letters = [(letter, next(group)[0]) for letter, group in groupby(entries, key=lambda item: first_letter(item[1]))]
    return Page("glossary", project.ui["glossary"], "list", (Block("glossary", {"terms": dict(entries), "letters": letters}),),
                project.ui["glossary-summary"])


def sorting(text: str) -> tuple[str, str]:
    """What a term is ordered by: its letters without accents and case; where these are the same, the term as it stands. This is right for
    languages in the Latin script but for a few letters (no library at hand has the orders of CLDR; docs/architecture.md)."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    return "".join(each for each in bare if each.isalnum() or each == " "), text


def first_letter(entry: Entry) -> str:
    """The letter under which a reader looks for a term."""
    return sorting(entry.term.value)[0][:1].upper()
