"""Every page of every face is valid HTML, and says its language and direction. Checked by the Nu Html Checker (vnu), which needs Java."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from lxml import html

from generator.pipeline import load
from tests.project import ROOT, our_course
from tests.sites import BOOKLETS, SAMPLE, SITES, Site

VNU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
FALSE_ALARM = re.compile(r"Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) “[^“”:]+” blocked by “(style|script)-src” directive\."
                         r"|CSS: “container-type”: Property “container-type” doesn't exist\.|CSS: Unrecognized at-rule “@container”")
"""vnu does not know that on `file:` a page's own folder is 'self'; tests/browser/test_policy.py asks a browser. Nothing with a `:` is excused.
Nor does it know container queries (CSS Containment Level 3), by which sheets turn into stacks; tests/browser/test_sheets.py asks a browser."""

GUESS = re.compile(r"This document appears to be written in .* Consider using .* instead\.")
"""It takes languages that it does not know for others."""


def _checked(site: Site) -> list[Path]:
    """The files that vnu knows; of the Declaration's booklets, those that stand for all, and those of one site."""
    pages = {path for paths in site.tried().values() for path in paths}
    return [path for path in sorted(site.folder.rglob("*")) if (path in pages or path.suffix in (".css", ".svg"))
            and (path.parent.name != BOOKLETS or (path.stem in SAMPLE and site.name == "online"))]


def test_every_page_stylesheet_and_picture_is_valid(site_called: Callable[[str], Site], tmp_path: Path) -> None:
    """No error and no warning, in one run over all faces. A broken page beside them shows that the checker is awake."""
    java = shutil.which("java")
    assert java, "Java is missing. `make test` installs it as root; else: sudo apt-get install default-jre-headless"
    sites = [site_called(name) for name in SITES]
    broken = tmp_path / "broken.html"
    broken.write_text('<!doctype html><html lang="en"><title>Broken</title><p id="one"><p id="one"></html>', "utf-8")
    done = subprocess.run([java, "-jar", str(VNU), "--stdout", "--format", "json", "--skip-non-html", "--also-check-css", "--also-check-svg",
                           str(broken), *[str(path) for site in sites for path in _checked(site)]], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    told = [each for each in json.loads(done.stdout)["messages"] if not FALSE_ALARM.fullmatch(each["message"])
            and not (f"/{BOOKLETS}/" in each.get("url", "") and GUESS.fullmatch(each["message"]))]
    assert "Duplicate ID “one”." in [each["message"] for each in told if each["url"].endswith(str(broken))]
    told = [each for each in told if not each["url"].endswith(str(broken))]
    assert not told, "\n".join(f"{each.get('url')}:{each.get('lastLine')}: {each['message']} {each.get('extract', '')!r}" for each in told[:20])


def test_every_page_says_its_language_and_its_direction(each_site: Site) -> None:
    languages = our_course().project.languages
    for tag, paths in each_site.pages().items():
        for path in paths:
            root = html.parse(str(path)).getroot()
            said = root.get("lang")
            assert said in (languages if tag == "-" else (tag,)), each_site.called(path)
            assert root.get("dir") == languages[said].direction, each_site.called(path)


def test_what_is_in_another_language_says_so(each_site: Site) -> None:
    """A block in another language than its page has its own `lang` and `dir`; so has every link to another language."""
    for tag, paths in each_site.pages().items():
        for path in paths:
            root = html.parse(str(path)).getroot()
            for link in root.xpath("//a[@hreflang][ancestor::nav]"):
                assert link.get("lang") == link.get("hreflang"), each_site.called(path)
                assert link.get("dir"), each_site.called(path)
            for block in root.xpath("//*[@data-text][@data-state='fallback']"):
                assert block.get("lang") not in (None, tag), each_site.called(path)
                assert block.get("dir"), each_site.called(path)
