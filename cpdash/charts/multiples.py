"""Small multiples: one panel a series in one figure, from zero, all over the same years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from cpdash.charts import examples, picture
from cpdash.charts.ends import with_room
from cpdash.charts.labels import joined, note, wrapped
from cpdash.charts.lines import Curve, Line, trace
from cpdash.charts.scale import Upright, upright
from cpdash.charts.timeline import Period, curves, reach
from cpdash.indicators import Unit
from cpdash.theme import COLOURS, PICTURE_SIDE, SIZES, STYLES
from cpdash.wording import CardText, day

PLOT, ABOVE, FOOT = 96, 24, 30
"""px of a panel: its plot, room for values above it, what stands below it."""

TITLE_LINE = 16

LEFT = 36
"""px for the words of an upright axis."""

GAPS = {1: 0.0, 2: 0.2, 3: 0.085}
"""Between panels, as a part of the width, by columns."""

TITLE_LETTERS = {1: 44, 2: 24, 3: 30}


def figure(
    panels: Sequence[Line],
    text: CardText,
    *,
    unit: Unit,
    columns: int = 3,
    same_scale: bool,
    period: Period = None,
) -> go.Figure:
    """Panels row by row. With `same_scale` they can be measured against each other; without it
    each fills its own. ValueError for other than one to three columns."""
    if columns not in GAPS:
        raise ValueError(f"{columns} columns: one, two or three fit")
    drawn = [c for p in panels for c in curves([Line(p.label, p.series)], unit, period)]
    held = [point for curve in drawn for point in curve.points]
    if not any(point.value is not None for point in held):
        return picture.empty(text, [point.status for point in held], 180)
    rows = -(-len(drawn) // columns)
    titles = [wrapped(curve.label, TITLE_LETTERS[columns]) for curve in drawn]
    above = ABOVE + max(map(len, titles)) * TITLE_LINE
    frame = picture.Frame(
        rows * (above + PLOT + FOOT) - 8,
        left=PICTURE_SIDE + LEFT,
        right=PICTURE_SIDE + 18,
        illustrative=text.illustrative,
    )
    values = [point.value for point in held if point.value is not None]
    first, last = reach(held, period)
    axes: dict[str, Any] = {}
    notes: list[dict[str, Any]] = []
    places = boxes(len(drawn), columns, frame.height, above)
    for box, curve, lines in zip(places, drawn, titles, strict=True):
        own = values if same_scale else [p.value for p in curve.points if p.value is not None]
        side = snug(own or [0.0], unit)
        axes |= box.axes(side, first, last)
        notes += [box.title(lines), *box.words(curve, side, (last - first) / 10, columns)]
    traces = [trace(curve) | panel_axes(box.name) for box, curve in zip(places, drawn, strict=True)]
    return picture.figure(text, frame, traces, axes, notes)


def snug(values: Sequence[float], unit: Unit) -> Upright:
    """A few round ticks from zero, and little above the highest value."""
    side = upright(values, unit, from_zero=True, steps=2)
    top = max(max(values), side.ticks[1] / 2) * 1.12
    few = [(tick, words) for tick, words in zip(side.ticks, side.words, strict=True) if tick <= top]
    return Upright(side.low, top, [tick for tick, _ in few], [words for _, words in few])


def panel_axes(name: str) -> dict[str, str]:
    """The axes of a panel, as a trace names them."""
    return {"xaxis": f"x{name}", "yaxis": f"y{name}"}


@dataclass(frozen=True)
class Box:
    """Where a panel stands: how the names of its axes end, its edges as parts of the plot."""

    name: str
    left: float
    right: float
    bottom: float
    top: float

    def axes(self, side: Upright, first: date, last: date) -> dict[str, Any]:
        """Both axes: round values, and the first and the last census that any panel has."""
        ends = [first, last] if first != last else [first]
        same_day = (first.month, first.day) == (last.month, last.day)
        pad = max((last - first) * 0.06, timedelta(days=20))
        small = {"size": SIZES["smallest"]}
        return {
            f"xaxis{self.name}": {
                "anchor": f"y{self.name}",
                "domain": [self.left, self.right],
                "range": [(first - pad).isoformat(), (last + pad).isoformat()],
                "showline": True,
                "tickfont": small,
                "ticklen": 4,
                "ticks": "outside",
                "ticktext": [f"{w.year}" if same_day else f"{w:%b} {w.year}" for w in ends],
                "tickvals": [when.isoformat() for when in ends],
                "type": "date",
            },
            f"yaxis{self.name}": {
                "anchor": f"x{self.name}",
                "domain": [self.bottom, self.top],
                "range": [side.low, side.high],
                "tickfont": small,
                "ticklabelstandoff": 3,
                "ticktext": side.words,
                "tickvals": side.ticks,
            },
        }

    def title(self, lines: Sequence[str]) -> dict[str, Any]:
        place = {"x": self.left, "xref": "paper", "y": self.top, "yref": "paper"}
        lift = {"xshift": -LEFT, "yanchor": "bottom", "yshift": ABOVE - 4}
        return note(f"<b>{joined(lines)}</b>", **place, **lift)

    def words(
        self, curve: Curve, side: Upright, least: timedelta, columns: int
    ) -> list[dict[str, Any]]:
        """What is written in the panel; marks are at least `least` apart."""
        if curve.shown:
            return self.values(curve, side) + self.marks(curve, side, least)
        return self.nothing(curve, TITLE_LETTERS[columns])

    def values(self, curve: Curve, side: Upright) -> list[dict[str, Any]]:
        """The first and the last value, on the side of the line that is free."""
        shown = curve.shown
        ends = [(shown[0], shown[:2][-1]), (shown[-1], shown[-2:][0])][: len(shown)]
        placed = []
        for point, other in ends:
            value = point.value or 0.0
            low = side.pixels(value, PLOT) > PLOT - 20
            under = not low and (other.value or 0.0) > value
            lift = {"yanchor": "top" if under else "bottom", "yshift": -6 if under else 6}
            at = {"x": point.day, "xanchor": "center", "y": value}
            axes = {"xref": f"x{self.name}", "yref": f"y{self.name}"}
            look = {"colour": STYLES["primary"].text}
            placed.append(note(f"<b>{point.words}</b>", **at, **axes, **lift, **look))
        return placed

    def marks(self, curve: Curve, side: Upright, least: timedelta) -> list[dict[str, Any]]:
        """`[c]` and its like where a figure is not there."""
        look = {"colour": COLOURS["quiet"], "size": SIZES["smallest"], "xanchor": "center"}
        axes = {"xref": f"x{self.name}", "y": side.low, "yref": f"y{self.name}", "yshift": 9}
        return [note(p.words, x=p.day, **axes, **look) for p in with_room(curve.points, least)]

    def nothing(self, curve: Curve, letters: int) -> list[dict[str, Any]]:
        """A calm sentence in a panel without a figure."""
        withheld = any(point.status == "c" for point in curve.points)
        said = picture.WITHHELD if withheld else picture.NOTHING
        middle = {"x": (self.left + self.right) / 2, "y": (self.top + self.bottom) / 2}
        look = {"align": "center", "colour": COLOURS["quiet"], "xanchor": "center"}
        return [note(joined(wrapped(said, letters)), **middle, xref="paper", yref="paper", **look)]


def boxes(many: int, columns: int, height: int, above: int) -> list[Box]:
    """Panels row by row in a plot of `height` px, each with room `above` it."""
    gap = GAPS[columns]
    width = (1 - gap * (columns - 1)) / columns
    found = []
    for i in range(many):
        row, column = divmod(i, columns)
        top = height - row * (above + PLOT + FOOT) - above
        left = column * (width + gap)
        right = min(left + width, 1.0)
        found.append(
            Box(str(i + 1) if i else "", left, right, max(top - PLOT, 0) / height, top / height)
        )
    return found


def example() -> go.Figure:
    """Parts of the national return in South Lanarkshire, each on its own scale."""
    text = CardText(
        "More children lived in the community; about as many in residential care",
        f"Children looked after, South Lanarkshire, {day(date(2011, 7, 31))} to 2020",
        examples.SOURCE,
        ("Each panel has its own scale.",),
    )
    days = examples.julys(2011, 2020)
    community = [part for part, _ in examples.SOUTH_LANARKSHIRE]
    residential = [every - part for part, every in examples.SOUTH_LANARKSHIRE]
    panels = [
        Line("All children looked after", examples.totals(examples.SOUTH_LANARKSHIRE)),
        Line("In the community", examples.observations(days, community)),
        Line("In residential care", examples.observations(days, residential)),
    ]
    return figure(panels, text, unit="count", same_scale=False)
