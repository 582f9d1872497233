"""Whether a file holds a list with one row per child, so that nothing of it is kept.

Strong evidence refuses: a heading of names, births or identifiers with values beneath it, the
columns of a statutory return, identifiers with check digits, one row per child. What a name, a
date or a postcode may also be in a published table refuses nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final

from cpdash.sheets.personal import identifiers
from cpdash.sheets.personal.headings import Lookup, heading
from cpdash.sheets.personal.rows import in_line
from cpdash.sheets.personal.unheaded import in_blocks
from cpdash.sheets.personal.values import in_columns
from cpdash.sheets.personal.view import Finding, View
from cpdash.sheets.sheet import Sheet, address, letters

HEADING_ROWS: Final = 30
BLOCK_ROWS: Final = 3
MOST_HEADING_ROWS: Final = 300
MOST_ROWS, MOST_CELLS = 2_000, 1_000_000
TURNED_LINES: Final = 2
TURNED_ROWS, TURNED_COLUMNS = 120, 400
TEXT_FROM: Final = 12


@dataclass(frozen=True)
class Personal:
    """Why a file is about single children. It never holds a value of the file: `column` is the
    letters of a column or "", `cell` the address of its heading or ""."""

    sheet: str
    column: str
    cell: str
    reason: str


@dataclass(frozen=True)
class Memory:
    """What was looked at in the sheets before, since sheets of one file repeat themselves."""

    headings: Lookup = field(default_factory=Lookup)
    texts: set[str] = field(default_factory=set)


def child_level(name: str, sheets: Sequence[Sheet], texts: Sequence[str] = ()) -> Personal | None:
    """The first strong evidence that a file lists single children; None when there is none.

    `name` is the file's name, `texts` whatever else it holds: comments, names, left-over strings.
    """
    if reason := _in_texts((name, *texts)):
        return Personal("", "", "", reason)
    memory = Memory()
    for sheet in sheets:
        if found := _in_sheet(sheet, memory):
            told = "" if identifiers.in_text(sheet.name) else sheet.name
            return replace(found, sheet=told)
    return None


def _in_texts(texts: Sequence[str]) -> str:
    """What a file's other texts say of single children."""
    said = set()
    for text in texts:
        if reason := identifiers.in_text(text):
            return reason
        role = heading(text)
        if role and role.sure:
            said.add(text.strip().casefold())
    if len(said) >= 2:
        return "data of single children kept out of sight (such as behind a pivot table)"
    kinds = [kind for kind in identifiers.kinds(texts) if kind in ("health", "pupil", "insurance")]
    return "identifiers of persons kept out of sight" if len(kinds) >= 3 else ""


def _in_sheet(sheet: Sheet, memory: Memory) -> Personal | None:
    """The first strong evidence in one sheet; the sheet's name is put to it later."""
    view = _upright(sheet)
    if not view.lines:
        return None
    for line in _heading_lines(view):
        if found := in_line(view, line, memory.headings):
            cell = address(view.numbers[found.line], found.place + 1)
            return _told(found, letters(found.place + 1), cell)
    columns = tuple(zip_longest(*view.lines))
    turned = View(tuple(column[:TURNED_ROWS] for column in columns[:TURNED_COLUMNS]))
    for line in range(min(TURNED_LINES, len(columns))):
        if found := in_line(turned, line, memory.headings):
            return _told(found, "", address(view.numbers[found.place], found.line + 1))
    if found := in_blocks(view):
        return _told(found, letters(found.place + 1), "")
    if by_value := in_columns(columns):
        place, reason = by_value
        return Personal("", letters(place + 1), "", reason)
    if by_value := in_columns(view.lines[:TURNED_ROWS]):
        return Personal("", "", address(view.numbers[by_value[0]], 1), by_value[1])
    return _by_text(view, memory)


def _told(found: Finding, column: str, cell: str) -> Personal:
    if found.several:
        return Personal("", "", "", found.reason)
    return Personal("", "" if found.beside else column, cell, found.reason)


def _by_text(view: View, memory: Memory) -> Personal | None:
    """A cell with a sentence about one child in it."""
    texts = {
        cell for line in view.lines for cell in line if type(cell) is str and len(cell) > TEXT_FROM
    }
    for text in texts - memory.texts:
        if reason := identifiers.in_text(text):
            return next(
                Personal("", letters(place), address(view.numbers[index], place), reason)
                for index, line in enumerate(view.lines)
                for place, cell in enumerate(line, 1)
                if cell == text
            )
    memory.texts.update(texts)
    return None


def _upright(sheet: Sheet) -> View:
    """The rows with values: the first ones, and of many more every so-manyth."""
    filled = [(number, row) for number, row in enumerate(sheet.rows, 1) if any(map(_holds, row))]
    width = max((len(row) for _, row in filled), default=1)
    most = max(min(MOST_ROWS, MOST_CELLS // width), HEADING_ROWS)
    rest = filled[most:]
    chosen = filled[:most] + rest[:: len(rest) // most + 1]
    return View(tuple(row for _, row in chosen), tuple(number for number, _ in chosen))


def _holds(cell: object) -> bool:
    return cell is not None and cell != ""


def _heading_lines(view: View) -> Iterator[int]:
    """The lines that may hold headings: the first ones, and the first of each later block."""
    since_gap = told = 0
    for index, number in enumerate(view.numbers[:MOST_ROWS]):
        gap = index > 0 and number - view.numbers[index - 1] > 1
        since_gap = 0 if gap else since_gap + 1
        if index < HEADING_ROWS or since_gap < BLOCK_ROWS:
            told += 1
            yield index
        if told >= MOST_HEADING_ROWS:
            return
