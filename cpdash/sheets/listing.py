"""Figures one a line, for a person with a text editor and for other programs."""

import csv
import json
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

from cpdash.areas import AREAS
from cpdash.sheets.figure import RawFigure

HEADER: Final = (
    "area area_code census_date collection measure category value unit status sheet cell label"
).split()
OURS: Final = frozenset(HEADER) - {"sheet", "label"}
"""Columns of codes, dates and numbers: no text of somebody else is in them."""
LIVE: Final = ("=", "+", "-", "@", "\t", "\r", "|", "%")
"""What a spreadsheet takes for the beginning of a formula."""


def listed(figures: Iterable[RawFigure], everything: bool = False) -> list[tuple[object, ...]]:
    """The values of figures in the order of HEADER; no value is None for one that is withheld.
    `everything`: also percentages and rates."""
    figures = [figure for figure in figures if everything or figure.unit == "count"]
    name = {code: AREAS[code].name for code in {figure.area for figure in figures}}
    day = {when: when.isoformat() for when in {figure.census_date for figure in figures}}
    return [
        (
            *(name[f.area], f.area, day[f.census_date], f.collection, f.measure, f.category),
            *(_number(f.value), f.unit, f.status, f.sheet, f.cell, f.label),
        )
        for f in figures
    ]


def _number(value: float) -> float | int | None:
    if value != value:
        return None
    return int(value) if value == int(value) else value


def as_csv(lines: Iterable[Sequence[object]], header: Sequence[str] = HEADER) -> str:
    """Comma-separated, with the header first; no text in it is a formula to a spreadsheet."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    foreign = [place for place, name in enumerate(header) if name not in OURS]
    for line in lines:
        cells = list(line)
        for place in foreign:
            if isinstance(cell := cells[place], str):
                cells[place] = inert(cell)
        writer.writerow(cells)
    return text.getvalue()


def inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip().startswith(LIVE) else text


def as_json(lines: Iterable[Sequence[object]], header: Sequence[str] = HEADER) -> str:
    """One list, one line of it a line."""
    told = ",\n".join(
        json.dumps(dict(zip(header, line, strict=True)), ensure_ascii=False) for line in lines
    )
    return f"[\n{told}\n]\n" if told else "[]\n"
