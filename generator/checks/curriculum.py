"""Is the curriculum whole? Questions by objective and type, banks, notes for leaders, sheets, corrections and safeguards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.addresses import address
from generator.model.project import Project
from generator.model.refs import ARTICLES, parse_article
from generator.model.text import texts_of

BANKS = {"concept": 22, "community": 20, "declaration": 30}
"""Banks of questions and how many each holds at least (knowledge base, 2.5, 2.6 and CO-22)."""
PER_CHECK = 10
"""Questions of each of the two checks."""
SHEETS = (*(f"W{number}" for number in range(1, 17)), *(f"T{number}" for number in range(1, 7)))
"""The worksheets and tools (knowledge base, 3.3)."""
SAFEGUARDS = tuple(f"DNH-{number:02}" for number in range(1, 31))
"""The do-no-harm requirements (knowledge base, 5.2)."""
PLACEHOLDER = "TODO"


@dataclass(frozen=True, slots=True)
class Curriculum:
    """What the course holds, against what it should."""

    matrix: dict[str, dict[str, int]]
    """Objective: how many questions of each type check it."""
    banks: dict[str, int]
    declaration: tuple[int, ...]
    """Articles that no question of the bank `declaration` leads to."""
    checks: dict[str, int]
    """The two checks: how many questions each has."""
    unguided: tuple[str, ...]
    """Modules without notes for whoever leads a group."""
    sheets: dict[str, str]
    """Number of a worksheet or tool: its document; empty where there is none."""
    resolved: dict[str, dict[str, object]]
    """Erratum: `fix` or `note`, and the pages where that stands."""
    dnh: dict[str, dict[str, object]]
    """Do-no-harm requirement: what it asks, what shows that it is met, what is open."""
    todo: tuple[str, ...]
    """Documents that hold a placeholder."""

    def gaps(self) -> Iterator[str]:
        """What is missing, one sentence each."""
        for bank, least in BANKS.items():
            if self.banks[bank] < least:
                yield f"the bank {bank} has {self.banks[bank]} questions, not {least}"
        if self.declaration:
            yield f"no question of the bank declaration leads to article {', '.join(map(str, self.declaration))}"
        yield from (f"the check {name} has {count} questions, not {PER_CHECK}" for name, count in self.checks.items() if count != PER_CHECK)
        yield from (f"module {name} has no notes for whoever leads a group" for name in self.unguided)
        yield from (f"there is no sheet {number}" for number, name in self.sheets.items() if not name)
        yield from (f"erratum {code} stands on no page" for code, each in self.resolved.items() if not each["pages"])
        yield from (f"nothing shows that {code} is met" for code, each in self.dnh.items() if not each["shown"])
        yield from (f"{name} holds a placeholder ({PLACEHOLDER})" for name in self.todo)

    def lines(self) -> Iterator[str]:
        """For people."""
        types = sorted({each for row in self.matrix.values() for each in row})
        yield "Objectives × questions:"
        yield "  all  " + "".join(f"{_short(each):>8}" for each in types) + "  objective"
        for objective, row in self.matrix.items():
            yield f"  {sum(row.values()):>3}  " + "".join(f"{row.get(each, '–'):>8}" for each in types) + f"  {objective}"
        yield "Banks: " + ", ".join(f"{bank} {count} of {BANKS[bank]}" for bank, count in self.banks.items())
        yield "Checks: " + ", ".join(f"{name} {count}" for name, count in self.checks.items())
        yield f"Sheets: {sum(bool(name) for name in self.sheets.values())} of {len(self.sheets)}"
        kinds = Counter(str(each["resolution"]) for each in self.resolved.values() if each["pages"])
        yield f"Errata resolved: {sum(kinds.values())} of {len(self.resolved)} ({kinds['fix']} fix, {kinds['note']} note)"
        yield from (f"  {code} {each['resolution']:4}  {', '.join(each['pages'])}" for code, each in self.resolved.items())
        yield f"Do no harm: {sum(bool(each['shown']) for each in self.dnh.values())} of {len(self.dnh)}"
        for code, each in self.dnh.items():
            yield f"  {code}  {each['asks']}"
            yield from (f"          {shown}" for shown in each["shown"])
            if each["open"]:
                yield f"          still open: {each['open']}"

    def as_dict(self) -> dict[str, object]:
        """For programs."""
        return {"matrix": self.matrix, "banks": self.banks, "declaration": list(self.declaration), "checks": self.checks,
                "unguided": list(self.unguided), "sheets": self.sheets, "resolved": self.resolved, "dnh": self.dnh, "todo": list(self.todo)}


def curriculum(project: Project, applied: dict[str, list[str]]) -> Curriculum:
    """Count what the project holds. `applied` are the documents that apply each erratum."""
    questions = [question for quiz in project.quizzes.values() for question in quiz.questions.values()]
    matrix = {f"{key}/{name}": Counter(question.type for question in questions if question.objective == f"{key}/{name}")
              for key, module in project.modules.items() for name in module.objectives}
    banked = Counter(question.bank for question in questions)
    reached = {parse_article(ref.id).number for question in questions if question.bank == "declaration" for ref in question.see if ref.kind == "article"}
    named = project.course.checks
    numbers = {sheet.number: f"{folder}/{key}" for folder in ("tools", "worksheets") for key, sheet in getattr(project, folder).items()}
    listed = dict.fromkeys(name for track in project.course.tracks.values() for name in track.modules)
    return Curriculum(
        {objective: dict(sorted(row.items())) for objective, row in matrix.items()},
        {bank: banked[bank] for bank in BANKS}, tuple(number for number in range(1, ARTICLES + 1) if number not in reached),
        {name: len(project.quizzes[name].questions) for name in ((named.before, named.after) if named else ())},
        tuple(name for name in listed if project.modules[name].guide is None),
        {number: numbers.get(number, "") for number in SHEETS},
        {code: {"resolution": each.resolution, "pages": list(dict.fromkeys([*(address(ref, project).partition("#")[0] for ref in each.where), *applied[code]]))}
         for code, each in project.errata.entries.items()},
        {code: _safeguard(project, code) for code in SAFEGUARDS},
        tuple(address for address, document in project.documents() if any(PLACEHOLDER in text.value for text in texts_of(document))),
    )


def _safeguard(project: Project, code: str) -> dict[str, object]:
    found = project.safeguards.safeguards.get(code)
    return {"asks": found.asks if found else "", "shown": found.shown if found else [], "open": found.open if found else ""}


def _short(kind: str) -> str:
    """A type of question in the head of a narrow column."""
    return kind if len(kind) <= 7 else kind[:6] + "."
