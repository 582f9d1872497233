"""Indicators at each census: worked by hand from published figures."""

from datetime import date
from fractions import Fraction

import pytest

from cpdash.census import Census
from cpdash.indicators import INDICATORS
from cpdash.observations import breaks_shown
from cpdash.series import Gap, Point, Series
from tests.drawing import LATER, SCOTLAND_2021, STRATEGY, holdings


def observed(
    text: str,
    indicator: str,
    area: str = "S12000029",
    collection: str = "council",
    editions: str = "first 2020-01-01",
) -> Series:
    return Census(holdings(text, editions)).series(INDICATORS[indicator], area, collection)


def newest(*args: str, **more: str) -> Point:
    return observed(*args, **more).shown[-1]


@pytest.mark.parametrize(
    ("indicator", "numerator", "percent"),
    [
        ("family_based", 507, "87.6"),
        ("at_home_share", 173, "29.9"),
        ("kinship_share", 128, "22.1"),
        ("foster_share", 206, "35.6"),
        ("residential_share", 72, "12.4"),
        ("secure_share", 0, "0.0"),
    ],
)
def test_the_strategy_of_south_lanarkshire(indicator: str, numerator: int, percent: str) -> None:
    point = newest(STRATEGY, indicator)
    assert (point.numerator, point.denominator) == (numerator, 579)
    assert f"{float(point.value):.1f}" == percent


def test_a_category_that_the_source_leaves_out_is_not_made_up_from_the_rest() -> None:
    """The strategy gives no figure for the community, nor for adopters: neither is shown."""
    for name in ("community", "community_share", "adopters"):
        assert not observed(STRATEGY, name).shown


def test_away_from_home_leaves_children_at_home_out_of_both_sides() -> None:
    point = newest(STRATEGY, "family_based_away")
    assert (point.numerator, point.denominator) == (334, 406)


def test_three_definitions_on_one_date_differ_by_points() -> None:
    """Scotland at 31 July 2023: 87.6%, 84.5% and 89%."""
    text = """
    S92000003 2023-07-31 national looked_after total 12206 first
    S92000003 2023-07-31 national looked_after at_home 2466 first
    S92000003 2023-07-31 national looked_after kinship 4154 first
    S92000003 2023-07-31 national looked_after foster 3927 first
    S92000003 2023-07-31 national looked_after adopters 151 first
    S92000003 2023-07-31 national looked_after residential 1320 first
    S92000003 2023-07-31 national looked_after total 12084 later
    S92000003 2023-07-31 national looked_after community 10798 later
    S92000003 2023-07-31 national looked_after residential 1285 later
    """
    place = {"area": "S92000003", "collection": "national", "editions": LATER}
    shares = [
        round(float(newest(text, name, **place).value), 1)
        for name in ("family_based", "family_based_away", "community_share")
    ]
    assert shares == [87.6, 84.5, 89.4]
    assert newest(text, "family_based", **place).denominator == 12206, "its own edition's total"
    assert "earlier edition" in newest(text, "family_based", **place).note


def test_a_share_never_mixes_editions_that_contradict_each_other() -> None:
    point = newest(SCOTLAND_2021, "community_share", "S92000003", "national", LATER)
    assert (point.numerator, point.denominator) == (11969, 13255)


def test_a_source_with_two_halves_only_gives_no_family_based_share() -> None:
    text = """
    S12000029 2018-07-31 national looked_after community 580
    S12000029 2018-07-31 national looked_after residential 75
    S12000029 2018-07-31 national looked_after total 655d
    """
    series = observed(text, "family_based", collection="national")
    assert not series.shown
    assert [one.status for one in series] == [""]
    assert [one.note for one in series] == ["The source does not give this."]
    share = newest(text, "community_share", collection="national")
    assert share.value == Fraction(58000, 655)


def test_categories_that_do_not_make_the_total_give_no_family_based_share() -> None:
    """Scotland 2013: 4,183 + 3,906 + 1,427 + 1,466 is not 16,032, so children at home are missing
    from the source and not none."""
    text = """
    S92000003 2013-07-31 national looked_after total 16032
    S92000003 2013-07-31 national looked_after kinship 4183
    S92000003 2013-07-31 national looked_after foster_authority 3906
    S92000003 2013-07-31 national looked_after foster_purchased 1427
    S92000003 2013-07-31 national looked_after residential 1466
    """
    assert not observed(text, "family_based", "S92000003", "national").shown
    assert newest(text, "foster", "S92000003", "national").numerator == 5333


def test_counts_rounded_to_ten_may_miss_their_total_by_rounding() -> None:
    """England 2023, release of 2024: 56,650 + 2,220 + 5,820 + 7,990 + 8,650 + 1,200 + 90 + 1,150
    is 83,770, and 83,760 is printed."""
    text = "\n".join(
        f"E92000001 2023-03-31 national looked_after {category} {count}"
        for category, count in {
            "foster": 56650,
            "adopters": 2220,
            "at_home": 5820,
            "secure_and_childrens_homes": 7990,
            "independent_and_supported": 8650,
            "other_residential": 1200,
            "residential_school": 90,
            "other": 1150,
            "total": 83760,
        }.items()
    )
    point = newest(text, "family_based", "E92000001", "national")
    assert (point.numerator, point.denominator) == (64690, 83760)


def test_one_child_too_few_is_no_rounding() -> None:
    text = STRATEGY.replace("total 579", "total 580")
    assert not observed(text, "family_based").shown


def test_a_withheld_part_withholds_the_share_and_says_so() -> None:
    series = observed(STRATEGY.replace("kinship 128", "kinship c"), "family_based")
    assert not series.shown
    assert [one.status for one in series] == ["c"]


def test_a_number_beside_a_withheld_status_is_not_shown() -> None:
    series = observed(STRATEGY.replace("secure 0", "secure 3c"), "secure_share")
    assert [(type(one), one.status) for one in series] == [(Gap, "c")]


def test_what_a_newer_edition_withholds_is_not_taken_from_an_older_one() -> None:
    text = """
    S12000029 2018-07-31 national looked_after kinship 128 first
    S12000029 2018-07-31 national looked_after total 579 first
    S12000029 2018-07-31 national looked_after kinship c later
    """
    for name in ("kinship", "kinship_share"):
        series = observed(text, name, collection="national", editions=LATER)
        assert [one.status for one in series] == ["c"]
        assert not series.shown


def test_nought_is_a_figure_and_a_withheld_one_is_not() -> None:
    assert newest(STRATEGY, "secure").numerator == 0
    withheld = observed(STRATEGY.replace("secure 0", "secure c"), "secure")
    assert [one.status for one in withheld] == ["c"]


def test_a_share_of_no_children_is_not_computed() -> None:
    text = """
    S12000029 2018-03-31 council aftercare_eligible total 0
    S12000029 2018-03-31 council aftercare_receiving total 0
    """
    series = observed(text, "aftercare_uptake")
    assert [one.status for one in series] == ["z"]
    assert not series.shown


def test_the_census_that_moved_and_the_law_that_changed_are_breaks() -> None:
    text = """
    S92000003 2009-03-31 national aftercare_eligible total 3452
    S92000003 2010-07-31 national aftercare_eligible total 3918
    S92000003 2013-07-31 national aftercare_eligible total 3887
    S92000003 2016-07-31 national aftercare_eligible total 4602
    """
    series = observed(text, "aftercare_eligible", "S92000003", "national")
    assert [one.segment for one in series] == [0, 1, 1, 2]


def test_a_figure_marked_as_a_break_starts_a_new_segment() -> None:
    text = """
    X00000001 2024-03-31 council looked_after total 250
    X00000001 2024-06-30 council looked_after total 240b
    X00000001 2024-09-30 council looked_after total 241
    """
    series = observed(text, "looked_after", "X00000001")
    assert [one.segment for one in series] == [0, 1, 1]


def test_a_break_stands_where_the_figure_itself_is_withheld() -> None:
    """The total carries the mark; the share of children at home is withheld on that day."""
    text = """
    S12000047 2017-07-31 national looked_after at_home 50
    S12000047 2017-07-31 national looked_after total 100
    S12000047 2018-07-31 national looked_after at_home c
    S12000047 2018-07-31 national looked_after total 110b
    S12000047 2019-07-31 national looked_after at_home 58
    S12000047 2019-07-31 national looked_after total 120
    """
    series = observed(text, "at_home_share", "S12000047", "national")
    assert [one.segment for one in series] == [1, 2, 2], "the first break is that of 2010"
    shown = breaks_shown(INDICATORS["at_home_share"], "S12000047", "national", series)
    assert shown == [(date(2018, 7, 31), "Break in the series")]


def test_parts_over_their_total_give_no_share() -> None:
    """2,010 typed for 201: 343% of 586 children is nobody's share."""
    series = observed(STRATEGY.replace("foster 206", "foster 2010"), "foster_share")
    assert not series.shown
    assert "more than the total" in series[0].note


def test_every_observation_leads_to_its_cells() -> None:
    point = newest(STRATEGY, "family_based")
    assert {place[2] for place in point.places} == {"A1", "A2", "A3", "A6"}
