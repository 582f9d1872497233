"""What a plan asks for (Target) and what the figures say about it (Verdict)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Arithmetic = Literal[
    "met",
    "not_met",
    "achieved_now",
    "on_track",
    "at_risk",
    "off_track",
    "not_yet_due",
    "cannot_tell",
    "not_measurable",
]


@dataclass(frozen=True)
class Target:
    """One row of a plan. Percentages are 0..100 and their tolerance is in points.

    `text` is the plan's own words; `interpretation` is how they are read here, and `agreed_by`
    whoever settled that. `tolerance_rel` is a fraction of the expected figure. `sheet` and `cell`
    say where the row starts.
    """

    id: str
    area: str
    action: str
    text: str
    kind: str
    indicator: str = ""
    collection: str = "council"
    good: int = 0
    start: date | None = None
    due: date | None = None
    baseline_value: float | None = None
    baseline_date: date | None = None
    baseline_origin: str = ""
    baseline_note: str = ""
    target_value: float | None = None
    lower: float | None = None
    upper: float | None = None
    change: float | None = None
    change_type: str = ""
    direction: str = ""
    period: str = "year_on_year"
    strict: bool = True
    tolerance_abs: float | None = None
    tolerance_rel: float | None = None
    interpolation: str = "linear"
    comparator: str = ""
    interpretation: str = ""
    agreed_by: str = ""
    in_place_on: date | None = None
    sheet: str = ""
    cell: str = ""


class Step(NamedTuple):
    """A pair of censuses, or one census (both dates the same), and whether it is as asked."""

    from_date: date
    to_date: date
    from_value: float
    to_value: float
    held: bool


def kept_since(steps: Sequence[Step]) -> date | None:
    """The first date of the run of kept steps that lasts until the newest."""
    since = None
    for step in reversed(steps):
        if not step.held:
            break
        since = step.from_date
    return since


@dataclass(frozen=True)
class Verdict:
    """What the arithmetic says; nothing about chance.

    `gap` is positive on the good side, in the unit of the indicator; `gap_children` the same in
    children, unrounded. `goal` is the figure to reach, `expected` the figure due by the deciding
    census, `path` the line between. `elapsed` and `progress` are fractions. `limits` is
    (lowest, highest); `smallest_base` the fewest children that a percentage here is a share of.
    None: does not apply or is not known.
    """

    arithmetic: Arithmetic
    reason: str = ""
    observed: tuple[float, date] | None = None
    baseline: tuple[float, date | None] | None = None
    goal: float | None = None
    expected: float | None = None
    gap: float | None = None
    gap_children: float | None = None
    required_per_year: float | None = None
    progress: float | None = None
    elapsed: float | None = None
    satisfied: tuple[Step, ...] = ()
    held_since: date | None = None
    deciding_date: date | None = None
    path: tuple[tuple[date, float], ...] = ()
    limits: tuple[float | None, float | None] | None = None
    smallest_base: float | None = None


class Unanswerable(Exception):
    """The figures cannot answer: a reason code, and the starting figure where it may be shown."""

    def __init__(self, reason: str, baseline: tuple[float, date | None] | None = None) -> None:
        self.reason = reason
        self.baseline = baseline
        super().__init__(reason)
