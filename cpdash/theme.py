"""The look: colours by role, series styles, verdict tones, the look of a figure, picture sizes.

A drawn figure is a picture with a band at its top (title, subtitle) and one at its foot (source,
notes). A page has those words as real text, so PAGE_CSS hides both bands there.
"""

import unicodedata
from dataclasses import dataclass
from html import escape
from typing import Any, Final

import plotly.graph_objects as go

FONT: Final = "Arial, Helvetica, sans-serif"

COLOURS: Final = {
    "primary": "#002d54",
    "teal": "#2b9c93",
    "purple": "#6a2063",
    "orange": "#e5682a",
    "grey": "#949494",
    "target": "#4d4d4d",
    "ink": "#1a1a1a",
    "quiet": "#4d4d4d",
}
"""Colours that are drawn: 3:1 on white at least, 4.5:1 for `ink` and `quiet`, which are text."""

GROUNDS: Final = {
    "paper": "#ffffff",
    "rule": "#dcdcdc",
    "band": "#e8eef4",
    "warning": "#fdf1e0",
}
"""Colours that only stand behind: they carry nothing that has to be seen to be understood."""

WARNING_TEXT: Final = "#7a3e00"


@dataclass(frozen=True)
class Style:
    """How a series is told from others, on a photocopy too. `text` is for words beside it."""

    colour: str
    text: str
    symbol: str
    dash: str


STYLES: Final = {
    "primary": Style(COLOURS["primary"], COLOURS["primary"], "circle", "solid"),
    "orange": Style(COLOURS["orange"], "#a8410c", "square", "dash"),
    "purple": Style(COLOURS["purple"], COLOURS["purple"], "triangle-up", "dashdot"),
    "teal": Style(COLOURS["teal"], "#1b6f68", "diamond", "dot"),
    "grey": Style(COLOURS["grey"], "#5c5c5c", "circle-open", "solid"),
    "target": Style(COLOURS["target"], COLOURS["target"], "", "6px,5px"),
    "edge": Style("#767676", "#4d4d4d", "", "2px,3px"),
}
"""By role; `target` and `edge` have no markers, because nobody counted them."""

SERIES_ORDER: Final = ("primary", "orange", "purple", "teal")
"""In which series take their styles, so that neighbours differ most in grey."""

Figure = go.Figure


@dataclass(frozen=True)
class Tone:
    """How a verdict looks: `text` on `ground`, and a shape, so that colour never says it alone."""

    text: str
    ground: str
    shape: str
    mark: str


GOOD, CARE, OFF = ("#14564f", "#e6f4f3"), (WARNING_TEXT, "#fdf1e0"), ("#8c1c1c", "#fbeaea")
AHEAD, UNKNOWN = ("#002d54", "#e8eef4"), ("#4d4d4d", "#f2f2f2")

TONES: Final = {
    "met": Tone(*GOOD, "tick", "\N{CHECK MARK}"),
    "achieved_now": Tone(*GOOD, "tick", "\N{CHECK MARK}"),
    "on_track": Tone(*GOOD, "circle", "\N{BLACK CIRCLE}"),
    "at_risk": Tone(*CARE, "triangle", "\N{BLACK UP-POINTING TRIANGLE}"),
    "off_track": Tone(*OFF, "diamond", "\N{BLACK DIAMOND}"),
    "not_met": Tone(*OFF, "cross", "\N{MULTIPLICATION SIGN}"),
    "not_yet_due": Tone(*AHEAD, "ring", "\N{WHITE CIRCLE}"),
    "cannot_tell": Tone(*UNKNOWN, "question", "?"),
    "not_measurable": Tone(*UNKNOWN, "dash", "\N{EN DASH}"),
}
"""By the verdict's code."""

PICTURE_WIDTH: Final = 945
PICTURE_SIDE: Final = 12
PICTURE_TOP: Final = 118
PICTURE_BOTTOM: Final = 104
BAND_VARIABLE: Final = "--cp-picture-bottom"
PLOT_HEIGHT: Final = {"low": 180, "usual": 300, "tall": 400}
SIZES: Final = {"title": 20, "subtitle": 15, "text": 13, "small": 12, "smallest": 11}
"""Pixels; nothing is drawn smaller than the smallest."""

NARROW: Final = 420
MEDIUM: Final = 700

PAGE_CSS: Final = f"""
.stElementContainer:has(.stPlotlyChart) {{
  --cp-band: var({BAND_VARIABLE}, {PICTURE_BOTTOM}px);
  clip-path: inset({PICTURE_TOP}px 0 var(--cp-band));
  margin-bottom: calc(-1 * var(--cp-band)); margin-top: -{PICTURE_TOP}px;}}
.stPlotlyChart {{container-type: inline-size;}}
.stPlotlyChart .g-gtitle, .stPlotlyChart .annotation[data-index="0"] {{display: none;}}
.stPlotlyChart .modebar {{top: {PICTURE_TOP}px !important; right: 0 !important;}}
.stPlotlyChart .modebar-btn {{min-width: 26px; height: 26px !important;}}
@container (max-width: {MEDIUM}px) {{
  .text:has(> .textpoint:nth-child(9)) {{display: none;}}
}}
@container (min-width: {NARROW + 1}px) and (max-width: {MEDIUM}px) {{
  :has(> g.xtick:nth-child(12 of g.xtick)) > g.xtick:not(:nth-last-child(2n+1 of g.xtick)) {{
    display: none;}}
}}
@container (max-width: {NARROW}px) {{
  .text:has(> .textpoint:nth-child(4)) {{display: none;}}
  :has(> g.xtick:nth-child(5 of g.xtick)) > g.xtick:not(:nth-last-child(3n+1 of g.xtick)) {{
    display: none;}}
  :has(> g.xtick:nth-child(12 of g.xtick)) > g.xtick:not(:nth-last-child(6n+1 of g.xtick)) {{
    display: none;}}
}}
"""
"""For a page of charts: the bands of the picture hidden, and fewer labels where it is narrow. The
lower band of a figure is PICTURE_BOTTOM px high unless its element sets BAND_VARIABLE."""


def plain(text: str) -> str:
    """Text from data made safe for Plotly, which reads pseudo-HTML: no tags, always one line."""
    if text.isascii() and text.isprintable():
        return escape(text, quote=False)
    spaced = "".join(" " if c in "\t\r\n" else c for c in text)
    kept = "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return escape(kept, quote=False)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (`#rrggbb`) after WCAG 2.2, from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def config(name: str, height: int) -> dict[str, Any]:
    """How Plotly shows a figure: one quiet button, a picture of it 1890 px wide.

    `name` is the picture's file name without its ending; `height` is the figure's own, in px.
    """
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "responsive": True,
        "scrollZoom": False,
        "showSendToCloud": False,
        "toImageButtonOptions": {
            "filename": name,
            "format": "png",
            "height": height,
            "scale": 2,
            "width": PICTURE_WIDTH,
        },
    }


AXIS: Final[dict[str, Any]] = {
    "automargin": False,
    "fixedrange": True,
    "linecolor": COLOURS["quiet"],
    "showline": False,
    "tickangle": 0,
    "tickcolor": COLOURS["quiet"],
    "ticks": "",
    "tickfont": {"color": COLOURS["ink"], "size": SIZES["small"]},
    "title": {"font": {"color": COLOURS["quiet"], "size": SIZES["small"]}, "standoff": 4},
    "zeroline": False,
}

LOOK: Final[dict[str, Any]] = {
    "dragmode": False,
    "font": {"color": COLOURS["ink"], "family": FONT, "size": SIZES["text"]},
    "hoverlabel": {
        "align": "left",
        "bgcolor": GROUNDS["paper"],
        "bordercolor": COLOURS["quiet"],
        "font": {"color": COLOURS["ink"], "family": FONT, "size": SIZES["text"]},
    },
    "hovermode": "closest",
    "modebar": {
        "activecolor": COLOURS["primary"],
        "bgcolor": "rgba(0,0,0,0)",
        "color": "#767676",
    },
    "paper_bgcolor": GROUNDS["paper"],
    "plot_bgcolor": GROUNDS["paper"],
    "showlegend": False,
}
"""What every figure has: pure white ground, horizontal text, no legend. It stands in the figure and
is no Plotly template, because Plotly draws a figure with a template twice on a page."""

AXES: Final = {
    "x": {**AXIS, "showgrid": False},
    "y": {**AXIS, "gridcolor": GROUNDS["rule"], "gridwidth": 1, "showgrid": True},
}
"""What every axis has: light horizontal lines only."""
