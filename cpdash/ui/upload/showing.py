"""A sheet of a file as it looks, with every cell marked that a figure was read from."""

import re
from collections.abc import Iterator
from typing import Any, Final

import streamlit as st

from cpdash.areas import AREAS
from cpdash.figures import rows
from cpdash.problems import Problem
from cpdash.reading import Reading
from cpdash.sheets.files.grid import number
from cpdash.sheets.picture import COLUMNS, ROWS, Picture
from cpdash.ui import html, tracing
from cpdash.ui.html import Mark
from cpdash.ui.upload.kept import Uploaded
from cpdash.wording import day, plural

READ, AGAIN, RATE, WRONG = "cp-read", "cp-again", "cp-rate", "cp-wrong"
LEGEND: Final = {
    READ: "read as a figure",
    AGAIN: "the same figure again, used once",
    RATE: "read as a percentage or rate, which is never computed with",
    WRONG: "named in the list of problems",
}
"""The look of a cell and what it means; every other cell was not read as a figure."""
NOT_READ: Final = ("cp-grey", "not read as a figure")
ADDRESS: Final = re.compile(r"([A-Z]+)(\d+)")

Marks = dict[tuple[int, int], Mark]


def sheets(uploaded: Uploaded) -> None:
    """One sheet of the file at a time: the one with the most figures first."""
    pictures = {picture.sheet: picture for picture in uploaded.reading.sheets}
    if not pictures:
        return
    html.part("The workbook", "Point at a marked cell to see what it was read as; a list is below.")
    counted = uploaded.reading.figures["sheet"].value_counts()
    names = sorted(pictures, key=lambda name: -int(counted.get(name, 0)))
    chosen = names[0]
    if len(names) > 1:
        chosen = st.selectbox("Sheet", names, key=f"sheet-{uploaded.key}") or chosen
    _picture(pictures[chosen], marks(uploaded, chosen))


def _picture(picture: Picture, marked: Marks) -> None:
    seen = {code for mark in marked.values() for code in mark.code.split()}
    html.legend([*((code, words) for code, words in LEGEND.items() if code in seen), NOT_READ])
    html.sheet(f"Sheet {picture.sheet}", [line.split("\t") for line in picture.lines], marked)
    for sentence in remarks(picture, marked):
        html.paragraph(sentence)


def remarks(picture: Picture, marked: Marks) -> Iterator[str]:
    """What the picture of a sheet does not show by itself."""
    if picture.hidden:
        yield "This sheet is hidden in the workbook."
    shown = [
        f"{most} of {there:,} {what}"
        for most, there, what in (
            (ROWS, picture.height, "rows"),
            (COLUMNS, picture.width, "columns"),
        )
        if there > most
    ]
    if shown:
        beyond = sum(row > ROWS or column > COLUMNS for row, column in marked)
        more = f" {plural(beyond, 'marked cell', 'marked cells')} beyond." if beyond else ""
        yield f"The first {' and '.join(shown)} are shown.{more}"


def marks(uploaded: Uploaded, sheet: str) -> Marks:
    """What is told of each cell of a sheet, by row and column."""
    reading = uploaded.reading
    told = {p.cell: Mark(WRONG, _said(p)) for p in reading.problems if p.sheet == sheet and p.cell}
    for cell, look, says in _read(reading, sheet):
        wrong = told.get(cell)
        told[cell] = Mark(f"{look} {WRONG}", f"{says}. {wrong.says}") if wrong else Mark(look, says)
    return {_place(cell): mark for cell, mark in told.items()}


def _read(reading: Reading, sheet: str) -> Iterator[tuple[str, str, str]]:
    """The cells of a sheet that were read: cell, look and what they were read as."""
    for (at, cell), (first, place) in reading.repeated.items():
        if at == sheet:
            yield cell, AGAIN, f"The same figure as on sheet '{first}', cell {place}"
    for look, figures in ((READ, reading.figures), (RATE, reading.rates)):
        for row in rows(figures[figures["sheet"].eq(sheet)]):
            yield row.cell, look, _meaning(row)


def _meaning(row: Any) -> str:
    """What a figure was read as: the children, the area and the day."""
    return f"{tracing.what(row)}. {AREAS[row.area].name}, {day(row.census_date)}"


def _said(problem: Problem) -> str:
    return f"{problem.found}, {problem.expected}"


def _place(cell: str) -> tuple[int, int]:
    match = ADDRESS.fullmatch(cell)
    return (int(match[2]), number(match[1])) if match else (0, 0)
