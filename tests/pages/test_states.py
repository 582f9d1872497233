"""Little to show is said as it is: one census, none in the period, or figures that are withheld."""

from datetime import date
from pathlib import Path

import pytest

from cpdash.ui.tiles import NONE
from cpdash.wording import MINUS, day
from tests.pages.folders import FIFE, HEADINGS, fill, good, use
from tests.pages.test_provenance import DATE
from tests.pages.visits import ABOUT_AN_AREA, PAGES, cards, headings, shown, tiles, visit, words

WITHHELD = f"""{HEADINGS}
Fife | 31 July 2018 | National return | c | c | c | c | c | c | Return of 2018 | 2019
Fife | 31 July 2019 | National return | c | c | c | c | c | c | Return of 2019 | 2020"""
AFTERCARE = "Area | Census date | Collected by | Eligible | Receiving | Source | Published"


@pytest.fixture(scope="module")
def one_census(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the first of Fife's three censuses."""
    lines = "\n".join(FIFE.splitlines()[:2])
    return fill(tmp_path_factory.mktemp("one"), Placements=lines)


@pytest.fixture(scope="module")
def withheld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with figures of which none is given."""
    lines = f"{AFTERCARE}\nFife | 31 July 2019 | National return | c | c | Return | 2020"
    return fill(tmp_path_factory.mktemp("withheld"), Placements=WITHHELD, Aftercare=lines)


def test_a_narrower_period_shows_an_older_census() -> None:
    whole = tiles(shown("overview", "Scotland"))["Children looked after"]
    assert (whole["big"], whole["under"]) == ("11,844", "at 31 July 2024")
    older = tiles(visit(council="Scotland", period=["2006", "2019"]))["Children looked after"]
    # 14,262 is what later editions say; the first said 14,015.
    assert (older["big"], older["under"]) == ("14,262", "at 31 July 2019")
    assert older["moved"] == "292 fewer children than at 31 July 2018"


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("overview", "No census in this period has figures on children looked after."),
        ("placements", "No census in this period says where children live."),
        ("aftercare", "No figures on aftercare are held for South Lanarkshire in this period."),
        ("compare", "The national return has no figures for South Lanarkshire in this period"),
        ("sources", "No figures in this period."),
    ],
)
def test_a_period_without_a_census_is_said_to_be_empty(page: str, says: str) -> None:
    app = visit(page, period=["2022", "2023"])
    assert not app.exception
    assert len(headings(app)) == 1
    assert says in words(app)
    assert cards(app) == []


def test_the_plan_is_judged_on_all_figures_whatever_the_period() -> None:
    app, whole = visit("plan", period=["2022", "2023"]), visit("plan")
    assert "Core commitment 1" in words(app)
    assert [card.foot for card in cards(app)] == [card.foot for card in cards(whole)]
    assert f"Judged as of {day(date.today())}" in words(app)


@pytest.mark.parametrize("page", ABOUT_AN_AREA)
def test_one_census_is_enough_for_every_page(
    page: str, one_census: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(one_census, monkeypatch)
    app = visit(page)
    assert not app.exception
    assert "Fife" in headings(app)[0]
    for card in cards(app):
        assert set(DATE.findall(card.subtitle)) <= {"31 July 2017"}
        assert ", ," not in card.subtitle
        assert {row[0] for row in card.rows} == {"31 July 2017"}


def test_one_census_shows_its_figures_and_no_change(
    one_census: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(one_census, monkeypatch)
    found = tiles(visit())
    assert found["Children looked after"]["big"] == "100"
    assert found["At home with parents"]["under"] == "40 of 100 children"
    assert found["Family-based care"]["big"] == "90%"
    assert {tile["moved"] for tile in list(found.values())[:6]} == {""}


@pytest.mark.parametrize("page", PAGES)
def test_withheld_figures_break_no_page_and_show_no_number(
    page: str, withheld: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(withheld, monkeypatch)
    app = visit(page)
    assert not app.exception
    assert len(headings(app)) == 1
    for card in cards(app):
        assert {row[2] for row in card.rows} <= {"[c]", "not given"}
        drawn = [v for trace in card.figure["data"] for v in (*trace["x"], *trace["y"])]
        assert [v for v in drawn if isinstance(v, float | int) and v == 0] == []


def test_a_withheld_figure_says_why_and_is_not_a_nought(
    withheld: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(withheld, monkeypatch)
    tile = tiles(visit())["Children looked after"]
    assert tile["big"] == NONE
    assert tile["moved"] == "Not shown, to protect children's privacy at 31 July 2019."


def test_a_change_is_counted_in_children_and_in_points(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uneven = FIFE.replace("| 48 | 36 | 24 | 0 | 12 | 120 |", "| 51 | 36 | 21 | 0 | 12 | 120 |")
    good(tmp_path, monkeypatch, Placements=uneven)
    found = tiles(visit())
    assert found["Children looked after"]["moved"] == "10 more children than at 31 July 2018"
    # 51 of 120 is 42.5%, 44 of 110 is 40%.
    assert found["At home with parents"]["moved"] == (
        "7 more children, +2.5 percentage points since 31 July 2018"
    )
    assert found["With foster families"]["moved"] == (
        f"1 fewer child, {MINUS}2.5 percentage points since 31 July 2018"
    )
