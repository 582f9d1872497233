"""Figures against each other: repeats, and parts that make more than their whole."""

from pathlib import Path

import pytest

from tests.reading.workbooks import codes, read_drawn, said

HEADINGS = "Area | Census date | At home | Total | Source | Published"
FIRST = "Fife | 31 March 2018 | 5 | 12 | Report | 2019"


def test_two_rows_that_disagree_are_both_left_out_and_both_named(tmp_path: Path) -> None:
    reading = read_drawn(
        tmp_path,
        Placements=f"{HEADINGS}\n{FIRST}\nFife | 31 March 2018 | | 13 | Report | 2019",
    )
    assert codes(reading) == [("figure-twice", "Placements", "D3")]
    assert "cell D2 says 12" in reading.problems[0].expected
    assert "13" in reading.problems[0].found
    assert said(reading) == {"C2": (5.0, "")}


def test_two_rows_that_agree_are_used_once_and_said(tmp_path: Path) -> None:
    reading = read_drawn(
        tmp_path,
        Placements=f"{HEADINGS}\n{FIRST}\nFife | 31 March 2018 | | 12 | Report | 2019",
    )
    assert codes(reading) == [("figure-repeated", "Placements", "D3")]
    assert reading.problems[0].severity == "warning"
    assert said(reading) == {"C2": (5.0, ""), "D2": (12.0, "")}


def test_a_number_and_a_mark_for_one_figure_disagree(tmp_path: Path) -> None:
    reading = read_drawn(
        tmp_path, Placements=f"{HEADINGS}\n{FIRST}\nFife | 31 March 2018 | c | | Report | 2019"
    )
    assert codes(reading) == [("figure-twice", "Placements", "C3")]
    assert said(reading) == {"D2": (12.0, "")}


def test_the_same_figure_in_two_editions_is_no_fault(tmp_path: Path) -> None:
    reading = read_drawn(
        tmp_path,
        Placements=f"{HEADINGS}\n{FIRST}\nFife | 31 March 2018 | 6 | 13 | Report | 2020",
    )
    assert reading.problems == ()
    assert len(reading.figures) == 4


OTHER = "Area | Census date | Measure | Value | Out of | Source | Published"


@pytest.mark.parametrize(("out_of", "faults"), [("12", []), ("13", ["figure-twice"])])
def test_an_out_of_that_repeats_its_whole_needs_no_word_unless_it_differs(
    tmp_path: Path, out_of: str, faults: list[str]
) -> None:
    reading = read_drawn(
        tmp_path,
        Placements=f"{HEADINGS}\n{FIRST}",
        Other_measures=f"{OTHER}\n"
        f"Fife | 31 March 2018 | another_provider | 4 | {out_of} | Report | 2019",
    )
    assert [code for code, _, _ in codes(reading)] == faults


WIDE = "Area|Census date|Community|At home|Kinship|Foster|Residential|Secure|Total|Source|Published"


def wide(*numbers: str) -> str:
    return f"{WIDE}\nFife|31 March 2018|{'|'.join(numbers)}|Report|2019"


@pytest.mark.parametrize(
    "numbers",
    [
        ("90", "20", "30", "40", "10", "1", "100"),
        ("90", "20", "30", "", "10", "1", "110"),
        ("", "20", "30", "40", "10", "1", "100"),
        ("90", "20", "c", "40", "c", "c", "100"),
        ("91", "21", "30", "40", "", "", ""),
    ],
)
def test_parts_up_to_their_whole_are_in_order(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    assert read_drawn(tmp_path, Placements=wide(*numbers)).problems == ()


@pytest.mark.parametrize(
    ("numbers", "cell", "made"),
    [
        (("91", "20", "30", "40", "10", "1", "100"), "I2", "101"),
        (("90", "20", "31", "40", "10", "1", "100"), "C2", "91"),
        (("", "21", "30", "40", "10", "1", "100"), "I2", "101"),
        (("", "21", "30", "c", "50", "c", "100"), "I2", "101"),
        (("", "", "", "", "3", "4", ""), "G2", "4"),
    ],
)
def test_parts_over_their_whole_are_a_warning_with_both_numbers(
    tmp_path: Path, numbers: tuple[str, ...], cell: str, made: str
) -> None:
    reading = read_drawn(tmp_path, Placements=wide(*numbers))
    assert codes(reading) == [("parts-over-total", "Placements", cell)]
    assert made in reading.problems[0].expected
    assert reading.problems[0].severity == "warning"
    filled = [number for number in numbers if number]
    assert len(reading.figures) == len(filled)


def test_rounded_figures_may_miss_by_what_rounding_does(tmp_path: Path) -> None:
    # England on 31 March 2021, to the nearest 10: the parts make 80,790.
    headings = (
        "at_home|foster|adopters|other_community|homes_and_semi_independent|other_residential"
    )
    text = (
        f"Area|Census date|{headings}|residential_school|other|Total|Source|Published\n"
        "England|31 March 2021|6060|57000|2490|1790|11710|1020|120|600|80770|Release|2023"
    )
    assert read_drawn(tmp_path, Placements=text).problems == ()
    far = text.replace("80770", "80700")
    assert [code for code, _, _ in codes(read_drawn(tmp_path, Placements=far))] == [
        "parts-over-total"
    ]


def test_ages_are_parts_of_their_measure(tmp_path: Path) -> None:
    text = """
        Area | Census date | Age group | Eligible | Source | Published
        Fife | 31 July 2023 | | 20 | Report | 2024
        Fife | 31 July 2023 | Aged 16 | 9 | Report | 2024
        Fife | 31 July 2023 | Aged 17 | 12 | Report | 2024
    """
    reading = read_drawn(tmp_path, Aftercare=text)
    assert codes(reading) == [("parts-over-total", "Aftercare", "D2")]
    assert "21" in reading.problems[0].expected
