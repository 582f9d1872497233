"""What is wrong with a file: a Problem is a value to collect, a ConfigError stops a file of ours.

Every code is documented in docs/errors.md; tests/test_errors.py holds the two together.
"""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["fatal", "error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One fault of a workbook, for whoever keeps it.

    `fatal`: nothing in the file could be used. `error`: what stands in this place was left out.
    `warning`: it was used, and should be looked at.
    """

    code: str
    severity: Severity
    file: str
    sheet: str
    cell: str
    found: str
    expected: str
    fix: str

    @property
    def where(self) -> str:
        """The place, as a person would say it: `file, sheet 'Placements', cell D7`."""
        parts = [self.file]
        if self.sheet:
            parts.append(f"sheet '{self.sheet}'")
        if self.cell:
            parts.append(f"cell {self.cell}")
        return ", ".join(parts)

    def sentence(self) -> str:
        """Where: what was found, what was expected. What to do."""
        return f"{self.where}: {self.found}, {self.expected}. {self.fix}"

    def line(self) -> str:
        """The same for a program: `code: file [sheet!cell]: what was found, ...`."""
        place = f" [{self.sheet}!{self.cell}]" if self.sheet else ""
        return f"{self.code}: {self.file}{place}: {self.found}, {self.expected}. {self.fix}"


class ConfigError(Exception):
    """A file of the project's own is wrong: said in one sentence, without a traceback."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(problem.sentence() for problem in problems))
