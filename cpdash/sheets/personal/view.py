"""Lines of cells in which a list of single children may be found, and where it was found."""

from dataclasses import dataclass
from typing import Final, NamedTuple

MOST_VALUES: Final = 500
MOST_EMPTY: Final = 3


@dataclass(frozen=True)
class View:
    """Lines of cells to look for headings in: the rows of a sheet, or its columns where it is
    turned. `numbers` are the rows' own, where lines without any value are left out."""

    lines: tuple[tuple[object, ...], ...]
    numbers: tuple[int, ...] = ()

    def cell(self, line: int, place: int) -> object:
        """What stands in a place of a line; None outside of it."""
        cells = self.lines[line]
        return cells[place] if place < len(cells) else None

    def beneath(self, line: int, place: int) -> list[object]:
        """The values after a line in one place, up to an empty line or a gap."""
        values: list[object] = []
        empty = 0
        for index in range(line + 1, len(self.lines)):
            broken = self.numbers and self.numbers[index] - self.numbers[index - 1] > 1
            if len(values) > 1 and (empty >= MOST_EMPTY or broken):
                break
            value = self.cell(index, place)
            blank = value is None or value == ""
            empty = empty + 1 if blank else 0
            if not blank:
                values.append(value)
            if len(values) >= MOST_VALUES:
                break
        return values


class Finding(NamedTuple):
    """What was found: its heading's line and place, and why; `several` columns are meant, or what
    stands `beside` the heading in its line."""

    line: int
    place: int
    reason: str
    several: bool = False
    beside: bool = False
