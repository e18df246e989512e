"""Writes the corpus as a High Road project: YAML in the first language, PO files for the others, everything else as in this repository."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from benchmarks.corpus import LANGUAGES, Corpus, Tree, texts
from benchmarks.words import Said, Speaker

REPOSITORY = Path(__file__).parents[1]
COPIED = ("mkdocs.yml", "package.json", "package-lock.json", "uv.lock", "content/ui.yaml", "site_overrides")
LINKED = ("node_modules", "generator")
"""`generator` because mkdocs.yml names our hook by its path."""
NAMES = {"en": ("English", "Latn"), "es": ("Español", "Latn"), "fr": ("Français", "Latn"),
         "th": ("ไทย", "Thai"), "my": ("မြန်မာ", "Mymr"), "km": ("ខ្មែរ", "Khmr")}
_HOLE = re.compile(r"\{[a-z]+\}")
_HEAD = 'msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'


def write_project(corpus: Corpus, root: Path) -> None:
    """Write the whole project into the folder `root`, which is made."""
    for name in COPIED:
        source, target = REPOSITORY / name, root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.exists():
            shutil.copyfile(source, target)
    for name in LINKED:
        (root / name).symlink_to(REPOSITORY / name)
    _settings(root)
    documents = {"course": corpus.course} | {f"modules/{key}": _bound(corpus.module, key) for key in corpus.ids()}
    documents |= {f"quizzes/{key}": _bound(corpus.quiz, key) for key in corpus.ids()}
    for address, tree in documents.items():
        source = tree(LANGUAGES[0])
        _write(root / _place(address), _yaml(source))
        for tag in LANGUAGES[1:]:
            pairs = zip(texts(source, address), texts(tree(tag), address), strict=True)
            _write(root / f"content/languages/{tag}/{address}.po", _po((key, old, new) for (key, old), (_, new) in pairs))
    _interface(root)


def first_module(root: Path) -> Path:
    """The file that the warm build has edited."""
    return next(iter(sorted((root / "content/modules").glob("*.yaml"))))


def _bound(make: Any, key: str) -> Any:
    return lambda tag: make(key, tag)


def _place(address: str) -> str:
    return f"{address}.yaml" if address.startswith("quizzes/") else f"content/{address}.yaml"


def _settings(root: Path) -> None:
    """What is not translated. Every language names the same fonts, so that no package beyond the site's own is needed."""
    single = {"errata": {"entries": {}}, "waivers": {"waivers": {}}, "editions/online": {"title": "Online", "languages": [*LANGUAGES]}}
    for name, tree in single.items():
        _write(root / f"content/{name}.yaml", _yaml(tree))
    _write(root / "content/inventory.csv", "id,section,kind,content\n")
    for tag in LANGUAGES:
        endonym, script = NAMES[tag]
        _write(root / f"content/languages/{tag}/language.yaml", _yaml({
            "endonym": endonym, "script": script, "locale": tag, "fallback": [] if tag == LANGUAGES[0] else [LANGUAGES[0]],
            "fonts": ["noto-sans/latin-400", "noto-sans/latin-700"]}))


def _interface(root: Path) -> None:
    """Translations of the words of the interface, with the `{holes}` that each has."""
    words = yaml.load((root / "content/ui.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)["words"]
    for tag in LANGUAGES[1:]:
        say = Speaker.of(tag, "interface")
        _write(root / f"content/languages/{tag}/ui.po", _po(
            (f"ui/words/{key}", Said(old.strip()), Said(" ".join([say.line(len(old.split())), *_HOLE.findall(old)]))) for key, old in words.items()))


def _po(entries: Iterable[tuple[str, Said, Said]]) -> str:
    """A PO file as `highroad translate update` writes it: address, source, translation."""
    made = [f"\n# origin: machine\n#: {key}\nmsgctxt {_quoted(key)}\nmsgid {_quoted(old)}\nmsgstr {_quoted(new)}\n" for key, old, new in entries]
    return _HEAD + "".join(made)


def _quoted(text: str) -> str:
    lines = text.replace("\\", "\\\\").replace('"', '\\"').splitlines(keepends=True)
    quoted = ['"' + each.replace("\n", "\\n") + '"' for each in lines]
    return quoted[0] if len(quoted) == 1 else "\n".join(['""', *quoted])


class _Dumper(yaml.CSafeDumper):
    """Writes long text as authors do, in blocks that start with `|`."""


def _text(dumper: yaml.CSafeDumper, text: Said) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|" if "\n" in text else None)


_Dumper.add_representer(Said, _text)


def _yaml(tree: Tree) -> str:
    return yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
