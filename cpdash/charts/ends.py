"""Words at the points of curves: names and values at their ends, marks where nothing is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from cpdash.charts.labels import LINE, ON_WHITE, note, spread, wide, wrapped
from cpdash.charts.lines import Curve, Mark
from cpdash.charts.scale import Along, Upright
from cpdash.theme import COLOURS, SIZES, plain

MOST_VALUES = 12
"""A single line of up to so many points has its value at each of them."""

VALUE_SHIFT, VALUE_ROOM, VALUE_HEIGHT = 15.0, 26.0, 16.0
"""px from a point to the middle of its value, to the far edge of it, and from value to value."""

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
            **ON_WHITE,
        )
        for end, value, want, middle in zip(outside, values, wanted, middles, strict=True)
    ]
    return placed + [inside(end, drawn, side, height) for end in ends if not end.outside]


def inside(end: End, drawn: Sequence[Curve], side: Upright, height: int) -> dict[str, Any]:
    """The name of a curve that ends before the others, above its last point, or below it where
    another curve or the edge of the picture is closer above."""
    last = end.curve.shown[-1]
    above, below = free(end.curve, last, drawn, side, height, end.height + 8)
    under = below and not above
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
        **ON_WHITE,
    )


def free(
    curve: Curve, point: Mark, drawn: Sequence[Curve], side: Upright, height: int, room: float
) -> tuple[bool, bool]:
    """Whether `room` px above a point of a curve, and below it, are clear of other curves and
    within the picture."""
    here = side.pixels(point.value or 0.0, height)
    others = [at(other, point) for other in drawn if other is not curve]
    apart = [here - side.pixels(value, height) for value in others if value is not None]
    above = here - room >= -26 and not any(0 <= gap < room for gap in apart)
    return above, here + room < height and not any(-room < gap < 0 for gap in apart)


def at(curve: Curve, point: Mark) -> float | None:
    """Where a curve passes at the time of a point of another: along its straight line."""
    for a, b in pairwise(curve.shown):
        if a.when <= point.when <= b.when and a.value is not None and b.value is not None:
            part = (point.when - a.when) / max(b.when - a.when, timedelta(days=1))
            return a.value + (b.value - a.value) * part
    return None


def value_sides(curve: Curve, side: Upright, height: int) -> list[str]:
    """For each shown point where its value stands; those of `first_notes` and the last have their
    own words."""
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
    again = restart(curve)
    return [
        "" if point is again else at for point, at in zip(shown, ["", *middles, ""], strict=True)
    ]


def restart(curve: Curve) -> Mark | None:
    """The first point that may be compared with the newest, which titles cite: None where it is
    the first or the newest of all."""
    shown = curve.shown
    again = next(point for point in shown if point.segment == shown[-1].segment)
    return None if again in (shown[0], shown[-1]) else again


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
    the point of a curve that starts later; and where it starts again after a break."""
    first_ones = starting(drawn, foot)
    wanted = [side.pixels(curve.shown[0].value or 0.0, height) for curve in first_ones]
    middles = spread(wanted, [VALUE_HEIGHT] * len(wanted), -8, height + 4)
    shifts = [want - middle for want, middle in zip(wanted, middles, strict=True)]
    placed = [
        value_note(curve, curve.shown[0], xanchor="right", xshift=-9, yshift=round(shift, 1))
        for curve, shift in zip(first_ones, shifts, strict=True)
    ]
    inner: dict[str, list[tuple[Curve, Mark]]] = {}
    for curve in drawn:
        if curve.labelled and curve.style.symbol and len(curve.shown) > 1:
            late = None if curve in first_ones else curve.shown[0]
            for point in (late, restart(curve)):
                if point is not None:
                    inner.setdefault(point.day, []).append((curve, point))
    for together in inner.values():
        ups = shifts_of(together, drawn, side, height)
        placed += [
            value_note(curve, point, xanchor="center", yshift=up)
            for (curve, point), up in zip(together, ups, strict=True)
        ]
    return placed


def shifts_of(
    together: Sequence[tuple[Curve, Mark]], drawn: Sequence[Curve], side: Upright, height: int
) -> list[float]:
    """How many px above their points the values of one day stand: each beside its own point, or,
    where they would lie on each other, in a pile above all of them, or below where it is higher
    than the plot."""
    here = [side.pixels(point.value or 0.0, height) for _, point in together]
    ups = [beside(curve, point, drawn, side, height) for curve, point in together]
    middles = sorted(at_px - up for at_px, up in zip(here, ups, strict=True))
    if all(b - a >= VALUE_HEIGHT for a, b in pairwise(middles)):
        return ups
    order = sorted(range(len(here)), key=lambda i: here[i])
    top = min(here) - VALUE_SHIFT - VALUE_HEIGHT * (len(here) - 1)
    if top < VALUE_SHIFT - 26:
        top = max(here) + VALUE_SHIFT
    return [round(at_px - top - VALUE_HEIGHT * order.index(i), 1) for i, at_px in enumerate(here)]


def beside(curve: Curve, point: Mark, drawn: Sequence[Curve], side: Upright, height: int) -> float:
    """How many px above a point its value stands: below it where the curve rises from there or
    another curve is close above, unless that is no better."""
    above, below = free(curve, point, drawn, side, height, VALUE_ROOM)
    later = curve.shown[curve.shown.index(point) + 1]
    rises = (later.value or 0.0) > (point.value or 0.0)
    return -VALUE_SHIFT if below and (rises or not above) else VALUE_SHIFT


def value_note(curve: Curve, point: Mark, **place: Any) -> dict[str, Any]:
    """A value in bold and in the curve's colour."""
    look = {"colour": curve.style.text, **ON_WHITE}
    return note(f"<b>{plain(point.words)}</b>", x=point.day, y=point.value, **look, **place)


def withheld_notes(held: Sequence[Mark], foot: Along) -> list[dict[str, Any]]:
    """`[c]` or another mark at the axis where a figure is not there, as far as there is room."""
    least = (date.fromisoformat(foot.end) - date.fromisoformat(foot.start)) / 28
    place = {"colour": COLOURS["quiet"], "xanchor": "center", "y": 0, "yref": "paper", "yshift": 10}
    return [note(plain(point.words), x=point.day, **place) for point in with_room(held, least)]


def with_room(held: Sequence[Mark], least: timedelta) -> list[Mark]:
    """Points with a mark in place of a value, leaving out those nearer to the one before than
    `least`."""
    kept: list[Mark] = []
    for point in sorted((p for p in held if p.value is None and p.words), key=lambda p: p.when):
        if not kept or point.when - kept[-1].when >= least:
            kept.append(point)
    return kept
