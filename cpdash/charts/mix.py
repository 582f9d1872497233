"""One census in parts: horizontal bars from zero, one colour, each with its label above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import plotly.graph_objects as go

from cpdash.charts import picture
from cpdash.charts.labels import LINE, joined, note, wide, wrapped
from cpdash.series import exact
from cpdash.theme import COLOURS, PICTURE_SIDE, SIZES, plain
from cpdash.vocabulary import STATUSES, WITHHELD
from cpdash.wording import CardText, base_decimals, number, share

MARKED = ("e", "p", "b")
BAR = 22
LABEL_LETTERS = 44


@dataclass(frozen=True)
class Part:
    """A part of one census. `count` is None when withheld (`status` says why), `denominator` None
    when there is no total."""

    label: str
    count: int | None
    denominator: int | None
    status: str = ""

    @property
    def shown(self) -> int | None:
        """The count; None when it is withheld, whatever is known of it."""
        return None if self.status in WITHHELD else self.count


def length(part: Part, show: Literal["count", "share"]) -> float:
    """Of the bar: children, or percent."""
    count = part.shown
    if count is None or (show == "share" and not part.denominator):
        return 0.0
    return float(exact(count, part.denominator if show == "share" else None))


def value_words(part: Part, show: Literal["count", "share"]) -> str:
    """`173 (29.9%)`, or `29.9% (173)`; `3 of 7` of a small base, `0` of none, `[c]` when
    withheld."""
    count = part.shown
    if count is None:
        return f"[{part.status or 'x'}]"
    words = number(count)
    if count and part.denominator:
        bears = base_decimals(part.denominator)
        if bears is None:
            words = f"{words} of {number(part.denominator)}"
        else:
            percent = share(count, part.denominator, bears)
            words = f"{words} ({percent})" if show == "count" else f"{percent} ({words})"
    return words + (f" [{part.status}]" if part.status in MARKED else "")


def figure(parts: Sequence[Part], text: CardText, *, show: Literal["count", "share"]) -> go.Figure:
    """Bars in the order given; a bar of nothing has no length."""
    if not parts or all(part.shown is None for part in parts):
        return picture.empty(text, [part.status for part in parts], 180)
    labels = [wrapped(part.label, LABEL_LETTERS) for part in parts]
    heights = [BAR + 14 + round(len(lines) * SIZES["text"] * LINE) for lines in labels]
    total = sum(heights)
    feet = [total - sum(heights[: i + 1]) + 10 for i in range(len(parts))]
    words = [value_words(part, show) for part in parts]
    lengths = [length(part, show) for part in parts]
    frame = picture.Frame(
        total,
        left=PICTURE_SIDE + 2,
        right=max(wide(said, SIZES["text"]) for said in words) + 14,
        illustrative=text.illustrative,
    )
    notes = []
    for lines, said, value, foot in zip(labels, words, lengths, feet, strict=True):
        top = {"x": 0, "xref": "paper", "y": foot + BAR + 3, "yanchor": "bottom"}
        notes.append(note(joined(lines), size=SIZES["text"], **top))
        end = {"x": value, "xshift": 6, "y": foot + BAR / 2}
        notes.append(note(f"<b>{plain(said)}</b>", size=SIZES["text"], **end))
    axes = {
        "bargap": 0,
        "xaxis": {"range": [0, max(lengths) or 1], "showticklabels": False},
        "yaxis": {"range": [0, total], "showgrid": False, "showticklabels": False},
    }
    return picture.figure(
        text, frame, [bars(parts, words, lengths, feet)], axes, notes, [zero(foot) for foot in feet]
    )


def bars(
    parts: Sequence[Part], words: Sequence[str], lengths: Sequence[float], feet: Sequence[int]
) -> dict[str, Any]:
    """The bars as one Plotly trace; `feet` are px from the foot of the plot."""
    said = [STATUSES.get(part.status, "") if part.status else "" for part in parts]
    return {
        "cliponaxis": False,
        "customdata": [
            [plain(part.label), plain(word + (f" ({more})" if more else ""))]
            for part, word, more in zip(parts, words, said, strict=True)
        ],
        "hovertemplate": "%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        "marker": {"color": COLOURS["primary"], "line": {"width": 0}},
        "orientation": "h",
        "type": "bar",
        "width": [BAR] * len(parts),
        "x": list(lengths),
        "y": [foot + BAR / 2 for foot in feet],
    }


def zero(foot: int) -> dict[str, Any]:
    """The mark that a bar starts from, which is all there is of a bar of nothing."""
    return {
        "line": {"color": COLOURS["quiet"], "width": 1.5},
        "type": "line",
        "x0": 0,
        "x1": 0,
        "xref": "paper",
        "y0": foot - 2,
        "y1": foot + BAR + 2,
    }


def example() -> go.Figure:
    """Where children lived in South Lanarkshire at 31 March 2018, from its strategy."""
    text = CardText(
        "206 of 579 children looked after lived with foster families",
        "Children looked after by where they lived, South Lanarkshire, 31 March 2018",
        "Source: South Lanarkshire corporate parenting strategy 2018-2020. 579 children.",
        ("Residential care does not include secure care.",),
    )
    found = (
        ("At home with parents", 173),
        ("With kinship carers (relatives or friends)", 128),
        ("With foster families", 206),
        ("In residential care, secure care not included", 72),
        ("In secure care", 0),
    )
    return figure([Part(label, n, 579) for label, n in found], text, show="count")
