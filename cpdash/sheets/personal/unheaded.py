"""A list of single children without headings: initials or a name, a sex and an age in each row."""

from collections.abc import Iterator
from typing import Final

from cpdash.areas import is_total
from cpdash.sheets.personal.columns import (
    ages,
    is_sex,
    numbers,
)
from cpdash.sheets.personal.names import initials, person_names
from cpdash.sheets.personal.reasons import REASONS
from cpdash.sheets.personal.view import Finding, View

FEWEST_ROWS: Final = 3
MOST_OTHER_ROWS: Final = 3
MOST_ROWS: Final = 500
MOST_COLUMNS: Final = 30


def in_blocks(view: View) -> Finding | None:
    """The first block of rows of which nearly each is about one child by its values alone."""
    for start, end in _blocks(view):
        for place in _places_of_sexes(view, start, end):
            if (name := _named(view, range(start, end), place)) is not None:
                return Finding(start, name, REASONS["initials"])
    return None


def _blocks(view: View) -> Iterator[tuple[int, int]]:
    """Rows that follow each other without a gap, from one to before the other."""
    start = 0
    for index in range(1, len(view.lines) + 1):
        over = index == len(view.lines) or view.numbers[index] - view.numbers[index - 1] > 1
        if over:
            if index - start >= FEWEST_ROWS:
                yield start, min(index, start + MOST_ROWS)
            start = index


def _places_of_sexes(view: View, start: int, end: int) -> list[int]:
    """The places in which the last rows but a note say a sex."""
    return sorted(
        {
            place
            for line in view.lines[max(start, end - MOST_OTHER_ROWS) : end]
            for place, cell in enumerate(line[:MOST_COLUMNS])
            if is_sex(cell)
        }
    )


def _named(view: View, block: range, sex: int) -> int | None:
    """The place of the initials or names in rows that say a sex and an age, and hold no count."""
    rows = [view.lines[line] for line in block if is_sex(view.cell(line, sex))]
    others = [view.cell(line, sex) for line in block if not is_sex(view.cell(line, sex))]
    if len(rows) < FEWEST_ROWS or len(others) > MOST_OTHER_ROWS:
        return None
    if any(isinstance(cell, str) and is_total(cell) for cell in others):
        return None
    columns = {
        place: [row[place] for row in rows if place < len(row) and row[place] not in (None, "")]
        for place in range(min(max(map(len, rows)), MOST_COLUMNS))
    }
    full = {place: values for place, values in columns.items() if len(values) == len(rows)}
    aged = [place for place, values in full.items() if place != sex and ages(values)]
    counts = [place for place, values in columns.items() if values and numbers(values)]
    if len(aged) != 1 or counts != aged:
        return None
    who = (p for p, values in full.items() if initials(values) or person_names(values))
    return next(who, None)
