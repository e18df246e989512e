"""Is anything of the source lost, and is the curriculum whole? (`content/inventory.csv`, `content/errata.yaml`, `content/dnh.yaml`, questions)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.curriculum import Curriculum, curriculum
from generator.model.project import Project
from generator.model.walk import nouns_of

QUESTIONS_PER_OBJECTIVE = 2
QUESTIONS_PER_CASE = 9


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is covered, and by what."""

    items: dict[str, list[str]]
    """Inventory item: the documents that carry it."""
    waived: dict[str, str]
    """Inventory item: why it is left out."""
    errata: dict[str, list[str]]
    """Erratum: the documents that apply it."""
    objectives: dict[str, int]
    """Objective: how many questions check it."""
    cases: dict[str, int]
    """Case: how many questions its quizzes ask."""
    articles: dict[int, list[str]]
    """Article: the cases that engage it."""
    curriculum: Curriculum

    def gaps(self) -> Iterator[str]:
        """What is neither covered nor waived, one sentence each."""
        for item, where in self.items.items():
            if not where and item not in self.waived:
                yield f"inventory item {item} is neither covered nor waived"
            if where and item in self.waived:
                yield f"inventory item {item} is waived and yet covered by {', '.join(where)}"
        for code, where in self.errata.items():
            if not where:
                yield f"erratum {code} is applied nowhere"
        for objective, count in self.objectives.items():
            if count < QUESTIONS_PER_OBJECTIVE:
                yield f"objective {objective} has {count} questions, not {QUESTIONS_PER_OBJECTIVE}"
        for case, count in self.cases.items():
            if count < QUESTIONS_PER_CASE:
                yield f"case {case} has {count} questions, not {QUESTIONS_PER_CASE}"
        yield from self.curriculum.gaps()

    @property
    def complete(self) -> bool:
        """Whether nothing is lost."""
        return not any(self.gaps())

    def as_text(self) -> str:
        """For people."""
        covered = sum(bool(where) for where in self.items.values())
        applied = sum(bool(where) for where in self.errata.values())
        done = covered + sum(item in self.items for item in self.waived)
        lines = [
            f"Inventory: {done} of {len(self.items)} ({covered} covered, {len(self.waived)} waived)",
            *(f"  {item} waived: {why}" for item, why in self.waived.items()),
            f"Errata: {applied} of {len(self.errata)} applied",
            *self.curriculum.lines(),
            "Cases × questions: " + ", ".join(f"{case} {count}" for case, count in self.cases.items()),
            "Articles × cases:",
            *(f"  {number:>3}  {', '.join(cases) or '–'}" for number, cases in self.articles.items()),
        ]
        return "\n".join([*lines, *(f"GAP: {gap}" for gap in self.gaps())])

    def as_dict(self) -> dict[str, object]:
        """For programs."""
        return {"items": self.items, "waived": self.waived, "errata": self.errata, "objectives": self.objectives, "cases": self.cases,
                "articles": {str(number): cases for number, cases in self.articles.items()}, **self.curriculum.as_dict(), "gaps": list(self.gaps())}


def coverage(project: Project) -> Coverage:
    """Count what the project's documents say they cover."""
    items: dict[str, list[str]] = {item: [] for item in project.inventory}
    errata: dict[str, list[str]] = {code: [] for code in project.errata.entries}
    for address, document in project.documents():
        for noun in nouns_of(document):
            for field, found in (("covers", items), ("errata", errata)):
                for name in getattr(noun, field, ()):
                    if address not in found[str(name)]:
                        found[str(name)].append(address)
    asked = Counter(str(question.objective) for quiz in project.quizzes.values() for question in quiz.questions.values())
    engaged = {key: {article.number for entry in case.rights.values() for article in entry.articles} for key, case in project.cases.items()}
    return Coverage(
        items, dict(project.waivers.waivers), errata,
        {f"{key}/{name}": asked[f"{key}/{name}"] for key, module in project.modules.items() for name in module.objectives},
        {key: sum(len(quiz.questions) for quiz in project.quizzes.values() if quiz.about[:2] == ("case", key)) for key in project.cases},
        {right.number: [key for key, numbers in engaged.items() if right.number in numbers] for right in project.rights.values() if right.number},
        curriculum(project, errata),
    )
