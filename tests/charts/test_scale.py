"""Axes have round ticks that never repeat, and one tick a census."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdash.charts.scale import along, upright

JULYS = [date(year, 7, 31) for year in range(2011, 2021)]


def test_a_count_starts_at_zero_and_ends_at_a_round_number() -> None:
    axis = upright([547, 786], "count", from_zero=True)
    assert axis.words == ["0", "200", "400", "600", "800"]
    assert axis.low == 0


def test_thousands_have_a_comma() -> None:
    assert upright([14262], "count", from_zero=True).words[-1] == "15,000"


def test_a_count_has_no_halves_of_children() -> None:
    assert upright([1, 2], "count", from_zero=True).words == ["0", "1", "2"]


def test_a_flat_share_is_drawn_on_an_axis_of_four_points_at_least() -> None:
    axis = upright([88.0, 88.0], "percent", from_zero=False)
    assert axis.words == ["86%", "87%", "88%", "89%", "90%"]


def test_a_share_near_the_top_has_no_tick_above_a_hundred() -> None:
    assert upright([97.0, 100.0], "percent", from_zero=False).words[-1] == "100%"


def test_no_child_at_all_is_still_an_axis() -> None:
    assert upright([0, 0], "count", from_zero=True).words == ["0", "1"]


@given(
    st.lists(st.floats(0, 100), min_size=1),
    st.booleans(),
    st.sampled_from(["count", "percent"]),
)
def test_ticks_never_repeat_and_every_value_is_inside(
    values: list[float], from_zero: bool, unit: str
) -> None:
    axis = upright(values, unit, from_zero)  # type: ignore[arg-type]
    assert len(set(axis.words)) == len(axis.words) >= 2
    assert axis.low <= min(values) <= max(values) <= axis.high
    assert not from_zero or axis.low == 0


def test_a_census_each_july_is_named_by_its_year() -> None:
    axis = along(JULYS)
    assert axis.words == [str(year) for year in range(2011, 2021)]
    assert axis.ticks[0] == "2011-07-31"
    assert axis.title == "31 July each year"


def test_a_census_that_moved_once_says_so() -> None:
    axis = along([date(2008, 3, 31), date(2009, 3, 31), *JULYS])
    assert axis.title == "31 March up to 2009, 31 July from 2011"
    assert axis.words[:3] == ["2008", "2009", "2011"]


def test_two_censuses_in_a_year_are_named_by_their_days() -> None:
    axis = along([date(2017, 7, 31), date(2018, 3, 31), date(2018, 7, 31)])
    assert axis.words == ["31 Jul<br>2017", "31 Mar<br>2018", "31 Jul<br>2018"]
    assert axis.title == ""


def test_quarters_over_many_years_have_years_only_and_a_mark_each() -> None:
    quarters = [date(y, m, 28) for y in range(2014, 2024) for m in (3, 6, 9, 12)]
    axis = along(quarters)
    assert axis.words == [str(year) for year in range(2015, 2024)]
    assert len(axis.small) == 40
    assert axis.title == "Years marked at 1 January"


def test_many_censuses_are_thinned_evenly_and_the_last_one_stays() -> None:
    axis = along([date(year, 7, 31) for year in range(1991, 2025)])
    assert axis.words[-3:] == ["2018", "2021", "2024"]
    assert len(axis.words) + len(axis.small) == 34


def test_censuses_to_come_have_ticks_as_far_as_the_path_of_a_target() -> None:
    axis = along(JULYS, (date(2011, 7, 31), date(2022, 3, 31)))
    assert axis.words[-2:] == ["2020", "2021"]


def test_a_single_census_is_named_in_full() -> None:
    assert along([date(2018, 3, 31)]).words == ["31 March 2018"]


@pytest.mark.parametrize("step", [1, 2, 7, 30, 91, 365])
def test_words_along_the_foot_never_repeat(step: int) -> None:
    days = [date.fromordinal(date(2010, 1, 15).toordinal() + step * i) for i in range(45)]
    words = along(days).words
    assert len(set(words)) == len(words)
