"""Files drawn as text and read in this process, so that a test shows the cells it is about."""

from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple

from openpyxl import Workbook

from cpdash.areas import AREAS
from cpdash.sheets.census import understand
from cpdash.sheets.figure import from_columns

TODAY = "2026-11-22"


class Told(NamedTuple):
    """What a file was understood to say: `area, date, measure, category` -> number or mark, the
    same of percentages and rates, problems as (code, sheet, cell), and why tables were left."""

    figures: dict[tuple[str, str, str, str], float | str]
    rates: dict[tuple[str, str, str, str, str], float | str]
    cells: dict[tuple[str, str], str]
    codes: list[tuple[str, str, str]]
    problems: list[str]
    left: list[str]


def book(
    merged: dict[str, list[str]] | None = None, hidden: tuple[str, ...] = (), **sheets: str
) -> bytes:
    """A workbook: a line a row, `|` between cells, `_` in a sheet's name for a space. Numbers
    become numbers, `@2018-03-31` a date, nothing an empty cell, everything else text."""
    made = Workbook()
    made.remove(made.active)
    for name, text in sheets.items():
        sheet = made.create_sheet(name.replace("_", " "))
        for row, line in enumerate(text.strip("\n").splitlines(), start=1):
            for column, cell in enumerate(line.split("|"), start=1):
                sheet.cell(row, column, _value(cell.strip()))
        for cells in (merged or {}).get(name, []):
            sheet.merge_cells(cells)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _value(text: str) -> object:
    if text.startswith("@"):
        return datetime.fromisoformat(text[1:])
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text or None


def told(
    merged: dict[str, list[str]] | None = None,
    name: str = "figures.xlsx",
    options: dict[str, Any] | None = None,
    hidden: tuple[str, ...] = (),
    **sheets: str,
) -> Told:
    """Draw a workbook and read it."""
    drawn = book(merged, hidden, **sheets)
    return of(understand(name, drawn, {"today": TODAY} | (options or {})))


def csv(text: str, name: str = "figures.csv", **options: str) -> Told:
    """Read comma-separated text as it stands."""
    return of(understand(name, text.strip("\n").encode(), {"today": TODAY} | options))


def drawn(*rows: list[object]) -> Told:
    """Read one sheet, T, of the values of these rows: text that begins with = is a formula that
    was never calculated, and the name of an error is that error."""
    made = Workbook()
    sheet = made.active
    sheet.title = "T"
    for row in rows:
        sheet.append(row)
    stream = BytesIO()
    made.save(stream)
    return of(understand("figures.xlsx", stream.getvalue(), {"today": TODAY}))


def of(answer: dict[str, Any]) -> Told:
    figures, rates, cells = {}, {}, {}
    for figure in from_columns(answer["figures"]):
        value, status = figure.value, figure.status
        said = (status or "?") if value != value else f"{value:g}{status}" if status else value
        day = figure.census_date.isoformat()
        what = (AREAS[figure.area].name, day, figure.measure, figure.category)
        cells[figure.sheet, figure.cell] = figure.category
        if figure.unit == "count":
            figures[what] = said
        else:
            rates[(*what, figure.unit)] = said
    codes = [(code, sheet, cell) for code, _, _, sheet, cell, *_ in answer["problems"]]
    said = [f"{found}, {expected}. {fix}" for *_, found, expected, fix in answer["problems"]]
    return Told(figures, rates, cells, codes, said, [t[-1] for t in answer["tables"] if t[-1]])


def placed(told: Told, area: str, day: str) -> dict[str, float | str]:
    """Where the children of one area lived on one day: category -> number or mark."""
    return {
        category: said
        for (name, when, measure, category), said in told.figures.items()
        if (name, when, measure) == (area, day, "looked_after")
    }
