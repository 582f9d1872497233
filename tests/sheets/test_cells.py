"""Zero, empty, withheld, error, formula and text are six different things."""

import math
from datetime import date, datetime, time
from pathlib import Path

import pytest

from cpdash.sheets.words import cells
from cpdash.sheets.words.cells import Misread
from tests.reading.workbooks import codes, read_drawn, said


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (0, 0),
        (579, 579),
        (579.0, 579),
        (10_000_000, 10_000_000),
        ("579", 579),
        (" 14,262 ", 14_262),
        ("14\u00a0262", 14_262),
        ("12.0", 12),
    ],
)
def test_a_whole_number_is_itself_however_it_was_typed(cell: object, number: int) -> None:
    assert cells.count(cell) == (float(number), "")


@pytest.mark.parametrize("cell", [None, "", "   "])
def test_an_empty_cell_is_no_figure_and_no_zero(cell: object) -> None:
    assert cells.count(cell) is None


@pytest.mark.parametrize(
    ("cell", "status"),
    [("c", "c"), ("[c]", "c"), ("C", "c"), ("x", "x"), ("z", "z"), ("[k]", "k"), ("(z)", "z")],
)
def test_a_mark_stands_for_a_number_that_is_not_shown(cell: str, status: str) -> None:
    read = cells.count(cell)
    assert isinstance(read, tuple)
    assert math.isnan(read[0])
    assert read[1] == status


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("about 40", "not-a-number"),
        ("12 (1)", "not-a-number"),
        ("1,2345", "not-a-number"),
        ("4, 454", "not-a-number"),
        ("50%", "not-a-number"),
        ("٣", "not-a-number"),
        (True, "not-a-number"),
        (datetime(2018, 3, 31), "not-a-number"),
        (time(12, 30), "not-a-number"),
        (-1, "negative"),
        (-0.5, "negative"),
        (12.5, "fractional"),
        (0.43, "fractional"),
        (10_000_001, "too-big"),
        (1e300, "too-big"),
        (float("inf"), "too-big"),
        ("99999999", "too-big"),
        ("*", "unknown-mark"),
        ("-", "unknown-mark"),
        ("..", "unknown-mark"),
        ("N/A", "unknown-mark"),
        ("dna", "unknown-mark"),
        ("[e]", "unknown-mark"),
        ("#N/A", "error-cell"),
        ("#DIV/0!", "error-cell"),
        (cells.UNCALCULATED, "not-calculated"),
    ],
)
def test_what_is_no_count_says_which_fault_it_is(cell: object, code: str) -> None:
    read = cells.count(cell)
    assert isinstance(read, Misread)
    assert read.code == code
    assert read.found.startswith("found ")


@pytest.mark.parametrize(
    "cell",
    [
        datetime(2018, 3, 31),
        date(2018, 3, 31),
        "31 March 2018",
        "31 Mar 2018",
        "31st march  2018",
        "2018-03-31",
        "31/03/2018",
        "31.3.2018",
    ],
)
def test_a_day_is_read_with_the_day_before_the_month(cell: object) -> None:
    assert cells.day(cell) == date(2018, 3, 31)


@pytest.mark.parametrize(
    "cell", ["31 June 2015", "03/31/2018", "March 2018", "2018", 43190, "31/03/18", "last March"]
)
def test_what_is_no_day_is_not_taken_for_one(cell: object) -> None:
    assert isinstance(cells.day(cell), Misread)


@pytest.mark.parametrize(
    ("cell", "first", "text"),
    [
        (datetime(2025, 4, 22), date(2025, 4, 22), "22 April 2025"),
        ("22/04/2025", date(2025, 4, 22), "22 April 2025"),
        ("April 2025", date(2025, 4, 1), "April 2025"),
        ("apr 2025", date(2025, 4, 1), "April 2025"),
        ("2015", date(2015, 1, 1), "2015"),
        (2015, date(2015, 1, 1), "2015"),
    ],
)
def test_a_date_of_publication_keeps_the_precision_it_was_given(
    cell: object, first: date, text: str
) -> None:
    assert cells.published(cell) == (first, text)


@pytest.mark.parametrize("cell", ["spring 2025", "soon", 15, "Juuly 2025"])
def test_a_vague_date_of_publication_is_not_made_up(cell: object) -> None:
    assert isinstance(cells.published(cell), Misread)


HEADINGS = "Area | Census date | At home | Kinship | Total | Source | Published"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("about 40", "not-a-number"),
        ("TRUE", "not-a-number"),
        ("@2018-03-31", "not-a-number"),
        ("-3", "negative"),
        ("2.5", "fractional"),
        ("10000001", "too-big"),
        ("*", "unknown-mark"),
        ("#REF!", "error-cell"),
        ("=2+3", "not-calculated"),
    ],
)
def test_a_faulty_cell_is_named_and_the_rest_of_its_row_goes_on(
    tmp_path: Path, cell: str, code: str
) -> None:
    row = f"Fife | 31 March 2018 | {cell} | 7 | 12 | Report | 2019"
    reading = read_drawn(tmp_path, Placements=f"{HEADINGS}\n{row}")
    assert codes(reading) == [(code, "Placements", "C2")]
    assert said(reading) == {"D2": (7.0, ""), "E2": (12.0, "")}


def test_zero_and_empty_and_withheld_stay_different(tmp_path: Path) -> None:
    row = "Fife | 31 March 2018 | 0 | c | | Report | 2019"
    reading = read_drawn(tmp_path, Placements=f"{HEADINGS}\n{row}")
    assert reading.problems == ()
    read = said(reading)
    assert read["C2"] == (0.0, "")
    assert math.isnan(read["D2"][0])
    assert read["D2"][1] == "c"
    assert "E2" not in read


def test_a_problem_is_a_sentence_with_the_place_the_find_and_what_to_do(tmp_path: Path) -> None:
    row = "Fife | 31 March 2018 | about 40 | 7 | 12 | Report | 2019"
    reading = read_drawn(tmp_path, Placements=f"{HEADINGS}\n{row}")
    assert reading.problems[0].sentence() == (
        "figures.xlsx, sheet 'Placements', cell C2: found \"about 40\", expected a whole number"
        " from 0 to 10,000,000, or one of the marks c, x, z, k. The figure was left out. Put the"
        " number alone in the cell, and words under Remark."
    )
