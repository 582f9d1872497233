"""What is read from one cell, and how one table was understood."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


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
