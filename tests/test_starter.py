"""The workbooks that the dashboard opens with hold the published figures, and nothing else."""

from functools import lru_cache
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from cpdash.areas import AREAS
from cpdash.figures import Holdings, latest, revisions
from cpdash.reading import Reading, read, read_folder

DATA = Path(__file__).parents[1] / "data"
STARTER = sorted((DATA / "starter").glob("*.xlsx"))
EXAMPLES = sorted(file for file in (DATA / "examples").glob("strathlorne-*.xlsx"))
SCOTLAND, ENGLAND, GLASGOW = "S92000003", "E92000001", "S12000049"


@lru_cache(maxsize=1)
def starter() -> Holdings:
    return read_folder([DATA / "starter"])


@lru_cache(maxsize=1)
def printed() -> pd.DataFrame:
    """Every starter figure with its edition's columns beside it, oldest edition first."""
    held = starter()
    return held.figures.merge(held.editions, on="edition").sort_values("published", kind="stable")


def said(
    area: str, day: str, category: str = "total", measure: str = "looked_after", file: str = ""
) -> list[float]:
    """What the editions say of one figure, oldest first."""
    rows = printed()
    rows = rows[
        rows["area"].eq(area)
        & rows["census_date"].eq(pd.Timestamp(day))
        & rows["category"].eq(category)
        & rows["measure"].eq(measure)
        & rows["file"].str.startswith(file)
    ]
    return rows["value"].tolist()


def test_the_starter_has_no_problems_at_all() -> None:
    assert [problem.sentence() for problem in starter().problems] == []
    assert len(starter().figures) == 1317


def test_the_strategys_figures_are_south_lanarkshires_own() -> None:
    own = printed()[printed()["file"].str.startswith("south-lanarkshire")]
    assert set(own["collection"]) == {"council"}
    assert set(own["census_date"]) == {pd.Timestamp(2018, 3, 31)}
    figures = dict(zip(own["measure"] + " " + own["category"], own["value"], strict=True))
    assert figures == {
        "looked_after at_home": 173,
        "looked_after kinship": 128,
        "looked_after foster": 206,
        "looked_after residential_not_secure": 72,
        "looked_after secure": 0,
        "looked_after total": 579,
        "aftercare_eligible total": 225,
    }
    assert 173 + 128 + 206 + 72 + 0 == 579


def test_south_lanarkshire_in_the_national_return() -> None:
    community = [440, 545, 526, 524, 478, 493, 485, 580, 652, 711]
    residential = [107, 72, 71, 71, 70, 70, 64, 75, 73, 75]
    for year, (outside, inside) in enumerate(zip(community, residential, strict=True), start=2011):
        day = f"{year}-07-31"
        assert said("S12000029", day, "community") == [outside]
        assert said("S12000029", day, "residential") == [inside]
        assert said("S12000029", day) == [outside + inside]
    assert said("S12000029", "2018-07-31") == [655]


def test_an_added_total_says_that_it_was_added() -> None:
    councils = printed()[printed()["file"].eq("scotland-councils-lgbf.xlsx")]
    assert set(councils.loc[councils["category"].eq("total"), "status"]) == {"d"}
    assert set(councils.loc[councils["category"].ne("total"), "status"]) == {"", "x", "e"}


@pytest.mark.parametrize("year", range(2011, 2021))
@pytest.mark.parametrize("category", ["community", "residential", "total"])
def test_the_32_councils_make_scotland(year: int, category: str) -> None:
    edition = printed()[printed()["published_text"].eq("January 2022")]
    rows = edition[
        edition["census_date"].eq(pd.Timestamp(year, 7, 31)) & edition["category"].eq(category)
    ]
    councils = rows[rows["area"].ne(SCOTLAND)]
    assert len(councils) == councils["area"].nunique() == 32
    assert councils["value"].sum() == rows.loc[rows["area"].eq(SCOTLAND), "value"].item()


def test_scotlands_totals_by_census() -> None:
    newest = latest(starter().figures, starter().editions)
    rows = newest[
        newest["area"].eq(SCOTLAND)
        & newest["measure"].eq("looked_after")
        & newest["category"].eq("total")
    ]
    dates = [str(day.date()) for day in rows["census_date"]]
    assert dates[:4] == ["2006-03-31", "2007-03-31", "2008-03-31", "2009-03-31"]
    assert dates[4:] == [f"{year}-07-31" for year in range(2010, 2025)]
    assert rows["value"].tolist() == [
        *(12_982, 14_060, 14_888, 15_287),
        *(15_892, 16_231, 16_248, 16_032, 15_600, 15_400, 15_317, 14_897, 14_554, 14_262),
        *(14_458, 13_255, 12_596, 12_084, 11_844),
    ]


@pytest.mark.parametrize(
    ("day", "category", "first", "last"),
    [
        ("2009-03-31", "total", 15_288, 15_287),
        ("2014-07-31", "total", 15_580, 15_600),
        ("2018-07-31", "total", 14_738, 14_554),
        ("2019-07-31", "total", 14_015, 14_262),
        ("2023-07-31", "total", 12_206, 12_084),
        ("2018-07-31", "community", 13_219, 13_042),
        ("2019-07-31", "community", 12_602, 12_814),
        ("2021-07-31", "community", 11_969, 11_933),
        ("2021-07-31", "residential", 1_286, 1_267),
        ("2021-07-31", "kinship", 4_399, 4_410),
        ("2021-07-31", "foster_authority", 3_160, 3_151),
        ("2021-07-31", "foster_purchased", 1_307, 1_295),
        ("2023-07-31", "residential", 1_320, 1_285),
    ],
)
def test_a_revision_keeps_what_was_said_first_and_last(
    day: str, category: str, first: int, last: int
) -> None:
    values = said(SCOTLAND, day, category)
    assert (values[0], values[-1]) == (first, last)
    table = revisions(starter().figures, starter().editions)
    row = table[
        table["area"].eq(SCOTLAND)
        & table["census_date"].eq(pd.Timestamp(day))
        & table["category"].eq(category)
    ]
    assert (row["first"].item(), row["last"].item()) == (first, last)


def test_a_figure_with_an_estimate_in_it_is_marked() -> None:
    rows = printed()[printed()["area"].eq(SCOTLAND) & printed()["status"].eq("e")]
    marked = set(zip(rows["census_date"].dt.year, rows["value"], strict=True))
    assert {(2018, 14_738.0), (2019, 14_015.0), (2024, 9_369.0), (2018, 6_109.0)} <= marked


@pytest.mark.parametrize("day", ["2011-07-31", "2020-07-31", "2021-07-31"])
def test_the_three_whole_tables_of_placement_types_add_up(day: str) -> None:
    edition = printed()[printed()["source"].str.contains("2020-21, Table 1.1")]
    rows = edition[edition["census_date"].eq(pd.Timestamp(day))].set_index("category")["value"]
    outside = "at_home kinship foster_authority foster_purchased adopters other_community".split()
    inside = "authority_home voluntary_home residential_school secure crisis other_residential"
    assert rows[outside].sum() == rows["community"]
    assert rows[inside.split()].sum() == rows["residential"]
    assert rows["community"] + rows["residential"] == rows["total"]
    assert set(rows.index) == {*outside, *inside.split(), "community", "residential", "total"}


def test_aftercare_rises_in_number_while_fewer_of_those_entitled_receive_it() -> None:
    eligible = {2009: 3_452, 2010: 3_918, 2013: 3_887, 2015: 3_599, 2016: 4_602, 2017: 5_653}
    eligible |= {2018: 6_109, 2019: 6_492, 2022: 8_132, 2023: 8_517, 2024: 9_369}
    receiving = {2019: 3_710, 2020: 4_129, 2021: 3_980, 2022: 4_108, 2023: 4_151, 2024: 4_454}
    newest = latest(starter().figures, starter().editions)
    for measure, numbers in (("aftercare_eligible", eligible), ("aftercare_receiving", receiving)):
        rows = newest[
            newest["area"].eq(SCOTLAND)
            & newest["measure"].eq(measure)
            & newest["category"].eq("total")
        ]
        assert dict(zip(rows["census_date"].dt.year, rows["value"], strict=True)) == numbers


def test_the_ages_of_2023_make_their_totals() -> None:
    ages = ["age_16", "age_17", "age_18", "age_19_21", "age_22_over"]
    for measure, total in (("aftercare_eligible", 8_517), ("aftercare_receiving", 4_151)):
        parts = [said(SCOTLAND, "2023-07-31", age, measure)[0] for age in ages]
        assert sum(parts) == total == said(SCOTLAND, "2023-07-31", "total", measure)[0]


def test_continuing_care() -> None:
    assert said(SCOTLAND, "2022-07-31", measure="continuing_care") == [696]
    assert said(SCOTLAND, "2023-07-31", measure="continuing_care") == [777]
    assert said(SCOTLAND, "2024-07-31", measure="continuing_care") == [1_115]
    assert said(SCOTLAND, "2024-07-31", measure="continuing_care_eligible") == [4_985]
    entered = [
        said(SCOTLAND, f"{year}-07-31", measure="continuing_care_entered")[0]
        for year in (2018, 2022, 2023, 2024)
    ]
    assert entered == [116, 255, 261, 315]
    for category, of in (("kinship", 336), ("foster", 267), ("residential", 308)):
        assert said(SCOTLAND, "2023-07-31", category, "continuing_care_leavers") == [of]
    assert said(SCOTLAND, "2023-07-31", measure="continuing_care_leavers")[0] == 336 + 267 + 308


def test_glasgows_missing_return_is_not_available_and_then_a_number() -> None:
    rows = printed()[
        printed()["area"].eq(GLASGOW) & printed()["census_date"].eq(pd.Timestamp(2018, 7, 31))
    ]
    first = rows[rows["published_text"].eq("January 2020")]
    assert first["value"].isna().all()
    assert first["status"].tolist() == ["x", "x"]
    last = rows[rows["published_text"].eq("January 2022")].set_index("category")["value"]
    assert last.to_dict() == {"community": 2_419, "residential": 226, "total": 2_645}
    assert said(GLASGOW, "2019-07-31", "community") == [2_116, 2_328]
    assert said(GLASGOW, "2019-07-31", "residential") == [160, 195]
    assert said(GLASGOW, "2010-07-31", measure="aftercare_eligible") == [835]


def test_england_by_release() -> None:
    assert said(ENGLAND, "2023-03-31") == [83_840, 83_760]
    assert said(ENGLAND, "2019-03-31") == [78_140]
    assert said(ENGLAND, "2024-03-31") == [83_630]
    assert said(ENGLAND, "2023-03-31", "foster") == [57_020, 56_650]
    # The first release grouped homes with semi-independent living, the second one with secure.
    assert said(ENGLAND, "2023-03-31", "homes_and_semi_independent") == [14_580]
    assert said(ENGLAND, "2023-03-31", "secure_and_childrens_homes") == [7_990]
    assert said(ENGLAND, "2023-03-31", "independent_and_supported") == [8_650]
    assert said(ENGLAND, "2024-03-31", "supported_accommodation") == [6_250]
    rows = printed()[printed()["area"].eq(ENGLAND) & printed()["status"].eq("z")]
    of_2024 = rows[rows["census_date"].eq(pd.Timestamp(2024, 3, 31))]
    assert set(of_2024["category"]) == {"semi_independent", "living_independently"}


def test_two_councils_that_answered_questions() -> None:
    moray = printed()[printed()["area"].eq("S12000020") & printed()["collection"].eq("council")]
    assert set(moray["census_date"]) == {pd.Timestamp(2024, 11, 21)}
    figures = moray.set_index("category")["value"].to_dict()
    assert figures.pop("total") == sum(figures.values()) == 177
    assert figures["foster_and_adopters"] == 54
    assert said("S12000026", "2021-09-03") == [135]


def test_what_is_doubtful_a_share_or_a_difference_is_not_there() -> None:
    assert 3_683 not in said(SCOTLAND, "2024-07-31", "foster")
    assert said(SCOTLAND, "2022-07-31", measure="aftercare_eligible") == [8_132, 8_132]
    values = starter().figures["value"].dropna()
    assert values.eq(values.round()).all()
    assert 4_366 not in values.tolist()
    for file in STARTER:
        for sheet in load_workbook(file).worksheets:
            cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
            assert not any("%" in cell.number_format for cell in cells)
            headings = [str(cell.value).casefold() for cell in cells if cell.row == 3]
            assert not any("%" in text or "percent" in text for text in headings)


def test_every_row_has_a_source_and_a_date_of_publication() -> None:
    editions = starter().editions
    assert editions["source"].str.len().min() > 20
    assert editions["published_text"].str.fullmatch(r"(\d{1,2} )?([A-Z][a-z]+ )?\d{4}").all()
    assert not editions["illustrative"].any()
    assert not editions["source"].str.endswith(".xlsx").any()


def test_nothing_was_published_before_it_was_counted() -> None:
    # A publication known by its year alone is dated the first of January.
    assert (printed()["published"] > printed()["census_date"]).sum() > 1_200
    early = printed()[printed()["published"] < printed()["census_date"]]
    assert set(early["published_text"]) <= {"2021", "2023", "2024"}
    assert early["census_date"].dt.year.eq(early["published"].dt.year).all()


@pytest.mark.parametrize("file", [*STARTER, *EXAMPLES], ids=lambda file: file.stem)
def test_every_figure_leads_to_the_cell_that_prints_it(file: Path) -> None:
    reading = read(file)
    book = load_workbook(file)
    for sheet, cell, value, status in zip(
        *(reading.figures[name] for name in ("sheet", "cell", "value", "status")), strict=True
    ):
        there = book[sheet][cell].value
        assert there == (value if value == value else status), (sheet, cell)
    assert len(reading.figures) > 0


def example(name: str) -> Reading:
    return read(DATA / "examples" / f"strathlorne-{name}.xlsx")


def test_the_examples_are_of_the_illustrative_council_and_say_so() -> None:
    for file in EXAMPLES:
        reading = read(file)
        assert {AREAS[code].kind for code in reading.figures["area"]} == {"illustrative"}
        assert reading.editions["illustrative"].all()
        assert reading.editions["source"].str.startswith("Illustrative: invented figures").all()
        assert set(reading.figures["collection"]) == {"council"}


def test_the_quarterly_example_has_ten_years_a_gap_a_break_and_figures_not_shown() -> None:
    reading = example("quarterly")
    assert reading.problems == ()
    totals = reading.figures[
        reading.figures["measure"].eq("looked_after") & reading.figures["category"].eq("total")
    ]
    ends = {str(day.date()) for day in totals["census_date"]}
    assert {"2016-09-30", "2026-09-30"} <= ends
    assert len(ends) == 40
    assert "2020-06-30" not in ends
    assert totals["value"].between(230, 310).all()
    assert set(reading.figures["status"]) == {"", "b", "c"}
    assert {"another_provider", "aftercare_eligible", "aftercare_receiving"} <= set(
        reading.figures["measure"]
    )


def test_the_parts_of_the_quarterly_example_make_its_totals() -> None:
    figures = example("quarterly").figures
    placements = figures[figures["measure"].eq("looked_after")]
    wide = placements.pivot(index="census_date", columns="category", values="value").dropna()
    assert len(wide) == 37
    assert wide.drop(columns="total").sum(axis="columns").eq(wide["total"]).all()


def test_the_correction_changes_the_last_year_and_nothing_else() -> None:
    holdings = read_folder(EXAMPLES[:2])
    changed = revisions(holdings.figures, holdings.editions)
    assert set(changed["census_date"].dt.year) <= {2025, 2026}
    totals = changed[changed["category"].eq("total") & changed["measure"].eq("looked_after")]
    assert len(totals) == 3
    assert (totals["last"] - totals["first"]).eq(2).all()


def test_the_example_with_faults_shows_each_and_keeps_the_good_rows() -> None:
    reading = example("with-faults")
    assert {problem.code for problem in reading.problems} == {
        "not-a-number",
        "negative",
        "fractional",
        "not-a-date",
        "unknown-area",
        "unknown-mark",
        "figure-twice",
        "figure-repeated",
        "parts-over-total",
        "parts-under-total",
    }
    assert reading.figures["census_date"].nunique() == 8
