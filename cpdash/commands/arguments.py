"""What stands behind a command: its files and options, and what is wrong with them."""

import argparse
from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from cpdash import areas

MOST = 2**31 - 1
"""The largest number of an edition that a database takes."""


def day(text: str) -> date:
    """A day as the command line takes it: 2018-07-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day such as 2018-07-31") from None


def past_day(text: str) -> date:
    """A day that is not to come."""
    when = day(text)
    if when > date.today():
        raise argparse.ArgumentTypeError(f"'{text}' is a day to come")
    return when


def area(text: str) -> str:
    """The code of a council or country, by its name."""
    found = areas.find(text)
    if found is None:
        near = areas.nearest(text)
        hint = f": did you mean {near.name}?" if near else ""
        raise argparse.ArgumentTypeError(f"'{text}' is no council or country{hint}")
    return found.code


def edition(text: str) -> int:
    """The number of an edition."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= MOST):
        raise argparse.ArgumentTypeError(f"'{text}' is no number of an edition")
    return int(text)


def name(text: str) -> str:
    """What somebody is called: not nothing."""
    if not text.strip():
        raise argparse.ArgumentTypeError("an empty text is no name")
    return text


def of_read(parser: ArgumentParser) -> None:
    """What is read, and what is told of tables that do not say it."""
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="what to read")
    parser.add_argument(
        "--date", type=day, metavar="DAY", help="day of the census, for tables that do not say it"
    )
    parser.add_argument(
        "--area", type=area, metavar="NAME", help="council or country, for tables that do not say"
    )


def of_list(parser: ArgumentParser) -> None:
    """How figures are listed."""
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help="csv unless given")


def of_history(parser: ArgumentParser) -> None:
    """How a list for people is printed."""
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text")


def of_reading(parser: ArgumentParser) -> None:
    """Of `read`."""
    of_read(parser)
    of_list(parser)
    parser.add_argument(
        "--all", action="store_true", help="also the percentages and rates that are printed"
    )


def of_act(parser: ArgumentParser) -> None:
    """Who does something, and why."""
    parser.add_argument("--note", default="", metavar="TEXT", help="a remark, kept in the journal")
    parser.add_argument("--who", type=name, metavar="NAME", help="your login name unless given")


def of_import(parser: ArgumentParser) -> None:
    """Of `import`."""
    of_read(parser)
    of_act(parser)
    parser.add_argument("--accept", action="store_true", help="store it: all files, or none")
    parser.add_argument("--publisher", default="", metavar="TEXT", help="who published the files")
    parser.add_argument(
        "--published", type=past_day, metavar="DAY", help="when, for sources that do not say it"
    )


def of_edition(parser: ArgumentParser) -> None:
    """Of `withdraw` and `restore`."""
    parser.add_argument("edition", type=edition, metavar="ID", help="its number, as editions says")
    of_act(parser)


def of_export(parser: ArgumentParser) -> None:
    """Of `export`."""
    parser.add_argument(
        "--as-at", type=day, metavar="DAY", help="as they stood at the end of that day (UTC)"
    )
    parser.add_argument("--edition", type=edition, metavar="ID", help="only those of one edition")
    of_list(parser)


def of_indicators(parser: ArgumentParser) -> None:
    """Of `indicators`."""
    parser.add_argument("--write", type=Path, metavar="FILE", help="write it to a file instead")


def of_template(parser: ArgumentParser) -> None:
    """Of `template`."""
    parser.add_argument("file", type=Path, help="the workbook to write (.xlsx)")


def of_backup(parser: ArgumentParser) -> None:
    """Of `backup`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to write, a new one")


def none(_parser: ArgumentParser) -> None:
    """Nothing stands behind the command."""
