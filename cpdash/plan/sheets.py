"""A plan workbook -> rows of values, each with the place it came from."""

import difflib
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from cpdash import workbooks
from cpdash.plan.columns import Column
from cpdash.plan.faults import Misread, Report, quoted
from cpdash.workbooks import UNCALCULATED

HEADINGS_WITHIN: Final = 15  # rows in which headings are looked for, below title and notes
LIKE: Final = 0.8  # how close a strange heading is to a known one before it is a slip


@dataclass
class Row:
    """What a row says. `values` has the fields that are filled; `misread` those that a problem
    was already reported for."""

    sheet: str
    number: int
    letters: dict[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    misread: set[str] = field(default_factory=set)

    def cell(self, name: str) -> str:
        """Where the field stands: D7. Without such a column, the row's first cell."""
        return f"{self.letters.get(name, 'A')}{self.number}"

    def has(self, name: str) -> bool:
        """Whether the field is filled, rightly or not."""
        return name in self.values or name in self.misread


Book = dict[str, list[list[tuple[Any, str]]]]
"""Sheet -> rows -> cells as (value, number format)."""


def opened(path: Path, report: Report) -> Book | None:
    """The workbook, or None and one problem."""
    data = workbooks.contents(path)
    if isinstance(data, workbooks.Refused):
        reason = data.reason if data.reason in ("missing", "locked") else "not-excel"
        report.add(f"plan-file-{reason}", "", "", data.found)
        return None
    with warnings.catch_warnings():
        # openpyxl warns of styles and validations that it does not keep; no word is in them.
        warnings.simplefilter("ignore")
        try:
            return _cells(data)
        except Exception as error:
            # Whatever a broken workbook makes the parser trip over is a fault of the workbook.
            found = f"found a workbook that breaks off ({type(error).__name__})"
            report.add("plan-file-not-excel", "", "", found)
            return None


def _cells(data: bytes) -> Book:
    results = load_workbook(BytesIO(data), data_only=True)
    formulas = load_workbook(BytesIO(data))
    book: Book = {}
    for sheet in results.worksheets:
        raw = formulas[sheet.title]
        book[sheet.title] = [
            [
                (
                    UNCALCULATED
                    if cell.value is None and raw[cell.coordinate].data_type == "f"
                    else cell.value,
                    "error" if cell.data_type == "e" else str(cell.number_format),
                )
                for cell in row
            ]
            for row in sheet.iter_rows()
        ]
    return book


def rows(book: Book, name: str, columns: Sequence[Column], report: Report) -> list[Row]:
    """The filled rows of a sheet; what cannot be read is reported and left out of the row."""
    sheet = next((title for title in book if _plain(title) == _plain(name)), None)
    if sheet is None:
        found = f"found only {', '.join(book)}"
        report.add("plan-sheet-missing", name, "", found, wanted=name)
        return []
    grid = book[sheet]
    known = {column.heading: column for column in columns}
    at = _heading_row(grid, known)
    placed = _placed(sheet, at, grid[at - 1] if grid else [], known, report)
    letters = {column.field: get_column_letter(index + 1) for index, column in placed.items()}
    return [
        _row(Row(sheet, number, letters), cells, placed, report)
        for number, cells in enumerate(grid[at:], start=at + 1)
        if any(_filled(cells[index][0]) for index in placed if index < len(cells))
    ]


def _heading_row(grid: list[list[tuple[Any, str]]], known: dict[str, Column]) -> int:
    """The number of the row that has most of the headings; the upper one of two."""
    scores = [sum(_plain(value) in known for value, _ in row) for row in grid[:HEADINGS_WITHIN]]
    return scores.index(max(scores)) + 1 if scores else 1


def _placed(
    sheet: str,
    at: int,
    headings: list[tuple[Any, str]],
    known: dict[str, Column],
    report: Report,
) -> dict[int, Column]:
    """Which column stands where. A strange heading is a note of the manager's own, unless it
    looks like one that is missing."""
    said = {index: _plain(value) for index, (value, _) in enumerate(headings) if _filled(value)}
    missing = [heading for heading in known if heading not in said.values()]
    placed: dict[int, Column] = {}
    for index, heading in said.items():
        cell = f"{get_column_letter(index + 1)}{at}"
        column = known.get(heading)
        if column is not None and column in placed.values():
            report.add("plan-heading-twice", sheet, cell, quoted(heading))
        elif column is not None:
            placed[index] = column
        elif like := difflib.get_close_matches(heading, missing, n=1, cutoff=LIKE):
            report.add("plan-heading-unknown", sheet, cell, quoted(heading), wanted=like[0])
            missing.remove(like[0])
    for heading in missing:
        if known[heading].required:
            found = "found no such heading"
            report.add("plan-heading-missing", sheet, f"A{at}", found, wanted=heading)
    return placed


def _row(row: Row, cells: list[tuple[Any, str]], placed: dict[int, Column], report: Report) -> Row:
    for index, column in placed.items():
        value, number_format = cells[index] if index < len(cells) else (None, "")
        place = (row.sheet, row.cell(column.field))
        if not _filled(value):
            if column.required:
                row.misread.add(column.field)
                wanted = f'something under "{column.heading}"'
                report.add("plan-value-missing", *place, "found nothing", wanted=wanted)
            continue
        try:
            if value is UNCALCULATED or number_format == "error":
                raise Misread("plan-error-cell")
            row.values[column.field] = column.read(value, number_format)
        except Misread as misread:
            row.misread.add(column.field)
            report.add(misread.code, *place, quoted(value), **misread.words)
    return row


def _filled(value: object) -> bool:
    return value is not None and str(value).strip() != ""


def _plain(value: object) -> str:
    return " ".join(str(value).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split()).casefold()
