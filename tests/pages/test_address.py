"""A page may be the first to run, and its address restores the view or says what it left out."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.visits import ABOUT_AN_AREA, bodies, cards, headings, plain, visit, words

NOTE = "The address asked for something that is not here:"


def note(app: AppTest) -> str:
    """What the page says about its address."""
    return " ".join(plain(body) for body in bodies(app) if NOTE in body)


@pytest.mark.parametrize("page", ABOUT_AN_AREA)
def test_a_page_that_runs_before_the_frame_gets_it(page: str) -> None:
    app = visit(page, council="Fife")
    assert not app.exception
    assert app.sidebar.selectbox[0].value == "Fife"
    assert "Fife" in headings(app)[0]
    # A second run begins like the first: nothing of the frame may depend on the one before.
    app.run()
    assert app.sidebar.selectbox[0].value == "Fife"
    assert "Fife" in headings(app)[0]


def test_a_link_restores_council_figures_and_period() -> None:
    app = visit(
        "placements",
        council="South Lanarkshire",
        figures="The national return",
        period=["2012", "2015"],
        show="Number",
    )
    assert headings(app) == ["Where children live in South Lanarkshire"]
    assert "The national return, 31 July 2012 to 31 July 2015" in words(app)
    dates = {row[0] for card in cards(app) for row in card.rows}
    assert dates == {f"31 July {year}" for year in range(2012, 2016)}
    assert "number of children" in cards(app)[0].subtitle
    assert note(app) == ""


def test_a_link_restores_what_is_compared_and_the_close_up() -> None:
    app = visit("compare", council="Scotland", measure="Uptake of aftercare", closeup="true")
    assert cards(app)[0].title == "Uptake of aftercare: Scotland 47.5% at 31 July 2024"
    assert app.toggle[0].value is True
    assert note(app) == ""


def test_a_link_restores_the_definition() -> None:
    app = visit("placements", council="Scotland", definition="In the community")
    assert app.main.selectbox[0].value == "In the community"
    assert note(app) == ""


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("council", "ZZZ"),
        ("figures", "The best ones"),
        ("period", "1066"),
        ("show", "Everything"),
        ("definition", "Nobody's"),
        ("measure", "<b>x</b>"),
        ("nonsense", "1"),
    ],
)
def test_what_is_not_there_is_left_out_with_a_note_that_names_it(name: str, asked: str) -> None:
    app = visit("overview", **{name: asked})
    assert not app.exception
    assert f"{NOTE} {name}={asked}." in note(app)
    assert headings(app) == ["South Lanarkshire: children we look after"]
    assert "579" in words(app)
    assert "<b>x</b>" not in "".join(bodies(app))


def test_one_wrong_name_does_not_disturb_the_right_ones() -> None:
    app = visit("placements", council="Scotland", show="Number", colour="red")
    assert note(app).startswith(f"{NOTE} colour=red.")
    assert app.sidebar.selectbox[0].value == "Scotland"
    assert "number of children" in cards(app)[0].subtitle


def test_another_council_is_chosen_and_kept_on_the_next_page() -> None:
    app = visit("overview")
    app.selectbox(key="council").set_value("Glasgow City").run()
    assert headings(app) == ["Glasgow City: children we look after"]
    app.switch_page("pages/compare.py").run()
    assert headings(app) == ["Glasgow City beside others"]


def test_a_country_has_no_plan_and_nobody_says_it_should() -> None:
    assert "How far the plan has come" not in words(visit("overview", council="Scotland"))
    assert "No plan is held for Scotland." in words(visit("plan", council="Scotland"))
