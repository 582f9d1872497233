"""Tables as they were found in published files, drawn small, with numbers of their own."""

import pytest

from cpdash.sheets.words.labels import find
from cpdash.sheets.words.populations import population
from cpdash.sheets.words.titles import of_title
from tests.sheets.told import csv, placed, told

COLUMNS = "time_period,geographic_level,country_code,country_name,"
ENGLAND = "2023,National,E92000001,England,"


@pytest.mark.parametrize(
    "title",
    [
        "Children looked after for 2 years at 31 March 2020",
        "CLA 2 years on 31 March",
        "Children looked after for five years, 31 March 2021",
        "Number of looked after children in the year",
        "Number of looked after children over the year",
        "Looked after children by area of placement",
        "Children looked after at 31 March 2023 by local authority of placement",
    ],
)
def test_a_title_of_other_children_is_not_hidden_by_known_words(title: str) -> None:
    counted = of_title(title)
    assert counted is not None
    assert not counted.measure


@pytest.mark.parametrize(
    "heading", ["CLA 2 years on 31 March", "Number of looked after children over the year"]
)
def test_a_heading_of_other_children_counts_nobody(heading: str) -> None:
    assert population(heading) is None


@pytest.mark.parametrize(
    "title",
    [
        "Number and rate per 1,000 of children looked after by local authority, 31 July 2022",
        "Rate of looked after children per 10,000 population aged 0-17",
        "Number of Children in Care by HSC Trust and Placement Type at 31 March 2023",
        "Please provide the number of looked after children on 31 July in each of the last five"
        " years, by placement type",
        "How many looked after children did the council have on 31 July 2023?",
        "West Lothian Council - Looked after children - quarterly return",
        "Number of looked after children by statutory reason and accommodation type",
    ],
)
def test_a_title_of_all_children_is_known_in_other_words(title: str) -> None:
    counted = of_title(title)
    assert counted is not None
    assert counted.measure == "looked_after"


@pytest.mark.parametrize(
    "name",
    [
        "Children looked after in England including adoptions",
        "Children looked after in England (including adoption), year ending 31 March 2024",
        "Children\u2019s Social Work Statistics, Scotland, 2022-23",
    ],
)
def test_the_name_of_a_publication_says_nothing_of_a_table_in_it(name: str) -> None:
    assert of_title(name) is None


@pytest.mark.parametrize("country", ["", "Scotland", "England", "Wales"])
def test_the_others_of_a_part_are_no_category_of_their_own(country: str) -> None:
    said = find("of which: other", country, "total")
    assert said is not None
    assert said.kind == "finer"


def test_the_others_beside_a_part_of_foster_care_are_left_out() -> None:
    read = told(
        T="""
        Children looked after at 31 March 2023, Wales
        Local authority|Foster placements|of which: kinship|of which: other|Residential|Total
        Cardiff|70|25|45|11|104
        Powys|15|5|10|2|23
        """
    )
    assert placed(read, "Cardiff", "2023-03-31") == {"foster": 70, "residential": 11, "total": 104}


def test_children_of_several_years_in_care_are_not_all_children() -> None:
    read = csv(
        f"{COLUMNS}population_count,number\n"
        f"{ENGLAND}Children looked after at 31 March,800\n"
        f"{ENGLAND}CLA 2 years on 31 March,590\n"
        f"{ENGLAND}Children starting to be looked after during the year,300\n"
    )
    assert set(read.figures.values()) == {800}


SISTERS = COLUMNS + "cla_group,characteristic,number\n" + "".join(
    f"{ENGLAND}{{}},{place},{number}\n"
    for place, number in (("1. Foster placements", 27), ("5. Other placements", 3), ("Total", 72))
)  # fmt: skip


def test_open_data_are_of_all_children_by_the_name_of_their_breakdown() -> None:
    assert placed(csv(SISTERS.format(*["Placement"] * 3)), "England", "2023-03-31") == {
        "foster": 27,
        "other": 3,
        "total": 72,
    }


@pytest.mark.parametrize("breakdown", ["Placements", "Placement group", "Age on starting"])
def test_a_sister_file_of_the_open_data_counts_other_children(breakdown: str) -> None:
    assert not csv(SISTERS.format(*[breakdown] * 3)).figures


def test_the_headline_of_the_open_data_is_told_apart_from_starts_and_ends() -> None:
    read = csv(
        f"{COLUMNS}cla_31_march,cla_ceasing,cla_starting,cla_march_rate,cla_uasc\n"
        f"{ENGLAND}8217,3007,3101,70,557\n"
    )
    assert read.figures == {("England", "2023-03-31", "looked_after", "total"): 8217}
    assert read.rates == {("England", "2023-03-31", "looked_after", "total", "rate"): 70}


def test_the_total_of_the_underlying_data_of_2010_carries_its_year() -> None:
    read = csv(
        "geog_l,geog_c,geog_n,MarTotal_2010,Mid2009Pop0-17,MarPlace_R1_2010\n"
        "National,921,England,6440,1101230,730\n"
        "LA,202,Camden,26,39200,x\n"
    )
    assert read.figures == {
        ("England", "2010-03-31", "looked_after", "total"): 6440,
        ("Camden", "2010-03-31", "looked_after", "total"): 26,
    }


def test_a_monthly_scorecard_counts_its_children_by_their_short_name() -> None:
    read = told(
        T="""
        Leeds: children looked after
        Month|Number of CLA|Rate per 10,000|In-house foster|IFA
        Apr-23|148|86|60|25
        May-23|149|87|59|26
        """
    )
    assert placed(read, "Leeds", "2023-05-31") == {
        "total": 149,
        "foster_authority": 59,
        "foster_purchased": 26,
    }


@pytest.mark.parametrize(
    "title",
    [
        "Looked after children per 1,000 children aged 0-17, 31 July 2023",
        "Table 2.3: Percentage of looked after children by placement, 31 July 2023",
        "Looked after children: percentage by placement type, 31 July 2023",
        "Children looked after by placement (rates per 10,000), 31 July 2023",
    ],
)
def test_round_shares_and_rates_under_such_a_title_are_no_counts(title: str) -> None:
    read = told(T=f"{title}\nLocal authority|At home|Foster\nAngus|20|40\nFife|19|39")
    assert not read.figures


@pytest.mark.parametrize("label", ["UASC", "Number of UASC", "Disability"])
def test_a_row_of_some_children_is_not_everyone(label: str) -> None:
    read = told(
        T=f"""
        Children looked after at 31 March
        Coverage: England
        |2022|2023
        {label}|56|72
        """
    )
    assert not read.figures


def test_headings_beside_those_that_are_read_are_named_where_they_may_be_ours() -> None:
    head = "Council|Eligible for aftercare|Of which receiving aftercare|Median|Telephone"
    read = told(T=f"Aftercare at 31 July 2023\n{head}\nFife|30|15|20|7\nAngus|9|6|7|8")
    assert sorted(read.figures.values()) == [9, 30]
    assert [cell for _, _, cell in read.codes] == ["C2"]
    years = "Placement|2022|2023|2024 Forecast\nFoster|30|31|32\nResidential|5|6|7"
    read = told(T=f"Looked after children in Fife\n{years}")
    assert sorted(read.figures.values()) == [5, 6, 30, 31]
    assert read.codes == [("unknown-label", "T", "D2")]


def test_a_council_may_stand_in_front_of_whom_a_title_counts() -> None:
    rows = "Placement|Number\nFoster care|300\nKinship care|200"
    for title in ("Fife Council looked after children", "Fife looked after children at"):
        read = told(T=f"{title} 31 July 2023\n{rows}")
        assert placed(read, "Fife", "2023-07-31") == {"foster": 300, "kinship": 200}
    read = told(T=f"Angus looked after children in Fife, 31 July 2023\n{rows}")
    assert not read.figures


def test_a_label_is_not_its_own_nearest() -> None:
    read = told(T="Looked after children 31 July 2023\nPlacement|Number\nFoster|3\nKinship care|2")
    assert not any("mean Kinship care " in said for said in read.problems)


def test_quarters_without_their_year_are_named_where_a_title_counts_ours() -> None:
    title = "Number of looked after children in Fife"
    across = told(T=f"{title}\nYear|Q1|Q2|Total\n2021-22|110|111|221\n2022-23|120|121|241")
    assert (across.figures, [cell for *_, cell in across.codes]) == ({}, ["B2", "C2"])
    down = told(T=f"{title}\nQuarter|2021|2022\nQ1|110|111\nQ2|112|113")
    assert down.figures == {}
    assert {cell for *_, cell in down.codes} == {"A3", "A4"}


def test_open_data_may_write_a_rate_without_a_comma() -> None:
    head = "FeatureCode,DateCode,Measurement,Units,Value"
    rows = "S12000047,2018,Count,Children,900\nS12000047,2018,Ratio,Children per 1000,12.1"
    read = csv(f"{head}\n{rows}", name="looked-after-children.csv")
    assert list(read.figures.values()) == [900]
    assert list(read.rates.values()) == [12.1]


@pytest.mark.parametrize(
    "title",
    [
        "Young people ceasing to be looked after and eligible for aftercare, 2022-23",
        "Young people who ceased to be looked after in 2022-23 and are eligible for aftercare",
        "Eligibility for aftercare at point of leaving care, 2022-23",
        "Eligible for aftercare in the year 2022-23",
        "Requests for aftercare, 2022-23",
        "New aftercare cases, 2022-23",
    ],
)
def test_those_who_left_care_in_a_year_are_not_those_entitled_on_a_day(title: str) -> None:
    read = told(T=f"{title}\nCouncil|Eligible for aftercare\nFife|60\nAngus|20")
    assert read.figures == {}
    assert [reason.rpartition(" ")[2] for reason in read.left] == ["year"]


def test_those_entitled_on_a_day_may_have_ceased_to_be_looked_after() -> None:
    who = "those who have ceased to be looked after on or after their 16th birthday"
    title = f"Young people eligible for aftercare ({who}), 31 July 2023"
    read = told(T=f"{title}\nCouncil|Eligible for aftercare\nFife|60\nAngus|20")
    assert sorted(read.figures.values()) == [20, 60]


def test_short_headings_below_a_title_about_aftercare_are_named() -> None:
    table = "Council|Eligible|Receiving\nFife|300|150\nAngus|90|60"
    read = told(T=f"Aftercare by council at 31 July 2023\n{table}")
    assert (read.figures, [cell for *_, cell in read.codes]) == ({}, ["B2", "C2"])
