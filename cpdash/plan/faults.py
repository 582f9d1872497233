"""What can be wrong with a plan workbook: one declaration a code, and the way to report it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from cpdash.problems import Problem


@dataclass(frozen=True)
class Fault:
    """`expected` and `fix` complete the sentence of a Problem; braces are filled in."""

    expected: str
    fix: str


EXCEL: Final = "expected a plan workbook of Excel (.xlsx)"
CHOOSE: Final = "Choose one of these."

FAULTS: Final[dict[str, Fault]] = {
    "plan-file-missing": Fault(EXCEL, "Check the name and the folder of the file."),
    "plan-file-locked": Fault(
        "expected a file that may be read", "Close it in other programs, or ask for the right to."
    ),
    "plan-file-not-excel": Fault(
        EXCEL,
        "Open it in Excel and save it as an Excel workbook without a password, or put back an "
        "earlier copy.",
    ),
    "plan-sheet-missing": Fault(
        "expected a sheet called {wanted}", "Add the sheet, or give it back its name."
    ),
    "plan-heading-missing": Fault(
        'expected a column headed "{wanted}"', "Add the heading, or give it back its name."
    ),
    "plan-heading-unknown": Fault(
        'expected "{wanted}" or a heading that is like no other', "Correct the heading."
    ),
    "plan-heading-twice": Fault("expected each heading once", "Rename or delete one of the two."),
    "plan-row-missing": Fault("expected a row below the headings", "Describe the plan in a row."),
    "plan-row-second": Fault(
        "expected one plan in a workbook", "Keep each plan in a workbook of its own."
    ),
    "plan-value-missing": Fault("expected {wanted}", "Fill in the cell."),
    "plan-error-cell": Fault(
        "expected a value", "Mend the formula in Excel and save, or write the value itself."
    ),
    "plan-not-a-date": Fault(
        "expected a day such as 31 March 2018, 2018-03-31 or 31/03/2018", "Write the day in full."
    ),
    "plan-not-a-number": Fault(
        "expected a number such as 90 or 85.5", "Put the number alone in the cell, without words."
    ),
    "plan-unknown-area": Fault(
        "expected the name or the code of a council{nearest}", "Correct the name."
    ),
    "plan-other-area": Fault(
        "expected {wanted}, whose plan this is", "Keep each plan in a workbook of its own."
    ),
    "plan-area-twice": Fault(
        "expected one plan for a council, and {other} has one too", "Take one of the two away."
    ),
    "plan-unknown-kind": Fault("expected one of {allowed}{nearest}", CHOOSE),
    "plan-unknown-indicator": Fault("expected one of {allowed}{nearest}", CHOOSE),
    "plan-unknown-choice": Fault("expected one of {allowed}{nearest}", CHOOSE),
    "plan-unknown-commitment": Fault(
        "expected the number of a commitment: {allowed}{nearest}", "Correct the number."
    ),
    "plan-unknown-action": Fault(
        "expected the number of an action: {allowed}{nearest}; or section and its number",
        "Correct the number, or add the action.",
    ),
    "plan-duplicate-id": Fault(
        "expected each once, and cell {other} has it too", "Give one of the two another."
    ),
    "plan-due-before-start": Fault(
        "expected a day after {start}, when it starts", "Correct one of the two days."
    ),
    "plan-limits-crossed": Fault("expected more than {lower}, the lowest", "Swap the two numbers."),
}


class Misread(Exception):
    """A cell that does not say what it should: which fault, and words for its braces."""

    def __init__(self, code: str, **words: str) -> None:
        self.code = code
        self.words = words
        super().__init__(code)


@dataclass
class Report:
    """Collects the problems of one workbook in the order in which they are found."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, sheet: str, cell: str, found: str, **words: str) -> None:
        """Report one fault; `words` fill the braces of its declaration."""
        fault = FAULTS[code]
        expected = fault.expected.format(**words)
        self.problems.append(
            Problem(code, "fatal", self.file, sheet, cell, found, expected, fault.fix)
        )


def quoted(value: object) -> str:
    """What stands in a cell, in quotes, on one line and not endless."""
    text = " ".join(str(value).split())
    return f'found "{text}"' if len(text) <= 60 else f'found "{text[:57]}..."'


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """The known word closest to `found`, as the end of `expected`; "" when none is close."""
    close = difflib.get_close_matches(found.casefold(), list(known), n=1)
    return f" (did you mean {close[0]}?)" if close else ""


def choices(found: str, known: Iterable[str]) -> dict[str, str]:
    """The words for a fault that lists what is allowed and asks "did you mean"."""
    known = list(known)
    return {"allowed": ", ".join(known), "nearest": did_you_mean(found, known)}
