"""Parts against totals where a file and what is held stand beside each other."""

from tests.comparison.drawn import compared

HELD = """
2018-03-31 at_home 173
2018-03-31 kinship 128
2018-03-31 foster 206
2018-03-31 residential 72
2018-03-31 total 579
"""


def said(held: str, new: str) -> list[str]:
    return [one.sentence() for one in compared(held, new).sums]


def test_a_new_total_that_the_parts_held_do_not_make_is_told_with_both_numbers() -> None:
    assert said(HELD, "2018-03-31 total 590") == [
        "Children looked after, South Lanarkshire: 590 at 31 March 2018, which is new; its parts "
        "would make 579. Of these, held before: in residential care, with foster families, at home "
        "with parents and 1 more. Check both against their source."
    ]


def test_a_new_part_that_no_longer_fits_the_total_held_is_told() -> None:
    found = compared(HELD, "2018-03-31 kinship 148").sums
    assert [(one.value, one.made, one.new_whole) for one in found] == [(579, 599, False)]
    assert "579 at 31 March 2018, which was held before; its parts would make 599." in (
        found[0].sentence()
    )
    assert "kinship" not in found[0].held_parts


def test_parts_that_still_make_the_total_need_no_word() -> None:
    assert said(HELD, "2018-03-31 kinship 118\n2018-03-31 foster 216") == []


def test_figures_of_one_file_alone_were_checked_when_it_was_read() -> None:
    assert said("", HELD.replace("579", "590")) == []


def test_a_sum_that_was_wrong_before_and_is_not_touched_needs_no_word() -> None:
    held = HELD.replace("579", "590")
    assert said(held, "2018-03-31 kinship 128\n2019-03-31 total 600") == []


def test_a_sum_of_the_same_census_that_the_file_does_not_touch_needs_no_word() -> None:
    held = """
    2018-03-31 residential 72 old
    2018-03-31 authority_home 70 held
    2018-03-31 secure 10 held
    2018-03-31 kinship 128 held
    """
    editions = "old 2019-01-01\nheld 2020-01-01"
    assert compared(held, "2018-03-31 kinship 130", editions).sums == ()
    assert len(compared(held, "2018-03-31 secure 12", editions).sums) == 1


def test_a_total_that_its_own_edition_makes_is_not_held_against_older_parts() -> None:
    """What the new edition leaves out is named as no longer given."""
    changed = HELD.replace("kinship 128", "kinship 138").replace("579", "589")
    found = compared(f"{HELD}2018-03-31 other_community 30", changed)
    assert (found.sums, found.vanished["category"].tolist()) == ((), ["other_community"])


def test_a_withheld_part_may_hold_what_is_missing() -> None:
    held = HELD.replace("residential 72", "residential c")
    assert said(held, "2018-03-31 total 590") == []
    assert len(said(held, "2018-03-31 total 500")) == 1, "the parts shown make 507 already"


def test_numbers_rounded_to_ten_need_not_add_up_exactly() -> None:
    held = """
    2018-03-31 at_home 170
    2018-03-31 kinship 130
    2018-03-31 foster 210
    2018-03-31 residential 70
    """
    assert said(held, "2018-03-31 total 590") == []
    assert len(said(held, "2018-03-31 total 650")) == 1
