"""Lists of single children are refused before anything of them is kept; tables of counts are not.

All names and numbers are invented.
"""

import random
import time
from collections.abc import Sequence
from dataclasses import astuple
from datetime import date

import pytest

from cpdash.sheets.personal.detection import Personal, child_level
from cpdash.sheets.sheet import Sheet
from tests.sheets import children


def found(*rows: Sequence[object], texts: Sequence[str] = ()) -> Personal | None:
    return child_level("return.xlsx", [Sheet("Sheet1", tuple(map(tuple, rows)))], texts)


@pytest.mark.parametrize(
    "heading",
    ["Child_Name", "CHILD NAME(S)", "YP Name", "First name", "Forename(s)", "Surname", "ChildName",
     "Child\u2019s name", "Young person's initials", "Enw'r plentyn", "Care leaver name"],
)  # fmt: skip
def test_a_column_headed_as_names_with_names_beneath_is_refused(heading: str) -> None:
    told = found(["Placement", heading], ["At home", "Xorlum Vek"], ["Foster", "Dorfen Pel"])
    reason = "a column headed as names of children or other persons"
    assert told == Personal("Sheet1", "B", "B1", reason)


@pytest.mark.parametrize(
    "heading",
    ["DOB", "D.O.B.", "Date-of-birth", "date_of_birth", "PersonBirthDate", "DOB (dd/mm/yyyy)",
     "Child DOB", "MC_DOB", "Dyddiad geni", "Date of birth 2"],
)  # fmt: skip
@pytest.mark.parametrize("day", [date(2012, 3, 4), "04/03/2012", "2012-03-04", 40972.0])
def test_a_column_headed_as_births_with_days_beneath_is_refused(heading: str, day: object) -> None:
    told = found([heading, "Placement"], [day, "At home"], [date(2011, 2, 3), "Foster"])
    assert told == Personal("Sheet1", "A", "A1", "a column headed as dates of birth")


@pytest.mark.parametrize(
    "heading",
    ["Child ID", "LAchildID", "Child's unique ID", "Swift ID", "LiquidLogic ID", "Mosaic No",
     "CareFirst No.", "Client ID", "Person ID", "NHS number", "CHI", "UPN", "LAC ID"],
)  # fmt: skip
def test_a_column_headed_as_identifiers_is_refused(heading: str) -> None:
    told = found([heading, "Placement"], [204511, "At home"], [204512, "Foster"])
    assert told is not None
    assert (told.column, told.cell) == ("A", "A1")


@pytest.mark.parametrize(
    "rows",
    [
        [["Date", "Legal"], ["of birth", "status"], [date(2010, 1, 2), "CSO"], [date(2012, 1, 9)]],
        [["Date"], ["of"], ["birth"], [date(2010, 1, 2)], [date(2012, 1, 9)]],
        [["Child", None], ["Sex", "Name"], ["M", "Xorlum Vek"], ["F", "Dorfen Pel"]],
    ],
)
def test_a_heading_may_be_split_over_rows(rows: list[list[object]]) -> None:
    assert found(*rows) is not None


def test_a_list_may_lie_on_its_side_or_be_a_form() -> None:
    told = found(["Placement", "Foster", "At home"], ["DOB", date(2010, 1, 2), date(2012, 1, 9)])
    assert told == Personal("Sheet1", "", "A2", "a column headed as dates of birth")
    assert found(["Name of child", "Xorlum Vek"], ["Date of birth", "2 January 2010"]) is not None


def test_a_list_below_a_table_or_on_a_hidden_sheet_is_found() -> None:
    table: list[tuple[object, ...]] = [
        ("Council", "Number"),
        *((f"Area {i}", i) for i in range(60)),
    ]
    listed = [(), ("Forename", "Placement"), ("Xorlum", "At home"), ("Dorfen", "Foster")]
    assert found(*table, *listed) is not None
    hidden = Sheet("Data", tuple(listed), hidden=True)
    told = child_level("return.xlsx", [Sheet("Summary", tuple(table)), hidden])
    assert told is not None
    assert (told.sheet, told.cell) == ("Data", "A2")


@pytest.mark.parametrize(
    ("heads", "values"),
    [
        (["CHILD", "DECOM", "RNE", "LS", "PLACE"], [range(101, 104), ["01/02/2020"], "S", "C2U"]),
        (["SEX", "ETHNIC", "LS", "PLACE"], ["121", ["WBRI"], ["C2", "V2", "C2"], ["U4", "K2"]]),
        (["Legal reason", "Type of placement", "Date placement started"],
         [["CSO"], ["Foster", "At home"], [date(2020, 1, 2), date(2021, 3, 9)]]),
        (["Ref", "Sex", "Age"], [["A1", "A2", "A3"], "MFM", [4, 9, 11]]),
        (["Initials", "Placement", "Legal status"], [["X V", "D P", "Q W"], ["Foster"], ["CSO"]]),
        (["Home postcode", "Sex", "Age"], [["ZZ1 1AA", "ZZ1 2AB", "ZZ2 1AA"], "FFM", [4, 9, 2]]),
    ],
)  # fmt: skip
def test_a_row_for_every_child_is_refused(
    heads: list[object], values: list[Sequence[object]]
) -> None:
    rows = [[column[row % len(column)] for column in values] for row in range(3)]
    assert found(heads, *rows) is not None


EXPORTS = [
    "Person Ref:id,Legal Status Desc:legal,Episode Start:event",
    "Swift Person No:id,Placement Desc:placement,LAC Start Date:event",
    "LAC no:id,Type:placement,Start:event,Sex:sex",
    "Child:name,Placement type:placement,Legal status:legal",
    "Client Ref:id,Worker:name,Type of Placement:placement",
    "Name:name,Age:age,Placement:placement,Weekly cost:age",
    "Ref:id,Sex:sex,Age:age,Length of time in care (months):age",
    "Child No.:id,Sex:sex,Age:age",
    "Family Name:name,Given Name:name",
    "Name of Young Person:name,Age:age",
]


@pytest.mark.parametrize("columns", EXPORTS)
def test_lists_as_councils_systems_write_them_are_refused(columns: str) -> None:
    rng = random.Random(7)
    heads, kinds = zip(*(column.split(":") for column in columns.split(",")), strict=True)
    rows = [[children.MAKERS[kind](rng) for kind in kinds] for _ in range(12)]
    assert found(heads, *rows) is not None


def test_counts_that_are_all_1_by_age_and_sex_are_children() -> None:
    rows = [["Fife", "M", age, 1] for age in range(8)]
    told = found(["Area", "Sex", "Age", "Number"], *rows)
    assert told is not None
    assert told.cell == "D1"
    assert found(["Area", "Sex", "Age", "Number"], *rows, ["Fife", "F", 3, 2]) is None


def test_numbers_of_persons_are_found_without_a_heading() -> None:
    rng = random.Random(4)
    for make in (children.health_number, children.pupil_number, children.insurance_number):
        told = found(*([category, make(rng)] for category in "abcdef"))
        assert told is not None
        assert (told.column, told.cell) == ("B", "")


def test_names_beside_days_of_birth_are_found_without_a_heading() -> None:
    births = [date(2010, 5, 3), date(2015, 6, 2), date(2011, 7, 8), date(2003, 2, 27)]
    names = ["Xorlum Vek", "Dorfen Pel", "Quinrov Wim", "Yatzor Gil"]
    assert found(*zip(names, births, strict=True)) is not None


@pytest.mark.parametrize(
    "texts",
    [
        ["Comment", "moved on, DOB 03/04/2012"],
        ["Surname", "Date of birth", "Placement"],
        ["1234567881", "2345678900", "Y111111111111", "AB123456C"],
    ],
)
def test_what_a_file_holds_out_of_sight_counts_too(texts: list[str]) -> None:
    told = found(["Council", "Number"], ["Fife", 20], texts=texts)
    assert told is not None
    assert told.sheet == ""


@pytest.mark.parametrize(
    "rows",
    [
        [["CHILD", "SEX", "DOB", "ETHNIC", "UPN"]],
        [["CHILD", "The child's own code"], ["DOB", "Date of birth"], ["UPN", "13 characters"],
         ["DECOM", "Date on which the episode began"]],
        [["SEX", "ETHNIC", "LS", "PLACE", "Count"], ["1", "WBRI", "C2", "U4", 34],
         ["2", "WBRI", "V2", "K2", 12]],
        [["Name", "Number"], ["Fife", 20], ["Moray", 3]],
        [["Council", "DOB missing", "UPN missing"], ["Fife", 3, 4], ["Moray", 2, 1]],
        [["Year of birth", "Number"], [2010, 30], [2011, 41]],
        [["Social worker", "Number of children"], ["Xorlum Vek", 20], ["Dorfen Pel", 2]],
        [["Service name", "Type", "Places"], ["The Vek", "Home", 4], ["The Pel", "Home", 6]],
        [["Provider", "Placement type", "Contract start date"], ["Vek Ltd", "Foster",
         date(2020, 1, 2)], ["Pel Ltd", "Home", date(2021, 3, 4)]],
        [["Code", "Placement type", "Legal status"], ["K1", "Secure", "C2"], ["U1", "Kin", "V2"]],
        [["Area", "England number", "NI number"], ["2018", 70440, 2325], ["2019", 75420, 3109]],
        [["Version", "User name", "Change"], [1, "Xorlum Vek", "New"], [2, "Dorfen Pel", "Mend"]],
        [["Parent code", "Name", "Code"], ["E12000001", "Leeds", "E08000035"],
         ["E12000003", "York", "E06000014"]],
        [["Children", None], ["No.", "%"], [2045, 30], [1032, 15]],
        [["Area", "year", "category", "number"], *(["Fife", 2020, c, 1] for c in "abcdefgh")],
        [["Child's name", "DOB"], ["[c]", "[c]"], ["[c]", "[c]"]],
    ],
)  # fmt: skip
def test_tables_and_lists_of_other_things_are_not_refused(rows: list[list[object]]) -> None:
    assert found(*rows) is None


def test_nearly_every_random_list_of_children_is_found() -> None:
    missed = [
        seed
        for seed in range(200)
        if not child_level("list.xlsx", [children.child_list(random.Random(seed))[0]])
    ]
    assert len(missed) <= 4


def test_no_random_table_of_counts_is_refused() -> None:
    for seed in range(200):
        assert child_level("t.xlsx", [children.counts(random.Random(seed), seed)]) is None, seed


def test_no_value_of_a_list_is_repeated_in_what_is_said_about_it() -> None:
    for seed in range(200):
        sheet, canaries = children.child_list(random.Random(seed))
        told = child_level("list.xlsx", [sheet])
        said = " ".join(astuple(told)) if told else ""
        assert not [canary for canary in canaries if canary in said], seed


def test_the_name_of_a_sheet_that_holds_a_birth_is_not_repeated() -> None:
    sheet = Sheet("Vek DOB 03-04-2012", (("DOB",), (date(2012, 4, 3),), (date(2012, 4, 4),)))
    told = child_level("list.xlsx", [sheet])
    assert told is not None
    assert told.sheet == ""


@pytest.mark.parametrize("shape", [(20_000, 10), (50, 4_000)])
def test_a_large_workbook_takes_no_long_time(shape: tuple[int, int]) -> None:
    height, width = shape
    row = tuple(float(column) for column in range(width))
    sheet = Sheet("Table", (tuple(f"Number {i}" for i in range(width)), *([row] * height)))
    began = time.perf_counter()
    assert child_level("large.xlsx", [sheet]) is None
    assert time.perf_counter() - began < 2
