"""Translations: does each belong to a text, and does it keep what must not change?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model.catalog import Catalog
from generator.model.project import Project
from generator.model.text import HOLE, Quote, Text, texts_of
from generator.model.walk import LINK
from generator.problems import Problem, problem
from generator.source import Node


def translation_problems(project: Project, catalogs: Mapping[str, Catalog], trees: Mapping[str, Mapping[str, Node]]) -> list[Problem]:
    """T010 no text has this address, T011 an official text is translated, T012 a link is lost or added, T013 a `{placeholder}` is.

    `trees` is everything that was read. Nothing is said about translations of a document in it that did not fit into the project.
    """
    documents = dict(project.documents())
    unshaped = tuple(f"{folder}/{key}/" for folder, members in trees.items() for key in members if f"{folder}/{key}" not in documents)
    texts: dict[str, Text] = {text.id: text for document in documents.values() for text in texts_of(document)}
    return [found for catalog in catalogs.values() for found in _catalog(catalog, texts, unshaped)]


def _catalog(catalog: Catalog, texts: Mapping[str, Text], unshaped: tuple[str, ...]) -> Iterator[Problem]:
    for address, entry in catalog.entries.items():
        text = texts.get(address)
        if address.startswith(unshaped):
            continue
        if text is None:
            yield problem(entry.where, "T010", f"no text has the address `{address}`; it was renamed or is gone",
                          f"Run `.venv/bin/highroad translate update {catalog.tag}`, which sets this entry aside at the end of the file.")
        elif isinstance(text, Quote):
            yield problem(entry.where, "T011", "this is the official text of the Declaration, which is never translated by us",
                          "Delete the entry; the official text in this language is shown instead.")
        elif entry.value and not entry.older_than(text):
            for code, what, form in (("T012", "link", LINK), ("T013", "placeholder", HOLE)):
                wanted, given = _found(form, entry.source), _found(form, entry.value)
                if wanted != given:
                    yield problem(entry.where, code, f"the {what}s of the translation are not those of the source",
                                  f"The source has {_listed(wanted)}; the translation has {_listed(given)}. Write the same ones.")


def _found(form: re.Pattern[str], text: str) -> list[str]:
    """What must not change, in full for a placeholder and the target alone for a link."""
    return sorted(found.group(0 if form is HOLE else 1) for found in form.finditer(text))


def _listed(found: list[str]) -> str:
    return ", ".join(f"`{each}`" for each in found) or "none"
