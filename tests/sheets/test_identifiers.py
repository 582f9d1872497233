"""Numbers of persons are known by their check digits, and nothing else is taken for one."""

import random
from datetime import date, datetime

import pytest

from cpdash.sheets.personal.detection import identifiers
from tests.sheets import children


@pytest.mark.parametrize(
    "value", ["1234567881", "123 456 7881", "123-456-7881", 1234567881, 1234567881.0]
)
def test_ten_digits_that_check_are_a_health_number(value: object) -> None:
    # 1 to 9 in turn by 10 down to 2, with 8 again for the 9: 208 = 18 x 11 + 10, so 1 checks it
    assert identifiers.is_health_number(value)


def test_a_number_that_starts_with_a_day_may_have_lost_its_first_nought() -> None:
    # 0 1 0 1 2 0 1 2 3 by 10 9 8 7 6 5 4 3 2: 9 + 7 + 12 + 4 + 6 + 6 = 44 = 4 x 11, so 0 checks it
    assert identifiers.is_health_number(101201230.0)
    assert not identifiers.is_health_number("101201230")
    assert not identifiers.is_health_number(101201231.0)


@pytest.mark.parametrize(
    "value",
    ["1234567882", "1234567880", "0000000000", "1111111111", 1234567881.5, True, None, "12345678",
     "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0668\u0661", "01312443777"],
)  # fmt: skip
def test_other_digits_are_no_health_number(value: object) -> None:
    assert not identifiers.is_health_number(value)


def test_a_pupil_number_begins_with_the_letter_that_checks_it() -> None:
    # Twelve ones by 2 to 13 add up to 90 = 3 x 23 + 21: the 22nd letter is Y.
    assert identifiers.is_pupil_number("Y111111111111")
    assert identifiers.is_pupil_number(" y111111111111 ")
    assert not identifiers.is_pupil_number("X111111111111")
    assert not identifiers.is_pupil_number("Y11111111111")


def test_computed_numbers_are_found_whatever_they_are() -> None:
    rng = random.Random(20)
    for _ in range(200):
        assert identifiers.kind(children.health_number(rng)) == "health"
        assert identifiers.kind(children.pupil_number(rng)) == "pupil"
        assert identifiers.kind(children.insurance_number(rng)) == "insurance"
        assert identifiers.kind(children.postcode(rng)) == "postcode"


@pytest.mark.parametrize(
    "value",
    ["E06000001", "S12000033", "W06000024", "2018-19", "LAA1", "CHN9", "10 to 15", 69540, 4.5,
     "12,345", "Table 1.1", "", None, True, "EH1", "GB123456A", "0131 244 3777", 201819, "1 2 3"],
)  # fmt: skip
def test_codes_years_and_counts_are_no_identifiers(value: object) -> None:
    assert identifiers.kind(value) == ""


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(2011, 3, 2), date(2011, 3, 2)),
        (datetime(2011, 3, 2), date(2011, 3, 2)),
        ("02/03/2011", date(2011, 3, 2)),
        ("2.3.11", date(2011, 3, 2)),
        ("2011-03-02", date(2011, 3, 2)),
        ("2-Mar-2011", date(2011, 3, 2)),
        ("2nd March 2011", date(2011, 3, 2)),
        ("20110302", date(2011, 3, 2)),
        ("2011-03-02 00:00:00", date(2011, 3, 2)),
        ("March 2011", None),
        ("31/02/2011", None),
        ("02/03/1890", None),
        ("2011", None),
        (40604, None),
        (None, None),
    ],
)
def test_a_day_on_which_somebody_may_be_born_is_read(value: object, day: date | None) -> None:
    assert identifiers.birth_day(value) == day


def test_a_bare_number_is_a_day_only_where_days_are_looked_for() -> None:
    # Excel counts 40,604 days to 2 March 2011: 40,179 is 1 January 2010, and 425 days follow it.
    assert identifiers.birth_day(40604.0, serials=True) == date(2011, 3, 2)
    assert identifiers.birth_day(579.0, serials=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "Moved in May, DOB 03/04/2012",
        "d.o.b. 3.4.12",
        "date of birth: 2012-04-03",
        "born on 3 April 2012",
        "NHS number: 123 456 7881",
        "Child ID 1234567",
        "Swift no. P204511",
        "See Y111111111111",
        "AB123456C has a pathway plan",
        "123 456 7881 of ZZ1 1AA",
        "Secure: XV (15, male) placed 3/5/2020",
        "Child A (F, aged 12) moved on 2 May 2020",
    ],
)
def test_a_text_about_one_person_is_known(text: str) -> None:
    assert identifiers.in_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "Victoria Quay, ZZ6 6QQ. Telephone 0131 244 3777, +44 131 244 3777",
        "Published 14 November 2023 by statisticians at ZZ1 1AA",
        "Cost per child 2010-11",
        "Cost per pupil 2010-2015",
        "NI 2018-19",
        "Children born 2010-2012",
        "CLA (15 male, 12 female) at 31/03/2020",
        "Secure (15, male) at 31 July 2020",
        "XV (15, male) is an example",
        "Date of birth was not collected before 2005",
        "Rate per 10,000 children aged under 18",
        "Figures for 2013-14 were revised on 03/04/2015",
        "See ISBN 1234567881",
        "",
    ],
)
def test_a_text_of_a_publisher_is_about_nobody(text: str) -> None:
    assert identifiers.in_text(text) == ""
