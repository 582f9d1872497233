"""What a sheet shows, small enough to be shown again."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, NamedTuple

from cpdash.days import day
from cpdash.sheets.sheet import Sheet

ROWS: Final = 200
COLUMNS: Final = 60
TEXT: Final = 60
"""Characters of a cell; a longer one ends in an ellipsis."""
CUT: Final = "\u2026"
MOST_TEXT: Final = 4_000_000
"""Characters of all pictures of a file together: more than any real one has."""


class Picture(NamedTuple):
    """The texts of a sheet's first rows and columns. `lines[0]` is row 1, a tab between its cells;
    `height` and `width` are those of the whole sheet, in cells."""

    sheet: str
    hidden: bool
    height: int
    width: int
    lines: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing of the sheet is left out."""
        return self.height <= ROWS and self.width <= COLUMNS


def of_sheets(sheets: Iterable[Sheet]) -> list[Picture]:
    """The pictures of sheets, as far as there is room for them."""
    shown: list[Picture] = []
    room = MOST_TEXT
    for sheet in sheets:
        picture = of_sheet(sheet)
        room -= sum(map(len, picture.lines))
        if room >= 0:
            shown.append(picture)
    return shown


def of_sheet(sheet: Sheet) -> Picture:
    """The picture of a sheet. Numbers stand as they are stored: how they are formatted is not
    read."""
    lines = tuple("\t".join(_text(value) for value in row[:COLUMNS]) for row in sheet.rows[:ROWS])
    width = max(map(len, sheet.rows), default=0)
    return Picture(sheet.name, sheet.hidden, len(sheet.rows), width, lines)


def _text(value: object) -> str:
    """What a cell shows, on one line."""
    if value is None:
        return ""
    if type(value) is str:
        return _short(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, datetime):
        return f"{day(value.date())} {value:%H:%M}"
    return day(value) if isinstance(value, date) else _short(str(value))


def _short(text: str) -> str:
    seen = "".join(letter if letter.isprintable() else " " for letter in text[: 4 * TEXT])
    line = " ".join(seen.split())
    return line if len(line) <= TEXT else line[: TEXT - 1].rstrip() + CUT
