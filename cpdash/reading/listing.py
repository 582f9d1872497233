"""Figures one a line, for a person with a text editor and for other programs."""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final

import pandas as pd

from cpdash.areas import AREAS
from cpdash.figures import rows
from cpdash.reading.workbook import Reading

HEADER: Final = (
    "area area_code census_date collection measure category value unit status sheet cell label"
).split()
LIVE: Final = ("=", "+", "-", "@", "\t", "\r", "|", "%")
"""What a spreadsheet takes for the beginning of a formula."""


def listed(reading: Reading, everything: bool = False) -> Iterator[dict[str, object]]:
    """The figures of a file, their columns named as in HEADER; `value` is None for one that is
    withheld. `everything`: also the percentages and rates that it prints."""
    counts = reading.figures.assign(unit="count")
    for row in rows(pd.concat([counts, reading.rates]) if everything else counts):
        yield {
            "area": AREAS[row.area].name,
            "area_code": row.area,
            "census_date": row.census_date.date().isoformat(),
            "collection": row.collection,
            "measure": row.measure,
            "category": row.category,
            "value": _number(row.value),
            "unit": row.unit,
            "status": row.status,
            "sheet": row.sheet,
            "cell": row.cell,
            "label": row.label,
        }


def _number(value: float) -> float | int | None:
    if value != value:
        return None
    return int(value) if value == int(value) else value


def as_csv(figures: Iterable[dict[str, object]]) -> str:
    """Comma-separated, with HEADER first; no cell of it is a formula to a spreadsheet."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows([_inert(figure[name]) for name in HEADER] for figure in figures)
    return text.getvalue()


def _inert(value: object) -> object:
    if not isinstance(value, str):
        return "" if value is None else value
    return f"'{value}" if value.lstrip().startswith(LIVE) else value


def as_json(figures: Iterable[dict[str, object]]) -> str:
    """One list, one figure a line."""
    lines = ",\n".join(json.dumps(figure, ensure_ascii=False) for figure in figures)
    return f"[\n{lines}\n]\n" if lines else "[]\n"
