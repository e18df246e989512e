"""Translations: does each belong to a text, does it keep what must not change, and is it written as its language is?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from generator.model.catalog import Catalog, Translation, standing
from generator.model.project import Project
from generator.model.settings import Language
from generator.model.terms import Terms
from generator.model.text import HOLE, Quote, Text, texts_of
from generator.model.walk import LINK
from generator.problems import Problem, problem
from generator.source import Node
from generator.validate.figures import figures, figures_differ
from generator.validate.references import link_problems
from generator.validate.writing import composed, foreign_script, mixed_word, unclosed, zawgyi

_ARTICLE = re.compile(r"\[([^\]]*)\]\((article:(\d+)[^)\s]*)\)")
_TARGET = re.compile(rf"{LINK.pattern}|(https?://[^\s)\]]+|www\.[^\s)\]]+)")
"""The target of a link, or an address that stands bare in the text."""
_ABSENT = Terms(terms={})
_WITHOUT_SPACES = frozenset({"Thai", "Laoo", "Khmr", "Mymr", "Hans", "Hant", "Jpan", "Tibt"})
"""Scripts that do not part words, so that none can be told to be whole."""


def translation_problems(project: Project, catalogs: Mapping[str, Catalog], trees: Mapping[str, Mapping[str, Node]]) -> list[Problem]:
    """T010 no text has this address, T011 an official text is translated, T012 a link is lost or added, T013 a `{placeholder}` is, T014 a
    figure is, T015 a reference to an article says another one, T016 letters of another script, T017 Zawgyi, T018 not composed, T019 a mark of
    direction is left open, T020 a term is not the one chosen, T021 a word that is to be avoided.

    `trees` is everything that was read. Nothing is said about translations of a document in it that did not fit into the project. A problem
    that somebody has looked at and found to be none (`# checked: T014`) is not told again.
    """
    documents = dict(project.documents())
    unshaped = tuple(f"{folder}/{key}/" for folder, members in trees.items() for key in members if f"{folder}/{key}" not in documents)
    texts: dict[str, Text] = {text.id: text for document in documents.values() for text in texts_of(document)}
    found = [each for catalog in catalogs.values() for each in _catalog(catalog, texts, unshaped, project)]
    old = [Text(text.id, entry.value, catalog.tag, entry.where) for catalog in catalogs.values() for address, entry in catalog.entries.items()
           if (text := texts.get(address)) and "](" in entry.value and standing(text, entry) in ("older", "changed")]
    return found + link_problems(project, {each.rstrip("/") for each in unshaped}, old)


def _catalog(catalog: Catalog, texts: Mapping[str, Text], unshaped: tuple[str, ...], project: Project) -> Iterator[Problem]:
    language, terms = project.languages.get(catalog.tag), project.terms.get(catalog.tag, _ABSENT)
    for address, entry in catalog.entries.items():
        text = texts.get(address)
        if address.startswith(unshaped):
            continue
        if text is None:
            yield problem(entry.where, "T010", f"no text has the address `{address}`; it was renamed or is gone",
                          f"Run `.venv/bin/highroad translate update {catalog.tag}`, which sets this entry aside at the end of the file.")
        elif isinstance(text, Quote):
            yield problem(entry.where, "T011", "this is the official text of the Declaration, which is never translated by us",
                          "Delete the entry; the official text in this language is shown instead.")
        elif entry.value and not entry.proposed:
            found = [*_written(entry, language)] if language else []
            if not entry.older_than(text):
                locale = project.languages[text.lang].locale if text.lang in project.languages else "en"
                found += [*_kept(entry), *_figures(entry, locale, language), *_articles(entry),
                          *_terms(entry, terms, bool(language and language.script in _WITHOUT_SPACES))]
            yield from (each for each in found if each.code not in entry.checked)


def _kept(entry: Translation) -> Iterator[Problem]:
    for code, what, form, signs in (("T012", "link", _TARGET, ("](", "://", "www.")), ("T013", "placeholder", HOLE, ("{",))):
        if not any(each in entry.source or each in entry.value for each in signs):
            continue
        wanted, given = _found(form, entry.source), _found(form, entry.value)
        if wanted != given:
            yield problem(entry.where, code, f"the {what}s of the translation are not those of the source",
                          f"The source has {_listed(wanted)}; the translation has {_listed(given)}. Write the same ones.")


def _figures(entry: Translation, source: str, language: Language | None) -> Iterator[Problem]:
    lost, more = figures_differ(entry.source, entry.value, source, language.locale if language else "en")
    if lost or more:
        yield problem(entry.where, "T014", "the figures of the translation are not those of the source",
                      f"Only the source has {_listed(lost)}; only the translation has {_listed(more)}. If that is right, add `# checked: T014`.")


def _articles(entry: Translation) -> Iterator[Problem]:
    """Each link to an article that says its number says the right one."""
    if "](article:" not in entry.value:
        return
    said = {target for words, target, number in _ARTICLE.findall(entry.source) if number in figures(words, "en")}
    for words, target, number in _ARTICLE.findall(entry.value):
        numbers = figures(words, "en")
        if target in said and numbers and number not in numbers:
            yield problem(entry.where, "T015", f"the words `{words}` lead to `{target}`",
                          f"Write the number {number}, or lead to the article that the words name.")


def _written(entry: Translation, language: Language) -> Iterator[Problem]:
    if language.script == "Mymr" and zawgyi(entry.value):
        yield problem(entry.where, "T017", "this seems to be written in Zawgyi, which most phones and every search take for nonsense",
                      "Convert it to Unicode, for example with the converter of your keyboard.")
    elif strange := foreign_script(entry.source, entry.value, language.script):
        what = "no letters of the script" if strange == language.script else "letters of the script"
        yield problem(entry.where, "T016", f"the translation has {what} `{strange}`", f"Write it in the script of the language, `{language.script}`.")
    elif word := mixed_word(entry.value):
        yield problem(entry.where, "T016", f"the word `{word}` has letters of two scripts that look alike", "Type the whole word again with one keyboard.")
    if not composed(entry.value):
        yield problem(entry.where, "T018", "letters and their marks are not composed (NFC)", "Run `.venv/bin/highroad translate update`, which composes them.")
    if unclosed(entry.value):
        yield problem(entry.where, "T019", "an invisible mark of direction is opened and not closed, or closed and not opened",
                      "Delete the invisible marks; the page gives each text its direction.")


def _terms(entry: Translation, terms: Terms, anywhere: bool) -> Iterator[Problem]:
    """`anywhere`: words that are to be avoided count wherever they stand, not only as whole words."""
    if not terms.terms:
        return
    source, value = (unicodedata.normalize("NFC", each).casefold() for each in (entry.source, entry.value))
    for term in terms.terms.values():
        if not any(re.search(rf"(?<!\w){re.escape(each.casefold())}", source) for each in term.source):
            continue
        if not any(unicodedata.normalize("NFC", each).casefold() in value for each in term.use):
            yield problem(entry.where, "T020", f"the source has `{term.source[0]}`, and the translation has none of the words chosen for it",
                          f"Write {_listed(list(term.use))}, or, if another word is right here, add `# checked: T020`.")
        for word in term.avoid:
            plain = re.escape(unicodedata.normalize("NFC", word).casefold())
            if re.search(plain if anywhere else rf"(?<!\w){plain}(?!\w)", value):
                yield problem(entry.where, "T021", f"`{word}` is not used for `{term.source[0]}`", f"Write {_listed(list(term.use))}.")


def _found(form: re.Pattern[str], text: str) -> list[str]:
    """What must not change, in full for a placeholder and the target alone for a link."""
    return sorted(found[0] if form is HOLE else found[1] or found[2] for found in form.finditer(text))


def _listed(found: list[str]) -> str:
    return ", ".join(f"`{each}`" for each in found) or "none"
