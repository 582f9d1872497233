"""Lookups over what is held: areas, collections, the newest figures, sources and revisions."""

from datetime import date

from cpdash.census import Census
from cpdash.figures import Holdings
from cpdash.indicators import INDICATORS
from tests.drawing import LATER, SCOTLAND_2021, STRATEGY, holdings

OWN_AND_NATIONAL = f"""{STRATEGY}
S12000029 2018-07-31 national looked_after total 655
X00000001 2018-03-31 council looked_after total 250
S92000003 2018-07-31 national looked_after total 14554
S12000033 2018-07-31 national looked_after total 600
"""


def scotland() -> Census:
    return Census(holdings(SCOTLAND_2021, LATER))


def own_and_national() -> Census:
    return Census(holdings(OWN_AND_NATIONAL.replace("\n\n", "\n")))


def test_councils_come_by_name_then_countries_and_the_invented_one_last() -> None:
    assert own_and_national().areas() == ["S12000033", "S12000029", "S92000003", "X00000001"]


def test_the_councils_own_figures_come_before_the_national_return() -> None:
    census = own_and_national()
    assert census.collections("S12000029") == ["council", "national"]
    assert census.collections("S92000003") == ["national"]
    assert census.collections("S12000049") == []


def test_a_series_is_of_one_collection_and_never_of_both() -> None:
    census = own_and_national()
    looked_after = INDICATORS["looked_after"]
    own = census.series(looked_after, "S12000029", "council")
    national = census.series(looked_after, "S12000029", "national")
    assert [(one.when, one.value) for one in own.shown] == [(date(2018, 3, 31), 579)]
    assert [one.value for one in national.shown] == [655]


def test_the_newest_edition_of_each_figure_is_given() -> None:
    figures = scotland().figures("S92000003", "national").set_index("category")["value"]
    assert figures["kinship"] == 4410
    assert figures["total"] == 13255


def test_what_editions_disagree_on_is_listed_with_what_was_said_first_and_last() -> None:
    revised = scotland().revised("S92000003").set_index("category")
    assert set(revised.index) == {"community", "kinship", "residential"}
    assert (revised["first"]["residential"], revised["last"]["residential"]) == (1286, 1267)
    assert scotland().revised("S12000029").empty


def test_a_source_is_named_once_with_the_date_it_was_published() -> None:
    assert scotland().sources(["later", "first", "later"]) == [
        "The later edition, published 2025-04-01",
        "The first edition, published 2022-01-01",
    ]


def test_the_years_run_from_the_first_census_to_the_last() -> None:
    assert own_and_national().years == [2018]
    two = "S92000003 2009-03-31 national looked_after total 15287\n" + SCOTLAND_2021.strip()
    assert Census(holdings(two, LATER)).years == list(range(2009, 2022))


def test_nothing_held_gives_nothing_and_no_error() -> None:
    census = Census(Holdings())
    assert census.areas() == []
    assert census.years == []
    assert census.collections("S92000003") == []
    assert census.figures("S92000003", "national").empty
    assert not census.series(INDICATORS["family_based"], "S92000003", "national")


def test_only_the_invented_council_is_illustrative() -> None:
    census = own_and_national()
    assert [code for code in census.areas() if census.illustrative(code)] == ["X00000001"]
