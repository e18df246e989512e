"""Writes PO files: one per document, entries keyed by the text's address, merged by address and never by likeness."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

from babel.messages import Catalog as PoCatalog
from babel.messages import Message
from babel.messages.pofile import write_po

from generator.model.catalog import Catalog, Translation
from generator.model.project import Project
from generator.model.text import Quote, Text, texts_of
from generator.publish.write import write_if_changed

_NO_DATE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""PO headers carry a date; a fixed one keeps files the same when nothing has changed."""


def update(project: Project, folder: Path, catalog: Catalog | None) -> int:
    """Write the PO file of every document below `folder`, keeping what `catalog` has. Without a catalog, templates. Returns the number of texts.

    A text whose source has changed keeps its translation and is marked fuzzy, until a translator takes the mark away; so it shows as
    older. Entries whose text is gone are kept as obsolete.
    """
    count = 0
    for address, document in project.documents():
        if catalog and document.language == catalog.tag:
            continue
        texts = [text for text in texts_of(document) if not isinstance(text, Quote)]
        count += len(texts)
        write_if_changed(folder / f"{address}.{'po' if catalog else 'pot'}", _po(address, texts, catalog))
    return count


def status(project: Project, catalog: Catalog) -> dict[str, int]:
    """How many texts are reviewed, draft, older and missing."""
    counts = {"reviewed": 0, "draft": 0, "older": 0, "missing": 0}
    for _, document in project.documents():
        for text in texts_of(document):
            if isinstance(text, Quote) or text.lang == catalog.tag:
                continue
            entry = catalog.entries.get(text.id)
            if entry is None or not entry.value:
                counts["missing"] += 1
            elif entry.older_than(text):
                counts["older"] += 1
            else:
                counts["reviewed" if entry.reviewed else "draft"] += 1
    return counts


def _po(address: str, texts: list[Text], catalog: Catalog | None) -> bytes:
    made = PoCatalog(project="High Road", version="1", creation_date=_NO_DATE, revision_date=_NO_DATE, fuzzy=False,
                     header_comment=f"# {address}", charset="utf-8")
    known = catalog.entries if catalog else {}
    for text in texts:
        entry = known.get(text.id)
        old = entry is not None and entry.older_than(text)
        made.add(text.value, entry.value if entry else "", locations=[(text.id, None)], flags=["fuzzy"] if old else [],
                 context=text.id, user_comments=_comments(entry))
    for key in sorted(known.keys() - {text.id for text in texts}):
        if key.startswith(f"{address}/") and known[key].value:
            made.obsolete[key] = Message(known[key].source, known[key].value, context=key, user_comments=_comments(known[key]))
    data = io.BytesIO()
    write_po(data, made, width=0)
    return data.getvalue()


def _comments(entry: Translation | None) -> list[str]:
    if entry is None or not entry.value:
        return []
    return [f"origin: {entry.origin}", *([f"reviewed: {entry.reviewed}"] if entry.reviewed else [])]
