"""What a plan asks for, judged by arithmetic: numbers worked by hand."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdash.series import Gap, Point, Series
from cpdash.targets import KINDS, REASONS, VERDICTS, Target, Verdict, evaluate, sentence
from cpdash.theme import TONES

JULY_2024 = date(2024, 7, 31)


def series(*rows: str) -> Series:
    """Observations written as `2024-07-31 58/579`, `2024-07-31 [c]`, `2024-07-31 47 segment 1`."""
    found: list[Point | Gap] = []
    for row in rows:
        said, *rest = row.split()[1:]
        when, segment = date.fromisoformat(row.split()[0]), int(rest[1]) if rest else 0
        if said[0] == "[":
            found.append(Gap(when, segment, said.strip("[]")))
        else:
            top, _, base = said.partition("/")
            value = Fraction(top) * 100 / int(base) if base else Fraction(top)
            found.append(
                Point(when, value, round(float(top)), int(base) if base else None, segment)
            )
    return Series(found)


def share(when: str, percent: float) -> Series:
    """One share, of 1,000 children."""
    return series(f"{when} {percent * 10}/1000")


def target(kind: str, **fields: object) -> Target:
    """A target of South Lanarkshire whose reading is settled."""
    given: dict[str, object] = {"interpretation": "The number at the census.", "good": 1} | fields
    return Target("T1", "S12000029", "2.1", "the plan's words", kind, "at_home", **given)  # type: ignore[arg-type]


def to_reach(goal: float, base: float, good: int, **fields: object) -> Target:
    """A level by 31 July 2027, from 31 July 2022."""
    dates: dict[str, object] = {"due": date(2027, 7, 31), "baseline_date": date(2022, 7, 31)}
    values = {"target_value": goal, "baseline_value": base, "good": good}
    return target("level_by_date", **(dates | values | fields))


def rising(**fields: object) -> Target:
    """More every year from 31 July 2015 to 31 July 2018."""
    usual = {"start": date(2015, 7, 31), "due": date(2018, 7, 31), "direction": "increase"}
    return target("direction", **(usual | fields))


RISES = ("2015-07-31 174", "2016-07-31 176", "2017-07-31 181", "2018-07-31 185")
FALLS = ("2020-07-31 22", "2021-07-31 20", "2022-07-31 21", "2023-07-31 18", "2024-07-31 18")


def falling(**fields: object) -> Target:
    """Fewer every year from 31 July 2020."""
    return rising(
        **({"start": date(2020, 7, 31), "due": None, "direction": "decrease", "good": -1} | fields)
    )


# Worked cases A to G of the method.


@pytest.mark.parametrize(
    ("case", "asked", "observed", "expected", "gap", "a_year", "status"),
    [
        ("A", to_reach(9, 12, -1, tolerance_abs=0.5), 10.0, 10.799, 0.799, -0.334, "on_track"),
        ("B", to_reach(9, 12, -1, tolerance_abs=0.5), 11.2, 10.799, -0.401, -0.734, "at_risk"),
        ("C", to_reach(9, 12, -1, tolerance_abs=0.5), 11.6, 10.799, -0.801, -0.867, "off_track"),
        (
            "D",
            to_reach(90, 85.5, 1, due=date(2027, 3, 31), tolerance_abs=1.0),
            87.6,
            87.43,
            0.17,
            0.901,
            "on_track",
        ),
    ],
)
def test_a_share_is_judged_on_the_straight_line_to_its_goal(
    case: str,
    asked: Target,
    observed: float,
    expected: float,
    gap: float,
    a_year: float,
    status: str,
) -> None:
    verdict = evaluate(asked, share("2024-07-31", observed), JULY_2024)
    assert (case, verdict.arithmetic) == (case, status)
    assert verdict.expected == pytest.approx(expected, abs=0.005)
    assert verdict.gap == pytest.approx(gap, abs=0.005)
    assert verdict.required_per_year == pytest.approx(a_year, abs=0.0005)
    assert verdict.gap_children == pytest.approx(gap * 10, abs=0.05)


def test_a_cut_of_a_fifth_is_counted_from_the_baseline_case_e() -> None:
    asked = to_reach(0, 50, -1, target_value=None, change=-20, change_type="percent")
    asked = replace(asked, kind="change_from_baseline", tolerance_abs=2.3)
    verdict = evaluate(asked, series("2024-07-31 47"), JULY_2024)
    assert (verdict.arithmetic, verdict.goal) == ("at_risk", 40)
    assert verdict.expected == pytest.approx(45.997, abs=0.0005)
    assert verdict.gap == pytest.approx(-1.003, abs=0.0005)
    assert verdict.gap_children == verdict.gap
    assert verdict.required_per_year == pytest.approx(-2.335, abs=0.0005)
    assert verdict.progress == pytest.approx(0.3)


def test_falls_that_did_not_all_come_are_counted_case_f() -> None:
    verdict = evaluate(falling(), series(*FALLS), JULY_2024)
    assert [step.held for step in verdict.satisfied] == [True, False, True, False]
    assert (verdict.arithmetic, verdict.reason) == ("off_track", "NO_CHANGE")
    assert sentence(falling(), verdict, "", "count") == (
        "Fell in 2 of 4 years, from 22 at 31 July 2020 to 18 at 31 July 2024. "
        "In the last year it did not change."
    )


def test_a_rise_in_every_year_is_on_track_and_at_the_end_met_case_g() -> None:
    running = evaluate(rising(due=date(2019, 7, 31)), series(*RISES), date(2018, 9, 1))
    ended = evaluate(rising(), series(*RISES), date(2018, 9, 1))
    assert (running.arithmetic, ended.arithmetic) == ("on_track", "met")
    assert [step.held for step in ended.satisfied] == [True, True, True]
    assert ended.held_since == date(2015, 7, 31)
    assert sentence(rising(), ended, "", "count") == (
        "Rose in 3 of 3 years, from 174 at 31 July 2015 to 185 at 31 July 2018."
    )


# Level by a date, change from a baseline.


def test_before_its_due_date_a_goal_that_is_reached_is_achieved_for_now() -> None:
    verdict = evaluate(to_reach(9, 12, -1), share("2024-07-31", 8.9), JULY_2024)
    assert verdict.arithmetic == "achieved_now"


def test_after_its_due_date_only_the_goal_counts_and_not_the_tolerance() -> None:
    asked = to_reach(9, 12, -1, tolerance_abs=5)
    assert evaluate(asked, share("2027-07-31", 9.0), date(2028, 1, 1)).arithmetic == "met"
    assert evaluate(asked, share("2027-07-31", 9.1), date(2028, 1, 1)).arithmetic == "not_met"


def test_the_last_census_on_or_before_the_due_date_decides() -> None:
    held = series("2025-07-31 40", "2026-07-31 38", "2027-07-31 45")
    verdict = evaluate(to_reach(40, 50, -1, due=date(2027, 3, 31)), held, date(2028, 1, 1))
    assert (verdict.arithmetic, verdict.deciding_date) == ("met", date(2026, 7, 31))
    assert (verdict.expected, verdict.gap) == (40, 2)


def test_a_goal_is_not_judged_while_its_last_census_is_not_held() -> None:
    verdict = evaluate(to_reach(40, 50, -1), series("2026-07-31 38"), date(2027, 8, 1))
    assert (verdict.arithmetic, verdict.reason) == ("cannot_tell", "CENSUS_NOT_HELD")


def test_a_census_that_comes_after_the_due_date_is_not_waited_for() -> None:
    asked = to_reach(40, 50, -1, due=date(2027, 7, 20))
    assert evaluate(asked, series("2026-07-31 38"), date(2028, 1, 1)).arithmetic == "met"


def test_a_quarter_that_is_a_day_shorter_than_the_others_is_waited_for() -> None:
    held = series("2026-06-30 41", "2026-09-30 40", "2026-12-31 38")
    asked = to_reach(40, 50, -1, due=date(2027, 3, 31))
    assert evaluate(asked, held, date(2027, 4, 1)).reason == "CENSUS_NOT_HELD"


def test_a_step_asks_for_nothing_until_it_is_due() -> None:
    asked = to_reach(40, 50, -1, interpolation="step")
    verdict = evaluate(asked, series("2026-07-31 50"), date(2026, 8, 1))
    assert (verdict.arithmetic, verdict.expected) == ("on_track", 50)
    assert verdict.path == (
        (date(2022, 7, 31), 50),
        (date(2027, 7, 31), 50),
        (date(2027, 7, 31), 40),
    )


def test_a_geometric_path_falls_by_the_same_part_each_day() -> None:
    # 100 to 25 in 1,826 days, 913 of them gone: half the way is 100 x (1/4)^(1/2) = 50.
    asked = to_reach(25, 100, -1, interpolation="geometric")
    verdict = evaluate(asked, series("2025-01-29 50"), date(2025, 2, 1))
    assert verdict.expected == pytest.approx(50)
    assert verdict.elapsed == pytest.approx(0.5)
    assert [verdict.path[at][1] for at in (0, -1)] == pytest.approx([100, 25])


def test_a_baseline_that_already_reached_the_goal_has_to_hold_it() -> None:
    verdict = evaluate(to_reach(40, 35, -1), series("2024-07-31 41"), JULY_2024)
    assert (verdict.expected, verdict.gap, verdict.arithmetic) == (40, -1, "at_risk")
    assert verdict.path == ((date(2022, 7, 31), 40), (date(2027, 7, 31), 40))


def test_without_a_baseline_there_is_a_distance_and_no_path() -> None:
    asked = to_reach(90, 0, 1, baseline_value=None, baseline_date=None)
    verdict = evaluate(asked, share("2024-07-31", 87), JULY_2024)
    assert (verdict.arithmetic, verdict.expected) == ("not_yet_due", None)
    assert verdict.gap == pytest.approx(-3)
    assert verdict.required_per_year == pytest.approx(3 / (1095 / 365.25))


def test_the_baseline_is_read_from_the_last_census_before_the_start() -> None:
    asked = to_reach(40, 0, -1, baseline_value=None, baseline_date=None, start=date(2022, 9, 1))
    held = series("2021-07-31 60", "2022-07-31 50", "2024-07-31 46")
    assert evaluate(asked, held, JULY_2024).baseline == (50, date(2022, 7, 31))


def test_a_change_needs_something_to_be_counted_from() -> None:
    asked = target(
        "change_from_baseline", change=-5, change_type="absolute", good=-1, due=date(2027, 7, 31)
    )
    verdict = evaluate(asked, series("2024-07-31 46"), JULY_2024)
    assert (verdict.arithmetic, verdict.reason) == ("cannot_tell", "BASELINE_MISSING")


def test_points_are_added_to_a_share_and_not_taken_as_a_percentage_of_it() -> None:
    asked = replace(to_reach(0, 80, 1), kind="change_from_baseline", target_value=None)
    asked = replace(asked, change=5.0, change_type="points")
    assert evaluate(asked, share("2024-07-31", 83), JULY_2024).goal == 85


def test_no_percentage_is_taken_of_a_baseline_of_nought() -> None:
    asked = replace(to_reach(0, 0, 1), kind="change_from_baseline", target_value=None)
    asked = replace(asked, change=20.0, change_type="percent")
    verdict = evaluate(asked, series("2024-07-31 3"), JULY_2024)
    assert (verdict.arithmetic, verdict.reason) == ("cannot_tell", "ZERO_BASE")


def test_a_goal_without_a_good_side_is_ambiguous() -> None:
    verdict = evaluate(to_reach(40, 50, 0), series("2024-07-31 41"), JULY_2024)
    assert (verdict.arithmetic, verdict.reason) == ("cannot_tell", "AMBIGUOUS")


@pytest.mark.parametrize(
    ("observed", "status"),
    [("45", "on_track"), ("46", "at_risk"), ("48", "at_risk"), ("49", "off_track")],
)
def test_a_count_may_be_two_or_five_percent_off_unless_the_plan_says_otherwise(
    observed: str, status: str
) -> None:
    # 45.997 is expected, and 5% of that is 2.3.
    verdict = evaluate(to_reach(40, 50, -1), series(f"2024-07-31 {observed}"), JULY_2024)
    assert verdict.arithmetic == status


def test_a_share_may_be_a_point_off_unless_the_plan_says_otherwise() -> None:
    near, far = share("2024-07-31", 11.7), share("2024-07-31", 11.9)
    assert evaluate(to_reach(9, 12, -1), near, JULY_2024).arithmetic == "at_risk"
    assert evaluate(to_reach(9, 12, -1), far, JULY_2024).arithmetic == "off_track"


# Guards.


def test_nothing_is_told_without_figures() -> None:
    for kind in KINDS.keys() - {"milestone", "narrative"}:
        asked = to_reach(9, 12, -1, lower=1, upper=2, direction="increase", tolerance_abs=1)
        verdict = evaluate(replace(asked, kind=kind), series(), JULY_2024)
        assert (kind, verdict.arithmetic, verdict.reason) == (kind, "cannot_tell", "NO_DATA")


def test_a_hidden_census_is_never_passed_over() -> None:
    held = series("2023-07-31 46", "2024-07-31 [c]")
    for kind in ("level_by_date", "floor", "maintain", "direction"):
        asked = to_reach(40, 50, -1, lower=1, direction="decrease", tolerance_abs=1)
        verdict = evaluate(replace(asked, kind=kind), held, JULY_2024)
        assert verdict == Verdict("cannot_tell", "HIDDEN"), kind


def test_a_hidden_baseline_hides_the_answer_even_where_the_plan_prints_it() -> None:
    held = series("2022-07-31 [c]", "2024-07-31 46")
    assert evaluate(to_reach(40, 50, -1), held, JULY_2024) == Verdict("cannot_tell", "HIDDEN")


def test_a_missing_census_is_passed_over_and_the_one_before_it_decides() -> None:
    held = series("2023-07-31 46", "2024-07-31 [x]")
    assert evaluate(to_reach(40, 50, -1), held, JULY_2024).observed == (46, date(2023, 7, 31))


def test_a_break_since_the_baseline_leaves_nothing_to_compare() -> None:
    held = series("2022-07-31 50", "2024-07-31 41 segment 1")
    verdict = evaluate(to_reach(40, 50, -1), held, JULY_2024)
    assert (verdict.arithmetic, verdict.reason) == ("cannot_tell", "BREAK")


def test_a_nought_is_a_figure_and_not_a_gap() -> None:
    verdict = evaluate(to_reach(0, 5, -1), series("2024-07-31 0"), JULY_2024)
    assert (verdict.arithmetic, verdict.observed) == ("achieved_now", (0, JULY_2024))


# Direction.


def test_a_tie_is_no_rise() -> None:
    held = series("2017-07-31 181", "2018-07-31 181")
    asked = rising(start=date(2017, 7, 31))
    verdict = evaluate(asked, held, date(2019, 1, 1))
    assert (verdict.arithmetic, verdict.reason) == ("not_met", "NO_CHANGE")
    lenient = replace(asked, strict=False)
    assert evaluate(lenient, held, date(2019, 1, 1)).arithmetic == "met"


def test_a_direction_that_was_kept_last_year_but_not_always_is_at_risk() -> None:
    verdict = evaluate(falling(), series(*FALLS[:4]), date(2023, 9, 1))
    assert verdict.arithmetic == "at_risk"
    assert verdict.held_since == date(2022, 7, 31)


def test_one_census_is_no_direction() -> None:
    asked = rising(baseline_value=173, baseline_date=date(2018, 3, 31), due=date(2020, 7, 31))
    verdict = evaluate(asked, series("2018-03-31 173"), date(2025, 1, 1))
    assert verdict == Verdict("cannot_tell", "ONE_POINT", baseline=(173, date(2018, 3, 31)))
    assert sentence(asked, verdict, "", "count") == (
        "There is one census in the plan's years, and a direction needs two."
    )


def test_the_pairs_begin_with_the_last_census_before_the_start() -> None:
    held = series("2014-07-31 190", *RISES)
    verdict = evaluate(rising(start=date(2015, 9, 1)), held, date(2019, 1, 1))
    assert [step.from_value for step in verdict.satisfied] == [174, 176, 181]


def test_a_quarter_is_compared_with_the_same_quarter_a_year_before() -> None:
    held = series(
        *("2024-03-31 100", "2024-06-30 150", "2024-09-30 140", "2024-12-31 130"),
        *("2025-03-31 104", "2025-06-30 90", "2025-09-30 90"),
    )
    asked = rising(start=date(2024, 4, 1), due=date(2028, 3, 31))
    verdict = evaluate(asked, held, date(2025, 10, 1))
    assert [tuple(step) for step in verdict.satisfied] == [
        (date(2024, 3, 31), date(2025, 3, 31), 100, 104, True)
    ]
    assert verdict.arithmetic == "on_track"


def test_a_quarter_that_is_missing_is_not_replaced_by_its_neighbour() -> None:
    held = series("2024-03-31 100", "2024-12-31 130", "2025-06-30 90")
    asked = rising(start=date(2024, 4, 1), due=date(2028, 3, 31))
    assert evaluate(asked, held, date(2025, 10, 1)).reason == "ONE_POINT"


def test_a_hidden_start_hides_what_came_of_the_plan() -> None:
    asked = falling(period="over_plan", start=date(2020, 5, 1))
    held = series("2020-07-31 [c]", "2021-07-31 20", "2024-07-31 18")
    assert evaluate(asked, held, JULY_2024) == Verdict("cannot_tell", "HIDDEN")


def test_years_are_paired_by_date_and_not_by_the_order_of_rows() -> None:
    shuffled = series(*(RISES[at] for at in (2, 0, 3, 1)))
    assert evaluate(rising(), shuffled, date(2019, 1, 1)).arithmetic == "met"


def test_a_leap_day_does_not_part_a_pair() -> None:
    held = series("2023-02-28 10", "2024-02-29 11", "2025-02-28 12")
    asked = rising(start=date(2023, 3, 1), due=date(2025, 3, 1))
    assert evaluate(asked, held, date(2025, 4, 1)).arithmetic == "met"


def test_two_sides_of_a_break_are_no_pair() -> None:
    held = series("2015-07-31 174", "2016-07-31 176", "2017-07-31 300 segment 1")
    verdict = evaluate(rising(), held, date(2017, 9, 1))
    assert (verdict.arithmetic, verdict.reason) == ("cannot_tell", "BREAK")
    later = Series([*held, *series("2018-07-31 310 segment 1")])
    running = evaluate(rising(due=date(2020, 7, 31)), later, date(2018, 9, 1))
    assert [step.to_value for step in running.satisfied] == [176, 310]
    assert running.arithmetic == "on_track"
    assert "2 years that can be compared" in sentence(rising(), running, "", "count")


def test_a_plan_that_kept_every_pair_but_lost_a_year_cannot_be_called_met() -> None:
    held = series("2015-07-31 174", "2016-07-31 176", "2017-07-31 181")
    verdict = evaluate(rising(), held, date(2019, 1, 1))
    assert (verdict.arithmetic, verdict.reason) == ("cannot_tell", "CENSUS_NOT_HELD")


def test_a_plan_that_missed_one_year_is_not_met_whatever_else_is_unknown() -> None:
    held = series("2015-07-31 174", "2016-07-31 170")
    assert evaluate(rising(), held, date(2019, 1, 1)).arithmetic == "not_met"


def test_nought_cannot_fall_and_is_not_held_against_the_plan() -> None:
    asked = falling(due=date(2022, 7, 31))
    none = series("2020-07-31 0", "2021-07-31 0", "2022-07-31 0")
    verdict = evaluate(asked, none, date(2023, 1, 1))
    assert (verdict.arithmetic, verdict.reason) == ("cannot_tell", "ZERO_BASE")
    one = series("2020-07-31 0", "2021-07-31 1", "2022-07-31 0")
    assert evaluate(asked, one, date(2023, 1, 1)).arithmetic == "not_met"


def test_vague_words_that_nobody_settled_are_ambiguous() -> None:
    verdict = evaluate(rising(interpretation=""), series(*RISES), date(2019, 1, 1))
    assert (verdict.arithmetic, verdict.reason) == ("cannot_tell", "AMBIGUOUS")


def test_over_the_plan_only_start_and_end_count() -> None:
    asked = rising(period="over_plan", start=date(2020, 7, 31), direction="decrease", due=None)
    verdict = evaluate(asked, series(*FALLS), JULY_2024)
    assert verdict.arithmetic == "on_track"
    assert sentence(asked, verdict, "Children in secure care", "count") == (
        "Children in secure care: fell, from 22 at 31 July 2020 to 18 at 31 July 2024."
    )


def test_over_the_plan_nothing_is_decided_before_the_last_census_is_held() -> None:
    asked = rising(period="over_plan", due=date(2019, 7, 31))
    verdict = evaluate(asked, series(*RISES), date(2019, 9, 1))
    assert (verdict.arithmetic, verdict.reason) == ("cannot_tell", "CENSUS_NOT_HELD")


# Floor, ceiling, range, maintain, comparator.


def test_a_floor_is_met_at_it_and_near_below_it_at_risk() -> None:
    asked = target("floor", lower=50, tolerance_abs=2)
    found = [evaluate(asked, share("2024-07-31", x), JULY_2024) for x in (50, 49, 47)]
    assert [verdict.arithmetic for verdict in found] == ["met", "at_risk", "not_met"]
    assert found[1].gap_children == pytest.approx(-10)


def test_a_floor_tells_since_when_it_held() -> None:
    held = series("2021-07-31 60", "2022-07-31 40", "2023-07-31 50", "2024-07-31 51")
    asked = target("floor", lower=50)
    verdict = evaluate(asked, held, JULY_2024)
    assert verdict.held_since == date(2023, 7, 31)
    assert sentence(asked, verdict, "", "count") == (
        "51 at 31 July 2024. The plan asks for at least 50, which held at 3 of 4 censuses "
        "from 31 July 2021."
    )


def test_a_hidden_census_ends_the_run_that_can_be_vouched_for() -> None:
    held = series("2021-07-31 60", "2022-07-31 [c]", "2023-07-31 52", "2024-07-31 51")
    verdict = evaluate(target("floor", lower=50), held, JULY_2024)
    assert verdict.held_since == date(2023, 7, 31)


def test_a_ceiling_is_met_at_it_and_after_the_end_near_is_not_enough() -> None:
    asked = target("ceiling", upper=16, due=JULY_2024, good=-1)
    assert evaluate(asked, series("2024-07-31 16"), JULY_2024).arithmetic == "met"
    assert evaluate(asked, series("2024-07-31 17"), JULY_2024).arithmetic == "not_met"
    running = replace(asked, due=None)
    assert evaluate(running, series("2024-07-31 17"), JULY_2024).arithmetic == "at_risk"


def test_a_range_counts_the_way_to_its_nearer_side() -> None:
    asked = target("range", lower=25, upper=40, good=0)
    found = [evaluate(asked, share("2024-07-31", x), JULY_2024) for x in (30, 24.5, 45)]
    assert [verdict.arithmetic for verdict in found] == ["met", "at_risk", "not_met"]
    assert [verdict.gap for verdict in found] == pytest.approx([5, -0.5, -5])
    assert found[0].limits == (25, 40)


def test_to_maintain_is_to_stay_within_the_tolerance_that_the_plan_names() -> None:
    base = {"baseline_value": 22.0, "baseline_date": date(2022, 7, 31), "tolerance_abs": 3.0}
    asked = target("maintain", **base)
    found = [evaluate(asked, share("2024-07-31", x), JULY_2024) for x in (25, 19, 25.1)]
    assert [verdict.arithmetic for verdict in found] == ["met", "met", "not_met"]
    assert sentence(asked, found[0], "", "percent") == (
        "25.0% at 31 July 2024. The plan asks for 22.0%, give or take 3 points."
    )


def test_to_maintain_without_a_tolerance_is_ambiguous() -> None:
    asked = target("maintain", baseline_value=22.0, baseline_date=date(2022, 7, 31))
    assert evaluate(asked, share("2024-07-31", 22), JULY_2024).reason == "AMBIGUOUS"


def test_an_area_is_set_beside_another_at_the_same_census() -> None:
    asked = target("comparator", comparator="S92000003")
    mine = series("2019-07-31 652/725", "2020-07-31 711/786")
    scotland = series("2019-07-31 12814/14262", "2020-07-31 13022/14458")
    verdict = evaluate(asked, mine, date(2020, 9, 1), scotland)
    # 90.458% and 90.068%.
    assert verdict.arithmetic == "met"
    assert verdict.gap == pytest.approx(0.390, abs=0.001)
    assert verdict.gap_children == pytest.approx(3.07, abs=0.01)
    assert sentence(asked, verdict, "", "percent", "Scotland") == (
        "90.5% at 31 July 2020, against 90.1% for Scotland."
    )


def test_an_area_is_not_compared_at_different_dates_or_by_counts() -> None:
    asked = target("comparator", comparator="S92000003")
    mine, other = series("2020-03-31 711/786"), series("2020-07-31 13022/14458")
    assert evaluate(asked, mine, date(2020, 9, 1), other).reason == "NO_COMPARISON"
    mine, other = series("2020-07-31 711"), series("2020-07-31 13022")
    assert evaluate(asked, mine, date(2020, 9, 1), other).reason == "COUNTS"


def test_a_hidden_figure_of_the_other_area_hides_the_answer() -> None:
    asked = target("comparator", comparator="S92000003")
    mine, other = series("2020-07-31 711/786"), series("2020-07-31 [c]")
    assert evaluate(asked, mine, date(2020, 9, 1), other) == Verdict("cannot_tell", "HIDDEN")


# Milestone and narrative.


@pytest.mark.parametrize(
    ("in_place_on", "as_of", "status", "said"),
    [
        (None, date(2019, 8, 31), "not_yet_due", "Due by 31 August 2019."),
        (
            None,
            date(2019, 9, 1),
            "cannot_tell",
            "Nothing is recorded about whether this is in place. It was due by 31 August 2019.",
        ),
        (
            date(2019, 5, 3),
            date(2019, 9, 1),
            "met",
            "In place on 3 May 2019, by the date in the plan, 31 August 2019.",
        ),
        (
            date(2019, 10, 3),
            date(2020, 1, 1),
            "not_met",
            "In place on 3 October 2019, after the date in the plan, 31 August 2019.",
        ),
        (date(2019, 5, 3), date(2019, 5, 1), "not_yet_due", "Due by 31 August 2019."),
    ],
)
def test_a_milestone_is_in_place_or_due_or_not_reported(
    in_place_on: date | None, as_of: date, status: str, said: str
) -> None:
    asked = target("milestone", due=date(2019, 8, 31), in_place_on=in_place_on)
    verdict = evaluate(asked, series(), as_of)
    assert verdict.arithmetic == status
    assert sentence(asked, verdict, "", "count") == said


def test_words_that_state_a_level_set_no_target() -> None:
    asked = target("narrative", baseline_value=67, baseline_origin="derived")
    verdict = evaluate(asked, series("2018-03-31 225"), JULY_2024)
    assert (verdict.arithmetic, verdict.reason) == ("not_measurable", "CONTEXT")
    assert verdict.baseline == (67, None)
    assert verdict.observed == (225, date(2018, 3, 31))


def test_words_that_nothing_held_counts_are_not_measured_here() -> None:
    verdict = evaluate(replace(target("narrative"), indicator=""), series(), JULY_2024)
    assert (verdict.arithmetic, verdict.reason) == ("not_measurable", "NOT_A_CENSUS_FIGURE")


def test_a_hidden_level_is_not_told_by_a_narrative() -> None:
    held = series("2018-03-31 225", "2019-03-31 [c]")
    assert evaluate(target("narrative"), held, JULY_2024).observed is None


# Sentences and tables.


def test_a_level_is_said_with_its_date_its_goal_and_what_it_takes() -> None:
    verdict = evaluate(to_reach(9, 12, -1), share("2024-07-31", 11.2), JULY_2024)
    assert sentence(to_reach(9, 12, -1), verdict, "In residential care", "percent") == (
        "In residential care: 11.2% at 31 July 2024; at most 10.8% was expected by then. "
        "The plan asks for at most 9% by 31 July 2027, a fall of 0.7 points a year from there."
    )


def test_equal_looking_figures_are_said_to_differ_before_rounding() -> None:
    verdict = evaluate(to_reach(9, 12, -1), series("2024-07-31 10803/100000"), JULY_2024)
    assert verdict.arithmetic == "at_risk"
    assert "at most 10.8% was expected by then, before rounding" in sentence(
        to_reach(9, 12, -1), verdict, "", "percent"
    )


def test_a_percentage_of_fewer_than_ten_children_is_not_printed() -> None:
    verdict = evaluate(target("floor", lower=50), series("2024-07-31 4/7"), JULY_2024)
    said = sentence(target("floor", lower=50), verdict, "", "percent")
    assert (verdict.arithmetic, "57" in said) == ("met", False)


def test_a_percentage_of_fewer_than_fifty_children_has_no_decimals() -> None:
    verdict = evaluate(target("floor", lower=50), series("2024-07-31 19/37"), JULY_2024)
    assert sentence(target("floor", lower=50), verdict, "", "percent").startswith("51% at")


def test_one_year_is_said_as_it_went() -> None:
    asked = rising(start=date(2017, 7, 31))
    verdict = evaluate(asked, series("2017-07-31 181", "2018-07-31 180"), date(2019, 1, 1))
    assert sentence(asked, verdict, "", "count") == (
        "Fell in the one year that can be compared, "
        "from 181 at 31 July 2017 to 180 at 31 July 2018."
    )


def test_every_verdict_has_a_word_and_a_look_of_its_own() -> None:
    assert set(VERDICTS) == set(TONES)
    assert len(set(VERDICTS.values())) == len(VERDICTS)


def test_every_reason_is_one_plain_sentence() -> None:
    assert all(words.endswith(".") and words.count(".") == 1 for words in REASONS.values())


# Properties.

COUNTS = st.lists(st.integers(1, 400), min_size=1, max_size=6)
MIRRORED = {"increase": "decrease", "decrease": "increase", "": ""}


def _mirrored(asked: Target) -> Target:
    return replace(
        asked,
        good=-asked.good,
        direction=MIRRORED[asked.direction],
        baseline_value=None if asked.baseline_value is None else -asked.baseline_value,
        target_value=None if asked.target_value is None else -asked.target_value,
        lower=None if asked.upper is None else -asked.upper,
        upper=None if asked.lower is None else -asked.lower,
    )


@given(
    COUNTS,
    st.sampled_from(["level_by_date", "direction", "range", "maintain"]),
    st.sampled_from(["linear", "step"]),
    st.integers(1, 400),
    st.integers(1, 400),
    st.sampled_from([1, -1]),
    st.integers(2023, 2030),
)
def test_turned_upside_down_the_verdict_stays(
    counts: list[int], kind: str, path: str, base: int, goal: int, good: int, due: int
) -> None:
    asked = to_reach(goal, base, good, due=date(due, 7, 31), interpolation=path)
    asked = replace(asked, kind=kind, lower=min(base, goal), upper=max(base, goal))
    asked = replace(asked, tolerance_abs=3.0, direction="increase" if good > 0 else "decrease")
    held = series(*(f"{2022 + i}-07-31 {n}" for i, n in enumerate(counts)))
    upside_down = Series(replace(point, value=-point.value) for point in held.shown)
    there = evaluate(asked, held, date(2028, 1, 1))
    back = evaluate(_mirrored(asked), upside_down, date(2028, 1, 1))
    assert (there.arithmetic, there.reason) == (back.arithmetic, back.reason)
    assert there.gap == back.gap
    assert [step.held for step in there.satisfied] == [step.held for step in back.satisfied]


RANK = {"met": 3, "achieved_now": 3, "on_track": 2, "at_risk": 1, "off_track": 0, "not_met": 0}


@given(
    st.integers(1, 400),
    st.integers(1, 400),
    st.integers(1, 400),
    st.sampled_from([1, -1]),
    st.sampled_from(["linear", "step", "geometric"]),
    st.integers(0, 3000),
    st.integers(1, 3000),
)
def test_a_later_due_date_never_makes_the_same_figures_look_worse(
    observed: int, base: int, goal: int, good: int, path: str, first: int, more: int
) -> None:
    soon = JULY_2024 + timedelta(days=first)
    asked = to_reach(goal, base, good, due=soon, interpolation=path)
    held = series(f"2024-07-31 {observed}")
    sooner = evaluate(asked, held, JULY_2024)
    later = evaluate(replace(asked, due=soon + timedelta(days=more)), held, JULY_2024)
    assert RANK[later.arithmetic] >= RANK[sooner.arithmetic]


@given(st.lists(st.sampled_from(["5", "7", "[c]", "[x]", "[k]"]), min_size=1, max_size=6))
def test_no_figure_is_given_away_where_one_is_hidden(rows: list[str]) -> None:
    held = series(*(f"{2019 + i}-07-31 {said}" for i, said in enumerate(rows)))
    asked = falling(start=date(2019, 7, 31), interpretation="The number at the census.")
    verdict = evaluate(asked, held, JULY_2024)
    if "[c]" in rows:
        assert verdict.arithmetic == "cannot_tell"
        assert verdict.satisfied == ()
        assert verdict.observed is None
