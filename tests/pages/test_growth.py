"""Growth of aftercare: a base that nobody picks, both dates, and nothing across a change of law."""

from streamlit.testing.v1 import AppTest

from cpdash.wording import MINUS
from tests.pages.visits import bodies, plain, shown, shown_cards, visit, words

CHANGE = "Break at 1 April 2015: from April 2015 the law entitles more young people, up to age 26"


def growth(app: AppTest) -> list[str]:
    """The sentences on growth."""
    said = [plain(body) for body in bodies(app)]
    return [line for line in said if line.startswith(("From the", "Up to"))]


def test_scotlands_growth_starts_at_the_first_comparable_census() -> None:
    grown, not_grown = growth(shown("aftercare", "Scotland"))
    # 9,369 - 4,602 = 4,767; 9,369 / 4,602 = 2.036; its eighth root is 1.0929.
    assert grown == (
        "From the first comparable census: 4,767 more, 2.0 times as many (+104%), 9.3% a year, "
        "from 4,602 at 31 July 2016 to 9,369 young people (estimated) at 31 July 2024. The two are "
        "8 years apart."
    )
    assert not_grown.startswith("Up to 31 July 2015 the figures (3,599 on that day)")
    assert "no growth is given" in not_grown


def test_no_growth_is_counted_across_the_change_of_law() -> None:
    app = visit("aftercare", council="Scotland", period=["2009", "2016"])
    (not_grown,) = growth(app)
    assert "no earlier comparable census" in words(app)
    assert not_grown.startswith("Up to 31 July 2015")
    # From 3,599 to 4,602 would be 28%.
    assert "28%" not in words(app)


def test_before_the_change_growth_is_counted_by_the_older_rules() -> None:
    app = visit("aftercare", council="Scotland", period=["2010", "2015"])
    (grown,) = growth(app)
    assert f"319 fewer ({MINUS}8%)" in grown
    assert "from 3,918 at 31 July 2010 to 3,599 young people at 31 July 2015" in grown


def test_the_change_of_law_is_drawn_as_a_break_and_no_line_crosses_it() -> None:
    card, *_ = shown_cards("aftercare", "Scotland")
    said = " ".join(note["text"] for note in card.figure["layout"]["annotations"])
    assert "April 2015" in said.replace("<br>", " ")
    assert CHANGE in card.foot
    (entitled,) = (trace for trace in card.figure["data"] if "entitled" in trace["name"])
    assert entitled["connectgaps"] is False
    days = list(zip(entitled["x"], entitled["y"], strict=True))
    before, after = days.index(("2015-07-31", 3599)), days.index(("2016-07-31", 4602))
    assert [value for _, value in days[before + 1 : after]] == [None]


def test_south_lanarkshires_growth_is_from_the_plans_baseline() -> None:
    page = shown("aftercare", "South Lanarkshire's own figures")
    (grown,) = growth(page)
    assert "158 more, 3.4 times as many (+236%), from 67 to 225 young people" in grown
    assert "31 March 2018" in grown
    assert "does not state the date" in grown
    assert "There is no earlier comparable census to measure growth from." in words(page)


def test_a_baseline_without_a_date_is_no_point_on_a_date_axis() -> None:
    for card in shown_cards("aftercare", "South Lanarkshire's own figures"):
        for trace in card.figure["data"]:
            assert 67 not in (*trace["x"], *trace["y"])


def test_uptake_is_given_beside_both_of_its_counts() -> None:
    _, card, *_ = shown_cards("aftercare", "Scotland")
    newest = card.rows[0]
    # 4,454 of 9,369 is 47.54%.
    assert newest[:5] == ("31 July 2024", "Uptake of aftercare", "47.5%", "4,454", "9,369")
    assert "can rise while the share falls" in card.foot
