"""The settings of a new language: what CLDR and the collection of the Declaration know of it, for a person to look at."""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale

from generator.model.declaration import Listing
from generator.model.project import Project

_FALLBACK = "en"


def new_language(tag: str, project: Project, listings: Iterable[Listing]) -> str:
    """The text of `language.yaml`. What nobody knows stands there as a remark that says what to write."""
    lines = ["# Made from CLDR. Look at every line; content/README.md says what else may stand here."]
    try:
        locale = Locale.parse(tag, sep="-")
        name, script = locale.get_display_name(locale) or tag, _script(locale)
        lines += [f"endonym: {name[:1].upper()}{name[1:]}", *(["direction: rtl"] if locale.text_direction == "rtl" else []), f"script: {script}",
                  f"locale: {locale}"]
    except (UnknownLocaleError, ValueError):
        script = "Latn"
        lines += ["# CLDR does not know this language. Write its name in itself, its script, and a language that writes numbers as it does.",
                  f"endonym: {tag}", f"script: {script}", f"locale: {_FALLBACK}"]
    lines.append(f"fallback: [{_FALLBACK}]")
    if own := _declarations(tag, listings):
        lines.append(f"declaration: {own[0]}" + (f"  # or {', '.join(own[1:])}" if own[1:] else ""))
    fonts = next((language.fonts for language in project.languages.values() if language.script == script and language.fonts), ())
    lines.append(f"fonts: [{', '.join(fonts)}]" if fonts else "# No language here has fonts for this script yet: content/README.md says how to add them.")
    return "\n".join([*lines, ""])


def _script(locale: Locale) -> str:
    """The script that a language is mostly written in."""
    likely = get_global("likely_subtags")
    return locale.script or parse_locale(likely.get(str(locale)) or likely.get(locale.language, f"{locale.language}_Latn"))[2] or "Latn"


def _declarations(tag: str, listings: Iterable[Listing]) -> list[str]:
    """The codes of the Declaration's texts in a language, of this very tag and of the collection's first code first."""
    found = [each for each in listings if each.tag.partition("-")[0] == tag.partition("-")[0]]
    return [each.code for each in sorted(found, key=lambda each: (each.tag != tag, each.code != each.iso, each.code))]
