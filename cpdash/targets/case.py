"""One target beside its figures: which census decides, where it began, what is near enough."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from statistics import median

from cpdash.series import Point, Series
from cpdash.targets.target import Target, Unanswerable

DAYS_IN_YEAR = 365.25
NEAR = timedelta(days=15)  # a census taken some days early or late is still that year's
UNEVEN = timedelta(days=4)  # quarters and years differ by a day or two
SHARE_TOLERANCE = 1.0
COUNT_TOLERANCE = (2.0, 0.05)


@dataclass(frozen=True)
class Observed:
    """One census of a series; `value` is NaN when it is withheld or missing."""

    when: date
    value: float
    denominator: float
    status: str
    segment: int

    @property
    def hidden(self) -> bool:
        return self.status == "c"

    @property
    def known(self) -> bool:
        return not self.hidden and self.value == self.value

    @property
    def is_count(self) -> bool:
        return self.denominator != self.denominator


@dataclass(frozen=True)
class Baseline:
    """The figure that a target counts from. `segment` is None when nothing says what it is."""

    value: float
    when: date | None
    segment: int | None

    @property
    def pair(self) -> tuple[float, date | None]:
        return (self.value, self.when)


def points(series: Series) -> tuple[Observed, ...]:
    """The observations as a target is judged on them, oldest first."""
    nan = float("nan")
    return tuple(
        Observed(
            one.when,
            float(one.value) if isinstance(one, Point) else nan,
            float(one.denominator) if isinstance(one, Point) and one.denominator else nan,
            one.status,
            one.segment,
        )
        for one in series
    )


def years_after(when: date, years: int) -> date:
    """The same day and month; the last day of a month stays the last day."""
    year = when.year + years
    last = monthrange(year, when.month)[1]
    at_month_end = when.day == monthrange(when.year, when.month)[1]
    return date(year, when.month, last if at_month_end else min(when.day, last))


def nearest(found: tuple[Observed, ...], when: date) -> Observed | None:
    """The census closest to a date, if one was taken within days of it."""
    near = [point for point in found if abs(point.when - when) <= NEAR]
    return min(near, key=lambda point: abs(point.when - when), default=None)


@dataclass(frozen=True)
class Case:
    """What a kind of target is given to judge."""

    target: Target
    points: tuple[Observed, ...]
    beside: tuple[Observed, ...]
    as_of: date

    @property
    def ended(self) -> bool:
        return self.target.due is not None and self.as_of >= self.target.due

    @property
    def limit(self) -> date:
        """The last day whose census may decide."""
        return min(self.as_of, self.target.due or self.as_of)

    def within(self, since: date | None) -> tuple[Observed, ...]:
        """Censuses of the plan's years, the day it starts and the deciding day among them."""
        first = since or date.min
        return tuple(point for point in self.points if first <= point.when <= self.limit)

    def deciding(self, since: date | None) -> Observed:
        """The last census with an answer; a missing one is passed over, a hidden one is not."""
        held = [p for p in self.within(since) if p.known or p.hidden or p.status == "k"]
        if not held:
            raise Unanswerable("NO_DATA")
        if held[-1].hidden:
            raise Unanswerable("HIDDEN")
        if not held[-1].known:
            raise Unanswerable("NO_DATA")
        return held[-1]

    @cached_property
    def baseline(self) -> Baseline | None:
        """The plan's own figure, else the last census in the year up to the start."""
        target = self.target
        when = target.baseline_date
        row = next((point for point in self.points if point.when == when), None)
        if row is None and when is None and target.baseline_value is None:
            row = self._before_start()
        if row is not None and row.hidden:
            raise Unanswerable("HIDDEN")
        if target.baseline_value is not None:
            return Baseline(target.baseline_value, when, self._segment_at(when))
        if row is not None and row.known:
            return Baseline(row.value, row.when, row.segment)
        return None

    @property
    def since(self) -> date | None:
        """The first day whose census counts: the baseline's, else the start."""
        base = self.baseline
        return base.when if base is not None and base.when is not None else self.target.start

    def _before_start(self) -> Observed | None:
        start = self.target.start
        if start is None:
            return None
        first = years_after(start, -1) - NEAR
        found = [p for p in self.points if first <= p.when <= start and (p.known or p.hidden)]
        return found[-1] if found else None

    def _segment_at(self, when: date | None) -> int | None:
        if when is None or not self.points:
            return None
        before = [point.segment for point in self.points if point.when <= when]
        return before[-1] if before else self.points[0].segment

    def awaited(self, latest: Observed) -> bool:
        """Whether the plan has ended and a census later than `latest`, by its due date, is not
        held: the last figure then decides nothing."""
        if not self.ended or self.target.due is None:
            return False
        days = [(b.when - a.when).days for a, b in pairwise(self.points)]
        usual = timedelta(days=min(365, int(median(days)))) if days else timedelta(days=365)
        return latest.when + usual - UNEVEN <= self.target.due

    def tolerance(self, expected: float, is_count: bool) -> float:
        """How far off still counts as near: the plan's own, else the usual for the unit."""
        own = (self.target.tolerance_abs, self.target.tolerance_rel)
        if own != (None, None):
            return max(own[0] or 0.0, (own[1] or 0.0) * abs(expected))
        if is_count:
            return max(COUNT_TOLERANCE[0], COUNT_TOLERANCE[1] * abs(expected))
        return SHARE_TOLERANCE


def in_children(gap: float, point: Observed) -> float:
    """A gap in the unit of the indicator as a number of children, unrounded."""
    return gap if point.is_count else gap * point.denominator / 100


def smallest_base(*used: Observed) -> float | None:
    """The fewest children that a percentage among `used` is a share of; None for counts."""
    return min((point.denominator for point in used if not point.is_count), default=None)
