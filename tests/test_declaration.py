"""The Universal Declaration is quoted exactly (DNH-26)."""

from __future__ import annotations

import pytest

from generator.load.declaration import read_declaration
from generator.localise.project import localise
from generator.model.refs import CLAUSES
from generator.problems import BuildError
from tests.project import ROOT, our_course


@pytest.fixture(scope="module")
def loaded():
    return our_course()


def test_every_clause_is_as_the_papers_appendix_prints_it(loaded) -> None:
    printed = dict(line.split("\t", 1) for line in (ROOT / "tests/golden/udhr-appendix-i.txt").read_text("utf-8").splitlines())
    ours = {f"{key}.{clause}": text.value for key, right in loaded.project.rights.items() for clause, text in right.official.items()}
    assert ours == printed


def test_the_declaration_is_whole(loaded) -> None:
    rights = loaded.project.rights
    assert [right.number for right in rights.values()] == list(range(31))
    for right in rights.values():
        assert len(right.official) == (8 if right.number == 0 else CLAUSES.get(right.number, 1))


def test_spanish_readers_get_the_official_spanish_text(loaded) -> None:
    spanish = localise(loaded.project, "es", loaded.catalogs, loaded.declarations["es"])
    official = read_declaration(ROOT, "spa", "es")
    for right in spanish.rights.values():
        shown = list(right.official.values())
        assert tuple(text.value for text in shown) == official[right.number]
        assert {(text.lang, text.state) for text in shown} == {("es", "official")}


def test_the_declaration_of_another_language_is_never_shown_as_ones_own() -> None:
    with pytest.raises(BuildError, match="which is in the language `es`"):
        read_declaration(ROOT, "spa", "fr")


def test_no_translation_touches_the_official_text(loaded) -> None:
    for catalog in loaded.catalogs.values():
        assert not [address for address in catalog.entries if "/official/" in address]
