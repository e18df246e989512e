"""The types of questions. To add one: a file here, a line below, a component `question-<type>`, a section in docs/content-format.md."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.questions.classify import Classify
from generator.model.questions.decision import Decision
from generator.model.questions.fill_in import FillIn
from generator.model.questions.match import Match
from generator.model.questions.multiple import Multiple
from generator.model.questions.number import Number
from generator.model.questions.order import Order
from generator.model.questions.reflection import Reflection
from generator.model.questions.single import Single
from generator.model.questions.true_false import TrueFalse

Question = Annotated[
    Single | Multiple | TrueFalse | Match | Order | Classify | Number | FillIn | Decision | Reflection,
    Field(discriminator="type"),
]
"""One self-check question of any type."""
