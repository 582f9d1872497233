"""The bytes of a file -> its sheets, or why it is not opened.

Nothing in a file is run, followed or worked out: a cell is what was saved in it. Of an .xls
workbook, cells with an error and formulas without a result cannot be told from blank ones, since
the library that reads it gives the same for all three; they are left out, and the file carries a
note that says so.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from io import BytesIO
from math import isfinite
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from cpdash.sheets.files import csv_text, gate, kinds, limits, unseen
from cpdash.sheets.files.gate import Gated
from cpdash.sheets.files.grid import Grid
from cpdash.sheets.files.refused import Note, Refusal, Refused
from cpdash.sheets.sheet import Sheet, Span

__all__ = ["Note", "Opened", "Refused", "open_file"]

OLD_ERRORS: Final = Note(
    "file-old-excel", "found a workbook of Excel 97-2003 (.xls), in which errors look like blanks"
)
MIDNIGHT: Final = time()


@dataclass(frozen=True)
class Opened:
    """What a file holds. `notes` are warnings about it; `unseen` looks for the `texts`."""

    sheets: tuple[Sheet, ...]
    notes: tuple[Note, ...] = ()
    unseen: Callable[[], tuple[str, ...]] = tuple

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in the file that no sheet shows, bounded in number and length. Raises a
        Refusal where that is no text of a harmless file."""
        return self.unseen()


def open_file(name: str, data: bytes) -> Opened | Refused:
    """The sheets of a file of any kind that is read, whatever its name says it is."""
    try:
        kind = kinds.of_bytes(data)
        if kind == "archive":
            kind, parts = gate.archive(data)
            gated = gate.workbook(parts) if kind == "xlsx" else gate.document(parts)
            opened = _packed(data, gated)
        elif kind == "xls":
            opened = Opened(_sheets(data, {}), (OLD_ERRORS,))
        else:
            sheet, notes = csv_text.read(_stem(name), data)
            opened = Opened((sheet,), notes)
    except Refusal as refusal:
        return refusal.refused
    notes = kinds.under_another_name(name, kind) + opened.notes
    return Opened(opened.sheets, notes, opened.unseen)


def _stem(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return last.rpartition(".")[0] or last


def _packed(data: bytes, gated: Gated) -> Opened:
    sheets = _sheets(data, gated.grids)
    if {sheet.name for sheet in sheets} != set(gated.grids):
        raise Refusal("damaged", "found a workbook that contradicts itself")
    return Opened(sheets, gated.notes, lambda: _unseen(sheets, gated))


def _unseen(sheets: tuple[Sheet, ...], gated: Gated) -> tuple[str, ...]:
    shown = frozenset(
        " ".join(value.split())[: limits.TEXT_CHARACTERS]
        for sheet in sheets
        for row in sheet.rows
        for value in row
        if type(value) is str
    )
    return unseen.texts(gated.parts, shown, gated.sheet_parts.values())


def _sheets(data: bytes, grids: dict[str, Grid]) -> tuple[Sheet, ...]:
    """The sheets that have cells, as the library reads them, with what it leaves out put in."""
    found: dict[str, Sheet] = {}
    with _damage_is_refused():
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        for described in book.sheets_metadata:
            if described.typ != SheetTypeEnum.WorkSheet:
                continue
            if described.name in found:
                raise Refusal("damaged", "found a workbook with two sheets of one name")
            sheet = book.get_sheet_by_name(described.name)
            rows = _rows(sheet, grids.get(described.name))
            hidden = described.visible != SheetVisibleEnum.Visible
            found[described.name] = Sheet(described.name, rows, _merged(sheet, rows), hidden)
    return tuple(found.values())


@contextmanager
def _damage_is_refused() -> Iterator[None]:
    """Whatever the library stumbles over is a fault of the file, a panic of its own too."""
    try:
        yield
    except PasswordError:
        raise Refusal("password", "found a workbook that asks for a password") from None
    except (CalamineError, ValueError, OverflowError, OSError):
        raise Refusal("damaged", "found a workbook that breaks off") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise Refusal("damaged", "found a workbook that breaks off") from None


def _rows(sheet: CalamineSheet, grid: Grid | None) -> tuple[tuple[object, ...], ...]:
    """Every row from the first, each up to its last value, down to the last that has one."""
    rows = [
        [
            (int(value) if value.is_integer() else _finite(value))
            if type(value) is float
            else (value or None)
            if type(value) is str
            else _other(value)
            for value in row
        ]
        for row in sheet.to_python(skip_empty_area=False)
    ]
    for (row, column), special in grid.special.items() if grid else ():
        _put(rows, row, column, special)
    for cells in rows:
        while cells and cells[-1] is None:
            cells.pop()
    while rows and not rows[-1]:
        rows.pop()
    return tuple(map(tuple, rows))


def _put(rows: list[list[object]], row: int, column: int, value: object) -> None:
    """Put a value where the library found none, perhaps beyond all that it found."""
    rows.extend([] for _ in range(row - len(rows)))
    cells = rows[row - 1]
    cells.extend([None] * (column - len(cells)))
    cells[column - 1] = value


def _finite(value: float) -> float | str:
    """A number, or the text of what is none."""
    return value if isfinite(value) else str(value)


def _other(value: object) -> object:
    """A value that is neither text nor a number: a day at midnight is a day."""
    if isinstance(value, datetime) and value.time() == MIDNIGHT:
        return value.date()
    return str(value) if isinstance(value, timedelta) else value


def _merged(sheet: CalamineSheet, rows: tuple[tuple[object, ...], ...]) -> tuple[Span, ...]:
    """The merged cells, cut off where the sheet's values end."""
    ranges = sheet.merged_cell_ranges or []
    if len(ranges) > limits.MERGED:
        raise Refusal("too-much", f"found {len(ranges):,} merged cells")
    width = max(map(len, rows), default=0)
    spans = (
        Span(top + 1, left + 1, min(bottom + 1, len(rows)), min(right + 1, width))
        for (top, left), (bottom, right) in ranges
    )
    return tuple(span for span in spans if span.top <= span.bottom and span.left <= span.right)
