"""From what was gathered about a number to the figure it is, or the reason why it is none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from cpdash.areas import AREAS
from cpdash.sheets.tables.attributes import Attributes, together
from cpdash.sheets.tables.context import Context
from cpdash.sheets.words.dates import When
from cpdash.sheets.words.legends import SHARES
from cpdash.sheets.words.titles import SOME_AGES
from cpdash.vocabulary import CATEGORIES, MEASURES, PLACES, leaves

ELSEWHERE: Final = ""
"""The number counts something that the dashboard does not hold: nothing needs to be said."""


@dataclass(frozen=True)
class Whole:
    """What holds for a table as a whole: its context, the measure that its labels name where its
    title names none, whether its rows or columns are areas, and the one date that its headings
    name where its title names none; `elsewhere`: its title names a council and its labels others,
    where children of that council may live; `days_too`: beside years its labels name days, so that
    a year may be the sum or the average of them."""

    context: Context
    measure: str
    age: str
    by_area: bool
    when: When | None
    today: date
    elsewhere: bool = False
    days_too: bool = False


class Sort(NamedTuple):
    """What a number counts, wherever and whenever: `fault` is the code of the fault if it is
    nothing that is held, or ELSEWHERE, and None otherwise; `said`: whether something says that it
    is a count, a percentage or a rate; `printed`: the label that says most closely what it is."""

    clash: bool
    fault: str | None
    measure: str
    category: str
    unit: str
    said: bool
    printed: str


class Place(NamedTuple):
    """Where and when a number was counted; `clash` and `fault` as of a Sort; `status` of all that
    was counted then, as a heading has it: "2024 (p)" is provisional."""

    clash: bool
    fault: str | None
    area: str = ""
    census_date: date = date.min
    status: str = ""


class Resolver:
    """Tells what the numbers of a table are, given what its `columns` say. What rows say of the
    people, and of place and time, recurs: each is held against the columns once."""

    def __init__(self, whole: Whole, columns: Sequence[Attributes]) -> None:
        self._whole, self._columns = whole, columns
        self._sorts: dict[object, list[Sort]] = {}
        self._places: dict[object, list[Place]] = {}

    def of_row(self, row: Attributes) -> Iterator[tuple[Sort, Place]]:
        """What the number of a row is in each of the columns."""
        people, place = row.of_people, row.of_place
        if (sorts := self._sorts.get(people)) is None:
            together_with = (together(row, column) for column in self._columns)
            sorts = self._sorts[people] = [_sort(found, self._whole) for found in together_with]
        if (places := self._places.get(place)) is None:
            places = self._places[place] = [_place(row, c, self._whole) for c in self._columns]
        return zip(sorts, places, strict=True)


def fault_of(sort: Sort, place: Place) -> str | None:
    """The code of what is wrong with a number, or ELSEWHERE; None where it is a figure."""
    if sort.clash or place.clash:
        return "labels-clash"
    if sort.fault is not None:
        return sort.fault
    if place.fault is not None:
        return place.fault
    return None if sort.unit else "unit-unknown"


def _sort(found: Attributes, whole: Whole) -> Sort:
    measure = found.measure or whole.measure
    category = _category(found, measure, whole.age)
    fault = None
    if category is None:
        fault = ELSEWHERE
    elif not measure:
        fault = "population-unknown" if category in PLACES else ELSEWHERE
    unit = _unit(found.unit, whole.context.unit)
    said = bool(found.unit or whole.context.unit)
    return Sort(found.clash, fault, measure, category or "", unit, said, found.printed)


def _place(row: Attributes, column: Attributes, whole: Whole) -> Place:
    whens, days = row.whens | column.whens, row.days | column.days
    named = row.area or column.area
    if len(whens) > 1 or len(days) > 1 or (column.area and column.area != named):
        return Place(True, None)
    area = named or ("" if whole.by_area else whole.context.area)
    if whole.days_too and any(when.day is None for when in whens):
        return Place(False, "labels-clash")
    if named and whole.elsewhere:
        return Place(False, "labels-clash")
    if not area:
        return Place(False, "table-area-unknown" if not whole.by_area else ELSEWHERE)
    when = next(iter(whens), None) or whole.context.when or whole.when
    census = whole.context.census(when, AREAS[area].country, next(iter(days), None))
    if census is None:
        return Place(False, "date-unknown")
    fault = "table-in-future" if census > whole.today else None
    return Place(False, fault, area, census, when.status if when else "")


def _category(found: Attributes, measure: str, of_age: str) -> str | None:
    """The category of a figure; None where the dashboard has no place for it. `of_age`: the age
    of everyone in the table."""
    if measure in MEASURES and MEASURES[measure].group != "looked_after":
        if found.category in PLACES:
            return None
        if of_age in CATEGORIES and found.age and not leaves(found.age) <= leaves(of_age):
            return None
        age = found.age or of_age
        return None if age == SOME_AGES else age or "total"
    if found.age:
        return None
    return found.category or "total"


def _unit(own: str, title: str) -> str:
    """What sort of number it is: its own word for it, else the title's, else a count. A title
    that names two sorts does not say which of them a number is; nor does a word for a count below
    a title that names shares."""
    if own == "count" and title in ("percent", "rate", SHARES):
        return ""
    if own in ("count", "percent", "rate"):
        return own
    if "mixed" in (own, title) or title == SHARES:
        return ""
    return title or "count"
