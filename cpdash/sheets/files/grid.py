"""What the markup of one sheet says that its values do not: how far it reaches, and which cells
hold an error or a formula without its result.

Cells in the plain form that spreadsheets write are set aside at once, by one expression; only what
is left goes through the parser.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from cpdash.sheets.files.markup import listening, local, parse
from cpdash.sheets.files.refused import Refusal
from cpdash.sheets.sheet import UNCALCULATED, ErrorCell

_HEAD: Final = (
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"'
    rb'(?: s="[0-9]+"| t="(?:s|n|str|b|d|inlineStr)"| cm="[0-9]+"| vm="[0-9]+")*+>'
)
_FORMULA: Final = rb"(?:<f(?: [^<>]*+)?+>(?:[^<]*+</f>)?+)?+"
_RESULT: Final = rb"<v>[^<]++</v></c>"
_INLINE: Final = rb'<is><t(?: xml:space="preserve")?+>[^<]++</t></is></c>'
_PLAIN: Final = re.compile(_HEAD + rb"(?:" + _FORMULA + _RESULT + rb"|" + _INLINE + rb")")
_PLAIN_WITHOUT_FORMULA: Final = re.compile(_HEAD + rb"(?:" + _RESULT + rb"|" + _INLINE + rb")")
_BLANK: Final = rb' r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]+"| t="[a-z]+")*+(?: ?+/>|></c>)'
_BLANKS: Final = re.compile(rb"<c" + _BLANK)
_STRANGE: Final = re.compile(rb"<c(?!" + _BLANK + rb"|[a-zA-Z])")
_ADDRESS: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})", re.ASCII)


@dataclass
class Grid:
    """The reach of a sheet's filled cells, how many there are, and the cells that are no value.
    Rows and columns count from 1; 0 is an empty sheet."""

    last_row: int = 0
    last_column: int = 0
    filled: int = 0
    special: dict[tuple[int, int], object] = field(default_factory=dict)

    def reach(self, rows: Iterable[int], columns: Iterable[int]) -> None:
        """Stretch to filled cells."""
        self.last_row = max(self.last_row, max(rows, default=0))
        self.last_column = max(self.last_column, max(columns, default=0))


def of_sheet(part: bytes, recalculates: bool) -> Grid:
    """The grid of a sheet of an .xlsx workbook. One that `recalculates` asks the program that opens
    it to work out its formulas: a 0 beside a formula is then not a result."""
    pieces = (_PLAIN_WITHOUT_FORMULA if recalculates else _PLAIN).split(part)
    rest = b"".join(pieces[::3])
    strange = _Cells(recalculates)
    if b":c" in rest or _STRANGE.search(rest):
        parse(strange.parser, _BLANKS.sub(b"", rest))
    if strange.unplaced:
        # A cell without an address stands beside the one before it: then every cell matters.
        strange = _Cells(recalculates)
        parse(strange.parser, part)
        return strange.grid
    grid = strange.grid
    grid.filled += len(pieces) // 3
    rows = {int(row) for row in set(pieces[2::3])}
    grid.reach(rows, {number(column.decode()) for column in set(pieces[1::3])})
    return grid


@lru_cache(maxsize=4096)
def number(column: str) -> int:
    """The number of a column's letters, from 1: AB is 28."""
    total = 0
    for letter in column.upper():
        total = total * 26 + ord(letter) - ord("A") + 1
    return total


class _Cells:
    """Looks at cells one by one, as the parser comes to them."""

    def __init__(self, recalculates: bool) -> None:
        self.grid = Grid()
        self.unplaced = False
        self._recalculates = recalculates
        self._row = self._column = 0
        self._kind: str | None = None
        self._formula = self._in_value = False
        self._text: list[str] = []
        self.parser = listening(self._start, self._end, self._characters)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "row":
                self._row = _row_number(attributes.get("r"), self._row + 1)
                self._column = 0
            case "c":
                self._cell(attributes)
            case "f":
                self._formula = True
            case "v" | "t":
                self._in_value = True

    def _cell(self, attributes: dict[str, str]) -> None:
        address = attributes.get("r")
        self._kind = attributes.get("t")
        self._formula, self._text = False, []
        if address is None:
            self.unplaced = True
            self._column += 1
        elif match := _ADDRESS.fullmatch(address):
            self._row, self._column = int(match[2]), number(match[1])
        else:
            raise Refusal("damaged", "found a cell without an address that can be understood")

    def _characters(self, text: str) -> None:
        if self._in_value:
            self._text.append(text)

    def _end(self, name: str) -> None:
        match local(name):
            case "v" | "t":
                self._in_value = False
            case "c":
                self._done("".join(self._text).strip())

    def _done(self, text: str) -> None:
        at = (max(self._row, 1), max(self._column, 1))
        if self._formula and self._unworked(text):
            self.grid.special[at] = UNCALCULATED
        elif self._kind == "e" and text:
            self.grid.special[at] = ErrorCell(text)
        elif not text:
            return
        self.grid.filled += 1
        self.grid.reach(at[:1], at[1:])

    def _unworked(self, text: str) -> bool:
        if self._kind == "str":
            return False
        return not text or (self._recalculates and text in ("0", "0.0"))


def _row_number(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 8 else otherwise
