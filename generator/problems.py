"""What can be wrong with the sources: coded problems, and the one exception that carries them.

Codes are stable and never reused: E… reading a file, K… shape of a document, R… references between documents, Q… questions,
T… translations, W… wording. Each has a paragraph in `docs/problems.md`, which `highroad explain CODE` prints.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from generator.source import Where


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that somebody has to mend."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    """One sentence that says what to type instead. May be empty."""

    def __str__(self) -> str:
        first = f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}"
        return f"{first}\n    {self.hint}" if self.hint else first

    def as_dict(self) -> dict[str, str | int]:
        """The problem as `highroad check --format json` prints it."""
        return asdict(self)


def problem(where: Where, code: str, message: str, hint: str = "") -> Problem:
    """A problem at a place."""
    return Problem(where.path, where.line, where.column, code, _one_line(message), _one_line(hint))


def _one_line(text: str) -> str:
    """A sentence on one line; what is quoted from the sources is cut where it is long."""
    return re.sub(r"`([^`]{120})[^`]+`", r"`\1…`", " ".join(text.split()))


class SourceError(Exception):
    """The sources cannot be built. Carries every problem that was found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class BuildError(Exception):
    """Something outside the sources stops the work (a missing package, a full disk). The text is for the user."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence with the known word nearest to `word`, or the list of all known words if none is near."""
    known = sorted(known)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.7)
    if near:
        return f"Did you mean `{near[0]}`?"
    shown = ", ".join(f"`{each}`" for each in known[:24])
    return f"Known here: {shown}{' …' if len(known) > 24 else ''}." if known else ""
