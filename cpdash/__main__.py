"""The command line: python -m cpdash COMMAND."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from cpdash.reading import write_template

DONE, CANNOT_WRITE, WRONG_CALL = 0, 2, 64


@dataclass(frozen=True)
class Command:
    """One command: what it does in a line, its arguments, and what it runs (-> exit code)."""

    help: str
    arguments: Callable[[argparse.ArgumentParser], object]
    run: Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Leaves with 64 on a wrong call, so that a script can tell it from a failure."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_CALL, f"{self.prog}: {message}\n")


def _template(call: argparse.Namespace) -> int:
    """Write the empty workbook, never over a file that is there."""
    path: Path = call.file
    if path.suffix.lower() != ".xlsx":
        print(f"{path}: expected a name that ends in .xlsx.", file=sys.stderr)
        return WRONG_CALL
    if path.exists():
        print(f"{path}: there is a file already. Choose another name.", file=sys.stderr)
        return CANNOT_WRITE
    try:
        write_template(path)
    except OSError as error:
        print(f"{path}: cannot be written ({error.strerror or error}).", file=sys.stderr)
        return CANNOT_WRITE
    print(f"Wrote {path}. The first sheet says how to fill it in.")
    return DONE


COMMANDS = {
    "template": Command(
        "write an empty workbook to fill in",
        lambda parser: parser.add_argument("file", type=Path, help="the workbook to write (.xlsx)"),
        _template,
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; `arguments` are those of the process unless given."""
    parser = _Parser(prog="python -m cpdash", description="The corporate parenting dashboard.")
    choices = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        command.arguments(choices.add_parser(name, help=command.help, description=command.help))
    call = parser.parse_args(arguments)
    return COMMANDS[call.command].run(call)


if __name__ == "__main__":
    sys.exit(main())
