"""Figures that a note of their sheet, or of the file, says are not of everyone."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cpdash.sheets.faults import Report, quoted
from cpdash.sheets.figure import RawFigure
from cpdash.sheets.sheet import Sheet, address
from cpdash.sheets.tables.blocks import Block, lowest_heading
from cpdash.sheets.words.footnotes import bare, clean
from cpdash.sheets.words.limits import is_short_limit, limits, of_everything
from cpdash.sheets.words.titles import of_title
from cpdash.sheets.words.yearless import counted_on

_MARK: Final = (
    r"(?i)\W*?(?:\[?\(?notes?\s*(?P<a>\d{1,2})\b|[\[(](?P<b>\d{1,2}|[a-z])[\])]|(?P<c>\d{1,2}|[a-z])[.):]"
    r"|(?P<d>\d{1,2})\s|(?P<e>[*\u2020\u2021#\u00a7]+))"
)
"""How a note begins that is about what carries its number or its sign."""
_SIGNS: Final = r"(?i)\d+|[a-z]+|[*\u2020\u2021#\u00a7]+"
Place = tuple[int, int]
"""Row and column of a cell."""


class Note(NamedTuple):
    """A note that limits figures: where it stands, and the sign that they carry, "" for all."""

    sheet: str
    cell: str
    row: int
    text: str
    sign: str


def limiting(sheet: Sheet, lines: Mapping[int, str], blocks: Sequence[Block]) -> list[Note]:
    """The notes among the lines of a sheet, given by their rows, that make its figures fewer or
    more people than their headings say; of a sheet without tables, those about all the file."""
    end = max((block.body[-1] for block in blocks), default=len(sheet.rows))
    said = [
        _note(sheet, row, text)
        for row, text in lines.items()
        if text and (limits(text) or (row > end and is_short_limit(text)))
    ]
    beside = [note for block in blocks for note in _beside(block)]
    return [
        note for note in said if blocks or (of_everything(note.text) and not note.sign)
    ] + beside


def _beside(block: Block) -> Iterator[Note]:
    """Notes about all figures in columns of text that nothing heads."""
    for column in block.labels[1:]:
        for row in block.body if not lowest_heading(block, column) else ():
            text = " ".join(str(block.sheet.at(row, column) or "").split())
            if of_everything(text) and limits(text):
                yield Note(block.sheet.name, address(row, column), row, text, "")


def _note(sheet: Sheet, row: int, text: str) -> Note:
    match = re.match(_MARK, text)
    sign = next(filter(None, match.groups()), "") if match else ""
    return Note(sheet.name, _first_text(sheet, row), row, text, sign.casefold())


def _first_text(sheet: Sheet, row: int) -> str:
    """The address of the first text of a row that has one."""
    cells = enumerate(sheet.rows[row - 1], 1)
    return address(row, next(at for at, cell in cells if isinstance(cell, str)))


def without_limited(
    figures: list[RawFigure], blocks: Sequence[Block], notes: Iterable[Note], report: Report
) -> list[RawFigure]:
    """The figures of the tables of one sheet less those that a note is about, which is reported;
    without tables, notes are about every figure of a file."""
    for note in notes if figures else ():
        carry = list(_carriers(blocks[0].sheet, note)) if note.sign else []
        about = {address(*place) for at in carry for place in _told_by(at, blocks)}
        left = [figure for figure in figures if carry and figure.cell not in about]
        if lost := len(figures) - len(left):
            numbers = "The number" if lost == 1 else f"The {lost:,} numbers"
            report.add("note-limits", note.sheet, note.cell, quoted(note.text), numbers=numbers)
        figures = left
    return figures


def on_noted_days(
    figures: list[RawFigure], sheet: Sheet, lines: Mapping[int, str], report: Report
) -> list[RawFigure]:
    """The figures of a sheet less those of another day than the notes among its lines say."""
    if not figures:
        return figures
    noted = {
        row: days
        for row, text in lines.items()
        if text and (days := counted_on(text)) and of_title(text) is None
    }
    counted = set().union(*noted.values())
    left = [f for f in figures if not counted or _day(f) in counted]
    if lost := len(figures) - len(left):
        row = min(noted)
        numbers = "1 number" if lost == 1 else f"{lost:,} numbers"
        other = next(f.census_date for f in figures if _day(f) not in counted)
        words = f"{other.day} {other:%B %Y}"
        cell = _first_text(sheet, row)
        report.add("note-date", sheet.name, cell, quoted(lines[row]), numbers=numbers, day=words)
    return left


def _day(figure: RawFigure) -> Place:
    return figure.census_date.month, figure.census_date.day


def _carriers(sheet: Sheet, note: Note) -> Iterator[Place]:
    """The cells above a note that carry its sign."""
    for row, cells in enumerate(sheet.rows[: note.row - 1], 1):
        for column, cell in enumerate(cells, 1):
            if isinstance(cell, str) and note.sign in _signs(cell):
                yield row, column


def _signs(text: str) -> list[str]:
    """The footnotes of a text: those glued to its end, and a star at either."""
    raised = clean(unicodedata.normalize("NFKC", text)).casefold()
    plain = bare(raised)
    signs = re.findall(_SIGNS, raised[len(plain) :])
    return signs + re.findall(r"^[*\u2020\u2021#\u00a7]+", raised)


def _told_by(at: Place, blocks: Sequence[Block]) -> Iterator[Place]:
    """The cells with numbers that a cell with a footnote is about."""
    row, column = at
    for block in blocks:
        columns: Iterable[int] = block.values
        rows: Iterable[int] = block.body
        if row in block.headings:
            columns = [c for c in block.values if column <= c < _next(at, block)]
        elif row in block.body:
            if column in block.values:
                columns = [column]
            rows = [n for n in block.body if row <= n < _below(at, block)]
        elif row >= min(block.body, default=0):
            rows = [n for n in block.body if n > row]
        yield from ((n, c) for n in rows for c in columns or block.values)


def _next(at: Place, block: Block) -> int:
    """The column from which on a heading no longer stands over the numbers."""
    row, column = at
    if row == block.headings[-1] and column in block.values:
        return column + 1
    cells = enumerate(block.sheet.rows[row - 1], 1)
    return next((c for c, cell in cells if c > column and cell is not None), max(block.values) + 1)


def _below(at: Place, block: Block) -> int:
    """The row from which on a label no longer stands beside the numbers."""
    row, column = at
    if column == max(block.labels, default=column):
        return row + 1
    filled = (n for n in block.body if n > row and block.sheet.at(n, column) is not None)
    return next(filled, max(block.body) + 1)
