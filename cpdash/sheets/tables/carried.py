"""What holds for a row because it stands above it."""

from cpdash.sheets.tables.blocks import Block
from cpdash.sheets.tables.outline import below


def carried(block: Block) -> dict[int, dict[int, object]]:
    """The labels of each row; one that stands once for several rows is carried down."""
    found: dict[int, dict[int, object]] = {}
    above: dict[int, object] = {}
    last = max(block.labels, default=0)
    first_label = min(block.labels, default=0)
    for number in block.body:
        if number in block.groups:
            above = {}
        cells = block.sheet.rows[number - 1]
        row = {
            c: value
            for c in block.labels
            if c <= len(cells)
            and (value := cells[c - 1]) is not None
            and (type(value) is not str or value.strip())
        }
        first = min(row, default=0)
        if first != first_label:
            row = {c: v for c, v in above.items() if c < first and c != last} | row
        above = found[number] = row
    return found


def groups(block: Block, country: str) -> dict[int, tuple[str, ...]]:
    """The lines of text that each row stands under."""
    found: dict[int, tuple[str, ...]] = {}
    lines: tuple[str, ...] = ()
    for number in block.body:
        if number in block.groups:
            lines = below(lines, block.groups[number], country)
        found[number] = lines
    return found
