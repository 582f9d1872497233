"""The command line: python -m cpdash COMMAND."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from cpdash.indicators import BREAKS, COUNTRY_NOTES, INDICATORS, Break, Indicator
from cpdash.reading import write_template
from cpdash.vocabulary import COLLECTIONS
from cpdash.wording import day, lower_first

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


WRITTEN_BY = (
    "Written by `python -m cpdash indicators --write FILE`: change the declarations, not this."
)
GOOD_WAY = {1: "higher is better", 0: "neither way is better", -1: "lower is better"}
COUNTED_IN = {"count": "people", "percent": "per cent"}


def _indicators(call: argparse.Namespace) -> int:
    """Print the list of indicators, or write it to a file."""
    path: Path | None = call.write
    if path is None:
        print(indicator_list(), end="")
        return DONE
    try:
        path.write_text(indicator_list(), encoding="utf-8")
    except OSError as error:
        print(f"{path}: cannot be written ({error.strerror or error}).", file=sys.stderr)
        return CANNOT_WRITE
    print(f"Wrote {path}: {len(INDICATORS)} indicators.")
    return DONE


def indicator_list() -> str:
    """Every indicator and every known break as Markdown, in the order of their declarations."""
    parts = [
        "# Indicators and breaks",
        WRITTEN_BY,
        "## Indicators",
        "Each figure on a page is one of these at one census. A share is computed from its two "
        "counts, never from a printed percentage, and rounded once.",
        *(_indicator(indicator) for indicator in INDICATORS.values()),
        "## Breaks",
        "Figures before and from these days are not like for like, and a change across one of "
        "them is not given. A workbook can mark further breaks with `b`.",
        "| From | Drawn at | Figures | Areas | What changed |\n|---|---|---|---|---|\n"
        + "\n".join(_break(known) for known in BREAKS),
        "## Notes on a country",
        "\n".join(f"- Codes from {code}: {note}" for code, note in COUNTRY_NOTES.items()),
    ]
    return "\n\n".join(parts) + "\n"


def _indicator(indicator: Indicator) -> str:
    how = f"{_sum(indicator.parts)} of `{indicator.measure}`"
    if indicator.base is not None:
        measure, parts = indicator.base
        how += f", as a share of {_sum(parts)} of `{measure}`"
    about = f"{COUNTED_IN[indicator.unit]}; {GOOD_WAY[indicator.polarity]}"
    said = [f"- Computed: {how}.", *(f"- {caveat}" for caveat in indicator.caveats)]
    return "\n".join(
        (
            f"### {indicator.id}",
            f"\n**{indicator.title}** ({about}). {indicator.definition}\n",
            *said,
        )
    )


def _sum(parts: Sequence[str]) -> str:
    """`at_home` + `kinship`; a part that starts with `-` is taken off."""
    signed = (f" - `{part[1:]}`" if part.startswith("-") else f" + `{part}`" for part in parts)
    return "".join(signed).removeprefix(" + ")


def _break(known: Break) -> str:
    kept_by = ", ".join(lower_first(COLLECTIONS[name]) for name in known.collections)
    which = ": " + ", ".join(f"`{name}`" for name in known.categories) if known.categories else ""
    areas = ", ".join(f"codes from {code}" for code in known.areas)
    drawn = day(known.drawn or known.start)
    cells = (
        day(known.start),
        drawn,
        f"`{known.group}`{which} ({kept_by})",
        areas,
        f"{known.note}.",
    )
    return f"| {' | '.join(cells)} |"


COMMANDS = {
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
