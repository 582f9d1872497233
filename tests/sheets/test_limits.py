"""Notes that take people out of a count, or add others to it, keep its figures from being
everyone's; notes that every publisher prints keep nothing.

Every number was made up for its test.
"""

import pytest

from cpdash.sheets.words.limits import limits
from tests.sheets.told import Told, csv, placed, told

FIFE = "Looked after children in Fife"
JULY = f"{FIFE} at 31 July 2020"
YEARS = "|2017|2018\nTotal|31|41"
HOMES = "Placement|Number\nFoster care|60\nKinship care|41"

LIMITS = """Figures exclude children at home
* excludes children at home
Data cover those aged under 12 only
Note: includes only children placed outside Fife
Excludes unaccompanied asylum seeking children
Only children aged 5 to 12 are counted
This table shows girls only
Includes children on the child protection register
Data relates to children in the Levenmouth area only
The figures do not include children placed at home
Source: Fife Council, looked after children excluding those at home
Excludes children at home and those in respite
Excludes respite and kinship care
Children in secure care are not included.
Children at home are excluded from these figures
Figures don't include kinship carers
Data is for children with a disability
Note: figures relate to children placed outside the council area
Numbers are of placements, not children
Figures show episodes
Figures are averages over the year
All figures are for admissions during the year
Scotland total excludes Glasgow
Includes care leavers up to age 25
Children with two placements are counted twice
Total includes children placed by other authorities
1. Excludes children placed for adoption
Limited to children with a legal order
NB These numbers omit children accommodated voluntarily
Figures exclude kinship care and percentages are rounded
Figures exclude children whose LA of placement is not known.
Includes children receiving short breaks
This return excludes children under 5.
Residential excludes secure care
NB. Children at home not incl.
Children at home are recorded separately
Numbers relate to Levenmouth
Data is for North Lochs and South Lochs""".splitlines()

LEAVES_ALL = """Figures are rounded to the nearest 5
Excludes respite
1. Figures exclude children looked after under an agreed series of short term placements.
These figures do not include children who are on a planned series of short term placements
Excludes children looked after exclusively under a series of short term breaks
Percentages exclude children whose ethnicity is not known
Rates exclude Glasgow
Numbers less than 5 have been suppressed and are not included
Data only became available in 2016
Only the latest placement is counted
c = fewer than 5 children
Residential includes secure care
Other community includes supported lodgings
Foster care includes prospective adopters
For internal use only
Data are provisional and may change
No child is counted more than once
Children aged 18 or over are excluded
Figures relate to the position at 31 July
Please note that this information is for guidance only
Children are counted once only
This table only includes children looked after at 31 July
Looked after children are counted at 31 July only
Figures relate to Fife
Data are for Fife Council and Angus
Figures refer to Table 2
Figures include children at home
Data refers to children and young people aged 0 to 17""".splitlines()

OF_CARE_LEAVERS = (
    "Figures exclude young people who died after leaving care, and those who returned home for a"
    " period of 6 months or more after leaving care.",
    "Figures exclude young people who were looked after under an agreed series of short term"
    " placements, those who have died since leaving care, those who have returned home to parents"
    " or someone with parental responsibility for a continuous period of at least 6 months and"
    " those whose care was transferred to another local authority.",
    "Figures generally exclude young people with whom the local authority are not in touch, young"
    " people who refused contact and young people who no longer require services, although there"
    " may be some instances where information is known.",
)


def fife(read: Told, day: str = "2020-07-31") -> dict[str, float | str]:
    return placed(read, "Fife", day)


def noted(read: Told) -> list[str]:
    """The cells of the notes that were named."""
    return [cell for code, _, cell in read.codes if code == "note-limits"]


@pytest.mark.parametrize("note", LIMITS)
def test_figures_beside_a_note_that_limits_them_are_left_out_and_the_note_is_named(
    note: str,
) -> None:
    read = told(T=f"{FIFE}\n{YEARS}\n\n{note}")
    assert (read.figures, noted(read)) == ({}, ["A5"])
    assert any(note[:50] in problem for problem in read.problems)
    assert not told(T=f"{FIFE}\n{note}\n{YEARS}").figures
    assert not told(T=f"{note}\n\n{FIFE}\n{YEARS}").figures


@pytest.mark.parametrize("note", [*LEAVES_ALL, *OF_CARE_LEAVERS])
def test_a_note_that_leaves_everyone_in_takes_nothing(note: str) -> None:
    assert not limits(note)
    read = told(T=f"{FIFE}\n{YEARS}\n\n{note}")
    assert list(read.figures.values()) == [31, 41]
    assert read.codes == []


@pytest.mark.parametrize("words", ["Boys", "Ages 12 to 15", "Forecast", "Disabled children"])
def test_a_few_words_below_the_last_table_may_limit_it(words: str) -> None:
    read = told(T=f"{FIFE}\n{YEARS}\n\n{words}")
    assert (read.figures, noted(read)) == ({}, ["A5"])
    other = told(T=f"{FIFE}\n{YEARS}\n\n{words}\n{HOMES}\nUASC: unaccompanied children")
    assert set(other.figures.values()) >= {31, 41}


def test_several_sentences_of_a_note_are_heard_one_by_one() -> None:
    assert limits("Figures have been rounded. They do not include children at home.")
    assert not limits("Figures exclude respite. Percentages are shown for totals only.")


@pytest.mark.parametrize(
    ("label", "note"),
    [
        ("Total*", "* excludes children at home"),
        ("*Total", "*excludes children at home"),
        ("Total1", "1. Excludes children at home"),
        ("Total [1]", "1) excludes children at home"),
        ("Total (2)", "(2) Excludes children at home"),
        ("Total [note 3]", "[note 3] Excludes children at home"),
        ("Total\u00b2", "2 Excludes children at home"),
    ],
)
def test_a_note_with_a_sign_is_about_what_carries_it(label: str, note: str) -> None:
    down = told(T=f"{JULY}\n{HOMES}\n{label}|101\n\n{note}")
    assert fife(down) == {"foster": 60, "kinship": 41}
    assert noted(down) == ["A7"]
    heads = f"Council|Foster|{label}\nFife|60|101"
    across = told(T=f"Looked after children at 31 July 2020\n{heads}\n\n{note}")
    assert fife(across) == {"foster": 60}


def test_a_sign_in_the_title_is_about_the_table_and_one_that_nothing_carries_about_all() -> None:
    note = "1. Excludes children at home"
    in_title = told(T=f"{FIFE} [1]\n{YEARS}\n\n{note}")
    nowhere = told(T=f"{FIFE}\n{YEARS}\n\n{note}")
    assert not in_title.figures
    assert not nowhere.figures


def test_a_sign_over_a_group_of_columns_is_about_all_of_them() -> None:
    heads = "|2019||2020*|\nCouncil|Foster|Kinship|Foster|Kinship"
    table = f"{heads}\nFife|60|41|70|51\n\n* excludes children placed outside Fife"
    text = f"Looked after children at 31 July\n{table}"
    read = told(merged={"T": ["B2:C2", "D2:E2"]}, T=text)
    assert fife(read, "2019-07-31") == {"foster": 60, "kinship": 41}
    assert fife(read) == {}


def test_a_sign_beside_a_merged_name_is_about_all_its_rows() -> None:
    rows = "Fife*|Foster|60\n|Kinship|41\nAngus|Foster|50\n|Kinship|31"
    table = f"Council|Placement|Number\n{rows}\n\n* excludes children under 5"
    read = told(T=f"Looked after children at 31 July 2020\n{table}")
    assert fife(read) == {}
    assert placed(read, "Angus", "2020-07-31") == {"foster": 50, "kinship": 31}


def test_a_remark_in_a_row_is_about_that_row() -> None:
    rows = "Fife,2020,60,excludes children at home\nAngus,2020,50,provisional"
    read = csv(f"Council,Year,Total,Remark\n{rows}", name="looked after children.csv")
    assert read.figures == {("Angus", "2020-07-31", "looked_after", "total"): 50}


@pytest.mark.parametrize("remark", ["Target", "2020 is a forecast", "Beds", "On target", "Met"])
def test_a_remark_that_a_number_is_planned_is_about_that_row(remark: str) -> None:
    rows = f"Fife,2020,60,{remark}\nAngus,2020,50,"
    read = csv(f"Council,Year,Total,Comment\n{rows}", name="looked after children.csv")
    kept = {"On target": [50, 60], "Met": [50, 60]}
    assert sorted(read.figures.values()) == kept.get(remark, [50])
    assert bool(read.codes) == (remark not in kept)


@pytest.mark.parametrize(
    "note",
    (
        "Note: 2020 is a projection | 31 July 2020 figures are projected from Q1"
        " | These are targets set in the plan | Data are modelled | 2020 as at 30 September"
        " | Figures show children entering care | Numbers are of children placed by other councils"
    ).split(" | "),
)
def test_a_note_that_figures_are_planned_or_of_others_is_heard(note: str) -> None:
    read = told(T=f"{JULY}\nPlacement|Number\nFoster|60\nKinship|41\n\n{note}")
    assert not read.figures
    assert [(sheet, cell) for _, sheet, cell in read.codes] == [("T", "A6")]


@pytest.mark.parametrize(
    "note",
    (
        "Rates are based on population projections | Targets are set each year"
        " | Population figures are projections for mid-2020 | Figures for 2020 as at 31 July"
    ).split(" | "),
)
def test_a_note_on_plans_or_on_the_same_day_takes_nothing(note: str) -> None:
    read = told(T=f"{JULY}\nPlacement|Number\nFoster|60\nKinship|41\n\n{note}")
    assert sorted(read.figures.values()) == [41, 60]


def test_a_note_on_a_sheet_of_its_own_is_about_the_file_when_it_speaks_of_all_figures() -> None:
    table = f"{FIFE}\n{YEARS}"
    every = told(Notes="About this file\nAll figures exclude children at home", T=table)
    assert (every.figures, every.codes) == ({}, [("note-limits", "Notes", "A2")])
    one = told(Notes="5. Figures exclude children at home\nTable 7 is of girls only", T=table)
    assert list(one.figures.values()) == [31, 41]


def test_a_note_about_what_was_not_read_is_not_named() -> None:
    read = told(T=f"{JULY}\n{HOMES}\nAged under 5*|12\n\n* excludes children at home")
    assert fife(read) == {"foster": 60, "kinship": 41}
    assert noted(read) == []


@pytest.mark.parametrize("note", ["Note: figures as at 31 March 2020", "Data as at 31 March"])
def test_a_note_that_names_another_day_than_the_title_leaves_its_figures_out(note: str) -> None:
    below = told(T=f"{FIFE} 2020\n{HOMES}\n\n{note}")
    above = told(T=f"{FIFE} 2020\n{note}\n{HOMES}")
    assert not below.figures
    assert not above.figures
    assert [code for code, *_ in (*below.codes, *above.codes)] == ["note-date", "note-date"]


@pytest.mark.parametrize(
    "note",
    (
        "Figures are as at 31 July | Data extracted on 14 August 2020 | Published on 30 March 2021"
        " | Data prior to 2010 was collected at 31 March"
        " | Data as at 31 July from 2010, and 31 March before | Figures for 2020 are provisional"
        " | Figures were revised on 3 May 2021 | Population estimates are as at 30 June"
    ).split(" | "),
)
def test_a_note_about_the_same_day_or_another_thing_takes_nothing(note: str) -> None:
    read = told(T=f"{FIFE} 2020\n{HOMES}\n\n{note}")
    assert fife(read) == {"foster": 60, "kinship": 41}


@pytest.mark.parametrize(
    "note",
    (
        "All values shown as percentages of all looked after children | Note: % of children"
        " | Expressed as a rate per 1,000 population aged 0-17 | Values in % | Figures in thousands"
    ).split(" | "),
)
def test_a_note_that_all_figures_are_shares_is_stronger_than_a_word_over_a_column(
    note: str,
) -> None:
    read = told(T=f"{JULY}\n{HOMES}\n\n{note}")
    assert (read.figures, [code for code, *_ in read.codes]) == ({}, ["unit-unknown"])


def test_a_note_about_all_figures_may_stand_beside_them() -> None:
    rows = "Foster|60||Note: figures exclude under 5s\nKinship|41"
    read = told(T=f"{JULY}\nPlacement|Number||\n{rows}")
    assert not read.figures
    assert noted(read) == ["D3"]
