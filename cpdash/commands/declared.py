"""Every command: what it does in a line, its arguments, and what it runs."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from cpdash.commands import arguments


@dataclass(frozen=True)
class Command:
    """One command. `runs` is `module.function` of this package: it takes the arguments and gives
    the exit code. It is imported when it is called, because data frames and databases take longer
    to load than most files to read."""

    help: str
    arguments: Callable[[ArgumentParser], None]
    runs: str

    def function(self) -> Callable[[Namespace], int]:
        """What it runs."""
        module, _, name = self.runs.partition(".")
        return getattr(import_module(f"cpdash.commands.{module}"), name)


COMMANDS: Final = {
    "read": Command(
        "print the figures of workbooks as they were sent", arguments.of_reading, "reading.read"
    ),
    "import": Command(
        "say what workbooks would change, and store them with --accept",
        arguments.of_import,
        "importing.run",
    ),
    "editions": Command(
        "list every workbook that was ever stored", arguments.of_history, "history.editions"
    ),
    "withdraw": Command(
        "hold the figures of an edition no longer", arguments.of_edition, "history.withdraw"
    ),
    "restore": Command(
        "hold an edition again that was withdrawn", arguments.of_edition, "history.restore"
    ),
    "export": Command(
        "print the newest figures, those of an earlier day or those of one edition",
        arguments.of_export,
        "exporting.run",
    ),
    "journal": Command(
        "list everything that was ever done with the store",
        arguments.of_history,
        "history.journal",
    ),
    "backup": Command("copy the store to a new file", arguments.of_backup, "keeping.backup"),
    "verify": Command(
        "look whether the store is as it was written", arguments.none, "keeping.verify"
    ),
    "template": Command(
        "write an empty workbook to fill in", arguments.of_template, "reading.template"
    ),
    "indicators": Command(
        "print every indicator with its definition and how it is computed",
        arguments.of_indicators,
        "reading.indicators",
    ),
}
