"""What can be wrong with a file of figures, and the way to report it.

docs/errors.md explains each code to the people who keep the workbooks.
"""

from dataclasses import dataclass, field
from typing import Final

from cpdash.problems import Problem
from cpdash.sheets.answers import Question
from cpdash.sheets.faults.fault import Fault
from cpdash.sheets.faults.of_figures import FIGURES, MOST_PROBLEMS
from cpdash.sheets.faults.of_files import FILES

FAULTS: Final[dict[str, Fault]] = FILES | FIGURES
"""Every kind of fault by its code."""
MOST_ASKED: Final = 100
"""Questions about one file; who answers so many does better to mend the workbook."""


@dataclass
class Report:
    """Collects the problems of one file in the order in which they are found, and what it leaves
    open that a person may say. `repeated`: sheet and cell of a number that says the same as a
    figure, and those of that figure."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    unlisted: int = 0
    questions: list[Question] = field(default_factory=list)
    repeated: list[tuple[str, str, str, str]] = field(default_factory=list)

    def add(self, code: str, sheet: str, cell: str, found: str, **words: str) -> None:
        """Report one fault; `words` fill the braces of its declaration."""
        if len(self.problems) >= MOST_PROBLEMS:
            self.unlisted += 1
            return
        fault = FAULTS[code]
        expected, fix = fault.expected.format(**words), fault.fix.format(**words)
        self.problems.append(
            Problem(code, fault.severity, self.file, sheet, cell, found, expected, fix)
        )

    def ask(self, question: Question) -> None:
        """Remember what a person may say; of a label once, wherever it stands."""
        again = question.label and any(question.label == q.label for q in self.questions)
        if not again and len(self.questions) < MOST_ASKED:
            self.questions.append(question)

    def all(self) -> tuple[Problem, ...]:
        """Every problem; when there were too many to list, a last one says how many more."""
        if not self.unlisted:
            return tuple(self.problems)
        fault = FAULTS["more-problems"]
        found = f"found {self.unlisted:,} more problems"
        last = Problem(
            "more-problems", fault.severity, self.file, "", "", found, fault.expected, fault.fix
        )
        return (*self.problems, last)


def quoted(value: object) -> str:
    """What stands in a cell, in quotes, on one line and not endless."""
    text = " ".join(str(value).split())
    return f'found "{text}"' if len(text) <= 60 else f'found "{text[:57]}..."'


def did_you_mean(name: str | None) -> str:
    """The nearest known name, as the end of `expected`."""
    return f" (did you mean {name}?)" if name else ""
