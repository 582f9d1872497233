"""Change, growth and runs: pure arithmetic on a series of observations, from dates and never from
row order."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pandas as pd

from cpdash.series import Point, Series

MONTHS_A_YEAR = 12
DAYS_A_YEAR = Fraction(1461, 4)
PERCENT_FROM = 50
"""A percentage change is given from this base on; below it the counts say enough."""


@dataclass(frozen=True)
class Change:
    """From `old` to `new`. `difference` is in children, or in percentage points for a share;
    `children` is the difference of the counts behind it."""

    old: Point
    new: Point
    difference: Fraction
    children: int
    comparable: bool

    @property
    def months(self) -> int:
        """Whole months between the two dates."""
        a, b = self.old.when, self.new.when
        return (b.year - a.year) * MONTHS_A_YEAR + b.month - a.month


@dataclass(frozen=True)
class Growth:
    """From a base count to a later one. `percent`, `times` and `index` (base = 100) are None for
    a base of 0; `a_year` (compound, as a fraction) needs two years and dates."""

    base: int
    value: int
    difference: int
    percent: Fraction | None
    times: Fraction | None
    index: Fraction | None
    a_year: float | None


def change(old: Point, new: Point) -> Change:
    """What moved between two observations of one series."""
    return Change(
        old,
        new,
        new.value - old.value,
        new.numerator - old.numerator,
        old.segment == new.segment,
    )


def latest_change(series: Series) -> Change | None:
    """From the previous comparable census to the newest: the same day a year before where there
    is one, else the one before it. Across a break the change is returned with `comparable` False.
    None when the newest census has no figure, or nothing stands before it."""
    if len(series.shown) < 2 or series.shown[-1] is not series[-1]:
        return None
    *earlier, new = series.shown
    a_year_before = [p for p in earlier if p.when == _year_before(new.when)]
    same = [p for p in earlier if p.segment == new.segment]
    old = (a_year_before or same or earlier)[-1]
    return change(old, new)


def first_comparable(series: Series) -> Point | None:
    """The first observation that may be compared with the newest: growth starts here, or at the
    plan's baseline, and nowhere that somebody picks."""
    same = [p for p in series.shown if p.segment == series.shown[-1].segment]
    return same[0] if len(same) > 1 else None


def growth(base: int, value: int, years: Fraction | None = None) -> Growth:
    """How much larger `value` is than `base`; `years` between them if both dates are known."""
    times = Fraction(value, base) if base else None
    return Growth(
        base,
        value,
        value - base,
        (times - 1) * 100 if times is not None else None,
        times,
        times * 100 if times is not None else None,
        annualised(base, value, years) if years is not None and years >= 2 else None,
    )


def annualised(base: int, value: int, years: Fraction) -> float | None:
    """Compound growth a year as a fraction: 0.03 is 3%. None from or to nought."""
    if base <= 0 or value <= 0 or years <= 0:
        return None
    return float((value / base) ** (1 / float(years)) - 1)


def years_between(old: date, new: date) -> Fraction:
    """Years from one date to another: whole months as twelfths when both fall on the same day
    of a month or at its end, else days."""
    if old.day == new.day or (_is_month_end(old) and _is_month_end(new)):
        return Fraction(
            (new.year - old.year) * MONTHS_A_YEAR + new.month - old.month, MONTHS_A_YEAR
        )
    return Fraction((new - old).days) / DAYS_A_YEAR


def _is_month_end(when: date) -> bool:
    return (pd.Timestamp(when) + pd.Timedelta(days=1)).day == 1


def _year_before(when: date) -> date:
    return (pd.Timestamp(when) - pd.DateOffset(years=1)).date()
