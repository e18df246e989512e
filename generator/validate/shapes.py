"""Turns trees into nouns, and a shape that does not fit into problems with file, line, column and what to type instead."""

from __future__ import annotations

import types
import typing
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.problems import Problem, did_you_mean, problem
from generator.source import MapNode, Node, Where, follow, plain

_KEY_STEP = "[key]"


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
        told = (_tell(node, noun, each) for each in error.errors())
        return None, [each for each in told if each is not None]


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
        return problem(_key_place(parent, name), "K001", f"the key `{name}` is not known here", did_you_mean(name, _known(noun, loc[:-1])))
    if kind == "missing":
        return problem(where, "K002", f"the key `{name}` is missing here", f"Add `{name}:` and its value.")
    if _KEY_STEP in loc or kind == "literal_error" and loc[-1:] == (_KEY_STEP,):
        return problem(_key_place(parent, str(loc[-2])), "K006", f"the key `{loc[-2]}` is not allowed here",
                       _expected(ctx) or "Keys are lower-case words with hyphens, for example `first-signs`.")
    return _tell_value(kind, ctx, where, error)


def _tell_value(kind: str, ctx: dict[str, Any], where: Where, error: dict[str, Any]) -> Problem:
    given = error["input"] if isinstance(error["input"], str) else ""
    if kind == "text_empty":
        return problem(where, "K004", "the text is empty", "Write it, or delete the key.")
    if kind == "literal_error":
        words = [word.strip("' ") for word in ctx["expected"].replace(" or ", ",").split(",")]
        return problem(where, "K005", f"`{given}` is not one of the words allowed here", did_you_mean(given, words))
    if kind == "string_pattern_mismatch":
        return problem(where, "K006", f"`{given}` does not have the right form", f"It must look like `{ctx['pattern']}`.")
    if kind in ("too_short", "dict_type_short"):
        return problem(where, "K007", "too few entries here", f"At least {ctx.get('min_length', 1)} is needed.")
    if kind.startswith("article_"):
        return problem(where, "R001", error["msg"], "Write an article as `25` or, for its first clause, `25.1`; articles go from 1 to 30.")
    if kind == "ref_form":
        return problem(where, "R002", error["msg"], "Write `case:ID`, `page:ID`, `module:ID` or `article:25`, and `#part` for a part of it.")
    return problem(where, "K003", _plainly(error), "Look at the example in docs/content-format.md.")


def _plainly(error: dict[str, Any]) -> str:
    kind = error["type"]
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "keys with values are expected here (`key: value`, indented)"
    if kind in ("tuple_type", "list_type"):
        return "a list is expected here: `[one, two]`, or one line with `- ` for each"
    if kind in ("text_type", "string_type"):
        return "a text is expected here"
    return error["msg"].replace("Input should be", "this should be").replace("input", "value")


def _expected(ctx: dict[str, Any]) -> str:
    return f"Allowed: {ctx['expected']}." if "expected" in ctx else ""


def _key_place(parent: Node, key: str) -> Where:
    return parent.keys.get(key, parent.where) if isinstance(parent, MapNode) else parent.where


def _known(noun: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that are known at a place of a noun, as authors write them."""
    found: Any = noun
    for step in loc:
        found = _step(found, step)
    if isinstance(found, type) and issubclass(found, BaseModel):
        return [field.alias or name for name, field in found.model_fields.items()]
    return []


def _step(kind: Any, step: str | int) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            if step in (name, field.alias):
                return _bare(field.annotation)
        return None
    return _bare(typing.get_args(kind)[-1 if typing.get_origin(kind) is dict else 0]) if typing.get_args(kind) else None


def _bare(annotation: Any) -> Any:
    """The annotation without `Annotated` and `| None`."""
    while typing.get_origin(annotation) in (typing.Annotated, types.UnionType, typing.Union):
        annotation = typing.get_args(annotation)[0]
    return annotation
