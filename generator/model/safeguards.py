"""The do-no-harm requirements for the course itself, and what shows that each is met."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.base import Noun
from generator.model.refs import Name, Ref, RefField


class Safeguard(Noun):
    """One requirement (knowledge base, 5.2). It is shown by one thing or more."""

    asks: str
    """What it asks, in one sentence."""
    pages: tuple[RefField, ...] = ()
    """Pages on which readers see it."""
    tests: tuple[Name, ...] = ()
    """Tests of the program: `tests/test_export.py::test_name`."""
    rules: tuple[Name, ...] = ()
    """Codes of the problems that `highroad check` tells where it is broken."""
    editions: dict[str, dict[str, Name]] = {}
    """Settings of editions by the edition's id: `{community: {storage: none}}`."""
    open: str = ""
    """What of it is not done yet."""

    @property
    def shown(self) -> list[str]:
        """Everything that shows it, as one reads it."""
        settings = [f"{edition}: {key} {value}" for edition, values in self.editions.items() for key, value in values.items()]
        return [*map(str, self.pages), *map(str, self.tests), *map(str, self.rules), *settings]


class Safeguards(Noun):
    """`content/dnh.yaml`."""

    safeguards: dict[str, Safeguard] = {}

    def refs(self) -> Iterator[Ref]:
        """Every page that is named."""
        return (ref for each in self.safeguards.values() for ref in each.pages)

    def files(self) -> set[str]:
        """Every file of tests that is named."""
        return {test.partition("::")[0] for each in self.safeguards.values() for test in each.tests}
