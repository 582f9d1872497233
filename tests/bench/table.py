"""A row of the printed table: two lists of measurements, their medians, and the limit."""

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Row:
    """`ours` and `theirs` in `unit`. The limit is on the ratio of the medians, or, with
    `absolute`, on our own median; None: printed without a judgement."""

    what: str
    ours: list[float]
    theirs: list[float]
    limit: float | None
    unit: str = "ms"
    absolute: bool = False
    against: str = "bare"

    @property
    def judged(self) -> float:
        """The number that the limit is about."""
        return median(self.ours) if self.absolute else median(self.ours) / median(self.theirs)

    def cells(self) -> list[str]:
        """The row as printed."""
        word = "" if self.limit is None else ("pass" if self.judged <= self.limit else "FAIL")
        limit = "" if self.limit is None else f"{self.limit:g}{self.unit if self.absolute else ''}"
        return [
            self.what,
            f"{median(self.ours):.0f} ({min(self.ours):.0f}) {self.unit}",
            f"{median(self.theirs):.0f} ({min(self.theirs):.0f}) {self.unit}",
            self.against,
            f"{median(self.ours) / median(self.theirs):.2f}",
            limit,
            word,
        ]


HEADINGS = ["", "dashboard", "compared", "with", "ratio", "limit", ""]


def printed(rows: list[Row]) -> str:
    """Median (min) of each row, in columns."""
    table = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[i]) for line in table) for i in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in table
    )
