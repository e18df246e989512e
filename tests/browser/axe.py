"""Runs axe-core in a page, and keeps the account of what it found: `.build/axe.md`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

from tests.project import ROOT

SOURCE = ROOT / "node_modules/axe-core/axe.min.js"
TABLE = ROOT / ".build/axe.md"
AS_IT_OPENS = "as it opens"
RUN = """async ([within, off]) => {
  const found = await axe.run(within && document.querySelector(within) ? {include: [within]} : document, {
    rules: Object.fromEntries(off.map(rule => [rule, {enabled: false}])),
    runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    preload: {assets: ["media"]},
  });
  const short = rules => rules.map(rule => [rule.id, rule.nodes.map(node => `${node.target.join(" ")}: ${node.failureSummary || ""}`)]);
  return {passed: found.passes.map(rule => rule.id), violations: short(found.violations), incomplete: short(found.incomplete)}; }"""
"""Every rule of WCAG 2.0 to 2.2, A and AA, and of best practice, but for those that a state turns off.
Stylesheets are not loaded a second time: no such rule needs it."""

Account = dict[str, Any]
"""What axe found on some pages: `pages`, `passed` (names of rules), `violations` and `incomplete` (name of the rule: number of places)."""


def account(site: str, language: str, state: str) -> Account:
    """An account with nothing in it yet."""
    return {"site": site, "language": language, "state": state, "pages": 0, "passed": [], "violations": {}, "incomplete": {}}


def audit(page: Page, into: Account, within: str = "", off: Sequence[str] = ()) -> list[str]:
    """Run axe on a page as it now stands, or on the part of it that a selector names (where there is one), without the rules that are `off`; add to
    an account, and tell every violation with its place."""
    page.evaluate(SOURCE.read_text("utf-8"))
    found = page.evaluate(RUN, [within, list(off)])
    into["pages"] += 1
    into["passed"] = sorted({*into["passed"], *found["passed"]})
    for what in ("violations", "incomplete"):
        into[what] = dict(Counter(into[what]) + Counter({rule: len(places) for rule, places in found[what]}))
    return [f"{rule}: {place}" for rule, places in found["violations"] for place in places]


def write_table(accounts: list[Account]) -> str:
    """Write the accounts of a run as a table; returns them as one sentence."""
    def tell(found: dict[str, int]) -> str:
        return ", ".join(f"{rule} {count}" for rule, count in sorted(found.items())) or "0"

    lines = ["# axe-core, in the last run of the tests", "",
             "| site | language | state | pages | rules passed | violations | incomplete |", "|---|---|---|---|---|---|---|"]
    for each in sorted(accounts, key=lambda each: (each["state"] != AS_IT_OPENS, each["state"], each["site"], each["language"])):
        lines.append(f"| {each['site']} | {each['language']} | {each['state']} | {each['pages']} | {len(each['passed'])} |"
                     f" {tell(each['violations'])} | {tell(each['incomplete'])} |")
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    totals = [sum(sum(each[what].values()) for each in accounts) for what in ("violations", "incomplete")]
    return f"axe: {sum(each['pages'] for each in accounts)} runs, {totals[0]} violations, {totals[1]} incomplete. {TABLE.relative_to(ROOT)}"
