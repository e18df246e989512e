"""What is in another language than its readers': where to say so before they open it, and what to offer them first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.compile.page import Block, Page
from generator.model.text import Text, texts_of

LISTS = frozenset({"doors", "tiles", "track", "lessons"})
"""Components that show no more of what they are given than titles and summaries."""


def elsewhere(pages: Iterable[Page]) -> Mapping[str, str]:
    """For each page of which more than two thirds are in another language: its address, and the language.

    A case of which only the short version is translated is not among them: that is what it begins with.
    """
    return {page.path: tag for page in pages if (tag := _other(page))}


def foreign(text: Text) -> bool:
    """Whether a text is shown in another language than its readers'. Sorted by it, what they can read comes first."""
    return text.state == "fallback"


def _other(page: Page) -> str:
    blocks = [item for item in page.outline if isinstance(item, Block) and item.component not in LISTS]
    texts = [text for block in blocks for value in block.data.values() for text in texts_of(value)]
    other = [text for text in texts if foreign(text)]
    if 3 * sum(len(text.value) for text in other) <= 2 * sum(len(text.value) for text in texts):
        return ""
    return max(other, key=lambda text: len(text.value)).lang
