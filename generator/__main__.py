"""The command line: `highroad COMMAND`."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

from generator.commands import COMMANDS
from generator.commands.say import Out
from generator.problems import BuildError, SourceError


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Exit codes: 0 done, 1 problems (told), 2 usage."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = _parser(given)
    options = parser.parse_args(given, argparse.Namespace(project=None, quiet=False, no_color=False, debug=False))
    out = Out(quiet=options.quiet, colour=not options.no_color and sys.stderr.isatty() and "NO_COLOR" not in os.environ)
    try:
        root = _project(options.project)
        done = options.run(options, root, out)
        sys.stdout.flush()
        return done
    except SourceError as error:
        out.problems(error.problems)
    except BuildError as error:
        out.error(str(error))
    except KeyboardInterrupt:
        out.error("stopped")
    except BrokenPipeError:  # whoever reads has seen enough, as in `highroad coverage | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # a bug of ours: the user gets a sentence, and with --debug the traceback
        if options.debug:
            raise
        out.error(f"this is a mistake in High Road itself: {type(error).__name__}: {error}. Run again with --debug to see where.")
    return 1


def _parser(given: list[str]) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--project", metavar="DIR", type=Path, help="the project's folder; without it, the nearest one above that holds mkdocs.yml")
    common.add_argument("--quiet", action="store_true", help="say only what is wrong")
    common.add_argument("--no-color", action="store_true", help="no colours")
    common.add_argument("--debug", action="store_true", help="show tracebacks")
    parser = argparse.ArgumentParser(prog="highroad", parents=[common],
                                     description="Builds training from YAML case stories, the Declaration and the agenda.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        each = commands.add_parser(name, parents=[common], help=summary, description=summary)
        if name in given:
            command = importlib.import_module(f"generator.commands.{name}")
            command.arguments(each)
            each.set_defaults(run=command.run)
    return parser


def _project(given: Path | None) -> Path:
    start = (given or Path.cwd()).resolve()
    for folder in [start] if given else [start, *start.parents]:
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise BuildError(f"there is no mkdocs.yml in {given or 'this folder or above it'}, so this is not a project. Use --project DIR.")


if __name__ == "__main__":
    sys.exit(main())
