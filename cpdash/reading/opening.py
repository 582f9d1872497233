"""A file -> its sheets as grids of cells. Checks that it is safe to open before it is opened."""

import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO, Final

import pandas as pd
from openpyxl import load_workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from cpdash.reading.faults import Report

MEGABYTE: Final = 1024 * 1024
MOST_BYTES: Final = 10 * MEGABYTE
MOST_INFLATED: Final = 64 * MEGABYTE
MOST_RATIO: Final = 200
"""A part that shrinks further than this is no table: real ones reach about 13."""
LAST_ROW: Final = 100_000
LAST_COLUMN: Final = 256

OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


class Uncalculated:
    """Stands in a cell whose formula was saved without its result."""

    def __str__(self) -> str:
        return "a formula without its result"


UNCALCULATED: Final = Uncalculated()


@dataclass(frozen=True)
class Sheet:
    """One sheet: `grid` holds its cells as Python objects, None where empty. Rows without any
    value are not in it; its index is the sheet's own row numbers, its columns count from 1."""

    name: str
    grid: pd.DataFrame


def sheets(file: Path | BinaryIO, report: Report) -> list[Sheet]:
    """The sheets of a workbook; none, and one fatal problem, when it cannot be read."""
    data = _bytes(file, report)
    if data is None or not _safe(data, report):
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


def _bytes(file: Path | BinaryIO, report: Report) -> bytes | None:
    """What the file holds, read no further than one byte past what is allowed."""
    try:
        if isinstance(file, Path):
            with file.open("rb") as stream:
                return stream.read(MOST_BYTES + 1)
        file.seek(0)
        return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        report.add("file-missing", "", "", "found no such file")
    except OSError as error:
        report.add("file-locked", "", "", f"found it closed to us ({error.strerror or error})")
    return None


def _safe(data: bytes, report: Report) -> bool:
    """Whether the bytes are those of a workbook that can be opened without harm."""
    code, found = "", ""
    if not data:
        code, found = "file-empty", "found an empty file"
    elif len(data) > MOST_BYTES:
        code, found = "file-too-large", "found more than 10 MB"
    elif data.startswith(OLD_OFFICE) and ENCRYPTED in data:
        code, found = "file-password", "found a workbook that asks for a password"
    elif data.startswith(OLD_OFFICE):
        code, found = "file-old-excel", "found a file of Excel 97-2003 (.xls) or another old format"
    elif not data.startswith(b"PK"):
        code, found = "file-not-excel", f"found {_what(data)}"
    else:
        code, found = _archive_fault(data)
    if code:
        report.add(code, "", "", found)
    return not code


def _what(data: bytes) -> str:
    """What a file that is no workbook seems to be."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"%pdf"):
        return "a PDF"
    if start.startswith((b"<!doctype", b"<html", b"<table")):
        return "a web page"
    if b"\x00" not in data[:2000]:
        return "a text file, such as CSV"
    return "a file of another kind"


def _archive_fault(data: bytes) -> tuple[str, str]:
    """The fault of the archive that a workbook is, from its directory alone; ("", "") if none."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "file-damaged", "found a workbook that breaks off"
    inflated = sum(part.file_size for part in parts)
    if inflated > MOST_INFLATED:
        return "file-inflates", f"found {inflated // MEGABYTE:,} MB packed into it"
    for part in parts:
        if part.file_size > MEGABYTE and part.file_size > MOST_RATIO * part.compress_size:
            return (
                "file-inflates",
                f"found {part.file_size // MEGABYTE:,} MB packed into almost none",
            )
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        return "file-not-excel", "found an archive (.zip) that is no such workbook"
    return "", ""


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
