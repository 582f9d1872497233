"""Figures one a line, for a person with a text editor and for other programs."""

import csv
import json
from collections.abc import Iterable
from io import StringIO
from typing import Final

from cpdash.areas import AREAS
from cpdash.sheets.figure import RawFigure

HEADER: Final = (
    "area area_code census_date collection measure category value unit status sheet cell label"
).split()
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


def as_csv(figures: Iterable[tuple[object, ...]]) -> str:
    """Comma-separated, with HEADER first; no cell of it is a formula to a spreadsheet."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(
        (*ours, inert(str(sheet)), cell, inert(str(label))) for *ours, sheet, cell, label in figures
    )
    return text.getvalue()


def inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip().startswith(LIVE) else text


def as_json(figures: Iterable[tuple[object, ...]]) -> str:
    """One list, one figure a line."""
    lines = ",\n".join(
        json.dumps(dict(zip(HEADER, figure, strict=True)), ensure_ascii=False) for figure in figures
    )
    return f"[\n{lines}\n]\n" if lines else "[]\n"
