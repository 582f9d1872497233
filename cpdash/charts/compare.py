"""One council in front of others: the chosen one dark and thick, the others thin and grey."""

from collections.abc import Sequence
from dataclasses import replace

import plotly.graph_objects as go

from cpdash.charts import examples
from cpdash.charts.breaks import Breaks
from cpdash.charts.lines import Curve, Line, points
from cpdash.charts.timeline import MOST_LABELLED, Period, Plan, curves, draw, in_front
from cpdash.indicators import Unit
from cpdash.theme import PLOT_HEIGHT, STYLES
from cpdash.wording import CardText

FEW = 3
"""So many others are named at their ends; more are named only where the pointer is."""

UNNAMED = replace(STYLES["grey"], symbol="circle")

NAMED = (
    STYLES["grey"],
    replace(STYLES["grey"], symbol="square-open", dash="dash"),
    replace(STYLES["grey"], symbol="diamond-open", dash="dot"),
)


def figure(
    focus: Line,
    others: Sequence[Line],
    text: CardText,
    *,
    unit: Unit,
    from_zero: bool,
    also: Sequence[Line] = (),
    breaks: Breaks = (),
    period: Period = None,
    height: int = PLOT_HEIGHT["usual"],
    axis: str = "",
) -> go.Figure:
    """`focus` in front; `also` are named too (Scotland). `others` are named if they are few.

    ValueError when focus and `also` are more than four. With no figure of the focus, the others
    are still drawn.
    """
    if 1 + len(also) > MOST_LABELLED:
        raise ValueError(f"{1 + len(also)} named lines cannot be told apart: choose at most four")
    focus_curve, *also_curves = curves([focus, *also], unit, period)
    named = len(others) <= FEW and 1 + len(also) + len(others) <= MOST_LABELLED
    behind = [
        Curve(
            line.label,
            points(line.series, unit, period),
            NAMED[i] if named else UNNAMED,
            labelled=named,
            width=1.5,
        )
        for i, line in enumerate(others)
    ]
    drawn = [*behind, *also_curves, in_front(focus_curve)]
    return draw(drawn, text, Plan(unit, from_zero, breaks, period, height, axis))


def example() -> go.Figure:
    """South Lanarkshire beside Scotland and the other councils of its family group."""
    text = CardText(
        "In South Lanarkshire 90.5% of children looked after lived in the community at "
        "31 July 2020; in Scotland 90.1%",
        "Children looked after who live in the community, as a share of all children looked "
        "after, 31 July 2011 to 2020",
        examples.SOURCE,
        ("Grey: the seven other councils of the family group.",),
    )
    focus = Line("South Lanarkshire", examples.community_shares(examples.SOUTH_LANARKSHIRE))
    scotland = Line("Scotland", examples.community_shares(examples.SCOTLAND), "orange")
    others = [Line(n, examples.community_shares(held)) for n, held in examples.FAMILY.items()]
    return figure(
        focus,
        others,
        text,
        unit="percent",
        from_zero=False,
        also=[scotland],
        axis="Share of children",
    )
