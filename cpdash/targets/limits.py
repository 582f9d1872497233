"""Targets to keep to at every census: a floor, a ceiling, a range, a level, another area."""

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import ClassVar

from cpdash.targets.case import Case, Observed, in_children, smallest_base
from cpdash.targets.target import Arithmetic, Step, Unanswerable, Verdict, kept_since

Limits = tuple[float | None, float | None]


class Floor:
    """At least `lower`."""

    needs: ClassVar[tuple[str, ...]] = ("indicator", "lower")

    @staticmethod
    def evaluate(case: Case) -> Verdict:
        return _within(case, (case.target.lower, None), case.target.start)


class Ceiling:
    """At most `upper`."""

    needs: ClassVar[tuple[str, ...]] = ("indicator", "upper")

    @staticmethod
    def evaluate(case: Case) -> Verdict:
        return _within(case, (None, case.target.upper), case.target.start)


class Range:
    """From `lower` to `upper`, both included."""

    needs: ClassVar[tuple[str, ...]] = ("indicator", "lower", "upper")

    @staticmethod
    def evaluate(case: Case) -> Verdict:
        if case.target.lower is None or case.target.upper is None:
            case.deciding(case.target.start)
            raise Unanswerable("AMBIGUOUS")
        return _within(case, (case.target.lower, case.target.upper), case.target.start)


class Maintain:
    """As it was at the baseline, give or take a tolerance that the plan has to name."""

    needs: ClassVar[tuple[str, ...]] = ("indicator", "tolerance_abs|tolerance_rel")

    @staticmethod
    def evaluate(case: Case) -> Verdict:
        base, found = case.baseline, case.deciding(case.since)
        if base is None:
            raise Unanswerable("BASELINE_MISSING")
        if base.segment not in (None, found.segment):
            raise Unanswerable("BREAK", base.pair)
        if (case.target.tolerance_abs, case.target.tolerance_rel) == (None, None):
            raise Unanswerable("AMBIGUOUS", base.pair)
        near = case.tolerance(base.value, found.is_count)
        return _within(case, (base.value - near, base.value + near), case.since, base.value)


class Comparator:
    """No worse than another area, or its family group, at the same census."""

    needs: ClassVar[tuple[str, ...]] = ("indicator", "comparator")

    @staticmethod
    def evaluate(case: Case) -> Verdict:
        others = {point.when: point for point in case.beside if point.known or point.hidden}
        found = case.deciding(case.target.start)
        both = [
            (point, others[point.when])
            for point in case.within(case.target.start)
            if point.when in others and (point.known or point.hidden)
        ]
        if not both:
            raise Unanswerable("NO_COMPARISON")
        found, other = both[-1]
        if found.hidden or other.hidden:
            raise Unanswerable("HIDDEN")
        if found.is_count or other.is_count:
            raise Unanswerable("COUNTS")
        if case.target.good == 0:
            raise Unanswerable("AMBIGUOUS")
        return _no_worse(case, [(a, b) for a, b in both if a.known and b.known], found, other)


def _no_worse(
    case: Case, both: list[tuple[Observed, Observed]], found: Observed, other: Observed
) -> Verdict:
    if case.awaited(found):
        raise Unanswerable("CENSUS_NOT_HELD")
    good = case.target.good
    gap = good * (found.value - other.value)
    steps = tuple(
        Step(a.when, a.when, a.value, a.value, good * (a.value - b.value) >= 0) for a, b in both
    )
    return Verdict(
        _status(case, gap, case.tolerance(other.value, found.is_count)),
        observed=(found.value, found.when),
        expected=other.value,
        gap=gap,
        gap_children=in_children(gap, found),
        satisfied=steps,
        held_since=kept_since(steps),
        deciding_date=found.when,
        path=tuple((b.when, b.value) for _, b in both),
        smallest_base=smallest_base(found, other),
    )


def _within(case: Case, limits: Limits, since: date | None, middle: float | None = None) -> Verdict:
    """Judged at the deciding census; `middle` is the level to keep, with no amber around it."""
    found = case.deciding(since)
    if limits == (None, None):
        raise Unanswerable("AMBIGUOUS")
    if case.awaited(found):
        raise Unanswerable("CENSUS_NOT_HELD")
    gap = room(found.value, limits)
    nearest_limit = min(
        (limit for limit in limits if limit is not None),
        key=lambda limit: abs(found.value - limit),
    )
    near = 0.0 if middle is not None else case.tolerance(nearest_limit, found.is_count)
    steps = tuple(
        Step(p.when, p.when, p.value, p.value, room(p.value, limits) >= 0)
        for p in case.within(since)
        if p.known and p.segment == found.segment
    )
    vouched = _vouched([p for p in case.within(since) if p.when <= found.when], found.segment)
    first, last = since or steps[0].from_date, case.target.due or found.when
    return Verdict(
        _status(case, gap, near),
        observed=(found.value, found.when),
        baseline=case.baseline.pair if case.baseline and middle is not None else None,
        goal=middle,
        expected=middle if middle is not None else nearest_limit,
        gap=gap,
        gap_children=in_children(gap, found),
        satisfied=steps,
        held_since=kept_since(steps[len(steps) - vouched :]),
        deciding_date=found.when,
        path=() if middle is None else ((first, middle), (last, middle)),
        limits=limits,
        smallest_base=smallest_base(found),
    )


def _vouched(points: Sequence[Observed], segment: int) -> int:
    """How many of the last censuses are known and alike; one that is hidden, missing or counted
    in another way ends the run that can be vouched for."""
    run = takewhile(lambda point: point.known and point.segment == segment, reversed(points))
    return len(list(run))


def _status(case: Case, gap: float, near: float) -> Arithmetic:
    if gap >= 0:
        return "met"
    return "at_risk" if gap >= -near and not case.ended else "not_met"


def room(value: float, limits: Limits) -> float:
    """How far inside the limits a figure is; negative outside."""
    lower, upper = limits
    below = value - lower if lower is not None else float("inf")
    above = upper - value if upper is not None else float("inf")
    return min(below, above)
