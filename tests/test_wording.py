"""Numbers, dates and findings as words."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdash.indicators import INDICATORS
from cpdash.series import Point
from cpdash.trends import change, growth
from cpdash.wording import (
    apart,
    day,
    finding,
    growth_words,
    headline,
    movement,
    number,
    round_half_up,
    share,
    signed,
    value,
)

FAMILY = INDICATORS["family_based"]
RESIDENTIAL = INDICATORS["residential_share"]


def of(numerator: int, denominator: int, year: int, segment: int = 0) -> Point:
    value = Fraction(numerator * 100, denominator)
    return Point(date(year, 7, 31), value, numerator, denominator, segment)


def count(numerator: int, year: int) -> Point:
    return Point(date(year, 7, 31), Fraction(numerator), numerator, None, 0)


@pytest.mark.parametrize(
    ("raw", "decimals", "rounded"),
    [
        (285, -1, 290),
        (2.85, 0, 3),
        (2.5, 0, 3),
        (2.85, 1, 2.9),
        (283.54, -2, 300),
        (283.54, -1, 280),
        (283.234, 0, 283),
        (2.86, 1, 2.9),
        (2.86, 2, 2.86),
        (Fraction(25, 2), 0, 13),
        (Fraction(-25, 2), 0, -13),
    ],
)
def test_halves_are_rounded_up(raw: float, decimals: int, rounded: float) -> None:
    assert float(round_half_up(raw, decimals)) == rounded


@pytest.mark.parametrize(
    ("counts", "percents"),
    [
        ([174, 127, 208, 70], [30, 22, 36, 12]),
        ([275, 181, 59, 64], [47, 31, 10, 11]),
        ([363, 103, 62, 51], [63, 18, 11, 9]),
        ([193, 193, 193], [33, 33, 33]),
        ([289, 144, 73, 73], [50, 25, 13, 13]),
    ],
)
def test_shares_are_rounded_each_for_itself(counts: list[int], percents: list[int]) -> None:
    assert [share(count, sum(counts), 0) for count in counts] == [f"{p}%" for p in percents]


@pytest.mark.parametrize(
    ("numerator", "denominator", "percent"),
    [
        (100, 232, 43),
        (275, 525, 52),
        (577, 1216, 47),
        (1700, 3154, 54),
        (1499, 3390, 44),
        (4151, 8517, 49),
    ],
)
def test_published_percentages_come_out_as_published(
    numerator: int, denominator: int, percent: int
) -> None:
    assert share(numerator, denominator, 0) == f"{percent}%"


def test_numbers_and_dates() -> None:
    assert number(14262) == "14,262"
    assert number(-1.9, 1) == "\N{MINUS SIGN}1.9"
    assert number(-0.04, 1) == "0.0"
    assert signed(Fraction(15800, 67)) == "+236"
    assert signed(Fraction(1, 1000), 1) == "0.0"
    assert day(date(2018, 3, 31)) == "31 March 2018"
    assert [apart(n) for n in (1, 9, 12, 16, 33, 36)] == [
        "a month",
        "9 months",
        "a year",
        "16 months",
        "2 years 9 months",
        "3 years",
    ]


def test_a_finding_has_level_both_dates_and_the_unrounded_movement() -> None:
    old, new = of(495, 579, 2023), of(507, 579, 2024)
    assert finding(FAMILY, new, change(old, new)) == (
        "Family-based care was 87.6% (507 of 579 children) at 31 July 2024, up 2.1 percentage "
        "points from 85.5% at 31 July 2023."
    )


def test_a_fall_is_worded_as_a_rise_is() -> None:
    old, new = of(69, 579, 2023), of(58, 579, 2024)
    assert finding(RESIDENTIAL, new, change(old, new)) == (
        "58 of 579 children (10.0%) were living in residential care at 31 July 2024, down 1.9 "
        "percentage points from 11.9% at 31 July 2023."
    )


def test_across_a_break_there_is_no_movement_word() -> None:
    old, new = of(495, 579, 2023, 0), of(507, 579, 2024, 1)
    said = finding(FAMILY, new, change(old, new))
    assert "not like for like" in said
    assert " up " not in said


def test_unchanged_little_changed_and_one_point_have_their_own_words() -> None:
    assert movement(change(of(50, 100, 2023), of(50, 100, 2024))).startswith("unchanged from 50.0%")
    assert movement(change(of(5000, 10000, 2023), of(5001, 10000, 2024))).startswith(
        "little changed from 50.0%"
    )
    assert "up 1.0 percentage point from" in movement(change(of(50, 100, 2023), of(51, 100, 2024)))


def test_nobody_and_one_child() -> None:
    secure = INDICATORS["secure"]
    assert finding(secure, count(0, 2024), None) == (
        "No children were living in secure care at 31 July 2024."
    )
    assert finding(secure, count(1, 2024), None).startswith("1 child was living in secure care")


def test_somebody_is_never_nobody() -> None:
    assert value(of(2, 586, 2024), 0) == "under 1%"
    assert value(of(1, 9999, 2024)) == "under 0.1%"
    assert value(of(0, 586, 2024), 0) == "0%"


@pytest.mark.parametrize(
    ("numerator", "denominator", "said"),
    [(3, 7, "3 of 7"), (16, 40, "40%"), (507, 579, "87.6%"), (1, 3, "1 of 3")],
)
def test_small_groups_get_fewer_decimals_or_no_percentage(
    numerator: int, denominator: int, said: str
) -> None:
    assert value(of(numerator, denominator, 2024)) == said


def test_growth_gives_counts_first_and_a_percentage_only_from_fifty() -> None:
    assert growth_words(growth(67, 225)) == "158 more, 3.4 times as many (+236%)"
    assert growth_words(growth(100, 80)) == "20 fewer (\N{MINUS SIGN}20%)"
    assert growth_words(growth(40, 20)) == "20 fewer"
    assert growth_words(growth(40, 40)) == "no change"


def test_a_headline_gives_two_levels_and_no_direction() -> None:
    shown = [of(80, 100, 2009, 0), of(495, 579, 2023, 1), of(507, 579, 2024, 1)]
    assert headline("Family-based care", shown) == (
        "Family-based care: 87.6% at 31 July 2024, 85.5% at 31 July 2023"
    )


@given(st.integers(0, 600), st.integers(0, 600))
def test_turning_a_series_round_turns_the_direction_word_and_nothing_else(a: int, b: int) -> None:
    there = movement(change(of(a, 600, 2023), of(b, 600, 2024))).split(" from ")[0]
    back = movement(change(of(b, 600, 2023), of(a, 600, 2024))).split(" from ")[0]
    turned = {"up": "down", "down": "up"}
    first, *rest = there.split(" ")
    assert " ".join([turned.get(first, first), *rest]) == back
