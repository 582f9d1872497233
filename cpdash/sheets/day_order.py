"""Dates such as 3/4/2020 in a workbook that puts the month first, somewhere or everywhere.

A date of which the order of day and month is clear tells how the others are to be read. Where it
is not this country's order, or where some dates were understood by the spreadsheet and some were
not, no date with a day up to 12 can be told.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from cpdash.sheets.faults import Report
from cpdash.sheets.figure import RawFigure
from cpdash.sheets.sheet import Sheet, address

LAST_MONTH: Final = 12
_MONTH: Final = r"(?:0?[1-9]|1[0-2])"
_DAY: Final = r"(?:1[3-9]|2\d|3[01])"
_YEAR: Final = r"(?:(?:19|20)\d\d|\d\d)"
_MONTH_FIRST: Final = rf"(?a)(?<![\d./-]){_MONTH}([./-]){_DAY}\1{_YEAR}(?![\d./-])"
_DAY_FIRST: Final = rf"(?a)\s*{_DAY}([./-]){_MONTH}\1{_YEAR}\s*"


def without_doubtful_days(
    figures: Sequence[RawFigure], sheets: Iterable[Sheet], report: Report
) -> list[RawFigure]:
    """Figures less those whose day may be their month, which are reported once a sheet."""
    doubtful: dict[str, list[RawFigure]] = defaultdict(list)
    for figure in figures:
        if figure.census_date.month != figure.census_date.day <= LAST_MONTH:
            doubtful[figure.sheet].append(figure)
    left_out: set[tuple[str, str]] = set()
    for sheet in sheets if doubtful else ():
        here = doubtful.get(sheet.name, [])
        if here and (found := _month_first(sheet) or _half_understood(sheet)):
            text, cell = found
            days = "a number" if len(here) == 1 else f"{len(here):,} numbers"
            words = f"found {days} of a day such as {here[0].census_date:%d/%m/%Y}"
            report.add("date-order", sheet.name, here[0].cell, words, text=text, other=cell)
            left_out.update((figure.sheet, figure.cell) for figure in here)
    return [figure for figure in figures if (figure.sheet, figure.cell) not in left_out]


def _month_first(sheet: Sheet) -> tuple[str, str] | None:
    """A date that can only have its month in front, and its cell."""
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row, 1):
            if isinstance(cell, str) and (match := re.search(_MONTH_FIRST, cell)):
                return match[0], address(number, column)
    return None


def _half_understood(sheet: Sheet) -> tuple[str, str] | None:
    """A date that stayed text, and its cell, where every date that the spreadsheet understood has
    a day up to 12: it was told to look for the month first."""
    days = {cell.day for row in sheet.rows for cell in row if isinstance(cell, date)}
    if not days or max(days) > LAST_MONTH:
        return None
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row, 1):
            if isinstance(cell, str) and re.fullmatch(_DAY_FIRST, cell):
                return cell.strip(), address(number, column)
    return None
