"""One sheet of a file as cells, and what can stand in a cell."""

from dataclasses import dataclass
from typing import Final, NamedTuple


class Uncalculated:
    """Stands in a cell whose formula was saved without its result."""

    def __str__(self) -> str:
        return "a formula without its result"


UNCALCULATED: Final = Uncalculated()


class ErrorCell(NamedTuple):
    """Stands in a cell that holds an error of the spreadsheet: `#N/A`."""

    text: str

    def __str__(self) -> str:
        return self.text


class Span(NamedTuple):
    """Merged cells, counted from 1, all four included. What they say stands in the first."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """`rows[0]` is row 1 of the sheet, and `rows[0][0]` its cell A1: None where nothing stands,
    else a str, int, float, bool, date, datetime, time, ErrorCell or UNCALCULATED. Rows may be of
    different lengths, and end at their last value."""

    name: str
    rows: tuple[tuple[object, ...], ...]
    merged: tuple[Span, ...] = ()
    hidden: bool = False

    def at(self, row: int, column: int) -> object:
        """What stands in a cell, both counted from 1; None outside the sheet."""
        if not 1 <= row <= len(self.rows):
            return None
        cells = self.rows[row - 1]
        return cells[column - 1] if 1 <= column <= len(cells) else None


def letters(column: int) -> str:
    """The letters of a column counted from 1: 28 is AB."""
    name = ""
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def address(row: int, column: int) -> str:
    """The address of a cell, both counted from 1: row 7 of column 2 is B7."""
    return f"{letters(column)}{row}"
