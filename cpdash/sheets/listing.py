"""Figures one a line, for a person with a text editor and for other programs."""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final

from cpdash.areas import AREAS
from cpdash.sheets.figure import RawFigure

HEADER: Final = (
    "area area_code census_date collection measure category value unit status sheet cell label"
).split()
FROM_THE_FILE: Final = ("sheet", "label")
"""Texts that stand in the file itself; all else are words of ours."""
LIVE: Final = ("=", "+", "-", "@", "\t", "\r", "|", "%")
"""What a spreadsheet takes for the beginning of a formula."""


def listed(figures: Iterable[RawFigure], everything: bool = False) -> Iterator[dict[str, object]]:
    """Figures as dictionaries named as in HEADER; `value` is None for one that is withheld.
    `everything`: also percentages and rates."""
    for figure in figures:
        if everything or figure.unit == "count":
            yield {
                "area": AREAS[figure.area].name,
                "area_code": figure.area,
                "census_date": figure.census_date.isoformat(),
                "collection": figure.collection,
                "measure": figure.measure,
                "category": figure.category,
                "value": _number(figure.value),
                "unit": figure.unit,
                "status": figure.status,
                "sheet": figure.sheet,
                "cell": figure.cell,
                "label": figure.label,
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
    for figure in figures:
        texts = {name: inert(str(figure[name])) for name in FROM_THE_FILE}
        writer.writerow((figure | texts).values())
    return text.getvalue()


def inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip().startswith(LIVE) else text


def as_json(figures: Iterable[dict[str, object]]) -> str:
    """One list, one figure a line."""
    lines = ",\n".join(json.dumps(figure, ensure_ascii=False) for figure in figures)
    return f"[\n{lines}\n]\n" if lines else "[]\n"
