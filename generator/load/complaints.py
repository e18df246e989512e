"""What libyaml complains of, in sentences for people who have never heard of it."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from generator.problems import Problem, problem
from generator.source import Where

IN_QUOTES = "Put the text in quotes, or write it in a block that starts with `|`."
_WHOLE = "Put the whole text in quotes, or write it in a block that starts with `|`."


class _Complaint(NamedTuple):
    """A part of what libyaml says, and what we say instead. `{char}` is the character at the place, `{line}` the line of the first place."""

    said: str
    ours: str
    hint: str
    opens: bool = False
    """Whether the place is where the broken thing begins, not where libyaml noticed it."""


_COMPLAINTS = (
    _Complaint("directive", "a line cannot start with `%`", IN_QUOTES, True),
    _Complaint("incompatible YAML document", "a line cannot start with `%`", "Delete the line."),
    _Complaint(" tag", "`!` starts a tag; tags are not used here", "Put the text in quotes if it starts with `!`.", True),
    _Complaint("could not find expected ':'", "this line is neither a key with its value nor part of the text above",
               "Write `key: value` with a space after the colon, or `- ` before an entry of a list; indent a long text below its key.", True),
    _Complaint("did not find expected key", "this line begins in a column that fits none of the lines above",
               "Begin it in the same column as the line it belongs with; all lines of a long text stand in one column."),
    _Complaint("did not find expected '-' indicator", "this line is not an entry of the list above",
               "Begin it with `- `, or in the same column as the key it belongs with."),
    _Complaint("did not find expected ',' or ']'", "a `[` is opened here and never closed",
               "Close it with `]`, or put the text in quotes if it starts with `[`.", True),
    _Complaint("did not find expected ',' or '}'", "a `{` is opened here and never closed",
               "Close it with `}`, or put the text in quotes if it starts with `{`.", True),
    _Complaint("found character that cannot start any token", "a text cannot start with `{char}`", IN_QUOTES),
    _Complaint("did not find expected node content", "a text cannot start with `{char}`", IN_QUOTES),
    _Complaint("did not find expected alphabetic or numeric", "a text cannot start with `{char}`", IN_QUOTES, True),
    _Complaint("mapping keys are not allowed", "a text cannot start with `{char} `", IN_QUOTES),
    _Complaint("block sequence entries are not allowed", "a list cannot start here",
               "Put each entry on a line of its own, with `- ` before it, or write `[one, two]`."),
    _Complaint("did not find expected comment or line break", "nothing may follow a `|` or `>` in its line",
               "Start the text on the next line, indented; put it in quotes if it starts with this character."),
    _Complaint("found unknown escape character", "this backslash means nothing here", "Write it twice, or leave it out."),
    _Complaint("did not find expected <document start>", "more text stands here, after the end of the document",
               "Begin every line with a key, and leave out lines such as `...`."),
    _Complaint("hexdecimal number", "this code stands for no character", "Type the character itself."),
    _Complaint("found invalid Unicode character", "this code stands for no character", "Type the character itself."),
)


def syntax_problem(error: yaml.YAMLError, text: str, path: str, quoted: yaml.ScalarEvent | None) -> Problem:
    """E004: one sentence for the parser's complaint, and what to type instead. What is opened and never closed is reported where it opens, not
    where the file ends. `quoted` is the text in quotes that was read last."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or error)
    if mark is None:
        return problem(Where(path), "E004", f"this is not YAML: {said}", IN_QUOTES)
    lines = [*text.split("\n"), "", ""]
    line = lines[mark.line]
    if "tab character" in said or line[mark.column : mark.column + 1] == "\t":
        return _syntax(path, mark, "a tab stands at the start of this line", "Use spaces, not tabs, at the start of a line.")
    if "found unexpected" in said and context is not None and "quoted" in str(error.context):
        return _syntax(path, context, "a quote is opened here and never closed",
                       "Close the quote, or write the text in a block that starts with `|`.")
    if quoted and quoted.end_mark.line == mark.line and said.startswith("did not find expected"):
        return _after_quote(path, quoted, mark)
    if "mapping values are not allowed" in said:
        return _colon(path, lines, mark)
    if said == "did not find expected key" and line[: mark.column].strip():
        return _syntax(path, mark, "this text cannot stand here", _WHOLE)
    for complaint in _COMPLAINTS:
        if complaint.said in f"{error.context}: {said}":
            place = context if complaint.opens and context is not None else mark
            char = lines[place.line][place.column : place.column + 1]
            return _syntax(path, place, complaint.ours.replace("{char}", char), complaint.hint)
    return _syntax(path, mark, f"this is not YAML: {said}", IN_QUOTES)


def _syntax(path: str, mark: yaml.Mark, message: str, hint: str) -> Problem:
    return problem(Where(path, mark.line + 1, mark.column + 1), "E004", message, hint)


def _after_quote(path: str, quoted: yaml.ScalarEvent, mark: yaml.Mark) -> Problem:
    """More text after a closing quote: an apostrophe that closed the text, or an opening quote that was closed by the next one in the file."""
    if quoted.start_mark.line < quoted.end_mark.line:
        return _syntax(path, quoted.start_mark, f"the quote that is opened here is closed only on line {quoted.end_mark.line + 1}, amid other text",
                       "Close it where the text ends.")
    return _syntax(path, mark, "more text stands after the closing quote",
                   "Write the text in a block that starts with `|`; quotes can stand inside it.")


def _colon(path: str, lines: list[str], mark: yaml.Mark) -> Problem:
    """A colon that makes no key: a second one in its line, or the one of a line that cannot start with a key."""
    line = lines[mark.line]
    if re.search(r":\s", line[: mark.column]):
        return _syntax(path, mark, "a second colon stands in this line", IN_QUOTES)
    above = next((each for each in reversed(lines[: mark.line]) if each.strip()), "")
    column = len(line) - len(line.lstrip())
    place = Where(path, mark.line + 1, column + 1)
    if column > len(above) - len(above.lstrip()):
        return problem(place, "E004", "this line stands further right than the one above", "Begin it in the same column as the key above.")
    return problem(place, "E004", "no key can stand here, because the line above is not finished", "Put a space after the colon of the line above.")
