"""Reads YAML through the C parser's events, never through a constructor, into nodes that know their place.

Why: PyYAML's constructors turn `NO` into False and `12:30` into 750, drop duplicate keys, hang on merge bombs and crash on deep
nesting. Events cost a tenth of the time and let every refusal name its line and column.
"""

from __future__ import annotations

import codecs
import re

import yaml

from generator.load.complaints import syntax_problem
from generator.problems import Problem, problem
from generator.source import ListNode, MapNode, Node, ScalarNode, Where

MAX_BYTES = 1_000_000
MAX_DEPTH = 16
MAX_NODES = 50_000

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b\u202a-\u202e\ud800-\udfff\ufeff\ufffe\uffff]"
)
_MAX_FORBIDDEN = 20
"""How many of one file's invisible characters are told."""
_LOST = re.compile(r"\s+#[^\s#]")
"""After a text without quotes: more text that YAML takes for a remark."""
_QUOTES = ("'", '"')


def read_yaml(data: bytes, path: str) -> tuple[Node | None, list[Problem]]:
    """Read one document.

    Returns the tree (None where nothing can be said about the file) and all problems of reading: E001 not UTF-8, E002 too large,
    E003 forbidden character, E004 not YAML, E005 repeated key, E006 anchor, E007 alias, E008 tag, E009 merge key, E010 key is not
    text, E011 too deep or too many nodes, E012 empty file, E013 more than one document, E017 text taken for a remark.
    """
    text, problems = read_text(data, path)
    if text is None or problems:
        return None, problems
    reader = _Reader(path, text.split("\n"))
    try:
        node = reader.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        return None, [*reader.problems, syntax_problem(error, text, path, reader.quoted)]
    except _StopReading:
        return None, reader.problems
    return node, reader.problems


def read_text(data: bytes, path: str, most: int = MAX_BYTES) -> tuple[str | None, list[Problem]]:
    """A file's text, its lines ended by `\\n`. None where it is no text. Codes: E001, E002, E003."""
    if len(data) > most:
        return None, [problem(Where(path), "E002", f"the file has {len(data):,} bytes; at most {most:,} are read",
                              "Split it into several files.")]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        if data[:4].count(0) > 1:  # UTF-16 without a mark passes as UTF-8 with a NUL beside every letter
            raise UnicodeDecodeError("utf-8", data, 0, 1, "UTF-16")
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [problem(_place(data[: error.start].decode("utf-8", "replace"), path), "E001", "the file is not saved as UTF-8",
                              "Save it again with the encoding UTF-8, and look at this place: a letter may be wrong.")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, [_forbidden(found[0], _place(text[: found.start()], path)) for found in _FORBIDDEN.finditer(text)][:_MAX_FORBIDDEN]


def _forbidden(character: str, where: Where) -> Problem:
    return problem(where, "E003", f"an invisible character (U+{ord(character):04X}) stands here; it is not allowed",
                   "Delete it; if you cannot see it, delete the word and type it again.")


def _place(before: str, path: str) -> Where:
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    return Where(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


class _StopReading(Exception):
    """Nothing more can be read of this file."""


class _Reader:
    def __init__(self, path: str, lines: list[str]) -> None:
        self.path, self.lines = path, lines
        self.problems: list[Problem] = []
        self.count = 0
        self.anchored: dict[str, str] = {}
        self.quoted: yaml.ScalarEvent | None = None
        """The text in quotes that was read last."""

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
                    self.say(self.where(event), "E013", "a second document starts here", "Put it into a file of its own, or delete the line `---`.")
                    raise _StopReading
            elif not isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)):
                node = self.node(event, events, 1)
        if node is None or (isinstance(node, ScalarNode) and not node.value):
            node = None
            self.say(Where(self.path), "E012", "the file is empty", "Write the document, or delete the file.")
        return node

    def node(self, event: yaml.Event, events, depth: int) -> Node:
        where = self.where(event)
        self.count += 1
        if depth > MAX_DEPTH:
            self.say(where, "E011", f"values are nested more than {MAX_DEPTH} deep", "Put a text that starts with `[` or `{` in quotes.")
            raise _StopReading
        if self.count > MAX_NODES:
            self.say(where, "E011", f"the file has more than {MAX_NODES:,} keys and values", "Split it into several files.")
            raise _StopReading
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, where)
        self.refuse_decorations(event, where)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, where)
        if isinstance(event, yaml.SequenceStartEvent):
            return ListNode(tuple(self.sequence(events, depth)), where)
        return self.mapping(events, where, depth)

    def scalar(self, event: yaml.ScalarEvent, where: Where) -> ScalarNode:
        if event.anchor:
            self.anchored[event.anchor] = event.value
        if event.style in _QUOTES:
            self.quoted = event
            if found := _FORBIDDEN.search(event.value):  # spelled as an escape: "\u202e"
                self.problems.append(_forbidden(found[0], where))
        elif _LOST.match(self.lines[event.end_mark.line][event.end_mark.column :]):
            self.say(where, "E017", "what follows the `#` in this line is taken for a remark and left out",
                     "Put the text in quotes; or, if it is a remark, write a space after `#`.")
        return ScalarNode(event.value, where)

    def alias(self, event: yaml.AliasEvent, where: Where) -> Node:
        self.say(where, "E007", f"`*{event.anchor}` is an alias; aliases are not used here",
                 "Write the text out, or put it in quotes if it starts with `*`.")
        if event.anchor in self.anchored:
            return ScalarNode(self.anchored[event.anchor], where)
        return MapNode({}, where, broken=True)

    def refuse_decorations(self, event: yaml.Event, where: Where) -> None:
        if event.anchor:
            self.say(where, "E006", f"`&{event.anchor}` is an anchor; anchors are not used here",
                     f"Delete `&{event.anchor}`, or put the text in quotes if it starts with `&`.")
        if event.tag is not None:
            self.say(where, "E008", f"`{event.tag.replace('tag:yaml.org,2002:', '!!')}` is a tag; tags are not used here",
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
            if isinstance(key, MapNode) and key.broken:
                continue
            if not isinstance(key, ScalarNode):
                self.say(at, "E010", "a key must be a word", "Write `key: value`; put a text that starts with `[` or `{` in quotes.")
            elif key.value == "<<" and not getattr(event, "style", None):
                self.say(at, "E009", "`<<` is a merge key; merges are not used here", "Delete it and write the keys out.")
            elif key.value in items:
                first = keys[key.value]
                self.say(at, "E005", f"the key `{key.value}` stands here a second time; the first is on line {first.line}",
                         "Rename one of them, or delete one.")
            else:
                items[key.value], keys[key.value] = value, at
        return MapNode(items, where, keys)
