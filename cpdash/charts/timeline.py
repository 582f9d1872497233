"""Curves over censuses: what the line charts of this package have in common."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from cpdash.charts import picture
from cpdash.charts.breaks import Breaks, break_lines, break_notes, room, within
from cpdash.charts.ends import (
    end_label,
    end_notes,
    first_notes,
    starting,
    value_sides,
    withheld_notes,
)
from cpdash.charts.labels import wide
from cpdash.charts.lines import Curve, Line, Mark, points, trace
from cpdash.charts.scale import Along, Upright, along, upright
from cpdash.indicators import Unit
from cpdash.theme import GROUNDS, PICTURE_SIDE, PLOT_HEIGHT, SERIES_ORDER, SIZES, STYLES, plain
from cpdash.wording import CardText

MOST_LABELLED = 4
AXIS_WORDS = {"count": "Number", "percent": "Percentage"}
Period = tuple[date, date] | None


@dataclass(frozen=True)
class Plan:
    """What a line chart is to show beside its curves. `axis` is the title above the upright axis,
    `band` two values between which the ground is tinted."""

    unit: Unit
    from_zero: bool
    breaks: Breaks = ()
    period: Period = None
    height: int = PLOT_HEIGHT["usual"]
    axis: str = ""
    band: tuple[float, float] | None = None


def curves(lines: Sequence[Line], unit: Unit, period: Period = None) -> list[Curve]:
    """Lines ready to draw, in styles that differ: a line keeps its own unless an earlier one has
    it, and then takes the next free one."""
    taken: list[str] = []
    for line in lines:
        free = [name for name in (line.style, *SERIES_ORDER, "grey") if name not in taken]
        taken.append(free[0])
    return [
        Curve(line.label, points(line.series, unit, period), STYLES[style])
        for line, style in zip(lines, taken, strict=True)
    ]


def draw(drawn: Sequence[Curve], text: CardText, plan: Plan) -> go.Figure:
    """The line chart. Curves are drawn in their order, the last one in front."""
    held = [point for curve in drawn for point in curve.points]
    counted = [p for curve in drawn if curve.style.symbol for p in curve.points]
    if not any(point.value is not None for point in counted):
        return picture.empty(text, [point.status for point in counted], plan.height)
    side = upright([p.value for p in held if p.value is not None], plan.unit, plan.from_zero)
    foot = along([p.when for p in counted] or [p.when for p in held], reach(held, plan.period))
    ends = [end_label(curve, foot) for curve in drawn if curve.labelled and curve.shown]
    breaks = within(plan.breaks, foot, [p.when for p in counted])
    column = max([0, *(wide(c.shown[0].words, SIZES["small"]) + 8 for c in starting(drawn, foot))])
    frame = picture.Frame(
        plan.height,
        left=PICTURE_SIDE + max(wide(w, SIZES["small"]) for w in side.words) + 8 + column,
        right=max([PICTURE_SIDE, *(end.width + 16 for end in ends if end.outside)]),
        foot=(40 if any("<br>" in words for words in foot.words) else 26)
        + (18 if foot.title else 0),
        breaks=room(breaks),
        axis_title=axis_title(side, plan),
        illustrative=text.illustrative,
    )
    return picture.figure(
        text,
        frame,
        traces(drawn, side, plan.height, [when for when, _ in plan.breaks]),
        {"xaxis": xaxis(foot), "yaxis": yaxis(side, column)},
        [
            *break_notes(breaks, foot),
            *end_notes(ends, drawn, side, plan.height),
            *first_notes(drawn, foot, side, plan.height),
            *withheld_notes(counted, foot),
        ],
        [*break_lines(breaks, plan.height), *band_shapes(plan.band)],
    )


def traces(
    drawn: Sequence[Curve], side: Upright, height: int, breaks: Sequence[date]
) -> list[dict[str, Any]]:
    """One trace a named curve; those without a name in a single one behind them, with gaps."""
    have = [curve for curve in drawn if curve.points]
    unnamed = [trace(curve, breaks=breaks) for curve in have if not curve.labelled]
    named = [trace(c, value_sides(c, side, height), breaks) for c in have if c.labelled]
    if not unnamed:
        return named
    together = {
        "customdata": [row for one in unnamed for row in (*one["customdata"], [""] * 4)],
        "x": [when for one in unnamed for when in (*one["x"], one["x"][-1])],
        "y": [value for one in unnamed for value in (*one["y"], None)],
    }
    return [unnamed[0] | together, *named]


def reach(held: Sequence[Mark], period: Period) -> tuple[date, date]:
    """From the first day to the last, of points and period."""
    days = [point.when for point in held] + list(period or ())
    return min(days), max(days)


def axis_title(side: Upright, plan: Plan) -> str:
    """What the upright axis counts, and that it does not start at zero where it does not."""
    words = plain(plan.axis or AXIS_WORDS[plan.unit])
    return words if side.low == 0 else f"{words}. <b>{picture.NOT_FROM_ZERO}</b>"


def xaxis(foot: Along) -> dict[str, Any]:
    """The axis along the foot: words at some censuses, a small mark at the others."""
    return {
        "minor": {"ticklen": 3, "ticks": "outside", "tickvals": foot.small},
        "range": [foot.start, foot.end],
        "showline": True,
        "ticklen": 5,
        "ticks": "outside",
        "ticktext": foot.words,
        "tickvals": foot.ticks,
        "title": {"text": foot.title},
        "type": "date",
    }


def yaxis(side: Upright, column: int) -> dict[str, Any]:
    """The axis up the side, `column` px away from the plot: there the first values stand."""
    return {
        "range": [side.low, side.high],
        "ticklabelstandoff": 4 + column,
        "ticktext": side.words,
        "tickvals": side.ticks,
    }


def band_shapes(band: tuple[float, float] | None) -> list[dict[str, Any]]:
    """The tinted ground of a range, behind everything."""
    if band is None:
        return []
    return [
        {
            "fillcolor": GROUNDS["band"],
            "layer": "below",
            "line": {"width": 0},
            "type": "rect",
            "x0": 0,
            "x1": 1,
            "xref": "paper",
            "y0": band[0],
            "y1": band[1],
        }
    ]


def level(label: str, value: float, days: tuple[date, date], words: str, style: str) -> Curve:
    """A horizontal path: an edge of a range, a floor, a ceiling."""
    ends = tuple(Mark(when, value, words) for when in days)
    return Curve(label, ends, STYLES[style], width=1.5)


def first_and_last(drawn: Sequence[Curve]) -> tuple[date, date]:
    """The days that curves reach; a single day is stretched so that a level over it can be seen."""
    days = [point.when for curve in drawn for point in curve.points]
    first, last = min(days), max(days)
    return (first, last) if first != last else (first, last + timedelta(days=365))


def in_front(curve: Curve) -> Curve:
    """The one that a chart is about: thicker."""
    return replace(curve, width=3.5)
