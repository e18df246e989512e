"""A project in one language: every text replaced by its translation, or, visibly, by the next language's."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from generator.model.catalog import Catalog, Standing, Translation, standing
from generator.model.course import Right
from generator.model.project import COLLECTIONS, Project
from generator.model.refs import CLAUSES
from generator.model.settings import Edition
from generator.model.text import Quote, State, Text, map_texts

TRANSLATED = ("course", "ui", "errata", "glossary", *COLLECTIONS.values())
SHOWN: Mapping[Standing, State] = {"reviewed": "reviewed", "draft": "draft", "older": "older"}
"""The translations that readers see, and as what."""


def localise(project: Project, tag: str, catalogs: Mapping[str, Catalog], official: Mapping[int, Sequence[str]] | None,
             edition: Edition | None = None) -> Project:
    """The project as readers of `tag` see it, with the translations that the edition admits (all, where none is given).

    For each text the first language of (`tag`, its fallbacks, the source) that has it. Translations of an older source are shown, and say
    so. `official` are the paragraphs of the Declaration in `tag`; where they are None the quotes stay as the sources have them.
    """
    firm = project.firm()
    chain = [catalogs[each] for each in (tag, *project.languages[tag].fallback) if each in catalogs]

    def change(text: Text) -> Text:
        if isinstance(text, Quote):
            return text if text.lang == tag else dataclasses.replace(text, state="fallback")
        return _choose(text, tag, chain, edition, text.id in firm)

    changed = {name: map_texts(getattr(project, name), change) for name in TRANSLATED}
    if official is not None:
        changed["rights"] = {key: _quoted(right, tag, official) for key, right in changed["rights"].items()}
    return dataclasses.replace(project, **changed)


def _choose(text: Text, tag: str, chain: Sequence[Catalog], edition: Edition | None, firm: bool) -> Text:
    if text.lang == tag:
        return text
    for catalog in chain:
        if catalog.tag == text.lang:
            break
        found = catalog.entries.get(text.id)
        state = SHOWN.get(standing(text, found, firm))
        if found and state and _admitted(found, edition):
            origin = "machine" if found.origin == "machine" else "human"
            return dataclasses.replace(text, value=found.value, lang=catalog.tag, state=state if catalog.tag == tag else "fallback", origin=origin)
    return dataclasses.replace(text, state="fallback")


def _admitted(found: Translation, edition: Edition | None) -> bool:
    """Whether the edition shows this translation: where people may be harmed, nothing that only a machine has read (DNH-24)."""
    return edition is None or bool(found.reviewed) or (edition.lowest_state == "draft" and (edition.machine or found.origin != "machine"))


def _quoted(right: Right, tag: str, official: Mapping[int, Sequence[str]]) -> Right:
    """The article with its official text in `tag`. Where numbered clauses do not match in number, the whole stays as it was."""
    texts = official.get(right.number, ())
    if not texts or len(texts) != CLAUSES.get(right.number, len(texts)):
        return right
    first = next(iter(right.official.values()))
    base = first.id.rpartition("/")[0]
    quotes = {
        str(number): Quote(f"{base}/{number}", value, tag, first.where, "official") for number, value in enumerate(texts, 1)
    }
    return right.model_copy(update={"official": quotes})
