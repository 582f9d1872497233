"""Breaks in a series: a dashed line up to a few words above the plot."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cpdash.charts.labels import joined, note, wrapped
from cpdash.charts.scale import Along
from cpdash.theme import COLOURS, STYLES

Breaks = Sequence[tuple[date, str]]

ROW = 16
"""px of one line of a break's words."""

LETTERS = 30


def within(breaks: Breaks, foot: Along, censuses: Sequence[date]) -> list[tuple[date, str]]:
    """Those breaks that the axis reaches, oldest first. One that falls on a census stands half way
    from the census before it: that census already counts in the new way."""
    found = []
    for when, words in sorted(breaks):
        before = max((c for c in censuses if c < when), default=None)
        if when in censuses and before is not None:
            when = before + (when - before) / 2
        if foot.start < when.isoformat() < foot.end:
            found.append((when, words))
    return found


def room(breaks: Breaks) -> int:
    """px that the words of breaks take above the plot."""
    return sum(len(break_words(found)) for found in breaks) * ROW


def break_words(found: tuple[date, str]) -> list[str]:
    """What is said of a break, in lines."""
    return wrapped(found[1], LETTERS)


def break_lines(breaks: Breaks, height: int) -> list[dict[str, Any]]:
    """A dashed line at each break, up to its words."""
    up = [sum(len(break_words(later)) for later in breaks[i + 1 :]) for i in range(len(breaks))]
    return [
        {
            "line": {"color": STYLES["edge"].colour, "dash": "4px,4px", "width": 1},
            "type": "line",
            "x0": when.isoformat(),
            "x1": when.isoformat(),
            "y0": 0,
            "y1": 1 + (4 + rows * ROW) / height,
            "yref": "paper",
        }
        for (when, _), rows in zip(breaks, up, strict=True)
    ]


def break_notes(breaks: Breaks, foot: Along) -> list[dict[str, Any]]:
    """What each break is, above the plot: one below the other, so that none overlaps."""
    start, end = date.fromisoformat(foot.start), date.fromisoformat(foot.end)
    placed = []
    for i, found in enumerate(breaks):
        rows = sum(len(break_words(later)) for later in breaks[i + 1 :])
        left = (found[0] - start) / (end - start) < 0.5
        side = "left" if left else "right"
        place = {"x": found[0].isoformat(), "xanchor": side, "align": side}
        lift = {"y": 1, "yanchor": "bottom", "yref": "paper", "yshift": 4 + rows * ROW}
        placed.append(note(joined(break_words(found)), colour=COLOURS["quiet"], **place, **lift))
    return placed
