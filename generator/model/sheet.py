"""Printable sheets: worksheets, and the tools as long as they are paper."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Document, Noun
from generator.model.refs import Key, Name, RefField
from generator.model.text import Text


class SheetPart(Noun):
    """What all parts share."""

    type: str
    heading: Text | None = None
    text: Text | None = None
    covers: tuple[Name, ...] = ()
    errata: tuple[Name, ...] = ()


class TextPart(SheetPart):
    """Words to read."""

    type: Literal["text"]
    text: Text


class Entry(Noun):
    """Something to fill in by hand."""

    label: Text
    help: Text | None = None
    options: dict[Key, Text] = {}
    """Boxes to tick. Empty where one writes."""
    lines: Annotated[int, Field(ge=0, le=12)] = 1
    """Empty lines to write on; 0 for a question that is only talked about."""


class FieldsPart(SheetPart):
    """Questions with room for an answer: lines to write on, or boxes to tick."""

    type: Literal["fields"]
    fields: Annotated[dict[Key, Entry], Field(min_length=1)]


class Statement(Noun):
    """Something to agree to, or not."""

    text: Text
    group: Key | None = None
    help: Text | None = None
    """What would be evidence, or what to look at."""


class Term(Noun):
    """A name and what it means."""

    name: Text
    text: Text


class StatementsPart(SheetPart):
    """Statements, each with the same answers to tick."""

    type: Literal["statements"]
    answers: Annotated[dict[Key, Text], Field(min_length=1)]
    groups: dict[Key, Term] = {}
    items: Annotated[dict[Key, Statement], Field(min_length=1)]


class ScalePart(SheetPart):
    """A ruler with four marks, from the least to the most, each with a sentence to hold on to."""

    type: Literal["scale"]
    levels: Annotated[dict[Literal["1", "2", "3", "4"], Term], Field(min_length=4)]


class TermsPart(SheetPart):
    """Names and what they mean: outcomes, rules, things to watch for."""

    type: Literal["terms"]
    items: Annotated[dict[Key, Term], Field(min_length=1)]


class Column(Noun):
    """A column of a table."""

    name: Text
    help: Text | None = None
    share: Annotated[int, Field(ge=1, le=6)] = 1
    """Its part of the width, beside the other columns'."""


class Row(Noun):
    """A row that is filled in, wholly or half."""

    name: Text | None = None
    """The row's heading. All rows of a table have one, or none has."""
    cells: dict[Key, Text] = {}
    """By the column's key; what is not there is left free to write in."""


class TablePart(SheetPart):
    """A table: filled rows first, then empty ones."""

    type: Literal["table"]
    columns: Annotated[dict[Key, Column], Field(min_length=2, max_length=8)]
    rows: dict[Key, Row] = {}
    blank: Annotated[int, Field(ge=0, le=31)] = 0
    """How many empty rows follow."""


class DrawingPart(SheetPart):
    """An empty field to draw or to place things in, with or without axes."""

    type: Literal["drawing"]
    height: Annotated[int, Field(ge=30, le=230)]
    """In millimetres on paper."""
    across: tuple[Text, ...] = ()
    """Two words at the ends of the lower edge, from the start of the line to its end. Or none."""
    up: tuple[Text, ...] = ()
    """Two words at the ends of the side edge, from below to above. Or none."""


class CardsPart(SheetPart):
    """Cards to cut out, one for each article of the Declaration and its preamble."""

    type: Literal["cards"]


class QuestionsPart(SheetPart):
    """Questions of the course on paper, with the key and its reasons behind them."""

    type: Literal["questions"]
    questions: Annotated[tuple[Name, ...], Field(min_length=1)]


class UsePart(SheetPart):
    """A part of another sheet, shown here: `tool:due-diligence#scale`."""

    type: Literal["use"]
    use: RefField


AnyPart = Annotated[
    TextPart | FieldsPart | StatementsPart | ScalePart | TermsPart | TablePart | DrawingPart | CardsPart | QuestionsPart | UsePart,
    Field(discriminator="type")]


class Sheet(Document):
    """`content/worksheets/<id>.yaml` and `content/tools/<id>.yaml`: a paper to work on."""

    number: Annotated[str, Field(pattern=r"^[TW][1-9][0-9]?$")]
    """W1 to W16, T1 to T6: the name that people say (knowledge base, 3.3)."""
    title: Text
    summary: Text
    tracks: tuple[Name, ...] = ()
    """The tracks that it is for; empty for all."""
    minutes: Annotated[int, Field(ge=1, le=480)] | None = None
    landscape: bool = False
    """Whether the paper lies across."""
    intro: Text | None = None
    """How to use it."""
    parts: Annotated[dict[Key, AnyPart], Field(min_length=1)]
    after: Text | None = None
    """What to do with the paper afterwards."""
    covers: tuple[Name, ...] = ()
    errata: tuple[Name, ...] = ()
