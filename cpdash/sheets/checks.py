"""Parts against their whole: more than it, all of them less than it, or a single one that is not
shown."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final

from cpdash.sheets.faults import Report
from cpdash.sheets.figure import RawFigure
from cpdash.sheets.repeats import WHICH, place, says
from cpdash.vocabulary import AGES, CATEGORIES, EVERY_AGE, leaves

SELDOM: Final = frozenset(
    "adopters other_community crisis other_residential supported_accommodation semi_independent"
    " living_independently other".split()
)
"""Places that many sources do not list, because no child of theirs lives there."""

in_one_row: Final = attrgetter(*(name for name in WHICH if name != "category"))
"""What figures share that differ in their category alone."""

Numbered = tuple[int, RawFigure]
"""A figure and its place among those of its file."""
Row = dict[str, Numbered]
"""Figures that differ in their category alone: category -> figure."""


def check_parts(figures: Sequence[RawFigure], report: Report) -> None:
    """Warn where parts that do not overlap make more than the whole that stands beside them, where
    all the parts that their file lists make less, and where one part alone is withheld, so that a
    subtraction gives it away."""
    rows: dict[object, Row] = defaultdict(dict)
    for number, figure in enumerate(figures):
        rows[in_one_row(figure)][figure.category] = number, figure
    several = [row for row in rows.values() if len(row) > 1]
    listed = frozenset(category for row in several for category in row)
    wrong = sorted(found for row in several for found in _apart_from_parts(row, listed))
    for whole, largest, made in wrong:
        _report_sum(figures[whole], figures[largest], made, report)
    alone = dict(sorted((found for row in several for found in _alone(row)), reverse=True))
    for part, whole in sorted(alone.items()):
        here, total = figures[part], figures[whole]
        text = f"found the only withheld part of the {says(total)} under '{total.label}'"
        report.add("withheld-derivable", here.sheet, here.cell, text, other=place(total))


def _apart_from_parts(row: Row, listed: frozenset[str]) -> Iterator[tuple[int, int, int]]:
    """Each whole that its parts pass, or do not reach together; the largest part; and what they
    make."""
    values = {c: figure.value for c, (_, figure) in row.items() if figure.value == figure.value}
    for whole, parts in _sums(tuple(sorted(values))):
        made, allowed = sum(values[part] for part in parts), _allowed(values, len(parts))
        wrong = made > values[whole] + allowed
        if made < values[whole] - allowed and _makes(whole, parts):
            inside = [c for c in listed if _inside(c, whole)]
            hidden = any(c in row and c not in values for c in inside)
            wrong = not hidden and _covers(parts, inside)
        if wrong:
            largest = max(parts, key=values.__getitem__)
            yield row[whole][0], row[largest][0], int(made)


def _report_sum(whole: RawFigure, largest: RawFigure, made: int, report: Report) -> None:
    report.add(
        "parts-over-total" if made > whole.value else "parts-under-total",
        whole.sheet,
        whole.cell,
        f"found {says(whole)} under '{whole.label}'",
        parts=f"{made:,}",
        largest=says(largest),
        label=largest.label,
        other=place(largest),
    )


def _alone(row: Row) -> Iterator[tuple[int, int]]:
    """Each withheld part that a subtraction gives away, and its whole. Rounded figures give nothing
    away; 'not applicable' is nobody and hides nothing."""
    if not any(figure.status == "c" for _, figure in row.values()):
        return
    values = {c: figure.value for c, (_, figure) in row.items() if figure.value == figure.value}
    for whole, parts in _sums(tuple(sorted(row))):
        unknown = [p for p in parts if p not in values and row[p][1].status != "z"]
        if (
            len(unknown) != 1
            or whole not in values
            or _allowed(values, 1)
            or values[whole] < sum(values.get(part, 0) for part in parts)
        ):
            continue
        if any(row[part][1].status == "c" for part in parts) and _makes(whole, parts):
            yield row[unknown[0]][0], row[whole][0]


def _allowed(values: dict[str, float], parts: int) -> float:
    """How far parts may pass their whole because every number of the row is rounded."""
    if sum(1 for value in values.values() if value > 0) < 4:
        return 0
    for rounded in (10, 5):
        if all(value % rounded == 0 for value in values.values()):
            return rounded / 2 * (parts + 1)
    return 0


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
