"""One file per command: `arguments` adds its options, `run` does it and returns the exit code.

Only the command that was asked for is imported, so that a build with nothing to do ends at once.
"""

from types import MappingProxyType

COMMANDS: MappingProxyType[str, str] = MappingProxyType({
    "check": "tell every problem in the sources",
    "build": "build the website",
    "serve": "show the site on this machine, and build it again whenever a source changes",
    "export": "write packages for places without network",
    "explain": "say what the code of a problem means",
    "coverage": "tell what of the source paper is covered",
    "readability": "tell how plain the texts are, page by page",
    "translate": "work with translations",
    "rights": "tell in which languages the Declaration is there, and what each text lacks",
    "schema": "write JSON Schemas, with which an editor completes and checks the YAML files",
})
"""Commands and what each does in one line. A command is the module of the same name in this folder."""
