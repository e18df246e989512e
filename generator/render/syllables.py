"""Where lines may break in languages that are written in the Burmese script, but that browsers do not know: between syllables."""

from __future__ import annotations

import re

_SYLLABLE = re.compile(
    "(?:[\u1000-\u102a\u103f\u104e\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081\u108e\uaa60-\uaa7a\ua9e0-\ua9ef\ua9fa-\ua9fe]"
    "(?:\u1039[\u1000-\u102a\u103f\u1050-\u105d])*"  # a stacked consonant
    "[\u102b-\u1038\u103a-\u103e\u1056-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\uaa7b-\uaa7d]*"  # vowels, tones, medials
    "(?:[\u1000-\u1021\u103f\u1050\u1051\u105a-\u105d\u1061\u1075-\u1081\uaa60-\uaa7a](?:\u1039[\u1000-\u102a\u103f\u1050-\u105d])*\u103a[\u1036-\u1038\u1087-\u108d\u108f]*)*"
    ")[\u104a\u104b\u1040-\u1049.,;:!?)\\]\u201d\u2019\"']*"  # what must not begin a line
    "|[\u1040-\u1049\u1090-\u1099]+|\\s+|[^\\s\u1000-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f]+|.",
    re.DOTALL,
)

_OPEN = re.compile("[\u1000-\u1036\u103b-\u103f\u1050-\u108f]$")
"""The end of a syllable that a stack may still close: not one with a final consonant or a tone."""
_BURMESE = re.compile("[\u1000-\u109f]{3}")


def syllables(text: str) -> list[str]:
    """The text in pieces between which a line may break. Joined, they are the text."""
    made: list[str] = []
    for piece in _SYLLABLE.findall(text):
        sign = "\u102b" <= piece[0] <= "\u103e"  # without its letter, as slips of transcription leave it
        if made and ((sign and made[-1].strip()) or (piece[1:2] == "\u1039" and _OPEN.search(made[-1])) or made[-1][-1] == "\u1039"):
            made[-1] += piece  # the first letter of a stack ends the syllable before
        else:
            made.append(piece)
    return made


def needs_syllables(tag: str, text: str) -> bool:
    """Whether a text is in the Burmese script and in another language than Burmese, whose words browsers know."""
    return tag.partition("-")[0] != "my" and bool(_BURMESE.search(text))
