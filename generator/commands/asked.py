"""The edition and the languages that somebody asked for."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from typing import TYPE_CHECKING

from generator.problems import BuildError, did_you_mean

if TYPE_CHECKING:
    from generator.pipeline import Loaded


def languages_of(options: argparse.Namespace, loaded: Loaded, beside: Collection[str] = ()) -> list[str]:
    """The languages of the edition, or those of them that were asked for; those in `beside` may be, too. Raises BuildError where there is no such
    edition or language."""
    editions = loaded.project.editions
    if options.edition not in editions:
        raise BuildError(f"there is no edition {options.edition}. {did_you_mean(options.edition, editions)}")
    offered = editions[options.edition].languages
    for tag in options.lang or ():
        if tag not in offered and tag not in beside:
            raise BuildError(f"the edition {options.edition} has no language {tag}. {did_you_mean(tag, offered)} Its languages stand in "
                             f"content/editions/{options.edition}.yaml.")
    return list(options.lang or offered)
