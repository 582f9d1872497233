"""A file -> its sheets as grids of cells."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO, Final

import pandas as pd
from openpyxl import load_workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from cpdash import workbooks
from cpdash.reading.faults import Report
from cpdash.workbooks import UNCALCULATED

LAST_ROW: Final = 100_000
LAST_COLUMN: Final = 256


@dataclass(frozen=True)
class Sheet:
    """One sheet: `grid` holds its cells as Python objects, None where empty. Rows without any
    value are not in it; its index is the sheet's own row numbers, its columns count from 1."""

    name: str
    grid: pd.DataFrame


def sheets(file: Path | BinaryIO, report: Report) -> list[Sheet]:
    """The sheets of a workbook; none, and one fatal problem, when it cannot be read."""
    data = workbooks.contents(file)
    if isinstance(data, workbooks.Refused):
        report.add(f"file-{data.reason}", "", "", data.found)
        return []
    with warnings.catch_warnings():
        # openpyxl warns of styles and validations that it does not keep; no figure is in them.
        warnings.simplefilter("ignore")
        try:
            return _read(data, report)
        except Exception as error:
            # Whatever a broken workbook makes the parser trip over is a fault of the workbook.
            report.add("file-damaged", "", "", f"found a workbook that breaks off ({_kind(error)})")
            return []


def _kind(error: Exception) -> str:
    return type(error).__name__


def _read(data: bytes, report: Report) -> list[Sheet]:
    """All sheets. Results of formulas are read in a second pass, and only where there are any."""
    found = [(name, list(rows)) for name, rows in _rows(data, report, results=False)]
    if not any(_is_formula(value) for _, rows in found for _, row in rows for value in row):
        return [_sheet(name, rows) for name, rows in found]
    results = {name: dict(rows) for name, rows in _rows(data, Report(report.file), results=True)}
    return [
        _sheet(name, [(at, _resolved(row, results[name].get(at, ()))) for at, row in rows])
        for name, rows in found
    ]


Row = tuple[object, ...]


def _rows(
    data: bytes, report: Report, results: bool
) -> Iterator[tuple[str, Iterator[tuple[int, Row]]]]:
    """Each sheet with its rows that hold a value, numbered as in the sheet."""
    book = load_workbook(BytesIO(data), read_only=True, data_only=results)
    for sheet in book.worksheets:
        # The declared size may be wrong, or made up to fill the memory.
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_col=LAST_COLUMN, values_only=True)
        yield sheet.title, _filled(sheet.title, rows, report)


def _filled(title: str, rows: Iterator[Row], report: Report) -> Iterator[tuple[int, Row]]:
    empty: Row = ()
    for number, row in enumerate(rows, start=1):
        # One stray cell at the bottom of a sheet brings a million times the same empty row.
        if row is empty:
            continue
        if row.count(None) == len(row):
            empty = row
            continue
        if number > LAST_ROW:
            found = "found cells below the last row that is read"
            report.add("sheet-too-long", title, f"A{number}", found, last=f"{LAST_ROW:,}")
            return
        width = len(row)
        while row[width - 1] is None:
            width -= 1
        yield number, row[:width]


def _is_formula(value: object) -> bool:
    if isinstance(value, str):
        return value.startswith("=")
    return isinstance(value, ArrayFormula | DataTableFormula)


def _resolved(row: Row, results: Row) -> Row:
    """A row with each formula replaced by its result, or by UNCALCULATED where none was saved."""
    return tuple(
        (UNCALCULATED if result is None else result) if _is_formula(value) else value
        for value, result in zip_longest(row, results[: len(row)])
    )


def _sheet(name: str, rows: list[tuple[int, Row]]) -> Sheet:
    width = max((len(row) for _, row in rows), default=0)
    cells = [row + (None,) * (width - len(row)) for _, row in rows]
    grid = pd.DataFrame(
        cells,
        index=[number for number, _ in rows],
        columns=range(1, width + 1),
        dtype=object,
    )
    return Sheet(name, grid)
