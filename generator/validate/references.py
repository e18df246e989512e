"""Every name that points somewhere: is there something at the other end?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pydantic_core import PydanticCustomError

from generator.model.base import Document, Noun, Passage
from generator.model.case import RightEngaged
from generator.model.picture import Picture
from generator.model.project import Project
from generator.model.refs import Article, Name, Ref, parse_article
from generator.model.text import Text, texts_of
from generator.model.walk import links_of, nouns_of
from generator.problems import Problem, did_you_mean, problem
from generator.source import Where

CASE_PARTS = ("story", "short", "facts", "rights", "pitfall", "typology", "stakeholders", "steps", "discussion")
INDEX_PAGES = ("course", "cases", "rights", "agenda", "sources", "errata", "review", "record", "toolbox", "glossary")
"""Pages that are generated from all members of a collection; `page:rights` names one."""
KINDS_OF = {"about": ("case", "module"), "use": ("case", "page", "article", "tool", "worksheet"), "draws": ("case", "page"), "safety": ("page", "module")}
"""Fields that take some kinds of reference only."""
ALSO = {"about": ("page:course", "page:rights")}
"""And these beside them."""

_NONE = "There is none yet: write one, or leave this out."
_WORDS = {"facts": "fact", "source": "source", "covers": "inventory item", "errata": "erratum", "objective": "objective",
          "questions": "question", "modules": "module", "agenda": "page", "cases": "case", "picture": "picture",
          "before": "quiz", "after": "quiz", "tracks": "track", "express": "module"}


def reference_problems(project: Project, unshaped: set[str]) -> list[Problem]:
    """R002 not a reference, R003 nothing has that name, R004 a part that the thing does not have, R005 a thing that the course does not
    list, R006 a document in a language that the project does not have. Names of documents in `unshaped` are taken as existing."""
    check = _Check(project, unshaped)
    return [*check.all()]


def link_problems(project: Project, unshaped: set[str], texts: Iterable[Text]) -> list[Problem]:
    """R002 to R004 of the links in texts that are no longer those of the sources."""
    check = _Check(project, unshaped)
    return [each for text in texts for each in check.links(text)]


class _Check:
    def __init__(self, project: Project, unshaped: set[str]) -> None:
        self.project, self.unshaped = project, unshaped
        self.objectives = {f"{key}/{name}" for key, module in project.modules.items() for name in module.objectives}
        self.questions = {f"{key}/{name}" for key, quiz in project.quizzes.items() for name in quiz.questions}

    def all(self) -> Iterator[Problem]:
        for address, document in self.project.documents():
            yield from self.document(address, document)
        for ref in self.project.safeguards.refs():
            yield from self.ref(ref)
        chains = [edition.languages for edition in self.project.editions.values()] + [each.fallback for each in self.project.languages.values()]
        for chain in chains:
            for tag in chain:
                if tag not in self.project.languages and f"languages/{tag}" not in self.unshaped:
                    yield problem(tag.where, "R003", f"there is no language `{tag}`", did_you_mean(tag, self.project.languages))
        yield from self.misnamed()
        yield from self.unlisted()

    def document(self, address: str, document: Document) -> Iterator[Problem]:
        if document.language not in self.project.languages and f"languages/{document.language}" not in self.unshaped:
            written = getattr(document.language, "where", Where(""))
            first = next(texts_of(document), None)
            if written.path or first:
                yield problem(written if written.path else first.where, "R006", f"there is no language `{document.language}`",
                              did_you_mean(document.language, self.project.languages))
        texts = [text.id for text in texts_of(document)]
        for name in document.meaning_changed:
            if not any(f"{each}/".startswith(f"{address}/{name}/") for each in texts):
                yield problem(name.where, "R003", f"there is no text `{name}` in this document",
                              did_you_mean(name, [each.removeprefix(f"{address}/") for each in texts]))
        facts = self.facts_of(document)
        for noun in nouns_of(document):
            yield from self.names(noun, facts)
            for name in type(noun).model_fields:
                value = getattr(noun, name)
                for ref in value if type(value) is tuple else (value,):
                    if isinstance(ref, Ref):
                        yield from self.ref(ref, name)
            if isinstance(noun, RightEngaged):
                for article in noun.articles:
                    yield from self.article_file(article, noun.reason.where)
        for text in texts_of(document):
            yield from self.links(text)

    def links(self, text: Text) -> Iterator[Problem]:
        for target, ref in links_of(text):
            if ref is None:
                yield problem(text.where, "R002", f"the link `{target}` is not a reference",
                              "Write `case:ID`, `page:ID`, `module:ID` or `article:25`. Web addresses are not used in texts.")
            else:
                yield from self.ref(ref)

    def facts_of(self, document: Document) -> Mapping[str, object] | None:
        """The facts that names in a document mean: its own, or those of what a picture draws. None where that is not there, which is told."""
        if not isinstance(document, Picture):
            return getattr(document, "facts", {})
        drawn = (self.project.cases if document.draws.kind == "case" else self.project.pages).get(document.draws.id)
        return drawn.facts if drawn else None

    def names(self, noun: Noun, facts: Mapping[str, object] | None) -> Iterator[Problem]:
        known: dict[str, tuple[Iterable[str], str]] = {
            "facts": (facts or (), ""), "source": (self.project.sources, "sources/"), "covers": (self.project.inventory, ""),
            "errata": (self.project.errata.entries, ""), "objective": (self.objectives, "modules/"),
            "questions": (self.questions, "quizzes/"), "modules": (self.project.modules, "modules/"),
            "agenda": (self.project.pages, "agenda/"), "cases": (self.project.cases, "cases/"),
            "picture": (self.project.pictures, "pictures/"),
            "tracks": (self.project.course.tracks, ""), "express": (self.project.modules, "modules/"),
            "before": (self.project.quizzes, "quizzes/"), "after": (self.project.quizzes, "quizzes/"),
        }
        for field, (names, folder) in known.items():
            given = getattr(noun, field, None)
            for name in given if type(given) is tuple else (given,):
                if not isinstance(name, str) or isinstance(given, dict) or name in names:
                    continue
                if (field == "covers" and not self.project.inventory) or (field == "facts" and facts is None):  # not read, which is told
                    continue
                if folder and folder + name.partition("/")[0] in self.unshaped:
                    continue
                yield problem(name.where, "R003", f"there is no {_WORDS[field]} `{name}`", did_you_mean(name, names) or _NONE)

    def ref(self, ref: Ref, field: str = "") -> Iterator[Problem]:
        if str(ref) in ALSO.get(field, ()):
            return
        if ref.kind not in KINDS_OF.get(field, (ref.kind,)):
            wanted = ", ".join([f"`{kind}:ID`" for kind in KINDS_OF[field]] + [f"`{each}`" for each in ALSO.get(field, ())])
            yield problem(ref.where, "R002", f"`{ref}` cannot stand at `{field}`", f"Write one of {wanted}.")
            return
        if ref.kind == "article":
            yield from self.article(ref)
            return
        folder, members = {"case": ("cases", self.project.cases), "page": ("agenda", self.project.pages),
                           "module": ("modules", self.project.modules), "quiz": ("quizzes", self.project.quizzes),
                           "tool": ("tools", self.project.tools), "worksheet": ("worksheets", self.project.worksheets),
                           "activity": ("activities", self.project.activities), "session": ("sessions", self.project.sessions),
                           "term": ("glossary", self.project.glossary.terms)}[ref.kind]
        if f"{folder}/{ref.id}" in self.unshaped or (ref.kind == "page" and ref.id in INDEX_PAGES and not ref.part and field not in ("use", "draws")):
            return
        if ref.id not in members:
            yield problem(ref.where, "R003", f"there is no {ref.kind} `{ref.id}`", did_you_mean(ref.id, members) or _NONE)
        elif ref.part and ref.part not in (parts := self.parts(ref)):
            yield problem(ref.where, "R004", f"`{ref.kind}:{ref.id}` has no part `{ref.part}`",
                          did_you_mean(ref.part, parts) or f"Leave out `#{ref.part}`.")

    def article(self, ref: Ref) -> Iterator[Problem]:
        try:
            article = parse_article(ref.id)
        except PydanticCustomError as error:
            yield problem(ref.where, "R001", error.message(), "Articles go from 1 to 30; a clause is written `article:25.1`.")
            return
        yield from self.article_file(article, ref.where)
        if ref.part:
            yield problem(ref.where, "R004", f"`{ref.kind}:{ref.id}` has no part `{ref.part}`",
                          f"Leave out `#{ref.part}`; a clause is written `article:25.1`.")

    def article_file(self, article: Article, where: Where) -> Iterator[Problem]:
        if article.id not in self.project.rights and f"rights/{article.id}" not in self.unshaped:
            yield problem(where, "R003", f"there is no file content/rights/{article.id}.yaml", "Write it, or name an article that has one.")

    def parts(self, ref: Ref) -> list[str]:
        if ref.kind == "case":
            return list(CASE_PARTS)
        if ref.kind == "page":
            return list(self.project.pages[ref.id].sections)
        members = {"module": self.project.modules, "tool": self.project.tools, "worksheet": self.project.worksheets}.get(ref.kind)
        return list(members[ref.id].parts) if members else []

    def misnamed(self) -> Iterator[Problem]:
        for key, right in self.project.rights.items():
            if key != Article(right.number).id:
                yield problem(right.title.where, "K006", f"the file is called `{key}` and holds the number {right.number}",
                              f"Call the file `{Article(right.number).id}.yaml`, or mend `number`. Only the preamble has none.")
        if not self.project.editions and not any(name.startswith("editions/") for name in self.unshaped):
            yield problem(Where("content/editions"), "E015", "there is no edition",
                          "Write `content/editions/online.yaml`; docs/content-format.md says what it holds.")

    def unlisted(self) -> Iterator[Problem]:
        course = self.project.course
        listed: dict[str, set[Name]] = {"cases": set(course.cases), "agenda": set(course.agenda),
                                        "modules": {name for track in course.tracks.values() for name in track.modules}}
        for address, document in self.project.documents():
            folder, _, key = address.partition("/")
            if folder in listed and key not in listed[folder]:
                yield problem(document.title.where, "R005", f"`{address}` is not listed in content/course.yaml, so nobody can reach it",
                              f"Add `{key}` to a list `{folder}` there.")
        shown = {noun.picture for _, document in self.project.documents() for noun in nouns_of(document) if isinstance(noun, Passage)}
        for key, picture in self.project.pictures.items():
            if key not in shown and not any(name.startswith(("cases/", "agenda/")) for name in self.unshaped):
                yield problem(picture.title.where, "R005", f"no passage shows `pictures/{key}`, so nobody can see it",
                              f"Write `picture: {key}` in the passage of a story or page that it explains.")
