"""The booklets of the Declaration, and the list that finds them, as they are published."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from lxml import html

from generator.load.declarations import read_index
from generator.model.declaration import DeclarationText
from generator.pipeline import declaration_texts, load
from generator.publish.declarations.site import write_declarations
from generator.publish.manifest import Manifest
from tests.project import ROOT, our_course
from tests.sites import SAMPLE


@pytest.fixture(scope="module")
def texts() -> dict[str, DeclarationText]:
    return declaration_texts(ROOT)


def words(element: html.HtmlElement) -> str:
    """The text of an element, with one space between words."""
    return " ".join(element.text_content().split())


def test_every_clause_of_every_text_is_in_its_booklet_at_its_anchor(site: Path, texts: dict[str, DeclarationText]) -> None:
    for code, text in texts.items():
        root = html.parse(str(site / f"declaration/{code}.html"), html.HTMLParser(encoding="utf-8")).getroot()
        by_id = {each.get("id"): each for each in root.xpath("//*[@id]")}
        assert all(said in words(by_id["preamble"]) for said in text.preamble), code
        assert not text.title or words(root.find(".//h1")) == text.title, code
        for number in range(1, 31):
            article = text.articles.get(number)
            section = by_id[f"article-{number}"]
            for clause, said in enumerate(article.clauses if article else (), 1):
                assert not said or said in words(by_id[f"clause-{number}-{clause}"] if article.listed else section), (code, number)
            if article and article.heading:
                assert words(section.find("h2")) == article.heading, (code, number)
        for gap in text.gaps:
            if gap.article and gap.kind != "repair":
                assert by_id[f"article-{gap.article}"].find_class("booklet__gap"), (code, gap)


def test_a_booklet_says_its_language_direction_source_grade_and_corrections(site: Path, texts: dict[str, DeclarationText]) -> None:
    for code in SAMPLE:
        text = texts[code]
        root = html.parse(str(site / f"declaration/{code}.html"), html.HTMLParser(encoding="utf-8")).getroot()
        assert root.get("lang") == text.listing.tag
        assert root.get("dir") == ("rtl" if code in ("arb", "heb") else "ltr")
        about = words(root.find(".//footer"))
        assert "An unofficial copy." in about
        assert len(root.xpath("//main//mark")) == sum(map(len, text.corrections.values()))
        assert ("–" if not text.gaps else "missing" if text.grade in "CD" else "") in about + "–"
    quechua = html.parse(str(site / "declaration/qvc.html")).getroot().find(".//footer")
    assert [each.get("lang") for each in quechua.findall("section")] == ["es", "en"]
    assert "Iaya Ilaqtakunapaqpis" in words(quechua)


def test_the_list_is_complete_in_every_language_and_leads_to_every_booklet(site: Path) -> None:
    codes = set(read_index(ROOT))
    for tag in ("en", "es"):
        root = html.parse(str(site / tag / "declaration.html")).getroot()
        links = root.xpath("//li[@id]/a/@href")
        assert {link.removeprefix("../declaration/").removesuffix(".html") for link in links} == codes
        assert len(links) == len(codes)
        assert root.xpath("//section[@id='without']//p[contains(., 'Kar')] | //section[@id='without']//p[contains(., 'kar')]")
    assert root.xpath("//h3[text()='Perú']")


def test_each_place_leads_to_the_declaration_in_its_languages(site: Path) -> None:
    found = {}
    for case in (site / "en/cases").glob("*.html"):
        root = html.parse(str(case)).getroot()
        found[case.stem] = [Path(link).stem for link in root.xpath("//*[contains(@class, 'place__texts')]//a/@href")]
    assert found["clara"] == ["spa", "qva"]
    assert found["yanacocha"] == ["spa", "qvc"]
    assert found["phnom-penh"] == ["khm"]
    assert found["mae-sot"][:4] == ["mya", "tha2", "mnw", "shn"]
    assert len(found["mae-sot"]) == 6


def test_the_rest_of_the_site_knows_one_way_to_them_from_the_articles(site: Path) -> None:
    for path in (site / "en").rglob("*.html"):
        if path.name not in ("declaration.html", "parallel.html") and path.parent.name != "cases":
            links = html.parse(str(path)).xpath("//a/@href[contains(., 'declaration')]")
            article = path.parent.name == "rights" and path.name != "practice.html"
            assert links == (["../declaration.html"] if article else []), path
    index = (site / "en/search-index.js").read_text("utf-8")
    assert "declaration.html" not in index
    assert not re.search(r"declaration/[a-z]", index)


def test_editions_for_people_who_risk_something_have_none(site: Path) -> None:
    for name, edition in our_course().project.editions.items():
        assert edition.booklets == (name in ("online", "trainer"))


def test_an_edition_may_hold_the_texts_of_its_own_languages_and_places_only(tmp_path: Path) -> None:
    loaded = our_course()
    edition = loaded.project.editions["online"].model_copy(update={"declarations": "own"})
    manifest = Manifest()
    write_declarations(loaded, edition, ["en"], tmp_path, tmp_path / "none", manifest, 1)
    held = {path.stem for path in (tmp_path / "declaration").glob("*.html")}
    assert held == {"eng", "spa", "fra", "arb", "qva", "qvc", "mya", "tha2", "mnw", "shn", "khm"}
    assert len(html.parse(str(tmp_path / "en/declaration.html")).xpath("//li[@id]")) == len(held)
    assert write_declarations(loaded, edition, ["en"], tmp_path / "again", tmp_path, manifest, 1) == {
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file() and "again" not in path.parts}
    (tmp_path / "declaration/qva.html").write_text("damaged", "utf-8")
    assert write_declarations(loaded, edition, ["en"], tmp_path / "third", tmp_path, manifest, 1) == frozenset()
    assert (tmp_path / "third/declaration/qva.html").read_bytes() == (tmp_path / "again/declaration/qva.html").read_bytes()


def test_the_list_is_made_again_when_a_place_has_another_name(tmp_path: Path) -> None:
    loaded = our_course()
    edition = loaded.project.editions["online"].model_copy(update={"declarations": "own"})
    manifest = Manifest()
    write_declarations(loaded, edition, ["en"], tmp_path / "first", tmp_path / "none", manifest, 1)
    place = loaded.project.cases["clara"].place
    renamed = place.model_copy(update={"name": dataclasses.replace(place.name, value="Elsewhere")})
    cases = {**loaded.project.cases, "clara": loaded.project.cases["clara"].model_copy(update={"place": renamed})}
    other = dataclasses.replace(loaded, project=dataclasses.replace(loaded.project, cases=cases))
    assert write_declarations(other, edition, ["en"], tmp_path / "second", tmp_path / "first", manifest, 1) == frozenset()
    assert "Elsewhere" in (tmp_path / "second/en/declaration.html").read_text("utf-8")
