"""Movements that a series has not made before are pointed out, and ordinary ones are not."""

from itertools import pairwise
from math import comb, pi, sqrt

import pytest

from cpdash.comparison import Jump
from cpdash.comparison.jumps import BEYOND, CLEAR
from tests.comparison.drawn import compared

SENTENCE = (
    "In residential care, South Lanarkshire: 49 at 31 March 2018, 12 at 31 March 2019. "
    "Such a movement has not been seen in this series before: check it."
)


def yearly(*values: str | int, category: str = "residential", first: int = 2013) -> list[str]:
    """One figure a year, at 31 March."""
    return [f"{first + i}-03-31 {category} {value}" for i, value in enumerate(values)]


def pointed_out(held: list[str], new: list[str]) -> tuple[Jump, ...]:
    return compared("\n".join(held), "\n".join(new)).jumps


def test_a_fall_that_the_series_has_not_seen_is_pointed_out_with_both_dates() -> None:
    """Five movements of 2, 3, 1, 2 and 2: their mean is 2, and 37 is over 3.267 times that."""
    found = pointed_out(yearly(45, 47, 50, 49, 51, 49), yearly(12, first=2019))
    assert [jump.sentence() for jump in found] == [SENTENCE]
    assert (found[0].new.edition, found[0].new.sheet, found[0].new.cell) == (
        *("file", "Placements"),
        "A1",
    )


def test_ordinary_wobble_is_not_pointed_out() -> None:
    """Larger than ever (7 after at most 3), and 3.5 times the mean of 2; but 49 and 56 are only
    0.6 standard errors apart, which is chance."""
    assert pointed_out(yearly(45, 47, 50, 49, 51, 49), yearly(56, first=2019)) == ()


def test_small_numbers_move_freely() -> None:
    """Secure care: 1 to 7 is six more than ever before; the exact test of 7 and 1 says 7%."""
    held = yearly(1, 0, 1, 2, 1, 1, category="secure")
    assert pointed_out(held, yearly(7, first=2019, category="secure")) == ()


def test_a_movement_as_large_as_an_earlier_one_has_been_seen_before() -> None:
    held = yearly(100, 160, 158, 160, 159, 158)
    assert pointed_out(held, yearly(98, first=2019)) == ()
    assert len(pointed_out(held, yearly(90, first=2019))) == 1, "68, after 60 at most"


def test_a_series_that_always_moves_far_may_move_a_little_further() -> None:
    """Movements of 60, 50, 60, 50 and 60 have a mean of 56; 90 is under 3.267 times that."""
    held = yearly(200, 260, 210, 270, 220, 280)
    assert pointed_out(held, yearly(190, first=2019)) == ()


def test_too_short_a_history_says_nothing_of_a_movement() -> None:
    """Four movements before it."""
    held = yearly(47, 50, 49, 51, 49, first=2014)
    assert pointed_out(held, yearly(12, first=2019)) == ()


@pytest.mark.parametrize(
    ("old", "new", "times"),
    [(49, 490, "10"), (49, 4, "12.3"), (53, 5, "10.6"), (20, 2, "10"), (579, 5790, "10")],
)
def test_a_digit_too_many_or_too_few_is_seen_from_two_figures(
    old: int, new: int, times: str
) -> None:
    (found,) = pointed_out(yearly(old, first=2018), yearly(new, first=2019))
    assert found.sentence() == (
        f"In residential care, South Lanarkshire: {old:,} at 31 March 2018, {new:,} at 31 March "
        f"2019. One is {times} times the other: check for a digit too many or too few."
    )


def test_from_nobody_to_many_has_no_times() -> None:
    (found,) = pointed_out(yearly(0, first=2018), yearly(30, first=2019))
    assert found.sentence().endswith(
        "Such a movement has not been seen in this series before: check it."
    )


@pytest.mark.parametrize(("old", "new"), [(0, 5), (1, 5), (1, 7), (5, 0), (6, 1), (40, 10)])
def test_a_few_children_or_a_factor_under_five_is_no_slip(old: int, new: int) -> None:
    assert pointed_out(yearly(old, first=2018), yearly(new, first=2019)) == ()


def test_a_slip_in_the_middle_is_pointed_out_once() -> None:
    found = pointed_out(yearly(49, 51, 50, first=2016), yearly(510, first=2017))
    assert [(jump.old.value, jump.new.value) for jump in found] == [(49, 510)]


def test_a_change_to_the_first_census_is_looked_at_from_the_next() -> None:
    (found,) = pointed_out(yearly(49, 51, first=2016), yearly(490, first=2016))
    assert (found.old.value, found.new.value, found.new.edition) == (490, 51, "held")


def test_figures_that_were_held_already_are_not_pointed_out_again() -> None:
    held = yearly(49, 490, 50, first=2016)
    assert pointed_out(held, yearly(49, 490, 50, 51, first=2016)) == ()


def test_an_older_file_that_changes_nothing_shown_points_nothing_out() -> None:
    found = compared(
        "2018-03-31 total 579\n2019-03-31 total 590",
        "2019-03-31 total 59",
        new_editions="file 2019-04-01",
    )
    assert (len(found.changed), found.jumps) == (1, ())


def test_nothing_is_compared_across_a_break() -> None:
    held = yearly(45, 47, 50, 49, 51, 49)
    assert pointed_out(held, yearly("12b", first=2019)) == ()
    entitled = "S12000029 {} national aftercare_eligible total {} {}"
    found = compared(
        entitled.format("2015-07-31", 30, "held"), entitled.format("2016-07-31", 300, "file")
    )
    assert found.jumps == (), "from 2016 the law entitles more young people"


def test_a_mark_of_a_break_on_any_figure_of_the_census_counts() -> None:
    held = yearly(45, 47, 50, 49, 51, 49)
    assert pointed_out(held, [*yearly(12, first=2019), "2019-03-31 foster 200b"]) == ()


def test_a_withheld_census_is_passed_over() -> None:
    held = yearly(45, 47, 50, 49, 51, 49, "c", first=2012)
    (found,) = pointed_out(held, yearly(4, first=2019))
    assert (str(found.old.when), found.old.value) == ("2017-03-31", 49)
    assert found.slip, "two years for a history of single ones: only a slip would be told"
    assert pointed_out(held, yearly(12, first=2019)) == ()


def test_censuses_more_than_two_years_apart_may_differ() -> None:
    assert pointed_out(yearly(670, first=2015), yearly(67, first=2018)) == ()


def test_the_largest_comes_first() -> None:
    held = [*yearly(20, first=2018), *yearly(300, first=2018, category="foster")]
    new = [*yearly(2, first=2019), *yearly(3000, first=2019, category="foster")]
    assert [jump.category for jump in pointed_out(held, new)] == ["foster", "residential"]


def test_the_rule_of_chance_is_the_exact_test_but_for_its_edge() -> None:
    """Twice the smaller tail of a fair coin, over every pair of counts up to 100: they differ for
    five pairs, whose exact answer lies between 0.048 and 0.05."""
    edge = []
    for more in range(1, 101):
        for less in range(more + 1):
            both = more + less
            exact = min(1.0, 2 * sum(comb(both, k) for k in range(less + 1)) / 2**both)
            if (exact < 0.05) != ((more - less - 1) / sqrt(both) > CLEAR):
                edge.append(exact)
    assert len(edge) == 5
    assert all(0.048 < exact < 0.05 for exact in edge)


def test_the_factor_is_that_of_a_moving_range_chart() -> None:
    """1 + 3 d3/d2 for ranges of two, where d2 = 2/sqrt(pi) and d3 = sqrt(2 - 4/pi)."""
    d2, d3 = 2 / sqrt(pi), sqrt(2 - 4 / pi)
    assert round(1 + 3 * d3 / d2, 3) == BEYOND
    assert [abs(b - a) for a, b in pairwise([45, 47, 50, 49, 51, 49])] == [2, 3, 1, 2, 2]
