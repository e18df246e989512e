"""Translations: does each belong to a text, and does it keep what must not change?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.catalog import Catalog
from generator.model.project import Project
from generator.model.text import Quote, Text, texts_of
from generator.problems import Problem, did_you_mean, problem

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HOLE = re.compile(r"\{[a-z]+\}")


def translation_problems(project: Project, catalogs: Mapping[str, Catalog]) -> list[Problem]:
    """T010 no text has this address, T011 an official text is translated, T012 a link is lost or added, T013 a `{placeholder}` is."""
    texts: dict[str, Text] = {text.id: text for _, document in project.documents() for text in texts_of(document)}
    return [found for catalog in catalogs.values() for found in _catalog(catalog, texts)]


def _catalog(catalog: Catalog, texts: Mapping[str, Text]) -> Iterator[Problem]:
    for address, entry in catalog.entries.items():
        text = texts.get(address)
        if text is None:
            near = [known for known in texts if known.rpartition("/")[0] == address.rpartition("/")[0]]
            yield problem(entry.where, "T010", f"no text has the address `{address}`",
                          did_you_mean(address, near) or "Run `highroad translate update`, which keeps it as an old entry.")
        elif isinstance(text, Quote):
            yield problem(entry.where, "T011", "this is the official text of the Declaration, which is never translated by us",
                          "Delete the entry; the official text in this language is shown instead.")
        elif entry.value and not entry.older_than(text):
            for code, what, form in (("T012", "link", _LINK), ("T013", "placeholder", _HOLE)):
                wanted, given = sorted(form.findall(entry.source)), sorted(form.findall(entry.value))
                if wanted != given:
                    yield problem(entry.where, code, f"the {what}s of the translation are not those of the source",
                                  f"The source has {', '.join(wanted) or 'none'}; the translation has {', '.join(given) or 'none'}.")
