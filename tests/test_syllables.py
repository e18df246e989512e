"""Where lines may break in Shan and Mon."""

from __future__ import annotations

import pytest

from generator.pipeline import declaration_texts
from generator.render.syllables import needs_syllables, syllables
from tests.project import ROOT


@pytest.mark.parametrize(("text", "pieces"), [
    ("ၵူၼ်းၵူႊၵေႃႉၼႆႉ", "ၵူၼ်း ၵူႊ ၵေႃႉ ၼႆႉ"),
    ("မၞိဟ်ဂမၠိုၚ်", "မၞိဟ် ဂ မၠိုၚ်"),
    ("သိက္ခာမၞိဟ်", "သိက္ခာ မၞိဟ်"),
    ("ညးသ္ကအ်", "ညး သ္ကအ်"),
    ("ၵၼ်။", "ၵၼ်။"),
    ("(၁၂)", "( ၁၂ )"),
])
def test_a_line_may_break_between_syllables_only(text: str, pieces: str) -> None:
    assert syllables(text) == pieces.split(" ")


@pytest.mark.parametrize("code", ["shn", "mnw"])
def test_nothing_of_a_text_is_lost(code: str) -> None:
    text = declaration_texts(ROOT, [code])[code]
    for _, said in text.places():
        assert "".join(syllables(said)) == said
        assert not [piece for piece in syllables(said) if "\u102b" <= piece[0] <= "\u103e" and piece[0] != "\u103f"]
        assert max(map(len, syllables(said)), default=0) < 24


def test_burmese_is_left_to_the_browser() -> None:
    assert not needs_syllables("my", "လူတိုင်းသည်")
    assert needs_syllables("shn", "ၵူၼ်းၵူႊ")
    assert not needs_syllables("es", "Toda persona")
