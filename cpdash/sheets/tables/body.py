"""Which rows of a sheet hold the numbers of a table."""

from typing import Final

from cpdash.areas import find as find_area
from cpdash.sheets.sheet import Sheet
from cpdash.sheets.tables.sorts import Sort, sort_of
from cpdash.sheets.words.dates import when_of
from cpdash.sheets.words.labels import find as find_label
from cpdash.sheets.words.labels import heads, unit

BARE_AGES: Final = frozenset(str(age) for age in range(15, 27))
WIDE: Final = 100
"""Columns of a table that cannot be a list of one figure a row."""

Row = dict[int, Sort]
"""The cells of a row that hold anything: column -> sort."""


def rows_of(sheet: Sheet) -> list[tuple[int, Row]]:
    """Every row. Those with the same sorts in the same columns are one object, which says so."""
    shapes: dict[tuple[Sort, ...], Row] = {}
    found = []
    for number, cells in enumerate(sheet.rows, 1):
        sorts = tuple([sort_of(cell) for cell in cells])
        if (row := shapes.get(sorts)) is None:
            row = shapes[sorts] = {c: sort for c, sort in enumerate(sorts, 1) if sort != "empty"}
        found.append((number, row))
    return found


def holds_numbers(row: Row, sheet: Sheet, number: int, counted: set[int]) -> bool:
    """Whether a row is part of a table's body. Years and marks alone can be headings too: they
    count in columns that are known to hold numbers, where no text stands among them."""
    sorts = set(row.values())
    if "number" in sorts:
        return bool(counted) or not _lists_ages(row, sheet, number)
    here = {row[column] for column in row if column in counted}
    if not here & {"mark", "time"} or "text" in here or sorts == {"time"}:
        return False
    label = sheet.at(number, min(row))
    return not (isinstance(label, str) and heads(label) is not None)


def below_headings(headings: list[int], rows: dict[int, Row], sheet: Sheet, number: int) -> bool:
    """Whether a row of years alone, or of a label and years, holds numbers after all: a row above
    heads each of its columns, the first of them by what the labels are."""
    row = rows[number]
    if not headings or "time" not in row.values():
        return False
    above, first = rows[headings[-1]], min(row)
    if first not in above and set(above.values()) == {"time"} and set(row) == {first, *above}:
        # Years over years, beside a label: the lower ones are numbers.
        return row[first] == "text" and _is_a_label(str(sheet.at(number, first)))
    if not set(row) <= set(above) or set(above.values()) != {"text"} or len(row) < 2:
        return False
    return heads(str(sheet.at(headings[-1], first))) in ("area", "code", "time", "category", "age")


def holds_words(row: Row, sheet: Sheet, number: int, counted: set[int]) -> bool:
    """Whether a row right below the numbers of a table has words where its number should be."""
    columns = [column for column, sort in row.items() if sort == "text" and column in counted]
    texts = [str(sheet.at(number, column)) for column in columns]
    label = str(sheet.at(number, min(row)))
    if not texts or min(row) in counted or any(heads(t) or says_something(t) for t in texts):
        return False
    return heads(label) is None


def words_below(above: int, rows: dict[int, Row], sheet: Sheet, number: int) -> bool:
    """Whether the first row below the headings at `above` has words where its numbers should be:
    behind an area or a label, and under headings of numbers, which words about them are not."""
    row, over = rows[number], rows.get(above, {})
    first = min(row)
    label, head = sheet.at(number, first), sheet.at(above, first)
    if "text" not in {row[c] for c in row if c > first} or not set(row) - {first} <= set(over):
        return False
    if not isinstance(label, str) or heads(label) or (first in over and not heads(str(head))):
        return False
    texts = [(str(sheet.at(above, c)), str(sheet.at(number, c))) for c in row if c > first]
    if not all(_over_numbers(head) and not _is_heading(text) for head, text in texts):
        return False
    return _is_a_label(label)


def _is_a_label(text: str) -> bool:
    """Whether a text is a place to live, an age or an area, and so no heading of a column."""
    known = find_label(text)
    return bool(known and known.category) or find_area(text) is not None


def _over_numbers(text: str) -> bool:
    return heads(text) in ("value", "percent", "rate") or says_something(text)


def _is_heading(text: str) -> bool:
    return heads(text) is not None or says_something(text) or find_label(text) is not None


def _lists_ages(row: Row, sheet: Sheet, number: int) -> bool:
    """Whether the numbers of a row are ages that head columns: 16, 17, 18, 19-21, 22+."""
    ages = {column: str(sheet.at(number, column)) for column in row}
    if any(sort == "number" and ages[column] not in BARE_AGES for column, sort in row.items()):
        return False
    others = [ages[column] for column, sort in row.items() if sort != "number"]
    return any((label := find_label(text)) and label.kind == "age" for text in others)


def headed_as_numbers(row: Row, sheet: Sheet, number: int) -> set[int]:
    """Columns whose heading in this row says that numbers stand below."""
    if len(row) > WIDE:
        return set()
    texts = ((column, str(sheet.at(number, column))) for column, s in row.items() if s == "text")
    return {column for column, text in texts if heads(text) in ("value", "percent", "rate")}


def says_something(text: str) -> bool:
    """Whether a lone text is a heading of the columns from it on: a label, a unit or a date."""
    label = find_label(text)
    return bool((label and label.category) or unit(text) or when_of(text))
