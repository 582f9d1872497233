"""Percentages that are printed without a word that says so."""

from collections import defaultdict
from collections.abc import Iterable

from cpdash.areas import AREAS
from cpdash.sheets.figure import RawFigure
from cpdash.vocabulary import CATEGORIES

HUNDRED = 100
FAR = 0.8
SLACK = 3
"""Rounded percentages of eight or so groups add up to within this of a hundred."""


def in_disguise(figures: Iterable[RawFigure]) -> bool:
    """Whether the counts of a table look like percentages: the widest groups of each area and date
    make about 100, or each total is 100. One council that happens to have a hundred children is
    not believed either: its table must say that it gives numbers."""
    wholes: dict[tuple, dict[str, float]] = defaultdict(dict)
    for figure in figures:
        if figure.unit == "count" and figure.value == figure.value:
            wholes[(*figure[:2], figure.measure)][figure.category] = figure.value
    several = [said for said in wholes.values() if len(said.keys() - {"total"}) >= 2]
    return bool(several) and all(_makes_hundred(said) for said in several)


def not_adding_up(figures: Iterable[RawFigure]) -> bool:
    """Whether a country stands far below the sum of its councils: then none of them are counts."""
    sums: dict[tuple, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for figure in figures:
        if figure.unit == "count" and figure.value == figure.value:
            area = AREAS[figure.area]
            what = (area.country, figure.census_date, figure.measure, figure.category)
            sums[what][area.kind] += figure.value
            sums[what][f"{area.kind}s"] += 1
    return any(
        said["councils"] >= 2 and "country" in said and said["country"] < FAR * said["council"]
        for said in sums.values()
    )


def _makes_hundred(said: dict[str, float]) -> bool:
    if said.get("total") == HUNDRED:
        return True
    parts = said.keys() - {"total"}
    widest = [c for c in parts if CATEGORIES[c].parent not in parts]
    slack = SLACK if len(widest) > 2 else 0
    return abs(sum(said[c] for c in widest) - HUNDRED) <= slack
