"""Whether the columns of a line of headings are those of a list with a row for every child."""

from dataclasses import replace
from datetime import date
from typing import Final

from cpdash.sheets.personal.columns import (
    birth_days,
    distinct,
    keys,
    numbers,
    references,
    running,
    whole,
)
from cpdash.sheets.personal.headed import MOST_COLUMNS, PERSON, Column, Headed, counted
from cpdash.sheets.personal.names import full_names, initials, person_names
from cpdash.sheets.personal.reasons import REASONS
from cpdash.sheets.personal.view import Finding

KEYS: Final = ("key", "label", "name", "id", "person")
LIFE: Final = frozenset(("legal", "placement", "trait", "event"))
"""What is said of one child's care, in words or days."""

FEWEST_UNNAMED: Final = 5
FEWEST_ONES: Final = {True: 2, False: 3}
"""How many counts of 1 make a list: where the rows say more than age and sex, and where not."""


def rows_of_children(headed: Headed) -> Finding | None:
    """One row for every child: what is said of one person in each row, and no count."""
    headed = _without_counts_of_children(headed)
    about = headed.about
    if not about & PERSON and not about & {"label", "person"}:
        return None
    if found := _all_ones(headed):
        return found
    for column in headed.of("person", "label"):
        if about & PERSON and initials(column.values):
            reason = REASONS["initials" if about & {"sex", "age"} else "row"]
            return Finding(headed.line, column.place, reason)
    key = _key(headed)
    start = min(column.place for column in headed.columns if column.heading.role != "count")
    if _has_counts(headed, key, start, frozenset(("number", "place"))):
        return None
    person = about & PERSON
    if "address" in about and ({"sex", "age", "birth"} & person or len(person) > 1):
        return Finding(headed.line, headed.of("address")[0].place, REASONS["address"])
    if key is not None and len(person) >= 2 and _repeats(headed):
        return Finding(headed.line, key, REASONS["row"], several=True)
    referenced = about & {"key", "person"} or (key is not None and _is_count(headed, key))
    if "event" in about and len(about & (PERSON | {"trait"})) + bool(referenced) >= 2:
        return Finding(headed.line, 0, REASONS["days"], several=True)
    return _births(headed) or _of_persons(headed, key)


def _without_counts_of_children(headed: Headed) -> Headed:
    """The line, where numbers under "Child" behind other columns are counts and no references."""
    kept = [
        column
        for column in headed.columns
        if column.heading.role != "person"
        or column.place == min(headed.headings)
        or not numbers(column.values)
    ]
    return replace(headed, columns=tuple(kept))


def _has_counts(headed: Headed, key: int | None, start: int, apart: frozenset[str]) -> bool:
    """Whether a column may hold counts: one with numbers that are no answer about a person.
    `start`: where a table on its side begins. `apart`: what headings say of numbers that are no
    counts either."""
    places = {column.place for column in headed.columns if column.heading.role != "count"}
    places |= {place for place, told in headed.headings.items() if told.role in apart}
    if key is not None:
        places.add(key)
    return counted(headed.view, headed.line, places, start)


def _repeats(headed: Headed) -> bool:
    """Whether what is said of persons recurs, as it does not in a list of codes and meanings."""
    about = headed.of(*PERSON)
    single = any(column.heading.role in ("sex", "age", "birth") for column in about)
    return single or any(distinct(column.values) < 0.9 for column in about)


def _key(headed: Headed) -> int | None:
    """The column that tells one row from the next: a reference, a name, a running number, or an
    unnamed first one."""
    if told := headed.of(*KEYS):
        return told[0].place
    cells = headed.view.lines[headed.line]
    first = next((place for place, cell in enumerate(cells) if cell not in (None, "")), 0)
    for place in sorted({0, first}):
        values = headed.values(place)
        unnamed = place not in headed.headings
        if (unnamed or _is_count(headed, place)) and (running(values) or references(values)):
            return place
        if unnamed and len(values) >= FEWEST_UNNAMED and _tell_apart(values):
            return place
    return None


def _tell_apart(values: list[object]) -> bool:
    """Whether values without a heading are references or names: no days, no counts with marks."""
    dated = any(isinstance(value, date) for value in values)
    plain = not numbers(values) or all(whole(value) is not None for value in values)
    return keys(values) and plain and not dated


def _is_count(headed: Headed, place: int) -> bool:
    """Whether a heading may be of a count: "No." heads references as well."""
    return place in headed.headings and headed.headings[place].role == "count"


def _all_ones(headed: Headed) -> Finding | None:
    """Counts that are all 1, by sex and by a single year of age."""
    counts = [column for column in headed.of("count") if not _numbers_rows(headed, column)]
    if not counts or "sex" not in headed.about or not headed.about & {"age", "birth"}:
        return None
    fewest = FEWEST_ONES[bool(headed.about & LIFE)]
    if all(
        len(column.values) >= fewest and all(whole(value) == 1 for value in column.values)
        for column in counts
    ):
        return Finding(headed.line, counts[0].place, REASONS["ones"])
    return None


def _numbers_rows(headed: Headed, column: Column) -> bool:
    """Whether a column before all the others only numbers the rows."""
    return column.place == min(headed.headings) and running(column.values)


def _births(headed: Headed) -> Finding | None:
    """Days spread as births are, under no heading that says otherwise, beside persons."""
    about = headed.about & PERSON
    person = len(about) > 1 or about & {"sex", "age"}
    if not person and not any(
        full_names(column.values) for column in headed.of("label", "name", "person")
    ):
        return None
    for place in range(min(len(headed.view.lines[headed.line]), MOST_COLUMNS)):
        told = headed.headings.get(place)
        if (told is None or told.role == "date") and birth_days(headed.values(place)):
            return Finding(headed.line, place, REASONS["births"])
    return None


def _of_persons(headed: Headed, key: int | None) -> Finding | None:
    """What even a list of two or three children shows, where nothing is a count of them."""
    if any(told.role == "count" for place, told in headed.headings.items() if place != key):
        return None
    aged, life = headed.about & {"sex", "age"}, headed.about & LIFE
    for column in headed.of("label", "person"):
        if aged and (initials(column.values) or person_names(column.values)):
            return Finding(headed.line, column.place, REASONS["initials"])
    described = Finding(headed.line, 0, REASONS["described"], several=True)
    if aged and life and headed.of("person"):
        return described
    if _has_counts(headed, key, 0, frozenset(("place",))):
        return None
    if life and (len(aged) == 2 or (aged and headed.of(*KEYS))):
        return described
    for column in headed.of("person"):
        if person_names(column.values):
            return Finding(headed.line, column.place, REASONS["name"])
    return None
