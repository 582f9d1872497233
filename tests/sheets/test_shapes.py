"""Tables of every shape that publishers and councils send, each drawn small, say the same things.

A line is a row, `|` stands between cells, and the numbers were made up for their test.
"""

import pytest

from tests.sheets.told import Told, csv, placed, told


def leeds(tidy: Told, *days: str) -> list[dict[str, float | str]]:
    """Where the children of Leeds lived on each day."""
    return [placed(tidy, "Leeds", day) for day in days]


def test_categories_stand_across() -> None:
    read = told(
        T="""
        Children looked after in Leeds at 31 March 2020 by placement
        Year|Foster placements|Placed for adoption|Placed with parents|All children looked after
        2019|960|50|90|1300
        2020|980|45|95|1346
    """
    )
    assert leeds(read, "2019-03-31", "2020-03-31") == [
        {"foster": 960, "adopters": 50, "at_home": 90, "total": 1300},
        {"foster": 980, "adopters": 45, "at_home": 95, "total": 1346},
    ]


def test_categories_stand_down_and_years_across() -> None:
    read = told(
        T="""
        Looked after children in Fife at 31 July
        Accommodation type|2019|2020
        At home with parents|100|110
        With kinship carers|50|51
        With foster carers provided by LA|40|41
        In the community|190|202
        In local authority home|15|16
        Residential accommodation|15|16
        Total looked after children|205|218
    """
    )
    assert placed(read, "Fife", "2019-07-31") == {
        "at_home": 100,
        "kinship": 50,
        "foster_authority": 40,
        "community": 190,
        "authority_home": 15,
        "residential": 15,
        "total": 205,
    }
    assert placed(read, "Fife", "2020-07-31")["total"] == 218


def test_years_stand_down_beside_a_count_and_a_rate() -> None:
    read = told(
        T="""
        Children looked after in Leeds at 31 March
        Year|Number|Rate per 10,000
        2019|1300|77
        2020|1346|80.1
    """
    )
    assert leeds(read, "2019-03-31", "2020-03-31") == [{"total": 1300}, {"total": 1346}]
    assert read.rates["Leeds", "2020-03-31", "looked_after", "total", "rate"] == 80.1
    assert len(read.rates) == 2


AREAS_DOWN = """
    {title}
    Local authority|At home|Kinship care|Foster care|Total
    Angus|10|20|30|65
    Fife|11|21|31|70
    Scotland|21|41|61|135
"""


@pytest.mark.parametrize(
    ("title", "sheet", "name"),
    [
        ("Children looked after at 31 July 2021", "T", "figures.xlsx"),
        ("Children looked after by council, 2020-21", "T", "figures.xlsx"),
        ("Children looked after", "31 July 2021", "figures.xlsx"),
        ("Children looked after", "2020-21", "figures.xlsx"),
        ("Children looked after", "T", "looked-after-2021.xlsx"),
        ("Children looked after", "T", "Looked after children 31 July 2021 FINAL.xlsx"),
    ],
)
def test_areas_stand_down_and_one_date_holds_for_them_all(
    title: str, sheet: str, name: str
) -> None:
    read = told(None, name, None, (), **{sheet: AREAS_DOWN.format(title=title)})
    assert placed(read, "Fife", "2021-07-31") == {
        "at_home": 11,
        "kinship": 21,
        "foster": 31,
        "total": 70,
    }
    assert placed(read, "Scotland", "2021-07-31")["total"] == 135


def test_areas_stand_down_beside_a_column_of_dates() -> None:
    read = told(
        T="""
        Children looked after by placement
        Local authority|Census date|At home|Kinship care|Total
        Fife|31/07/2020|11|21|70
        Fife|31/07/2021|12|22|75
        Angus|@2021-07-31|10|20|65
    """
    )
    assert placed(read, "Fife", "2020-07-31") == {"at_home": 11, "kinship": 21, "total": 70}
    assert placed(read, "Fife", "2021-07-31") == {"at_home": 12, "kinship": 22, "total": 75}
    assert placed(read, "Angus", "2021-07-31") == {"at_home": 10, "kinship": 20, "total": 65}


def test_years_stand_across_and_areas_down() -> None:
    read = told(
        T="""
        Number of children looked after at 31 March by local authority
        Local authority|2019|2020|2021
        Leeds|1300|1346|1371
        Kent|1590|1750|1610
    """
    )
    assert leeds(read, "2019-03-31", "2021-03-31") == [{"total": 1300}, {"total": 1371}]
    assert placed(read, "Kent", "2020-03-31") == {"total": 1750}


def test_a_row_of_regions_between_the_councils_is_a_region_and_no_council() -> None:
    read = told(
        T="""
        Children looked after at 31 March 2020
        Local authority|Foster placements|All children looked after
        ENGLAND|57000|80080
        North East|3700|5250
        Darlington|170|250
        Yorkshire and The Humber|6100|8820
        Leeds|980|1346
    """
    )
    assert {area for area, *_ in read.figures} == {
        "England",
        "North East",
        "Darlington",
        "Yorkshire and The Humber",
        "Leeds",
    }
    assert placed(read, "Leeds", "2020-03-31") == {"foster": 980, "total": 1346}


def test_lines_that_only_name_a_region_do_not_move_the_councils_below_them() -> None:
    read = told(
        T="""
        Children looked after at 31 March 2020
        Local authority|Foster placements|All children looked after
        North East
        Darlington|170|250
        Hartlepool|200|310

        Yorkshire and The Humber
        Leeds|980|1346
    """
    )
    assert {area for area, *_ in read.figures} == {"Darlington", "Hartlepool", "Leeds"}
    assert placed(read, "Leeds", "2020-03-31") == {"foster": 980, "total": 1346}


ENGLAND = """
    time_period,geographic_level,country_name,cla_group,characteristic,number,percentage
    2024,National,England,Age group,1 to 4 years,150,15
    2024,National,England,Gender,Male,560,56
    2024,National,England,Placement,1. Total foster placements,600,60
    2024,National,England,Placement,1a Total foster placements inside council boundary,350,35
    2024,National,England,Placement,1b Total foster placements outside council boundary,250,25
    2024,National,England,Placement,2. Total placed for adoption,20,2
    2024,National,England,Placement,3. Total placed with parents or other person with parental\
 responsibility,70,7
    2024,National,England,Placement,4. Total secure homes and children's homes,100,10
    2024,National,England,Placement,4a Secure home placement inside the council boundary,10,1
    2024,National,England,Placement,4c Total children's homes subject to children's homes\
 regulations,90,9
    2024,National,England,Placement,5. Total independent and semi-independent living arrangements/\
 supported accommodation,110,11
    2024,National,England,Placement,5c. Supported accommodation,110,11
    2024,National,England,Placement,6. Total other residential settings,40,4
    2024,National,England,Placement,7. Total residential schools,10,1
    2024,National,England,Placement,8. Total other placements,50,5
    2024,National,England,Placement,Total children,1000,100
""".replace("\n    ", "\n")


def test_a_long_table_with_nested_totals_counts_no_child_twice() -> None:
    said = placed(csv(ENGLAND), "England", "2024-03-31")
    tops = {
        "foster": 600,
        "adopters": 20,
        "at_home": 70,
        "secure_and_childrens_homes": 100,
        "independent_and_supported": 110,
        "other_residential": 40,
        "residential_school": 10,
        "other": 50,
    }
    assert sum(tops.values()) == said["total"] == 1000
    assert said == tops | {"total": 1000, "childrens_homes": 90, "supported_accommodation": 110}


def test_a_long_table_with_a_row_for_each_number_is_read_by_its_columns() -> None:
    read = csv("""
Local authority,Area code,Year,Placement type,Sex,Data values
Cardiff,W06000015,2023-24,Foster placements,Persons,600
Cardiff,W06000015,2023-24,Foster placements,Male,300
Cardiff,W06000015,2023-24,Total placements,Persons,1000
All Welsh local authorities,W92000004,2023-24,Total placements,Persons,7198
""", "children-looked-after-at-31-march.csv")  # fmt: skip
    assert read.figures == {
        ("Cardiff", "2024-03-31", "looked_after", "foster"): 600,
        ("Cardiff", "2024-03-31", "looked_after", "total"): 1000,
        ("Wales", "2024-03-31", "looked_after", "total"): 7198,
    }


def test_open_data_say_with_a_column_what_sort_of_number_each_is() -> None:
    read = csv("""
GeographyCode,DateCode,Measurement,Units,Residential Status,Value
S12000047,2019/2020,Count,Children,All,800
S12000047,2019/2020,Count,Children,Foster,300
S12000047,2019/2020,Ratio,Rate per 1000,All,11.2
""", "looked-after-children.csv")  # fmt: skip
    assert placed(read, "Fife", "2020-07-31") == {"total": 800, "foster": 300}
    assert not any(value == 11.2 for value in read.figures.values())


STACKED = """
    Children looked after by council and accommodation, 31 July 2023
    |In the community|{}|{}|Residential|{}|{}
    Local authority|At home|Kinship care|Total|Secure|Other|Total
    Angus|10|20|30|1|4|5
    Fife|11|22|33|2|5|7
"""
FIFE_STACKED = {
    "at_home": 11,
    "kinship": 22,
    "community": 33,
    "secure": 2,
    "other_residential": 5,
    "residential": 7,
}


def test_group_heads_that_are_not_merged_hold_until_the_next() -> None:
    assert placed(told(T=STACKED.format(*[""] * 4)), "Fife", "2023-07-31") == FIFE_STACKED


def test_group_heads_that_are_merged_hold_over_their_cells() -> None:
    read = told({"T": ["B2:D2", "E2:G2"]}, T=STACKED.format(*[""] * 4))
    assert placed(read, "Fife", "2023-07-31") == FIFE_STACKED


def test_group_heads_that_go_on_as_full_stops_hold_over_them() -> None:
    assert placed(told(T=STACKED.format(*["."] * 4)), "Fife", "2023-07-31") == FIFE_STACKED


def test_a_merged_head_ends_where_its_cells_end() -> None:
    read = told({"T": ["B2:C2"]}, T="""
        Children looked after by council and accommodation, 31 July 2023
        |In the community|||
        Local authority|Other|Total|Secure care|Total looked after children
        Fife|11|33|2|70
    """)  # fmt: skip
    assert placed(read, "Fife", "2023-07-31") == {
        "other_community": 11,
        "community": 33,
        "secure": 2,
        "total": 70,
    }


def test_headings_merged_down_belong_to_one_column() -> None:
    read = told({"T": ["A2:A3", "B2:C2", "D2:D3"]}, T="""
        Children looked after at 31 July 2020
        Council|In the community||Total looked after
        |At home|Total|
        Fife|1|2|3
        Angus|5|6|7
    """)  # fmt: skip
    assert placed(read, "Fife", "2020-07-31") == {"at_home": 1, "community": 2, "total": 3}


def test_names_merged_down_belong_to_all_their_rows() -> None:
    read = told({"T": ["A3:A4", "A5:A6"]}, T="""
        Children looked after at 31 July
        Council|Placement|2019|2020
        Fife|Foster care|1|2
        |Kinship care|3|4
        Angus|Foster care|5|6
        |Kinship care|7|8
    """)  # fmt: skip
    assert placed(read, "Fife", "2020-07-31") == {"foster": 2, "kinship": 4}
    assert placed(read, "Angus", "2019-07-31") == {"foster": 5, "kinship": 7}


@pytest.mark.parametrize("heads", ["||2019|||2020|", "|||2019|||2020", "||2019||||2020"])
def test_heads_that_stand_in_the_middle_of_their_columns_are_never_guessed_at(heads: str) -> None:
    read = told(
        T=f"""
        Children looked after at 31 July
        {heads}
        Council|At home|Kinship care|Total|At home|Kinship care|Total
        Fife|1|2|3|4|5|9
        Angus|5|6|11|7|8|15
    """
    )
    years = {"2019-07-31": {"at_home": 1, "kinship": 2, "total": 3},
             "2020-07-31": {"at_home": 4, "kinship": 5, "total": 9}}  # fmt: skip
    for day, right in years.items():
        assert placed(read, "Fife", day).items() <= right.items()


def test_a_crosstab_has_a_year_over_each_group_of_columns() -> None:
    read = told({"T": ["B2:C2", "D2:E2"]}, T="""
        Children looked after at 31 March by local authority and placement
        |2019||2020|
        Local authority|Foster placements|All children looked after|Foster placements|All children\
 looked after
        Leeds|960|1300|980|1346
        Kent|1200|1590|1300|1750
    """)  # fmt: skip
    assert leeds(read, "2019-03-31", "2020-03-31") == [
        {"foster": 960, "total": 1300},
        {"foster": 980, "total": 1346},
    ]


def test_sex_and_age_over_the_columns_leave_only_the_total_of_both() -> None:
    read = csv("""
"","","Total boys and girls (1)","","","","","","Total boys and girls (1)"
"","","Boys (1)",".",".","Girls (1)",".",".","."
"","","All Ages (1)",".","All Ages (1)","All Ages (1)",".","All Ages (1)","."
"","","Under 1 year (1)","1 to 4 years (1)",".","Under 1 year (1)","1 to 4 years (1)",".","."
"All Welsh local authorities ","",10,20,30,11,21,32,62
"All Welsh local authorities ","Cardiff ",1,2,3,"*",4,5,8
"","Swansea ",2,3,5,1,2,3,8
""", "CLA_31MAR_2010.csv")  # fmt: skip
    assert read.figures == {
        ("Wales", "2010-03-31", "looked_after", "total"): 62,
        ("Cardiff", "2010-03-31", "looked_after", "total"): 8,
        ("Swansea", "2010-03-31", "looked_after", "total"): 8,
    }


def test_counts_stand_beside_percentages() -> None:
    read = told(
        T="""
        Children looked after at 31 March by placement
        England
        |2018||2019|
        |Number|%|Number|%
        All children looked after at 31 March|75370|100|78140|100
        Foster placements|55200|73|56160|72
        of which: with relative or friend|9950|13|10700|14
        Placed for adoption|2230|3|2160|3
    """
    )
    assert placed(read, "England", "2018-03-31") == {
        "total": 75370,
        "foster": 55200,
        "adopters": 2230,
    }
    assert read.rates["England", "2019-03-31", "looked_after", "foster", "percent"] == 72


COUNTS_THEN_SHARES = """
    Children looked after by accommodation, Scotland, 31 July
    Accommodation|2019|2020
    At home|10|20
    Kinship care|20|20
    Total|30|40
    {}
    At home|33|50
    Kinship care|67|50
    Total|100|100
"""


@pytest.mark.parametrize(
    "line", ["Percentages", "Percentage of all", "\n    %\n    Accommodation|2019|2020"]
)
def test_a_line_about_percentages_makes_the_rows_below_it_percentages(line: str) -> None:
    read = told(T=COUNTS_THEN_SHARES.format(line))
    assert placed(read, "Scotland", "2019-07-31") == {"at_home": 10, "kinship": 20, "total": 30}
    assert placed(read, "Scotland", "2020-07-31") == {"at_home": 20, "kinship": 20, "total": 40}


def test_a_row_of_percentages_below_each_row_of_counts_is_no_count() -> None:
    read = told(
        T="""
        Children looked after by accommodation, Scotland, 31 July
        Accommodation||2019|2020
        At home|Number|10|20
        |%|33|50
        Kinship care|Number|20|20
        |%|67|50
        Total|Number|30|40
        |%|100|100
    """
    )
    assert placed(read, "Scotland", "2019-07-31") == {"at_home": 10, "kinship": 20, "total": 30}


def test_rows_of_rates_and_changes_below_a_count_are_no_counts() -> None:
    read = told(
        T="""
        Children looked after, Scotland, 31 July
        |2019|2020
        Number|10|20
        Rate per 1,000|12|13
        % change|5|6
        Children under 18|1000|1010
    """
    )
    assert placed(read, "Scotland", "2019-07-31") == {"total": 10}
    assert placed(read, "Scotland", "2020-07-31") == {"total": 20}


def test_numbers_and_percentages_stand_at_the_right_end_of_their_halves() -> None:
    read = told(
        T="""
        Table A3: Children looked after at 31 March by placement
        Year ending 31 March 2015
        Coverage: England
        ||||numbers||||percentages
        ||All children looked after|Foster placements|Placed for adoption||All children looked\
 after|Foster placements|Placed for adoption
        383|Leeds|1245|990|60||100|80|5
        886|Kent|1870|1380|70||100|74|4
    """
    )
    assert placed(read, "Leeds", "2015-03-31") == {"total": 1245, "foster": 990, "adopters": 60}
    assert read.rates["Kent", "2015-03-31", "looked_after", "foster", "percent"] == 74
    assert 80 not in read.figures.values()


def test_numbers_and_rates_stand_at_the_right_end_of_their_halves() -> None:
    read = told(
        T="""
        Table A1: Children looked after at 31 March
        Years ending 31 March 2014 to 2015
        Coverage: England
        |||numbers3||rates4
        ||2014|2015||2014|2015
        383|Leeds|1280|1245||79|76
        886|Kent|1840|1870||56|57
    """
    )
    assert leeds(read, "2014-03-31", "2015-03-31") == [{"total": 1280}, {"total": 1245}]
    assert 76 not in read.figures.values()


def test_tables_on_one_sheet_with_notes_between_keep_their_own_titles() -> None:
    read = told(
        T="""
        Table 1: Looked after children in Fife at 31 July 2019
        Placement type|Number
        Foster care|50
        Kinship care|40
        Total looked after children|120

        Note: figures are provisional.
        1. Kinship care is with relatives or friends.

        Table 2: Looked after children in Fife at 31 July 2020
        Placement type|Number
        Foster care|55
        Kinship care|45
        Total looked after children|130

        Table 3: Children starting to be looked after in Fife in 2020
        Placement type|Number
        Foster care|7
        Kinship care|8
        Total|20
    """
    )
    assert placed(read, "Fife", "2019-07-31") == {"foster": 50, "kinship": 40, "total": 120}
    assert placed(read, "Fife", "2020-07-31") == {"foster": 55, "kinship": 45, "total": 130}
    assert len(read.figures) == 6


def test_tables_side_by_side_are_no_harm() -> None:
    read = told(
        T="""
        Looked after children in Fife at 31 July 2020
        Placement type|Number||Legal reason|Number
        Foster care|50||Section 25|60
        Kinship care|40||Permanence order|30
        Total looked after children|120||Total|120
    """
    )
    right = {"foster": 50, "kinship": 40, "total": 120}
    assert placed(read, "Fife", "2020-07-31").items() <= right.items()


def test_a_number_beside_two_labels_is_not_given_to_the_wrong_one() -> None:
    councils = told(
        T="""
        Children looked after, 31 July 2020
        Council|Foster care||Council|Kinship care
        Fife|1||Angus|3
        Moray|5||Falkirk|7
    """
    )
    assert "kinship" not in placed(councils, "Fife", "2020-07-31")
    assert placed(councils, "Angus", "2020-07-31") in ({}, {"kinship": 3})
    places = told(
        T="""
        Looked after children in Fife
        Placement|31 July 2019||Placement|31 July 2020
        Foster care|1||At home|5
        At home|3||Foster care|7
    """
    )
    assert placed(places, "Fife", "2020-07-31") in ({}, {"at_home": 5, "foster": 7})


def test_the_same_labels_on_both_sides_are_one_label() -> None:
    read = told(
        T="""
        Children looked after, 31 July 2020
        Council|Foster care|Council|Kinship care
        Fife|1|Fife|3
        Moray|5|Moray|7
    """
    )
    assert placed(read, "Fife", "2020-07-31") in ({}, {"foster": 1}, {"foster": 1, "kinship": 3})


GROUP_LINES = """
    Children looked after in Fife, 31 July
    Placement|2019|2020
    Residential care
    In local authority home|5|6
    In voluntary home|7|8
    Other|9|1
    Total|21|15
    In the community
    At home with parents|50|60
    Kinship care|70|80
    Other|2|3
    Total|122|143
    Total looked after children|143|158
"""


def test_lines_that_name_a_group_hold_for_the_rows_below_them() -> None:
    assert placed(told(T=GROUP_LINES), "Fife", "2019-07-31") == {
        "authority_home": 5,
        "voluntary_home": 7,
        "other_residential": 9,
        "residential": 21,
        "at_home": 50,
        "kinship": 70,
        "other_community": 2,
        "community": 122,
        "total": 143,
    }


def test_a_group_named_once_in_a_column_of_its_own_holds_until_the_next() -> None:
    read = told(
        T="""
        Children looked after in Fife
        Setting|Placement|31 July 2019|31 July 2020
        Residential|Secure care|5|6
        |Other|7|8
        |Total|12|14
        Community|At home|50|60
        |Other|70|80
        |Total|120|140
        Total||132|154
    """
    )
    assert placed(read, "Fife", "2020-07-31") == {
        "secure": 6,
        "other_residential": 8,
        "residential": 14,
        "at_home": 60,
        "other_community": 80,
        "community": 140,
        "total": 154,
    }


LAST_TOTAL = """
    Children looked after in Fife, 31 July 2019
    Placement|Number
    Residential care
    In local authority home|5
    In the community
    At home with parents|50
    Kinship care|70
    {}|125
"""


@pytest.mark.parametrize(
    "label", ["Total looked after children", "All children looked after", "Grand total", "Total"]
)
def test_the_total_of_all_at_the_end_is_not_that_of_the_last_group(label: str) -> None:
    read = told(T=LAST_TOTAL.format(label))
    assert "community" not in placed(read, "Fife", "2019-07-31")
    assert placed(read, "Fife", "2019-07-31").get("total", 125) == 125


def test_the_total_of_all_at_the_right_is_not_that_of_the_last_group() -> None:
    read = told(
        T="""
        Children looked after, 31 July 2020
        |In the community||Residential||
        Council|At home|Kinship care|Secure care|Other|Total
        Fife|1|2|4|5|12
        Moray|2|3|5|6|16
    """
    )
    assert "residential" not in placed(read, "Fife", "2020-07-31")


def test_an_other_below_the_row_of_a_group_is_not_living_elsewhere() -> None:
    read = told(
        T="""
        Children looked after in Fife, 31 July 2019
        Placement|Number
        Residential care|12
        Secure care|5
        Other|7
        In the community|120
        At home with parents|120
        Total|132
    """
    )
    assert "other" not in placed(read, "Fife", "2019-07-31")


def test_totals_of_groups_that_no_line_names_are_no_total_of_all() -> None:
    read = told(
        T="""
        Children looked after in Fife, 31 July 2020
        Setting|Number
        At home|1
        Kinship care|2
        Total|3
        Secure care|4
        Residential school|5
        Total|9
    """
    )
    assert "total" not in placed(read, "Fife", "2020-07-31")


def test_notes_above_and_below_a_table_are_no_part_of_it() -> None:
    read = told(
        T="""
        Back to contents
        Table 1.1: Number of children looked after by type of accommodation, 2019 to 2020 [Note 1]
        Scotland
        This worksheet contains one table. Figures for 2016 were revised.
        Source: children looked after statistics
        Accommodation type|2019|2020
        At home with parents|100|110
        In the community|190|202
        Total looked after children|205|218

        [Note 1] Children on planned short breaks (2,150 in 2018) are not included.
        1. In 2015 12 councils changed their systems.
        © Crown copyright 2021
    """
    )
    assert len(read.figures) == 6
    assert placed(read, "Scotland", "2020-07-31") == {
        "at_home": 110,
        "community": 202,
        "total": 218,
    }


def test_coded_headings_carry_the_year_of_the_whole_table() -> None:
    read = csv("""
New_geog_code,geog_l,geog_c,geog_n,CLA_Mar2015,CLA_2015,CLA_stp2015,CLA_male,CLA_Fost,CLA_Adopt
E92000001,NATIONAL,999,ENGLAND,69540,99230,2820,38530,52050,3320
E08000035,LA,383,Leeds,1245,1690,60,700,991,x
""", "underlying.csv")  # fmt: skip
    assert placed(read, "England", "2015-03-31") == {
        "total": 69540,
        "foster": 52050,
        "adopters": 3320,
    }
    assert leeds(read, "2015-03-31") == [{"total": 1245, "foster": 991, "adopters": "x"}]
    assert len(read.figures) == 6


def test_coded_headings_of_which_none_is_known_are_named() -> None:
    read = csv("geog_l,geog_c,geog_n,CL_19,CL_19_IT\nLA,383,Leeds,31,30", name="SFR34_CL2015.csv")
    assert (read.figures, read.codes) == ({}, [("unknown-label", "SFR34_CL2015", "D1")])


def test_benchmarking_headings_are_a_code_and_a_reporting_year() -> None:
    read = told(
        Raw_Data="""
        Local Authority|CHN8a 2018-19|No. Of Children (residential) 2018-19| No. Of Children\
 (community) 2018-19|CHN9 2018-19|CHN9 2017-18
        Fife|2500|134|801|85.7|86.1
        Shetland Islands|4100|7|27|79.4|n/a
        Scotland|3500|1413|12602|89.9|89.7
    """
    )
    assert placed(read, "Fife", "2019-07-31") == {"residential": 134, "community": 801}
    assert placed(read, "Scotland", "2019-07-31") == {"residential": 1413, "community": 12602}
    share = ("looked_after", "community", "percent")
    assert read.rates["Fife", "2019-07-31", *share] == 85.7
    assert read.rates["Shetland Islands", "2018-07-31", *share] == "x"
    assert len(read.figures) == 6


def test_aftercare_is_counted_by_age() -> None:
    read = told(
        T="""
        Table 3.1: Young people eligible for aftercare services on 31 July 2023 by age
        Scotland
        Age|Number eligible for aftercare|Number receiving aftercare
        Aged 16|50|40
        Aged 17|150|120
        Aged 18|400|300
        Aged 19-21|1500|900
        22+|1600|500
        Total|3700|1860
    """
    )
    eligible = {c: n for (_, _, m, c), n in read.figures.items() if m == "aftercare_eligible"}
    receiving = {c: n for (_, _, m, c), n in read.figures.items() if m == "aftercare_receiving"}
    assert eligible == {
        "age_16": 50,
        "age_17": 150,
        "age_18": 400,
        "age_19_21": 1500,
        "age_22_over": 1600,
        "total": 3700,
    }
    assert receiving == {
        "age_16": 40,
        "age_17": 120,
        "age_18": 300,
        "age_19_21": 900,
        "age_22_over": 500,
        "total": 1860,
    }


def test_a_whole_table_of_percentages_below_one_of_counts_gives_no_counts() -> None:
    read = told(
        T="""
        Table 1.10: Young people eligible for aftercare services on 31 July 2020 by age, Scotland
        |Receiving|Not receiving|Total eligible
        16|1|2|3
        17|2|2|4
        Total|3|4|7
        Percentage
        16|33%|67%|100%
        17|50%|50%|100%
        Total|43%|57%|100%
    """
    )
    eligible = {c: n for (_, _, m, c), n in read.figures.items() if m == "aftercare_eligible"}
    assert eligible == {"age_16": 3, "age_17": 4, "total": 7}
    assert set(read.figures.values()) <= {1, 2, 3, 4, 7}


def test_children_looked_after_by_age_leave_only_the_row_of_all_ages() -> None:
    read = told(
        T="""
        Children looked after by age, 31 July 2020, Scotland
        Age|At home|Foster care|Total
        Under 1|1|2|3
        16|4|5|9
        16-17|6|7|13
        Total|11|14|25
    """
    )
    assert placed(read, "Scotland", "2020-07-31") == {"at_home": 11, "foster": 14, "total": 25}
    assert len(read.figures) == 3


def test_where_young_people_in_aftercare_live_is_not_where_children_are_looked_after() -> None:
    read = told(
        T="""
        Young people receiving aftercare by type of accommodation, 31 July 2020, Scotland
        Accommodation type|Number
        At home with parents|100
        Supported accommodation|20
        Total|120
    """
    )
    assert read.figures == {("Scotland", "2020-07-31", "aftercare_receiving", "total"): 120}


def test_care_leavers_are_counted_by_the_age_in_the_heading() -> None:
    read = told(
        T="""
        Table F2: Care leavers now aged 19 by accommodation
        Year ending 31 March 2015
        Coverage: England
        Local authority|All children now aged 19 who were looked after for a total of at least 13\
 weeks after their 14th birthday including some time after their 16th birthday|Independent living
        Leeds|120|45
    """
    )
    assert read.figures == {("Leeds", "2015-03-31", "care_leavers", "age_19"): 120}


def test_long_data_on_care_leavers_tell_those_in_touch_from_all() -> None:
    read = csv("""
time_period,geographic_level,country_name,la_name,new_la_code,age,in_touch,number,percentage
2024,Local authority,England,Leeds,E08000035,Aged 17 to 18,Local authority in touch with care\
 leaver,90,90
2024,Local authority,England,Leeds,E08000035,Aged 17 to 18,Local authority not in touch with care\
 leaver,8,8
2024,Local authority,England,Leeds,E08000035,Aged 17 to 18,Total,100,100
2024,Local authority,England,Leeds,E08000035,Aged 19 to 21,Total,300,100
""")  # fmt: skip
    assert read.figures == {
        ("Leeds", "2024-03-31", "care_leavers_in_touch", "age_17_18"): 90,
        ("Leeds", "2024-03-31", "care_leavers", "age_17_18"): 100,
        ("Leeds", "2024-03-31", "care_leavers", "age_19_21"): 300,
    }


def test_a_council_s_answer_to_a_request_names_itself_in_the_title() -> None:
    read = told(
        T="""
        FOI request 1234 - Falkirk Council
        Placement type|31/07/2021|31/07/2022
        Foster care|50|55
        Residential (in-house)|10|12
        Secure care|<5|0
        Other|3|2
        Total looked after children|100|120
    """
    )
    assert placed(read, "Falkirk", "2021-07-31") == {
        "foster": 50,
        "authority_home": 10,
        "secure": "c",
        "other": 3,
        "total": 100,
    }
    assert placed(read, "Falkirk", "2022-07-31")["secure"] == 0


FIFE = """
    Looked after children in Fife at 31 July {}
    Placement type|Number
    Foster care|{}
    Total looked after children|{}
"""


def test_an_answer_may_repeat_the_questions() -> None:
    asked = "How many looked after children were there in Fife at 31 July 2020?"
    first = f"Q1. {asked}\n|Number\nTotal|101"
    second = "Q2. How many of these had a disability?\n|Number\nTotal|9"
    read = told(Response=f"Fife Council\nFOI 1234\n{first}\n\n{second}")
    assert placed(read, "Fife", "2020-07-31") == {"total": 101}


def test_a_hidden_sheet_adds_to_the_others_and_takes_nothing_from_them() -> None:
    read = told(hidden=("Old",), Shown=FIFE.format(2020, 55, 130), Old=FIFE.format(2019, 50, 120))
    assert placed(read, "Fife", "2020-07-31") == {"foster": 55, "total": 130}
    assert placed(read, "Fife", "2019-07-31") in ({}, {"foster": 50, "total": 120})


def test_the_project_s_own_sheet_stands_beside_a_table_of_another_shape() -> None:
    read = told(
        Placements="""
            Area|Census date|At home|Total|Source|Published
            Fife|31 March 2008|5|12|Report|2019
        """,
        From_the_council=FIFE.format(2020, 55, 130),
    )
    assert placed(read, "Fife", "2008-03-31") == {"at_home": 5, "total": 12}
    assert placed(read, "Fife", "2020-07-31") == {"foster": 55, "total": 130}


def test_a_sheet_called_like_one_of_the_project_s_own_may_have_another_shape() -> None:
    read = told(Placements=FIFE.format(2020, 55, 130))
    assert placed(read, "Fife", "2020-07-31") == {"foster": 55, "total": 130}
    assert not read.codes
