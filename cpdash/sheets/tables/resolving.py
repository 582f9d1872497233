"""From what was gathered about a number to the figure it is, or the reason why it is none."""

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from cpdash.areas import AREAS
from cpdash.sheets.tables.attributes import Attributes
from cpdash.sheets.tables.context import Context
from cpdash.sheets.words.dates import When
from cpdash.sheets.words.legends import SHARES
from cpdash.sheets.words.titles import SOME_AGES
from cpdash.vocabulary import CATEGORIES, MEASURES, PLACES, leaves

ELSEWHERE: Final = ""
"""The number counts something that the dashboard does not hold: nothing needs to be said."""


class Key(NamedTuple):
    """Which figure a number is."""

    area: str
    census_date: date
    measure: str
    category: str
    unit: str


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


def key(found: Attributes, whole: Whole) -> Key | str:
    """The figure that a number is; else the code of the fault, or ELSEWHERE."""
    if found.beside:
        return ELSEWHERE
    if found.clash or len(found.whens) > 1 or len(found.days) > 1:
        return "labels-clash"
    measure = found.measure or whole.measure
    category = _category(found, measure, whole.age)
    if category is None:
        return ELSEWHERE
    if not measure:
        return "population-unknown" if category in PLACES else ELSEWHERE
    area = found.area or ("" if whole.by_area else whole.context.area)
    if whole.days_too and any(when.day is None for when in found.whens):
        return "labels-clash"
    if found.area and whole.elsewhere:
        return "labels-clash"
    if not area:
        return "table-area-unknown" if not whole.by_area else ELSEWHERE
    when = next(iter(found.whens), None) or whole.context.when or whole.when
    day = next(iter(found.days), None)
    census = whole.context.census(when, AREAS[area].country, day)
    if census is None:
        return "date-unknown"
    if census > whole.today:
        return "table-in-future"
    unit = _unit(found.unit, whole.context.unit)
    return Key(area, census, measure, category, unit) if unit else "unit-unknown"


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
