"""A tiny line of a history as inline SVG: no axes, no numbers, one dot where it stands now."""

from html import escape

from cpdash.charts.lines import Mark, points, with_gaps
from cpdash.series import Series
from cpdash.theme import COLOURS

EDGE = 4.0
"""px that the dot needs around the line."""


def svg(series: Series, *, label: str, width: int = 132, height: int = 36) -> str:
    """The line with its gaps, as SVG text; nothing for a series without a value. `label` is the
    text alternative. A flat history is drawn flat, in the middle."""
    rows = with_gaps(points(series, "count", None))
    shown = [row for row in rows if row.value is not None]
    if not shown:
        return ""
    values = [row.value or 0.0 for row in shown]
    low, high = min(values), max(values)
    first, days = rows[0].when, max((rows[-1].when - rows[0].when).days, 1)

    def place(row: Mark) -> tuple[str, str]:
        along = (row.when - first).days / days if len(rows) > 1 else 0.5
        up = ((row.value or 0.0) - low) / (high - low) if high > low else 0.5
        x, y = EDGE + along * (width - 2 * EDGE), EDGE + (1 - up) * (height - 2 * EDGE)
        return f"{x:.1f}", f"{y:.1f}"

    paths, alone = [], []
    for run in runs(rows):
        if len(run) == 1:
            alone.append(place(run[0]))
        else:
            paths.append("M" + "L".join(" ".join(place(row)) for row in run))
    x, y = place(shown[-1])
    colour = COLOURS["primary"]
    line = "".join(paths)
    drawn = [f'<path d="{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>'] if line else []
    drawn += [f'<circle cx="{a}" cy="{b}" r="1.5" fill="{colour}"/>' for a, b in alone]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label="{escape(label)}">'
        f'{"".join(drawn)}<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/></svg>'
    )


def runs(rows: list[Mark]) -> list[list[Mark]]:
    """Points that are joined to each other."""
    found: list[list[Mark]] = [[]]
    for row in rows:
        if row.value is None:
            found.append([])
        else:
            found[-1].append(row)
    return [run for run in found if run]
