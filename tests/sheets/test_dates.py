"""One census has many labels; a range of years has none."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdash.sheets.words.dates import When, census_date, when_of, whens, whens_in_file_name

ENGLAND, SCOTLAND = "England", "Scotland"


def meant(text: str, country: str = SCOTLAND) -> date | None:
    when = when_of(text)
    assert when is not None, text
    return census_date(when, country)


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("2018-19", date(2019, 7, 31)),
        ("2018/19", date(2019, 7, 31)),
        ("2018\u201319", date(2019, 7, 31)),
        ("2018-2019", date(2019, 7, 31)),
        ("2018 to 2019", date(2019, 7, 31)),
        ("FY2018/19", date(2019, 7, 31)),
        ("201819", date(2019, 7, 31)),
        ("2009-10", date(2010, 7, 31)),
        ("2008-09", date(2009, 3, 31)),
        ("1999-00", date(2000, 3, 31)),
        ("2018", date(2018, 7, 31)),
        ("y2018", date(2018, 7, 31)),
        ("Year 2010", date(2010, 7, 31)),
        ("2009", date(2009, 3, 31)),
        ("2006", date(2006, 3, 31)),
    ],
)
def test_a_year_label_of_scotland_means_its_31_july_from_2010_on(label: str, day: date) -> None:
    assert meant(label, SCOTLAND) == day


@pytest.mark.parametrize("country", [ENGLAND, "Wales", "Northern Ireland"])
@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("2018", date(2018, 3, 31)),
        ("2018-19", date(2019, 3, 31)),
        ("201819", date(2019, 3, 31)),
        ("Reporting year 2024", date(2024, 3, 31)),
        ("2009", date(2009, 3, 31)),
    ],
)
def test_elsewhere_a_year_label_means_31_march(country: str, label: str, day: date) -> None:
    assert meant(label, country) == day


def test_a_year_of_an_unknown_country_is_no_day() -> None:
    assert meant("2018", "") is None
    assert meant("2018", "France") is None
    assert meant("31 March 2018", "") == date(2018, 3, 31)


@pytest.mark.parametrize(
    "label",
    [
        "31 March 2018",
        "31st March 2018",
        "31st of March, 2018",
        "March 31, 2018",
        "31 Mar 2018",
        "31-Mar-18",
        "31/03/2018",
        "31/3/18",
        "31.3.18",
        "31.03.2018",
        "2018-03-31",
        "2018-03-31 00:00:00",
        "March 2018",
        "Mar-18",
        "Mar 2018",
        "at 31 March 2018",
        "as at 31 March 2018",
        "As at the 31st March 2018",
        "on 31 March 2018",
        "Year ending 31 March 2018",
        "Year ended 31 March 2018",
        "Quarter ending 31 March 2018",
        "31MAR_2018",
        "31 March 2018 [Note 1]",
        "31 March 2018 (1)",
        "31 March 2018¹",
        "Q4 2017/18",
        "2017-18 Q4",
        "Quarter 4 2017-18",
        "Quarter 4, 2017/18",
    ],
)
def test_a_day_that_is_said_outright_is_that_day_in_every_country(label: str) -> None:
    assert meant(label, SCOTLAND) == meant(label, ENGLAND) == date(2018, 3, 31)


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("Q1 2019/20", date(2019, 6, 30)),
        ("Q2 2019/20", date(2019, 9, 30)),
        ("2019/20 Q2", date(2019, 9, 30)),
        ("Q3 2019-20", date(2019, 12, 31)),
        ("Q4 2019-20", date(2020, 3, 31)),
        ("Feb 2020", date(2020, 2, 29)),
        ("03/04/2018", date(2018, 4, 3)),
        ("30 June 2019", date(2019, 6, 30)),
    ],
)
def test_a_quarter_is_one_of_the_financial_year(label: str, day: date) -> None:
    assert meant(label) == day


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("Years ending 31 March 2011 to 2015", (2011, 2015)),
        ("2010-14", (2010, 2014)),
        ("2013-2015", (2013, 2015)),
        ("2018-20", (2018, 2020)),
        ("2010 to 2024", (2010, 2024)),
        ("from 2010 to 2024", (2010, 2024)),
        ("2008-09 to 2018-19", (2008, 2019)),
        ("1 April 2017 to 31 March 2018", (2017, 2018)),
        ("between 1 April 2017 and 31 March 2018", (2017, 2018)),
        ("1 April - 30 June 2019", (2019, 2019)),
        ("August 2018 - July 2019", (2018, 2019)),
        ("31 July 2011 to 2020", (2011, 2020)),
        ("03/31/2018", (2018, 2018)),
        ("29/02/2019", (2019, 2019)),
        ("2018-03", (2018, 2018)),
        ("Q2 2019", (2019, 2019)),
        ("FY2019", (2019, 2019)),
    ],
)
def test_a_range_or_an_unclear_date_is_no_single_census(label: str, span: tuple[int, int]) -> None:
    found, rest = whens(label)
    assert found == (When(span=span),)
    assert rest == ""
    assert all(census_date(found[0], country) is None for country in (SCOTLAND, ENGLAND))


@pytest.mark.parametrize(
    "text",
    [
        "10,000",
        "1,000",
        "2,018",
        "2018.5",
        "2018%",
        "£2018",
        "Table 2.1",
        "Table 1.2.13",
        "aged 16 to 17",
        "under 18",
        "section 20",
        "13 weeks",
        "10 to 15 years",
        "31 March",
        "20191",
        "201812",
        "20150930",
        "S12000029",
        "SFR 106/2019",
        "since 2015",
        "before April 2015",
        "Children (Scotland) Act 1995",
        "S20 CA 1989",
        "Published 22 April 2025",
        "Last updated March 2020",
        "Mar 18",
    ],
)
def test_what_is_no_date_of_a_count_is_left_in_its_text(text: str) -> None:
    assert whens(text) == ((), text)


@pytest.mark.parametrize(
    ("label", "year", "rest"),
    [
        ("CLA2015", 2015, "CLA"),
        ("no_cla_2015", 2015, "no_cla"),
        ("pl2018", 2018, "pl"),
        ("2015_foster", 2015, "foster"),
        ("Foster care 2019", 2019, "Foster care"),
        ("Foster care (2019)", 2019, "Foster care"),
        ("Years: 2015", 2015, ""),
    ],
)
def test_a_year_inside_a_heading_is_found_and_the_rest_kept(
    label: str, year: int, rest: str
) -> None:
    assert whens(label) == ((When(year=year),), rest)


def test_a_day_inside_a_heading_is_found_and_the_rest_kept() -> None:
    at_march = (When(day=date(2015, 3, 31)),)
    assert whens("CLA_Mar2015") == (at_march, "CLA")
    assert whens("All children looked after at 31 March 2015") == (
        at_march,
        "All children looked after",
    )
    assert whens("CHN9 2018-19") == ((When(last_year=2019),), "CHN9")


def test_children_looked_after_during_a_year_still_say_so() -> None:
    _, rest = whens("Children looked after during the year ending 31 March 2015")
    assert rest == "Children looked after during"


def test_several_dates_are_all_given_so_that_none_is_taken_for_the_whole() -> None:
    assert whens("2018 and 2019") == ((When(year=2018), When(year=2019)), "")
    assert len(whens("at 31 March 2014, 2015 and 2016")[0]) == 3
    assert when_of("2018 and 2019") is None
    found, rest = whens("Children looked after at 31 March 2015 by age, 2011 to 2015")
    assert found == (When(day=date(2015, 3, 31)), When(span=(2011, 2015)))
    assert rest == "Children looked after by age"


@pytest.mark.parametrize(
    ("label", "when"),
    [
        ("2018p", When(year=2018, status="p")),
        ("2018 (p)", When(year=2018, status="p")),
        ("2018[r]", When(year=2018)),
        ("2018r", When(year=2018)),
        ("2018e", When(year=2018, status="e")),
        ("2019-20 (provisional)", When(last_year=2020, status="p")),
        ("31 July 2019 (p)", When(day=date(2019, 7, 31), status="p")),
    ],
)
def test_a_year_may_carry_a_mark(label: str, when: When) -> None:
    assert when_of(label) == when


@pytest.mark.parametrize("day", ["31 March 2024", "31/03/2024", "2024-03-31", "2023-24"])
def test_the_months_before_a_day_are_not_read_as_the_day(day: str) -> None:
    found, rest = whens(f"12 months to {day}")
    assert "12 months" in rest
    assert all(when.day in (None, date(2024, 3, 31)) for when in found)


@pytest.mark.parametrize(
    ("cell", "when"),
    [
        (2018, When(year=2018)),
        (2018.0, When(year=2018)),
        (201819, When(last_year=2019)),
        (date(2018, 3, 31), When(day=date(2018, 3, 31))),
        (datetime(2018, 3, 31), When(day=date(2018, 3, 31))),
        ("2018 [note 2]", When(year=2018)),
        ("2018*", When(year=2018)),
        (1989, None),
        (2101, None),
        (2018.5, None),
        (201812, None),
        (43190, None),
        (True, None),
        (None, None),
        (float("nan"), None),
        (float("inf"), None),
        ("Foster care 2018", None),
        ("", None),
    ],
)
def test_a_cell_is_a_date_when_it_is_nothing_else(cell: object, when: When | None) -> None:
    assert when_of(cell) == when


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("CLA_31MAR_2010.csv", (When(day=date(2010, 3, 31)),)),
        ("SFR34_CLA2015.csv", (When(year=2015),)),
        ("lac-2019-20.xlsx", (When(last_year=2020),)),
        ("lac 2019-20 v2 (1).xlsx", (When(last_year=2020),)),
        ("Table 1.1 2023-24.xlsx", (When(last_year=2024),)),
        ("as at 31.07.2019.xlsx", (When(day=date(2019, 7, 31)),)),
        ("folder 2011/2018_2019-08-01.xls", (When(year=2018),)),
        ("folder 2011\\returns March 2019.xlsx", (When(day=date(2019, 3, 31)),)),
        ("20150930.csv", ()),
        ("report 2019-09-30.xlsx", ()),
        ("SFR34_v2.csv", ()),
        ("", ()),
    ],
)
def test_a_file_name_may_say_the_census_but_not_by_its_stamp(
    name: str, found: tuple[When, ...]
) -> None:
    assert whens_in_file_name(name) == found


@given(st.text(max_size=60) | st.text("0123456789 -/.,toQMarchJuly_()", max_size=30))
def test_no_text_is_too_strange_and_every_year_that_is_said_was_printed(text: str) -> None:
    found, rest = whens(text)
    assert isinstance(rest, str)
    for when in found:
        if when.year is not None:
            assert str(when.year) in text.translate({ord("\u200b"): None}) or not text.isascii()
