"""Columns that are about single persons by their values alone, under any heading or none."""

from collections.abc import Sequence
from itertools import islice
from typing import Final, NamedTuple

from cpdash.sheets.personal.columns import ages, birth_days, sexes
from cpdash.sheets.personal.headings import heading
from cpdash.sheets.personal.identifiers import birth_day, kind, kinds
from cpdash.sheets.personal.names import full_names

MOST_VALUES: Final = 2_000
GLANCES: Final = 24
FEWEST: Final = {"health": 3, "pupil": 2, "insurance": 2, "postcode": 3, "day": 4}
MOST_SHARE: Final = {"health": 0.6, "pupil": 0.1, "insurance": 0.3, "postcode": 0.5, "day": 0.8}

REASONS: Final = {
    "health": "a column of NHS, CHI or Health and Care numbers",
    "pupil": "a column of unique pupil numbers",
    "insurance": "a column of National Insurance numbers",
    "postcode": "a column of postcodes beside columns about persons",
    "day": "a column that looks like dates of birth beside columns about persons",
}
NOT_OF_PERSONS: Final = frozenset(("place", "public", "event", "count"))


class Telling(NamedTuple):
    """A column with enough values of one kind."""

    place: int
    kind: str
    values: list[object]


def in_columns(columns: Sequence[Sequence[object]]) -> tuple[int, str] | None:
    """The first column whose values are of single persons, counted from 0, and why."""
    telling = [found for index, column in enumerate(columns) if (found := _telling(index, column))]
    for place, what, _ in telling:
        if what in ("health", "pupil", "insurance"):
            return place, REASONS[what]
    births = [found for found in telling if found.kind == "day" and _of_births(found.values)]
    codes = [found for found in telling if found.kind == "postcode"]
    if not births and not codes:
        return None
    persons = _persons(columns)
    if births and persons & {"sex", "name"}:
        return births[0].place, REASONS["day"]
    if codes and ("sex" in persons or births) and (births or persons & {"age", "name"}):
        return codes[0].place, REASONS["postcode"]
    return None


def _telling(index: int, column: Sequence[object]) -> Telling | None:
    """A column by the kind of its values: a glance at some of them, then a look at them all."""
    values = [value for value in column if value is not None and value != ""]
    step = len(values) // GLANCES + 1
    glanced = {
        kind(value) for value in values[::step] if type(value) is not float or value >= 1e8
    } - {""}
    if not glanced:
        return None
    values = values[:MOST_VALUES]
    found = kinds(values)
    for what in ("health", "pupil", "insurance", "postcode", "day"):
        if what not in glanced:
            continue
        same = [value for value, told in zip(values, found, strict=True) if told == what]
        enough = len(same) >= MOST_SHARE[what] * (len(values) - 1)
        if len({str(value) for value in same}) >= FEWEST[what] and enough:
            return Telling(index, what, values)
    return None


def _of_births(values: list[object]) -> bool:
    """Whether a column of days, with or without a heading, is of births by how they spread."""
    headings = [value for value in islice(values, 3) if birth_day(value) is None]
    said = [heading(value) for value in headings if isinstance(value, str)]
    public = any(told and told.role in NOT_OF_PERSONS for told in said)
    return not public and birth_days([value for value in values if value not in headings])


def _persons(columns: Sequence[Sequence[object]]) -> set[str]:
    """What columns say of one person in each row: sex, age, name."""
    found: set[str] = set()
    for column in columns:
        values = [value for value in islice(column, 200) if value is not None and value != ""]
        body = values[1:]
        texts = [value for value in body if isinstance(value, str)]
        if len(texts) == len(body) >= 3 and sexes(texts) and len({*texts}) > 1:
            found.add("sex")
        told = heading(values[0]) if values and isinstance(values[0], str) else None
        if told and told.role == "age" and ages(body):
            found.add("age")
        if not (told and told.role in NOT_OF_PERSONS) and full_names(body):
            found.add("name")
    return found
