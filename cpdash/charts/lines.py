"""A series as it is drawn: its points, its gaps, and what each value says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median_low
from typing import Any

from cpdash.indicators import Unit
from cpdash.series import Gap, Series
from cpdash.theme import SIZES, Style, plain
from cpdash.vocabulary import STATUSES
from cpdash.wording import base_decimals, day, number, round_half_up, share

LONGEST_STEP = 1.6
"""Points further apart than so many usual steps have a census missing between."""

A_YEAR = 366
"""Days of the longest usual step: no census is taken less often than every year."""


@dataclass(frozen=True)
class Line:
    """A named series; `style` is of theme.STYLES."""

    label: str
    series: Series
    style: str = "primary"


@dataclass(frozen=True)
class Mark:
    """One census of one series as it is drawn; `value` is None where it is withheld or missing."""

    when: date
    value: float | None
    words: str
    status: str = ""
    segment: int = 0
    note: str = ""

    @property
    def day(self) -> str:
        return self.when.isoformat()


@dataclass(frozen=True)
class Curve:
    """A line ready to draw. `labelled`: named at its end. `all_values`: every point has its value
    beside it, otherwise the first and the last."""

    label: str
    points: tuple[Mark, ...]
    style: Style
    labelled: bool = True
    all_values: bool = False
    width: float = 2.5

    @property
    def shown(self) -> list[Mark]:
        return [point for point in self.points if point.value is not None]


def value_words(
    value: float, unit: Unit, numerator: int | None = None, denominator: int | None = None
) -> str:
    """`1,234`, or `24.8` of a target that is not whole; `87.6%`, or `3 of 7` of a small base. A
    share is rounded once, from its two counts where they are known."""
    if unit == "count":
        rounded = round_half_up(value, 1)
        return number(value, 0 if rounded == int(rounded) else 1)
    if numerator is not None and denominator:
        bears = base_decimals(denominator)
        if bears is None:
            return f"{number(numerator)} of {number(denominator)}"
        return share(numerator, denominator, bears)
    return number(value, 1) + "%"


def points(series: Series, unit: Unit, period: tuple[date, date] | None) -> tuple[Mark, ...]:
    """The observations inside `period` (both ends counted in), oldest first."""
    found = []
    for one in series.within(*period) if period else series:
        if isinstance(one, Gap):
            # A figure that the source does not give is a gap without a mark.
            words, value = f"[{one.status}]" if one.status else "", None
        else:
            value = float(one.value)
            words = value_words(value, unit, one.numerator, one.denominator)
        found.append(Mark(one.when, value, words, one.status, one.segment, one.note))
    return _trimmed(found)


def _trimmed(found: list[Mark]) -> tuple[Mark, ...]:
    """Without what is not given before the first and after the last point that is."""
    said = [number for number, point in enumerate(found) if point.words]
    return tuple(found[said[0] : said[-1] + 1]) if said else ()


def path_points(path: Sequence[tuple[date, float]], unit: Unit) -> tuple[Mark, ...]:
    """A path that somebody set, not counted: the target's."""
    return tuple(Mark(when, value, value_words(value, unit)) for when, value in path)


def with_gaps(found: Sequence[Mark], breaks: Sequence[date] = ()) -> list[Mark]:
    """Points, with one without a value wherever two neighbours may not be joined: the segment
    changes, a break is drawn between them, or a census between them is missing."""
    steps = [(b.when - a.when).days for a, b in pairwise(found)]
    # Of two middle steps the shorter: a gap too many says less than a line too many.
    usual = min(median_low(steps), A_YEAR) if steps else 0
    joined = list(found[:1])
    for step, (a, b) in zip(steps, pairwise(found), strict=True):
        broken = a.segment != b.segment or any(a.when < when <= b.when for when in breaks)
        if broken or step > LONGEST_STEP * usual:
            joined.append(Mark(b.when, None, "", segment=b.segment))
        joined.append(b)
    return joined


def hover(label: str, point: Mark) -> list[str]:
    """What the pointer shows: name, day, value with its status, note."""
    said = STATUSES.get(point.status, "") if point.status else ""
    more = "; ".join(part for part in (said, point.note) if part)
    return [plain(label), day(point.when), point.words, plain(f" ({more})") if more else ""]


HALO = ", ".join(["0 0 2px #ffffff"] * 4)
"""Round the values beside points: no line strikes through them. They can have no ground."""

HOVER = "%{customdata[0]}<br>%{customdata[1]}: %{customdata[2]}%{customdata[3]}<extra></extra>"


def trace(curve: Curve, sides: Sequence[str] = (), breaks: Sequence[date] = ()) -> dict[str, Any]:
    """The curve as one Plotly trace, not joined across `breaks`. `sides`: where the value of each
    shown point stands, if it does."""
    rows = with_gaps(curve.points, breaks) if curve.style.symbol else list(curve.points)
    drawn: dict[str, Any] = {"mode": "lines"}
    if curve.style.symbol:
        size = (8 if len(rows) <= 16 else 5) if curve.labelled else 4
        drawn["marker"] = {"color": curve.style.colour, "size": size, "symbol": curve.style.symbol}
        drawn["mode"] = "lines+markers"
    if any(sides):
        side = dict(zip((point.day for point in curve.shown), sides, strict=True))
        beside = ["" if row.value is None else side[row.day] for row in rows]
        drawn["mode"] += "+text"
        drawn["text"] = [row.words if at else "" for row, at in zip(rows, beside, strict=True)]
        font = {"color": curve.style.text, "shadow": HALO, "size": SIZES["small"]}
        drawn["textfont"] = font
        drawn["textposition"] = [at or "top center" for at in beside]
    return {
        "cliponaxis": False,
        "connectgaps": False,
        "customdata": [hover(curve.label, row) for row in rows],
        "hovertemplate": HOVER,
        "line": {"color": curve.style.colour, "dash": curve.style.dash, "width": curve.width},
        "name": plain(curve.label) if curve.labelled else "",
        "type": "scatter",
        "x": [row.day for row in rows],
        "y": [row.value for row in rows],
        **drawn,
    }
