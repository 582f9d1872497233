"""Movements that a series has not made before: pointed out, never refused.

From one census to the next of the same series (newest figures of one area, collection, measure and
category; nothing across a break), a movement is pointed out when all of these hold:

- one of its two figures is new or changed, and no more than FURTHEST months lie between them;
- it is larger than every movement before it in the series;
- chance alone seldom makes it between two counts of this size: (|new - old| - 1) / sqrt(new + old)
  is over 1.96, the 95% test of two counts (the exact one differs for a few pairs on its edge);
- the larger figure is at least FACTOR times the smaller, nought counted as one (a digit too many or
  too few; told from two figures on); or it is over BEYOND times the mean of at least ENOUGH
  movements before it and spans no more months than the longest of them.

BEYOND is the upper limit of a moving range chart. Limits of the level itself are not used: the same
children are counted again, so levels of a steady series stray past those in most series.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from math import sqrt
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from cpdash.areas import AREAS
from cpdash.comparison.words import figure_name
from cpdash.figures import rows
from cpdash.observations import known_breaks
from cpdash.trends import MONTHS_A_YEAR
from cpdash.vocabulary import MEASURES
from cpdash.wording import day, number

ENOUGH = 5
BEYOND = 3.267
FACTOR = 5
CLEAR = 1.96
FURTHEST = 24
ORDER: Final = ["area", "collection", "measure", "category", "census_date"]


class Counted(NamedTuple):
    """One figure of a series. `fresh`: it is new or changed."""

    when: date
    value: float
    fresh: bool
    edition: str
    sheet: str
    cell: str


@dataclass(frozen=True)
class Jump:
    """A movement to look at again. `slip`: the one figure is many times the other."""

    area: str
    collection: str
    measure: str
    category: str
    old: Counted
    new: Counted
    slip: bool

    def sentence(self) -> str:
        """What moved, both figures with their dates, and what to do."""
        moved = (
            f"{figure_name(self.measure, self.category)}, {AREAS[self.area].name}: "
            f"{number(self.old.value)} at {day(self.old.when)}, "
            f"{number(self.new.value)} at {day(self.new.when)}."
        )
        least, most = sorted((self.old.value, self.new.value))
        if self.slip and least:
            times = number(most / least, 1).removesuffix(".0")
            return f"{moved} One is {times} times the other: check for a digit too many or too few."
        return f"{moved} Such a movement has not been seen in this series before: check it."


def jumps(after: pd.DataFrame) -> tuple[Jump, ...]:
    """The movements to point out, the largest first. `after`: the newest figures as they would
    be, with `fresh`, which of them are new or changed."""
    marks = _marked(after)
    found = []
    for kind, of_kind in groupby(_worth_a_look(after), key=_kind):
        area, collection, measure, category = kind
        declared = known_breaks(measure, (category,), area, collection)
        marked = marks.get((area, collection, MEASURES[measure].group), frozenset())
        starts = {known.start for known in declared} | marked
        counted = [Counted(row[4].date(), *row[5:]) for row in of_kind]
        found += [Jump(*kind, *jump) for jump in _unusual(counted, starts)]
    return tuple(sorted(found, key=lambda jump: -_beyond_chance(jump.old, jump.new)))


def _worth_a_look(after: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The figures of every series that has a movement beyond chance with a new end, in order."""
    known = after[after["value"].notna()].sort_values(ORDER)
    before = known.groupby(ORDER[:-1], sort=False)[["value", "fresh"]].shift()
    size, both = (known["value"] - before["value"]).abs(), known["value"] + before["value"]
    new = known["fresh"] | before["fresh"].eq(True)
    kinds = known.loc[new & (size - 1 > CLEAR * np.sqrt(both)), ORDER[:-1]].drop_duplicates()
    columns = [*ORDER, "value", "fresh", "edition", "sheet", "cell"]
    return known.merge(kinds, on=ORDER[:-1])[columns].itertuples(index=False, name=None)


def _kind(row: tuple[Any, ...]) -> tuple[str, str, str, str]:
    return row[:4]


def _marked(after: pd.DataFrame) -> dict[tuple[str, str, str], frozenset[date]]:
    """Days of the censuses that carry a mark of a break, by area, collection and group."""
    found: dict[tuple[str, str, str], frozenset[date]] = {}
    for row in rows(after[after["status"].eq("b")]):
        key = (row.area, row.collection, MEASURES[row.measure].group)
        found[key] = found.get(key, frozenset()) | {row.census_date.date()}
    return found


def _unusual(
    counted: Sequence[Counted], starts: AbstractSet[date]
) -> Iterator[tuple[Counted, Counted, bool]]:
    """The movements of one series that are unusual in it; `starts`: where it begins anew."""
    earlier: list[tuple[float, int]] = []
    for old, new in pairwise(counted):
        if any(old.when < start <= new.when for start in starts):
            earlier = []
            continue
        size, months = _movement(old, new)
        near = months <= FURTHEST and (old.fresh or new.fresh)
        if near and _beyond_chance(old, new) > CLEAR:
            least, most = sorted((old.value, new.value))
            seen = max((moved for moved, _ in earlier), default=0)
            slip = most >= FACTOR * max(least, 1)
            if size > seen and (slip or _beyond_history(size, months, earlier)):
                yield old, new, slip
        earlier.append((size, months))


def _movement(old: Counted, new: Counted) -> tuple[float, int]:
    """How far a series moved, and in how many months."""
    months = (new.when.year - old.when.year) * MONTHS_A_YEAR + new.when.month - old.when.month
    return abs(new.value - old.value), months


def _beyond_chance(old: Counted, new: Counted) -> float:
    """How far apart two counts are, in standard errors of their difference."""
    both = old.value + new.value
    return (abs(new.value - old.value) - 1) / sqrt(both) if both else 0.0


def _beyond_history(size: float, months: int, earlier: Sequence[tuple[float, int]]) -> bool:
    if len(earlier) < ENOUGH or months > max(spanned for _, spanned in earlier):
        return False
    return size > BEYOND * sum(moved for moved, _ in earlier) / len(earlier)
