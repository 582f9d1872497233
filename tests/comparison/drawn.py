"""Comparisons drawn as text: what is held, what a file says, and the day of judging."""

from datetime import date

from cpdash.census import Census
from cpdash.comparison import Comparison, compare
from cpdash.figures import Holdings
from tests.drawing import holdings

TODAY = date(2026, 11, 22)
HELD, FILE = "held 2020-01-01", "file 2021-01-01"


def compared(
    held: str, new: str, held_editions: str = HELD, new_editions: str = FILE
) -> Comparison:
    """`held` and `new`: `date category value` a line, children looked after in South Lanarkshire
    by its own count, and where there are several editions their name; or a whole line of
    tests.drawing."""
    before = holdings(lines(held, held_editions), held_editions) if held else Holdings()
    after = holdings(lines(new, new_editions), new_editions)
    return compare(Census(before), after, {}, TODAY)


def lines(text: str, editions: str) -> str:
    """Lines as tests.drawing reads them."""
    first = editions.split()[0]
    found = []
    for line in text.strip().splitlines():
        parts = line.split()
        if not parts[0][0].isdigit():
            found.append(" ".join(parts if len(parts) > 6 else [*parts, first]))
            continue
        when, category, said, *edition = parts
        name = edition[0] if edition else first
        found.append(f"S12000029 {when} council looked_after {category} {said} {name}")
    return "\n".join(found)
