"""Finds the table in a sheet: which layout, on which row its headings stand, what each means."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from openpyxl.utils import get_column_letter

from cpdash.areas import plain
from cpdash.reading.faults import Report, did_you_mean, quoted
from cpdash.reading.layout import LAYOUTS, NEEDED, Layout, headings
from cpdash.reading.opening import Sheet

HEADING_ROWS: Final = 40
"""Rows of a sheet that may stand above its headings, or be them."""


@dataclass(frozen=True)
class Table:
    """How one sheet was understood. `layout` is "" for a sheet that is not ours and was left
    alone; `columns`: (letter, heading as it stands, column code or "" if not understood)."""

    sheet: str
    layout: str
    heading_row: int
    columns: tuple[tuple[str, str, str], ...]
    rows: int
    figures: int


@dataclass(frozen=True)
class Found:
    """A sheet, its layout and where its headings are: column code -> column number."""

    sheet: Sheet
    layout: Layout
    heading_row: int
    columns: dict[str, int]
    printed: dict[int, str]

    def cell(self, column: str | int, row: int) -> str:
        """The address of a cell; of the row's first column where the sheet has no such column."""
        number = self.columns.get(column, 1) if isinstance(column, str) else column
        return f"{get_column_letter(number)}{row}"

    def describe(self, rows: int, figures: int) -> Table:
        """How this sheet was understood, for whoever sent it."""
        codes = {number: code for code, number in self.columns.items()}
        columns = tuple(
            (get_column_letter(number), heading, codes.get(number, ""))
            for number, heading in self.printed.items()
        )
        return Table(self.sheet.name, self.layout.name, self.heading_row, columns, rows, figures)


def find(sheet: Sheet, report: Report) -> Found | None:
    """The table of a sheet, or None for a sheet that is not ours or has no usable headings."""
    layout = _layout_of(sheet.name)
    if layout is None:
        return None
    known = headings(layout)
    row = _heading_row(sheet, layout, known)
    if row is None:
        if plain(sheet.name) == plain(layout.name):
            _report_missing(sheet, layout, known, report)
        return None
    columns: dict[str, int] = {}
    printed: dict[int, str] = {}
    for number, text in _texts(sheet, row):
        printed[number] = text
        code = known.get(plain(text))
        place = f"{get_column_letter(number)}{row}"
        if code is None:
            if _holds_numbers(sheet, number, row):
                close = difflib.get_close_matches(plain(text), known, n=1, cutoff=0.7)
                name = (layout.texts | layout.values)[known[close[0]]] if close else None
                report.add(
                    "heading-unknown", sheet.name, place, quoted(text), nearest=did_you_mean(name)
                )
        elif code in columns:
            other = f"{get_column_letter(columns[code])}{row}"
            report.add("heading-twice", sheet.name, place, quoted(text), other=other)
        else:
            columns[code] = number
    return Found(sheet, layout, row, columns, printed)


def _layout_of(name: str) -> Layout | None:
    """The layout that a sheet's name points to: by its full name first, then by a word in it."""
    key = plain(name)
    exact = [layout for layout in LAYOUTS if key == plain(layout.name)]
    loose = [layout for layout in LAYOUTS if any(plain(word) in key for word in layout.words)]
    return next(iter(exact + loose), None)


def _texts(sheet: Sheet, row: int) -> Iterable[tuple[int, str]]:
    """Cells of a row that hold text: column number and text."""
    for number, value in sheet.grid.loc[row].items():
        if isinstance(value, str) and value.strip():
            yield int(str(number)), " ".join(value.split())


def _meanings(sheet: Sheet, row: int, known: dict[str, str]) -> set[str]:
    return {known[key] for _, text in _texts(sheet, row) if (key := plain(text)) in known}


def _heading_row(sheet: Sheet, layout: Layout, known: dict[str, str]) -> int | None:
    """The first row that has every heading the sheet needs, and one for numbers."""
    for row in sheet.grid.index[:HEADING_ROWS]:
        meanings = _meanings(sheet, row, known)
        if meanings.issuperset(NEEDED[layout.name]) and not meanings.isdisjoint(layout.values):
            return int(row)
    return None


def _report_missing(sheet: Sheet, layout: Layout, known: dict[str, str], report: Report) -> None:
    """Say which headings are wanting in the row that comes closest to being the heading row."""
    rows = list(sheet.grid.index[:HEADING_ROWS])
    if not rows:
        report.add("heading-missing", sheet.name, "", "found an empty sheet", wanted=_all(layout))
        return
    best = max(rows, key=lambda row: len(_meanings(sheet, row, known)))
    meanings = _meanings(sheet, best, known)
    wanted = [layout.texts[code] for code in NEEDED[layout.name] if code not in meanings]
    if meanings.isdisjoint(layout.values):
        wanted.append("a heading for numbers such as " + " or ".join(_some_values(layout)))
    found = "found no headings" if not meanings else "found headings, but not all that are needed"
    report.add("heading-missing", sheet.name, f"A{best}", found, wanted=" and ".join(wanted))


def _some_values(layout: Layout) -> list[str]:
    return [*list(layout.values.values())[-1:], *list(layout.values.values())[:1]]


def _all(layout: Layout) -> str:
    return " and ".join(layout.texts[code] for code in NEEDED[layout.name])


def _holds_numbers(sheet: Sheet, number: int, heading_row: int) -> bool:
    """Whether a column has a number below its heading, so that leaving it out matters."""
    grid = sheet.grid
    below = grid.loc[grid.index > heading_row, number]
    return any(isinstance(value, int | float) and not isinstance(value, bool) for value in below)
