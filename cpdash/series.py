"""A series: what an indicator was at each census of one area and collection."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

Places = tuple[tuple[str, str, str, str], ...]
"""(edition, sheet, cell, label) of every figure that something was computed from."""


def exact(numerator: int, denominator: int | None) -> Fraction:
    """A count, or the percentage that it is of `denominator`."""
    if denominator is None:
        return Fraction(numerator)
    return Fraction(numerator * 100, denominator)


@dataclass(frozen=True, slots=True)
class Point:
    """A census with a value. `value` is exact: a count, or a percentage from its two counts, which
    are `numerator` and `denominator` (None for a count). Two points are comparable only when
    `segment` is the same; `note` is a sentence about this one, or ""."""

    when: date
    value: Fraction
    numerator: int
    denominator: int | None
    segment: int = 0
    status: str = ""
    note: str = ""
    places: Places = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A census without one: `status` says why it is withheld; "" when the source does not give
    it."""

    when: date
    segment: int = 0
    status: str = ""
    note: str = ""
    places: Places = ()


class Series(tuple[Point | Gap, ...]):
    """An indicator of one area and collection: one observation a census that any edition covers,
    oldest first."""

    @cached_property
    def shown(self) -> tuple[Point, ...]:
        """The observations that have a value."""
        return tuple(one for one in self if isinstance(one, Point))

    def within(self, first: date, last: date) -> "Series":
        """The observations of a period, both days counted in."""
        if not self or (first <= self[0].when and self[-1].when <= last):
            return self
        return Series(one for one in self if first <= one.when <= last)
