"""What a file leaves open, and what a person answers to it.

An answer fills a gap and never changes what a file says: a label that is known, a date or an area
that is printed stays what it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from cpdash.areas import AREAS
from cpdash.vocabulary import CATEGORIES

LEAVE_OUT: Final = "leave-out"
"""The answer that a label is something else: its row or column is no fault, and is left out."""

Kind = Literal["area", "date", "label"]
Place = tuple[str, str]
"""The name of a sheet and a cell; of a table its first."""


class Question(NamedTuple):
    """Something that a file does not say and a person may: the `area` or the `date` of a table, or
    what a printed `label` means. `cell`: the first it is about; `table`: the cells of the table;
    `nearest`: codes of the categories whose labels are spelled almost alike."""

    kind: Kind
    sheet: str
    cell: str
    table: str
    label: str = ""
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answers:
    """`labels`: a printed label, on one line -> the code of a category, or LEAVE_OUT; `dates` and
    `areas` (codes): of single tables."""

    labels: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[Place, date] = field(default_factory=dict)
    areas: Mapping[Place, str] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """The same as options of the process that reads, which are said in JSON."""
        return {
            "labels": dict(self.labels),
            "dates": [[*place, day.isoformat()] for place, day in self.dates.items()],
            "areas": [[*place, code] for place, code in self.areas.items()],
        }


UNANSWERED: Final = Answers()
"""Nobody has said anything."""


def heard(options: Mapping[str, Any]) -> Answers:
    """The answers among the options; codes that are not known are none."""
    known = {*CATEGORIES, LEAVE_OUT}
    return Answers(
        {label: code for label, code in options.get("labels", {}).items() if code in known},
        {(sheet, at): date.fromisoformat(day) for sheet, at, day in options.get("dates", ())},
        {(sheet, at): code for sheet, at, code in options.get("areas", ()) if code in AREAS},
    )
