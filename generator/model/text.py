"""A translatable string, and the one walk that reaches every one of them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from generator.source import Scalar, Where

N = TypeVar("N")

HOLE = re.compile(r"\{([a-z0-9][a-z0-9-]*)\}")
"""A place in a text that the page fills: `{n}` in a word of the interface, `{gap-key}` in a text with gaps. The same in every language."""

State = Literal["official", "reviewed", "draft", "older", "fallback"]
"""What a reader may expect of a block: quoted from the official text; reviewed; a draft nobody has checked; translated from an older
source; not translated, so shown in another language."""


@dataclasses.dataclass(frozen=True, slots=True)
class Text:
    """One string that people read."""

    id: str
    """Its address, made of the file's id and the author's keys: `quizzes/clara/questions/netting/choices/stops/text`."""
    value: str
    """Restricted Markdown, in the language `lang`."""
    lang: str
    """BCP 47 tag of the language that `value` is written in."""
    where: Where
    state: State = "draft"
    origin: Literal["human", "machine"] = "human"
    """Who translated it."""

    @classmethod
    def _make(cls, given: Any) -> Text:
        if isinstance(given, cls):
            return given
        if not isinstance(given, Scalar):
            raise PydanticCustomError("text_type", "a text is expected here")
        if not given.strip():
            raise PydanticCustomError("text_empty", "the text is empty")
        return cls(given.address, str(given).strip(), given.lang, given.where)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._make)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, str]:
        return {"type": "string"}


class Quote(Text):
    """A string that is quoted from an official text and never translated by us (DNH-26)."""

    __slots__ = ()

    @classmethod
    def _make(cls, given: Any) -> Quote:
        return dataclasses.replace(super()._make(given), state="official")


def place(text: Text, offset: int) -> Where:
    """Where the character at `offset` of a text stands in its file. The line of a text in a block is exact; the column is that where the text
    begins, or 1 in a later line."""
    lines = text.value.count("\n", 0, offset)
    if "\n" not in text.value:
        return text.where
    return Where(text.where.path, text.where.line + 1 + lines, 1)


def map_texts(noun: N, change: Callable[[Text], Text]) -> N:
    """The same noun with every `Text` in it replaced by `change(text)`. Nouns without a changed text come back as they are.

    Walks models, mappings and tuples, so a new noun is translatable and countable without new code.
    """
    return _map(noun, change)


def _map(value: Any, change: Callable[[Text], Text]) -> Any:
    if isinstance(value, Text):
        return change(value)
    if isinstance(value, BaseModel):
        given = {name: getattr(value, name) for name in type(value).model_fields}
        made = {name: _map(old, change) for name, old in given.items()}
        changed = {name: new for name, new in made.items() if new is not given[name]}
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, dict):
        made = {key: _map(old, change) for key, old in value.items()}
        return made if any(made[key] is not value[key] for key in value) else value
    if isinstance(value, tuple):
        made = tuple(_map(old, change) for old in value)
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    return value


def texts_of(noun: Any) -> Iterator[Text]:
    """Every text of a noun, in the order of its fields and keys."""
    if isinstance(noun, Text):
        yield noun
    elif isinstance(noun, BaseModel):
        for name in type(noun).model_fields:
            yield from texts_of(getattr(noun, name))
    elif isinstance(noun, dict):
        for value in noun.values():
            yield from texts_of(value)
    elif isinstance(noun, tuple):
        for value in noun:
            yield from texts_of(value)
