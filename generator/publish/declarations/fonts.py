"""The fonts of the Declaration's texts: for those whose letters the site's own fonts lack, one by script, cut to all of them. The list of languages has
smaller ones, cut to the names in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fontTools import unicodedata

from generator.publish.fonts import no_font

PACKAGES = "node_modules"
SITE = "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2"
FONTS = {
    "Adlm": "@fontsource-variable/noto-sans-adlam/files/*-adlam-wght-normal.woff2",
    "Arab": "@fontsource/noto-sans-arabic/files/*-arabic-400-normal.woff2",
    "Armn": "@fontsource-variable/noto-sans-armenian/files/*-armenian-wght-normal.woff2",
    "Beng": "@fontsource-variable/noto-sans-bengali/files/*-bengali-wght-normal.woff2",
    "Cakm": "@expo-google-fonts/noto-sans-chakma/400Regular/*.ttf",
    "Cans": "@fontsource-variable/noto-sans-canadian-aboriginal/files/*-canadian-aboriginal-wght-normal.woff2",
    "Cher": "@fontsource-variable/noto-sans-cherokee/files/*-cherokee-wght-normal.woff2",
    "Cyrl": "@expo-google-fonts/noto-sans/400Regular/*.ttf",
    "Deva": "@fontsource-variable/noto-sans-devanagari/files/*-devanagari-wght-normal.woff2",
    "Ethi": "@fontsource-variable/noto-sans-ethiopic/files/*-ethiopic-wght-normal.woff2",
    "Geor": "@fontsource-variable/noto-sans-georgian/files/*-georgian-wght-normal.woff2",
    "Gran": "@fontsource/noto-sans-grantha/files/*-grantha-400-normal.woff2",
    "Grek": "@expo-google-fonts/noto-sans/400Regular/*.ttf",
    "Gujr": "@fontsource-variable/noto-sans-gujarati/files/*-gujarati-wght-normal.woff2",
    "Guru": "@fontsource-variable/noto-sans-gurmukhi/files/*-gurmukhi-wght-normal.woff2",
    "Hans": "@fontsource-variable/noto-sans-sc/files/*-wght-normal.woff2",
    "Hant": "@fontsource-variable/noto-sans-tc/files/*-wght-normal.woff2",
    "Hebr": "@fontsource-variable/noto-sans-hebrew/files/*-hebrew-wght-normal.woff2",
    "Hmnp": "@fontsource-variable/noto-serif-np-hmong/files/*-nyiakeng-puachue-hmong-wght-normal.woff2",
    "Java": "@fontsource-variable/noto-sans-javanese/files/*-javanese-wght-normal.woff2",
    "Jpan": "@fontsource-variable/noto-sans-jp/files/*-wght-normal.woff2",
    "Khmr": "@fontsource/noto-sans-khmer/files/*-khmer-400-normal.woff2",
    "Knda": "@fontsource-variable/noto-sans-kannada/files/*-kannada-wght-normal.woff2",
    "Kore": "@fontsource-variable/noto-sans-kr/files/*-wght-normal.woff2",
    "Lana": "@fontsource-variable/noto-sans-tai-tham/files/*-tai-tham-wght-normal.woff2",
    "Laoo": "@fontsource-variable/noto-sans-lao/files/*-lao-wght-normal.woff2",
    "Latn": "@expo-google-fonts/noto-sans/400Regular/*.ttf",
    "Mlym": "@fontsource-variable/noto-sans-malayalam/files/*-malayalam-wght-normal.woff2",
    "Mong": "@fontsource/noto-sans-mongolian/files/*-mongolian-mongolian-400-normal.woff2",
    "Mymr": "@fontsource/noto-sans-myanmar/files/*-myanmar-400-normal.woff2",
    "Sinh": "@fontsource-variable/noto-sans-sinhala/files/*-sinhala-wght-normal.woff2",
    "Syrc": "@fontsource-variable/noto-sans-syriac/files/*-syriac-wght-normal.woff2",
    "Taml": "@fontsource-variable/noto-sans-tamil/files/*-tamil-wght-normal.woff2",
    "Tavt": "@fontsource/noto-sans-tai-viet/files/*-tai-viet-400-normal.woff2",
    "Telu": "@fontsource-variable/noto-sans-telugu/files/*-telugu-wght-normal.woff2",
    "Tfng": "@fontsource/noto-sans-tifinagh/files/*-tifinagh-400-normal.woff2",
    "Tglg": "@fontsource/noto-sans-tagalog/files/*-tagalog-400-normal.woff2",
    "Thaa": "@fontsource-variable/noto-sans-thaana/files/*-thaana-wght-normal.woff2",
    "Thai": "@fontsource/noto-sans-thai/files/*-thai-400-normal.woff2",
    "Tibt": "@fontsource-variable/noto-serif-tibetan/files/*-tibetan-wght-normal.woff2",
    "Vaii": "@fontsource/noto-sans-vai/files/*-vai-400-normal.woff2",
    "Yiii": "@fontsource/noto-sans-yi/files/*-yi-400-normal.woff2",
}
"""Where the font of a script (ISO 15924) lies. Several files are slices of one font. Those of Latin, Cyrillic and Greek letters are whole fonts, because
npm's @fontsource has none with every mark that stands above or below a letter, and marks sit right only beside letters of their own font."""
BESIDE = {"Adlm": ("Latn", "Arab"), "Yiii": ("Hans",)}
"""Scripts whose texts have letters or signs that another script's font holds."""


@dataclass(slots=True)
class Fonts:
    """Which fonts some texts need."""

    known: frozenset[str]
    """The letters of the site's own font, which need no other."""
    name: str
    """What the families are called, before the script: `Declaration`."""
    letters: dict[str, set[str]] = field(default_factory=dict)
    """By script, the letters that its font is cut to."""
    said: set[str] = field(default_factory=set)
    """Every `data-font`."""
    have: dict[str, frozenset[str]] = field(default_factory=dict)
    """By script, the letters that its font turned out to have."""

    def of(self, said: str, tag: str) -> str:
        """The scripts of `FONTS` that set these words in the language `tag`, with spaces between, first their own; empty where the site's font has all
        letters. This is what `data-font` says in a page."""
        counted = Counter(letter for letter in said if letter not in _UNSEEN)
        if self.known.issuperset(counted):
            return ""
        script = _script(counted, tag)
        found = script, *BESIDE.get(script, ())
        for each in found:
            self.letters.setdefault(each, set()).update(said)
        self.said.add(" ".join(found))
        return " ".join(found)

    def lacking(self, said: str, scripts: str) -> set[str]:
        """The characters of these words that none of their fonts has, after they were cut."""
        return {letter for letter in set(said) - self.known if letter not in _UNSEEN and not any(letter in self.have[each] for each in scripts.split())}

    def asked_of(self, script: str, root: Path) -> tuple[list[Path], frozenset[str]]:
        """The files of a script's font, and the letters that it is cut to. Raises BuildError where the package is missing."""
        files = sorted((root / PACKAGES).glob(FONTS[script]))
        if not files:
            raise no_font(f"{PACKAGES}/{FONTS[script]}")
        return files, frozenset(self.letters[script])

    def css(self, at: Mapping[str, str], within: str = "") -> str:
        """The rules that name the fonts, which lie `at` these addresses by script, for what has a `data-font` within a selector."""
        made = [f'@font-face{{font-family:"{self.name} {script}";font-display:swap;src:url({address}) format("woff2")}}' for script, address in at.items()]
        for said in sorted(self.said):
            families = ",".join(f'"{self.name} {script}"' for script in said.split() if script in at)
            made.append(f'{within}[data-font="{said}"]{{--own:{families}}}')
        return "\n".join(made) + "\n"


_UNSEEN = "\n\t\u200c\u200d\u200e\u200f\u2060\ufeff"


def _script(letters: Counter[str], tag: str) -> str:
    counted = Counter[str]()
    for letter, times in letters.items():
        counted[unicodedata.script(letter)] += times
    if "Hira" in counted or "Hang" in counted:
        return "Jpan" if "Hira" in counted else "Kore"
    found = next(script for script, _ in counted.most_common() if script in FONTS or script == "Hani")
    return found if found != "Hani" else "Hant" if "Hant" in tag else "Hans"
