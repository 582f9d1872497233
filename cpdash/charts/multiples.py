"""Small multiples: one panel a series in one figure, from zero, all over the same years."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from cpdash.charts import examples, picture
from cpdash.charts.labels import joined, note, wrapped
from cpdash.charts.lines import Curve, Line, trace
from cpdash.charts.scale import Upright, upright
from cpdash.charts.timeline import Period, curves, reach
from cpdash.indicators import Unit
from cpdash.theme import COLOURS, GROUNDS, PICTURE_SIDE, SIZES, STYLES
from cpdash.wording import CardText, day

PLOT, TITLE, FOOT = 96, 62, 26
"""px of a panel: its plot, what stands above it, what stands below it."""

GAPS = {1: 0.0, 2: 0.15, 3: 0.085}
"""Between panels, as a part of the width, by columns."""

TITLE_LETTERS = {1: 44, 2: 22, 3: 30}


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
    styled = [Line(panel.label, panel.series) for panel in panels]
    drawn = [curve for line in styled for curve in curves([line], unit, period)]
    held = [point for curve in drawn for point in curve.points]
    if not any(point.value is not None for point in held):
        return picture.empty(text, [point.status for point in held], 180)
    rows = -(-len(drawn) // columns)
    frame = picture.Frame(
        rows * (TITLE + PLOT + FOOT) - 8,
        left=PICTURE_SIDE + 36,
        right=PICTURE_SIDE + 18,
        illustrative=text.illustrative,
    )
    values = [point.value for point in held if point.value is not None]
    first, last = reach(held, period)
    axes: dict[str, Any] = {}
    notes: list[dict[str, Any]] = []
    for i, curve in enumerate(drawn):
        own = values if same_scale else [p.value for p in curve.points if p.value is not None]
        side = upright(own or [0.0], unit, from_zero=True, steps=2)
        box = Box(i, columns, frame.height)
        axes |= box.axes(side, first, last)
        notes += box.notes(curve, side)
    traces = [trace(curve).update(panel_axes(i + 1)) for i, curve in enumerate(drawn)]
    return picture.figure(text, frame, traces, axes, notes)


def panel_axes(name: int) -> dict[str, str]:
    """The axes of a panel, as a trace names them."""
    return {"xaxis": f"x{name}", "yaxis": f"y{name}"}


class Box:
    """Where panel `i` stands among `columns`, in a plot of `height` px."""

    def __init__(self, i: int, columns: int, height: int) -> None:
        self.name = i + 1
        self.columns = columns
        row, column = divmod(i, columns)
        gap = GAPS[columns]
        width = (1 - gap * (columns - 1)) / columns
        self.left = column * (width + gap)
        self.right = self.left + width
        top = height - row * (TITLE + PLOT + FOOT) - TITLE
        self.top, self.bottom = top / height, (top - PLOT) / height

    def axes(self, side: Upright, first: date, last: date) -> dict[str, Any]:
        span = max((last - first).days, 200)
        ends = [first, last] if first != last else [first]
        same_day = (first.month, first.day) == (last.month, last.day)
        words = [str(when.year) if same_day else f"{when:%b} {when.year}" for when in ends]
        ticks = [side.ticks[0], side.ticks[-1]] if len(side.ticks) > 3 else side.ticks
        said = dict(zip(side.ticks, side.words, strict=True))
        small = {"size": SIZES["smallest"]}
        start, end = (date.fromordinal(w.toordinal()) for w in (first, last))
        return {
            f"xaxis{self.name}": {
                "anchor": f"y{self.name}",
                "domain": [self.left, min(self.right, 1.0)],
                "range": [
                    date.fromordinal(start.toordinal() - round(span * 0.06)).isoformat(),
                    date.fromordinal(end.toordinal() + round(span * 0.06)).isoformat(),
                ],
                "showline": True,
                "tickfont": small,
                "ticklen": 4,
                "ticks": "outside",
                "ticktext": words,
                "tickvals": [when.isoformat() for when in ends],
                "type": "date",
            },
            f"yaxis{self.name}": {
                "anchor": f"x{self.name}",
                "domain": [max(self.bottom, 0.0), min(self.top, 1.0)],
                "range": [side.low, side.high],
                "tickfont": small,
                "ticklabelstandoff": 3,
                "ticktext": [said[tick] for tick in ticks],
                "tickvals": ticks,
            },
        }

    def notes(self, curve: Curve, side: Upright) -> list[dict[str, Any]]:
        """The panel's title, its first and last value, and a mark where figures are withheld."""
        lines = wrapped(curve.label, TITLE_LETTERS[self.columns])
        place = {"x": self.left, "xref": "paper", "y": self.top, "yref": "paper"}
        found = [note(f"<b>{joined(lines)}</b>", **place, xshift=-30, yanchor="bottom", yshift=22)]
        axes: dict[str, Any] = {"xref": f"x{self.name}", "yref": f"y{self.name}"}
        shown = curve.shown
        if not shown:
            statuses = [point.status for point in curve.points]
            said = picture.WITHHELD if "c" in statuses else picture.NOTHING
            words = joined(wrapped(said, TITLE_LETTERS[self.columns]))
            middle = {"x": (self.left + self.right) / 2, "y": (self.top + self.bottom) / 2}
            look = {"align": "center", "colour": COLOURS["quiet"], "xanchor": "center"}
            return [*found, note(words, **place | middle, **look)]
        for point, other, anchor in ends(curve):
            value = point.value or 0.0
            low = side.pixels(value, PLOT) > PLOT - 20
            under = not low and (other.value or 0.0) > value
            lift = {"yanchor": "top" if under else "bottom", "yshift": -5 if under else 5}
            look = {"bgcolor": GROUNDS["paper"], "colour": STYLES["primary"].text}
            at = {"x": point.day, "y": value, "xanchor": anchor}
            found.append(note(f"<b>{point.words}</b>", **at, **axes, **lift, **look))
        for point in curve.points:
            if point.value is None:
                at = {"x": point.day, "y": side.low, "xanchor": "center", "yshift": 9}
                look = {"colour": COLOURS["quiet"], "size": SIZES["smallest"]}
                found.append(note(point.words, **at, **axes, **look))
        return found


def ends(curve: Curve) -> list[tuple[Any, Any, str]]:
    """First and last point, each with its neighbour and the side that its words lean to."""
    shown = curve.shown
    if len(shown) == 1:
        return [(shown[0], shown[0], "center")]
    return [(shown[0], shown[1], "center"), (shown[-1], shown[-2], "center")]


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
