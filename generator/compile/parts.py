"""Blocks that several kinds of pages show: passages with their facts, the parts of a case, questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.compile.page import Block
from generator.model.base import Fact, Passage
from generator.model.case import Case
from generator.model.project import Project
from generator.model.refs import Ref, parse_article
from generator.model.sheet import AnyPart, Sheet
from generator.model.text import Text

SHEETS = {"tool": "tools", "worksheet": "worksheets"}
"""Kinds of references that name a sheet, and the collection of each."""


def passages(items: Mapping[str, Passage], facts: Mapping[str, Fact], prefix: str = "", heading: bool = True) -> Iterator[Block]:
    """Passages, each beside those of `facts` that it uses. `prefix` keeps anchors apart where two documents share a page."""
    for key, passage in items.items():
        yield Block("passage", {
            "passage": passage, "anchor": prefix + key, "heading": passage.heading if heading else None,
            "facts": {name: facts[name] for name in passage.facts if name in facts}, "mark": f"{prefix}{key}-",
        })


def how_we_know(items: Mapping[str, Passage], facts: Mapping[str, Fact], prefix: str = "") -> Block:
    """All facts of a page. Those that stand beside one of the passages are links to it; the others show their source here."""
    places: dict[str, str] = {}
    for key, passage in items.items():
        for name in passage.facts:
            places.setdefault(name, f"{prefix}{key}-{name}")
    return Block("facts", {"facts": facts, "places": places, "prefix": ""})


def provenance(items: Mapping[str, Passage], facts: Mapping[str, Fact], whole: Ref) -> Block:
    """Where passages come from, told once for all of them. `whole` leads to their facts, one by one."""
    used = {name: facts[name] for passage in items.values() for name in passage.facts if name in facts}
    sourced: dict[str, dict[str, tuple[str, ...]]] = {}
    for source in dict.fromkeys(fact.source for fact in used.values()):
        said = [fact for fact in used.values() if fact.source == source]
        sourced[source] = {"years": tuple(sorted({fact.as_of for fact in said})), "confidence": tuple(dict.fromkeys(fact.confidence for fact in said))}
    return Block("provenance", {"facts": used, "sourced": sourced, "checked": [fact for fact in used.values() if fact.check],
                                "total": len(used), "whole": whole})


def case_part(case: Case, part: str, project: Project, prefix: str = "") -> Iterator[Block]:
    """The blocks of one part of a case, as `use: case:ID#part` names it."""
    if part == "story":
        yield from passages(case.story, case.facts, prefix)
    elif part == "short":
        yield from passages(case.short, case.facts, f"{prefix}short-")
    elif part == "facts":
        yield Block("facts", {"facts": case.facts, "places": {}, "prefix": prefix})
    elif part == "rights":
        yield Block("rights-map", {"rights": case.rights, "titles": {right.number: right.title for right in project.rights.values()}})
    elif part in ("pitfall", "typology"):
        yield Block("reading", {"part": part, "reading": getattr(case, part)})
    else:
        yield Block(part, {part: getattr(case, part)})


def used(ref: Ref, project: Project, prefix: str, heading: bool = True) -> Iterator[Block]:
    """The blocks that a module's `use` shows. `prefix` keeps their anchors apart from the module's own. Without `heading` a single section of a
    page comes without its own."""
    if ref.kind == "case":
        case, part = project.cases[ref.id], ref.part or "story"
        if part in ("story", "short"):
            yield Block("case-head", {"case": case, "key": ref.id, "part": part})
        if part == "short":
            yield from passages(case.short, {}, f"{prefix}short-")
            yield provenance(case.short, case.facts, Ref("case", ref.id, "facts"))
        else:
            yield from case_part(case, part, project, prefix)
    elif ref.kind == "article":
        right = project.rights[parse_article(ref.id).id]
        yield Block("declaration", {"right": right, "compact": True, "prefix": f"{prefix}{parse_article(ref.id).id}-"})
    elif ref.kind == "page":
        page = project.pages[ref.id]
        sections = {ref.part: page.sections[ref.part]} if ref.part else page.sections
        yield from passages(sections, page.facts, prefix, heading=heading or not ref.part)
    elif ref.kind in SHEETS:
        for key, part in named_parts(ref, project).items():
            yield from sheet_part(part, prefix + key, project, part.heading if heading or not ref.part else None)
        yield Block("sheet-source", {"sheet": sheet_of(ref, project), "ref": ref._replace(part="")})


def own_heading(ref: Ref | None, project: Project) -> Text | None:
    """What heads the thing that a `use` shows, where it is one section or one sheet with a heading of its own."""
    if ref and ref.kind == "page" and ref.part:
        return project.pages[ref.id].sections[ref.part].heading
    if ref and ref.kind in SHEETS:
        sheet = sheet_of(ref, project)
        part = sheet.parts[ref.part] if ref.part else sheet
        return part.title if part is sheet else part.heading or own_heading(getattr(part, "use", None), project)
    return None


def sheet_of(ref: Ref, project: Project) -> Sheet:
    """The tool or worksheet that a reference names."""
    return getattr(project, SHEETS[ref.kind])[ref.id]


def named_parts(ref: Ref, project: Project) -> dict[str, AnyPart]:
    """The parts of a sheet that a reference names: the one, or all."""
    parts = sheet_of(ref, project).parts
    return {ref.part: parts[ref.part]} if ref.part else parts


def sheet_part(part: AnyPart, anchor: str, project: Project, heading: Text | None = None, headed: bool = False,
               first: int = 1, total: int = 0) -> Iterator[Block]:
    """One part of a sheet, under a `heading` of its own or `headed` already by one that carries the anchor. Its questions are numbered from
    `first`, of `total` (0: as many as there are)."""
    if part.type == "use":
        whole = part.use.kind not in SHEETS or not part.use.part
        if part.text or heading or (whole and not headed):
            yield Block("sheet-text", {"part": part, "anchor": "" if headed else anchor, "heading": heading})
            headed = True
        if part.use.kind not in SHEETS:
            yield from used(part.use, project, f"{anchor}-")
            return
        for key, each in named_parts(part.use, project).items():
            if whole:
                yield from sheet_part(each, f"{anchor}-{key}", project, each.heading, False, first, total)
            else:
                yield from sheet_part(each, anchor, project, None, headed, first, total)
            first += len(asked(each, project))
        return
    yield Block(f"sheet-{part.type}", {"part": part, "anchor": "" if headed else anchor, "heading": heading,
                                       "rights": project.rights if part.type == "cards" else {}})
    if part.type == "questions":
        yield from questions(part.questions, project, f"{anchor}-", first, total)


def asked(part: AnyPart, project: Project) -> tuple[str, ...]:
    """The questions of a part of a sheet, also where it takes them from another one."""
    if part.type == "use" and part.use.kind in SHEETS:
        return tuple(name for each in named_parts(part.use, project).values() for name in asked(each, project))
    return tuple(name for name in part.questions if project.question(name)) if part.type == "questions" else ()


def questions(names: Iterable[str], project: Project, prefix: str = "", first: int = 1, total: int = 0) -> Iterator[Block]:
    """The questions called `quiz/question`, numbered in the order given, from `first`, of `total` (0: as many as there are). `prefix` keeps
    anchors apart where a page asks in two places."""
    listed = [(name, question) for name in names if (question := project.question(name))]
    for number, (name, question) in enumerate(listed, first):
        yield Block(f"question-{question.type}", {"question": question, "name": name, "number": number, "total": total or len(listed),
                                                  "anchor": prefix + name.replace("/", "-")})


def with_review(names: Iterable[str], project: Project) -> Iterator[Block]:
    """Questions, and what a learner may look at again."""
    yield from questions(names, project)
    yield Block("quiz-review", {})
