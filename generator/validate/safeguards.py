"""The do-no-harm requirements: is what shows that they are met really there?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.model.project import Project
from generator.model.refs import Named
from generator.model.settings import Edition
from generator.problems import Problem, did_you_mean, problem


def safeguard_problems(project: Project, codes: Collection[str] | None, tests: Mapping[str, Collection[str]] | None) -> Iterator[Problem]:
    """R008 a test, a rule or a setting of an edition that is not there. Pages are checked with all other references. `codes` are the known codes
    of problems, `tests` the names of tests by their files; None where they are not at hand."""
    for each in project.safeguards.safeguards.values():
        for test in each.tests if tests is not None else ():
            yield from _test(test, tests)
        for code in each.rules:
            if codes is not None and code not in codes:
                yield problem(code.where, "R008", f"there is no problem with the code `{code}`", "docs/problems.md lists them all.")
        for name, settings in each.editions.items():
            for key, value in settings.items():
                yield from _setting(project, name, key, value)


def _test(test: Named, tests: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    path, _, name = test.partition("::")
    if path not in tests:
        yield problem(test.where, "R008", f"there is no file of tests `{path}`", "Write its path and the test: `tests/test_export.py::test_name`.")
    elif name not in tests[path]:
        yield problem(test.where, "R008", f"`{path}` has no test `{name}`", did_you_mean(name, tests[path]))


def _setting(project: Project, name: str, key: str, value: Named) -> Iterator[Problem]:
    edition = project.editions.get(name)
    if edition is None:
        yield problem(value.where, "R008", f"there is no edition `{name}`", did_you_mean(name, project.editions))
    elif key not in Edition.model_fields:
        yield problem(value.where, "R008", f"an edition has no setting `{key}`", did_you_mean(key, Edition.model_fields))
    elif str(getattr(edition, key)).lower() != value:
        yield problem(value.where, "R008", f"in the edition `{name}` the setting `{key}` is `{str(getattr(edition, key)).lower()}`, not `{value}`",
                      f"Mend it in content/editions/{name}.yaml, or say here what shows that the requirement is met.")
