"""Tell how plain the texts are: words in a sentence and long words, page by page."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from generator.commands.say import Out
from generator.pipeline import check
from generator.problems import BuildError, did_you_mean
from generator.validate.readability import LIMIT, Reading, readings

_COLUMNS = "{:>6}  {:>5}  {:>9}  {:>6}  {:>6}  {:10}  {}"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="only these pages (`modules/claras-story`), with their longest sentences")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """The page with the longest sentences first. Exit 1 where a page is over its limit. Broken references do not matter here."""
    project = check(root)[0]
    if project is None:
        raise BuildError("the sources cannot be read. `.venv/bin/highroad check` tells what is wrong.")
    found = sorted(readings(project), key=lambda each: (-each.mean, each.page))
    for name in options.pages:
        if name not in {each.page for each in found}:
            raise BuildError(f"there is no page {name}. {did_you_mean(name, [each.page for each in found])}")
    found = [each for each in found if not options.pages or each.page in options.pages]
    out.answer(json.dumps([_as_dict(each) for each in found], ensure_ascii=False, indent=2) if options.format == "json" else
               _as_text(found, longest=bool(options.pages)))
    return 1 if any(each.over for each in found) else 0


def _as_text(found: list[Reading], longest: bool) -> str:
    lines = [_COLUMNS.format("mean", "limit", "sentences", "words", "long", "for", "page")]
    for each in found:
        over = (" OVER, which `highroad check` refuses" if each.enforced else " OVER") if each.over else ""
        lines.append(_COLUMNS.format(f"{each.mean:.1f}", each.limit, each.sentences, each.words, f"{each.share:.0%}", each.audience, each.page + over))
        if longest:
            lines += [f"        {where.path}:{where.line}: {sentence.words} words: {sentence.text}" for where, sentence in each.longest]
    over = sum(each.over for each in found)
    lines.append(f"{len(found)} pages, {over} over their limit. Without a track of its own a page has {LIMIT}. \"long\" are words of more than six letters.")
    return "\n".join(lines)


def _as_dict(each: Reading) -> dict[str, object]:
    return {"page": each.page, "for": each.audience, "limit": each.limit, "enforced": each.enforced, "sentences": each.sentences, "words": each.words,
            "mean": round(each.mean, 2), "long": round(each.share, 4), "over": each.over,
            "longest": [{"path": where.path, "line": where.line, "words": sentence.words, "text": sentence.text} for where, sentence in each.longest]}
