"""Tell in which languages the Declaration is there, how whole each text is, and what it lacks."""

from __future__ import annotations

import argparse
import difflib
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from babel import Locale

from generator.commands.say import Out
from generator.model.declaration import DeclarationText, Gap, best_text
from generator.pipeline import declaration_texts
from generator.render.locator import Atlas
from generator.render.territories import own_name

GRADES = {"A": "whole", "B": "every article is there, in another form", "C": "something is missing", "D": "most is missing"}
SAYINGS = {
    "title": "it has no title", "preamble": "it has no preamble", "short-preamble": "its preamble has only {found} paragraphs",
    "recital": "recital {found} of its preamble is missing",
    "article": "article {article} is missing", "clause": "article {article}, clause {clause} is missing",
    "list": "article {article} has {found} entries, fewer than clauses, and some of its words are missing",
    "joined": "article {article} seems to have clauses run together", "merged": "article {article} has its clauses in {found} paragraphs",
    "unnumbered": "article {article} has no numbers at its clauses", "longer": "article {article} has {found} entries, more than clauses",
    "repair": "article {article} has a repair in brackets",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("tag", nargs="?", metavar="TAG", help="a language (`my`, `qva`) or a text's own code (`tha2`); without it, the list of all texts")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Exit 0 where the language is known, 2 where it is not."""
    texts = declaration_texts(root)
    if options.tag is None:
        rows = [_row(text, Atlas.read(root)) for text in texts.values()]
        out.answer(json.dumps({"texts": rows, "counts": _counts(texts)}, ensure_ascii=False, indent=2) if options.format == "json" else _table(rows, texts))
        return 0
    found = best_text(options.tag, texts)
    if found is None:
        out.error(f"there is no text in `{options.tag}`. {_did_you_mean(options.tag, texts)}")
        return 2
    out.answer(json.dumps(_as_dict(found, Atlas.read(root)), ensure_ascii=False, indent=2) if options.format == "json" else _whole(found))
    return 0


def told(gap: Gap) -> str:
    """A gap in words."""
    return SAYINGS[gap.kind].format(**gap._asdict())


def _did_you_mean(given: str, texts: Mapping[str, DeclarationText]) -> str:
    """The texts whose language is called so, or whose code or tag is like it."""
    known = {each: text.listing.name for text in texts.values() for each in (text.listing.tag, text.listing.code)}
    near = [code for code, name in known.items() if given.lower() in name.lower()] or difflib.get_close_matches(given, known, n=3, cutoff=.6)
    named = ", ".join(f"`{code}` ({known[code]})" for code in near[:8])
    return f"Did you mean {named}?" if near else "`highroad rights` lists all."


def _row(text: DeclarationText, atlas: Atlas) -> dict[str, str]:
    listing = text.listing
    code = "" if listing.latitude is None or listing.longitude is None else atlas.code_at(listing.latitude, listing.longitude)
    return {"code": listing.code, "tag": listing.tag, "name": listing.name, "own_name": own_name(listing.tag) or text.title, "grade": text.grade,
            "country": Locale("en").territories.get(code, code)}


def _counts(texts: Mapping[str, DeclarationText]) -> dict[str, dict[str, int]]:
    counted = Counter(text.grade for text in texts.values())
    return {grade: {"texts": counted[grade], "languages": len({text.listing.iso for text in texts.values() if text.grade == grade})} for grade in GRADES}


def _table(rows: list[dict[str, str]], texts: Mapping[str, DeclarationText]) -> str:
    keys = list(rows[0])
    widths = {key: min(40, max(len(key), *(len(row[key]) for row in rows))) for key in keys}
    lines = ["  ".join(cell[key][:40].ljust(widths[key]) for key in keys).rstrip() for cell in ({key: key for key in keys}, *rows)]
    lines += ["", *(f"{grade}: {count['texts']} texts in {count['languages']} languages ({GRADES[grade]})" for grade, count in _counts(texts).items())]
    good = [text for text in texts.values() if text.grade in ("A", "B")]
    guessed = sum(any(gap.kind == "joined" for gap in text.gaps) for text in good)
    lines.append(f"A or B: {len(good)} texts in {len({text.listing.iso for text in good})} languages. "
                 f"Of {guessed} of them only the length tells that clauses are run together and not lost.")
    return "\n".join(lines)


def _whole(text: DeclarationText) -> str:
    lines = [f"{text.listing.name} ({text.listing.code}, {text.listing.tag}), grade {text.grade}: {GRADES[text.grade]}"]
    lines += [f"  - {told(gap)}" for gap in text.gaps]
    lines += [f"  - corrected at {place}: {each.was} → {each.to} ({each.who}: {each.why})" for place, done in text.corrections.items() for each in done]
    lines += ["", text.title, "", text.preamble_heading, *text.preamble]
    for number, article in text.articles.items():
        lines += ["", article.heading or str(number)]
        lines += [f"({clause}) {said or '…'}" if article.listed else said or "…" for clause, said in enumerate(article.clauses, 1)]
    return "\n".join(lines)


def _as_dict(text: DeclarationText, atlas: Atlas) -> dict[str, object]:
    return {**_row(text, atlas), "gaps": [told(gap) for gap in text.gaps], "title": text.title, "preamble": text.preamble,
            "articles": {str(number): {"heading": article.heading, "clauses": article.clauses} for number, article in text.articles.items()},
            "corrections": {place: [each.model_dump(by_alias=True) for each in done] for place, done in text.corrections.items()}}
