"""Whether a line of headings, with the values beneath it, is that of a list of single children."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from cpdash.sheets.personal.columns import (
    FITS,
    birth_days,
    coded,
    distinct,
    full_names,
    keys,
    numbers,
    whole,
)
from cpdash.sheets.personal.headings import Heading, Lookup
from cpdash.sheets.personal.view import Finding, View

LONGEST_GROUP: Final = 8
RETURN_COLUMNS: Final = 4
MOST_COLUMNS: Final = 100

REASONS: Final = {
    "name": "a column headed as names of children or other persons",
    "birth": "a column headed as dates of birth",
    "id": "a column headed as identifiers of children or other persons",
    "address": "a column headed as addresses or postcodes of children",
    "return": "columns of a statutory return with a row for every child",
    "days": "a row for every child with the days of their care",
    "row": "a row for every child, with a reference and what is said of one person",
    "ones": "counts that are all 1, a row for every child by age and sex",
    "births": "a column that looks like dates of birth beside columns about persons",
}


class Column(NamedTuple):
    """A column under a heading, whose values are what the heading says."""

    place: int
    heading: Heading
    values: list[object]


def in_line(view: View, line: int, known: Lookup) -> Finding | None:
    """The first strong evidence in one line of headings and the values beneath it."""
    headed = dict(_headed(view, line, known))
    if not headed:
        return None
    if found := _of_return(view, line, known):
        return found
    roles = {told.role for told in headed.values()}
    if len(roles) < 2 and not any(told.sure for told in headed.values()):
        return None
    columns = [
        column
        for place, told in _worth_a_look(headed)
        if (fit := FITS.get(told.role))
        and fit(values := view.beneath(line, place))
        and (column := Column(place, told, values))
    ]
    return _sure(line, columns) or _rows_of_children(view, line, headed, columns)


def _worth_a_look(headed: dict[int, Heading]) -> list[tuple[int, Heading]]:
    """The sure headings, then the others: so many that a wide table takes no long time."""
    sure = [(place, told) for place, told in headed.items() if told.sure]
    others = [(place, told) for place, told in headed.items() if not told.sure]
    return [*sure[:MOST_COLUMNS], *others[:MOST_COLUMNS]]


def _headed(view: View, line: int, known: Lookup) -> Iterator[tuple[int, Heading]]:
    """The headings of a line by their place, also those split over the lines above."""
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


def _sure(line: int, columns: list[Column]) -> Finding | None:
    """A heading of a person's name, birth, identifier or address that has values beneath it."""
    sure = [column for column in columns if column.heading.sure]
    if sum(len(column.values) for column in sure) >= 2:
        return Finding(line, sure[0].place, REASONS[sure[0].heading.role])
    return None


def _of_return(view: View, line: int, known: Lookup) -> Finding | None:
    """Four or more columns of the return of single children, with codes or days beneath them."""
    places = [
        place
        for place, cell in enumerate(view.lines[line])
        if type(cell) is str and known.of_english_return(cell)
    ]
    if len({str(view.cell(line, place)).casefold() for place in places}) < RETURN_COLUMNS:
        return None
    held = [values for place in places if (values := view.beneath(line, place))]
    codes = [values for values in held if coded(values) and not numbers(values)]
    several = len(held) >= RETURN_COLUMNS - 1 and bool(codes)
    if several and not _counted(view, line, set(places), places[0]):
        return Finding(line, places[0], REASONS["return"], several=True)
    return None


def _counted(view: View, line: int, others: set[int], start: int) -> bool:
    """Whether a column that is none of `others` holds numbers, as a table of counts does."""
    places = range(min(len(view.lines[line]), MOST_COLUMNS))
    if not view.numbers:
        places = _block(view, line, start, len(places))
    return any(numbers(view.beneath(line, place)) for place in places if place not in others)


def _block(view: View, line: int, start: int, end: int) -> range:
    """The rows of a turned table: from the one that starts it to an empty one."""
    for place in range(start, end):
        if view.cell(line, place) in (None, ""):
            return range(start, place)
    return range(start, end)


PERSON: Final = frozenset(("sex", "age", "birth", "legal", "placement"))


def _rows_of_children(
    view: View, line: int, headed: dict[int, Heading], columns: list[Column]
) -> Finding | None:
    """One row for every child: what is said of one person in each row, and no count."""
    about = {column.heading.role for column in columns}
    person = about & PERSON
    if not person and "label" not in about:
        return None
    places = {column.place for column in columns if column.heading.role != "count"}
    start = min(places)
    places |= {place for place, told in headed.items() if told.role in ("number", "place")}
    if found := _all_ones(line, columns):
        return found
    key = _key(view, line, headed, columns)
    if _counted(view, line, places | ({key} if key is not None else set()), start):
        return None
    if "address" in about and ({"sex", "age", "birth"} & person or len(person) > 1):
        return _found(line, columns, "address")
    if key is not None and len(person) >= 2 and _repeats(columns):
        return Finding(line, key, REASONS["row"], several=True)
    if "event" in about and len(about & (PERSON | {"trait", "key"})) >= 2:
        return Finding(line, 0, REASONS["days"], several=True)
    return _births(view, line, headed, columns)


def _repeats(columns: list[Column]) -> bool:
    """Whether what is said of persons recurs, as it does not in a list of codes and meanings."""
    about = [column for column in columns if column.heading.role in PERSON]
    single = any(column.heading.role in ("sex", "age", "birth") for column in about)
    return single or any(distinct(column.values) < 0.9 for column in about)


def _found(line: int, columns: list[Column], role: str) -> Finding:
    place = next(column.place for column in columns if column.heading.role == role)
    return Finding(line, place, REASONS[role])


def _key(view: View, line: int, headed: dict[int, Heading], columns: list[Column]) -> int | None:
    """The column that tells one row from the next: a reference, a name, or an unnamed first one."""
    for column in columns:
        if column.heading.role in ("key", "label", "name", "id"):
            return column.place
    first = next((p for p, cell in enumerate(view.lines[line]) if cell not in (None, "")), 0)
    for place in {0, first} - set(headed):
        values = view.beneath(line, place)
        if len(values) >= 5 and keys(values) and not any(isinstance(v, date) for v in values):
            return place
    return None


def _all_ones(line: int, columns: list[Column]) -> Finding | None:
    """Counts that are all 1, by sex and by a single year of age."""
    about = {column.heading.role for column in columns}
    counts = [column for column in columns if column.heading.role == "count"]
    ones = counts and all(
        len(column.values) >= 5 and all(whole(value) == 1 for value in column.values)
        for column in counts
    )
    if ones and "sex" in about and about & {"age", "birth"}:
        return Finding(line, counts[0].place, REASONS["ones"])
    return None


def _births(
    view: View, line: int, headed: dict[int, Heading], columns: list[Column]
) -> Finding | None:
    """Days spread as births are, under no heading that says otherwise, beside persons."""
    about = {column.heading.role for column in columns} & PERSON
    person = len(about) > 1 or about & {"sex", "age"}
    named = any(
        column.heading.role in ("label", "name") and full_names(column.values) for column in columns
    )
    if not person and not named:
        return None
    for place in range(min(len(view.lines[line]), MOST_COLUMNS)):
        told = headed.get(place)
        if (told is None or told.role == "date") and birth_days(view.beneath(line, place)):
            return Finding(line, place, REASONS["births"])
    return None
