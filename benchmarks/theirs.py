"""Writes the corpus as a plain project for mkdocs + mkdocs-static-i18n + mkdocs-material: one Markdown file per page and language."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from benchmarks.corpus import LANGUAGES, Corpus, Tree
from benchmarks.ours import NAMES
from benchmarks.words import Speaker

_LINK = re.compile(r"\(module:([a-z0-9-]+)\)")
KHMER = '{% macro t(key) %}{{ {"language": "km"}[key] }}{% endmacro %}\n'
"""Material has no words for Khmer and stops without this file; with it, it shows its English ones."""
WORDS = ("how", "hint", "check", "again", "reasons", "right", "wrong", "more", "yes", "no")
"""Words of the interface that a question shows."""


def write_project(corpus: Corpus, root: Path) -> None:
    """Write the whole project into the folder `root`, which is made."""
    (root / "docs/modules").mkdir(parents=True)
    (root / "overrides/partials/languages").mkdir(parents=True)
    (root / "overrides/partials/languages/km.html").write_text(KHMER, "utf-8")
    (root / "mkdocs.yml").write_text(yaml.safe_dump(_settings(corpus), allow_unicode=True, sort_keys=False), "utf-8")
    for tag in LANGUAGES:
        ending = ".md" if tag == LANGUAGES[0] else f".{tag}.md"
        words = _words(tag)
        entries = []
        for key in corpus.ids():
            module = corpus.module(key, tag)
            (root / f"docs/modules/{key}{ending}").write_text(_page(module, corpus.quiz(key, tag), words), "utf-8")
            entries.append(f"1. [{module['title']}](modules/{key}.md)  \n   {module['summary']}")
        course = corpus.course(tag)
        front = [f"# {course['title']}", course["tagline"], course["intro"], "\n".join(entries), course["limits"]]
        (root / f"docs/index{ending}").write_text("\n\n".join(front) + "\n", "utf-8")


def _settings(corpus: Corpus) -> dict[str, object]:
    """The theme's and the plug-ins' own defaults, but for addresses that end in `.html` and no fonts from elsewhere, as ours has it."""
    languages = [{"locale": tag, "name": NAMES[tag][0], "build": True} | ({"default": True} if tag == LANGUAGES[0] else {}) for tag in LANGUAGES]
    return {
        "site_name": str(corpus.course(LANGUAGES[0])["title"]), "use_directory_urls": False,
        "theme": {"name": "material", "custom_dir": "overrides", "font": False},
        "markdown_extensions": ["attr_list"],
        "plugins": ["search", {"i18n": {"docs_structure": "suffix", "languages": languages}}],
    }


def _words(tag: str) -> dict[str, str]:
    say = Speaker.of(tag, "interface")
    return {key: say.line(2) for key in WORDS}


def _page(module: Tree, quiz: Tree, words: dict[str, str]) -> str:
    made = [f"# {module['title']}", module["summary"], "\n".join(f"- {text}" for text in module["objectives"].values()), module["opening"]]
    for key, part in module["parts"].items():
        made += [f"## {part['heading']} {{: #{key} }}", part["text"]]
    made += [module["takeaway"], f"## {quiz['title']} {{: #quiz }}"]
    made += [_question(key, question, words) for key, question in quiz["questions"].items()]
    return _LINK.sub(r"(\1.md)", "\n\n".join(made)) + "\n"


def _question(key: str, question: Tree, words: dict[str, str]) -> str:
    """One question as HTML, with the elements that ours has."""
    kind = "checkbox" if question["type"] == "multiple" else "radio"
    choices = question["choices"] | question.get("because", {})
    said = {name: choice.get("text") or words["yes" if name == "true" else "no"] for name, choice in choices.items()}
    fields = [f'<div><input type="{kind}" name="{key}" id="{key}-{name}" value="{name}"><label for="{key}-{name}">{text}</label></div>'
              for name, text in said.items()]
    marks = {name: words["right" if choice.get("correct") else "wrong"] for name, choice in choices.items()}
    reasons = [f"<li><p><span>{marks[name]}</span> <span>{said[name]}</span></p><p>{choice['reason']}</p></li>"
               for name, choice in choices.items()]
    see = [f'<a href="{ref.partition(":")[2]}.html">{words["more"]}</a>' for ref in question["see"]]
    return "\n".join([
        f'<form class="question" id="{key}" novalidate>', f"<fieldset><legend>{question['stem']}</legend>", f"<p>{words['how']}</p>", *fields,
        f"<details><summary>{words['hint']}</summary><p>{question['hint']}</p></details>", "</fieldset>",
        f'<p hidden><button type="submit">{words["check"]}</button> <button type="reset">{words["again"]}</button></p>', '<p role="status"></p>',
        f"<details><summary>{words['reasons']}</summary><ul>", *reasons, f"</ul><p>{' '.join(see)}</p></details>", "</form>"])
