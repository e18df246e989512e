"""Turns what was measured into Markdown."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.builders import Output
from benchmarks.corpus import LANGUAGES, Corpus
from benchmarks.measure import Cost
from benchmarks.weight import Weight


@dataclass(frozen=True, slots=True)
class Round:
    """One pair: both builders, cold, one after the other; then ours again, warm."""

    ours: Cost
    theirs: Cost
    unchanged: Cost
    """Ours, nothing changed."""
    edited: Cost
    """Ours, one module edited in the language that it is written in, so its page changes in every language."""
    our_output: Output
    their_output: Output


COLD: Sequence[tuple[str, Callable[[Cost], float], str]] = (
    ("wall, s", lambda cost: cost.wall, ".2f"),
    ("processor, s", lambda cost: cost.processor, ".2f"),
    ("memory of all processes at once, peak, MiB", lambda cost: cost.tree, ".0f"),
    ("memory of the largest process, peak, MiB", lambda cost: cost.largest, ".0f"),
)
WRITTEN: Sequence[tuple[str, Callable[[Output], float], str]] = (
    ("HTML of a module's page, median, bytes", lambda output: output.page, ",.0f"),
    ("all HTML, bytes", lambda output: output.html, ",.0f"),
    ("all files, bytes", lambda output: output.total, ",.0f"),
    ("HTML files", lambda output: output.pages, ",.0f"),
)


def size_section(corpus: Corpus, rounds: Sequence[Round]) -> str:
    """The tables of one size."""
    pairs = f"{len(rounds)} pair{'s' if len(rounds) > 1 else ''}"
    lines = [f"## {corpus.pages:,} pages ({corpus.modules} modules in {len(LANGUAGES)} languages), {pairs}", "",
             "| cold build | High Road | mkdocs-static-i18n | ratio |", "|---|---:|---:|---:|"]
    for name, cost, form in COLD:
        lines.append(_row(name, [cost(each.ours) for each in rounds], [cost(each.theirs) for each in rounds], form))
    for name, size, form in WRITTEN:
        lines.append(_row(name, [size(each.our_output) for each in rounds], [size(each.their_output) for each in rounds], form))
    lines += ["", "| High Road, warm | wall, s | processor, s |", "|---|---:|---:|"]
    for name, costs in (("nothing changed", [each.unchanged for each in rounds]), ("one module edited", [each.edited for each in rounds])):
        lines.append(f"| {name} | {_told([cost.wall for cost in costs], '.2f')} | {_told([cost.processor for cost in costs], '.2f')} |")
    return "\n".join(lines)


def weight_section(found: Sequence[Weight]) -> str:
    """The table of page weights."""
    lines = ["## What a page of the site weighs", "",
             "First visit, nothing cached, in Chromium; the heaviest English page of each kind. Bytes: as stored / as sent with gzip.", ""]
    if not found:
        return "\n".join([*lines, "Not measured: there is no Chromium here."])
    kinds = list(found[0].raw)
    lines += [f"| page | {' | '.join(kinds)} | all | requests |", "|---|" + "---:|" * (len(kinds) + 2)]
    for each in found:
        cells = [f"{each.raw[kind]:,} / {each.packed[kind]:,}" if each.raw[kind] else "–" for kind in kinds]
        lines.append(f"| {each.name} | {' | '.join(cells)} | {sum(each.raw.values()):,} / {sum(each.packed.values()):,} | {each.requests} |")
    return "\n".join(lines)


def head(facts: Mapping[str, str]) -> str:
    """The top of the file."""
    lines = ["<!-- Written by `make bench`. What is measured and how: README.md beside this file. -->", "# Results", ""]
    return "\n".join([*lines, *(f"* {name}: {value}" for name, value in facts.items())])


def _row(name: str, ours: Sequence[float], theirs: Sequence[float], form: str) -> str:
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True) if other]
    return f"| {name} | {_told(ours, form)} | {_told(theirs, form)} | {_told(ratios, '.2f') if ratios else '–'} |"


def _told(values: Sequence[float], form: str) -> str:
    """The median, and the range where the values differ as they are written."""
    low, high = format(min(values), form), format(max(values), form)
    median = format(statistics.median(values), form)
    return median if low == high else f"{median} ({low}–{high})"
