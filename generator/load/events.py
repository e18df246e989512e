"""Reads YAML through the C parser's events, never through a constructor, into nodes that know their place.

Why: PyYAML's constructors turn `NO` into False and `12:30` into 750, drop duplicate keys, hang on merge bombs and crash on deep
nesting. Events cost a tenth of the time and let every refusal name its line and column.
"""

from __future__ import annotations

import re

import yaml

from generator.problems import Problem, problem
from generator.source import ListNode, MapNode, Node, ScalarNode, Where

MAX_BYTES = 1_000_000
MAX_DEPTH = 16
MAX_NODES = 50_000

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u2028\u2029\u200b\u202a-\u202e\ud800-\udfff\ufeff\ufffe\uffff]"
)
_MARK = re.compile(r"line (\d+), column (\d+)")


def read_yaml(data: bytes, path: str) -> tuple[Node | None, list[Problem]]:
    """Read one document.

    Returns the tree (None where nothing can be said about the file) and all problems of reading: E001 not UTF-8, E002 too large,
    E003 forbidden character, E004 not YAML, E005 repeated key, E006 anchor, E007 alias, E008 tag, E009 merge key, E010 key is not
    text, E011 too deep or too many nodes, E012 empty file, E013 more than one document.
    """
    text, problems = _text_of(data, path)
    if text is None or problems:
        return None, problems
    reader = _Reader(path)
    try:
        node = reader.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        return None, [*reader.problems, _syntax_problem(error, text, path)]
    except _Stop:
        return None, reader.problems
    return node, reader.problems


def _text_of(data: bytes, path: str) -> tuple[str | None, list[Problem]]:
    if len(data) > MAX_BYTES:
        return None, [problem(Where(path), "E002", f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read",
                              "Split it into several files.")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        return None, [problem(_place(before, path), "E001", "the file is not saved as UTF-8",
                              "Save it again with the encoding UTF-8.")]
    text = text.replace("\r\n", "\n")
    return text, [
        problem(_place(text[: found.start()], path), "E003",
                f"the character U+{ord(found.group()):04X} is not allowed here", "Delete it and type the text again.")
        for found in _FORBIDDEN.finditer(text)
    ][:20]


def _place(before: str, path: str) -> Where:
    return Where(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """One sentence for a parser's complaint. An unclosed quote is reported where it opens, not where the file ends."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or error)
    hint = "Check the spaces at the start of the line, and put text with `: ` or a special first character in quotes."
    line = text.split("\n")[mark.line] if mark else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        hint = "Use spaces, not tabs, at the start of a line."
    if "end of stream" in said and context is not None and "quoted" in str(error.context):
        mark, said, hint = context, "a quote is opened and never closed", "Close the quote, or write the text in a block that starts with `|`."
    if mark is None:
        return problem(Where(path), "E004", f"this is not YAML: {said}", hint)
    return problem(Where(path, mark.line + 1, mark.column + 1), "E004", f"this is not YAML: {said}", hint)


class _Stop(Exception):
    """Nothing more can be read of this file."""


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.count = 0
        self.anchored: dict[str, str] = {}

    def say(self, where: Where, code: str, message: str, hint: str) -> None:
        self.problems.append(problem(where, code, message, hint))

    def where(self, event: yaml.Event) -> Where:
        return Where(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def document(self, events) -> Node | None:
        node, documents = None, 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.say(self.where(event), "E013", "a second document starts here", "Put it into a file of its own.")
                    raise _Stop
            elif not isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)):
                node = self.node(event, events, 1)
        if node is None:
            self.say(Where(self.path), "E012", "the file is empty", "Write the document, or delete the file.")
        return node

    def node(self, event: yaml.Event, events, depth: int) -> Node:
        where = self.where(event)
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            self.say(where, "E011", "the file is nested too deeply or has too many values", "Split it into several files.")
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, where)
        self.refuse_decorations(event, where)
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor:
                self.anchored[event.anchor] = event.value
            return ScalarNode(event.value, where)
        if isinstance(event, yaml.SequenceStartEvent):
            return ListNode(tuple(self.sequence(events, depth)), where)
        return self.mapping(events, where, depth)

    def alias(self, event: yaml.AliasEvent, where: Where) -> Node:
        self.say(where, "E007", f"`*{event.anchor}` is an alias; aliases are not used here", "Write the text out.")
        if event.anchor in self.anchored:
            return ScalarNode(self.anchored[event.anchor], where)
        return MapNode({}, where, broken=True)

    def refuse_decorations(self, event: yaml.Event, where: Where) -> None:
        if event.anchor:
            self.say(where, "E006", f"`&{event.anchor}` is an anchor; anchors are not used here",
                     f"Delete `&{event.anchor}`, or put the text in quotes if it starts with `&`.")
        if event.tag is not None:
            self.say(where, "E008", f"`{event.tag}` is a tag; tags are not used here",
                     "Delete it, or put the text in quotes if it starts with `!`.")

    def sequence(self, events, depth: int):
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            yield self.node(event, events, depth + 1)

    def mapping(self, events, where: Where, depth: int) -> MapNode:
        items: dict[str, Node] = {}
        keys: dict[str, Where] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            at = self.where(event)
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, ScalarNode):
                self.say(at, "E010", "a key must be a word", "Write `key: value`.")
            elif key.value == "<<" and event.style is None:
                self.say(at, "E009", "`<<` is a merge key; merges are not used here", "Write the keys out.")
            elif key.value in items:
                first = keys[key.value]
                self.say(at, "E005", f"the key `{key.value}` stands here a second time; the first is on line {first.line}",
                         "Rename one of them, or delete one.")
            else:
                items[key.value], keys[key.value] = value, at
        return MapNode(items, where, keys)
