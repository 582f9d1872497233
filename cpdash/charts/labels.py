"""Words on a chart: wrapped, measured, kept apart, and placed."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from cpdash.theme import COLOURS, SIZES, plain

LINE = 1.3
"""Height of a line of text in sizes of its letters, as Plotly sets it."""

LETTER = 0.54
"""Width of a letter in sizes, on the wide side of what Arial takes."""


def wrapped(text: str, most: int) -> list[str]:
    """`text` in as few lines of at most `most` characters as will do, as even as they come."""
    words = text.split()
    lines = filled(words, most)
    if len(lines) < 2:
        return lines
    longest = max(map(len, words), default=0)
    for narrower in range(most - 1, max(longest, len(text) // max(len(lines), 1)) - 1, -1):
        closer = filled(words, narrower)
        if len(closer) > len(lines):
            break
        lines = closer
    return lines


def filled(words: Sequence[str], most: int) -> list[str]:
    """Words in lines, each as full as it may be; a word is cut only if it is longer than one."""
    lines: list[str] = []
    for word in words:
        while len(word) > most:
            lines.append(word[: most - 1] + "-")
            word = word[most - 1 :]
        if lines and not lines[-1].endswith("-") and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def joined(lines: Sequence[str]) -> str:
    """Lines of data as Plotly text."""
    return "<br>".join(plain(line) for line in lines)


def wide(text: str, size: int) -> int:
    """About how many px a line of text takes."""
    return round(len(text) * size * LETTER)


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> list[float]:
    """Middles of labels, moved as little as can be so that none overlaps and all lie between `low`
    and `high` (all px, downwards; the order is that of `wanted`). Where they cannot all fit, they
    keep apart and run past `high`."""
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    offsets = [0.0]
    for a, b in pairwise(order):
        offsets.append(offsets[-1] + (heights[a] + heights[b]) / 2)
    blocks: list[tuple[float, int]] = []
    for i, offset in zip(order, offsets, strict=False):
        mean, size = wanted[i] - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, many = blocks.pop()
            mean, size = (before * many + mean * size) / (many + size), many + size
        blocks.append((mean, size))
    if not order:
        return []
    top = low + heights[order[0]] / 2
    bottom = max(top, high - heights[order[-1]] / 2 - offsets[-1])
    middles = [min(max(mean, top), bottom) for mean, size in blocks for _ in range(size)]
    placed = dict(zip(order, map(sum, zip(middles, offsets, strict=False)), strict=False))
    return [placed[i] for i in range(len(wanted))]


ON_WHITE = {"bgcolor": "rgba(255,255,255,0.75)", "borderpad": 1}
"""For words in a plot: no line strikes through them, and none under them is hidden altogether."""


def note(text: str, **place: Any) -> dict[str, Any]:
    """Words at a place, as a Plotly annotation without an arrow. `text` is already safe."""
    size = place.pop("size", SIZES["small"])
    colour = place.pop("colour", COLOURS["ink"])
    return {
        "align": "left",
        "borderpad": 0,
        "font": {"color": colour, "size": size},
        "showarrow": False,
        "text": text,
        "xanchor": "left",
        **place,
    }
