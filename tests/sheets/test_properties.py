"""Whatever a table is made of, its figures are numbers that stand in it; and what changes nothing
for a reader changes none of them."""

import csv
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpdash.areas import AREAS
from cpdash.sheets.census import understand
from cpdash.sheets.words.label_breakdowns import BREAKDOWNS, HEADS
from cpdash.sheets.words.label_lists import GENERAL
from cpdash.sheets.words.labels import heads
from tests.sheets.told import TODAY

Row = list[str]
Fact = tuple[str, str, str, str, str]
Facts = dict[Fact, tuple[float | None, str]]

COUNCILS = ["Fife", "Angus", "Moray", "Falkirk", "Glasgow City", "Scottish Borders", "Scotland"]
PLACES = [
    "At home with parents",
    "Kinship care",
    "Foster care",
    "Secure care",
    "Residential school",
    "In the community",
    "Total",
]
CELLS = st.one_of(st.integers(0, 1900).map(str), st.sampled_from(["*", "c", "x", "<5", "", "n/a"]))
FEW = settings(max_examples=60, deadline=None)
MANY = settings(max_examples=150, deadline=None)


def read(rows: list[Row]) -> list[tuple[Any, ...]]:
    """The figures of a CSV file of these rows, as the reader sends them."""
    text = StringIO()
    csv.writer(text).writerows(rows)
    answer = understand("figures.csv", text.getvalue().encode(), {"today": TODAY})
    return list(zip(*answer["figures"], strict=True))


def facts(rows: list[Row]) -> Facts:
    """What a table says, wherever in it that stands."""
    return {
        (area, day, measure, category, rest[-1]): (value, status)
        for area, day, _, measure, category, value, status, *rest in read(rows)
    }


@st.composite
def tables(draw: st.DrawFn) -> tuple[Row, list[Row]]:
    """The headings and the body of a plain table of councils by placement."""
    places = draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=6, unique=True))
    councils = draw(st.lists(st.sampled_from(COUNCILS), min_size=1, max_size=6, unique=True))
    body = [
        [council, *draw(st.lists(CELLS, min_size=len(places), max_size=len(places)))]
        for council in councils
    ]
    body[0][1] = str(draw(st.integers(0, 1900)))
    return ["Local authority", *places], body


TITLE = ["Number of children looked after by council and placement, 31 July 2020"]


@FEW
@given(tables())
def test_each_number_of_a_plain_table_is_read_once_under_its_own_headings(
    table: tuple[Row, list[Row]],
) -> None:
    head, body = table
    found = read([TITLE, head, *body])
    said = {figure[8]: figure[5] for figure in found if figure[5] is not None}
    expected = {
        f"{chr(ord('A') + column)}{number}": float(cell)
        for number, row in enumerate(body, start=3)
        for column, cell in enumerate(row)
        if cell.isdigit()
    }
    assert said == expected


@FEW
@given(tables(), st.data())
def test_blank_rows_between_change_nothing(
    table: tuple[Row, list[Row]], data: st.DataObject
) -> None:
    head, body = table
    rows = [TITLE, head, *body]
    spread = list(rows)
    for at in sorted(data.draw(st.lists(st.integers(0, len(rows)), max_size=4)), reverse=True):
        spread.insert(at, [])
    assert facts(spread) == facts(rows)


NOTES = st.sampled_from(
    [
        "Note: figures may not add to totals because of rounding.",
        "1. Kinship care is with relatives or friends.",
        "[Note 2] In 2015 there were 15,400 children looked after.",
        "* Fewer than 5 children.",
        "Source: children's social work statistics",
        "© Crown copyright 2021",
        "Published 30 March 2021",
    ]
)


@FEW
@given(tables(), st.lists(NOTES, min_size=1, max_size=4))
def test_footnotes_below_change_nothing(table: tuple[Row, list[Row]], notes: list[str]) -> None:
    head, body = table
    rows = [TITLE, head, *body]
    assert facts([*rows, [], *([note] for note in notes)]) == facts(rows)


@FEW
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(table: tuple[Row, list[Row]], order: Any) -> None:
    head, body = table
    mixed = order.sample(body, len(body))
    assert facts([TITLE, head, *mixed]) == facts([TITLE, head, *body])


@FEW
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_columns_changes_nothing(table: tuple[Row, list[Row]], order: Any) -> None:
    head, body = table
    columns = [0, *order.sample(range(1, len(head)), len(head) - 1)]
    mixed = [[row[column] for column in columns] for row in (head, *body)]
    assert facts([TITLE, *mixed]) == facts([TITLE, head, *body])


@FEW
@given(tables(), st.integers(0, 5), st.integers(0, 5))
def test_where_on_its_sheet_a_table_stands_changes_nothing(
    table: tuple[Row, list[Row]], down: int, right: int
) -> None:
    head, body = table
    rows = [TITLE, head, *body]
    empty: list[Row] = [[] for _ in range(down)]
    moved = empty + [[""] * right + row for row in rows]
    assert facts(moved) == facts(rows)


@FEW
@given(tables())
def test_a_table_on_its_side_says_the_same(table: tuple[Row, list[Row]]) -> None:
    head, body = table
    upright = [head, *body]
    side = [[row[column] for row in upright] for column in range(len(head))]
    side[0][0] = "Placement type"
    on_its_side, as_it_was = facts([TITLE, *side]), facts([TITLE, *upright])
    assert on_its_side.items() <= as_it_was.items()


YEARS = ["2017", "2018", "2019", "2020"]
CODES = {
    "At home with parents": "at_home",
    "Kinship care": "kinship",
    "Foster care": "foster",
    "Secure care": "secure",
    "Residential school": "residential_school",
    "In the community": "community",
    "Total": "total",
}
Cube = dict[tuple[str, str, str], int]
"""Council, year, kind of place -> children."""


@st.composite
def cubes(draw: st.DrawFn) -> Cube:
    councils = draw(st.lists(st.sampled_from(COUNCILS), min_size=2, max_size=4, unique=True))
    years = sorted(draw(st.lists(st.sampled_from(YEARS), min_size=2, max_size=3, unique=True)))
    places = draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=4, unique=True))
    return {
        (council, year, place): draw(st.integers(0, 1900))
        for council in councils
        for year in years
        for place in places
    }


def along(cube: Cube, which: int) -> list[str]:
    return list(dict.fromkeys(what[which] for what in cube))


def tidy(cube: Cube) -> list[Row]:
    return [["Council", "Year", "Placement type", "Number"]] + [
        [*what, str(number)] for what, number in cube.items()
    ]


def places_across(cube: Cube) -> list[Row]:
    places = along(cube, 2)
    return [["Council", "Year", *places]] + [
        [council, year, *(str(cube[council, year, place]) for place in places)]
        for council in along(cube, 0)
        for year in along(cube, 1)
    ]


def years_over_places(cube: Cube) -> list[Row]:
    years, places = along(cube, 1), along(cube, 2)
    above = [year if place == places[0] else "" for year in years for place in places]
    return [["", *above], ["Council", *(place for _ in years for place in places)]] + [
        [council, *(str(cube[council, year, place]) for year in years for place in places)]
        for council in along(cube, 0)
    ]


def places_over_years(cube: Cube) -> list[Row]:
    years, places = along(cube, 1), along(cube, 2)
    above = [place if year == years[0] else "." for place in places for year in years]
    return [["", *above], ["Council", *(year for _ in places for year in years)]] + [
        [council, *(str(cube[council, year, place]) for place in places for year in years)]
        for council in along(cube, 0)
    ]


def councils_down_once(cube: Cube) -> list[Row]:
    years, places = along(cube, 1), along(cube, 2)
    return [["Council", "Placement type", *years]] + [
        [council if place == places[0] else "", place]
        + [str(cube[council, year, place]) for year in years]
        for council in along(cube, 0)
        for place in places
    ]


def a_table_for_each_council(cube: Cube) -> list[Row]:
    years, places = along(cube, 1), along(cube, 2)
    rows: list[Row] = []
    for council in along(cube, 0):
        rows += [[f"Looked after children, {council}"], ["Placement type", *years]]
        rows += [[place, *(str(cube[council, year, place]) for year in years)] for place in places]
        rows.append([])
    return rows


def a_table_for_each_year(cube: Cube) -> list[Row]:
    years, places = along(cube, 1), along(cube, 2)
    rows: list[Row] = []
    for year in years:
        rows += [[f"Looked after children, 31 July {year}"], ["Council", *places]]
        rows += [
            [council, *(str(cube[council, year, place]) for place in places)]
            for council in along(cube, 0)
        ]
        rows.append([])
    return rows


LAYOUTS = [
    tidy,
    places_across,
    years_over_places,
    places_over_years,
    councils_down_once,
    a_table_for_each_council,
    a_table_for_each_year,
]


@pytest.mark.parametrize("layout", LAYOUTS)
@FEW
@given(cube=cubes())
def test_the_same_figures_come_out_of_every_layout(
    layout: Callable[[Cube], list[Row]], cube: Cube
) -> None:
    title = ["Number of looked after children by council and placement"]
    said = {
        (AREAS[area].name, day[:4], category): value
        for (area, day, _, category, _), (value, _) in facts([title, *layout(cube)]).items()
    }
    expected = {
        (council, year, CODES[place]): float(number)
        for (council, year, place), number in cube.items()
    }
    assert said == expected


LABELS = [label for printed in GENERAL.values() for label in printed.split(" | ")]
OTHERS = [label for printed in BREAKDOWNS for label in printed.split(" | ")]
HEADINGS = [label for printed in HEADS.values() for label in printed.split(" | ")]
WORDS = st.one_of(
    st.sampled_from(LABELS),
    st.sampled_from(OTHERS),
    st.sampled_from(HEADINGS),
    st.sampled_from([*COUNCILS, "England", "Leeds", "North East", "S12000047", "E08000035"]),
    st.sampled_from(["2018", "2019", "2018-19", "31 March 2018", "31/07/2020", "2008-09", "20181"]),
    st.sampled_from(["Number", "%", "Rate per 1,000", "numbers and percentages", "Change", "."]),
    st.sampled_from(["Children looked after at 31 July 2020", "Children in need", "of which", "-"]),
    st.sampled_from(["Aftercare", "Care leavers now aged 19", "Young people receiving aftercare"]),
)
NUMBERS = st.one_of(
    st.integers(0, 200_000).map(str),
    st.integers(1_000, 99_999).map("{:,}".format),
    st.sampled_from(["*", "[c]", "x", "<5", "12.5", "43%", "7(e)", "100", "0", "-1", "#N/A", ""]),
)
GRIDS = st.lists(st.lists(st.one_of(WORDS, NUMBERS, NUMBERS), max_size=6), min_size=1, max_size=9)


@st.composite
def nearly_tables(draw: st.DrawFn) -> list[Row]:
    """A title, rows of headings and rows with labels and numbers, each chosen at random."""
    wide = draw(st.integers(2, 6))
    line = st.lists(st.one_of(WORDS, st.just("")), min_size=wide, max_size=wide)
    heads = draw(st.lists(line, min_size=1, max_size=3))
    numbers = st.lists(NUMBERS, min_size=wide - 1, max_size=wide - 1)
    body = [[draw(WORDS), *draw(numbers)] for _ in range(draw(st.integers(1, 5)))]
    return [TITLE, *heads, *body]


def plain_number(text: str) -> float | None:
    """The number that a cell prints, whatever stands behind it."""
    kept = text.strip().rstrip("%").replace(",", "").removesuffix("(e)").strip()
    try:
        return float(kept)
    except ValueError:
        return None


def in_its_cell(figure: list[Any], rows: list[Row]) -> bool:
    """Whether the value of a figure is the number in the cell that it names."""
    cell, value = figure[8], figure[5]
    letters = cell.rstrip("0123456789")
    column = sum((ord(letter) - 64) * 26**power for power, letter in enumerate(letters[::-1]))
    text = rows[int(cell[len(letters) :]) - 1][column - 1]
    return value is None or plain_number(text) == value


@MANY
@given(st.one_of(nearly_tables(), GRIDS))
def test_each_figure_is_the_number_in_the_cell_that_it_names(rows: list[Row]) -> None:
    for figure in read(rows):
        assert in_its_cell(figure, rows), figure


@MANY
@given(nearly_tables())
def test_no_figure_is_given_twice(rows: list[Row]) -> None:
    found = [(*figure[:2], *figure[3:5], figure[-1]) for figure in read(rows)]
    assert len(found) == len(set(found))


@MANY
@given(nearly_tables(), st.integers(0, 8), st.integers(0, 5))
def test_a_count_is_a_whole_number_and_no_count_is_a_percentage(
    rows: list[Row], row: int, column: int
) -> None:
    if row < len(rows) and column < len(rows[row]):
        rows[row][column] = "43%"
    for figure in read(rows):
        if figure[-1] == "count" and figure[5] is not None:
            assert figure[5] == int(figure[5]) >= 0


POISON = "777777"
SOME = [label for label in OTHERS if heads(label) is None]
"""Parts of the children. A word such as "Gender" says how they are divided and names no part."""
NOT_OURS = st.one_of(
    st.sampled_from(SOME),
    st.sampled_from(
        ["Boys", "Girls", "Aged 5 to 11", "Under 5", "Starts", "Ceased", "Change", "Target", "Rank"]
    ),
    st.text("abcdefghijklmnopqrstuvwxyz ", min_size=4, max_size=20).map(str.strip).filter(bool),
)


def poisoned(rows: list[Row]) -> list[list[Any]]:
    return [figure for figure in read(rows) if figure[5] == float(POISON)]


@MANY
@given(tables(), NOT_OURS, st.integers(1, 6))
def test_a_column_of_other_children_is_never_read(
    table: tuple[Row, list[Row]], label: str, at: int
) -> None:
    head, body = table
    texts = [label, *[POISON] * len(body)]
    rows = [[*row[:at], text, *row[at:]] for row, text in zip((head, *body), texts, strict=True)]
    assert poisoned([TITLE, *rows]) == []


@MANY
@given(tables(), NOT_OURS, st.integers(0, 6))
def test_a_row_of_other_children_is_never_read(
    table: tuple[Row, list[Row]], label: str, at: int
) -> None:
    head, body = table
    extra = [label, *[POISON] * (len(head) - 1)]
    assert poisoned([TITLE, head, *body[:at], extra, *body[at:]]) == []


@MANY
@given(tables(), NOT_OURS)
def test_columns_below_a_heading_of_other_children_are_never_read(
    table: tuple[Row, list[Row]], label: str
) -> None:
    head, body = table
    wide = len(head) - 1
    above = ["", *["All children"] * wide, *[label] * wide]
    rows = [[*row, *[POISON] * wide] for row in body]
    assert poisoned([TITLE, above, head + head[1:], *rows]) == []


@MANY
@given(tables(), NOT_OURS)
def test_rows_of_other_children_in_a_column_of_their_own_are_never_read(
    table: tuple[Row, list[Row]], label: str
) -> None:
    head, body = table
    ours = [[row[0], "All children", *row[1:]] for row in body]
    others = [[row[0], label, *[POISON] * (len(head) - 1)] for row in body]
    mixed = [row for pair in zip(ours, others, strict=True) for row in pair]
    assert poisoned([TITLE, [head[0], "", *head[1:]], *mixed]) == []
    assert poisoned([TITLE, [head[0], "Group", *head[1:]], *mixed]) == []


@MANY
@given(tables(), NOT_OURS)
def test_rows_below_a_line_about_other_children_are_never_read(
    table: tuple[Row, list[Row]], label: str
) -> None:
    head, body = table
    others = [[row[0], *[POISON] * (len(head) - 1)] for row in body]
    assert poisoned([TITLE, head, *body, [label], *others]) == []


@MANY
@given(tables(), st.sampled_from(SOME), st.booleans())
def test_a_table_with_other_children_in_its_title_is_never_read(
    table: tuple[Row, list[Row]], label: str, above: bool
) -> None:
    head, body = table
    others = [[row[0], *[POISON] * (len(head) - 1)] for row in body]
    assert poisoned([*([[label], TITLE] if above else [TITLE, [label]]), head, *others]) == []


@FEW
@given(st.text(max_size=400))
def test_random_text_is_read_or_declined_and_never_stops_the_reader(text: str) -> None:
    answer = understand("figures.csv", text.encode(), {"today": TODAY})
    assert {"figures", "tables", "problems", "unlisted"} < set(answer)


@FEW
@given(st.binary(max_size=400))
def test_random_bytes_give_no_figure(data: bytes) -> None:
    assert understand("figures.xlsx", data, {"today": TODAY})["figures"] == []
