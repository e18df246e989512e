"""Turns trees into nouns, and a shape that does not fit into problems with file, line, column and what to type instead."""

from __future__ import annotations

import re
import types
import typing
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.problems import Problem, did_you_mean, problem
from generator.source import MapNode, Node, ScalarNode, Where, follow, plain

_KEY_STEP = "[key]"
_LOOK = "Look at the example in docs/content-format.md."
_WHOLE_NUMBER = ("a whole number is expected here", "Write it in digits, for example `25`.")
_NUMBER = ("a number is expected here", "Write it in digits with a point, for example `-10.68`.")
_YES = ("`true` or `false` is expected here", "Write `true`, or leave the key out.")
_KEYS = ("keys with values are expected here", "Write `key: value` on the lines below, indented.")

KINDS = {
    "model_type": _KEYS, "dict_type": _KEYS, "model_attributes_type": _KEYS,
    "tuple_type": ("a list is expected here", "Write `[one, two]`, or each entry on a line of its own with `- ` before it."),
    "text_type": ("a text is expected here", "Write the text itself, without keys or a list."),
    "string_type": ("a word or a short text is expected here", "Write it without keys or a list."),
    "bool_parsing": _YES, "bool_type": _YES,
    "int_parsing": _WHOLE_NUMBER, "int_parsing_size": _WHOLE_NUMBER, "int_type": _WHOLE_NUMBER,
    "float_parsing": _NUMBER, "float_type": _NUMBER, "finite_number": _NUMBER,
    "greater_than_equal": ("the number is too small", "Write {ge:g} or more."),
    "less_than_equal": ("the number is too large", "Write {le:g} or less."),
}
"""What is expected where a value is of the wrong kind, and how to write it."""
FORMS = {
    "^[A-Z]{2}$": "Write two capital letters, for example `PE`.",
    "^[A-Z][a-z]{3}$": "Write four letters, the first one a capital, for example `Latn`.",
    r"^[12]\d{3}(–[12]\d{3}|-(0[1-9]|1[0-2]))?$": "Write a year, years or a month: `2016`, `2007–2014` or `2016-04`.",
    r"^(?:'[^']*'|[yMG]+|[^A-Za-z'])*$": "Write `y` for the year and `MMMM` for the month, and words of the language in quotes: `MMMM 'de' y`.",
}
"""The patterns of single words, for people."""


def shape(node: Node, noun: type[BaseModel], address: str) -> tuple[BaseModel | None, list[Problem]]:
    """The noun that a tree spells, or None and every problem of its shape.

    `address` is the document's id. Codes: K001 unknown key, K002 missing key, K003 wrong kind of value, K004 empty text, K005 not one
    of the allowed words, K006 a key or value of the wrong form, K007 too few, R001 no such article, R002 not a reference.
    """
    lang = "en"
    if isinstance(node, MapNode) and "language" in node.items:
        lang = getattr(node.items["language"], "value", "en")
    try:
        return noun.model_validate(plain(node, address, lang)), []
    except ValidationError as error:
        errors = [{**each, "loc": _path(noun, each["loc"])} for each in error.errors()]
        told = (_tell(node, noun, each) for each in errors if not _follows(node, each, errors))
        return None, [each for each in told if each is not None]


def _follows(node: Node, error: dict[str, Any], errors: list[dict[str, Any]]) -> bool:
    """Whether a complaint is only the echo of another one: a key is missing because it is misspelt, entries are too few because some are wrong."""
    loc = error["loc"]
    if error["type"] == "missing":
        others = [str(each["loc"][-1]) for each in errors if each["type"] == "extra_forbidden" and each["loc"][:-1] == loc[:-1]]
        return any(did_you_mean(other, [loc[-1]]).startswith("Did") for other in others)
    if error["type"] == "too_short":
        steps = list(follow(node, loc))
        return bool(steps) and len(getattr(steps[-1][1], "items", ())) >= error["ctx"]["min_length"]
    return False


def _tell(node: Node, noun: type[BaseModel], error: dict[str, Any]) -> Problem | None:
    loc, kind, ctx = error["loc"], error["type"], error.get("ctx", {})
    steps = list(follow(node, tuple(step for step in loc if step != _KEY_STEP)))
    last = steps[-1][1] if steps else node
    parent = steps[-2][1] if len(steps) > 1 else node
    if any(isinstance(each, MapNode) and each.broken for each in (node, *(found for _, found in steps))):
        return None
    name = str(loc[-1]) if loc else ""
    where = last.where
    if kind == "extra_forbidden":
        return problem(_key_place(parent, name), "K001", f"the key `{name}` is not known here", did_you_mean(name, _known(noun, node, loc[:-1])))
    if kind == "missing":
        return problem(where, "K002", f"the key `{name}` is missing here", f"Add `{name}:` and its value.")
    if kind.startswith("union_tag_"):
        return _tell_type(last, ctx)
    if loc[-1:] == (_KEY_STEP,):
        key = str(loc[-2])
        return problem(_key_place(parent, key), "K006", f"the key `{key}` is not allowed here", _key_form(key, ctx))
    return _tell_value(kind, ctx, where, error)


def _tell_type(node: Node, ctx: dict[str, Any]) -> Problem:
    """A noun of several types does not say which one it is, so nothing else can be said about it."""
    if not isinstance(node, MapNode):
        return problem(node.where, "K003", *_KEYS)
    items = node.items
    if "type" not in items:
        for key in items:
            if did_you_mean(key, ["type"]).startswith("Did"):
                return problem(_key_place(node, key), "K001", f"the key `{key}` is not known here", "Did you mean `type`?")
        return problem(node.where, "K002", "the key `type` is missing here", "Add `type:` and its value.")
    given = items["type"]
    if not isinstance(given, ScalarNode):
        return problem(given.where, "K003", *KINDS["string_type"])
    return problem(given.where, "K005", f"`{given.value}` is not one of the words allowed here",
                   did_you_mean(given.value, _words({"expected": ctx["expected_tags"]})))


def _tell_value(kind: str, ctx: dict[str, Any], where: Where, error: dict[str, Any]) -> Problem:
    given = error["input"] if isinstance(error["input"], str) else ""
    if kind == "text_empty":
        return problem(where, "K004", "the text is empty", "Write it, or delete the key.")
    if kind == "literal_error":
        return problem(where, "K005", f"`{given}` is not one of the words allowed here", did_you_mean(given, _words(ctx)))
    if kind == "string_pattern_mismatch":
        return problem(where, "K006", f"`{given}` does not have the right form", FORMS.get(ctx["pattern"], _LOOK))
    if kind == "too_short":
        return problem(where, "K007", "there are too few entries here", f"Write {ctx['min_length']} or more.")
    if kind.startswith("article_"):
        return problem(where, "R001", error["msg"], "Write an article as `25` or, for its first clause, `25.1`; articles go from 1 to 30.")
    if kind == "ref_form":
        return problem(where, "R002", error["msg"], "Write `case:ID`, `page:ID`, `module:ID` or `article:25`, and `#part` for a part of it.")
    message, hint = KINDS.get(kind, ("this value is of the wrong kind", _LOOK))
    return problem(where, "K003", message, hint.format_map(ctx))


def _key_form(key: str, ctx: dict[str, Any]) -> str:
    if "expected" in ctx:
        return did_you_mean(key, _words(ctx))
    near = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")
    return "Keys are lower-case words with hyphens" + (f": `{near}`." if near else ", for example `first-signs`.")


def _words(ctx: dict[str, Any]) -> list[str]:
    """The words that a `Literal` allows."""
    return re.findall(r"'([^']*)'", ctx["expected"])


def _key_place(parent: Node, key: str) -> Where:
    return parent.keys.get(key, parent.where) if isinstance(parent, MapNode) else parent.where


def _known(noun: type[BaseModel], node: Node, loc: tuple[str | int, ...]) -> list[str]:
    """The keys that are known at a place of a noun, as authors write them. Where nouns of several types may stand, the one that `node`
    spells there."""
    found: Any = noun
    for step in loc:
        found = _step(_member(found, node), step)
        node = next((each for _, each in follow(node, (step,))), node)
    found = _member(found, node)
    if isinstance(found, type) and issubclass(found, BaseModel):
        return [field.alias or name for name, field in found.model_fields.items()]
    return []


def _path(noun: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """A place without the tags that stand in it after each choice of a type: no author wrote them."""
    found: Any = noun
    path = []
    for step in loc:
        members = _members(found)
        if step in members:
            found = members[step]
            continue
        found = _step(found, step)
        path.append(step)
    return tuple(path)


def _members(kind: Any) -> dict[str | int, type[BaseModel]]:
    """Where nouns of several types may stand: each by the word that authors write at `type`. Empty elsewhere."""
    nouns = typing.get_args(kind) if typing.get_origin(kind) in (types.UnionType, typing.Union) else ()
    return {word: noun for noun in nouns if "type" in getattr(noun, "model_fields", ())
            for word in typing.get_args(noun.model_fields["type"].annotation)}


def _member(kind: Any, node: Node) -> Any:
    """The one of several types that a node spells, or what was given."""
    spelt = node.items.get("type") if isinstance(node, MapNode) else None
    return _members(kind).get(getattr(spelt, "value", ""), kind)


def _step(kind: Any, step: str | int) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            if step in (name, field.alias):
                return _bare(field.annotation)
        return None
    return _bare(typing.get_args(kind)[-1 if typing.get_origin(kind) is dict else 0]) if typing.get_args(kind) else None


def _bare(annotation: Any) -> Any:
    """The annotation without `Annotated` and `| None`."""
    while typing.get_origin(annotation) in (typing.Annotated, types.UnionType, typing.Union) and not _members(annotation):
        annotation = typing.get_args(annotation)[0]
    return annotation
