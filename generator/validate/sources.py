"""From trees to a whole project: every shape, then every reference and rule. All problems at once."""

from __future__ import annotations

from pydantic import BaseModel

from generator.model.case import Case
from generator.model.course import Course, Errata, Module, Page, Right, Source
from generator.model.glossary import Glossary
from generator.model.guide import Activity, Session
from generator.model.picture import Picture
from generator.model.project import COLLECTIONS, Item, Project
from generator.model.quiz import Quiz
from generator.model.safeguards import Safeguards
from generator.model.settings import Edition, Interface, Language, Waivers, Writing
from generator.model.sheet import Sheet
from generator.model.terms import Terms
from generator.problems import Problem
from generator.source import Node
from generator.validate.checks import check_problems
from generator.validate.items import item_problems
from generator.validate.plans import plan_problems
from generator.validate.questions import question_problems
from generator.validate.readability import readability_problems
from generator.validate.references import reference_problems
from generator.validate.shapes import shape
from generator.validate.sheets import sheet_problems
from generator.validate.terms import term_problems

NOUNS: dict[str, type[BaseModel]] = {
    "cases": Case, "quizzes": Quiz, "agenda": Page, "rights": Right, "modules": Module, "pictures": Picture,
    "tools": Sheet, "worksheets": Sheet, "activities": Activity, "sessions": Session, "sources": Source, "editions": Edition,
    "languages": Language, "terms": Terms, "course": Course, "ui": Interface, "errata": Errata, "glossary": Glossary, "waivers": Waivers,
    "writing": Writing, "dnh": Safeguards,
}
"""Collections and the noun of their members."""
SINGLE = ("course", "ui", "errata", "glossary", "waivers")
OPTIONAL = ("writing", "dnh")


def validate(trees: dict[str, dict[str, Node]], inventory: list[dict[str, str]]) -> tuple[Project | None, list[Problem]]:
    """The project that the trees spell, and every problem.

    Where shapes do not fit, references are still checked among the documents that do, as long as the course itself fits.
    """
    problems: list[Problem] = []
    made: dict[str, dict[str, BaseModel]] = {}
    unshaped: set[str] = set()
    for collection, documents in trees.items():
        made[collection] = {}
        for key, node in documents.items():
            address = key if collection in (*SINGLE, *OPTIONAL) else f"{collection}/{key}"
            noun, found = shape(node, NOUNS[collection], address)
            problems += found
            if noun is None:
                unshaped.add(address)
            else:
                made[collection][key] = noun
    if not all(made[name] for name in SINGLE):
        return None, problems
    made["rights"] = dict(sorted(made["rights"].items(), key=lambda entry: entry[1].number))
    project = Project(
        course=made["course"]["course"], ui=made["ui"]["ui"], errata=made["errata"]["errata"], glossary=made["glossary"]["glossary"],
        waivers=made["waivers"]["waivers"], writing=made["writing"].get("writing", Writing()),
        safeguards=made["dnh"].get("dnh", Safeguards()),
        **{field: made[name] for name, field in COLLECTIONS.items()},
        languages=made["languages"], terms=made["terms"], editions=made["editions"],
        inventory={row["id"]: Item(row["section"], row["kind"], row["content"]) for row in inventory},
    )
    problems += reference_problems(project, unshaped)
    problems += sheet_problems(project)
    problems += question_problems(project)
    problems += item_problems(project)
    problems += check_problems(project)
    problems += term_problems(project)
    problems += readability_problems(project)
    problems += plan_problems(project)
    return project, problems
