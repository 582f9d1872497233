"""What publishers and councils really put into cells is understood as they meant it, or left out.

Every number was made up for its test.
"""

import pytest

from tests.sheets.told import Told, csv, drawn, placed, told

DAY = "2020-07-31"
TITLE = "Children looked after by council, 31 July 2020"


def fife(read: Told) -> dict[str, float | str]:
    return placed(read, "Fife", DAY)


def codes(read: Told) -> list[str]:
    return [code for code, *_ in read.codes]


# Footnotes that are glued to what they explain.


@pytest.mark.parametrize(
    ("printed", "area"),
    [
        ("Aberdeen City 5", "Aberdeen City"),
        ("Fife[Note 4]", "Fife"),
        ("Fife [note 4, note 5]", "Fife"),
        ("Angus*", "Angus"),
        ("Argyll & Bute (1)", "Argyll and Bute"),
        ("Na h-Eileanan Siar1,2", "Na h-Eileanan Siar"),
        ("London3", "London"),
        ("  Falkirk  ", "Falkirk"),
        ("Falkirk Council", "Falkirk"),
        ("Edinburgh, City of", "City of Edinburgh"),
    ],
)
def test_a_footnote_behind_the_name_of_an_area_is_no_part_of_it(printed: str, area: str) -> None:
    read = told(T=f"{TITLE}\nArea|Foster care|Total\nMoray|1|2\n{printed}|12|20")
    assert placed(read, area, DAY) == {"foster": 12, "total": 20}


@pytest.mark.parametrize(
    "printed",
    [
        "Kinship care1",
        "Kinship care [Note 3]",
        "Kinship care (2)",
        "kinship  care*",
        "Kinship care ",
    ],
)
def test_a_footnote_behind_a_heading_is_no_part_of_it(printed: str) -> None:
    assert fife(told(T=f"{TITLE}\nCouncil|{printed}|Total2\nFife|12|20")) == {
        "kinship": 12,
        "total": 20,
    }


def test_a_year_with_a_digit_too_many_is_no_year() -> None:
    read = told(
        T="""
        Children looked after at 31 March, Scotland
        Year|Foster care|Total
        1998|1|10
        19991|2|20
        2000|3|30
    """
    )
    assert {day for _, day, *_ in read.figures} == {"1998-03-31", "2000-03-31"}
    assert 2 not in read.figures.values()


def test_a_year_with_a_mark_behind_it_heads_a_column() -> None:
    read = told(T="Looked after children in Fife\n|2019*|2020 (p)|2021[r]\nTotal|11|21|31")
    assert {day: said for (_, day, *_), said in read.figures.items()} == {
        "2019-07-31": 11,
        "2020-07-31": "21p",
        "2021-07-31": 31,
    }


def test_a_heading_or_title_that_says_provisional_or_estimated_says_it_of_its_numbers() -> None:
    read = told(T="Looked after children in Fife\n|2019 (est)|2020 [p]|2021\nTotal|11|*|31(e)")
    assert list(read.figures.values()) == ["11e", "c", "31e"]
    title = "Looked after children in Fife at 31 July 2020 (provisional)"
    assert fife(told(T=f"{title}\nPlacement|Number\nTotal|20")) == {"total": "20p"}


def test_a_number_with_a_digit_raised_behind_it_is_not_guessed_at() -> None:
    read = told(T=f"{TITLE}\nCouncil|Kinship care|Foster care|Total\nFife|12 [1]|7¹|20")
    assert fife(read).items() <= {"kinship": 12, "foster": 7, "total": 20}.items()


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("1,234", 1234),
        ("1 234", 1234),
        ("1, 234", 1234),
        (" 12 ", 12),
        ("12.0", 12),
        ("7(e)", "7e"),
        ("7 [p]", "7p"),
        ("12 [r]", 12),
        ("0", 0),
    ],
)
def test_a_number_is_read_as_it_is_printed(printed: str, said: float | str) -> None:
    read = csv(f'{TITLE.replace(",", "")}\nCouncil,Kinship care\nFife,"{printed}"\nAngus,3')
    assert fife(read) == {"kinship": said}


# What stands in the place of a number.


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        ("*", "c"),
        ("c", "c"),
        ("[c]", "c"),
        ("<5", "c"),
        ("<5*", "c"),
        ("5 or fewer", "c"),
        ("between 1 and 5", "c"),
        ("x", "x"),
        ("[x]", "x"),
        ("..", "x"),
        (":", "x"),
        ("n/a", "x"),
        ("N/A", "x"),
        ("NA", "x"),
        ("dna", "x"),
        ("z", "z"),
        ("k", "k"),
        ("low", "k"),
    ],
)
def test_a_mark_that_means_one_thing_everywhere_is_that_status(mark: str, status: str) -> None:
    assert fife(told(T=f"{TITLE}\nCouncil|Kinship care|Total\nFife|{mark}|120")) == {
        "kinship": status,
        "total": 120,
    }


@pytest.mark.parametrize("mark", ["-", "#", "~", "!", "NS", "s", "five", "12?", "-3", "12.5"])
def test_what_means_different_things_is_left_out_and_named(mark: str) -> None:
    read = told(T=f"{TITLE}\nCouncil|Kinship care|Total\nFife|{mark}|120\nMoray|3|9")
    assert fife(read) in ({"total": 120}, {})
    assert ("T", "B3") in {(sheet, cell) for _, sheet, cell in read.codes}


@pytest.mark.parametrize(
    ("mark", "note", "said"),
    [
        ("-", "- = nil", 0),
        ("-", "- not collected", "x"),
        ("*", "* numbers below 5 are not shown", "c"),
        ("x", "x   Figures not shown in order to protect confidentiality.", "c"),
        ("x", "x = not applicable", "z"),
        ("#", "# suppressed", "c"),
    ],
)
def test_a_publication_s_own_legend_comes_first(mark: str, note: str, said: float | str) -> None:
    read = told(T=f"{TITLE}\nCouncil|Kinship care|Total\nFife|{mark}|120\n\n{note}")
    assert fife(read) == {"kinship": said, "total": 120}


def test_nothing_an_error_and_a_formula_without_its_result_are_three_things_and_none_is_0() -> None:
    read = drawn(
        [TITLE],
        ["Council", "At home", "Kinship care", "Foster care", "Residential care", "Total"],
        ["Fife", None, "#REF!", "=SUM(1,2)", 0, 120],
        ["Moray", 1, 2, 3, 4, 10],
    )
    assert fife(read) == {"residential": 0, "total": 120}
    assert ("error-cell", "T", "C3") in read.codes
    assert ("not-calculated", "T", "D3") in read.codes
    assert "B3" not in {cell for *_, cell in read.codes}


@pytest.mark.parametrize("value", ["", " ", "\u00a0"])
def test_blanks_in_a_cell_are_nothing(value: str) -> None:
    read = drawn([TITLE], ["Council", "Kinship care", "Total"], ["Fife", value, 120])
    assert fife(read) == {"total": 120}
    assert not read.codes


@pytest.mark.parametrize("value", [True, 2.5, -3, 20_000_000])
def test_what_cannot_be_a_count_is_left_out_and_named(value: object) -> None:
    read = drawn(
        [TITLE], ["Council", "Kinship care", "Total"], ["Fife", value, 120], ["Moray", 4, 9]
    )
    assert fife(read) in ({"total": 120}, {})
    assert ("T", "B3") in {(sheet, cell) for _, sheet, cell in read.codes}


# When.


@pytest.mark.parametrize(
    ("label", "area", "day"),
    [
        ("31 March 2018", "Fife", "2018-03-31"),
        ("31/07/2018", "Fife", "2018-07-31"),
        ("2018-07-31", "Fife", "2018-07-31"),
        ("@2018-07-31", "Fife", "2018-07-31"),
        ("2018-19", "Fife", "2019-07-31"),
        ("2018/19", "Fife", "2019-07-31"),
        ("2018-19", "Leeds", "2019-03-31"),
        ("2019", "Fife", "2019-07-31"),
        ("2019", "Leeds", "2019-03-31"),
        ("2009", "Fife", "2009-03-31"),
        ("2008-09", "Fife", "2009-03-31"),
        ("2010", "Fife", "2010-07-31"),
        ("2009-10", "Fife", "2010-07-31"),
        ("Q2 2019/20", "Fife", "2019-09-30"),
        ("Q4 2019/20", "Leeds", "2020-03-31"),
        ("2018 [Note 2]", "Fife", "2018-07-31"),
    ],
)
def test_a_label_of_time_means_one_day_of_its_country(label: str, area: str, day: str) -> None:
    read = told(T=f"Children looked after by council\nCouncil|{label}\n{area}|120\nMoray|3")
    assert (area, day, "looked_after", "total") in read.figures
    assert len(read.figures) == 2


@pytest.mark.parametrize(
    "label", ["2017-20", "2015 to 2019", "03/31/2018", "31 June 2018", "since 2015", "2099"]
)
def test_a_label_that_is_no_single_day_that_has_passed_gives_no_figure(label: str) -> None:
    read = told(T=f"Children looked after by council\nCouncil|{label}|Note\nFife|120|a")
    assert not read.figures


UNDATED = "Children looked after in Fife\nPlacement|Number\nKinship care|8\nTotal|24"
NOWHERE = "Children looked after at 31 July 2020\nPlacement|Number\nFoster care|8\nTotal|24"


def test_a_table_without_a_date_is_a_problem_that_a_given_date_mends() -> None:
    read = told(T=UNDATED)
    assert not read.figures
    assert ("date-unknown", "T", "B3") in read.codes
    mended = told(options={"date": DAY}, T=UNDATED)
    assert fife(mended) == {"kinship": 8, "total": 24}
    assert not mended.codes


def test_a_table_without_an_area_is_a_problem_that_a_given_area_mends() -> None:
    read = told(T=NOWHERE)
    assert not read.figures
    assert ("table-area-unknown", "T", "B3") in read.codes
    mended = told(options={"area": "S12000047"}, T=NOWHERE)
    assert fife(mended) == {"foster": 8, "total": 24}
    assert not mended.codes


def test_what_a_file_says_itself_comes_before_what_is_given() -> None:
    read = told(options={"date": "2015-03-31", "area": "E08000035"}, T=UNDATED.replace(
        "in Fife", "in Fife, 31 July 2020"))  # fmt: skip
    assert fife(read) == {"kinship": 8, "total": 24}
    assert len(read.figures) == 2


def test_a_title_with_two_days_names_no_day() -> None:
    read = told(
        T="""
        Children looked after in Leeds at 31 March 2019 and 31 March 2020
        Placement|Number
        Foster placements|8
        Total|24
    """
    )
    assert not read.figures
    assert codes(read)[0] == "date-unknown"


@pytest.mark.parametrize(
    "line",
    [
        "Published 30 March 2021",
        "Last updated: 2 April 2021",
        "Source: children's social work statistics 2018-19",
        "Note: figures for 2015 were revised",
    ],
)
def test_the_day_of_a_publication_is_not_the_day_of_its_figures(line: str) -> None:
    read = told(T=f"{TITLE}\n{line}\nCouncil|Kinship care|Total\nFife|12|20")
    assert fife(read) == {"kinship": 12, "total": 20}
    undated = told(T=f"Children looked after\n{line}\nCouncil|Kinship care|Total\nFife|12|20")
    assert not undated.figures


def test_a_day_that_has_not_come_is_named() -> None:
    read = told(T=NOWHERE.replace("at 31 July 2020", "in Fife, 31 July 2030"))
    assert not read.figures
    assert codes(read)[0] == "table-in-future"


def test_counts_that_could_be_years_are_counts() -> None:
    read = told(
        T="""
        Children looked after at 31 March 2020
        Local authority|Foster placements|All children looked after
        Leeds|12|20
        Kent|1999|2015
    """
    )
    assert placed(read, "Kent", "2020-03-31") == {"foster": 1999, "total": 2015}


def test_years_over_counts_that_could_be_years_are_told_apart_by_their_places() -> None:
    rows = "|2017|2018\nTotal|2010|2011\nFoster|1994|1995"
    read = told(T=f"Looked after children in Glasgow City\n{rows}")
    assert placed(read, "Glasgow City", "2017-07-31") == {"total": 2010, "foster": 1994}
    assert placed(read, "Glasgow City", "2018-07-31") == {"total": 2011, "foster": 1995}


def test_years_down_the_side_need_no_heading() -> None:
    read = told(T="Looked after children in Fife\n|Foster|Kinship\n2019|60|41\n2020|61|42")
    assert placed(read, "Fife", "2019-07-31") == {"foster": 60, "kinship": 41}
    assert placed(read, "Fife", "2020-07-31") == {"foster": 61, "kinship": 42}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Looked after children in Fife at 31 July 2020\nFoster|60\nKinship|41", "B2"),
        ("Looked after children in Fife\n31 July 2019\nFoster|60\n31 July 2020\nFoster|61", "B3"),
        ("Looked after children\n\n31 July 2019\nFife|60\nAngus|41", "B4"),
    ],
)
def test_a_table_of_ours_without_headings_is_named(text: str, cell: str) -> None:
    read = told(T=text)
    assert (read.figures, read.codes) == ({}, [("headings-unclear", "T", cell)])


def test_tables_with_headings_may_be_parted_by_lone_dates() -> None:
    table = "Placement|Number\nFoster|{}\nKinship|{}\n\n"
    dated = f"31 July 2019\n{table.format(60, 41)}31 July 2020\n{table.format(61, 42)}"
    once = "31 July 2021\nFoster|62\nKinship|43"
    read = told(T=f"Looked after children in Fife\n\n{dated}{once}")
    assert placed(read, "Fife", "2019-07-31") == {"foster": 60, "kinship": 41}
    assert placed(read, "Fife", "2020-07-31") == {"foster": 61, "kinship": 42}
    assert placed(read, "Fife", "2021-07-31") == {"foster": 62, "kinship": 43}


def test_counts_that_could_be_years_are_no_headings_of_the_rows_below() -> None:
    read = told(
        T="""
        Children looked after at 31 March 2020
        Local authority|Foster placements|All children looked after
        Kent|1999|2015
        Leeds|12|20
    """
    )
    assert {day for _, day, *_ in read.figures} <= {"2020-03-31"}


# What sort of number.


@pytest.mark.parametrize(
    "table",
    [
        "Council|Foster care|Kinship care|At home|Total\nFife|30|30|40|100\nAngus|20|20|60|100",
        "Council|Foster care|Kinship care|At home\nFife|30|30|40\nAngus|20|20|60",
        "Council|Foster care|Kinship care|At home\nFife|30|31|40\nAngus|20|19|60",
        "Council|In the community|Residential care\nFife|90|10\nAngus|88|12\nMoray|93|7",
        "Council|Foster care|Kinship care|At home|Total\nFife|30|30|40|820\nAngus|20|20|60|240",
        "Council|Foster care|Kinship care|At home|Total\nFife|0.3|0.3|0.4|1\nAngus|0.2|0|0.8|1",
        "Council|In the community\nFife|90%\nAngus|88%",
    ],
)
def test_percentages_in_disguise_are_no_counts(table: str) -> None:
    counts = told(T=f"{TITLE}\n{table}").figures
    assert {value for (*_, category), value in counts.items() if category != "total"} == set()
    assert not {1, 100} & set(counts.values())


def test_a_table_may_say_that_its_hundred_are_children() -> None:
    read = told(T=f"Number of {TITLE.lower()}\nCouncil|Kinship care|At home|Total\nFife|30|70|100\
\nAngus|40|50|90")  # fmt: skip
    assert fife(read) == {"kinship": 30, "at_home": 70, "total": 100}


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Percentage of children looked after by placement, 31 July 2020", "percent"),
        ("Children looked after by placement, 31 July 2020 (%)", "percent"),
        ("Rate of children looked after per 1,000 population, 31 July 2020", "rate"),
    ],
)
def test_a_title_may_say_that_its_numbers_are_no_counts(title: str, unit: str) -> None:
    read = told(T=f"{title}\nCouncil|Kinship care\nFife|32\nAngus|41")
    assert not read.figures
    assert {what[-1] for what in read.rates} <= {unit}


def test_a_column_of_percentages_beside_one_of_counts_keeps_its_own_sort() -> None:
    read = told(T=f"{TITLE}\nCouncil|Foster care|Foster care %|% in kinship care|Total\
\nFife|12|25|30|48\nAngus|14|25|31|56")  # fmt: skip
    assert fife(read) == {"foster": 12, "total": 48}
    assert read.rates["Fife", DAY, "looked_after", "kinship", "percent"] == 30


# Whom.


@pytest.mark.parametrize(
    "heading",
    [
        "Boys",
        "Female",
        "Aged 5 to 11",
        "Under 5",
        "16 and over",
        "UASC",
        "of which UASC",
        "Unaccompanied asylum seeking children",
        "Children in need",
        "Child protection register",
        "Starts",
        "Started to be looked after",
        "Children starting to be looked after in the year",
        "Ceased to be looked after",
        "Children looked after during the year",
        "Looked after at any time in the year",
        "Adopted",
        "White",
        "Disabled",
        "Three or more placements",
        "Placed outside the council area",
        "Change since 2019",
        "Target",
        "Rank",
        "Forecast 2020",
        "Average",
        "Capacity",
        "Population aged 0 to 17",
        "Foster carers approved",
    ],
)
def test_other_children_are_never_read_as_children_looked_after(heading: str) -> None:
    read = told(T=f"{TITLE}\nCouncil|Kinship care|{heading}|Total\nFife|12|777|20\nAngus|1|777|9")
    assert fife(read) == {"kinship": 12, "total": 20}
    assert 777 not in [*read.figures.values(), *read.rates.values()]
    down = told(T=f"{TITLE.replace('by council', 'in Fife')}\nPlacement|Number\nKinship care|12\
\n{heading}|777\nTotal|20")  # fmt: skip
    assert 777 not in [*down.figures.values(), *down.rates.values()]


@pytest.mark.parametrize(
    "title",
    [
        "Children in need in Fife, 31 July 2020",
        "Children on the child protection register in Fife, 31 July 2020",
        "Children starting to be looked after in Fife, 31 July 2020",
        "Children who ceased to be looked after in Fife, 31 July 2020",
        "Children looked after during the year in Fife, 31 July 2020",
        "Boys looked after in Fife, 31 July 2020",
        "Children looked after aged under 5 in Fife, 31 July 2020",
        "Unaccompanied asylum seeking children looked after in Fife, 31 July 2020",
        "Looked after children with a disability in Fife, 31 July 2020",
        "Looked after children placed outside the council area, Fife, 31 July 2020",
        "Looked after children who went missing, Fife, 31 July 2020",
        "Projected number of looked after children, Fife, 31 July 2020",
        "Foster carers in Fife, 31 July 2020",
        "Cost of looked after children, Fife, 31 July 2020",
        "Children looked after in the year ending 31 July 2020, Fife",
        "Children looked after in 12 months to 31 July 2020, Fife",
        "Children looked after from 1 August 2019 to 31 July 2020, Fife",
        "Children looked after at some point in 2020, Fife",
        "Average number of children looked after, Fife, 2020",
        "Increase in children looked after, Fife, 31 July 2020",
        "Children no longer looked after, Fife, 31 July 2020",
        "Children looked after by other councils, Fife, 31 July 2020",
        "Children looked after (excluding respite), Fife, 31 July 2020",
    ],
)
def test_a_table_about_other_children_gives_no_figure(title: str) -> None:
    read = told(T=f"{title}\nPlacement|Number\nFoster care|7\nKinship care|8\nTotal|24")
    assert not read.figures
    assert not read.rates


@pytest.mark.parametrize(
    "sheet", ["Boys", "UASC", "Under 5s", "Starts in year", "Out of area", "Child protection"]
)
def test_a_sheet_named_after_other_children_gives_no_figure(sheet: str) -> None:
    name = {sheet.replace(" ", "_"): UNDATED.replace("in Fife", "in Fife, 31 July 2020")}
    read = told(None, "figures.xlsx", None, (), **name)
    assert not read.figures


def test_a_file_named_after_other_children_gives_no_figure() -> None:
    read = told(name="UASC 2020.xlsx", T=UNDATED.replace("in Fife", "in Fife, 31 July 2020"))
    assert not read.figures


@pytest.mark.parametrize(
    "line",
    [
        "Boys",
        "UASC",
        "Respite",
        "Short breaks",
        "Under 5",
        "Aged 0 to 4",
        "Section 25",
        "Permanence order",
        "Additional support needs",
        "Placed outside the council area",
        "External placements",
        "Private provision",
        "One placement",
        "New cases",
        "Looked after during the year",
    ],
)
def test_a_second_line_of_a_title_may_say_that_it_is_about_fewer_children(line: str) -> None:
    title, table = "Children looked after at 31 July 2020", "Council|Foster care|Total\nFife|7|9"
    for titles in (f"{title}\n{line}", f"{line}\n{title}", f"{title}: {line}"):
        read = told(T=f"{titles}\n{table}")
        assert not read.figures, titles


@pytest.mark.parametrize("sheet", ["Rates", "Rate_per_1000", "Rate_per_10,000"])
def test_a_sheet_named_after_rates_holds_no_counts(sheet: str) -> None:
    table = {sheet: "Looked after children, Fife\nYear|Value\n2019|12\n2020|13"}
    assert not told(None, "figures.xlsx", None, (), **table).figures


@pytest.mark.parametrize("line", ["Kinship care", "Children in kinship care"])
def test_a_title_that_names_one_kind_of_place_makes_its_totals_that_kind_s(line: str) -> None:
    below = told(T=f"{line}\nChildren looked after, Fife\nYear|Number\n2019|11\n2020|22")
    assert set(fife(below).items()) <= {("kinship", 22)}
    above = told(T=f"Children looked after, Fife\n{line}\nYear|Number\n2019|11\n2020|22")
    assert set(fife(above).items()) <= {("kinship", 22)}


def test_a_sheet_named_after_one_kind_of_place_holds_no_total_of_all() -> None:
    read = told(Kinship_care="Children looked after, Fife\nYear|Number\n2019|11\n2020|22")
    assert set(fife(read).items()) <= {("kinship", 22)}


@pytest.mark.parametrize("head", ["|In the community||", "In the community|||"])
@pytest.mark.parametrize("merged", [None, {"T": ["B2:D2"]}])
def test_a_lone_group_head_keeps_its_total(head: str, merged: dict[str, list[str]] | None) -> None:
    read = told(merged, T=f"{TITLE}\n{head}\nCouncil|At home|Kinship care|Total\nFife|11|22|33")
    assert "total" not in fife(read)


def test_a_label_that_is_not_known_is_named_with_the_nearest_and_left_out() -> None:
    read = told(
        T="""
        Children looked after in Fife at 31 July 2020
        Placement|Number
        Kinship care|8
        Fostr care|7
        Wibble|9
        Total|24
    """
    )
    assert fife(read) == {"kinship": 8, "total": 24}
    assert read.codes == [("unknown-label", "T", "A4"), ("unknown-label", "T", "A5")]
    assert "did you mean Foster care" in read.problems[0]
    assert "did you mean" not in read.problems[1]


@pytest.mark.parametrize("head", ["No.", "Number", "Rank", "#", "Row", ""])
def test_numbers_that_count_the_rows_are_no_children(head: str) -> None:
    read = told(T=f"{TITLE}\n{head}|Council|Kinship care|Foster care\n1|Fife|12|20\n2|Angus|3|9")
    assert fife(read) == {"kinship": 12, "foster": 20}


# Figures that stand more than once.


def test_a_heading_twice_with_the_same_numbers_is_one_figure() -> None:
    read = told(T=f"{TITLE}\nCouncil|Kinship care|Kinship care|Total\nFife|12|12|20\nAngus|3|3|9")
    assert fife(read) == {"kinship": 12, "total": 20}
    assert not read.codes


def test_a_heading_twice_with_other_numbers_is_neither_and_both_are_named() -> None:
    read = told(T=f"{TITLE}\nCouncil|Kinship care|Kinship care|Total\nFife|12|13|20\nAngus|3|3|9")
    assert fife(read) == {"total": 20}
    assert placed(read, "Angus", DAY) == {"kinship": 3, "total": 9}
    assert read.codes == [("tables-disagree", "T", "C3")]
    assert "cell B3 says 12" in read.problems[0]
    assert "found 13" in read.problems[0]


def test_two_sheets_that_disagree_are_both_named_and_neither_is_believed() -> None:
    table = f"{TITLE}\nCouncil|Kinship care|Total\nFife|{{}}|20"
    read = told(A=table.format(8), B=table.format(9))
    assert fife(read) == {"total": 20}
    assert read.codes == [("tables-disagree", "B", "B3")]
    assert "sheet 'A', cell B3 says 8" in read.problems[0]


def test_a_number_on_one_sheet_comes_before_a_mark_on_another() -> None:
    table = f"{TITLE}\nCouncil|Kinship care|Total\nFife|{{}}|20"
    read = told(A=table.format("x"), B=table.format(9))
    assert fife(read) == {"kinship": 9, "total": 20}
    assert not read.codes


def test_an_area_twice_with_other_numbers_is_neither() -> None:
    read = told(T=f"{TITLE}\nCouncil|Kinship care|Total\nFife|12|20\nFife|12|21\nAngus|3|9")
    assert "total" not in fife(read)
    assert ("tables-disagree", "T", "C4") in read.codes


# Where.


@pytest.mark.parametrize(
    "label",
    [
        "Max",
        "Minimum",
        "Median",
        "Scotland average",
        "All authorities",
        "Family group average",
        "Levenmouth",
        "Other councils",
        "Total",
    ],
)
def test_a_row_that_is_no_area_is_not_taken_for_one(label: str) -> None:
    read = told(T=f"{TITLE}\nCouncil|Kinship care|Total\nFife|12|20\n{label}|777|778\nAngus|3|9")
    councils = {area: said for (area, *_), said in read.figures.items() if area != "Scotland"}
    assert set(councils) == {"Fife", "Angus"}
    assert not {777, 778} & set(councils.values())


def test_a_code_comes_before_a_name_that_is_spelled_otherwise() -> None:
    read = told(T=f"{TITLE}\nArea code|Council|Total\nS12000047|Kingdom of Fife|20\
\nS12000041|Angus|21")  # fmt: skip
    assert fife(read) == {"total": 20}


def test_a_code_and_a_name_of_two_councils_are_neither_and_are_named() -> None:
    read = told(T=f"{TITLE}\nArea code|Council|Total\nS12000005|Falkirk|22\nS12000041|Angus|21")
    assert {area for area, *_ in read.figures} == {"Angus"}
    assert ("T", "A3") in {(sheet, cell) for _, sheet, cell in read.codes}


def test_an_area_that_is_not_known_is_named_with_the_nearest() -> None:
    read = told(T=f"{TITLE}\nCouncil|Kinship care|Total\nFyfe|12|20\nAngus|3|9")
    assert {area for area, *_ in read.figures} == {"Angus"}
    assert read.codes == [("unknown-area", "T", "A3")]
    assert "did you mean Fife" in read.problems[0]


def test_looked_after_31_march_does_not_mean_after_31_march() -> None:
    read = csv("Children looked after 31 March 2020\nLocal authority,Total\nNewport,9\nCardiff,8\n")
    assert placed(read, "Newport", "2020-03-31") == {"total": 9}
    assert placed(read, "Cardiff", "2020-03-31") == {"total": 8}
