"""A language begins with one command: its settings from CLDR, then files to translate, then pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.declarations import read_index
from generator.load.events import read_yaml
from generator.model.settings import Language
from generator.pipeline import check, load, pages_in
from generator.publish.new_language import new_language
from generator.validate.shapes import shape
from tests.conftest import Desk
from tests.project import ROOT, highroad

GUESSED = {
    "pt": ("Português", "ltr", "Latn", "pt", "por_BR"), "pt-PT": ("Português (Portugal)", "ltr", "Latn", "pt_PT", "por_PT"),
    "fa": ("فارسی", "rtl", "Arab", "fa", "pes_1"), "hi": ("हिन्दी", "ltr", "Deva", "hi", "hin"), "zh": ("中文", "ltr", "Hans", "zh", "cmn_hans"),
    "sr": ("Српски", "ltr", "Cyrl", "sr", "srp_cyrl"), "qva": ("qva", "ltr", "Latn", "en", "qva"), "tlh": ("tlh", "ltr", "Latn", "en", ""),
}
"""A language, and what is known of it: its name in itself, direction, script, locale, and the code of the Declaration's text. CLDR knows nothing of
the last two."""


@pytest.mark.parametrize("tag", GUESSED)
def test_the_settings_are_what_cldr_and_the_collection_know(tag: str) -> None:
    node, problems = read_yaml(new_language(tag, load(ROOT).project, read_index(ROOT).values()).encode(), "language.yaml")
    assert not problems
    made, problems = shape(node, Language, f"languages/{tag}")
    assert not problems
    assert (made.endonym, made.direction, made.script, made.locale, made.declaration) == GUESSED[tag]
    assert made.fallback == ("en",)
    assert bool(made.fonts) == (made.script in ("Latn", "Arab"))


def test_the_steps_of_the_guide_lead_to_pages(small_house: Path, translate: Desk) -> None:
    for name in ("node_modules", "site_overrides"):
        (small_house / name).symlink_to(ROOT / name)
    assert "translate update pt" in translate("add", "pt").stdout
    assert check(small_house)[2] == []
    edition = small_house / "content/editions/online.yaml"
    edition.write_text(edition.read_text("utf-8").replace("languages: [en", "languages: [en, pt"), "utf-8")
    assert "pt: reviewed 0, draft 0, " in translate("update", "pt").stdout
    path = small_house / "content/languages/pt/cases/mill.po"
    title = 'msgid "The mill by the river"\nmsgstr "'
    path.write_text(path.read_text("utf-8").replace(title, f"{title}O moinho junto ao rio"), "utf-8")
    assert "pt: reviewed 0, draft 1, " in translate("status", "pt").stdout
    assert translate("check", "pt").returncode == 0
    pages, _ = pages_in(load(small_house), "pt", "online")
    assert "O moinho junto ao rio" in [page.title.value for page in pages]


@pytest.mark.parametrize(("words", "said"), [
    (("es",), "es is there already"), (("Portugal",), "`Portugal` is not a language tag"), (("../x",), "is not a language tag"),
    ((), "say which language"), (("pt", "es"), "es is there already"),
])
def test_what_cannot_be_added_is_told_and_nothing_is_written(words: tuple[str, ...], said: str, small_house: Path) -> None:
    done = highroad("--project", small_house, "translate", "add", *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert not (small_house / "content/languages/pt").exists()
