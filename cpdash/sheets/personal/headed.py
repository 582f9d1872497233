"""A line of headings: what each of them says, and which columns hold what theirs says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from cpdash.sheets.personal.columns import numbers
from cpdash.sheets.personal.fits import FITS
from cpdash.sheets.personal.headings import Heading, Lookup
from cpdash.sheets.personal.view import View

LONGEST_GROUP: Final = 8
MOST_COLUMNS: Final = 100
PERSON: Final = frozenset(("sex", "age", "birth", "legal", "placement"))
"""Roles of columns about one person, which may be those of a table of counts too."""


class Column(NamedTuple):
    """A column under a heading, whose values are what the heading says."""

    place: int
    heading: Heading
    values: list[object]


@dataclass(frozen=True)
class Headed:
    """A line with its headings by their place, and the columns that hold what theirs says."""

    view: View
    line: int
    headings: dict[int, Heading]
    columns: tuple[Column, ...]

    @property
    def about(self) -> frozenset[str]:
        """What the columns say of each row."""
        return frozenset(column.heading.role for column in self.columns)

    def of(self, *roles: str) -> list[Column]:
        """The columns with one of these roles."""
        return [column for column in self.columns if column.heading.role in roles]

    def values(self, place: int) -> list[object]:
        """The values beneath a place of the line."""
        return self.view.beneath(self.line, place)


def headings_of(view: View, line: int, known: Lookup) -> dict[int, Heading]:
    """The headings of a line by their place, also those split over the lines above."""
    return dict(_headings(view, line, known))


def fitting(view: View, line: int, headings: dict[int, Heading]) -> Headed:
    """The line with those of its columns whose values are what their headings say."""
    columns = tuple(
        column
        for place, told in worth_a_look(headings)
        if (fit := FITS.get(told.role))
        and fit(values := view.beneath(line, place))
        and (column := Column(place, told, values))
    )
    return Headed(view, line, headings, columns)


def worth_a_look(headings: dict[int, Heading]) -> list[tuple[int, Heading]]:
    """The sure headings, then the others: so many that a wide table takes no long time."""
    sure = [(place, told) for place, told in headings.items() if told.sure]
    others = [(place, told) for place, told in headings.items() if not told.sure]
    return [*sure[:MOST_COLUMNS], *others[:MOST_COLUMNS]]


def counted(view: View, line: int, others: Iterable[int], start: int) -> bool:
    """Whether a column that is none of `others` holds numbers, as a table of counts does."""
    places = range(min(len(view.lines[line]), MOST_COLUMNS))
    if not view.numbers:
        places = _block(view, line, start, len(places))
    known = frozenset(others)
    return any(numbers(view.beneath(line, place)) for place in places if place not in known)


def _block(view: View, line: int, start: int, end: int) -> range:
    """The rows of a turned table: from the one that starts it to one with neither a heading nor
    values."""
    for place in range(start, end):
        if view.cell(line, place) in (None, "") and not view.beneath(line, place):
            return range(start, place)
    return range(start, end)


def _headings(view: View, line: int, known: Lookup) -> Iterator[tuple[int, Heading]]:
    for place, cell in enumerate(view.lines[line]):
        if type(cell) is not str or not cell:
            continue
        told = known.heading(cell)
        if line and not (told and (told.sure or told.role in ("count", "number"))):
            told = _joined(view, line, place, known) or told
        if told:
            yield place, told


def _joined(view: View, line: int, place: int, known: Lookup) -> Heading | None:
    """A heading that begins in the lines above: "Date" over "of birth", "Child" over "Name"."""
    text = str(view.cell(line, place))
    for above in (line - 1, line - 2):
        start = _over(view, above, place) if above >= 0 else ""
        if not start or not known.may_go_on(start):
            return None
        text = f"{start} {text}"
        if (told := known.heading(text)) and told.sure:
            return told
    return None


def _over(view: View, line: int, place: int) -> str:
    """The text in a place of a line, or the nearest one before it that may span it."""
    for index in range(place, max(place - LONGEST_GROUP, -1), -1):
        cell = view.cell(line, index)
        if cell is not None and cell != "":
            return cell if isinstance(cell, str) else ""
    return ""
