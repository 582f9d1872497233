"""Change and growth, from dates."""

from datetime import date
from fractions import Fraction

import pytest

from cpdash.census import Census
from cpdash.indicators import INDICATORS
from cpdash.trends import first_comparable, growth, latest_change, years_between
from tests.drawing import holdings


def series(text: str, indicator: str = "looked_after", area: str = "S92000003"):  # type: ignore[no-untyped-def]
    collection = text.split()[2]
    return Census(holdings(text)).series(INDICATORS[indicator], area, collection)


@pytest.mark.parametrize(
    ("old", "new", "years", "percent", "times", "a_year"),
    [
        (67, 225, None, 235.82, 3.358, None),
        (67, 225, 3, 235.82, 3.358, 0.4975),
        (67, 225, Fraction(11, 4), 235.82, 3.358, 0.5535),
        (3887, 8517, 10, 119.1, 2.191, 0.0816),
        (4602, 8517, 7, 85.1, 1.851, 0.0919),
    ],
)
def test_growth_as_worked_by_hand(old, new, years, percent, times, a_year) -> None:  # type: ignore[no-untyped-def]
    grown = growth(old, new, Fraction(years) if years else None)
    assert float(grown.percent or 0) == pytest.approx(percent, abs=0.05)
    assert float(grown.times or 0) == pytest.approx(times, abs=0.001)
    assert float(grown.index or 0) == pytest.approx(percent + 100, abs=0.05)
    assert grown.a_year == (pytest.approx(a_year, abs=0.0001) if a_year else None)


def test_growth_from_nought_has_no_percentage() -> None:
    grown = growth(0, 4)
    assert (grown.difference, grown.percent, grown.times) == (4, None, None)


def test_sixteen_months_are_not_a_year() -> None:
    assert years_between(date(2009, 3, 31), date(2010, 7, 31)) == Fraction(16, 12)
    text = """
    S92000003 2009-03-31 national looked_after total 15288
    S92000003 2010-07-31 national looked_after total 15892
    """
    moved = latest_change(series(text))
    assert moved is not None
    assert not moved.comparable
    assert moved.months == 16


def test_change_of_a_share_is_in_points_and_computed_unrounded() -> None:
    """489 of 579 and 501 of 579 print as 84.5 and 86.5, and the change is 2.1 points."""
    text = """
    S12000029 2023-07-31 national looked_after community 489
    S12000029 2023-07-31 national looked_after total 579
    S12000029 2024-07-31 national looked_after community 501
    S12000029 2024-07-31 national looked_after total 579
    """
    moved = latest_change(series(text, "community_share", "S12000029"))
    assert moved is not None
    assert moved.difference == Fraction(1200, 579)
    assert moved.children == 12


def test_a_quarter_is_compared_with_the_same_quarter_a_year_before() -> None:
    text = """
    X00000001 2025-09-30 council looked_after total 250
    X00000001 2025-12-31 council looked_after total 260
    X00000001 2026-06-30 council looked_after total 255
    X00000001 2026-09-30 council looked_after total 253
    """
    moved = latest_change(series(text, area="X00000001"))
    assert moved is not None
    assert (moved.old.when, moved.children) == (date(2025, 9, 30), 3)


def test_without_the_same_census_a_year_before_the_one_before_is_compared() -> None:
    text = """
    S92000003 2019-07-31 national aftercare_eligible total 6492
    S92000003 2022-07-31 national aftercare_eligible total 8132
    """
    moved = latest_change(series(text, "aftercare_eligible"))
    assert moved is not None
    assert (moved.months, moved.children) == (36, 1640)


def test_a_newest_figure_that_is_withheld_has_no_change() -> None:
    text = """
    S92000003 2019-07-31 national looked_after total 14262
    S92000003 2020-07-31 national looked_after total c
    """
    assert latest_change(series(text)) is None


def test_one_census_has_no_change_and_no_growth() -> None:
    text = "S92000003 2019-07-31 national looked_after total 14262"
    assert latest_change(series(text)) is None
    assert first_comparable(series(text)) is None


def test_growth_starts_after_the_break_and_not_before_it() -> None:
    text = """
    S92000003 2013-07-31 national aftercare_eligible total 3887
    S92000003 2016-07-31 national aftercare_eligible total 4602
    S92000003 2023-07-31 national aftercare_eligible total 8517
    """
    first = first_comparable(series(text, "aftercare_eligible"))
    assert first is not None
    assert first.numerator == 4602
