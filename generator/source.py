"""Where a datum stands in the sources, and the tree of nodes that a YAML file is read into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Where(NamedTuple):
    """A place in a source file."""

    path: str
    """Path relative to the project's folder, with forward slashes: `cases/clara.yaml`."""
    line: int = 1
    """Line, counted from 1."""
    column: int = 1
    """Column in characters, counted from 1."""


NOWHERE = Where("")
"""For what was not read from a file."""


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """One value. It is always text: the format, not YAML, decides what `NO` or `12:30` means."""

    value: str
    where: Where


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence of nodes."""

    items: tuple[Node, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping. Keys are text and unique."""

    items: dict[str, Node]
    where: Where
    keys: dict[str, Where] = field(default_factory=dict)
    """Where each key stands."""
    broken: bool = False
    """True where the reader refused something (an alias): nothing more should be said about this node."""


Node = ScalarNode | ListNode | MapNode


class Scalar(str):
    """A scalar's text that still knows its place and its address, so that a `Text` can be made of it."""

    __slots__ = ("address", "lang", "where")

    def __new__(cls, value: str, where: Where, address: str, lang: str) -> Scalar:
        """The text `value`, found at `where`, whose address is `address`, in the language `lang`."""
        made = super().__new__(cls, value)
        made.where, made.address, made.lang = where, address, lang
        return made


def plain(node: Node, address: str, lang: str) -> object:
    """The node as dicts, lists and `Scalar`s. `address` is the id of the document; keys are appended with `/`."""
    if isinstance(node, ScalarNode):
        return Scalar(node.value, node.where, address, lang)
    if isinstance(node, ListNode):
        return [plain(item, f"{address}/{number}", lang) for number, item in enumerate(node.items, 1)]
    return {key: plain(item, f"{address}/{key}", lang) for key, item in node.items.items()}


def follow(node: Node, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, Node]]:
    """The nodes along a path, as far as it leads; steps that a node does not know (a union's tag) are left out."""
    for step in path:
        if isinstance(node, MapNode) and str(step) in node.items:
            node = node.items[str(step)]
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            continue
        yield step, node
