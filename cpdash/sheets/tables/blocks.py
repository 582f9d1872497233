"""Where the tables of a sheet stand: runs of rows with numbers, and what stands above them."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from cpdash.sheets.sheet import Sheet, address
from cpdash.sheets.tables.body import (
    Row,
    below_headings,
    headed_as_numbers,
    holds_numbers,
    holds_words,
    rows_of,
    says_something,
    words_below,
)
from cpdash.sheets.tables.sorts import FILLER, SORTS, Sort
from cpdash.sheets.words.date_phrases import printed
from cpdash.sheets.words.labels import heads, unit
from cpdash.sheets.words.titles import of_title

MOST_LINES: Final = 60
"""Lines above a table that can be its title and headings."""
MOST_GROUPS: Final = 3
"""Lines between the headings of a table and its first numbers."""
NAMED: Final = re.compile(r"(table|figure|chart|annex|sheet)\b", re.IGNORECASE)
DIMENSIONS: Final = frozenset("area code old_code time time_kind age".split())
"""Headings of columns that say what the numbers of a row are, even where these are numbers too."""
BESIDE: Final = frozenset("area code time category age".split())
"""What the labels of a second table beside a first are headed as."""
MOST_FLAGS: Final = 12
"""Kinds that a column of numbers may divide rows into: yes and no, deciles, months."""
UNIT_SIGNS: Final = frozenset(("£", "$", "€", "%", "None"))
NOT_HEADED: Final = ""
"""The dimension of a column over which nothing stands."""


@dataclass
class Block:
    """One table. `titles`: the lines above its headings, in their order; `headings`, `body`: row
    numbers; `groups`: body row -> the lines of text above it that belong to it and to the rows
    below; `labels`, `values`: columns that say what a row is, and that hold numbers."""

    sheet: Sheet
    titles: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    groups: dict[int, tuple[str, ...]] = field(default_factory=dict)
    labels: list[int] = field(default_factory=list)
    values: list[int] = field(default_factory=list)


def find(sheet: Sheet) -> list[Block]:
    """The tables of a sheet, from top to bottom."""
    blocks: list[Block] = []
    pending: list[int] = []
    rows = {number: row for number, row in rows_of(sheet) if row}
    left = min((min(row) for row in rows.values()), default=1)
    counted: set[int] = set()
    before: Row | None = None
    for number, row in rows.items():
        above = pending[-1:] or (blocks[-1].headings[-1:] if blocks else [])
        words = pending[-1:] == [number - 1] and words_below(number - 1, rows, sheet, number)
        if words:
            counted, before = set(row) - {min(row)}, None
        if not (
            words
            or holds_numbers(row, sheet, number, counted)
            or below_headings(above, rows, sheet, number)
            or (blocks and not pending and holds_words(row, sheet, number, counted))
        ):
            pending.append(number)
            counted |= headed_as_numbers(row, sheet, number)
            continue
        if blocks:
            pending = _after_captions(blocks[-1], pending, number)
        if not blocks or _starts_anew(pending, rows, sheet, left):
            blocks.append(_open(sheet, pending, rows, number, left))
            counted, before = counted if words else set(), None
        elif pending:
            blocks[-1].groups[number] = tuple(_line(sheet, at) for at in pending)
        blocks[-1].body.append(number)
        pending = []
        if row is not before:
            counted |= {column for column, sort in row.items() if sort == "number"}
            before = row
    if blocks:
        _after_captions(blocks[-1], pending, max(rows) + 2)
    for block in blocks:
        _split_columns(block, rows)
    return [part for block in blocks for part in _side_by_side(block)]


def _after_captions(block: Block, lines: list[int], below: int) -> list[int]:
    """The lines that are left when captions are given to the table they stand right under, apart
    from the next row of the sheet."""
    count, end = 0, block.body[-1]
    while lines[count : count + 1] == [end + 1 + count]:
        if not NAMED.match(_line(block.sheet, lines[count])):
            break
        count += 1
    following = lines[count] if count < len(lines) else below
    if following <= end + count + 1:
        return lines
    block.titles += [_line(block.sheet, line) for line in lines[:count]]
    return lines[count:]


def _side_by_side(block: Block) -> list[Block]:
    """The tables that stand beside each other in the same rows: where further labels of the rows
    follow their numbers, and further numbers these, another table begins."""
    for column in block.labels:
        left = [c for c in block.values if c < column]
        right = [c for c in block.values if c > column]
        first = [c for c in block.labels if c < column]
        if left and right and first and _dimension(block, column) in BESIDE:
            beside = replace(block, labels=[c for c in block.labels if c >= column], values=right)
            return [replace(block, labels=first, values=left), *_side_by_side(beside)]
    return [block]


def span(block: Block) -> str:
    """The cells that a table covers: `A5:N37`."""
    columns = [*block.labels, *block.values]
    rows = [*block.headings, *block.body]
    return f"{address(min(rows), min(columns))}:{address(max(rows), max(columns))}"


def _starts_anew(pending: list[int], rows: dict[int, Row], sheet: Sheet, left: int) -> bool:
    """Whether the lines since the last numbers hold headings, so that another table begins."""
    several = (at for at in pending if len(rows[at]) > 1)
    return len(pending) > 3 or any(_is_heading(rows[at], sheet, at, left) for at in several)


def _is_heading(row: Row, sheet: Sheet, number: int, left: int) -> bool:
    """Whether a row without numbers heads columns, rather than being one line of text."""
    first = min(row)
    text = str(sheet.at(number, first)).strip()
    if len(row) == 1 and first == left and unit(text):
        return False
    if heads(text) is not None:
        return True
    if len(row) > 1:
        return not NAMED.match(text)
    if any(span.top == number and span.left == first for span in sheet.merged):
        return first > left
    # A lone text that is no heading holds for the whole table, as a title does.
    return first > left and says_something(text)


def _open(sheet: Sheet, pending: list[int], rows: dict[int, Row], number: int, left: int) -> Block:
    """A new block whose first row of numbers is `number`. The lowest lines above it that head
    columns are its headings; lines between these and the numbers belong to the rows; the lines
    above the headings are its titles."""
    lines = pending[-MOST_LINES:]
    end = len(lines)
    while end and not _is_heading(rows[lines[end - 1]], sheet, lines[end - 1], left):
        end -= 1
    if len(lines) - end > MOST_GROUPS:
        end = 0
    start = end
    while start and _is_heading(rows[lines[start - 1]], sheet, lines[start - 1], left):
        text = str(sheet.at(lines[start - 1], left))
        if start < end and heads(text) is None and of_title(text) is not None:
            # A title, with a word at the right end of its row.
            break
        start -= 1
    titled = lines[:start] if end else lines
    block = Block(sheet, [_line(sheet, at) for at in titled], lines[start:end])
    if end and lines[end:]:
        block.groups[number] = tuple(_line(sheet, at) for at in lines[end:])
    return block


def _line(sheet: Sheet, number: int) -> str:
    """The texts of a row as one."""
    cells = (cell for cell in sheet.rows[number - 1] if cell not in (None, FILLER))
    texts = (printed(cell) if isinstance(cell, date) else str(cell) for cell in cells)
    return " ".join(" ".join(texts).split())


def _split_columns(block: Block, rows: dict[int, Row]) -> None:
    """Which columns say what a row is, and which hold its numbers."""
    counted: dict[int, dict[Sort, int]] = defaultdict(lambda: dict.fromkeys(SORTS, 0))
    same = Counter(id(rows[number]) for number in block.body)
    for row in {id(rows[number]): rows[number] for number in block.body}.values():
        for column, sort in row.items():
            counted[column][sort] += same[id(row)]
    used = sorted(counted)
    dimensions = {column: _dimension(block, column) for column in used}
    tidy = max((c for c, d in dimensions.items() if d == "value"), default=0)
    for column in used:
        dimension = dimensions[column]
        sorts = counted[column]
        numbers = sorts["number"] + sorts["mark"]
        first = not block.labels and not block.values
        if first and _counts_rows(block, column):
            continue
        unheaded = dimension is NOT_HEADED and not block.values
        signs = not sorts["number"] and not sorts["time"]
        units = signs and sorts["mark"] and _names_units(block, column)
        flags = column < tidy and dimension in (None, "other") and _is_flag(block, column)
        if dimension in DIMENSIONS or flags or units or (unheaded and (signs or first)):
            # Numbers in a first column without a heading are a publisher's codes of the rows.
            block.labels.append(column)
        elif first and dimension is None and sorts["time"] > numbers:
            block.labels.append(column)
        elif numbers + sorts["time"] >= sorts["text"] or (numbers and dimension == "value"):
            block.values.append(column)
        else:
            block.labels.append(column)


def _names_units(block: Block, column: int) -> bool:
    """Whether a column says with a sign what sort of number stands in each row."""
    return {str(block.sheet.at(n, column)).strip() for n in block.body} <= UNIT_SIGNS


def _is_flag(block: Block, column: int) -> bool:
    """Whether the numbers of a column are a few small ones, so that they divide the rows."""
    values = {str(block.sheet.at(number, column)) for number in block.body}
    return len(values) <= MOST_FLAGS and all(v.isdigit() and int(v) <= MOST_FLAGS for v in values)


def _counts_rows(block: Block, column: int) -> bool:
    """Whether a column only numbers the rows: 1, 2, 3."""
    values = [str(block.sheet.at(number, column)) for number in block.body]
    return len(values) > 1 and values == [str(n) for n in range(1, len(values) + 1)]


def _dimension(block: Block, column: int) -> str | None:
    """What the lowest heading of a column says that it holds."""
    text = lowest_heading(block, column)
    return heads(text) if text else NOT_HEADED


def lowest_heading(block: Block, column: int) -> str:
    """The heading right over a column; "" where nothing stands over it."""
    above = (block.sheet.at(number, column) for number in reversed(block.headings))
    texts = (str(value).strip() for value in above if value is not None)
    return next((text for text in texts if text not in ("", FILLER)), "")
