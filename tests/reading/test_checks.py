"""Figures against each other: repeats, parts and their whole, workbooks of one publication."""

from pathlib import Path

import pytest

from cpdash.figures import latest
from cpdash.problems import Problem
from cpdash.reading import read_folder
from tests.reading.workbooks import codes, draw, read_drawn, said

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


def only_warning(tmp_path: Path, numbers: tuple[str, ...], code: str, cell: str) -> Problem:
    """The one problem of a row, which is a warning: each of its figures is kept."""
    reading = read_drawn(tmp_path, Placements=wide(*numbers))
    assert codes(reading) == [(code, "Placements", cell)]
    (problem,) = reading.problems
    assert problem.severity == "warning"
    assert len(reading.figures) == len([number for number in numbers if number])
    return problem


@pytest.mark.parametrize(
    "numbers",
    [
        ("90", "20", "30", "40", "10", "1", "100"),
        ("90", "20", "30", "", "10", "1", "100"),
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
        (("91", "21", "30", "40", "10", "1", "100"), "I2", "101"),
        (("90", "20", "31", "40", "10", "1", "100"), "C2", "91"),
        (("", "21", "30", "40", "10", "1", "100"), "I2", "101"),
        (("", "21", "30", "c", "50", "c", "100"), "I2", "101"),
        (("", "", "", "", "3", "4", ""), "G2", "4"),
    ],
)
def test_parts_over_their_whole_are_a_warning_with_both_numbers(
    tmp_path: Path, numbers: tuple[str, ...], cell: str, made: str
) -> None:
    problem = only_warning(tmp_path, numbers, "parts-over-total", cell)
    assert f"they make {made}: the largest is" in problem.expected


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


def test_the_largest_part_is_named_with_its_number_and_its_cell(tmp_path: Path) -> None:
    reading = read_drawn(tmp_path, Placements=wide("91", "21", "30", "40", "10", "1", "100"))
    (problem,) = reading.problems
    assert problem.found == "found 100 under 'Total'"
    assert problem.expected.endswith(
        "they make 101: the largest is 91 under 'Community', sheet 'Placements', cell C2"
    )


@pytest.mark.parametrize(
    ("numbers", "cell", "whole"),
    [
        # 90 and one that is not shown make 100.
        (("90", "", "", "", "c", "", "100"), "G2", "I2"),
        # The halves are the widest parts; the 90 in the community give one of theirs away.
        (("90", "20", "c", "40", "10", "1", "100"), "E2", "C2"),
        # The halves give each other away, whatever is withheld below them.
        (("c", "20", "c", "40", "10", "1", "100"), "C2", "I2"),
        # Without the halves the smaller places are the parts.
        (("", "20", "c", "40", "10", "1", "100"), "E2", "I2"),
    ],
)
def test_a_part_that_a_subtraction_gives_away_is_a_warning(
    tmp_path: Path, numbers: tuple[str, ...], cell: str, whole: str
) -> None:
    problem = only_warning(tmp_path, numbers, "withheld-derivable", cell)
    assert f"cell {whole} less its other parts" in problem.expected


@pytest.mark.parametrize(
    "numbers",
    [
        # Two that are not shown hide each other.
        ("90", "20", "c", "c", "10", "1", "100"),
        ("c", "", "", "", "c", "", "100"),
        # The whole is not shown, or not there.
        ("c", "20", "c", "40", "10", "1", ""),
        ("", "20", "c", "40", "10", "1", ""),
        # Foster families are not listed: who is missing may be there.
        ("", "20", "c", "", "10", "1", "100"),
        # One is not available, so nothing can be taken from the whole.
        ("", "20", "c", "x", "10", "1", "100"),
        # All is rounded.
        ("", "20", "c", "40", "10", "", "100"),
    ],
)
def test_a_part_that_no_subtraction_gives_away_needs_no_word(
    tmp_path: Path, numbers: tuple[str, ...]
) -> None:
    assert read_drawn(tmp_path, Placements=wide(*numbers)).problems == ()


def test_secure_care_alone_withheld_beside_the_rest_of_residential_care(tmp_path: Path) -> None:
    # The table of the strategy of 2018: 173 + 128 + 206 + 72 leave none of the 579.
    headings = "at_home|kinship|foster|residential_not_secure|secure|Total"
    text = (
        f"Area|Census date|{headings}|Source|Published\n"
        "South Lanarkshire|31 March 2018|173|128|206|72|c|579|Strategy|2018"
    )
    assert codes(read_drawn(tmp_path, Placements=text)) == [
        ("withheld-derivable", "Placements", "G2")
    ]


@pytest.mark.parametrize(("ages", "faults"), [(5, ["withheld-derivable"]), (4, [])])
def test_an_age_alone_withheld_is_given_away_where_all_ages_are_listed(
    tmp_path: Path, ages: int, faults: list[str]
) -> None:
    names = ("", "16", "17", "18", "19-21", "22+")
    numbers = ("41", "c", "7", "8", "9", "11")
    rows = [
        f"Fife | 31 July 2023 | {name} | {number} | Report | 2024"
        for name, number in zip(names[: ages + 1], numbers, strict=False)
    ]
    text = "\n".join(("Area | Census date | Age group | Eligible | Source | Published", *rows))
    assert [code for code, _, _ in codes(read_drawn(tmp_path, Aftercare=text))] == faults


@pytest.mark.parametrize(
    ("second", "says"),
    [
        ("Fife | 31 March 2018 | 5 | 13 | Report | 2019", "13"),
        ("Fife | 31 March 2018 | 5 | x | Report | 2019", "x"),
        ("Fife | 31 March 2018 | 5 | 1,300 | Report | 1 January 2019", "1,300"),
    ],
)
def test_two_workbooks_of_one_publication_that_disagree_are_both_named(
    tmp_path: Path, second: str, says: str
) -> None:
    draw(tmp_path / "a.xlsx", Placements=f"{HEADINGS}\n{FIRST}")
    draw(tmp_path / "b.xlsx", Placements=f"{HEADINGS}\n{second}")
    holdings = read_folder([tmp_path])
    (problem,) = holdings.problems
    assert (problem.code, problem.severity) == ("conflicting-workbooks", "warning")
    assert (problem.file, problem.sheet, problem.cell) == ("b.xlsx", "Placements", "D2")
    assert problem.found.startswith(f"found {says} for")
    assert problem.expected.endswith("a.xlsx, sheet 'Placements', cell D2, says 12")
    assert len(holdings.figures) == 4
    assert latest(holdings.figures, holdings.editions)["edition"].tolist() == ["b/1", "b/1"]


@pytest.mark.parametrize(
    "second",
    [
        "Fife | 31 March 2018 | 5 | 12 | Report | 2019",
        "Fife | 31 March 2018 | 5 | 13 | Report | 2020",
        "Fife | 31 March 2018 | 5 | 13 | Another report | 2019",
        "Fife | 31 March 2019 | 5 | 13 | Report | 2019",
    ],
)
def test_workbooks_that_agree_or_are_other_editions_need_no_word(
    tmp_path: Path, second: str
) -> None:
    draw(tmp_path / "a.xlsx", Placements=f"{HEADINGS}\n{FIRST}")
    draw(tmp_path / "b.xlsx", Placements=f"{HEADINGS}\n{second}")
    assert read_folder([tmp_path]).problems == ()


def test_of_three_workbooks_the_last_is_held_against_each_that_differs(tmp_path: Path) -> None:
    for name, total in (("a", 12), ("b", 14), ("c", 12), ("d", 14)):
        draw(tmp_path / f"{name}.xlsx", Placements=f"{HEADINGS}\n{FIRST.replace('12', str(total))}")
    problems = read_folder([tmp_path]).problems
    assert [problem.file for problem in problems] == ["d.xlsx", "d.xlsx"]
    assert ["a.xlsx" in problems[0].expected, "c.xlsx" in problems[1].expected] == [True, True]
