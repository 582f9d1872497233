"""Lines of text between rows hold for all the rows below them, until a line of their own sort.

Every number was made up for its test.
"""

import pytest

from tests.sheets.told import Told, placed, told

FIFE = "Looked after children in Fife"
JULY = f"{FIFE} at 31 July 2020"
ALL_COUNCILS = "Looked after children at 31 July 2020"


def fife(read: Told, day: str = "2020-07-31") -> dict[str, float | str]:
    return placed(read, "Fife", day)


def codes(read: Told) -> list[tuple[str, str]]:
    return [(code, cell) for code, _, cell in read.codes]


def homes(number: int) -> str:
    """Two groups of places, with `number` children in the first and one fewer in the other."""
    return f"Community\nFoster|{number}\nResidential\nChildren's home|{number - 1}\n"


def test_a_date_holds_for_every_group_of_places_below_it() -> None:
    table = f"Placement|Number\n31 July 2019\n{homes(60)}31 July 2020\n{homes(70)}"
    read = told(T=f"{FIFE} at 31 July 2021\n{table}")
    assert fife(read, "2019-07-31") == {"foster": 60, "childrens_homes": 59}
    assert fife(read) == {"foster": 70, "childrens_homes": 69}
    assert fife(read, "2021-07-31") == {}


@pytest.mark.parametrize("some", ["Girls", "Levenmouth", "UASC", "Aged under 5"])
def test_some_of_the_people_are_so_in_every_group_of_places_below_them(some: str) -> None:
    read = told(T=f"{JULY}\nPlacement|Number\nFoster|90\n{some}\n{homes(60)}")
    assert fife(read) == {"foster": 90}


def test_until_all_of_them_are_named() -> None:
    table = f"Placement|Number\nGirls\n{homes(60)}Boys\n{homes(50)}All children\n{homes(111)}"
    assert fife(told(T=f"{JULY}\n{table}")) == {"foster": 111, "childrens_homes": 110}


@pytest.mark.parametrize(
    "line", ["£000", "£", "Cost", "Cost (£)", "£'000", "000s", "Average weekly cost", "Spend"]
)
def test_what_stands_below_a_line_about_money_is_no_count(line: str) -> None:
    nested = told(T=f"{JULY}\nPlacement|Number\nNumber\n{homes(60)}{line}\n{homes(50)}")
    assert fife(nested) == {"foster": 60, "childrens_homes": 59}
    assert not told(T=f"{JULY}\nPlacement|Number\n{line}\nFoster|60\nKinship|41").figures
    rows = "Council|2019|2020\n{}Fife|31|41\nAngus|32|42"
    assert not told(T=f"{ALL_COUNCILS}\n{rows.format(line + chr(10))}").figures
    assert not told(T=f"{ALL_COUNCILS}\n{line}\n{rows.format('')}").figures


@pytest.mark.parametrize(("line", "unit"), [("Percentages", "percent"), ("Rate per 1,000", "rate")])
def test_what_stands_below_a_line_about_shares_is_one_in_every_group(line: str, unit: str) -> None:
    table = f"Placement|2020\nNumber\n{homes(60)}{line}\n{homes(50)}"
    read = told(T=f"{FIFE}\n{table}")
    assert fife(read) == {"foster": 60, "childrens_homes": 59}
    assert {(c, u): said for (_, _, _, c, u), said in read.rates.items()} == {
        ("foster", unit): 50,
        ("childrens_homes", unit): 49,
    }


def test_a_line_that_names_a_council_is_the_area_of_the_rows_below_it() -> None:
    table = "Placement|Number\nFife\nFoster|60\nKinship|41\nAngus\nFoster|61\nKinship|42"
    read = told(T=f"Looked after children in Scotland at 31 July 2020\n{table}")
    assert fife(read) == {"foster": 60, "kinship": 41}
    assert placed(read, "Angus", "2020-07-31") == {"foster": 61, "kinship": 42}
    assert placed(read, "Scotland", "2020-07-31") == {}


def test_a_council_and_a_year_in_one_line_are_both_heard() -> None:
    table = "Placement|Number\nFife 2019\nFoster|60\nFife 2020\nFoster|61"
    read = told(T=f"Looked after children in Scotland at 31 July 2021\n{table}")
    assert read.figures == {
        ("Fife", "2019-07-31", "looked_after", "foster"): 60,
        ("Fife", "2020-07-31", "looked_after", "foster"): 61,
    }


def test_a_total_below_a_line_that_only_says_when_is_everyone_s() -> None:
    table = "Placement|Number\n31 July 2019\nFoster|60\nTotal|90\n31 July 2020\nFoster|61"
    read = told(T=f"{FIFE}\n{table}")
    assert fife(read, "2019-07-31") == {"foster": 60, "total": 90}
    assert fife(read) == {"foster": 61}


def test_a_total_below_the_last_of_several_councils_may_be_that_of_all() -> None:
    table = "Placement|Number\nFife\nFoster|60\nAngus\nFoster|61\nTotal|121"
    read = told(T=f"{ALL_COUNCILS}\n{table}")
    assert set(read.figures.values()) == {60, 61}
