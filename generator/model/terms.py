"""The words that a language has chosen for the terms of the training."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import Noun
from generator.model.refs import Key

Words = Annotated[tuple[str, ...], Field(min_length=1)]


class Term(Noun):
    """One term."""

    source: Words
    """How it stands in the source; also the beginning of a longer word (`pitfall` finds `pitfalls`)."""
    use: Words
    """What a translation may write for it; parts of words do too, so that endings are free."""
    avoid: tuple[str, ...] = ()
    """Whole words that a translation does not write where the source has the term; in scripts without spaces, what it does not hold."""


class Terms(Noun):
    """`content/languages/<tag>/glossary.yaml`."""

    terms: dict[Key, Term]
