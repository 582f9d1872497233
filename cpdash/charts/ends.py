"""Words at the points of curves: names and values at their ends, marks where nothing is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from cpdash.charts.labels import LINE, note, spread, wide, wrapped
from cpdash.charts.lines import Curve, Point
from cpdash.charts.scale import Along, Upright
from cpdash.theme import COLOURS, SIZES, plain

MOST_VALUES = 12
"""A single line of up to so many points has its value at each of them."""

LABEL_LETTERS = 14
NEAR_THE_END = 0.9


@dataclass(frozen=True)
class End:
    """The name of a curve and its last value, where the curve ends. `outside`: right of the plot;
    otherwise the curve ends before the others, and its name stands above that point."""

    curve: Curve
    lines: list[str]
    outside: bool
    where: float

    @property
    def width(self) -> int:
        """About how many px its longest line takes."""
        return max(wide(line, SIZES["text"]) for line in self.lines)

    @property
    def height(self) -> float:
        """px that its lines take, and a little air."""
        return len(self.lines) * SIZES["text"] * LINE + 3

    @property
    def words(self) -> str:
        """The name, and the value in bold, as Plotly text."""
        *names, value = self.lines
        last = self.curve.shown[-1].words
        name = value.removesuffix(last)
        return "<br>".join([*map(plain, names), f"{plain(name)}<b>{plain(last)}</b>"])


def end_label(curve: Curve, foot: Along) -> End:
    """The name of a curve that has a value, and whether it reaches the end of the axis."""
    last = curve.shown[-1]
    start, end = date.fromisoformat(foot.start), date.fromisoformat(foot.end)
    where = (last.when - start) / (end - start)
    lines = wrapped(f"{curve.label} {last.words}", LABEL_LETTERS)
    return End(curve, lines, where > NEAR_THE_END or start == end, where)


def end_notes(
    ends: Sequence[End], drawn: Sequence[Curve], side: Upright, height: int
) -> list[dict[str, Any]]:
    """Names at the right, pushed apart up and down until none overlaps; the others beside their
    points."""
    outside = [end for end in ends if end.outside]
    values = [end.curve.shown[-1].value or 0.0 for end in outside]
    wanted = [side.pixels(value, height) for value in values]
    middles = spread(wanted, [end.height for end in outside], -8, height + 4)
    placed = [
        note(
            end.words,
            colour=end.curve.style.text,
            size=SIZES["text"],
            x=end.curve.shown[-1].day,
            xshift=10,
            y=value,
            yshift=round(want - middle, 1),
        )
        for end, value, want, middle in zip(outside, values, wanted, middles, strict=True)
    ]
    return placed + [inside(end, drawn, side, height) for end in ends if not end.outside]


def inside(end: End, drawn: Sequence[Curve], side: Upright, height: int) -> dict[str, Any]:
    """The name of a curve that ends before the others, above its last point, or below it where
    another curve or the edge of the picture is closer above."""
    last = end.curve.shown[-1]
    here = side.pixels(last.value or 0.0, height)
    others = [at(curve, last) for curve in drawn if curve is not end.curve]
    apart = [here - side.pixels(value, height) for value in others if value is not None]
    crowded = any(0 <= gap < end.height + 8 for gap in apart)
    fits_below = here + end.height + 8 < height and not any(-end.height < g < 0 for g in apart)
    under = fits_below and (crowded or here - end.height - 8 < -26)
    anchor = "left" if end.where < 0.34 else "center" if end.where < 0.67 else "right"
    return note(
        end.words,
        align=anchor,
        colour=end.curve.style.text,
        size=SIZES["text"],
        x=last.day,
        xanchor=anchor,
        y=last.value,
        yanchor="top" if under else "bottom",
        yshift=-8 if under else 8,
    )


def at(curve: Curve, point: Point) -> float | None:
    """Where a curve passes at the time of a point of another: along its straight line."""
    for a, b in pairwise(curve.shown):
        if a.when <= point.when <= b.when and a.value is not None and b.value is not None:
            part = (point.when - a.when) / max(b.when - a.when, timedelta(days=1))
            return a.value + (b.value - a.value) * part
    return None


def value_sides(curve: Curve, side: Upright, height: int) -> list[str]:
    """For each shown point where its value stands; the first and the last have their own words."""
    shown = curve.shown
    if not curve.all_values or not 2 < len(shown) <= MOST_VALUES:
        return [""] * len(shown)
    values = [point.value or 0.0 for point in shown]
    middles = [
        "bottom center"
        if a > b < c and side.pixels(side.low, height) - side.pixels(b, height) > 24
        else "top center"
        for a, b, c in zip(values, values[1:], values[2:], strict=False)
    ]
    return ["", *middles, ""]


def starting(drawn: Sequence[Curve], foot: Along) -> list[Curve]:
    """Named curves that start where the axis does: their first values stand left of the plot."""
    begin = min(point.day for curve in drawn for point in curve.shown)
    return [
        curve
        for curve in drawn
        if curve.labelled and curve.style.symbol and len(curve.shown) > 1
        if curve.shown[0].day == begin and foot.start < begin
    ]


def first_notes(
    drawn: Sequence[Curve], foot: Along, side: Upright, height: int
) -> list[dict[str, Any]]:
    """The value of each named curve at its first point: left of the plot and kept apart, or beside
    the point of a curve that starts later."""
    first_ones = starting(drawn, foot)
    wanted = [side.pixels(curve.shown[0].value or 0.0, height) for curve in first_ones]
    middles = spread(wanted, [16.0] * len(wanted), -8, height + 4)
    shifts = [want - middle for want, middle in zip(wanted, middles, strict=True)]
    placed = [
        first_note(curve, xanchor="right", xshift=-9, yshift=round(shift, 1))
        for curve, shift in zip(first_ones, shifts, strict=True)
    ]
    for curve in drawn:
        counted = curve.labelled and curve.style.symbol and len(curve.shown) > 1
        if counted and curve not in first_ones:
            values = [point.value or 0.0 for point in curve.shown[:2]]
            low = side.pixels(values[0], height) > height - 26
            shift = -15 if values[1] > values[0] and not low else 15
            placed.append(first_note(curve, xanchor="center", yshift=shift))
    return placed


def first_note(curve: Curve, **place: Any) -> dict[str, Any]:
    """The first value, in bold and in the curve's colour."""
    first = curve.shown[0]
    colour = curve.style.text
    return note(f"<b>{first.words}</b>", colour=colour, x=first.day, y=first.value, **place)


def withheld_notes(held: Sequence[Point], foot: Along) -> list[dict[str, Any]]:
    """`[c]` or another mark at the axis where a figure is not there, as far as there is room."""
    least = (date.fromisoformat(foot.end) - date.fromisoformat(foot.start)) / 28
    place = {"colour": COLOURS["quiet"], "xanchor": "center", "y": 0, "yref": "paper", "yshift": 10}
    return [note(plain(point.words), x=point.day, **place) for point in with_room(held, least)]


def with_room(held: Sequence[Point], least: timedelta) -> list[Point]:
    """Points with a mark in place of a value, leaving out those nearer to the one before than
    `least`."""
    kept: list[Point] = []
    for point in sorted((p for p in held if p.value is None and p.words), key=lambda p: p.when):
        if not kept or point.when - kept[-1].when >= least:
            kept.append(point)
    return kept
