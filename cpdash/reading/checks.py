"""Figures against each other: the same one twice, parts that make more than their whole."""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import pandas as pd

from cpdash.figures import KEY
from cpdash.reading.faults import MOST_PROBLEMS, Report
from cpdash.vocabulary import AGES, CATEGORIES, leaves

ONE = [*KEY, "edition"]
"""What no two rows may share."""


def without_repeats(figures: pd.DataFrame, report: Report) -> pd.DataFrame:
    """Each figure once an edition. Where two disagree neither is kept, and both cells are named;
    where they agree the first is kept. An 'Out of' that repeats its base needs no word."""
    repeated = figures.duplicated(ONE, keep=False)
    if not repeated.any():
        return figures
    drop: list[int] = []
    for _, same in figures[repeated].groupby(ONE, sort=False):
        values = same["value"].astype("str").where(same["value"].notna(), same["status"])
        first, rest = same.iloc[0], same.iloc[1:]
        differs = values.nunique() > 1
        for (index, row), says in zip(rest.iterrows(), values.iloc[1:], strict=True):
            drop.append(int(str(index)))
            if differs and says != values.iloc[0]:
                _report(report, "figure-twice", row, first)
            elif not differs and not (row["base"] or first["base"]):
                _report(report, "figure-repeated", row, first)
        if differs:
            drop.append(int(str(same.index[0])))
    return figures.drop(index=drop).reset_index(drop=True)


def _report(report: Report, code: str, row: pd.Series, first: pd.Series) -> None:
    other = f"sheet '{first['sheet']}', cell {first['cell']}"
    found = f"found {_says(row)} for a figure that stands elsewhere too"
    report.add(code, str(row["sheet"]), str(row["cell"]), found, other=other, says=_says(first))


def _says(row: pd.Series) -> str:
    return str(row["status"]) if pd.isna(row["value"]) else f"{int(row['value']):,}"


def parts_over_totals(figures: pd.DataFrame, report: Report) -> None:
    """Warn where parts that do not overlap make more than the whole that stands beside them.

    Figures rounded to 10 or 5 may miss by half of that for each of their parts.
    """
    keys = [name for name in ONE if name != "category"]
    several = figures[figures.duplicated(keys, keep=False)]
    if several.empty:
        return
    wide = several.set_index([*keys, "category"])["value"].unstack("category")
    known = wide.notna().to_numpy()
    names = wide.columns.to_numpy()
    patterns, which = np.unique(known, axis=0, return_inverse=True)
    over: list[tuple[tuple, int]] = []
    for number, pattern in enumerate(patterns):
        rows = wide[which.ravel() == number]
        for whole, parts in _sums(tuple(names[pattern])):
            made = rows[list(parts)].sum(axis="columns")
            short = made[made > rows[whole] + _allowed(rows, len(parts))]
            over += [((*key, whole), int(sum_)) for key, sum_ in short.items()]
    if not over:
        return
    at = pd.MultiIndex.from_frame(several[[*keys, "category"]])
    places: list[int] = at.get_indexer(pd.MultiIndex.from_tuples([key for key, _ in over])).tolist()
    for place, (_, made_here) in sorted(zip(places, over, strict=True))[:MOST_PROBLEMS]:
        here = several.iloc[place]
        found = f"found {_says(here)} under '{here['label']}'"
        report.add("parts-over-total", here["sheet"], here["cell"], found, parts=f"{made_here:,}")
    report.unlisted += max(0, len(over) - MOST_PROBLEMS)


def _allowed(rows: pd.DataFrame, parts: int) -> pd.Series:
    """How far parts may pass their whole because every number of the row is rounded."""
    enough = rows.gt(0).sum(axis="columns") >= 4
    tens = (rows.fillna(0) % 10).eq(0).all(axis="columns") & enough
    fives = (rows.fillna(0) % 5).eq(0).all(axis="columns") & enough
    return (tens * 5.0).where(tens, fives * 2.5) * (parts + 1)


@lru_cache(maxsize=4096)
def _sums(present: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each whole among the categories present, parts of it that do not overlap."""
    sums = []
    for whole in present:
        places = _apart(c for c in present if c not in AGES and c != whole and _inside(c, whole))
        ages = tuple(c for c in present if c in AGES) if whole == "total" else ()
        sums += [(whole, parts) for parts in (places, ages) if parts]
    return tuple(sums)


def _inside(part: str, whole: str) -> bool:
    return whole not in AGES and part in CATEGORIES and leaves(part) < leaves(whole)


def _apart(parts: Iterable[str]) -> tuple[str, ...]:
    """The widest categories first, then every other that overlaps none of those taken."""
    taken: list[str] = []
    covered: frozenset[str] = frozenset()
    for part in sorted(parts, key=lambda c: (-len(leaves(c)), c)):
        if covered.isdisjoint(leaves(part)):
            taken.append(part)
            covered |= leaves(part)
    return tuple(taken)
