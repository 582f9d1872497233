"""The command line: python -m cpdash COMMAND."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from cpdash.commands.declared import COMMANDS
from cpdash.commands.terminal import WRONG_CALL, visible


class _Parser(argparse.ArgumentParser):
    """Leaves with 64 on a wrong call, so that a script can tell it from a failure."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_CALL, f"{self.prog}: {visible(message)}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; `arguments` are those of the process unless given."""
    parser = _Parser(prog="python -m cpdash", description="The corporate parenting dashboard.")
    choices = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        command.arguments(choices.add_parser(name, help=command.help, description=command.help))
    call = parser.parse_args(arguments)
    return COMMANDS[call.command].function()(call)


if __name__ == "__main__":
    sys.exit(main())
