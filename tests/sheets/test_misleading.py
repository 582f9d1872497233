"""Tables that look as if they counted the children looked after on a day, and do not: what a
careless reader would take from them is left out.

Every number was made up for its test.
"""

import pytest

from cpdash.sheets.words.names import strange_file, strange_sheet
from tests.sheets.told import Told, csv, placed, told

ALL_YEARS = "Looked after children in Fife"
JULY = f"{ALL_YEARS} at 31 July 2020"
COUNCILS = "Looked after children at 31 July"
YEARS = "|2017|2018\nTotal|31|41"
BY_COUNCIL = "Council|2019|2020\nFife|31|41\nAngus|32|42"
TIDY = "looked after children.csv"


def codes(read: Told) -> list[str]:
    return [code for code, *_ in read.codes]


def fife(read: Told, day: str = "2020-07-31") -> dict[str, float | str]:
    return placed(read, "Fife", day)


def days(read: Told) -> set[str]:
    return {day for _, day, *_ in read.figures}


def is_left(*reads: Told, because: str = "") -> bool:
    """Whether nothing was read, and each file says that, or just this problem."""
    named = ([because] == codes(read) if because else bool(read.codes) for read in reads)
    return all(named) and not any(read.figures or read.rates for read in reads)


# Titles that are not understood.


@pytest.mark.parametrize(
    "line",
    (
        "Complaints received | Levenmouth | Kirkcaldy area | Siblings placed together | Team A"
        " | Placement breakdowns | Kinship carers receiving an allowance | Child population"
        " | Of these, how many have a care plan | Average age | Target | Forecast | Starters"
        " | Cumulative | Teenagers | Age 12+ | 2. Respite | S.25 children | Year to date"
        " | In the year | Number of placements | Annual | Plan"
    ).split(" | "),
)
def test_a_line_that_is_not_understood_keeps_its_table_from_being_everyones(line: str) -> None:
    below = told(T=f"{ALL_YEARS}\n{line}\n{YEARS}")
    within = told(T=f"{ALL_YEARS} - {line}\n{YEARS}")
    assert is_left(below, within)
    second = told(T=f"{ALL_YEARS}\nYear|Number\n2019|650\n\n{line}\nYear|Number\n2017|31\n2018|41")
    assert second.left
    assert set(second.figures.values()) <= {650}


@pytest.mark.parametrize("line", ["Levenmouth", "Question 2", "Team A", "Annual"])
def test_a_second_table_with_such_a_line_is_named_and_the_first_is_read(line: str) -> None:
    first = f"{ALL_YEARS}\nYear|Number\n2019|650\n2020|640"
    read = told(T=f"{first}\n\n{line}\nYear|Number\n2018|41")
    assert set(read.figures.values()) == {650, 640}
    assert ("title-unclear", "T", "A7") in read.codes


@pytest.mark.parametrize(
    "line",
    (
        "Targets | Forecast | Starters | Siblings | Waiting | Child population | Average age"
        " | Kinship assessments | Emergency placements | Deaths | Ethnic minority | Homeless"
    ).split(" | "),
)
def test_a_word_that_narrows_a_table_counts_above_its_title_and_in_a_name(line: str) -> None:
    text = f"{ALL_YEARS}\n{YEARS}"
    above = told(T=f"{line}\n{text}")
    sheet = told(**{line.replace(" ", "_"): text})
    assert is_left(above, sheet, told(name=f"{line}.xlsx", T=text))


UNKNOWN = "Pre-school | Levenmouth | Cambuslang locality | Primary age | North | Team A"


@pytest.mark.parametrize("line", UNKNOWN.split(" | "))
def test_a_word_in_no_list_keeps_a_table_from_being_everyones_wherever_it_stands(line: str) -> None:
    text = f"{ALL_YEARS}\n{YEARS}"
    above = told(T=f"{line}\n{text}"), told(T=f"{line}\n\nFife Council\n{text}")
    sheets = [told(**{name.replace(" ", "_"): text}) for name in (line, f"LAC {line}")]
    names = line, f"LAC {line} 2018", f"looked-after-{line.casefold()}", f"{line} final v2"
    files = [told(name=f"{name}.xlsx", T=text) for name in names]
    both = told(name=f"{line.casefold()}.xlsx", **{line.casefold().replace(" ", "_"): text})
    assert is_left(*above, *sheets, *files, both)
    second = told(T=f"{line}\n{text}\n\nPlacements of looked after children in Fife\n{YEARS}")
    assert is_left(second)


@pytest.mark.parametrize(
    "line",
    (
        "Fife Council | Corporate Parenting Board | Appendix 2 | FOI 1234 received 14 August 2020"
        " | Children's services performance report | Version 2 - final | Scottish Government"
        " | Corporate parenting plan 2018 - 2020 | Fife Health and Social Care Partnership"
        " | Children's Social Work Statistics | Report run: 14/08/2020 | Response to request 77"
        " | Children & Young People's Services | Performance indicator CHN9 | You asked:"
        " | Completed by: A Person | Data source: SWIFT | Name of council: Fife"
    ).split(" | "),
)
def test_what_heads_a_paper_costs_no_figure(line: str) -> None:
    read = told(T=f"{line}\n{ALL_YEARS}\n{YEARS}")
    assert (list(read.figures.values()), read.codes) == ([31, 41], [])


@pytest.mark.parametrize(
    "name",
    (
        "Sheet1 | Table 1.1 | LAA3 | CARE0023 | Data | Raw data | LAC | CLA by LA | Placements"
        " | 2018-19 | Q2 19-20 | 31.07.2018 | Fife | North East | Dumfries & Galloway | Pivot"
        " | Where children live | Fig_2 | T1a | Sheet1 (2) | Summary | SLC return | Aftercare"
    ).split(" | "),
)
def test_an_ordinary_name_of_a_sheet_costs_no_figure(name: str) -> None:
    assert strange_sheet(name, "", "Scotland") == ""


@pytest.mark.parametrize(
    "name",
    (
        "england-la-tables-2015 | SFR34_CLA2015 | scotland-lgbf-raw-data-2020-01 | a8f7c9d2e1"
        " | Looked after children FINAL v2 | Copy of LAC by placement (3) | 20200814_LAC_data"
        " | FOI-1234-looked-after-children | Fife LAC placements Jul 2020 | download (1)"
        " | Corporate Parenting Board 14 August 2020 | South Lanarkshire Council FOI response"
        " | children-looked-after-in-england-including-adoption-2018-19-national-tables"
        " | Attachment 1 - Looked After Children Data Request | wide | shape 3 | Book1 | 31.03.2018"
        " | lac_placements_final_FINAL_use_this_one | 00512345 | LAC as at 31 July"
    ).split(" | "),
)
def test_an_ordinary_name_of_a_file_costs_no_figure(name: str) -> None:
    assert strange_file(f"{name}.xlsx") == ""


def test_a_file_named_after_one_kind_of_place_or_a_section_of_law_is_not_everyones() -> None:
    text = f"{ALL_YEARS}\n{YEARS}"
    names = "Kinship care", "kinship care 2018", "Girls", "LAC section 25", "lac s25", "lac under 5"
    assert is_left(*(told(name=f"{name}.xlsx", T=text) for name in names))


def test_a_sheet_that_is_left_for_its_name_takes_nothing_from_the_others() -> None:
    read = told(Levenmouth=f"{ALL_YEARS}\n|2017\nTotal|31", Fife=f"{ALL_YEARS}\n|2018\nTotal|41")
    assert set(read.figures.values()) == {41}
    assert read.codes == [("name-unclear", "Levenmouth", "")]
    assert read.left == ["all its numbers are in doubt for another reason that is named"]


# Periods and dates.


@pytest.mark.parametrize("line", ["Year to date", "In the year", "Cumulative"])
def test_what_counts_over_a_year_is_no_count_on_a_day(line: str) -> None:
    assert is_left(
        told(T=f"{ALL_YEARS} - {line}\n|2017|2018\nKinship care|31|41"),
        told(T=f"{ALL_YEARS}\n{line}\n|2017|2018\nKinship care|31|41"),
        told(T=f"{ALL_YEARS}\n|2017|2018\n{line}\nKinship care|31|41"),
        told(T=f"{ALL_YEARS}\n|{line}|\n|2017|2018\nKinship care|31|41"),
        told(T=f"{ALL_YEARS}\n|2018/19|2019/20\n{line}|50|60"),
    )


@pytest.mark.parametrize(
    "line",
    (
        "Report run: 14/08/2020 | Printed 14 August 2020 | Social Work Committee 14 August 2020"
        " | Meeting of the Corporate Parenting Board - 14 August 2020 | Letter dated 14 August 2020"
        " | FOI 1234 received 14 August 2020 | Corporate parenting strategy 2020"
    ).split(" | "),
)
def test_the_date_of_a_paper_is_not_that_of_a_census(line: str) -> None:
    read = told(T=f"{line}\nChildren looked after in Fife\nPlacement|Number\nKinship|10")
    assert is_left(read, because="date-unknown")


def test_nor_is_the_date_in_the_name_of_a_file_or_sheet_that_is_a_papers() -> None:
    text = "Children looked after in Fife\nPlacement|Number\nKinship|10"
    file = told(name="Corporate Parenting Board 14 August 2020.xlsx", T=text)
    sheet = told(Board_14_Aug_2020=text)
    assert is_left(file, sheet, because="date-unknown")


def test_a_line_that_is_only_a_date_is_that_of_the_census() -> None:
    read = told(T="Children looked after in Fife\nAs at 31 July 2020\nPlacement|Number\nKinship|10")
    assert fife(read) == {"kinship": 10}


@pytest.mark.parametrize("first", ["@2019-07-01|@2020-07-01", "@2019-01-01|@2020-01-01"])
def test_the_first_of_a_month_is_no_day_of_a_census(first: str) -> None:
    head, _ = first.split("|")
    across = told(T=f"{ALL_YEARS}\nPlacement|{first}\nTotal|11|21")
    down = told(T=f"{ALL_YEARS}\nDate|Total\n{first.replace('|', '|11' + chr(10))}|21")
    above = told(T=f"{ALL_YEARS}\n{head}\nPlacement|Number\nTotal|11")
    between = told(T=f"{ALL_YEARS}\nPlacement|Number\n{head}\nTotal|11")
    assert is_left(across, down, above, between, because="date-unknown")


@pytest.mark.parametrize("day", ["1 April", "30 September", "31 December"])
def test_a_day_that_does_not_end_the_reporting_year_is_not_put_into_one(day: str) -> None:
    read = told(T=f"{ALL_YEARS} at {day}\nPlacement|2019/20|2020/21\nKinship|1|2")
    assert is_left(read, because="date-unknown")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{ALL_YEARS}\n|2020\nAt 31 March|100", "2020-03-31"),
        (f"{ALL_YEARS} 2020\nPlacement|30 September\nFoster|100", "2020-09-30"),
        (f"{ALL_YEARS}\n|2020\n|31 March\nFoster|1", "2020-03-31"),
    ],
)
def test_a_day_without_a_year_is_that_day_of_the_year_beside_it(text: str, day: str) -> None:
    assert days(told(T=text)) == {day}


@pytest.mark.parametrize(
    "text",
    [
        f"{ALL_YEARS}\nDate|Total\n3/4/2020|31\n3/31/2020|41",
        f"{ALL_YEARS}\nPlacement|03/04/2020|03/31/2020\nFoster|31|41",
        f"{ALL_YEARS}\nDate|Total\n3.4.20|31\n3.31.20|41",
        f"{ALL_YEARS}\nPlacement|3/4/2020\nFoster|31\nSource: our system, run on 9/28/2020",
        f"{ALL_YEARS}\nDate|Total\n@2020-04-03|31\n@2020-08-07|32\n31/07/2020|41",
    ],
)
def test_a_day_that_may_be_the_month_is_named_and_left_out(text: str) -> None:
    read = told(T=text)
    assert not {31, 32} & set(read.figures.values())
    assert "date-order" in codes(read)


@pytest.mark.parametrize(
    ("dates", "understood"),
    [
        (("31/3/2020", "3/4/2020"), {"2020-03-31", "2020-04-03"}),
        (("31/3/2020", "@2020-07-31"), {"2020-03-31", "2020-07-31"}),
        (("31/3/2020", "@2020-04-03", "@2020-07-31"), {"2020-03-31", "2020-04-03", "2020-07-31"}),
        (("3/31/2020", "4/4/2020"), {"2020-04-04"}),
        (("3/31/2020", "31 July 2020"), {"2020-07-31"}),
    ],
)
def test_days_that_can_be_read_in_one_way_are_read(
    dates: tuple[str, ...], understood: set[str]
) -> None:
    rows = "\n".join(f"{when}|{number}" for number, when in enumerate(dates, 31))
    assert days(told(T=f"{ALL_YEARS}\nDate|Total\n{rows}")) == understood


def test_two_titles_with_two_dates_say_none() -> None:
    read = told(T=f"{ALL_YEARS} 2020\nTable 1 31 July 2019\nPlacement|Number\nFoster|60")
    assert is_left(read, because="date-unknown")


def test_a_year_that_is_missing_in_a_column_of_years_is_not_taken_from_the_title() -> None:
    read = told(T=f"{COUNCILS} 2020\nCouncil|Year|Foster\nFife|2018|60\nMoray||62")
    assert read.figures == {("Fife", "2018-07-31", "looked_after", "foster"): 60}
    assert ("not-a-date", "T", "B4") in read.codes


@pytest.mark.parametrize("beside", ["Q1 2019/20|Q2 2019/20", "Apr 2019|May 2019"])
def test_a_year_beside_its_quarters_or_months_may_be_a_sum_or_an_average(beside: str) -> None:
    read = told(T=f"{ALL_YEARS}\nPlacement|{beside}|2019/20\nFoster|60|61|121")
    assert 121 not in read.figures.values()
    assert "labels-clash" in codes(read)


# Areas.


def test_the_country_in_the_name_of_a_law_is_not_the_area() -> None:
    title = "Children looked after by placement, 31 July 2020"
    assert is_left(told(T=f"Children (Scotland) Act 1995\n{title}\nPlacement|Number\nKinship|10"))


@pytest.mark.parametrize("heads", ["Fife|Other council|Total", "Fife|Angus|Total"])
def test_councils_below_a_title_that_names_one_may_be_where_children_live(heads: str) -> None:
    read = told(T=f"{JULY}\nPlacement|{heads}\nFoster|1|2|3")
    assert set(read.figures.values()) <= {3}
    assert "labels-clash" in codes(read)


def test_where_children_live_is_not_whose_they_are() -> None:
    places = "Location of placement,Year,Number\nStirling,2020,10\nFalkirk,2020,5"
    assert is_left(csv(places, name=TIDY))


@pytest.mark.parametrize("level", ["Ward", "Parliamentary constituency", "Locality"])
def test_a_ward_with_the_name_of_a_council_is_not_that_council(level: str) -> None:
    rows = f"2020,{level},Stirling,Foster care,100\n2020,Council,Moray,Foster care,30"
    read = csv(f"year,geographic_level,area,placement,number\n{rows}", name=TIDY)
    assert read.figures == {("Moray", "2020-07-31", "looked_after", "foster"): 30}


def test_a_row_that_names_a_council_is_not_the_country_of_the_title() -> None:
    rows = "|2018|2019\nLeeds|{}|{}"
    read = told(
        T="Children looked after at 31 March, England\n"
        f"Numbers\n{rows.format(1280, 1300)}\nRates per 10,000\n{rows.format(77, 76)}"
    )
    assert {area for area, *_ in (*read.figures, *read.rates)} == {"Leeds"}
    title = "Looked after children in Scotland at 31 July"
    mixed = told(T=f"{title}\nPlacement|2018|2019\nFife|800|810\nAt home|100|110")
    assert "Scotland" not in {area for area, *_ in mixed.figures}


@pytest.mark.parametrize(
    "line",
    (
        "Placed in Fife by other councils | Children from other councils | South team"
        " | Responsible authority elsewhere | North East Fife"
    ).split(" | "),
)
def test_a_line_between_areas_holds_for_those_below_it(line: str) -> None:
    heads, rows = BY_COUNCIL.split("\n", 1)
    assert is_left(told(T=f"{COUNCILS}\n{heads}\n{line}\n{rows}"))


# Headings, corners and signs.


@pytest.mark.parametrize(
    "words",
    (
        "Places | Ended | Ends | As % | Previous year | Index | Families | Capacity | Average | £"
        " | Forecast | Registered carers | Episodes | Out of area | Per 1,000 | Rate per 10,000"
        " | % of total | Siblings | Short breaks | Moves | Households | In year | Last quarter"
    ).split(" | "),
)
def test_words_for_another_count_are_heard_wherever_they_stand(words: str) -> None:
    under = told(T=f"{JULY}\n{words}\nPlacement|Number\nFoster|77\nKinship|78")
    corner = told(T=f"{ALL_YEARS}\n{words}|2019|2020\nFoster|77|78\nKinship|75|76")
    head = told(T=f"{JULY}\nPlacement|{words}\nFoster|77\nKinship|78")
    below = told(T=f"{JULY}\nPlacement|Number\n{words}\nFoster|77\nKinship|78")
    sheet = told(**{words.replace(" ", "_"): f"{JULY}\nPlacement|Number\nFoster|77\nKinship|78"})
    rows = f"Fife|2020|Foster care|{words}|77\nFife|2020|Kinship care|{words}|78"
    tidy = csv(f"Council|Year|Placement|Type|Value\n{rows}".replace("|", ";"), name=TIDY)
    assert not any(read.figures for read in (under, corner, head, below, sheet, tidy))


@pytest.mark.parametrize(
    "title",
    [
        "Placements of looked after children ended in 2020, Fife",
        "Rate per 10,000 of looked after children in Fife at 31 July 2020",
        "Percentage of looked after children in Fife at 31 July 2020",
        "Looked after children in Fife, previous year, 31 July 2020",
    ],
)
def test_titles_of_other_counts_hold_for_columns_of_numbers(title: str) -> None:
    assert is_left(told(T=f"{title}\nPlacement|Number\nFoster|77\nKinship|78"))


def test_a_label_of_a_rate_is_no_count() -> None:
    rows = "Looked after children|77|78\nPer 1,000 of looked after children|75|76"
    read = told(T=f"{ALL_YEARS}\nIndicator|2019|2020\n{rows}")
    assert set(read.figures.values()) == {77, 78}
    assert set(read.rates.values()) == {75, 76}


@pytest.mark.parametrize("sign", ["+/-", "→", "▲▼", "+", "£", "Δ"])
def test_signs_are_a_heading_that_is_not_understood(sign: str) -> None:
    rows = "Foster|300|200|100\nKinship|250|240|10"
    read = told(T=f"{JULY}\nPlacement|Current|Previous|{sign}\n{rows}")
    assert not {100, 10} & set(read.figures.values())


@pytest.mark.parametrize(
    "head",
    (
        "12 months to 31 July 2020 | 12 months ending 31/07/2020 | 31 July 2020 (to date)"
        " | By 31 July 2020 | 31 July 2020 +/- | + 31 July 2020 | 31 July 2020 \u2191"
        " | 31 July 2020 (T) | 31 July 2020 [F] | 31 July 2020 target"
    ).split(" | "),
)
def test_a_date_with_more_words_or_signs_than_one_day_needs_is_named(head: str) -> None:
    rows = "Foster|81|12\nResidential|21|13\nTotal|181|14"
    read = told(T=f"{ALL_YEARS}\nPlacement|31 July 2019|{head}\n{rows}")
    assert placed(read, "Fife", "2019-07-31") == {"foster": 81, "residential": 21, "total": 181}
    assert set(read.figures.values()) == {81, 21, 181}
    assert [(code, cell) for code, _, cell in read.codes] == [("unknown-label", "C2")]


def test_a_quarter_without_its_year_is_no_census() -> None:
    table = "Placement|2020/21|2021/22\nFoster|80|81"
    title = f"{ALL_YEARS} by placement type"
    assert is_left(
        told(T=f"{title}, quarter 4\n{table}"),
        told(Quarter_3=f"{title}\n{table}"),
        told(T=f"{title}\n{table}", name="looked after children Q3.xlsx"),
        because="date-unknown",
    )
    day = table.replace("2020/21", "31 March 2021").replace("2021/22", "31 March 2022")
    assert fife(told(T=f"{title}, quarter 4\n{day}"), "2022-03-31") == {"foster": 81}
    number = "Placement|Number\nFoster|81"
    assert fife(told(T=f"{title}, quarter 4 2021/22\n{number}"), "2022-03-31") == {"foster": 81}


def test_who_came_and_went_stands_over_no_count() -> None:
    rows = "Foster|300|50|40|310\nKinship|200|12|10|202"
    read = told(T=f"{JULY}\nPlacement|At the start|In|Out|At the end\n{rows}")
    assert not read.figures
    assert [cell for _, _, cell in read.codes] == ["B2", "C2", "D2", "E2"]
    rows = "Foster|300|50|40\nKinship|200|12|10"
    read = told(T=f"{JULY}\nPlacement|Number|From|To\n{rows}")
    assert fife(read) == {"foster": 300, "kinship": 200}


@pytest.mark.parametrize(
    "corner",
    (
        "Children starting to be looked after | UASC | Boys | Under 5 | Index (2010 = 100)"
        " | Thousands | Forecast | Target | Average per month | 0-4 | Age 12+ | Cost | Team A"
        " | Annual | Question 2"
    ).split(" | "),
)
def test_the_words_over_the_labels_hold_for_the_table(corner: str) -> None:
    assert is_left(told(T=f"{COUNCILS}\n{BY_COUNCIL.replace('Council', corner)}"))
    assert is_left(told(T=f"{COUNCILS}\n{corner}|Council|2019|2020\nTotal|Fife|31|41"))


@pytest.mark.parametrize(
    "said", ["Thousands", "UASC", "Boys", "Target", "Under 5", "Children with disabilities"]
)
def test_so_do_the_words_at_the_right_end_above_it(said: str) -> None:
    assert is_left(told(T=f"{COUNCILS}||{said}\n{BY_COUNCIL}"))
    assert is_left(told(T=f"{COUNCILS}||\n||{said}\n{BY_COUNCIL}"))


@pytest.mark.parametrize(
    "text",
    [
        f"{ALL_YEARS} at 31 July\n%|2019|2020\nFoster care|31|41",
        f"{COUNCILS}||%\nCouncil|2019|2020\nFife|31|41",
        f"{COUNCILS}\nCouncil||2019|2020\nFife|%|31|41",
    ],
)
def test_percentages_are_read_as_such_wherever_the_sign_stands(text: str) -> None:
    read = told(T=text)
    assert not read.figures
    assert {(key[-1], said) for key, said in read.rates.items()} == {
        ("percent", 31),
        ("percent", 41),
    }


def test_shares_of_one_are_no_percentages() -> None:
    rows = "Foster|60|0.6\nKinship|40|0.4\nTotal|100|1"
    read = told(T=f"{JULY}\nPlacement|Number|%\n{rows}")
    assert (fife(read), read.rates) == ({"foster": 60, "kinship": 40, "total": 100}, {})
    assert read.codes == [("percent-of-one", "T", "C3")]
    small = told(T=f"{JULY}\nPlacement|Number|%\nFoster|600|99.6\nSecure|2|0.4")
    assert set(small.rates.values()) == {99.6, 0.4}
    signed = told(T=f"{JULY}\nPlacement|Number|%\nSecure|2|0.4%\nAdopters|3|0.6%")
    assert set(signed.rates.values()) == {0.4, 0.6}


def test_pounds_and_thousands_are_no_children() -> None:
    assert is_left(told(T=f"{COUNCILS}\nCouncil||2019|2020\nFife|£|31|41\nAngus|£|32|42"))
    assert is_left(told(T=f"{COUNCILS} (£)\n{BY_COUNCIL}"), told(T=f"{COUNCILS}||£\n{BY_COUNCIL}"))
    assert is_left(told(LAC_000s=f"{COUNCILS}\n{BY_COUNCIL}"))
    for head in ("Number (000)", "Numbers ('000)", "Number of children (000)"):
        assert is_left(told(T=f"{JULY}\nPlacement|{head}\nFoster|3\nKinship|4"))


def test_a_caption_below_a_table_is_not_the_title_of_the_next() -> None:
    first = "Placement|2019|2020\nFoster|50|60\nTable 1: Children looked after in Fife at 31 July"
    next_one = "Placement|2019|2020\nFoster|5|6\nTable 2: Children starting to be looked after"
    read = told(T=f"{first}\n\n{next_one} in Fife")
    assert set(read.figures.values()) == {50, 60}
    assert read.left == ["it counts children who started being looked after in a year"]


# Labels.


def test_the_total_of_a_list_that_is_not_understood_is_not_everyones() -> None:
    homes = "Home name|Number\nRowan House|5\nAsh Lodge|4\nTotal|9"
    schools = "Type of school|Foster|Total\nSpecial|5|7\nMainstream|4|8\nTotal|9|15"
    assert is_left(told(T=f"{JULY}\n{homes}"), told(T=f"{JULY}\n{schools}"))


def test_looked_after_and_accommodated_is_not_everyone_in_scotland() -> None:
    read = told(T="Looked after and accommodated children in Fife at 31 July\n|2019\nTotal|400")
    assert "total" not in fife(read, "2019-07-31")


@pytest.mark.parametrize(
    "label",
    (
        "Number of foster carers | No. of foster families | Number of kinship carers"
        " | Number of prospective adopters | Number of children's homes | Number of parents"
        " | Number of residential schools | Foster carers (number) | Foster care (£)"
        " | Foster care £ | Foster care (m) | Foster care (f) | Foster care (b) | Foster care (g)"
    ).split(" | "),
)
def test_carers_homes_money_and_some_of_the_children_are_no_category(label: str) -> None:
    down = told(T=f"{JULY}\nPlacement|Number\nAt home|17\n{label}|31")
    across = told(T=f"{COUNCILS} 2020\nCouncil|At home|{label}\nFife|17|31")
    assert fife(down) == fife(across) == {"at_home": 17}
    assert codes(down) == codes(across) == ["unknown-label"]


def test_some_of_those_in_the_row_above_are_not_all_of_their_kind() -> None:
    rows = "Foster|60\nof which kinship|41\nResidential|20\nof which secure|3"
    read = told(T=f"{JULY}\nPlacement|Number\n{rows}")
    assert fife(read) == {"foster": 60, "residential": 20, "secure": 3}
    assert read.codes == [("unknown-label", "T", "A4")]
    of_all = told(T=f"{JULY}\nPlacement|Number\nTotal|60\nof which kinship|41\nof which foster|3")
    assert fife(of_all) == {"total": 60, "kinship": 41, "foster": 3}


def test_a_line_holds_for_both_of_two_tables_beside_each_other() -> None:
    rows = "Foster|60||Foster|61\nGirls\nKinship|41||Kinship|42"
    read = told(T=f"{ALL_YEARS}\nPlacement|2019||Placement|2020\n{rows}")
    assert set(read.figures.values()) == {60, 61}


# Codes, examples and notes.


@pytest.mark.parametrize(
    ("head", "one", "other"),
    [("sex", 1, 2), ("uasc", 1, 0), ("disabled", 1, 0), ("imd_decile", 1, 2)],
)
def test_a_column_of_codes_narrows_its_rows(head: str, one: int, other: int) -> None:
    rows = f"2020,Fife,Foster care,{one},100\n2020,Fife,Kinship care,{other},20"
    assert is_left(csv(f"year,council,placement,{head},number\n{rows}", name=TIDY))


@pytest.mark.parametrize("line", ["ILLUSTRATIVE - dummy data", "Old version - do not use"])
def test_figures_that_say_they_are_an_example_are_none(line: str) -> None:
    read = told(T=f"{line}\n{JULY}\nPlacement|Number\nFoster|60")
    assert is_left(read)
    assert read.left == ["it counts nothing that may be used, by its own words"]


@pytest.mark.parametrize(
    ("note", "number"),
    [
        ("Note: figures below 5 are shown as 0", 0),
        ('"0" represents fewer than 5', 0),
        ("Note: numbers less than 5 shown as 5", 5),
    ],
)
def test_a_number_that_stands_for_any_small_one_is_hidden(note: str, number: int) -> None:
    read = told(T=f"{JULY}\nPlacement|Number\nSecure|{number}\nFoster|10\n{note}")
    assert fife(read) == {"secure": "c", "foster": 10}


@pytest.mark.parametrize(
    "note",
    (
        "Note: figures are percentages | Figures are rates per 1,000 children"
        " | Figures are in hundreds | Note: these are forecasts | Note: figures per 10,000"
    ).split(" | "),
)
def test_a_note_that_says_what_all_figures_are_is_heard(note: str) -> None:
    table = "Council|Kinship|Residential\nFife|33|10\nAngus|31|11"
    reads = told(T=f"{COUNCILS} 2020\n{note}\n{table}"), told(T=f"{COUNCILS} 2020\n{table}\n{note}")
    assert is_left(*reads, because="unit-unknown")


@pytest.mark.parametrize(
    "table",
    [
        "Placement|Number\nTotal|820\nFoster|60\nKinship|30\nAt home|10",
        "Placement|Number\nTotal|820\nIn the community|91\nResidential|9",
        "Indicator|Value\nLooked after children|820\nIn the community|91",
        "Placement|2020\nTotal|820\nFoster|61\nKinship|28\nAt home|12",
    ],
)
def test_parts_that_are_percentages_beside_a_total_are_no_counts(table: str) -> None:
    read = told(T=f"{JULY}\n{table}")
    assert set(read.figures.values()) <= {820}
    assert "unit-unknown" in codes(read)


def test_one_council_whose_parts_happen_to_make_a_hundred_is_believed() -> None:
    rows = "Fife|180|60|40\nAngus|300|170|30\nMoray|400|88|112"
    read = told(T=f"{COUNCILS} 2020\nCouncil|Total|Foster|Kinship\n{rows}")
    assert fife(read) == {"total": 180, "foster": 60, "kinship": 40}
    assert len(read.figures) == 9


def test_a_country_of_fewer_than_its_councils_shows_rates() -> None:
    read = told(T=f"{COUNCILS}\nCouncil|2018|2019\nFife|11|12\nAngus|10|11\nScotland|14|14")
    assert is_left(read, because="unit-unknown")


# Words where a number is expected.


@pytest.mark.parametrize("words", ["TBC", "40 (33%)", "100+", "n<5", "12 3", "1,2", "awaited"])
@pytest.mark.parametrize("label", ["Kinship", "At home"])
def test_words_in_a_cell_are_named_and_the_rows_below_are_read(label: str, words: str) -> None:
    read = told(T=f"{JULY}\nPlacement|Number\nFoster|300\n{label}|{words}\nResidential|30")
    assert fife(read) == {"foster": 300, "residential": 30}
    assert ("not-a-number", "T", "B4") in read.codes


@pytest.mark.parametrize("words", ["TBC", "awaited", "not yet sent"])
@pytest.mark.parametrize("head", ["Placement|Number", "Placement|2020", "|2020"])
def test_words_in_the_first_row_are_named_and_take_nothing_from_the_others(
    head: str, words: str
) -> None:
    read = told(T=f"{JULY}\n{head}\nFoster|{words}\nKinship|41\nResidential|30")
    assert fife(read) == {"kinship": 41, "residential": 30}
    assert ("not-a-number", "T", "B3") in read.codes
    council = told(T=f"{COUNCILS}\nCouncil|2019|2020\nFife|{words}|{words}\nAngus|32|42")
    assert set(council.figures.values()) == {32, 42}
    assert ("not-a-number", "T", "B3") in council.codes


def test_so_are_words_in_the_first_two_rows() -> None:
    read = told(T=f"{JULY}\nPlacement|Number\nFoster|TBC\nKinship|awaited\nResidential|30")
    assert fife(read) == {"residential": 30}
    assert read.codes == [("not-a-number", "T", "B3"), ("not-a-number", "T", "B4")]


@pytest.mark.parametrize("line", ["£", "Levenmouth", "Placed elsewhere"])
def test_a_table_of_places_or_councils_that_gives_no_figure_says_what_stopped_it(line: str) -> None:
    places = told(T=f"{JULY}\nPlacement|Number\n{line}\nFoster|60\nKinship|41")
    councils = told(T=f"{COUNCILS}\nCouncil|2019|2020\n{line}\nFife|31|41\nAngus|32|42")
    assert is_left(places, councils, because="unknown-label")


@pytest.mark.parametrize(
    "table",
    [
        "Placement|Jan|Feb\nFoster|60|61",
        "Placement|Actual|Target\nFoster|60|77",
        "Placement|Number at start|Number at end\nFoster|60|77",
        "Placement|2019 ('000)|2020 (£m)\nFoster|60|77",
        "Placement|Number\nFoster care (including respite)|60\nKinship (excluding s.11)|77",
    ],
)
def test_a_list_of_places_that_gives_no_figure_says_which_words_stopped_it(table: str) -> None:
    read = told(T=f"{JULY}\n{table}")
    assert not read.figures
    assert set(codes(read)) == {"unknown-label"}
