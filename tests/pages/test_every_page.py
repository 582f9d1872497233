"""Every page, whatever is chosen: it runs, has a heading, and its charts can be read by all."""

import json

import pytest

from cpdash.indicators import INDICATORS
from cpdash.plan import read_plan
from cpdash.vocabulary import COLLECTIONS
from tests.pages.visits import (
    CHOICES,
    PAGES,
    PROJECT,
    Card,
    bodies,
    cards,
    headings,
    shown,
    shown_cards,
    visit,
    words,
)
from tests.test_language import BANNED

EVERY = pytest.mark.parametrize("choice", CHOICES)
PAGE = pytest.mark.parametrize("page", PAGES)
PLAN_SAYS = [
    target.text
    for target in read_plan(PROJECT / "data" / "plan.xlsx", INDICATORS).targets
    if target.text
]
"""A plan is quoted as it stands, whatever its words."""
DEFINITIONS_DIFFER = "Scotland and England count differently"


def names(card: Card) -> str:
    """What the lines and bars of a chart are called."""
    return json.dumps([trace.get("name", trace.get("customdata")) for trace in card.figure["data"]])


@PAGE
@EVERY
def test_a_page_runs_and_has_one_heading(page: str, choice: str) -> None:
    app = shown(page, choice)
    assert [error.message for error in app.exception] == []
    assert len(headings(app)) == 1


@PAGE
@EVERY
def test_every_chart_has_words_for_who_cannot_see_it_and_a_picture_that_says_what_it_is(
    page: str, choice: str
) -> None:
    for card in shown_cards(page, choice):
        assert card.title in card.alt
        layout = card.figure["layout"]
        assert layout["title"]["text"]
        assert layout["title"]["subtitle"]["text"]
        assert layout["height"] > 0
        assert any("Source: " in note["text"] for note in layout["annotations"])
        assert card.foot.startswith("Source: ")


@PAGE
@EVERY
def test_only_charts_of_invented_figures_say_illustrative_and_they_say_it_inside(
    page: str, choice: str
) -> None:
    invented = choice == "the illustrative council"
    for card in shown_cards(page, choice):
        marks = [note["text"] for note in card.figure["layout"]["annotations"]]
        assert ("<b>Illustrative figures: an invented council</b>" in marks) == invented
        assert ("illustrative" in json.dumps(card.figure).lower()) == invented


def test_the_illustrative_council_has_charts_where_its_own_figures_are_drawn() -> None:
    for page in ("placements", "aftercare", "plan"):
        assert shown_cards(page, "the illustrative council")
    numbers = " ".join(bodies(shown("overview", "the illustrative council")))
    assert "<p class='cp-illustrative'>Illustrative figures: an invented council</p>" in numbers


@PAGE
@EVERY
def test_the_words_of_a_page_put_people_first(page: str, choice: str) -> None:
    said = words(shown(page, choice)) + " ".join(
        json.dumps(card.figure) for card in shown_cards(page, choice)
    )
    for quoted in PLAN_SAYS:
        said = said.replace(quoted, "")
    assert [match[0] for match in BANNED.finditer(said)] == []


@PAGE
@EVERY
def test_the_councils_own_count_and_the_national_return_are_never_one_series(
    page: str, choice: str
) -> None:
    for card in shown_cards(page, choice):
        held = {(day, value) for trace in card.figure["data"] for day, value in _points(trace)}
        # 579 children in the strategy, 655 in the return four months later.
        assert not {("2018-03-31", 579), ("2018-07-31", 655)} <= held
        days = {row[0] for row in card.rows}
        assert not {"31 March 2018", "31 July 2018"} <= days or choice == "the illustrative council"


def _points(trace: dict[str, list]) -> list[tuple[object, object]]:
    return list(zip(trace.get("x", []), trace.get("y", []), strict=True))


def test_both_counts_of_south_lanarkshire_are_there_to_be_chosen() -> None:
    (choice,) = shown("overview", "South Lanarkshire's own figures").sidebar.radio
    assert choice.options == list(COLLECTIONS.values())
    (card,) = shown_cards("overview", "South Lanarkshire's national return")
    (line,) = card.figure["data"]
    assert ("2018-07-31", 655) in _points(line)


@PAGE
@EVERY
def test_scotland_and_england_share_a_chart_only_with_the_sentence_that_they_differ(
    page: str, choice: str
) -> None:
    for card in shown_cards(page, choice):
        both = "Scotland" in names(card) and "England" in names(card)
        assert both == (DEFINITIONS_DIFFER in card.foot)


@pytest.mark.parametrize(("country", "other"), [("Scotland", "England"), ("England", "Scotland")])
def test_who_sets_scotland_beside_england_is_told_that_definitions_differ(
    country: str, other: str
) -> None:
    app = visit("compare", council=country, measure="Family-based care away from home")
    (beside,) = app.multiselect
    beside.set_value([other]).run()
    (card,) = cards(app)
    assert {"Scotland", "England"} <= {row[1] for row in card.rows}
    assert DEFINITIONS_DIFFER in card.foot
    picture = " ".join(note["text"] for note in card.figure["layout"]["annotations"])
    assert DEFINITIONS_DIFFER in picture.replace("<br>", " ")
