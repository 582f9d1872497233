"""The same figure twice in one file."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Final

from cpdash.sheets.faults import Report
from cpdash.sheets.figure import RawFigure

WHICH: Final = tuple(
    "area census_date collection measure category unit source published_text".split()
)
"""What tells a figure from every other of its file: which it is, and which edition says it."""
key: Final = attrgetter(*WHICH)


def says(figure: RawFigure) -> str:
    """The number of a figure, or its mark, as a reader writes it."""
    return figure.status if figure.value != figure.value else f"{figure.value:,.10g}"


def place(figure: RawFigure) -> str:
    """Where a figure stands in its workbook."""
    return f"sheet '{figure.sheet}', cell {figure.cell}"


def without_repeats(figures: Sequence[RawFigure], report: Report) -> list[RawFigure]:
    """Each figure once an edition. Where two disagree neither is kept, and both cells are named;
    where they agree the first is kept. An 'Out of' that repeats its base needs no word."""
    kept = []
    for first, *later in _together(figures):
        said = {says(figure) for figure in (first, *later)}
        if len(said) == 1:
            kept.append(first)
            _repeated(later, first, report)
        based = any(figure.base for figure in (first, *later))
        for figure in later:
            if len(said) > 1 and says(figure) != says(first):
                _report(report, "figure-twice", figure, first)
            elif len(said) == 1 and not based:
                _report(report, "figure-repeated", figure, first)
    return kept


def agreed(figures: Sequence[RawFigure], report: Report) -> list[RawFigure]:
    """The same for tables of one publication, which repeat each other: where they agree nothing is
    said, and a number comes before a mark; where two numbers differ neither is kept, and both
    cells are named."""
    kept = []
    for versions in _together(figures):
        if len(versions) == 1:
            kept += versions
            continue
        given = [figure for figure in versions if figure.value == figure.value]
        other = next((f for f in given if f.value != given[0].value), None)
        if other is None:
            first = (given or versions)[0]
            kept.append(first)
            _repeated((figure for figure in versions if figure is not first), first, report)
        else:
            _report(report, "tables-disagree", other, given[0])
    return kept


def _together(figures: Sequence[RawFigure]) -> Iterable[list[RawFigure]]:
    """The figures that are the same one, by the first of each."""
    same: dict[tuple[object, ...], list[RawFigure]] = defaultdict(list)
    for figure in figures:
        same[key(figure)].append(figure)
    return same.values()


def _repeated(later: Iterable[RawFigure], first: RawFigure, report: Report) -> None:
    """Remember where else a figure stands."""
    report.repeated += [(figure.sheet, figure.cell, first.sheet, first.cell) for figure in later]


def _report(report: Report, code: str, figure: RawFigure, first: RawFigure) -> None:
    found = f"found {says(figure)} for a figure that stands elsewhere too"
    report.add(code, figure.sheet, figure.cell, found, other=place(first), says=says(first))
