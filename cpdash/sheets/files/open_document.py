"""What the markup of an OpenDocument spreadsheet (.ods) says that its values do not."""

from typing import Final

from cpdash.sheets.files import limits
from cpdash.sheets.files.container import Container
from cpdash.sheets.files.grid import Grid
from cpdash.sheets.files.markup import harmless, listening, local, parse
from cpdash.sheets.files.refused import Refusal
from cpdash.sheets.sheet import UNCALCULATED, ErrorCell

MANIFEST: Final = "META-INF/manifest.xml"
CELLS: Final = frozenset({"table-cell", "covered-table-cell"})


def is_encrypted(parts: Container) -> bool:
    """Whether the spreadsheet was saved with a password."""
    return MANIFEST in parts.entries and b"encryption-data" in harmless(parts.part(MANIFEST))


def grids(content: bytes) -> dict[str, Grid]:
    """The grid of each sheet by its name, in their order."""
    tables = _Tables()
    parse(tables.parser, content)
    if len(tables.found) > limits.SHEETS:
        raise Refusal("too-much", f"found {len(tables.found):,} sheets")
    return tables.found


class _Tables:
    """Looks at rows and cells one by one; each may stand for many that are the same."""

    def __init__(self) -> None:
        self.found: dict[str, Grid] = {}
        self._grid = Grid()
        self._depth = self._row = self._column = self._rows = self._columns = 0
        self._cell: dict[str, str] | None = None
        self._text: list[str] = []
        self.parser = listening(self._start, self._end, self._characters)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = local(name)
        if kind == "table":
            self._table(attributes.get("table:name", ""))
        elif kind == "table-row":
            self._row += self._rows
            self._rows = _times(attributes.get("table:number-rows-repeated"))
            self._column = self._columns = 0
        elif kind in CELLS:
            self._column += self._columns
            self._columns = _times(attributes.get("table:number-columns-repeated"))
            self._cell, self._text = attributes, []

    def _table(self, name: str) -> None:
        self._depth += 1
        if self._depth > 1 or name in self.found:
            raise Refusal("damaged", "found a spreadsheet that contradicts itself")
        self._grid = self.found[name] = Grid()
        self._row = self._rows = 0

    def _characters(self, text: str) -> None:
        if self._cell is not None:
            self._text.append(text)

    def _end(self, name: str) -> None:
        kind = local(name)
        if kind == "table":
            self._depth -= 1
        elif kind in CELLS and self._cell is not None:
            self._done(self._cell, "".join(self._text).strip())
            self._cell = None

    def _done(self, cell: dict[str, str], text: str) -> None:
        types = {local(key): value for key, value in cell.items() if local(key) == "value-type"}
        special: object = None
        if cell.get("calcext:value-type") == "error" or _is_error(cell, text):
            special = ErrorCell(text or "#N/A")
        elif "table:formula" in cell and not types:
            special = UNCALCULATED
        elif not types and not text:
            return
        self._fill(special)

    def _fill(self, special: object) -> None:
        """Count the cell as often as it stands there, and keep it when it is no value."""
        grid, first = self._grid, (self._row + 1, self._column + 1)
        last_row, last_column = self._row + self._rows, self._column + self._columns
        grid.filled += self._rows * self._columns
        grid.reach((last_row,), (last_column,))
        if grid.filled > limits.FILLED_CELLS:
            raise Refusal("too-much", f"found more than {limits.FILLED_CELLS:,} filled cells")
        if special is not None:
            for row in range(first[0], last_row + 1):
                for column in range(first[1], last_column + 1):
                    grid.special[row, column] = special


def _is_error(cell: dict[str, str], text: str) -> bool:
    """Whether a formula's result is an error, as older programs save it."""
    return "table:formula" in cell and text.startswith(("#", "Err:"))


def _times(repeated: str | None) -> int:
    """How many rows or columns one stands for."""
    if repeated is None:
        return 1
    if not (repeated.isascii() and repeated.isdigit() and 0 < len(repeated) < 8):
        raise Refusal("damaged", "found a spreadsheet that contradicts itself")
    return int(repeated)
