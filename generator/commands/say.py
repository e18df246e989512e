"""Everything that a user sees on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Out:
    """Prints: results to standard output, problems to standard error."""

    quiet: bool = False
    colour: bool = False

    def say(self, text: str = "") -> None:
        """A line of progress or result; left out with --quiet."""
        if not self.quiet:
            print(text)

    def answer(self, text: str) -> None:
        """What was asked for; printed with --quiet too."""
        print(text)

    def error(self, text: str) -> None:
        """What stopped the work."""
        print(f"highroad: {text}", file=sys.stderr)

    def problems(self, found: Sequence[Problem]) -> None:
        """Every problem, then how many there are."""
        for each in found:
            print(self._dressed(each), file=sys.stderr)
        print(f"{len(found)} problem{'s' if len(found) != 1 else ''}. `.venv/bin/highroad explain CODE` says more about one.", file=sys.stderr)

    def _dressed(self, each: Problem) -> str:
        text = str(each)
        return text.replace(each.code, f"\033[1;33m{each.code}\033[0m", 1) if self.colour else text
