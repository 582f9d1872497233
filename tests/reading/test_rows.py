"""What the words of a row make of its numbers: where, when, who counted, who says so."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from xlsxwriter import Workbook

from cpdash.reading import read
from cpdash.sheets.own.texts import MOST_SUGGESTED
from tests.reading.workbooks import codes, draw, read_drawn, said

HEADINGS = "Area | Census date | Collected by | Total | Total is | Source | Published | Marker"
GOOD = "Fife | 31 March 2018 | | 12 | | Report | 2019 |"


def row(**changed: str) -> str:
    """The good row with some cells changed, under all headings of the sheet."""
    names = [name.strip() for name in HEADINGS.split("|")]
    cells = [cell.strip() for cell in GOOD.split("|")]
    for name, value in changed.items():
        cells[names.index(name.replace("_", " "))] = value
    return f"{HEADINGS}\n" + " | ".join(cells)


def test_a_row_without_a_collector_is_the_councils_own(tmp_path: Path) -> None:
    reading = read_drawn(tmp_path, Placements=row())
    (figure,) = reading.figures.to_dict("records")
    assert figure == {
        "area": "S12000047",
        "census_date": pd.Timestamp(2018, 3, 31),
        "collection": "council",
        "measure": "looked_after",
        "category": "total",
        "value": 12.0,
        "status": "",
        "edition": "figures/1",
        "sheet": "Placements",
        "cell": "D2",
        "label": "Total",
    }


@pytest.mark.parametrize(
    ("cell", "collection"),
    [("Council", "council"), ("national return", "national"), ("The national return", "national")],
)
def test_who_collected_is_read(tmp_path: Path, cell: str, collection: str) -> None:
    reading = read_drawn(tmp_path, Placements=row(Collected_by=cell))
    assert list(reading.figures["collection"]) == [collection]


@pytest.mark.parametrize(
    ("marker", "total_is", "status"),
    [
        ("e", "", "e"),
        ("[p]", "", "p"),
        ("Break", "", "b"),
        ("", "Printed", ""),
        ("", "Added up", "d"),
        ("e", "Added up", "e"),
        ("p", "Added up", "p"),
        ("b", "Added up", "b"),
    ],
)
def test_a_marker_holds_for_the_row_and_an_added_total_says_so(
    tmp_path: Path, marker: str, total_is: str, status: str
) -> None:
    reading = read_drawn(tmp_path, Placements=row(Marker=marker, Total_is=total_is))
    assert said(reading) == {"D2": (12.0, status)}


@pytest.mark.parametrize(
    ("column", "cell", "code", "place"),
    [
        ("Area", "", "area-missing", "A2"),
        ("Area", "Fyfe", "unknown-area", "A2"),
        ("Census_date", "", "not-a-date", "B2"),
        ("Census_date", "31 June 2018", "not-a-date", "B2"),
        ("Collected_by", "Somebody", "unknown-collector", "C2"),
        ("Total_is", "Guessed", "unknown-total-kind", "E2"),
        ("Marker", "q", "unknown-marker", "H2"),
    ],
)
def test_a_row_whose_words_are_not_understood_is_left_out(
    tmp_path: Path, column: str, cell: str, code: str, place: str
) -> None:
    reading = read_drawn(tmp_path, Placements=row(**{column: cell}))
    assert codes(reading) == [(code, "Placements", place)]
    assert len(reading.figures) == 0


def test_an_unknown_council_is_answered_with_the_nearest(tmp_path: Path) -> None:
    reading = read_drawn(tmp_path, Placements=row(Area="South Lanarkshier"))
    assert "did you mean South Lanarkshire?" in reading.problems[0].expected


@pytest.mark.parametrize(
    ("today", "faults"),
    [
        (date(2018, 3, 30), [("census-in-future", "Placements", "B2")]),
        (date(2018, 3, 31), []),
        (date(2018, 4, 1), []),
    ],
)
def test_nobody_has_been_counted_on_a_day_to_come(
    tmp_path: Path, today: date, faults: list[tuple[str, str, str]]
) -> None:
    reading = read(draw(tmp_path / "figures.xlsx", Placements=row()), today)
    assert codes(reading) == faults
    assert len(reading.figures) == (0 if faults else 1)


def test_a_slip_of_the_year_is_found_on_the_day_of_reading(tmp_path: Path) -> None:
    reading = read_drawn(tmp_path, Placements=row(Census_date="31 March 2091"))
    assert codes(reading) == [("census-in-future", "Placements", "B2")]


def test_a_nearest_name_is_given_for_a_text_each_time_and_not_for_ever_new_ones(
    tmp_path: Path,
) -> None:
    def nearest(names: list[str]) -> list[bool]:
        rows = (f"{name} | 31 March 2018 | 12 | Report | 2019" for name in names)
        table = "\n".join(("Area | Census date | Total | Source | Published", *rows))
        problems = read_drawn(tmp_path, Placements=table).problems
        assert {problem.code for problem in problems} == {"unknown-area"}
        return ["did you mean Fife?" in problem.expected for problem in problems]

    assert nearest(["Fyfe"] * (MOST_SUGGESTED + 1)) == [True] * (MOST_SUGGESTED + 1)
    different = ["Fife" + "e" * n for n in range(1, MOST_SUGGESTED + 2)]
    assert nearest(different)[0]
    assert not nearest([*different, "Fyfe"])[-1]


def test_a_missing_source_is_the_file_and_is_said_once(tmp_path: Path) -> None:
    text = "Area | Census date | Total\nFife | 31 March 2018 | 12\nFife | 31 March 2019 | 13"
    reading = read_drawn(tmp_path, Placements=text)
    assert [code for code, _, _ in codes(reading)] == ["source-missing", "published-missing"]
    assert "1 more rows" in reading.problems[0].fix
    (edition,) = reading.editions.to_dict("records")
    assert edition["source"] == "figures.xlsx"
    assert edition["published"] == pd.Timestamp(2019, 3, 31)
    assert edition["published_text"] == ""


def test_a_vague_date_of_publication_is_a_warning_and_the_figure_stays(tmp_path: Path) -> None:
    reading = read_drawn(tmp_path, Placements=row(Published="in spring"))
    assert codes(reading) == [("published-missing", "Placements", "G2")]
    assert reading.problems[0].severity == "warning"
    assert said(reading) == {"D2": (12.0, "")}


def test_an_edition_is_one_source_as_published_on_one_date(tmp_path: Path) -> None:
    text = """
        Area | Census date | Total | Source | Published
        Fife | 31 March 2018 | 12 | Report | 2019
        Fife | 31 March 2019 | 13 | Report | 2020
        Fife | 31 March 2017 | 11 | Report | 2019
        Strathlorne | 31 March 2017 | 11 | Report | 2019
    """
    reading = read_drawn(tmp_path, Placements=text)
    assert list(reading.figures["edition"]) == ["figures/1", "figures/2", "figures/1", "figures/3"]
    assert list(reading.editions["illustrative"]) == [False, False, True]
    assert list(reading.editions["published"]) == [
        pd.Timestamp(2019, 1, 1),
        pd.Timestamp(2020, 1, 1),
        pd.Timestamp(2019, 1, 1),
    ]


AFTERCARE = "Area | Census date | Age group | Eligible | Receiving | Source | Published"


@pytest.mark.parametrize(
    ("age", "category"),
    [
        ("", "total"),
        ("All", "total"),
        ("16", "age_16"),
        ("Aged 17", "age_17"),
        ("19-21", "age_19_21"),
        ("22+", "age_22_over"),
        ("Age 22+", "age_22_over"),
    ],
)
def test_aftercare_is_two_measures_with_ages(tmp_path: Path, age: str, category: str) -> None:
    text = f"{AFTERCARE}\nFife | 31 March 2018 | {age} | 20 | 11 | Report | 2019"
    reading = read_drawn(tmp_path, Aftercare=text)
    assert reading.problems == ()
    assert list(reading.figures["measure"]) == ["aftercare_eligible", "aftercare_receiving"]
    assert set(reading.figures["category"]) == {category}


@pytest.mark.parametrize("age", ["22", "15", "young"])
def test_an_age_that_is_no_group_is_not_taken_for_one(tmp_path: Path, age: str) -> None:
    text = f"{AFTERCARE}\nFife | 31 March 2018 | {age} | 20 | 11 | Report | 2019"
    reading = read_drawn(tmp_path, Aftercare=text)
    assert codes(reading) == [("unknown-category", "Aftercare", "C2")]
    assert len(reading.figures) == 0


OTHER = "Area | Census date | Measure | Category | Value | Out of | Source | Published"


def test_out_of_is_a_figure_of_the_measure_it_is_part_of(tmp_path: Path) -> None:
    text = f"{OTHER}\nFife | 31 March 2018 | care_leavers_in_touch | | 9 | 10 | Report | 2019"
    reading = read_drawn(tmp_path, Other_measures=text)
    assert reading.problems == ()
    assert dict(zip(reading.figures["measure"], reading.figures["value"], strict=True)) == {
        "care_leavers_in_touch": 9.0,
        "care_leavers": 10.0,
    }


def test_a_measure_is_known_by_its_label_and_its_category(tmp_path: Path) -> None:
    measure = "Young people who entered continuing care in the year"
    text = f"{OTHER}\nFife | 31 July 2023 | {measure} | Kinship care | 49 | 336 | Report | 2024"
    reading = read_drawn(tmp_path, Other_measures=text)
    assert set(reading.figures["category"]) == {"kinship"}
    assert list(reading.figures["measure"]) == [
        "continuing_care_entered",
        "continuing_care_leavers",
    ]


def test_out_of_what_has_no_whole_is_a_fault_and_the_value_stays(tmp_path: Path) -> None:
    text = f"{OTHER}\nFife | 31 March 2018 | care_leavers | | 9 | 10 | Report | 2019"
    reading = read_drawn(tmp_path, Other_measures=text)
    assert codes(reading) == [("no-base", "Other measures", "F2")]
    assert said(reading) == {"E2": (9.0, "")}


@pytest.mark.parametrize("measure", ["", "Care leavers in tuoch", "Potholes"])
def test_an_unknown_measure_leaves_the_row_out(tmp_path: Path, measure: str) -> None:
    text = f"{OTHER}\nFife | 31 March 2018 | {measure} | | 9 | | Report | 2019"
    reading = read_drawn(tmp_path, Other_measures=text)
    assert codes(reading) == [("unknown-measure", "Other measures", "C2")]
    assert len(reading.figures) == 0


def test_formulas_give_the_result_that_was_saved_with_them(tmp_path: Path) -> None:
    path = tmp_path / "calculated.xlsx"
    book = Workbook(path)
    sheet = book.add_worksheet("Placements")
    sheet.write_row(0, 0, ["Area", "Census date", "At home", "Total", "Source", "Published"])
    sheet.write_row(1, 0, ["Fife", "31 March 2018", 5])
    sheet.write_formula(1, 3, "=C2+7", None, 12)
    sheet.write_row(1, 4, ["Report", "2019"])
    sheet.write_row(2, 0, ["Fife", "31 March 2019", 5])
    sheet.write_formula(2, 3, "=C3/0", None, "#DIV/0!")
    sheet.write_row(2, 4, ["Report", "2019"])
    book.close()
    reading = read(path)
    assert said(reading) == {"C2": (5.0, ""), "D2": (12.0, ""), "C3": (5.0, "")}
    assert codes(reading) == [("error-cell", "Placements", "D3")]


def test_more_faults_than_anybody_reads_are_counted(tmp_path: Path) -> None:
    bad = "\n".join(f"Fife | 31 March 2018 | | {-n} | | Report | 2019 |" for n in range(1, 1004))
    reading = read_drawn(tmp_path, Placements=f"{HEADINGS}\n{bad}")
    assert len(reading.problems) == 1001
    assert reading.problems[-1].code == "more-problems"
    assert "3 more problems" in reading.problems[-1].found
