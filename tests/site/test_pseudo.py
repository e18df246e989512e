"""In the languages that nobody speaks, nothing is plain English: whatever a page says can be translated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel import Locale
from lxml import html

from generator.localise.pseudo import pseudo
from tests.project import highroad
from tests.site_fixtures import shared

LETTERS = re.compile(r"[^\W\d_]+")
SAID = ("aria-label", "alt", "title", "placeholder")
ENGLISH_THERE = ("declaration.html", "parallel.html", "sources.html", "errata.html")
"""Pages that name languages and quote titles as they are called."""
NAMES = {word for name in [*Locale("en").territories.values(), *Locale("en").languages.values(), "USB PDF SCORM"] for word in LETTERS.findall(name)}


@pytest.fixture(scope="session")
def pseudo_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, accented and mirrored, built once for all workers."""
    folder = site.parent / "site-pseudo"
    with shared(tmp_path_factory, "real"):
        if not folder.exists():
            done = highroad("build", "--lang", "en-XA", "--lang", "ar-XB", "--to", folder, cwd=site.parent)
            assert done.returncode == 0, done.stderr
    return folder


def plain(root: html.HtmlElement) -> list[str]:
    """English words that no accent has reached: longer than an abbreviation, with a vowel, outside of what is quoted or in a language of its own."""
    found = []
    for each in root.iter():
        if not isinstance(each.tag, str) or each.tag in ("script", "style", "code"):
            continue
        around = [each, *each.iterancestors()]
        if any(one.get("data-state") == "official" for one in around) or next(one.get("lang") for one in around if one.get("lang")) != "en-XA":
            continue
        texts = [each.text, *(child.tail for child in each), *(each.get(name) for name in SAID)]
        words = [word for text in texts if text for word in LETTERS.findall(re.sub(r"https?://\S+", "", text))]
        found += [word for word in words if word.isascii() and len(word) > 2 and re.search("[aeiou]", word) and word not in NAMES]
    return found


def test_no_word_of_any_page_is_hard_coded(pseudo_site: Path) -> None:
    found = {path.relative_to(pseudo_site).as_posix(): words for path in (pseudo_site / "en-XA").rglob("*.html")
             if path.name not in ENGLISH_THERE and (words := plain(html.parse(str(path)).getroot()))}
    assert not found


def test_the_search_for_plain_words_is_awake(pseudo_site: Path) -> None:
    root = html.document_fromstring('<html lang="en-XA"><p>Åccéñts <b title="Plain">ör ñöt</b></p><p lang="en">English</p><q data-state="official">All</q>')
    assert plain(root) == ["Plain"]


@pytest.mark.parametrize("text", ["See [the story](case:clara#story), {n} of {total}.\n\nAgain: **bold**, `code`, https://example.org/a."])
def test_what_must_stay_in_a_translation_stays(text: str) -> None:
    for tag in ("en-XA", "ar-XB"):
        made = pseudo(text, tag)
        assert re.findall(r"\]\([^)]*\)|\{[^}]*\}|`[^`]*`|\*\*", made) == re.findall(r"\]\([^)]*\)|\{[^}]*\}|`[^`]*`|\*\*", text)
        assert made.count("\n\n") == 1
        assert made != text


def test_the_accented_text_is_longer() -> None:
    text = "Your answer is kept on this device."
    assert 1.3 * len(text) <= len(pseudo(text, "en-XA")) <= 1.6 * len(text)
