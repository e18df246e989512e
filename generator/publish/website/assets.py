"""The site's shared assets, laid out once in `assets/`: one stylesheet, one script per component that has one, fonts, the icon."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.pipeline import Loaded
from generator.publish.fonts import KEPT, Face, faces, letters_in
from generator.publish.style import minified

OVERRIDES = "site_overrides"


def assets(loaded: Loaded, languages: Collection[str], without: Collection[str] = ()) -> dict[str, bytes]:
    """Every shared file of the site by its path below `assets/`, but for those of the components in `without`. Raises BuildError where
    a font package is missing."""
    made: dict[str, bytes] = {}
    css = []
    for face in _fonts(loaded, languages):
        made[f"fonts/{face.file}"] = face.data
        css.append(f"@font-face{{{face.css}font-display:swap;src:url(fonts/{face.file}) format('woff2')}}")
    overrides = loaded.root / OVERRIDES
    css += [path.read_text("utf-8") for path in sorted((overrides / "styles").glob("*.css"))]
    css += [path.read_text("utf-8") for path in sorted((overrides / "components").glob("*/*.css")) if path.stem not in without]
    made["site.css"] = minified("\n".join(css)).encode()
    for script in sorted(path for path in (overrides / "components").glob("*/*.js") if path.stem not in without):
        made[script.name] = script.read_bytes()
    for picture in sorted((overrides / "pictures").glob("*.svg")):
        made[picture.name] = picture.read_bytes()
    return made


def _fonts(loaded: Loaded, languages: Collection[str]) -> Iterator[Face]:
    """The fonts of the languages, each cut to the letters of all that need it; those of Latin letters are whole, for names in any language."""
    of = {tag: letters_of(loaded, tag) for tag in languages}
    for name in dict.fromkeys(name for tag in languages for name in loaded.project.languages[tag].fonts):
        wanted = [of[tag] for tag in languages if name in loaded.project.languages[tag].fonts]
        every = None if None in wanted or "/latin" in name else frozenset[str]().union(*(letters for letters in wanted if letters))
        yield from faces(loaded.root, [name], every, loaded.root / KEPT)


def letters_of(loaded: Loaded, tag: str) -> frozenset[str] | None:
    """The letters that pages of a language may show: its alphabet, which readers type, and what stands in its translations and its text of the
    Declaration. None for a language that names no alphabet: all."""
    language = loaded.project.languages[tag]
    if not language.alphabet:
        return None
    said = "".join(translation.value for translation in loaded.catalogs[tag].entries.values()) if tag in loaded.catalogs else ""
    declared = "".join(said for clauses in loaded.declarations.get(tag, {}).values() for said in clauses)
    return letters_in(language.alphabet) | set(said + declared + language.endonym)
