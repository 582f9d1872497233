"""Words at the points of curves: names and values at their ends, marks where nothing is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cpdash.charts.labels import LINE, note, spread, wide, wrapped
from cpdash.charts.lines import Curve, Point
from cpdash.charts.scale import Along, Upright
from cpdash.theme import COLOURS, SIZES, plain

MOST_VALUES = 12
"""A single line of up to so many points has its value at each of them."""

LABEL_LETTERS = 16
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
        return max(wide(line, SIZES["text"]) for line in self.lines)

    @property
    def height(self) -> float:
        return len(self.lines) * SIZES["text"] * LINE + 3

    @property
    def words(self) -> str:
        *names, value = self.lines
        last = self.curve.shown[-1].words
        name = value.removesuffix(last)
        return "<br>".join([*map(plain, names), f"{plain(name)}<b>{plain(last)}</b>"])


def end_label(curve: Curve, foot: Along) -> End:
    last = curve.shown[-1]
    start, end = date.fromisoformat(foot.start), date.fromisoformat(foot.end)
    where = (last.when - start) / (end - start)
    lines = wrapped(f"{curve.label} {last.words}", LABEL_LETTERS)
    return End(curve, lines, where > NEAR_THE_END or start == end, where)


def end_notes(ends: Sequence[End], side: Upright, height: int) -> list[dict[str, Any]]:
    """Names at the right, pushed apart up and down until none overlaps."""
    outside = [end for end in ends if end.outside]
    values = [end.curve.shown[-1].value or 0.0 for end in outside]
    wanted = [side.pixels(value, height) for value in values]
    middles = spread(wanted, [end.height for end in outside], -24, height + 20)
    look = {"size": SIZES["text"]}
    placed = [
        note(
            end.words,
            colour=end.curve.style.text,
            x=end.curve.shown[-1].day,
            xshift=10,
            y=value,
            yshift=round(want - middle, 1),
            **look,
        )
        for end, value, want, middle in zip(outside, values, wanted, middles, strict=True)
    ]
    for end in ends:
        if not end.outside:
            anchor = "left" if end.where < 0.34 else "center" if end.where < 0.67 else "right"
            last = end.curve.shown[-1]
            place = {"x": last.day, "xanchor": anchor, "y": last.value}
            lift = {"yanchor": "bottom", "yshift": 8, "align": anchor}
            placed.append(note(end.words, colour=end.curve.style.text, **place, **lift, **look))
    return placed


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


def first_notes(drawn: Sequence[Curve], side: Upright, height: int) -> list[dict[str, Any]]:
    """The value of each named curve at its first point, kept apart where they start together."""
    firsts = [c for c in drawn if c.labelled and c.style.symbol and len(c.shown) > 1]
    placed = []
    for when in sorted({curve.shown[0].when for curve in firsts}):
        group = [curve for curve in firsts if curve.shown[0].when == when]
        places = [first_place(curve, side, height) for curve in group]
        middles = spread([middle for middle, _ in places], [16.0] * len(group), -16, height - 2)
        for curve, middle, (_, beside) in zip(group, middles, places, strict=True):
            first = curve.shown[0]
            value = first.value or 0.0
            look = {"xanchor": "left", "xshift": 9} if beside else {"xanchor": "center"}
            shift = round(side.pixels(value, height) - middle, 1)
            at = {"x": first.day, "y": value, "yshift": shift}
            placed.append(note(first.words, colour=curve.style.text, **at, **look))
    return placed


def first_place(curve: Curve, side: Upright, height: int) -> tuple[float, bool]:
    """Where the middle of the first value wants to stand (px from the top), on the side that the
    line leaves free; and whether that is right of the point, under a line that rises from the
    foot."""
    first, second = (side.pixels(point.value or 0.0, height) for point in curve.shown[:2])
    if second > first - 4:
        return first - 15, False
    if first < height - 26:
        return first + 15, False
    return (first - 2, True) if first - second > 36 else (first - 15, False)


def withheld_notes(held: Sequence[Point], foot: Along) -> list[dict[str, Any]]:
    """`[c]` or another mark at the axis where a figure is not there, as far as there is room."""
    start, end = date.fromisoformat(foot.start), date.fromisoformat(foot.end)
    least = (end - start) / 28
    placed: list[dict[str, Any]] = []
    before: date | None = None
    for point in sorted((p for p in held if p.value is None), key=lambda p: p.when):
        if before is None or point.when - before >= least:
            place = {"x": point.day, "xanchor": "center", "y": 0, "yref": "paper", "yshift": 10}
            placed.append(note(plain(point.words), colour=COLOURS["quiet"], **place))
            before = point.when
    return placed
