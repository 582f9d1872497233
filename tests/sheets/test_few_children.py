"""Lists of one to four children are refused too; small tables of counts and templates are not.

All names and numbers are invented. Cells are parted by `|`, rows by `/`; `@` is a day.
"""

import random
from datetime import datetime

import pytest

from cpdash.sheets.personal.detection import Personal, child_level
from cpdash.sheets.sheet import Sheet
from tests.sheets import children

NAMES = "a column headed as names of children or other persons"
BIRTHS = "a column headed as dates of birth"
IDENTIFIERS = "a column headed as identifiers of children or other persons"
ROW = "a row for every child, with a reference and what is said of one person"
DAYS = "a row for every child with the days of their care"
DESCRIBED = "a row for every child with their age and sex, and no counts"
INITIALS = "a row for every child, with initials or a name beside the age or sex"
ONES = "counts that are all 1, a row for every child by age and sex"


def cell(text: str) -> object:
    if text.startswith("@"):
        return datetime.fromisoformat(text[1:])
    return float(text) if text.isdigit() and len(text) < 9 else text or None


def found(drawn: str) -> Personal | None:
    rows = [tuple(map(cell, row.strip().split("|"))) for row in drawn.split(" / ")]
    return child_level("return.xlsx", [Sheet("Sheet1", tuple(rows))])


@pytest.mark.parametrize(
    ("drawn", "where", "reason"),
    [
        ("Name|DOB|Placement / Xorlum Vek|@2010-01-02|Foster", "B1", BIRTHS),
        ("DOB|Placement / 40604|Foster", "A1", BIRTHS),
        ("DOB|Placement / not known|Foster / not known|Foster / 02/01/2010|Foster", "A1", BIRTHS),
        ("Child's name|Placement / Xorlum Vek|Foster", "A1", NAMES),
        ("Surname|Comment / Vek|moved on", "A1", NAMES),
        ("CHI|Placement / 1234567881|Foster", "A1", IDENTIFIERS),
        ("UPN|Comment / Y111111111111|moved on", "A1", IDENTIFIERS),
        ("Swift ID|Comment / P204511|moved on", "A1", IDENTIFIERS),
        ("Child ID|Legal status / 204511|CSO", "A1", IDENTIFIERS),
        ("Council|Number / Fife|3 /  / NHS No|Sex / 123 456 7881|M", "A4", IDENTIFIERS),
    ],
)
def test_one_value_under_a_sure_heading_is_enough(drawn: str, where: str, reason: str) -> None:
    told = found(drawn)
    assert told is not None
    assert (told.cell, told.reason) == (where, reason)


@pytest.mark.parametrize(
    ("drawn", "where"),
    [
        ("Name|Xorlum Vek / DOB|02/01/2010 / Placement|Foster / School|Pel Primary", "A2"),
        ("Name|Xorlum Vek||DOB|02/01/2010 / Placement|Foster||School|Pel Primary", "D1"),
        ("Child's name|Xorlum Vek / Placement|Foster / School|Pel Primary", "A1"),
        ("Form /  / |Child ID:|204511 / |Legal status:|CSO / |Placement:|Foster", "B3"),
        ("Young person|Xorlum Vek / Worker|Dorfen Pel / Age|15", "A1"),
        ("Ref|A204511 / Sex|M / Age|12 / Placement|Foster", ""),
    ],
)
def test_a_form_about_one_child_is_refused(drawn: str, where: str) -> None:
    told = found(drawn)
    assert told is not None
    assert told.cell == where


@pytest.mark.parametrize(
    ("drawn", "reason"),
    [
        ("ID|Placement|Start / 1234|Foster|@2019-03-04 / 1235|Kin|@2019-04-04", DAYS),
        ("No|Sex|Age|Placement / 1|M|12|Residential / 2|F|14|Residential / 3|M|16|Secure", ROW),
        ("|Sex|Age|Placement / 1|M|12|Residential / 2|F|14|Secure", ROW),
        ("Sex|Age|Placement / M|12|Residential / F|14|Residential", DESCRIBED),
        ("Ref|Sex|Age / A1|M|4 / A2|F|9", ROW),
        ("Initials|Placement|Cost per week / XV|Foster|450 / DP|Residential|4500", ROW),
        ("Child|Placement|Cost per week / XV|Foster|450 / DP|Residential|4500", ROW),
        ("Ref|Sex|Age|Placement / A204511|M|4|Foster", ROW),
        ("Child|Age (years)|Weeks in placement|Reason / 1|9|12|Moved / 2|11|30|Ill", DESCRIBED),
        ("Initials|Age|Date placed / XV|15|03/05/2020 / DP|16|01/06/2020", INITIALS),
        ("Initials|Age / X.V.|15 / D.P.|16", INITIALS),
        ("Name|Age / Xorlum Vek|15 / Dorfen Pel|16", INITIALS),
        ("Worker|Young person|Status / Quin Rov|Xorlum Vek|Open / Jox Kip|Dorfen Pel|Open", NAMES),
        ("XV|M|12|Foster / DP|F|14|Kinship / QW|M|3|Home / YG|M|5|Home", INITIALS),
        ("Kid|S|Yrs|Where / XV|M|12|Foster / DP|F|14|Kinship / QW|M|3|Home", INITIALS),
        ("Xorlum Vek|M|12 / Dorfen Pel|F|14 / Quinrov Wim|M|3", INITIALS),
    ],
)
def test_a_few_rows_about_children_are_a_list(drawn: str, reason: str) -> None:
    told = found(drawn)
    assert told is not None
    assert told.reason == reason
    table = "Placement|Number / Foster|10 / At home|12 /  / "
    assert found(table + drawn) is not None


@pytest.mark.parametrize(
    "drawn",
    [
        "Council|Age|Sex|Placement|Count / Fife|12|M|Foster|1 / Fife|13|F|Kinship|1",
        "Council|Age|Sex|Count / Fife|12|M|1 / Fife|13|F|1 / Fife|14|M|1",
        "No|Age|Sex|Placement|Count / 1|12|M|Foster|1 / 2|13|F|Kinship|1",
    ],
)
def test_a_few_counts_of_1_by_age_and_sex_are_children(drawn: str) -> None:
    told = found(drawn)
    assert told is not None
    assert told.reason == ONES
    assert found(drawn[:-1] + "2") is None


@pytest.mark.parametrize(
    "drawn",
    [
        "Council|Sex|Age|Number / Fife|M|12|30 / Fife|F|12|20",
        "Council|Sex|Age|Number / Fife|All|Total|1 / Fife|All|10 to 15|1 / Fife|Male|Total|1",
        "Council|Age|Sex|Count / Fife|10 to 15|M|1 / Fife|16 and over|F|1 / Fife|Under 1|F|1",
        "Sex|Age|Placement|Number / M|12|Foster|5 (10%) / F|12|Foster|<5",
        "Sex|Age|Placement| / M|12|Foster|5 (10%) / F|12|Foster|7 (14%)",
        "Sex|Age|Placements / M|12|3 / F|13|4",
        "Sex|Age|Child / M|1|12 / M|2|14 / F|1|15 / F|2|30",
        "Age|Child|Adult / 1|12|3 / 2|14|4",
        "Council|Sex|Age|Ethnicity / Fife|1|2|3 / Moray|0|2|1 / Angus|0|0|0",
        "Placement|Average age|Weeks / Foster|12|20 / Home|13|30",
        "Fife|M|12 / Fife|F|10 / Moray|M|9 / Moray|F|8",
        "NE|M|12|3 / NW|M|9|4 / SE|M|8|1",
        "XV|M|12 / DP|F|14 / QW|All|26",
        "Child|Number / Looked After|30 / Care Leaver|20",
        "Child|Who it means / Looked After|on an order / Care Leaver|left / In Need|others",
        "Young person|Entitlement / Eligible Child|a plan / Former Relevant|support",
        "Name|Age|Number / Tower Hamlets|12|3 / Milton Keynes|13|4",
        "Sex|Age|Placement / All|All|All /  / Council|Number / Fife|20",
        "Version|Initials|Date|Change / 1|XV|@2020-01-01|New / 2|DP|@2020-02-01|Mended",
        "Name|Placement type|Start date / Vek Lodge|Home|@2010-01-01 / Pel Lodge|Home|@2012-02-01",
        "No|Table / 1|Foster care / 2|Kinship care / 3|Legal reason",
    ],
)
def test_small_tables_of_counts_and_of_other_things_are_no_lists(drawn: str) -> None:
    assert found(drawn) is None


@pytest.mark.parametrize(
    "drawn",
    [
        "Child's name|Placement start|Outcome",
        "Child's name|DOB|Sex|Age|Placement",
        "Surname|Text / Forename|Text",
        "Field|Type|Length / UPN|Text|13 / DOB|Date|10 / Child ID|Numeric|10 / Sex|Text|1",
        "Child's name|DOB / Text|dd/mm/yyyy",
        "Contact name|Xorlum Vek / Telephone|0300 111 2222",
    ],
)
def test_an_empty_template_or_a_description_of_columns_is_no_list(drawn: str) -> None:
    assert found(drawn) is None


@pytest.mark.parametrize(("rows", "most"), [(2, 10), (3, 2), (4, 2)])
def test_nearly_every_short_list_of_children_is_found(rows: int, most: int) -> None:
    missed = [seed for seed in range(200) if not child_level("list.xlsx", [short_list(seed, rows)])]
    assert len(missed) <= most


def short_list(seed: int, rows: int) -> Sheet:
    """The first children of a random list, without a title."""
    columns = children.columns_of_a_list(random.Random(seed))
    rng = random.Random(seed)
    body = [tuple(make(rng) for _, make in columns) for _ in range(rows)]
    return Sheet("Sheet1", (tuple(heading for heading, _ in columns), *body))
