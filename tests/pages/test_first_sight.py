"""What somebody who opens the dashboard sees first: the figures of the council's own strategy."""

import pytest

from tests.pages.visits import headings, shown, shown_cards, tiles, words

OWN = "South Lanarkshire's own figures"


@pytest.mark.parametrize(
    ("label", "big", "under"),
    [
        ("Children looked after", "579", "at 31 March 2018"),
        ("Family-based care", "88%", "507 of 579 children"),
        ("At home with parents", "30%", "173 of 579 children"),
        ("With relatives or friends (kinship)", "22%", "128 of 579 children"),
        ("With foster families", "36%", "206 of 579 children"),
        ("In residential care", "12%", "72 of 579 children"),
        ("In secure care", "0%", "0 of 579 children"),
    ],
)
def test_the_strategys_figures_come_first(label: str, big: str, under: str) -> None:
    tile = tiles(shown("overview", OWN))[label]
    assert (tile["big"], tile["under"]) == (big, under)


def test_aftercare_stands_beside_its_growth_and_the_baseline_it_grew_from() -> None:
    tile = tiles(shown("overview", OWN))["Entitled to aftercare support"]
    assert tile["big"] == "225"
    assert "+236%" in tile["under"]
    # 225 / 3.36 is 66.96: the strategy gives the growth, and 67 is worked out from it.
    assert "158 more" in tile["moved"]
    assert "67 young people" in tile["moved"]
    assert "225 / 3.36 = 67" in tile["say"]
    assert "does not state the date" in tile["say"]


def test_the_first_page_is_the_overview_of_south_lanarkshire() -> None:
    assert headings(shown("overview", OWN)) == ["South Lanarkshire: children we look after"]
    assert "The council's own figures, census of 31 March 2018" in words(shown("overview", OWN))


def test_what_is_not_there_is_said_and_no_change_is_made_up() -> None:
    page = shown("overview", OWN)
    assert "No earlier census of these figures is held" in words(page)
    moved = {label: tile["moved"] for label, tile in tiles(page).items()}
    del moved["Entitled to aftercare support"]
    assert set(moved.values()) == {""}


def test_the_longer_view_is_the_national_return_and_says_so() -> None:
    (card,) = shown_cards("overview", OWN)
    assert "the national return" in card.subtitle
    assert card.title == "Children looked after: 786 at 31 July 2020, 547 at 31 July 2011"


def test_where_children_lived_is_drawn_with_counts_beside_shares() -> None:
    first, *_ = shown_cards("placements", OWN)
    (bars,) = first.figure["data"]
    assert bars["customdata"] == [
        ["At home with parents", "29.9% (173)"],
        ["With kinship carers (relatives or friends)", "22.1% (128)"],
        ["With foster families", "35.6% (206)"],
        ["In residential care, secure care not included", "12.4% (72)"],
        ["In secure care", "0"],
    ]


def test_two_definitions_are_told_apart_and_the_one_that_the_source_lacks_is_not_made_up() -> None:
    _, card, *_ = shown_cards("placements", OWN)
    (bars,) = card.figure["data"]
    # 507 of 579 and, of those away from home, 334 of 406.
    assert bars["customdata"] == [
        ["Family-based care, of 579 children", "87.6% (507)"],
        ["Family-based care away from home, of 406 children", "82.3% (334)"],
    ]
