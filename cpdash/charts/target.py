"""One line against what a plan says: the path to a target, or the range to stay in."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from cpdash.charts import examples
from cpdash.charts.breaks import Breaks
from cpdash.charts.lines import Curve, Line, path_points, value_words
from cpdash.charts.timeline import Period, Plan, curves, draw, first_and_last, in_front, level
from cpdash.indicators import Unit
from cpdash.theme import PLOT_HEIGHT, STYLES
from cpdash.wording import CardText

LOWER, UPPER = "Lower limit", "Upper limit"


def figure(
    line: Line,
    text: CardText,
    *,
    unit: Unit,
    path: Sequence[tuple[date, float]],
    target_label: str,
    from_zero: bool,
    limits: tuple[float, float] | None = None,
    breaks: Breaks = (),
    period: Period = None,
    height: int = PLOT_HEIGHT["usual"],
    axis: str = "",
) -> go.Figure:
    """The actual line in front of its target path (which may be empty), and of the range between
    `limits`. `target_label` is the path's name; its last value is written after it."""
    (actual,) = map(in_front, curves([line], unit, period))
    set_paths = [Curve(target_label, path_points(path, unit), STYLES["target"], width=2)]
    behind = set_paths if path else []
    if limits is not None and (actual.points or path):
        days = first_and_last([actual, *behind])
        behind += [
            level(name, value, days, value_words(value, unit), "edge")
            for name, value in zip((LOWER, UPPER), limits, strict=True)
        ]
    return draw(
        [*behind, actual], text, Plan(unit, from_zero, breaks, period, height, axis, limits)
    )


def example() -> go.Figure:
    """The community share against the lowest share of its first five censuses as a floor."""
    text = CardText(
        "The share was above the line of 87.2% in each of the last five years",
        "Children looked after who live in the community, as a share of all children looked "
        "after, South Lanarkshire, 31 July 2011 to 2020",
        examples.SOURCE,
        ("The line is the share at 31 July 2015 and is not a target of any plan.",),
    )
    line = Line("South Lanarkshire", examples.community_shares(examples.SOUTH_LANARKSHIRE))
    base = 478 / 548 * 100
    path = [(date(2015, 7, 31), base), (date(2022, 7, 31), base)]
    return figure(
        line, text, unit="percent", path=path, target_label="Level of 2015", from_zero=False
    )
