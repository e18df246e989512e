"""Contributed text never becomes code, with either lock alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.publish.website.markdown import literal
from generator.render import prose as module
from generator.render.prose import line, prose, words_of

PAYLOADS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)", "[x](vbscript:x)", "<a href='javascript:alert(1)'>x</a>", "![x](http://evil.example/x.png)",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<base href='//evil.example/'>", "--><script>alert(1)</script><!--",
    "<style>@import '//evil.example'</style>", "<math><mtext><script>alert(1)</script></mtext></math>", "[x](//evil.example)",
    "<form action='//evil.example'><input type=submit></form>", "<div style='background:url(//evil.example)'>x</div>", "`<script>`",
    "<object data='//evil.example'></object>", "<link rel=stylesheet href='//evil.example'>", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[x](&#106;avascript:alert(1))", "<a\thref=\"java\nscript:alert(1)\">x</a>", "<p onclick=alert(1)>x</p>", "[<script>alert(1)</script>](case:clara)",
]
_CODE = re.compile(r"<(?!/?(?:p|ul|ol|li|em|strong|a)\b)[a-z/!]|href=\"(?:[a-z]+:|//)|<[a-z]+[^>]*\s(?:src|style|on\w+)=", re.IGNORECASE)


def href(target: str) -> str:
    return target if ":" in target and target.split(":")[0] not in ("case", "page") else "there.html"


def refuse(target: str) -> str:
    """The real site turns a target into a relative link, and unknown ones are refused before anything is built."""
    return "there.html"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_code_with_both_locks(payload: str) -> None:
    for made in (prose(payload, refuse), line(payload, refuse)):
        assert not _CODE.search(made), made


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_code_with_the_allow_list_alone(payload: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PARSER", MarkdownIt("commonmark", {"html": True}))
    assert not _CODE.search(prose(payload, href)), prose(payload, href)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_code_with_the_parser_alone(payload: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_clean", Markup)
    assert not _CODE.search(prose(payload, refuse)), prose(payload, refuse)


def test_text_keeps_its_emphasis_its_lists_and_its_links() -> None:
    assert prose("One *two*.\n\n- **three**\n- [four](case:clara)", refuse) == (
        "<p>One <em>two</em>.</p>\n<ul>\n<li><strong>three</strong></li>\n<li><a href=\"there.html\">four</a></li>\n</ul>")
    assert line("A *b*\nc", refuse) == "A <em>b</em> c"
    assert words_of("A *b* [c](case:d)") == "A b c"


PLAIN = st.text(alphabet=st.sampled_from(list("ab 1.-+)(<>&\"'\n\u00a0\u1780é`#~|!:=")), max_size=120)


@given(PLAIN)
def test_the_short_way_for_plain_words_makes_what_the_parser_makes(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        quick = prose(text, refuse), line(text, refuse)
        patch.setattr(module, "_MARKED", re.compile(""))
        assert quick == (prose(text, refuse), line(text, refuse))


@given(st.text(max_size=300))
def test_any_text_at_all_is_safe_and_quick(text: str) -> None:
    assert not _CODE.search(prose(text, refuse))


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1, max_size=60))
def test_a_heading_means_just_its_characters_to_the_site_builder(text: str) -> None:
    """Python-Markdown, with the extension that reads attributes, gives the heading's characters back and nothing else."""
    import html

    import markdown

    made = markdown.markdown(f"## {literal(text)} {{: #here }}", extensions=["attr_list"])
    found = re.fullmatch(r'<h2 id="here">(.*)</h2>', made, re.DOTALL)
    assert found, made
    assert html.unescape(found[1]) == text
