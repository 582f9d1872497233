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


def beside_a_total(figures: Iterable[RawFigure]) -> set[str]:
    """The cells of parts that are percentages beside a total that is a count: they make about 100
    and the total is less, or more than twice as much; or the community alone, where most children
    live, has as many as a percentage would be and less than half of the total. At least half of
    the areas and days must look so: one may by chance."""
    rows: dict[tuple, dict[str, RawFigure]] = defaultdict(dict)
    for figure in figures:
        if figure.unit == "count" and figure.value == figure.value:
            rows[(*figure[:2], figure.measure)][figure.category] = figure
    told = [(row, _widest(row)) for row in rows.values() if "total" in row and len(row) > 1]
    shares = [
        [row[part] for part in widest]
        for row, widest in told
        if _are_shares([row[part].value for part in widest], widest, row["total"].value)
    ]
    few = 2 * len(shares) < len(told)
    return set() if few else {figure.cell for parts in shares for figure in parts}


def _are_shares(values: list[float], parts: list[str], total: float) -> bool:
    if parts == ["community"]:
        return HUNDRED / 2 < values[0] <= HUNDRED and values[0] < total / 2
    near = abs(sum(values) - HUNDRED) <= (SLACK if len(values) > 2 else 1)
    return len(values) > 1 and near and not HUNDRED * FAR <= total <= 2 * HUNDRED


def of_one(figures: Iterable[RawFigure]) -> set[str]:
    """The cells of percentages that are shares of one, as a spreadsheet keeps them: none is over
    1, and some are no whole numbers. They may be less than 1% as well."""
    shares = [f for f in figures if f.unit == "percent" and f.value == f.value]
    whole = all(figure.value % 1 == 0 for figure in shares)
    return set() if whole or any(f.value > 1 for f in shares) else {f.cell for f in shares}


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
    widest = _widest(said)
    slack = SLACK if len(widest) > 2 else 0
    return abs(sum(said[c] for c in widest) - HUNDRED) <= slack


def _widest(categories: Iterable[str]) -> list[str]:
    """Categories that are not everyone and lie in no other of them."""
    parts = set(categories) - {"total"}
    return sorted(c for c in parts if CATEGORIES[c].parent not in parts)
