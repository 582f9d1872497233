"""What stands over each column of numbers, from the top heading to the lowest.

A heading may be merged over its columns, stand over the first of them, or, for a word such as
"numbers" at the end of a table, over the last. Where it cannot be told which columns a heading
covers, it is said so rather than guessed.
"""

from collections import Counter
from datetime import date

from cpdash.areas import is_total
from cpdash.sheets.sheet import Span
from cpdash.sheets.tables.blocks import Block
from cpdash.sheets.tables.sorts import FILLER
from cpdash.sheets.words.date_phrases import printed
from cpdash.sheets.words.labels import find, heads, unit

EITHER = "numbers and percentages"
"""Stands over a column of which it is not said which of the two it holds."""
Path = tuple[str, ...]
"""The headings of a column, the widest first."""
Cells = dict[int, str]
"""One row of headings: column -> text."""


def paths(block: Block) -> dict[int, Path] | None:
    """The headings of each column of values; None where it is not clear what covers what."""
    rows = [_cells(block, number) for number in block.headings]
    spans = [_spans(block, number) for number in block.headings]
    found: dict[int, list[str]] = {column: [] for column in block.values}
    for at, cells in enumerate(rows):
        below = rows[at + 1 :]
        if _wanders(cells, spans[at], below, block.values):
            return None
        for column in block.values:
            text = _over(at, column, rows, spans)
            if text:
                found[column].append(text)
    for column in _unsure_totals(rows, spans, block.values) | _last_totals(found, spans):
        found[column] = []
    own = {c for cells in rows for c in cells}
    return {
        column: tuple(texts)
        for column, texts in found.items()
        if column in own or not all(unit(text) for text in texts)
    }


def _cells(block: Block, number: int) -> Cells:
    return {
        column: _text(value)
        for column, value in enumerate(block.sheet.rows[number - 1], 1)
        if value is not None and _text(value)
    }


def _text(value: object) -> str:
    """A heading as text: a year without decimals, a day as it is written."""
    if isinstance(value, date):
        return printed(value)
    if isinstance(value, float) and value == int(value):
        value = int(value)
    return " ".join(str(value).split())


def _spans(block: Block, number: int) -> dict[int, Span]:
    """Merged headings that begin in this row: first column -> span."""
    return {
        span.left: span
        for span in block.sheet.merged
        if span.top == number and (span.right > span.left or span.bottom > span.top)
    }


def _over(at: int, column: int, rows: list[Cells], spans: list[dict[int, Span]]) -> str:
    """The text in row `at` that heads `column`; "" for none."""
    cells = rows[at]
    if column in cells and cells[column] != FILLER:
        return cells[column]
    for left, span in spans[at].items():
        if span.left <= column <= span.right and left in cells:
            return cells[left]
    if _is_units(cells) and not spans[at]:
        return _unit_of(cells, column, _headed(rows))
    lower = any(column in below for below in rows[at + 1 :])
    if not lower and cells.get(column) != FILLER:
        return ""
    left = max((c for c in cells if c < column and cells[c] != FILLER), default=0)
    start = max((_start(row, column) for row in rows[:at] if not _is_units(row)), default=0)
    return cells[left] if left and left >= start and left not in spans[at] else ""


def _unsure_totals(rows: list[Cells], spans: list[dict[int, Span]], values: list[int]) -> set[int]:
    """Columns headed as a total to the right of the only group that is merged over others: they
    may be its total or everyone's."""
    lone = [
        span
        for cells, merged in zip(rows, spans, strict=True)
        for span in merged.values()
        if len(cells.keys() & set(values)) == 1 and span.right > span.left
        if (label := find(cells.get(span.left, ""))) and label.category != "total"
    ]
    return {
        column
        for column in values
        for span in lone
        if column > span.right and is_total(rows[-1].get(column, ""))
    }


def _last_totals(found: dict[int, list[str]], spans: list[dict[int, Span]]) -> set[int]:
    """Columns headed as a total behind the last of several groups that are not merged, where not
    every group has one: they may be the last group's or everyone's."""
    if any(spans):
        return set()
    grouped = {
        column: texts[-2]
        for column, texts in found.items()
        if len(texts) > 1 and (label := find(texts[-2])) and label.category != "total"
    }
    totals = {column: group for column, group in grouped.items() if is_total(found[column][-1])}
    groups = set(grouped.values())
    return set(totals) if len(groups) > 1 and groups != set(totals.values()) else set()


def _headed(rows: list[Cells]) -> int:
    """The first column that has a heading besides a word for what is counted."""
    columns = [c for row in rows if not _is_units(row) for c in row if heads(row[c]) is None]
    return min(columns, default=0)


def _start(cells: Cells, column: int) -> int:
    """Where the wider heading over `column` begins: nothing fills from beyond it."""
    return max((c for c in cells if c <= column and cells[c] != FILLER), default=0)


def _is_units(cells: Cells) -> bool:
    return bool(cells) and all(unit(text) for text in cells.values())


def _unit_of(cells: Cells, column: int, first: int) -> str:
    """Words such as "numbers" and "percentages" stand over the first column of theirs, or, where
    columns of numbers stand to the left of the first word, over the last. A column that none of
    them covers could be either."""
    if min(cells) <= first:
        source = max((c for c in cells if c <= column), default=0)
    else:
        source = min((c for c in cells if c >= column), default=0)
    return cells.get(source, EITHER)


def _wanders(cells: Cells, spans: dict[int, Span], below: list[Cells], values: list[int]) -> bool:
    """Whether headings seem to be centred over columns that are not merged: then the first of
    these columns stands to the left of its heading, under a text that comes again further on."""
    if len(cells) < 2 or spans or not below or _is_units(cells):
        return False
    lowest = below[-1]
    first = min(c for c in cells) if not set(cells) & set(values) else min(set(cells) & set(values))
    again = Counter(text.casefold() for text in lowest.values())
    return any(
        column < first and again[lowest[column].casefold()] > 1
        for column in values
        if column in lowest
    )
