"""The command line: python -m cpdash COMMAND."""

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from cpdash import areas
from cpdash.indicators import INDICATORS
from cpdash.sheets.listing import as_csv, as_json, listed
from cpdash.sheets.process.asking import ask_each

DONE, CANNOT_WRITE, CANNOT_OPEN, DECLINED, WRONG_CALL = 0, 2, 2, 3, 64


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
    from cpdash.reading.template import write_template

    try:
        write_template(path)
    except OSError as error:
        print(f"{path}: cannot be written ({error.strerror or error}).", file=sys.stderr)
        return CANNOT_WRITE
    print(f"Wrote {path}. The first sheet says how to fill it in.")
    return DONE


def _indicators(call: argparse.Namespace) -> int:
    """Print the list of indicators, or write it to a file."""
    from cpdash.indicator_list import as_markdown

    path: Path | None = call.write
    if path is None:
        print(as_markdown(), end="")
        return DONE
    try:
        path.write_text(as_markdown(), encoding="utf-8")
    except OSError as error:
        print(f"{path}: cannot be written ({error.strerror or error}).", file=sys.stderr)
        return CANNOT_WRITE
    print(f"Wrote {path}: {len(INDICATORS)} indicators.")
    return DONE


def _read(call: argparse.Namespace) -> int:
    """Print the figures of files, and what was wrong with them."""
    # The process ends when it has printed: looking for what could be freed costs more.
    gc.disable()
    answers = [one.answer() for one in ask_each(call.files, when=call.date, area=call.area or "")]
    problems = [problem for answer in answers for problem in answer.report.all()]
    figures = [figure for answer in answers for figure in listed(answer.figures, call.all)]
    print((as_json if call.format == "json" else as_csv)(figures), end="")
    for problem in problems:
        print(problem.line(), file=sys.stderr)
    tables = sum(1 for answer in answers for table in answer.tables if table.figures)
    left = sum(len(answer.tables) for answer in answers) - tables
    print(
        f"Read {_counted(len(figures), 'figure')} from {_counted(tables, 'table')};"
        f" left {_counted(left, 'table')} alone.",
        file=sys.stderr,
    )
    if figures:
        return DONE
    return (
        CANNOT_OPEN
        if any(p.code.startswith("file-") and p.severity == "fatal" for p in problems)
        else DECLINED
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _day(text: str) -> date:
    """A day as the command line takes it: 2018-07-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day such as 2018-07-31") from None


def _area(text: str) -> str:
    area = areas.find(text)
    if area is None:
        near = areas.nearest(text)
        hint = f": did you mean {near.name}?" if near else ""
        raise argparse.ArgumentTypeError(f"'{text}' is no council or country{hint}")
    return area.code


def _read_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="what to read")
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help="csv unless given")
    parser.add_argument(
        "--all", action="store_true", help="also the percentages and rates that are printed"
    )
    parser.add_argument(
        "--date", type=_day, metavar="DAY", help="day of the census, for tables that do not say it"
    )
    parser.add_argument(
        "--area", type=_area, metavar="NAME", help="council or country, for tables that do not say"
    )


COMMANDS = {
    "read": Command("print the figures of workbooks as they were sent", _read_arguments, _read),
    "template": Command(
        "write an empty workbook to fill in",
        lambda parser: parser.add_argument("file", type=Path, help="the workbook to write (.xlsx)"),
        _template,
    ),
    "indicators": Command(
        "print every indicator with its definition and how it is computed",
        lambda parser: parser.add_argument(
            "--write", type=Path, metavar="FILE", help="write it to a file instead"
        ),
        _indicators,
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
