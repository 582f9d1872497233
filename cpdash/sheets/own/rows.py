"""The rows of a found table -> figures, one a number, with the faults of each cell on the way."""

from collections.abc import Mapping
from datetime import date

from cpdash.areas import AREAS
from cpdash.sheets.faults import Report
from cpdash.sheets.figure import RawFigure
from cpdash.sheets.own.tables import Found
from cpdash.sheets.own.texts import WordReader, Words
from cpdash.sheets.sheet import address
from cpdash.sheets.words import cells
from cpdash.sheets.words.cells import Count, Misread
from cpdash.vocabulary import MEASURES

Number = tuple[str, int, object]
"""A cell under a heading for numbers: column code, column number, what stands in it."""


def figures(
    found: Found, report: Report, file: str, today: date, answers: Mapping[str, str]
) -> tuple[list[RawFigure], int]:
    """Every figure of a table, and how many rows held any. Faulty cells are reported and left
    out; a row whose area, date or other words cannot be understood is left out whole. `answers`:
    what a person said that unknown age groups and categories mean."""
    reader = WordReader(found, report, file, today, answers)
    columns = found.columns
    counted = [(code, columns[code]) for code in found.layout.values if code in columns]
    worded = [(code, columns[code]) for code in found.layout.texts if code in columns]
    below = enumerate(found.sheet.rows[found.heading_row :], start=found.heading_row + 1)
    width = max([*columns.values(), 0])
    read: list[RawFigure] = []
    rows = 0
    for row, cells_of_row in below:
        values = cells_of_row + (None,) * (width - len(cells_of_row))
        numbers = [
            (code, number, value)
            for code, number in counted
            if not cells.is_empty(value := values[number - 1])
        ]
        if not numbers:
            continue
        rows += 1
        words = reader.read(row, {code: values[number - 1] for code, number in worded})
        if words is not None:
            read += [
                figure
                for number in numbers
                if (figure := _figure(found, report, words, row, number)) is not None
            ]
    reader.finish()
    return read, rows


def _figure(
    found: Found, report: Report, words: Words, row: int, number: Number
) -> RawFigure | None:
    """The figure of one cell; None, and a fault, when it is no number or counts nothing known."""
    code, column, value = number
    cell = address(row, column)
    meaning = found.layout.meaning[code]
    measure = meaning.measure or words.measure
    if meaning.base:
        base = MEASURES[measure].base
        if base is None:
            text = f"found a number that '{MEASURES[measure].label}' would be part of"
            report.add("no-base", found.sheet.name, cell, text)
            return None
        measure = base
    read = cells.count(value)
    if isinstance(read, Misread):
        report.add(read.code, found.sheet.name, cell, read.found)
        return None
    status = None if read is None else _status(read, words, code)
    if read is None or status is None:
        return None
    return RawFigure(
        words.area,
        words.census_date,
        words.collection,
        measure,
        meaning.category or words.category,
        read[0],
        status,
        found.sheet.name,
        cell,
        found.printed[column],
        words.source,
        words.published,
        words.published_text,
        meaning.base,
    )


def _status(read: Count, words: Words, code: str) -> str | None:
    """A mark in the cell itself first, then the row's marker, then how a total came about: an
    estimate stays one when it is added up, and nothing may be joined across a break."""
    if read[1]:
        return read[1]
    if code != "total":
        return words.mark
    if words.total_status is None:
        return None
    return words.mark or words.total_status


def illustrative(area: str) -> bool:
    """Whether an area is invented, and so its figures."""
    return AREAS[area].kind == "illustrative"
