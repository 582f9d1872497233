"""Axes: round values up the side, censuses along the foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from math import ceil, floor, log10

from cpdash.indicators import Unit
from cpdash.wording import day, number

MOST_DATES, MOST_YEARS = 11, 16
"""So many days, or years, along the foot stand side by side on a full card."""

HEADROOM = 0.01
"""Above the last tick, so that its line is drawn."""

LEAST_SPAN = {"count": 4.0, "percent": 4.0}
"""A flat series is drawn flat: an axis never covers less than this."""


@dataclass(frozen=True)
class Upright:
    """The axis up the side: its ends, its ticks and their words."""

    low: float
    high: float
    ticks: list[float]
    words: list[str]

    def pixels(self, value: float, height: int) -> float:
        """How far below the top `value` stands, in px, when the axis is `height` px long."""
        return (self.high - value) / (self.high - self.low) * height


@dataclass(frozen=True)
class Along:
    """The axis along the foot: days as ISO text. `words` stand at `ticks`; `small` are censuses
    that have a mark and no words; `title` says the day of the year when it is always the same."""

    start: str
    end: str
    ticks: list[str]
    words: list[str]
    small: list[str]
    title: str


def step_of(span: float, unit: Unit, steps: int) -> float:
    """A round step of which about `steps` cover `span`; a count has no step under 1."""
    raw = span / steps
    power = 10.0 ** floor(log10(raw))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= raw * (1 - 1e-9))
    if unit == "count" and step != int(step):
        step = float(ceil(step)) if step < 1 else {2.5: 5.0}.get(step, step)
    return step


def upright(values: Sequence[float], unit: Unit, from_zero: bool, steps: int = 5) -> Upright:
    """An axis that holds `values` between round ends; a percentage stays within 0 to 100."""
    low, high = min(values), max(values)
    ceiling = 100.0 if unit == "percent" and high <= 100 else float("inf")
    if from_zero:
        low, high = min(low, 0.0), max(high, 1.0)
    elif high - low < LEAST_SPAN[unit]:
        middle = (high + low) / 2
        least = LEAST_SPAN[unit] / 2
        low, high = max(middle - least, min(low, 0.0)), min(middle + least, max(ceiling, high))
    step = step_of(high - low, unit, steps)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    ticks = [round(n * step, 6) for n in range(first, last + 1) if n * step <= ceiling + 1e-9]
    decimals = 0 if all(tick == int(tick) for tick in ticks) else 1 if step >= 0.1 else 2
    end = "%" if unit == "percent" else ""
    top = max(ticks[-1], high) + (ticks[-1] - ticks[0]) * HEADROOM
    return Upright(ticks[0], top, ticks, [number(tick, decimals) + end for tick in ticks])


def spaced(days: Sequence[date], least: timedelta) -> list[date]:
    """As many of `days` as stand at least `least` apart, evenly where they are even; always the
    last."""
    gaps = [b - a for a, b in pairwise(days)]
    every = next((n for n in range(1, len(days)) if min(gaps) * n >= least), len(days) or 1)
    even = list(days)[::-1][::every] if gaps and max(gaps) < min(gaps) * 1.6 else list(days)[::-1]
    kept: list[date] = []
    for when in even:
        if not kept or kept[-1] - when >= least:
            kept.append(when)
    return kept[::-1]


def along(days: Sequence[date], reach: tuple[date, date] | None = None) -> Along:
    """An axis over `days` (any order, at least one) and as far as `reach`.

    One tick a census; years alone where each has one census, or where they would not all fit.
    """
    censuses = sorted(set(days))
    first, last = reach or (censuses[0], censuses[-1])
    first, last = min(first, censuses[0]), max(last, censuses[-1])
    span = max(last - first, timedelta(days=200))
    start, end = first - span * 0.02, last + span * 0.002
    if first == last:
        start, end = first - span, last + span
    title = census_days(censuses)
    if len(censuses) == 1 and first == last:
        ticks, words, title = censuses, [day(first)], ""
    elif title:
        censuses = [*censuses, *later(censuses[-1], last)]
        ticks = spaced(censuses, span / MOST_YEARS)
        words = [str(when.year) for when in ticks]
    elif len(censuses) > MOST_DATES:
        januaries = [date(year, 1, 1) for year in range(start.year + 1, last.year + 1)]
        ticks, title = spaced(januaries, span / MOST_YEARS), "Years marked at 1 January"
        words = [str(when.year) for when in ticks]
    else:
        ticks = spaced(censuses, span / MOST_DATES)
        words = [f"{when.day} {when:%b}<br>{when.year}" for when in ticks]
    return Along(
        start.isoformat(),
        end.isoformat(),
        [when.isoformat() for when in ticks],
        words,
        [when.isoformat() for when in censuses if when not in ticks],
        title,
    )


def census_days(censuses: Sequence[date]) -> str:
    """`31 July each year`, or `31 March up to 2009, 31 July from 2010`; "" where a year has several
    censuses or the day changes more often."""
    if len({when.year for when in censuses}) < len(censuses):
        return ""
    runs = [list(run) for _, run in groupby(censuses, key=lambda when: (when.month, when.day))]
    said = [f"{run[0].day} {run[0]:%B}" for run in runs]
    if len(runs) == 1:
        return f"{said[0]} each year"
    if len(runs) == 2:
        return f"{said[0]} up to {runs[0][-1].year}, {said[1]} from {runs[1][0].year}"
    return ""


def later(newest: date, last: date) -> list[date]:
    """The same day of the years that follow, up to `last`: censuses to come."""
    if (newest.month, newest.day) == (2, 29):
        return []
    return [
        day_of
        for year in range(newest.year + 1, last.year + 1)
        if (day_of := newest.replace(year=year)) <= last
    ]
