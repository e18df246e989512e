"""Renders the blocks of a page into finished HTML fragments, once per language; both faces show the same fragments."""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import jinja2
from jinja2.meta import find_referenced_templates
from markupsafe import Markup

from generator.compile.addresses import address, relative
from generator.compile.frame import frame
from generator.compile.page import Block, Heading, Page
from generator.model.declaration import Correction
from generator.model.project import Project
from generator.model.refs import CLAUSES, Ref, parse_article, parse_ref
from generator.model.settings import Edition
from generator.model.text import Text
from generator.render.environment import Words, attributes, environment
from generator.render.locator import Atlas
from generator.render.prose import gaps, line, prose, words_of

_UNLINKED = re.compile(r'[<]a\b([^>]*?) href=""([^>]*)>(.*?)[<]/a>', re.DOTALL)
"""A link that leads nowhere; links never hold links."""
_PLAIN = r"<span\1\2>\3" + "</span>"


@dataclass(frozen=True, slots=True)
class Fragment:
    """Finished HTML of one block: one element."""

    component: str
    html: str


class Renderer:
    """Renders pages of one language."""

    def __init__(self, project: Project, tag: str, edition: Edition, components: Path, atlas: Atlas, files: Mapping[str, str],
                 booklets: Mapping[str, str] | None = None, mended: Mapping[int, tuple[Correction, ...]] | None = None,
                 lost: tuple[int, ...] = (), elsewhere: Mapping[str, str] | None = None) -> None:
        """`files` are the paths of the pages' files by their addresses; what is not among them cannot be linked to. `booklets` are the codes of the
        Declaration's texts by language, `mended` what we put right in the text of this one, by article, `lost` the
        recitals that it lacks. `elsewhere` are the pages that are mostly in another language, and in which."""
        self.project, self.tag, self.edition, self.files = project, tag, edition, files
        self.elsewhere = elsewhere or {}
        self.alone = False
        self.words = Words(project, tag)
        self.environment = environment(components)
        self.environment.filters["date"] = self.words.date
        self.environment.globals.update(word=self.words, number=self.words.number, country=self.words.country,
                                        language=self.words.language, direction=self.words.direction, lang=tag,
                                        locator=atlas.locator, sources=project.sources, pictures=project.pictures, title_of=self.title,
                                        sources_order={key: number for number, key in enumerate(project.sources, 1)},
                                         numbered=CLAUSES, safety_page=project.course.safety, booklets=booklets or {}, mended=mended or {}, lost=lost,
                                         edition=edition,
                                         confidence=edition.confidence, free_text=edition.free_text,
                                        plain=lambda text: words_of(text.value))
        self.environment.filters["attrs"] = self.attributes
        self.scripted = frozenset(path.stem for path in components.glob("*/*.js"))
        self.needed: dict[str, tuple[str, ...]] = {}
        self.shown: list[Text] = []
        """The texts that the page at hand has shown so far; `outline` begins a new page."""
        self.used: set[str] = set()
        """The components that it has shown."""

    def of(self, files: Mapping[str, str], alone: bool = False) -> Renderer:
        """The same renderer for other files: `alone` for a page that holds everything it needs."""
        made = copy.copy(self)
        made.files, made.alone = files, alone
        return made

    def attributes(self, text: Text, to: str | Ref = "") -> Markup:
        """The attributes of the element around a text, which is thereby shown. Where it leads `to` something, they say in which language that is."""
        self.shown.append(text)
        return attributes(text, self.tag, self.words.direction, self.said(text, to))

    def said(self, text: Text, to: str | Ref = "") -> str:
        """What the reader is told of a text, and of the page to which it leads."""
        other = self.elsewhere.get(self._address(to).partition("#")[0]) if to else None
        return self.words.said(text) or (self.words("state-mostly", language=self.words.language(other)) if other else "")

    def outline(self, page: Page) -> Iterator[Heading | Fragment]:
        """The page's headings, and its blocks as fragments."""
        self.shown, self.used = [], set()
        tools = self._tools(page)
        for item in page.outline:
            yield item if isinstance(item, Heading) else self.fragment(item, tools)

    def frame(self, page: Page) -> dict[str, Fragment]:
        """What stands around the text of the page, by the component's name."""
        tools = self._tools(page)
        return {name: self.fragment(block, tools) for name, block in frame(self.edition, self.alone).items()}

    def heading(self, heading: Heading, page: Page) -> Fragment:
        """A heading as finished HTML, where no other builder makes it."""
        return self.fragment(Block("heading", {"heading": heading}), self._tools(page))

    def _tools(self, page: Page) -> dict[str, object]:
        def href(target: str | Ref) -> str:
            return self.link(target, page.path)

        tools: dict[str, object] = {
            "href": href, "page": page, "alone": self.alone, "root": "../" * self.files[page.path].count("/"),
            "prose": lambda text: prose(text.value, href), "line": lambda text: line(text.value, href),
            "gaps": lambda text, keys: gaps(line(text.value, href), keys),
        }
        tools["inner"] = lambda block: Markup(self.fragment(block, tools).html)  # a block inside another one
        return tools

    def fragment(self, block: Block, tools: dict[str, object]) -> Fragment:
        """One block as finished HTML. A link to a page that is not there becomes its words."""
        self.used.add(block.component)
        html = self.template(block.component).render({**tools, **block.data}).strip()
        return Fragment(block.component, _UNLINKED.sub(_PLAIN, html) if ' href=""' in html else html)

    @functools.cache  # noqa: B019 a renderer lives as long as the build of its language
    def template(self, component: str) -> jinja2.Template:
        """The template of a component."""
        return self.environment.get_template(f"{component}/{component}.html")

    def scripts(self, components: Iterable[str]) -> list[str]:
        """Names of the scripts that a page with these components runs, each after those that it needs."""
        return list(dict.fromkeys(script for each in sorted(components) for script in self._scripts(each)))

    def _scripts(self, component: str) -> tuple[str, ...]:
        """The scripts of a component: of those whose templates its own names (`extends`, `import`), then its own."""
        if component not in self.needed:
            self.needed[component] = ()  # a template that names itself needs nothing more
            source = self.environment.loader.get_source(self.environment, f"{component}/{component}.html")[0]
            named = find_referenced_templates(self.environment.parse(source))
            others = (script for each in named if each for script in self._scripts(each.partition("/")[0]))
            self.needed[component] = tuple(dict.fromkeys((*others, *({component} & self.scripted))))
        return self.needed[component]

    def link(self, target: str | Ref, page: str) -> str:
        """The link from a page to what a reference names, or to a path of the site. Empty where the edition has no such page."""
        path, _, anchor = self._address(target).partition("#")
        return relative(self.files[path] + (f"#{anchor}" if anchor else ""), self.files[page]) if path in self.files else ""

    def _address(self, target: str | Ref) -> str:
        ref = parse_ref(target) if isinstance(target, str) else target
        return address(ref, self.project) if ref else str(target)

    def title(self, ref: Ref) -> Text:
        """The title of what a reference names."""
        project = self.project
        if ref.kind == "article":
            return project.rights[parse_article(ref.id).id].title
        if ref.kind == "page" and ref.id in project.pages:
            page = project.pages[ref.id]
            return (page.sections[ref.part].heading if ref.part else None) or page.title
        if ref.kind == "page":
            return project.ui[ref.id]
        if ref.kind == "case" and ref.part:
            return project.ui[f"case-{ref.part}"]
        if ref.kind == "term":
            return project.glossary.terms[ref.id].term
        return {"case": project.cases, "module": project.modules, "quiz": project.quizzes, "tool": project.tools, "worksheet": project.worksheets,
                "activity": project.activities, "session": project.sessions}[ref.kind][ref.id].title
