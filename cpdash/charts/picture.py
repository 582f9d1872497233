"""The frame of every figure: title band, rows of words above the plot, foot, source band."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any
from zlib import crc32

import plotly.graph_objects as go
import plotly.io

from cpdash.charts.labels import LINE, filled, joined, note, wrapped
from cpdash.theme import (
    AXES,
    COLOURS,
    GROUNDS,
    LOOK,
    PICTURE_BOTTOM,
    PICTURE_SIDE,
    PICTURE_TOP,
    SIZES,
    WARNING_TEXT,
    plain,
)
from cpdash.wording import CardText

ILLUSTRATIVE = "Illustrative figures: an invented council"
NOT_FROM_ZERO = "Axis does not start at zero"
WITHHELD = "Not shown, to protect children's privacy"
NOTHING = "No figures for this period"
MORE_NOTES = "More notes stand beside this chart in the dashboard."
MOST_LINES = 14
"""Of source and notes; the lower band grows up to them."""

FOOTER_GAP, FOOTER_END = 10, 8
"""px above and below the words of the lower band."""

ROW = 26
"""px of a row above the plot; the first one also holds the picture button at its right."""


@dataclass(frozen=True)
class Frame:
    """Room around a plot of `height` px, between the two bands: left and right of it, `foot` below
    for what its axis says, `breaks` above for words that belong to the plot."""

    height: int
    left: int = PICTURE_SIDE
    right: int = PICTURE_SIDE
    foot: int = 12
    breaks: int = 0
    axis_title: str = ""
    illustrative: bool = False

    @property
    def head(self) -> int:
        rows = (1 if self.illustrative else 0) + (1 if self.axis_title else 0)
        return ROW * max(rows, 1) + self.breaks + 8


def fitted(text: str, choices: Sequence[tuple[int, int]], most: int) -> tuple[list[str], int]:
    """`text` wrapped into at most `most` lines at the largest size that allows it, else at the
    smallest. A choice is (size, characters in a line)."""
    best: tuple[list[str], int] = ([], 0)
    for size, letters in choices:
        best = wrapped(text, letters), size
        if len(best[0]) <= most:
            break
    return best


def title(text: CardText) -> dict[str, Any]:
    """The finding, and what, where, when and unit below it, as they are in a picture."""
    finding, size = fitted(text.title, ((SIZES["title"], 84), (17, 98), (14, 120)), 2)
    about, small = fitted(text.subtitle, ((SIZES["subtitle"], 108), (13, 128), (12, 140)), 2)
    # Plotly lifts a title of two lines by half a line, and the rest of the band is shared out.
    lift = (len(finding) - 1) * size * LINE * 0.6
    block = len(finding) * size * LINE + len(about) * small * LINE + 8
    top = lift + max(8, min(24, PICTURE_TOP - 12 - block))
    return {
        "font": {"color": COLOURS["ink"], "size": size, "weight": 700},
        "pad": {"l": PICTURE_SIDE, "t": round(top)},
        "subtitle": {"font": {"color": COLOURS["quiet"], "size": small}, "text": joined(about)},
        "text": joined(finding),
        "x": 0,
        "xanchor": "left",
        "xref": "container",
        "y": 1,
        "yanchor": "top",
        "yref": "container",
    }


def footer_lines(text: CardText) -> tuple[list[str], int]:
    """Source, then notes, and their size. Where even MOST_LINES do not hold them, whole notes are
    left out from the end and that is said; the source never is."""
    notes = list(text.notes)
    while True:
        sentences = [text.source, *notes]
        if len(notes) < len(text.notes):
            sentences.append(MORE_NOTES)
        for size, letters in ((SIZES["text"], 132), (SIZES["small"], 144)):
            lines = [line for sentence in sentences for line in filled(sentence.split(), letters)]
            if len(lines) <= MOST_LINES:
                return lines, size
        if not notes:
            return lines, size
        notes.pop()


def room_for(lines: Sequence[str], size: int) -> int:
    """px of the lower band that holds those lines."""
    return max(PICTURE_BOTTOM, FOOTER_GAP + ceil(len(lines) * size * LINE) + FOOTER_END)


def band(drawn: go.Figure) -> int:
    """px of the lower band of a figure of this package, for the page that hides it."""
    return int(drawn.layout.meta)


def footer(lines: Sequence[str], size: int, frame: Frame) -> dict[str, Any]:
    """Source and notes in the lower band; always the first annotation, so that a page hides it."""
    return note(
        joined(lines),
        colour=COLOURS["quiet"],
        size=size,
        x=0,
        xref="paper",
        xshift=PICTURE_SIDE - frame.left,
        y=0,
        yanchor="top",
        yref="paper",
        yshift=-(frame.foot + FOOTER_GAP),
    )


def above(text: str, frame: Frame, up: int, **more: Any) -> dict[str, Any]:
    """Words at the left edge of the picture, `up` px above the plot."""
    place = {"x": 0, "xref": "paper", "y": 1, "yanchor": "bottom", "yref": "paper", "yshift": up}
    return note(text, **{**place, "xshift": PICTURE_SIDE - frame.left, **more})


def head(frame: Frame) -> list[dict[str, Any]]:
    """What stands between the title and the plot: whether the figures are invented, the axis."""
    rows = []
    up = frame.breaks + 8
    if frame.axis_title:
        rows.append(above(frame.axis_title, frame, up + 4, colour=COLOURS["quiet"]))
        up += ROW
    if frame.illustrative:
        rows.append(
            above(
                f"<b>{plain(ILLUSTRATIVE)}</b>",
                frame,
                up + 3,
                bgcolor=GROUNDS["warning"],
                borderpad=3,
                colour=WARNING_TEXT,
            )
        )
    return rows


def dressed(name: str, own: Any) -> Any:
    """A layout property; one that is an axis with all that every axis has."""
    if name[1:5] != "axis":
        return own
    common = AXES[name[0]]
    both = {part: {**common[part], **own[part]} for part in ("tickfont", "title") if part in own}
    return {**common, **own, **both}


def figure(
    text: CardText,
    frame: Frame,
    traces: Sequence[dict[str, Any]],
    axes: dict[str, Any],
    annotations: Sequence[dict[str, Any]] = (),
    shapes: Sequence[dict[str, Any]] = (),
) -> go.Figure:
    """Everything in one figure, as high as its bands and its frame. `axes` are layout
    properties."""
    lines, size = footer_lines(text)
    low = room_for(lines, size)
    # A figure carries its look itself, and whoever is imported last sets a template for all.
    plotly.io.templates.default = None
    return go.Figure(
        data=list(traces),
        layout={
            **LOOK,
            "annotations": [footer(lines, size, frame), *head(frame), *annotations],
            # Streamlit hands every figure to Plotly twice; with the same revision it is drawn once.
            "datarevision": crc32(repr((traces, axes)).encode()),
            "height": PICTURE_TOP + frame.head + frame.height + frame.foot + low,
            "margin": {
                "b": frame.foot + low,
                "l": frame.left,
                "pad": 0,
                "r": frame.right,
                "t": PICTURE_TOP + frame.head,
            },
            "meta": low,
            "title": title(text),
            **{name: dressed(name, own) for name, own in axes.items()},
            **({"shapes": list(shapes)} if shapes else {}),
        },
        # Checking every property takes ten times as long as the rest; the tests check the examples.
        _validate=False,
    )


def empty(text: CardText, statuses: Sequence[str], height: int) -> go.Figure:
    """A calm sentence where there is nothing to draw: withheld, or not there."""
    frame = Frame(height, illustrative=text.illustrative)
    sentence = WITHHELD if "c" in statuses else NOTHING
    hidden = {"fixedrange": True, "range": [0, 1], "visible": False}
    words = note(
        joined(wrapped(sentence, 32)),
        align="center",
        colour=COLOURS["quiet"],
        size=SIZES["subtitle"],
        x=0.5,
        xanchor="center",
        xref="paper",
        y=0.5,
        yref="paper",
    )
    return figure(text, frame, [], {"xaxis": hidden, "yaxis": hidden}, [words])
