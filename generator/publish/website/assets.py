"""The site's shared assets, laid out once in `assets/`: one stylesheet, one script per component that has one, fonts, the icon."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from generator.model.project import Project
from generator.problems import BuildError
from generator.publish.style import minified

OVERRIDES = "site_overrides"
FONTS = "node_modules/@fontsource"
_URL = re.compile(r"url\(\./files/([^)]+\.woff2)\) format\('woff2'\)(?:,\s*url\([^)]*\)[^;,]*)*")


def assets(root: Path, project: Project, languages: Collection[str], without: Collection[str] = ()) -> dict[str, bytes]:
    """Every shared file of the site by its path below `assets/`, but for those of the components in `without`. Raises BuildError where
    a font package is missing."""
    made: dict[str, bytes] = {}
    faces = dict.fromkeys(face for tag in languages for face in project.languages[tag].fonts)
    css = [_face(root, face, made) for face in faces]
    overrides = root / OVERRIDES
    css += [path.read_text("utf-8") for path in sorted((overrides / "styles").glob("*.css"))]
    css += [path.read_text("utf-8") for path in sorted((overrides / "components").glob("*/*.css")) if path.stem not in without]
    made["site.css"] = minified("\n".join(css)).encode()
    for script in sorted(path for path in (overrides / "components").glob("*/*.js") if path.stem not in without):
        made[script.name] = script.read_bytes()
    for picture in sorted((overrides / "pictures").glob("*.svg")):
        made[picture.name] = picture.read_bytes()
    return made


def _face(root: Path, face: str, made: dict[str, bytes]) -> str:
    """The @font-face rules of `noto-sans/latin-400`, pointing at our own copies of its files, which are added to `made`."""
    package, _, name = face.partition("/")
    path = root / FONTS / package / f"{name}.css"
    if not path.is_file():
        raise BuildError(f"the font {FONTS}/{face} is not there. Run `make site`, which installs the npm packages that package.json names.")

    def take(found: re.Match[str]) -> str:
        made[f"fonts/{found[1]}"] = (path.parent / "files" / found[1]).read_bytes()
        return f"url(fonts/{found[1]}) format('woff2')"

    return _URL.sub(take, path.read_text("utf-8"))
