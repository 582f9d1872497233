"""Targets with a figure to reach by a date: stated, or counted from where the plan began."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar

from cpdash.targets.case import DAYS_IN_YEAR, Baseline, Case, in_children, smallest_base
from cpdash.targets.target import Arithmetic, Target, Unanswerable, Verdict

CURVE = 24  # straight pieces that a geometric path is drawn with


class LevelByDate:
    """`target_value` by `due`."""

    needs: ClassVar[tuple[str, ...]] = ("indicator", "target_value", "due")

    @staticmethod
    def evaluate(case: Case) -> Verdict:
        return _towards(case, lambda _: case.target.target_value)


class ChangeFromBaseline:
    """The baseline and `change` on top of it, by `due`."""

    needs: ClassVar[tuple[str, ...]] = ("indicator", "change", "change_type", "due")

    @staticmethod
    def evaluate(case: Case) -> Verdict:
        return _towards(case, lambda base: _changed(case.target, base))


def _changed(target: Target, base: Baseline | None) -> float | None:
    if base is None:
        raise Unanswerable("BASELINE_MISSING")
    if target.change is None or not target.change_type:
        return None
    if target.change_type != "percent":
        return base.value + target.change
    if base.value == 0:
        raise Unanswerable("ZERO_BASE", base.pair)
    return base.value * (1 + target.change / 100)


def _towards(case: Case, goal_from: Callable[[Baseline | None], float | None]) -> Verdict:
    base, found = case.baseline, case.deciding(case.since)
    if base is not None and base.segment not in (None, found.segment):
        raise Unanswerable("BREAK", base.pair)
    goal, due, good = goal_from(base), case.target.due, case.target.good
    if goal is None or due is None or good == 0:
        raise Unanswerable("AMBIGUOUS", base.pair if base else None)
    start = base.when if base is not None else None
    dated = start is not None and found.when > start
    expected = goal
    if base is not None and start is not None and dated and not case.ended:
        expected = expected_at(case.target, base.value, goal, elapsed(start, due, found.when))
    if case.awaited(found):
        raise Unanswerable("CENSUS_NOT_HELD", base.pair if base else None)
    gap = good * (found.value - expected)
    short_of_goal = good * (found.value - goal) < 0
    years_left = (due - found.when).days / DAYS_IN_YEAR
    return Verdict(
        _status(case.ended, short_of_goal, dated, gap, case.tolerance(expected, found.is_count)),
        observed=(found.value, found.when),
        baseline=base.pair if base else None,
        goal=goal,
        expected=expected if dated or case.ended else None,
        gap=gap,
        gap_children=in_children(gap, found),
        required_per_year=(goal - found.value) / years_left if years_left > 0 else None,
        progress=_progress(base, goal, found.value),
        elapsed=elapsed(start, due, found.when) if start else None,
        deciding_date=found.when,
        path=_path(case.target, base, goal, due),
        smallest_base=smallest_base(found),
    )


def _status(
    ended: bool, short_of_goal: bool, dated: bool, gap: float, tolerance: float
) -> Arithmetic:
    if ended:
        return "not_met" if short_of_goal else "met"
    if not short_of_goal:
        return "achieved_now"
    if not dated:  # no census since the baseline, or no baseline to draw a path from
        return "not_yet_due"
    if gap >= 0:
        return "on_track"
    return "at_risk" if gap >= -tolerance else "off_track"


def elapsed(start: date, due: date, when: date) -> float:
    """The part of the plan's days that have passed, 0 to 1."""
    days = (due - start).days
    return min(max((when - start).days / days, 0.0), 1.0) if days > 0 else 1.0


def expected_at(target: Target, base: float, goal: float, passed: float) -> float:
    """The figure due when the fraction `passed` of the time has gone. A baseline that already
    reaches the goal has to hold it."""
    if target.good * (goal - base) <= 0 or passed >= 1:
        return goal
    if target.interpolation == "step":
        return base
    if target.interpolation == "geometric":
        if base <= 0 or goal <= 0:
            raise Unanswerable("ZERO_BASE")
        return base * (goal / base) ** passed
    return base + (goal - base) * passed


def _progress(base: Baseline | None, goal: float, value: float) -> float | None:
    if base is None or base.value == goal:
        return None
    return (value - base.value) / (goal - base.value)


def _path(
    target: Target, base: Baseline | None, goal: float, due: date
) -> tuple[tuple[date, float], ...]:
    if base is None or base.when is None:
        return ((due, goal),)
    if target.good * (goal - base.value) <= 0:
        return ((base.when, goal), (due, goal))
    if target.interpolation == "step":
        return ((base.when, base.value), (due, base.value), (due, goal))
    if target.interpolation != "geometric":
        return ((base.when, base.value), (due, goal))
    days, start = (due - base.when).days, base.when
    return tuple(
        (
            start + timedelta(days=round(days * piece / CURVE)),
            expected_at(target, base.value, goal, piece / CURVE),
        )
        for piece in range(CURVE + 1)
    )
