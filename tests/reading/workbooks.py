"""Small workbooks drawn as text, so that a test shows the cells it is about."""

import re
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

from cpdash.reading import Reading, read

HEADINGS = "Area | Census date | At home | Total | Source | Published"
GOOD = "Fife | 31 March 2018 | 5 | 12 | Report | 2019"


def draw(path: Path, **sheets: str) -> Path:
    """Write a workbook: one line a row, `|` between cells, `_` in a sheet's name for a space.

    Whole and decimal numbers become numbers, `@2018-03-31` a date cell, TRUE yes or no, `=...` a
    formula that was never calculated, nothing an empty cell, everything else text.
    """
    book = Workbook()
    book.remove(book.active)
    for name, text in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row, line in enumerate(text.strip("\n").splitlines(), start=1):
            for column, cell in enumerate(line.split("|"), start=1):
                sheet.cell(row, column, _value(cell.strip()))
    book.save(path)
    return path


def _value(text: str) -> object:
    if text.startswith("@"):
        return datetime.fromisoformat(text[1:])
    if text == "TRUE":
        return True
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    if re.fullmatch(r"-?\d+\.\d+", text):
        return float(text)
    return text or None


def read_drawn(folder: Path, **sheets: str) -> Reading:
    """Draw a workbook called `figures.xlsx` and read it."""
    return read(draw(folder / "figures.xlsx", **sheets))


def said(reading: Reading) -> dict[str, tuple[float, str]]:
    """What was read, by cell: value and status."""
    table = reading.figures
    return {
        cell: (value, status)
        for cell, value, status in zip(table["cell"], table["value"], table["status"], strict=True)
    }


def codes(reading: Reading) -> list[tuple[str, str, str]]:
    """The problems: code, sheet and cell of each."""
    return [(problem.code, problem.sheet, problem.cell) for problem in reading.problems]
