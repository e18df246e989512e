"""How plain the texts are: words in a sentence, and long words, page by page (knowledge base, 2.6 and 3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.base import Document
from generator.model.course import Module, Track
from generator.model.project import Project
from generator.model.sentences import Sentence, sentences
from generator.model.text import Quote, Text, place, texts_of
from generator.problems import Problem, problem
from generator.source import Where

LIMIT = 18
"""Words in a sentence, on average, for pages of several tracks or of none."""
SHOWN = 4
"""How many of a page's longest sentences are named."""
_FOR_LEADERS = ("guide", "materials", "follow_up")
"""Parts of a module that only whoever leads a group sees. They are measured by themselves."""
_NO_PAGE = ("ui", "sources")
"""Documents that are no page to read."""


class Measured(NamedTuple):
    """One sentence and where it stands."""

    where: Where
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """How plain the texts of one page are."""

    page: str
    """The document: `modules/claras-story`; with ` (notes)` for what only trainers see of it."""
    audience: str
    """The track that it is for, `notes` for whoever leads a group, or `all`."""
    limit: int
    enforced: bool
    sentences: int
    words: int
    long: int
    longest: tuple[Measured, ...]
    """The longest sentences, longest first."""

    @property
    def mean(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def share(self) -> float:
        """The part of words with more than six letters, 0 to 1."""
        return self.long / self.words if self.words else 0.0

    @property
    def over(self) -> bool:
        """Whether its sentences are too long for its readers."""
        return self.mean > self.limit


def readability_problems(project: Project) -> Iterator[Problem]:
    """W002 the sentences of a page are too long on average, where its track enforces the limit."""
    for each in readings(project, enforced_only=True):
        if each.over:
            first, *others = each.longest
            hint = f"Its longest sentences have {first.sentence.words} words (line {first.where.line})"
            hint += "".join(f", {other.sentence.words} ({_line(other.where, first.where)})" for other in others)
            said = f"the sentences of `{each.page}` have {each.mean:.1f} words on average, and its readers get at most {each.limit}"
            yield problem(first.where, "W002", said, f"{hint}. Cut them in two.")


def _line(where: Where, first: Where) -> str:
    return f"line {where.line}" if where.path == first.path else f"{where.path}, line {where.line}"


def readings(project: Project, enforced_only: bool = False) -> list[Reading]:
    """The figures of each page in the order of the documents. A quiz belongs to the page that asks it, and is told by itself."""
    made = []
    for address, document in project.documents():
        name, track = _audience(address, document, project)
        if address.partition("/")[0] in _NO_PAGE or (enforced_only and not (track and track.enforced)):
            continue
        made.append(_read(address, name, track, _shown(document)))
        if isinstance(document, Module) and not enforced_only:
            made.append(_read(f"{address} (notes)", "notes", None, (text for part in _FOR_LEADERS for text in texts_of(getattr(document, part)))))
    return [each for each in made if each.sentences]


def _audience(address: str, document: Document, project: Project) -> tuple[str, Track | None]:
    """The name of the one track that a document is for, and the track. `all` and none where it is for several."""
    tracks, folder, key = project.course.tracks, *address.partition("/")[::2]
    if folder == "quizzes":
        about = document.about
        if about.kind != "module":
            return "all", None
        folder, key = "modules", about.id
    if folder == "modules":
        name = next((name for name, track in tracks.items() if key in track.modules), "all")
        return name, tracks.get(name)
    safety = project.course.safety
    meant = getattr(document, "tracks", ())
    if folder == "agenda" and safety and safety.kind == "page" and safety.id == key:  # whoever risks most reads it
        name = next((name for name, track in tracks.items() if track.enforced), "all")
        return name, tracks.get(name)
    if folder in ("activities", "sessions"):  # told to whoever leads a group
        return "notes", None
    if isinstance(meant, tuple) and len(meant) == 1 and meant[0] in tracks:
        return str(meant[0]), tracks[meant[0]]
    return "all", None


def _shown(document: Document) -> Iterator[Text]:
    """What a learner reads or hears of a document, in our own words."""
    scenes = {part.scene.id for part in document.parts.values() if part.scene} if isinstance(document, Module) else set()
    for name in type(document).model_fields:
        if not (isinstance(document, Module) and name in _FOR_LEADERS):
            yield from (text for text in texts_of(getattr(document, name)) if not isinstance(text, Quote) and text.id not in scenes)


def _read(page: str, audience: str, track: Track | None, texts: Iterable[Text]) -> Reading:
    found = [Measured(place(text, each.offset), each) for text in texts for each in sentences(text.value, text.lang)]
    longest = sorted(found, key=lambda each: (-each.sentence.words, each.where))[:SHOWN]
    return Reading(page, audience, track.sentence if track else LIMIT, bool(track and track.enforced), len(found),
                   sum(each.sentence.words for each in found), sum(each.sentence.long for each in found), tuple(longest))
