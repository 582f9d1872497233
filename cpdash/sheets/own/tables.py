"""Finds the table in a sheet: which layout, on which row its headings stand, what each means."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from cpdash.areas import plain
from cpdash.sheets.answers import LEAVE_OUT, Question
from cpdash.sheets.faults import Report, did_you_mean, quoted
from cpdash.sheets.figure import Table
from cpdash.sheets.own.layout import LAYOUTS, NEEDED, PLACEMENTS, Layout, headings
from cpdash.sheets.sheet import Sheet, address, letters

HEADING_ROWS: Final = 40
"""Rows of a sheet that may stand above its headings, or be them."""


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
        return address(row, number)

    def describe(self, rows: int, figures: int) -> Table:
        """How this sheet was understood, for whoever sent it."""
        codes = {number: code for code, number in self.columns.items()}
        columns = tuple(
            (letters(number), heading, codes.get(number, ""))
            for number, heading in self.printed.items()
        )
        last = address(len(self.sheet.rows), max(self.printed))
        return Table(
            self.sheet.name,
            f"{address(self.heading_row, min(self.printed))}:{last}",
            self.layout.name,
            self.heading_row,
            columns,
            rows,
            figures,
        )


def find(sheet: Sheet, report: Report, answers: Mapping[str, str]) -> Found | None:
    """The table of a sheet, or None for a sheet that is not ours or has no usable headings.
    `answers`: what a person said that unknown headings mean."""
    layout = _layout_of(sheet.name)
    if layout is None:
        return None
    known = headings(layout)
    row = _heading_row(sheet, layout, known)
    if row is None:
        return None
    columns: dict[str, int] = {}
    printed: dict[int, str] = {}
    for number, text in _texts(sheet, row):
        printed[number] = text
        code = known.get(plain(text)) or _answered(layout, text, answers)
        place = address(row, number)
        if code is None:
            if _holds_numbers(sheet, number, row) and answers.get(text) != LEAVE_OUT:
                _report_unknown(sheet.name, place, text, layout, report)
        elif code in columns:
            other = address(row, columns[code])
            report.add("heading-twice", sheet.name, place, quoted(text), other=other)
        else:
            columns[code] = number
    return Found(sheet, layout, row, columns, printed)


def _answered(layout: Layout, text: str, answers: Mapping[str, str]) -> str | None:
    """The column that a person said an unknown heading is; only Placements has one a category."""
    code = answers.get(text)
    return code if layout is PLACEMENTS and code in layout.values else None


def _report_unknown(sheet: str, place: str, text: str, layout: Layout, report: Report) -> None:
    """Say that a heading over numbers is not known, and ask what it means where that is of use."""
    known = headings(layout)
    close = difflib.get_close_matches(plain(text), known, n=1, cutoff=0.7)
    code = known[close[0]] if close else ""
    nearest = did_you_mean((layout.texts | layout.values)[code] if code else None)
    report.add("heading-unknown", sheet, place, quoted(text), nearest=nearest)
    if layout is PLACEMENTS:
        near = (code,) if code in layout.values else ()
        report.ask(Question("label", sheet, place, place, text, near))


def _layout_of(name: str) -> Layout | None:
    """The layout that a sheet's name points to: by its full name first, then by a word in it."""
    key = plain(name)
    exact = [layout for layout in LAYOUTS if key == plain(layout.name)]
    loose = [layout for layout in LAYOUTS if any(plain(word) in key for word in layout.words)]
    return next(iter(exact + loose), None)


def _texts(sheet: Sheet, row: int) -> Iterable[tuple[int, str]]:
    """Cells of a row that hold text: column number and text."""
    for number, value in enumerate(sheet.rows[row - 1], start=1):
        if isinstance(value, str) and value.strip():
            yield number, " ".join(value.split())


def _meanings(sheet: Sheet, row: int, known: dict[str, str]) -> set[str]:
    return {known[key] for _, text in _texts(sheet, row) if (key := plain(text)) in known}


def _heading_row(sheet: Sheet, layout: Layout, known: dict[str, str]) -> int | None:
    """The first row that has every heading the sheet needs, and one for numbers."""
    for row in _filled(sheet):
        meanings = _meanings(sheet, row, known)
        if meanings.issuperset(NEEDED[layout.name]) and not meanings.isdisjoint(layout.values):
            return row
    return None


def report_missing(sheet: Sheet, report: Report) -> None:
    """Of a sheet that has the name of one of ours: say which headings are wanting in the row that
    comes closest to being the heading row."""
    layout = _layout_of(sheet.name)
    if layout is None or plain(sheet.name) != plain(layout.name):
        return
    # What follows says the same more closely.
    unclear = ("headings-unclear", sheet.name)
    report.problems[:] = [p for p in report.problems if (p.code, p.sheet) != unclear]
    known = headings(layout)
    rows = _filled(sheet)
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
    below = (row[number - 1] for row in sheet.rows[heading_row:] if len(row) >= number)
    return any(isinstance(value, int | float) and not isinstance(value, bool) for value in below)


def _filled(sheet: Sheet) -> list[int]:
    """The numbers of the first rows that hold anything."""
    filled = (at for at, row in enumerate(sheet.rows, start=1) if set(row) - {None})
    return list(islice(filled, HEADING_ROWS))
