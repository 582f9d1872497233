"""What is not about children on a date is named in words; what may be about them is not."""

import pytest

from cpdash.sheets.sheet import Sheet
from cpdash.sheets.words.subject import other_subject, table_subject
from cpdash.sheets.words.subject_words import TABLES, WORKBOOKS
from tests.test_language import BANNED

DAY = "Children looked after at 31 March"
STARTED = "children who started being looked after in a year"
STOPPED = "children who stopped being looked after in a year"
ANY_TIME = "children looked after at any time in a year"


@pytest.mark.parametrize(
    "title",
    [
        DAY,
        f"Table 3: {DAY} by legal status",
        f"{DAY} by placement, by council",
        f"{DAY} by age, sex and category of need",
        f"{DAY} by distance between home and placement",
        f"{DAY} by placement provider",
        f"{DAY} by time since they started to be looked after",
        f"{DAY}, including those placed for adoption",
        f"{DAY}, excluding unaccompanied asylum-seeking children",
        f"{DAY} by sex and whether unaccompanied asylum-seeking",
        "Children looked after on 31 July by type of accommodation, 2012-2018",
        "Looked after children by Health and Social Care Trust",
        "Number of children looked after in the years 2012 to 2018",
        "Young people who have left care and are in touch with their council",
        "Young people eligible for aftercare services by economic activity",
        "Young people ceasing to be looked after who were eligible for continuing care",
        "Care leavers aged 19 by accommodation",
        "Care leavers in education, employment or training",
        "Notes",
        "",
    ],
)
def test_a_table_of_children_on_a_day_is_about_nothing_else(title: str) -> None:
    assert table_subject(title) is None


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Unaccompanied asylum-seeking children, 31 March", "unaccompanied asylum-seeking"),
        ("Looked after during the year, and in short-term placements only", ANY_TIME),
        ("Children looked after between 1 August 2018 and 31 July 2019", ANY_TIME),
        ("Children looked after, excluding short breaks, during the year", ANY_TIME),
        ("Children other than those adopted who ceased to be looked after", STOPPED),
        ("New placements in the year, by distance", "placements that began in a year"),
        ("Children starting to be looked after, by need", STARTED),
        ("Children who became looked after, by sex", STARTED),
        (f"{DAY} who started to be looked after during the year", STARTED),
        ("Children ceasing to be looked after, by age", STOPPED),
        ("Children who ceased to be looked after, and how many were adopted", STOPPED),
        ("Children adopted in the year", "adoptions"),
        ("Children away from their placement without authorisation", "children who went missing"),
        ("Children convicted of an offence", "offending by children in care"),
        ("Substance misuse among children looked after", "substance misuse"),
        ("Children with up to date immunisations", "the health of children in care"),
        ("SDQ scores of children", "the emotional health of children in care"),
        (f"{DAY} who had been looked after for at least 12 months", "at least twelve months"),
        (f"{DAY} with three or more placements", "how often children moved"),
        ("Children on the child protection register at 31 July", "child protection"),
        ("Children in need at 31 March", "children in need"),
        ("Places in secure children's homes at 31 March", "places in secure homes"),
        ("Gross costs per child in residential care", "spending or costs"),
        ("School attendance of looked after children", "education or attainment"),
    ],
)
def test_a_table_of_something_else_is_named(title: str, subject: str) -> None:
    assert subject in (table_subject(title) or "")


def workbook(name: str, *rows: tuple[object, ...]) -> str | None:
    return other_subject(name, [Sheet("Sheet1", rows)])


@pytest.mark.parametrize(
    ("name", "title", "headings", "subject"),
    [
        ("outcomes.xlsx", "Education outcomes of looked after children",
         ("Stage", "Attainment", "Placement type"), "education or attainment"),
        ("register.xlsx", "Children on the child protection register", ("Council", "Number"),
         "child protection"),
        ("cin.xlsx", "Children in need", ("Area", "Referrals"), "children in need"),
        ("flows.xlsx", "Children starting to be looked after", ("Area", "Number"),
         "started or stopped"),
        ("adoption.xlsx", "Adoption orders granted", ("Area", "Orders"), "adoptions"),
        ("ratings.xlsx", "Inspections of children's homes", ("Home", "Overall effectiveness"),
         "inspections"),
        ("finance.xlsx", "Section 251 outturn", ("Area", "Expenditure"), "spending"),
        ("staff.xlsx", "Social work workforce", ("Area", "FTE", "Vacancies"), "workforce"),
        ("fostering.xlsx", "Fostering places and agencies", ("Area", "Foster carers approved"),
         "foster carers"),
        ("pop.xlsx", "Population projections", ("Area", "2030"), "population"),
        ("schools.csv", "Open schools", ("URN", "School name"), "a list of schools"),
        ("cpi.xlsx", "Consumer price index", ("Month", "CPI"), "prices"),
        ("homes.xlsx", "Homelessness applications", ("Area", "Households"), "housing"),
    ],
)  # fmt: skip
def test_a_workbook_about_something_else_is_named(
    name: str, title: str, headings: tuple[str, ...], subject: str
) -> None:
    told = workbook(name, (title,), (), headings, ("Fife", 20))
    assert subject in (told or "")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("table.xlsx", "Children looked after by type of accommodation"),
        ("return.xlsx", "Looked after children on 31 July"),
        ("aftercare.xlsx", "Young people eligible for aftercare"),
        ("leavers.xlsx", "Care leavers by age"),
        ("figures.xlsx", "Figures"),
    ],
)
def test_a_workbook_that_may_be_ours_is_not_named(name: str, title: str) -> None:
    assert workbook(name, (title,), (), ("Council", "Number", "Cost"), ("Fife", 20, 3)) is None


def test_a_workbook_of_many_subjects_has_none() -> None:
    rows = tuple((f"{what} of the council",) for what in ("Prices", "Housing", "Budget", "Crime"))
    assert workbook("indicators.xlsx", *rows) is None


def test_nothing_says_nothing() -> None:
    assert other_subject("", []) is None
    assert workbook("a.csv") is None


@pytest.mark.parametrize("subject", sorted({words.subject for words in (*TABLES, *WORKBOOKS)}))
def test_a_subject_is_named_in_words_that_put_people_first(subject: str) -> None:
    assert not BANNED.search(subject)
    assert not subject.endswith(".")
