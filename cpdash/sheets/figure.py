"""What is read from one cell, and how one table was understood."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple


class RawFigure(NamedTuple):
    """One figure before it is given an edition. `published` None: nothing says. `base`: it came
    from an 'Out of' column. `unit`: count, percent or rate."""

    area: str
    census_date: date
    collection: str
    measure: str
    category: str
    value: float
    status: str
    sheet: str
    cell: str
    label: str
    source: str
    published: date | None
    published_text: str
    base: bool
    unit: str = "count"


Columns = list[list[Any]]
"""Figures as JSON has them, a list for each of RawFigure's fields: days are text, no number is
None."""
_DAY, _VALUE, _PUBLISHED = map(RawFigure._fields.index, ("census_date", "value", "published"))


def to_columns(figures: Iterable[RawFigure]) -> Columns:
    """Figures, to be sent."""
    columns: Columns = [list(column) for column in zip(*figures, strict=True)]
    if columns:
        columns[_DAY] = [str(day) for day in columns[_DAY]]
        columns[_VALUE] = [None if value != value else value for value in columns[_VALUE]]
        columns[_PUBLISHED] = [day and str(day) for day in columns[_PUBLISHED]]
    return columns


def from_columns(columns: Columns) -> list[RawFigure]:
    """Figures that were sent."""
    if not columns:
        return []
    columns = list(columns)
    days = {
        text: date.fromisoformat(str(text))
        for text in {*columns[_DAY], *columns[_PUBLISHED]} - {None}
    }
    columns[_DAY] = [days[text] for text in columns[_DAY]]
    columns[_VALUE] = [math.nan if v is None else float(v) for v in columns[_VALUE]]
    columns[_PUBLISHED] = [days.get(text) for text in columns[_PUBLISHED]]
    return list(map(RawFigure._make, zip(*columns, strict=True)))


@dataclass(frozen=True)
class Table:
    """How one table was understood. `cells`: where it stands; `layout`: which of the project's own
    sheets it is, "" for a table of another shape; `columns`: (letters, heading as it stands, what
    it was understood as or ""); `reason`: why nothing was read from it, "" where something was."""

    sheet: str
    cells: str
    layout: str
    heading_row: int
    columns: tuple[tuple[str, str, str], ...]
    rows: int
    figures: int
    reason: str = ""
