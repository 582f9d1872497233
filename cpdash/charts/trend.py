"""A line chart over censuses: up to four lines, named at their ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import plotly.graph_objects as go

from cpdash.charts import examples
from cpdash.charts.breaks import Breaks
from cpdash.charts.ends import MOST_VALUES
from cpdash.charts.lines import Curve, Line, path_points
from cpdash.charts.timeline import MOST_LABELLED, Period, Plan, curves, draw
from cpdash.indicators import Unit
from cpdash.theme import PLOT_HEIGHT, STYLES
from cpdash.wording import CardText

Path = Sequence[tuple[date, float]]


def figure(
    lines: Sequence[Line],
    text: CardText,
    *,
    unit: Unit,
    from_zero: bool,
    breaks: Breaks = (),
    target: tuple[str, Path] | None = None,
    period: Period = None,
    height: int = PLOT_HEIGHT["usual"],
    axis: str = "",
) -> go.Figure:
    """Lines over time; `axis` is the title above the upright axis, `height` px of the plot.

    A target is a name and its path, and counts as a line. ValueError for more than four.
    """
    if len(lines) + (target is not None) > MOST_LABELLED:
        raise ValueError(f"{len(lines)} lines cannot be told apart: draw small multiples instead")
    drawn = curves(lines, unit, period)
    if len(drawn) == 1 and len(drawn[0].shown) <= MOST_VALUES and target is None:
        drawn = [replace(drawn[0], all_values=True)]
    path = [] if target is None or not target[1] else [target]
    paths = [Curve(name, path_points(way, unit), STYLES["target"], width=2) for name, way in path]
    plan = Plan(unit, from_zero, breaks, period, height, axis)
    return draw([*paths, *reversed(drawn)], text, plan)


def example() -> go.Figure:
    """The official community share of South Lanarkshire and Scotland."""
    text = CardText(
        "In South Lanarkshire 90.5% of children looked after lived in the community at "
        "31 July 2020, up 0.6 percentage points from 89.9% a year earlier",
        "Children looked after who live in the community, as a share of all children looked "
        "after, South Lanarkshire and Scotland, 31 July 2011 to 2020",
        examples.SOURCE + " 786 children in South Lanarkshire and 14,458 in Scotland at "
        "31 July 2020.",
        (
            "In the community is at home with parents, with kinship carers, with foster families, "
            "with the family planning to adopt them, or elsewhere in the community.",
        ),
    )
    lines = [
        Line("South Lanarkshire", examples.community_shares(examples.SOUTH_LANARKSHIRE)),
        Line("Scotland", examples.community_shares(examples.SCOTLAND), "orange"),
    ]
    return figure(lines, text, unit="percent", from_zero=False, axis="Share of children")
