"""Reviews of translations: marks above a text that are tied to the words that were read, so that none outlives an edit of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.catalog import fingerprint

REVIEWED = "reviewed"
EARLIER = "earlier wording reviewed"
"""What an update makes of a review whose text or translation says something else today."""
_MARK = re.compile(rf"({REVIEWED}|{EARLIER}):\s*(.*?)(?:\s*\(wording ([0-9a-f]{{8}})\))?\s*")


def wording(source: str, translation: str) -> str:
    """A short hash of a text and its translation, which their typography does not change."""
    return fingerprint(f"{fingerprint(source)} {fingerprint(translation)}")[:8]


def reviewed(comments: Sequence[str], source: str, translation: str) -> str:
    """By whom in which role, and when, these very words were reviewed; empty where nobody did. A review that is not tied to any words yet counts."""
    return next((found[2] for each in comments if (found := _MARK.fullmatch(each)) and _fits(found, source, translation)), "")


def outdated(comments: Sequence[str], source: str, translation: str) -> str:
    """By whom and when only an earlier wording was reviewed; empty where these words are, or nothing was."""
    found = [mark[2] for each in comments if (mark := _MARK.fullmatch(each))]
    return found[-1] if found and not reviewed(comments, source, translation) else ""


def untied(comments: Sequence[str]) -> bool:
    """Whether a review is not tied to its words yet."""
    return any((found := _MARK.fullmatch(each)) and found[1] == REVIEWED and not found[3] for each in comments)


def tied(comments: Sequence[str], source: str, translation: str) -> tuple[str, ...]:
    """The comments with each review tied to its words. One of other words says so, and says no more so when the words are those again."""
    return tuple(_tied(found, source, translation) if (found := _MARK.fullmatch(each)) and found[2] else each for each in comments)


def _tied(mark: re.Match[str], source: str, translation: str) -> str:
    if mark[1] == EARLIER and not mark[3]:
        return mark[0]
    words = mark[3] or wording(source, translation)
    return f"{REVIEWED if _fits(mark, source, translation) else EARLIER}: {mark[2]} (wording {words})"


def _fits(mark: re.Match[str], source: str, translation: str) -> bool:
    return bool(mark[2]) and (mark[3] == wording(source, translation) if mark[3] else mark[1] == REVIEWED)
