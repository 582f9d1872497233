"""Parts against their whole: more than it, or a single one that is not shown."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
import pandas as pd

from cpdash.reading.repeats import ONE, place, says
from cpdash.sheets.faults import Report
from cpdash.sheets.faults.of_figures import MOST_PROBLEMS
from cpdash.vocabulary import AGES, CATEGORIES, EVERY_AGE, leaves

ROW = [name for name in ONE if name != "category"]
"""What the parts of one whole share."""
SELDOM = frozenset(
    "adopters other_community crisis other_residential supported_accommodation semi_independent"
    " living_independently other".split()
)
"""Places that many sources do not list, because no child of theirs lives there."""

Pair = tuple[int, int]
"""Where two figures that belong together stand in a table."""


def check_parts(figures: pd.DataFrame, report: Report) -> None:
    """Warn where parts that do not overlap make more than the whole that stands beside them, and
    where one part alone is withheld, so that a subtraction gives it away."""
    several = figures[figures.duplicated(ROW, keep=False)]
    if several.empty:
        return
    table = several.set_index([*ROW, "category"])
    values = table["value"].unstack("category")
    statuses = table["status"].unstack("category")
    _report_sums(several, _apart_from_parts(values, statuses), report)
    hidden = (statuses == "c").any(axis="columns")
    _report_alone(several, _alone(values[hidden], statuses[hidden]), report)


def _apart_from_parts(
    values: pd.DataFrame, statuses: pd.DataFrame
) -> list[tuple[tuple, tuple, int]]:
    """Key of each whole that its parts pass, or that all its parts together do not reach; key of
    the largest part; and what they make."""
    found = []
    for rows, whole, parts in _wholes(values, values.notna()):
        made, allowed = rows[parts].sum(axis="columns"), _allowed(rows, len(parts))
        wrong = made > rows[whole] + allowed
        listed = [c for c in values.columns if _inside(c, whole)]
        if _makes(whole, tuple(parts)) and _covers(parts, listed):
            hidden = (statuses.notna() & values.isna()).loc[rows.index, listed].any(axis="columns")
            wrong |= (made < rows[whole] - allowed) & ~hidden
        made = made[wrong]
        if not made.empty:
            largest = rows.loc[made.index, parts].idxmax(axis="columns")
            found += [
                ((*key, whole), (*key, part), int(sum_))
                for key, sum_, part in zip(made.index.tolist(), made, largest, strict=True)
            ]
    return found


def _report_sums(
    several: pd.DataFrame, over: list[tuple[tuple, tuple, int]], report: Report
) -> None:
    pairs = _pairs(several, [(whole, part) for whole, part, _ in over])
    found = sorted(zip(pairs, (made for _, _, made in over), strict=True))
    for (whole, part), made in found[:MOST_PROBLEMS]:
        here, largest = several.iloc[whole], several.iloc[part]
        report.add(
            "parts-over-total" if made > here["value"] else "parts-under-total",
            here["sheet"],
            here["cell"],
            f"found {says(here)} under '{here['label']}'",
            parts=f"{made:,}",
            largest=says(largest),
            label=largest["label"],
            other=place(largest),
        )
    report.unlisted += max(0, len(found) - MOST_PROBLEMS)


def _alone(values: pd.DataFrame, statuses: pd.DataFrame) -> list[tuple[tuple, tuple]]:
    """Key of each withheld part that a subtraction gives away, and key of its whole. Rounded
    figures give nothing away; 'not applicable' is nobody and hides nothing."""
    alone = []
    for rows, whole, parts in _wholes(values, statuses.notna()):
        if not _makes(whole, tuple(parts)):
            continue
        marks = statuses.loc[rows.index, parts]
        unknown = rows[parts].isna() & (marks != "z")
        one = unknown.sum(axis="columns").eq(1) & (marks == "c").any(axis="columns")
        one &= rows[whole].ge(rows[parts].sum(axis="columns")) & _allowed(rows, 1).eq(0)
        if one.any():
            which = unknown[one].idxmax(axis="columns")
            alone += [
                ((*key, part), (*key, whole))
                for key, part in zip(which.index.tolist(), which, strict=True)
            ]
    return alone


def _report_alone(several: pd.DataFrame, alone: list[tuple[tuple, tuple]], report: Report) -> None:
    found = dict(sorted(_pairs(several, alone), reverse=True))
    for part, whole in sorted(found.items())[:MOST_PROBLEMS]:
        here, total = several.iloc[part], several.iloc[whole]
        text = f"found the only withheld part of the {says(total)} under '{total['label']}'"
        report.add("withheld-derivable", here["sheet"], here["cell"], text, other=place(total))
    report.unlisted += max(0, len(found) - MOST_PROBLEMS)


def _pairs(several: pd.DataFrame, keys: list[tuple[tuple, tuple]]) -> list[Pair]:
    if not keys:
        return []
    at = pd.MultiIndex.from_frame(several[[*ROW, "category"]])
    first, second = (
        at.get_indexer(pd.MultiIndex.from_tuples(side)).tolist() for side in zip(*keys, strict=True)
    )
    return list(zip(first, second, strict=True))


def _wholes(
    values: pd.DataFrame, given: pd.DataFrame
) -> Iterator[tuple[pd.DataFrame, str, list[str]]]:
    """Rows that give the same categories, with each whole among these and its parts."""
    names = values.columns.to_numpy()
    patterns, which = np.unique(given.to_numpy(), axis=0, return_inverse=True)
    for number, pattern in enumerate(patterns):
        rows = values[which.ravel() == number]
        for whole, parts in _sums(tuple(names[pattern])):
            yield rows, whole, list(parts)


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
        ages = _apart(c for c in present if c in AGES) if whole == "total" else ()
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


def _covers(parts: Iterable[str], listed: Iterable[str]) -> bool:
    """Whether parts leave out none of the places that their file lists anywhere."""
    covered = {leaf for part in parts for leaf in leaves(part)}
    return covered >= {leaf for part in listed for leaf in leaves(part)}


def _makes(whole: str, parts: tuple[str, ...]) -> bool:
    """Whether parts make up their whole: every age, or every place that is not seldom listed."""
    covered = {leaf for part in parts for leaf in leaves(part)}
    if "foster" in parts:
        # Where kinship carers are not listed beside foster families they are counted with them.
        covered.add("kinship")
    if parts[0] in AGES:
        return covered >= {leaf for age in EVERY_AGE for leaf in leaves(age)}
    return covered >= leaves(whole) - SELDOM
