"""Published files say what their publishers say they do, where copies of them are at hand.

The numbers were looked up in the files by eye; none of the files is kept here.
"""

import csv
import os
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cpdash.areas import AREAS
from cpdash.sheets.census import understand
from tests.sheets.told import TODAY, Told, of, placed

REAL = Path(os.environ.get("CPDASH_REAL", Path(__file__).parents[3] / "shared" / "real"))
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason=f"no published files in {REAL}")

TABLES_2015 = "england-la-tables-2015.xlsx"
UNDERLYING_2015 = "SFR34_CLA2015.csv"
LGBF = "scotland-lgbf-raw-data-2020-01.xlsx"
RELEASE_2023 = "england-national-characteristics-2023-release.csv"
RELEASE_2024 = "england-national-characteristics-2024-release.csv"
IN_TOUCH = "england-la-care-leavers-in-touch-2024-release.csv"
WALES_2010 = "CLA_31MAR_2010.csv"
NO_HEADINGS = "scotland-table-1-1-to-2017-no-header.csv"

COUNTED_2015 = ["area", "date", "collection", "measure", "category", "value", "status", "sheet"]


@cache
def answer(name: str) -> dict[str, Any]:
    return understand(name, (REAL / name).read_bytes(), {"today": TODAY})


@cache
def told(name: str) -> Told:
    return of(answer(name))


def counts(name: str) -> list[dict[str, Any]]:
    """The counts of a file, each with its first few properties by name."""
    return [
        dict(zip(COUNTED_2015, figure, strict=False))
        for figure in zip(*answer(name)["figures"], strict=True)
        if figure[-1] == "count"
    ]


def of_councils(name: str, **wanted: str) -> list[dict[str, Any]]:
    return [
        figure
        for figure in counts(name)
        if AREAS[figure["area"]].kind == "council"
        and all(figure[key] == value for key, value in wanted.items())
    ]


def test_england_s_tables_of_2015_say_where_children_lived() -> None:
    assert placed(told(TABLES_2015), "England", "2015-03-31") == {
        "total": 69_540,
        "foster": 52_050,
        "adopters": 3_320,
        "at_home": 3_510,
        "other_community": 2_280,
        "homes_and_semi_independent": 6_570,
        "other_residential": 1_080,
        "residential_school": 670,
        "other": 70,
    }


@pytest.mark.parametrize(
    ("area", "category", "children"),
    [
        ("Leeds", "total", 1_245),
        ("Leeds", "foster", 990),
        ("Leeds", "adopters", 60),
        ("Leeds", "at_home", 85),
        ("Kent", "foster", 1_380),
        ("City of London", "total", 10),
        ("City of London", "at_home", 0),
        ("Isles of Scilly", "total", 0),
    ],
)
def test_a_council_s_row_of_2015_is_its_own(area: str, category: str, children: int) -> None:
    assert placed(told(TABLES_2015), area, "2015-03-31")[category] == children


def test_the_authorities_of_2015_add_to_what_rounding_leaves_of_england() -> None:
    totals = of_councils(TABLES_2015, measure="looked_after", category="total", date="2015-03-31")
    assert len(totals) == 152
    assert sum(figure["value"] for figure in totals) == 69_530


def test_what_is_withheld_in_the_table_of_placements_is_withheld_by_its_own_legend() -> None:
    withheld = Counter(f["status"] for f in of_councils(TABLES_2015, sheet="LAA3") if f["status"])
    assert withheld == {"c": 329}


def test_no_percentage_of_2015_is_read_as_a_count() -> None:
    columns: dict[str, set[str]] = {"count": set(), "percent": set()}
    for *_, sheet, cell, _, _, _, _, _, unit in zip(*answer(TABLES_2015)["figures"], strict=True):
        if sheet == "LAA3":
            columns[unit].add(cell.rstrip("0123456789"))
    assert columns["count"] <= set("EGHIJKLMN")
    assert columns["percent"] <= set("PRSTUVWXY")


def test_england_s_series_to_2015_stands_under_its_years() -> None:
    series = {
        day: said
        for (area, day, measure, category), said in told(TABLES_2015).figures.items()
        if (area, measure, category) == ("England", "looked_after", "total")
    }
    assert series == {
        "2011-03-31": 65_510,
        "2012-03-31": 67_070,
        "2013-03-31": 68_060,
        "2014-03-31": 68_800,
        "2015-03-31": 69_540,
    }


@pytest.mark.parametrize(
    ("age", "people"), [("age_19", 8_600), ("age_20", 8_820), ("age_21", 8_910)]
)
def test_care_leavers_of_2015_are_counted_by_their_age(age: str, people: int) -> None:
    assert told(TABLES_2015).figures["England", "2015-03-31", "care_leavers", age] == people


def test_tables_of_other_children_in_the_same_workbook_give_no_figure() -> None:
    read = {sheet: figures for sheet, *_, figures, _ in answer(TABLES_2015)["tables"]}
    others = "LAA4 LAA6 LAB1 LAB2 LAC1 LAC2 LAD1 LAD2 LAE1 LAG1 LAI1 LAI2 LAI3 LAI4".split()
    assert {read[sheet] for sheet in others} == {0}


def test_the_underlying_data_of_2015_are_not_rounded_for_councils() -> None:
    england = placed(told(UNDERLYING_2015), "England", "2015-03-31")
    assert (england["total"], england["foster"]) == (69_540, 52_050)
    leeds = placed(told(UNDERLYING_2015), "Leeds", "2015-03-31")
    assert (leeds["total"], leeds["foster"], leeds["adopters"]) == (1_245, 991, 61)


def test_each_mark_of_the_underlying_data_in_a_column_of_ours_is_a_mark_of_ours() -> None:
    with (REAL / UNDERLYING_2015).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    ours = "Mar2015 Fost Adopt Parent Ocom Secure Ores RSch OthPl".split()
    assert sum(text == "x" for row in rows for text in row.values()) == 1_328
    marked = sum(row[f"CLA_{column}"] == "x" for row in rows for column in ours)
    assert marked == 351
    assert Counter(figure["status"] for figure in counts(UNDERLYING_2015)) == {
        "x": marked,
        "": len(rows) * len(ours) - marked,
    }


@pytest.mark.parametrize(
    ("area", "day", "residential", "community"),
    [
        ("Scotland", "2019-07-31", 1_413, 12_602),
        ("Fife", "2019-07-31", 134, 801),
        ("Shetland Islands", "2019-07-31", 7, 27),
        ("Glasgow City", "2018-07-31", "x", "x"),
        ("Scotland", "2018-07-31", 1_519, 13_219),
        ("South Lanarkshire", "2011-07-31", 107, 440),
        ("South Lanarkshire", "2017-07-31", 64, 485),
    ],
)
def test_the_benchmarking_workbook_counts_two_halves_of_each_council(
    area: str, day: str, residential: float | str, community: float | str
) -> None:
    said = {"residential": residential, "community": community}
    assert placed(told(LGBF), area, day) == said


def test_the_benchmarking_workbook_has_32_councils_and_scotland_in_each_year() -> None:
    rows = Counter(figure["date"] for figure in counts(LGBF))
    assert {day: rows[day] for day in rows if day < "2020"} == {
        f"{year}-07-31": 66 for year in range(2011, 2020)
    }


TOPS_2023 = (
    "foster adopters at_home other_community homes_and_semi_independent other_residential"
    " residential_school other".split()
)
TOPS_2024 = (
    "foster adopters at_home secure_and_childrens_homes independent_and_supported"
    " other_residential residential_school other".split()
)


@pytest.mark.parametrize(
    ("release", "day", "tops", "total", "foster", "rounding"),
    [
        (RELEASE_2023, "2023-03-31", TOPS_2023, 83_840, 57_020, 10),
        (RELEASE_2024, "2023-03-31", TOPS_2024, 83_760, 56_650, 10),
        (RELEASE_2024, "2024-03-31", TOPS_2024, 83_630, 56_390, 0),
    ],
)
def test_england_s_numbered_groups_add_to_its_total(
    release: str, day: str, tops: list[str], total: int, foster: int, rounding: int
) -> None:
    said = placed(told(release), "England", day)
    assert (said["total"], said["foster"]) == (total, foster)
    assert abs(sum(float(said[top]) for top in tops) - total) <= rounding


def test_a_part_of_a_numbered_group_is_never_taken_for_a_group() -> None:
    said = placed(told(RELEASE_2024), "England", "2024-03-31")
    assert {code: said[code] for code in said if code not in (*TOPS_2024, "total")} == {
        "childrens_homes": 8_540,
        "semi_independent": "z",
        "living_independently": "z",
        "supported_accommodation": 6_250,
    }


def test_wales_of_2010_is_read_though_its_headings_are_girls_and_boys_by_age() -> None:
    figures = told(WALES_2010).figures
    assert figures["Wales", "2010-03-31", "looked_after", "total"] == 5_160
    assert figures["Isle of Anglesey", "2010-03-31", "looked_after", "total"] == 75
    assert len(figures) == 23


@pytest.mark.parametrize(
    ("measure", "age", "people"),
    [
        ("care_leavers", "age_17_18", 14_300),
        ("care_leavers_in_touch", "age_17_18", 13_370),
        ("care_leavers", "age_19_21", 36_370),
        ("care_leavers_in_touch", "age_19_21", 33_420),
    ],
)
def test_care_leavers_in_touch_are_a_part_of_all_care_leavers(
    measure: str, age: str, people: int
) -> None:
    assert told(IN_TOUCH).figures["England", "2024-03-31", measure, age] == people


def test_numbers_without_any_heading_are_declined() -> None:
    declined = told(NO_HEADINGS)
    assert not declined.figures
    assert not declined.rates
    assert declined.left == ["no headings stand above its numbers"]
    assert [code for code, *_ in declined.codes] == ["nothing-ours"]
    assert "no headings stand above its numbers" in declined.problems[0]


@pytest.mark.parametrize(
    "name",
    [TABLES_2015, UNDERLYING_2015, LGBF, RELEASE_2023, RELEASE_2024, IN_TOUCH, WALES_2010],
)
def test_no_part_of_a_published_file_is_greater_than_its_whole(name: str) -> None:
    wholes = {
        (figure["area"], figure["date"], figure["measure"]): figure["value"]
        for figure in counts(name)
        if figure["category"] == "total" and figure["value"] is not None
    }
    for figure in counts(name):
        whole = wholes.get((figure["area"], figure["date"], figure["measure"]))
        assert whole is None or figure["value"] is None or figure["value"] <= whole, figure
