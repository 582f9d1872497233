"""How verdicts and reasons are called, and the sentence beside a target: by fixed rules only."""

from collections.abc import Callable
from itertools import pairwise
from typing import Final, NamedTuple

from cpdash.indicators import Unit
from cpdash.targets.target import Step, Target, Verdict
from cpdash.wording import base_decimals, day, number

VERDICTS: Final[dict[str, str]] = {
    "met": "Met",
    "not_met": "Not met",
    "achieved_now": "Achieved for now",
    "on_track": "On track",
    "at_risk": "At risk",
    "off_track": "Off track",
    "not_yet_due": "Not yet due",
    "cannot_tell": "Cannot tell",
    "not_measurable": "Not measured here",
}
"""The word for each verdict; theme.TONES has its shape and colours."""

REASONS: Final[dict[str, str]] = {
    "NO_DATA": "No figure is held for the plan's years.",
    "HIDDEN": "Not shown, to protect children's privacy.",
    "BREAK": "The way of counting changed in between, so the figures are not like for like.",
    "BASELINE_MISSING": "The plan counts from a starting figure, and none is stated or held.",
    "ONE_POINT": "There is one census in the plan's years, and a direction needs two.",
    "AMBIGUOUS": "The plan's words can be read in more than one way, and nobody has settled which.",
    "ZERO_BASE": "A count of nought cannot fall, and no percentage can be taken of it.",
    "CENSUS_NOT_HELD": "A census that is needed to decide this is not held.",
    "COUNTS": "Counts of children in areas of different size are not compared.",
    "NO_COMPARISON": "No figure of the area compared with is held for the same census.",
    "NOT_REPORTED": "Nothing is recorded about whether this is in place.",
    "CONTEXT": "The plan states this and sets no target for it.",
    "NOT_A_CENSUS_FIGURE": "The figures held here do not count this.",
    "NO_CHANGE": "The last year did not change.",
    "LATE": "It was in place after the date in the plan.",
}


def sentence(
    target: Target, verdict: Verdict, indicator_title: str, unit: Unit, compared_with: str = ""
) -> str:
    """What the figures say about a target, with every date and level. `compared_with` names the
    area of a comparator; without a title, the title and its colon are left out."""
    if verdict.arithmetic in ("cannot_tell", "not_measurable"):
        said = REASONS[verdict.reason]
        if verdict.reason == "NOT_REPORTED" and target.due is not None:
            said += f" It was due by {day(target.due)}."
    elif target.kind == "milestone":
        said = _milestone(target, verdict)
    elif verdict.smallest_base is not None and base_decimals(verdict.smallest_base) is None:
        said = "The percentage stands on fewer than 10 people, so it is not printed."
    else:
        said = _SAID[target.kind](target, verdict, _Figures(unit, verdict.smallest_base))
        if compared_with:
            said = said.replace("the area compared with", compared_with)
    return f"{indicator_title}: {said[0].lower()}{said[1:]}" if indicator_title else said


class _Figures(NamedTuple):
    """How this target's figures are printed."""

    unit: Unit
    base: float | None

    @property
    def decimals(self) -> int:
        bears = 1 if self.base is None else base_decimals(self.base)
        return bears or 0

    def level(self, value: float) -> str:
        """A figure that was counted: `47`, `87.6%`."""
        return f"{number(value, self.decimals)}%" if self.unit == "percent" else _short(value)

    def asked(self, value: float) -> str:
        """A figure of the plan, as the plan has it: `40`, `90%`."""
        return _short(value) + ("%" if self.unit == "percent" else "")

    def amount(self, value: float) -> str:
        """`2.3`, `0.3 points`, without a sign."""
        size = abs(value)
        words = _short(size) if size >= 0.05 else "less than 0.1"
        points = " point" if words == "1" else " points"
        return words + (points if self.unit == "percent" else "")


def _short(value: float) -> str:
    return number(value, 0 if abs(value - round(value)) < 0.05 else 1)


def _milestone(target: Target, verdict: Verdict) -> str:
    by = day(target.due) if target.due else ""
    if verdict.deciding_date is None:
        return f"Due by {by}."
    done = f"In place on {day(verdict.deciding_date)}"
    if not by:
        return f"{done}."
    order = "after" if verdict.reason == "LATE" else "by"
    return f"{done}, {order} the date in the plan, {by}."


def _direction(target: Target, verdict: Verdict, figures: _Figures) -> str:
    steps = verdict.satisfied
    first, last = steps[0], steps[-1]
    between = (
        f"from {figures.level(first.from_value)} at {day(first.from_date)} "
        f"to {figures.level(last.to_value)} at {day(last.to_date)}"
    )
    if target.period == "over_plan":
        return f"{_moved(first).capitalize()}, {between}."
    if len(steps) == 1:
        return f"{_moved(first).capitalize()} in the one year that can be compared, {between}."
    rises = target.direction == "increase"
    verb = (
        ("Rose" if rises else "Fell") if target.strict else f"Did not {'fall' if rises else 'rise'}"
    )
    kept = sum(step.held for step in steps)
    apart = any(a.to_date != b.from_date for a, b in pairwise(steps))
    years = f"{len(steps)} years" + (" that can be compared" if apart else "")
    said = f"{verb} in {kept or 'none'} of {years}, {between}."
    return said if last.held else f"{said} In the last year it {_moved(last)}."


def _moved(step: Step) -> str:
    if step.from_value == step.to_value:
        return "did not change"
    return "rose" if step.to_value > step.from_value else "fell"


def _level(target: Target, verdict: Verdict, figures: _Figures) -> str:
    assert verdict.observed is not None
    assert verdict.goal is not None
    assert target.due is not None
    value, when = verdict.observed
    bound = "at least" if target.good > 0 else "at most"
    said = f"{figures.level(value)} at {day(when)}"
    if verdict.arithmetic in ("on_track", "at_risk", "off_track") and verdict.expected is not None:
        said += f"; {bound} {figures.level(verdict.expected)} was expected by then"
        if figures.level(value) == figures.level(verdict.expected):
            said += ", before rounding"
    asks = "asked" if verdict.arithmetic in ("met", "not_met") else "asks"
    said += f". The plan {asks} for {bound} {figures.asked(verdict.goal)} by {day(target.due)}"
    if verdict.required_per_year is None or verdict.arithmetic in (
        "met",
        "not_met",
        "achieved_now",
    ):
        return f"{said}."
    move = "rise" if verdict.required_per_year > 0 else "fall"
    return f"{said}, a {move} of {figures.amount(verdict.required_per_year)} a year from there."


def _limits(target: Target, verdict: Verdict, figures: _Figures) -> str:
    assert verdict.observed is not None
    assert verdict.limits is not None
    value, when = verdict.observed
    lower, upper = verdict.limits
    if target.kind == "maintain" and verdict.goal is not None and upper is not None:
        near = figures.amount(upper - verdict.goal)
        asks = f"{figures.level(verdict.goal)}, give or take {near}"
    elif lower is not None and upper is not None:
        asks = f"{figures.asked(lower)} to {figures.asked(upper)}"
    elif lower is not None:
        asks = f"at least {figures.asked(lower)}"
    else:
        asks = f"at most {figures.asked(upper or 0.0)}"
    said = f"{figures.level(value)} at {day(when)}. The plan asks for {asks}"
    return f"{said}{_kept(verdict)}."


def _kept(verdict: Verdict) -> str:
    """`, which held at 3 of 4 censuses`: said when there is more than one."""
    steps = verdict.satisfied
    if len(steps) < 2:
        return ""
    kept = sum(step.held for step in steps)
    return (
        f", which held at {kept or 'none'} of {len(steps)} censuses from {day(steps[0].from_date)}"
    )


def _comparator(_target: Target, verdict: Verdict, figures: _Figures) -> str:
    assert verdict.observed is not None
    assert verdict.expected is not None
    value, when = verdict.observed
    mine, theirs = figures.level(value), figures.level(verdict.expected)
    same = ", before rounding" if mine == theirs and verdict.gap else ""
    return f"{mine} at {day(when)}, against {theirs} for the area compared with{same}."


_SAID: Final[dict[str, Callable[[Target, Verdict, _Figures], str]]] = {
    "direction": _direction,
    "level_by_date": _level,
    "change_from_baseline": _level,
    "floor": _limits,
    "ceiling": _limits,
    "range": _limits,
    "maintain": _limits,
    "comparator": _comparator,
}
