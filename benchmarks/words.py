"""Sentences without a meaning, made of real words of a language. The same seed gives the same sentences."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "words"
STOPS = {"th": "", "my": "။", "km": "។"}
"""What ends a sentence, in the languages that write no spaces between words."""


class Said(str):
    """A text that people read, so one that is translated. Other strings of a document are keys and references."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """One language with its own stream of random choices."""

    tag: str
    """BCP 47 tag."""
    words: tuple[str, ...]
    choose: random.Random

    @classmethod
    def of(cls, tag: str, seed: str) -> Speaker:
        """The speaker of a language; `seed` makes its choices, so equal seeds say the same."""
        return cls(tag, tuple((FOLDER / f"{tag}.txt").read_text("utf-8").split()), random.Random(f"{seed}/{tag}"))

    def line(self, count: int) -> Said:
        """`count` words, without a full stop."""
        words = self.choose.choices(self.words, k=count)
        if self.tag not in STOPS:
            return Said(" ".join(words).capitalize())
        return Said(" ".join("".join(words[start:start + 6]) for start in range(0, count, 6)))

    def sentence(self, count: int) -> Said:
        """`count` words, with a full stop where the language writes one."""
        return Said(self.line(count) + STOPS.get(self.tag, "."))

    def paragraph(self, count: int) -> Said:
        """About `count` words in sentences of 8 to 16, the first of which has a strong word."""
        made = [f"**{self.line(1)}** {self.sentence(7)}"]
        left = count - 8
        while left > 0:
            length = min(left, self.choose.randint(8, 16))
            made.append(self.sentence(length))
            left -= length
        return Said(" ".join(made))
