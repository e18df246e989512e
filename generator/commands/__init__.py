"""One file per command: its first docstring line is its help, `arguments` adds its options, `run` does it and returns the exit code."""

from types import MappingProxyType, ModuleType

from generator.commands import build, check, coverage, explain, schema, translate

COMMANDS: MappingProxyType[str, ModuleType] = MappingProxyType({
    "check": check, "build": build, "explain": explain, "coverage": coverage, "translate": translate, "schema": schema,
})
