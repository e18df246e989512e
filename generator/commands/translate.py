"""Work with translations: PO files by address."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from generator.commands.say import Out
from generator.load.catalogs import read_catalog, read_po_files
from generator.load.declarations import read_index
from generator.load.files import TAG
from generator.model.catalog import Catalog
from generator.model.po import PoEntry, PoFile
from generator.model.project import Project
from generator.model.reviews import untied
from generator.pipeline import check
from generator.problems import BuildError, Problem, SourceError, did_you_mean
from generator.publish.new_language import new_language
from generator.publish.sheets import FORMATS, read_sheet
from generator.publish.sheets.rows import rows_of
from generator.publish.sheets.take import taken
from generator.publish.translations import current, extract, merged, status, texts_to_translate, update
from generator.publish.write import write_if_changed
from generator.validate.hints import translation_hints

SHEETS = "translations"
"""The folder that sheets are written to where none is named."""
SHOWN = 10
"""How many places a notice lists."""
WHAT = {
    "add": "begin a new language", "extract": "write the texts to translate (.build/pot)", "update": "bring PO files up to date", "status": "what is done",
    "check": "what is wrong, and what may be", "export": "write a sheet for each language", "import": "take sheets over into the PO files",
}

_OUTDATED = "reviewed in an earlier wording, so they are drafts until somebody reviews them as they now are"
_OF_SINGLE_TEXTS = ("T01", "T02")
"""Beginnings of the codes of single translations, which an update mends or leaves for the translator."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options. Words and options may stand in any order: `import --format csv fr` is what people type, and argparse would not take it."""
    parser.add_argument("what", metavar="WHAT", help="; ".join(f"{name}: {does}" for name, does in WHAT.items()))
    parser.add_argument("languages", nargs="*", metavar="LANG", help="without it, every language that has something to translate")
    parser.add_argument("--format", choices=sorted(FORMATS), default="xlsx", help="of the sheets; without it, xlsx")
    parser.add_argument("--folder", metavar="DIR", type=Path, help="where the sheets are: `es.xlsx`; without it, translations/ in the project")
    parser.add_argument("--document", metavar="ID", action="append", help="export only this document (`cases/clara`); may be given several times")
    plain = parser.parse_known_args

    def parse(given: Sequence[str], namespace: argparse.Namespace) -> tuple[argparse.Namespace, list[str]]:
        options, rest = plain(given, namespace)
        words = [options.what, *options.languages, *(each for each in rest if not each.startswith("-"))]
        if len(what := [each for each in words if each in WHAT]) != 1:
            parser.error(f"say what to do, one of {', '.join(WHAT)}, and then the languages: `highroad translate update es`")
        options.what, options.languages = what[0], [each for each in words if each != what[0]]
        return options, [each for each in rest if each.startswith("-")]

    parser.parse_known_args = parse


def run(options: argparse.Namespace, root: Path, out: Out) -> int:
    """Exit 0 when done, 1 where translations that were checked or taken over have problems."""
    project, catalogs, problems = check(root)
    if project is None or any(not each.code.startswith(_OF_SINGLE_TEXTS) for each in problems if options.what != "check"):
        raise SourceError(problems)
    if options.what == "add":
        return _add(project, root, options.languages, out)
    for tag in options.languages:
        if tag not in project.languages:
            raise BuildError(f"there is no language {tag}. {did_you_mean(tag, project.languages)} "
                             f"A new language begins with `.venv/bin/highroad translate add {tag}`.")
    if options.what == "extract":
        out.say(f"{extract(project, root / '.build/pot')} texts in .build/pot/")
        return 0
    tags = options.languages or [each for each in project.languages if texts_to_translate(project, each)]
    if options.what == "check":
        return _check(project, catalogs, problems, tags, out)
    if options.what == "export":
        _export(project, root, tags, options, out)
        return 0
    if options.what == "import":
        return _import(project, root, tags, options, out)
    for tag in tags:
        files = files_of(root, tag)
        if options.what == "update":
            _update(project, root, tag, files, out)
            catalogs[tag] = read_catalog(root, tag)[0]
        else:
            _told_before_update(tag, files, out)
        out.answer(f"{tag}: " + _counted(project, catalogs[tag]))
        if hints := translation_hints(project, catalogs[tag]):
            out.say(f"{tag}: {_number(hints, 'hint')}; `.venv/bin/highroad translate check {tag}` tells where")
    return 0


def _add(project: Project, root: Path, tags: Sequence[str], out: Out) -> int:
    """Write the settings of new languages, and tell the next steps."""
    if not tags:
        raise BuildError("say which language: `.venv/bin/highroad translate add pt`")
    for tag in tags:
        path = root / "content/languages" / tag / "language.yaml"
        if not TAG.match(tag):
            raise BuildError(f"`{tag}` is not a language tag. Write it like `es`, `pt-BR` or `qva`.")
        if path.exists():
            raise BuildError(f"{tag} is there already: content/languages/{tag}/language.yaml.")
    for tag in tags:
        path = root / "content/languages" / tag / "language.yaml"
        write_if_changed(path, new_language(tag, project, read_index(root).values()).encode())
        out.say(f"content/languages/{tag}/language.yaml:\n\n{path.read_text('utf-8')}")
        out.say(f"1. Look at each line of it.\n2. Write {tag} into `languages:` in content/editions/online.yaml, and in the other editions that it is for.\n"
                f"3. `.venv/bin/highroad translate update {tag}` makes the files to translate.")
    return 0


def _check(project: Project, catalogs: Mapping[str, Catalog], problems: Sequence[Problem], tags: Sequence[str], out: Out) -> int:
    """Tell the problems of the languages, and hints, which stop nothing."""
    found = [each for each in problems if any(each.path.startswith(f"content/languages/{tag}/") for tag in tags)]
    _tell(found, _hints(project, catalogs, tags), out)
    if not found:
        out.say(f"0 problems in {', '.join(tags)}")
    return 1 if found else 0


def _hints(project: Project, catalogs: Mapping[str, Catalog], tags: Iterable[str]) -> list[Problem]:
    return [each for tag in tags for each in translation_hints(project, catalogs[tag])]


def _tell(problems: Sequence[Problem], hints: Sequence[Problem], out: Out) -> None:
    for each in hints:
        out.say(str(each))
    if hints:
        out.say(f"{_number(hints, 'hint')}: look at {'it' if len(hints) == 1 else 'them'}; nothing is wrong for certain.")
    if problems:
        out.problems(problems)


def _update(project: Project, root: Path, tag: str, files: Mapping[str, PoFile], out: Out) -> None:
    """Write the files of a language, and tell what a translator should know."""
    counts = update(project, root / "content/languages" / tag, tag, files)
    out.say(f"{tag}: " + ", ".join(f"{count} {what}" for what, count in counts.items()) + f" in content/languages/{tag}/")
    without = {entry.address for file in files.values() for entry in file.entries if _unsaid(entry)}
    after = files_of(root, tag)
    _list(tag, after, lambda entry: entry.address in without, out, "without an origin: now marked as written by a person (`# origin: human`). "
          "Where it was a machine, write `# origin: machine` instead")
    _list(tag, after, _outdated, out, _OUTDATED)


def _told_before_update(tag: str, files: Mapping[str, PoFile], out: Out) -> None:
    """What an update of these files would do."""
    _list(tag, files, _unsaid, out, "without an origin: an update marks them as written by a person. Where it was a machine, write `# origin: machine` above")
    _list(tag, files, lambda entry: untied(entry.comments), out, "with a review that outlives an edit, until an update ties it to the words as they stand")
    _list(tag, files, _outdated, out, _OUTDATED)


def _unsaid(entry: PoEntry) -> bool:
    return bool(entry.value) and not entry.obsolete and not entry.said("origin")


def _outdated(entry: PoEntry) -> bool:
    return bool(entry.outdated_review)


def _list(tag: str, files: Mapping[str, PoFile], wanted: Callable[[PoEntry], bool], out: Out, what: str) -> None:
    """Say how many texts are so, and where the first of them stand."""
    places = [f"content/languages/{tag}/{name}:{entry.line}:1: {entry.address}" for name, file in files.items() for entry in file.entries if wanted(entry)]
    if places:
        out.say(f"{tag}: {_number(places, 'text')} {what}:")
        for each in (*places[:SHOWN], *([f"and {len(places) - SHOWN} more"] if len(places) > SHOWN else ())):
            out.say(f"    {each}")


def _number(found: Sequence[object], what: str) -> str:
    return f"{len(found)} {what}{'s' if len(found) != 1 else ''}"


def _export(project: Project, root: Path, tags: Sequence[str], options: argparse.Namespace, out: Out) -> None:
    """One sheet for each language. Their texts are brought up to date first, in the sheet only."""
    documents = dict(project.documents())
    for name in options.document or ():
        if name not in documents:
            raise BuildError(f"there is no document {name}. {did_you_mean(name, documents)}")
    sheet = FORMATS[options.format]
    for tag in tags:
        files = {name: file for name, file in merged(project, tag, files_of(root, tag)).items()
                 if not options.document or name.removesuffix(".po") in options.document}
        languages = {f"{name}.po": document.language for name, document in documents.items()}
        path = (options.folder or root / SHEETS) / f"{tag}{sheet.ending}"
        write_if_changed(path, sheet.write(rows_of(files), tag, languages))
        out.say(f"{tag}: {sum(len(file.entries) for file in files.values())} texts in {path}")


def _import(project: Project, root: Path, tags: Sequence[str], options: argparse.Namespace, out: Out) -> int:
    """Take the sheets over: all of them, or, where one cannot be taken, none. Then tell what is wrong with the texts that came with them."""
    sheet = FORMATS[options.format]
    folder = options.folder or root / SHEETS
    paths = {tag: folder / f"{tag}{sheet.ending}" for tag in tags}
    given = {tag: path for tag, path in paths.items() if path.is_file()}
    if absent := [path for tag, path in paths.items() if tag not in given and (tag in options.languages or not given)]:
        raise BuildError(f"there is no {absent[0]}. Give `--folder` and `--format` as they were given for the export.")
    made: dict[str, Mapping[str, PoFile]] = {}
    new: dict[str, set[str]] = {}
    problems = []
    for tag, path in given.items():
        there = current(project, tag, files_of(root, tag))
        files, found = read_sheet(sheet, path.read_bytes(), path.name, tag, there)
        problems += found
        made[tag] = taken(there, files)
        new[tag] = {entry.address for file in files.values() for entry in file.entries}
        out.say(f"{tag}: {_number(new[tag], 'text')} taken over from {path}")
    if problems:
        raise SourceError(problems)
    for tag, files in made.items():
        _update(project, root, tag, files, out)
    loaded, catalogs, problems = check(root)
    for tag in made:
        out.answer(f"{tag}: " + _counted(loaded or project, catalogs[tag]))
    places = {(where.path, where.line) for tag in made for address, entry in catalogs[tag].entries.items() if address in new[tag] and (where := entry.where)}
    found, hints = ([each for each in listed if (each.path, each.line) in places] for listed in (problems, _hints(project, catalogs, made)))
    _tell(found, hints, out)
    if found:
        out.say("The texts are taken over all the same. Mend them in the PO files; or export again, mend the new sheet, and import that.")
    return 1 if found else 0


def files_of(root: Path, tag: str) -> Mapping[str, PoFile]:
    """The PO files of a language by their paths in its folder."""
    files, problems = read_po_files(root, tag)
    if problems:
        raise SourceError(problems)
    return {name.removeprefix(f"content/languages/{tag}/"): file for name, file in files.items()}


def _counted(project: Project, catalog: Catalog) -> str:
    return ", ".join(f"{state} {count}" for state, count in status(project, catalog).items())
