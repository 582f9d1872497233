"""The history on the page Data: what was accepted, what it changed, how it stood, and how to undo
it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cpdash.intake import address, upload
from cpdash.reading import read
from cpdash.store import Store, open_store
from cpdash.ui.upload import history as shown
from tests.pages.folders import HEADINGS, use
from tests.pages.uploading import (
    ME,
    after,
    buttons,
    change,
    choose,
    compared,
    history,
    press,
)
from tests.pages.visits import tiles, visit, words
from tests.reading.workbooks import draw

ROW = "Fife | 31 July 2018 | National return | 40 | 30 | 20 | 0 | 10 | {} | Return | {}"
FIRST, REVISED = (f"{HEADINGS}\n{ROW.format(*of)}" for of in ((100, 2019), (104, 2020)))
MAY, JUNE, JULY = (datetime(2026, month, 1, 9, 30, tzinfo=UTC) for month in (5, 6, 7))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Fife's first figures, accepted in May, and its revised ones in June, with the dashboard
    pointed at them."""
    use(tmp_path, monkeypatch)
    with_figures = open_store(address(tmp_path))
    for name, placements, when in (("first", FIRST, MAY), ("revised", REVISED, JUNE)):
        file = draw(tmp_path / f"{name}.xlsx", Placements=placements)
        with_figures.accept(
            [upload(file.name, f"{len(name):064x}", file.stat().st_size, read(file))],
            compared_with=with_figures.version(),
            who="Anna",
            publisher="Fife Council",
            remark=f"The {name} one",
            token=name,
            now=when,
        )
    yield with_figures
    with_figures.close()


@pytest.mark.usefixtures("store")
def test_every_edition_stands_with_all_that_is_known_of_it() -> None:
    app = visit("data")
    (table,) = app.dataframe
    assert tuple(table.value.columns) == shown.EDITIONS
    assert table.value.iloc[1].tolist()[:8] == [
        *("1", "held", "first.xlsx", "6", "1 May 2026, 09:30 UTC", "Anna", "The first one"),
        "Fife Council",
    ]
    assert table.value.iloc[1].tolist()[-1] == f"{5:064x}"


@pytest.mark.usefixtures("store")
def test_an_edition_says_what_it_holds_what_it_changed_and_each_figure() -> None:
    app = choose(visit("data"), "edition", 2)
    said = after(app, "Edition 2: revised.xlsx ")
    assert said.startswith("It is held. Placements for Fife at 31 July 2018, 5 categories What it")
    assert "What it changed when it was accepted: 0 new figures, 1 changed, 5 the same." in said
    (_, row) = change(app, "1 figure changes: Fife, the national return")
    assert row[1:5] == ("Children looked after", "100", "104", "+4")
    assert app.dataframe[1].value.iloc[0].tolist() == [
        *("Fife, the national return", "31 July 2018", "At home with parents"),
        *("40", "revised.xlsx", "Placements", "D2", "At home"),
    ]


def test_an_edition_is_withdrawn_and_restored_and_every_page_follows(store: Store) -> None:
    theirs = visit(council="Fife")
    app = choose(visit("data"), "edition", 2)
    assert "undo" not in buttons(app)
    assert "Still needed: your name, at the top of the page." in words(app)
    app.text_input(key="who").set_value(ME).run()
    app.text_input(key="why-2").set_value("The wrong workbook")
    press(app, "undo")
    assert "Edition 2 is withdrawn: no page shows it any more." in words(app)
    assert history(app)[0] == ("2", "withdrawn", "revised.xlsx", "6")
    assert tiles(theirs.run())["Children looked after"]["big"] == "100"
    press(app, "undo")
    assert "Edition 2 is held again." in words(app)
    assert tiles(theirs.run())["Children looked after"]["big"] == "104"
    told = [(entry.who, entry.act, entry.subject, entry.remark) for entry in store.journal()][2:]
    assert told[0] == (ME, "withdraw", 2, "The wrong workbook")
    assert told[1][:3] == (ME, "restore", 2)


def test_what_somebody_else_did_in_between_is_not_undone_unseen(store: Store) -> None:
    app = visit("data")
    app.text_input(key="who").set_value(ME)
    choose(app, "edition", 2)
    store.withdraw(1, compared_with=2, who="Bob", token="b", now=JULY)
    press(app, "undo")
    assert "The store: found that Bob withdrew first.xlsx on" in words(app)
    assert history(app) == [
        ("2", "held", "revised.xlsx", "6"),
        ("1", "withdrawn", "first.xlsx", "6"),
    ]


def test_a_withdrawal_that_is_sent_twice_is_done_once(store: Store) -> None:
    app = visit("data")
    app.text_input(key="who").set_value(ME)
    press(choose(app, "edition", 2), "undo")
    app.session_state[shown.WANTED] = shown.Undo(2, True, 2)
    app.run()
    assert "Edition 2 is withdrawn: no page shows it any more." in words(app)
    assert store.version() == 3


@pytest.mark.parametrize(
    ("day", "says"),
    [(date(2026, 4, 30), None), (date(2026, 5, 1), "100"), (date(2026, 6, 30), "104")],
)
@pytest.mark.usefixtures("store")
def test_the_figures_stand_as_they_did_on_a_day(day: date, says: str | None) -> None:
    app = visit("data", council="Fife")
    app.date_input(key="as-at").set_value(day).run()
    assert app.selectbox(key="as-at-area").value == "Fife"
    if says is None:
        assert "Nothing was held of Fife at the end of 30 April 2026." in words(app)
    else:
        figures = app.dataframe[1].value
        total = figures[figures["What"].eq("Children looked after")]
        assert total["Figure"].tolist() == [says]


def test_what_was_withdrawn_still_stands_on_the_days_before(store: Store) -> None:
    for edition in (1, 2):
        version = store.version()
        store.withdraw(edition, compared_with=version, who="B", token=str(version), now=JULY)
    app = visit("data")
    app.date_input(key="as-at").set_value(date(2026, 6, 30)).run()
    choose(app, "as-at-area", "Fife")
    assert "104" in app.dataframe[1].value["Figure"].tolist()
    app.date_input(key="as-at").set_value(date(2026, 7, 1)).run()
    assert "Nothing was held of Fife at the end of 1 July 2026." in words(app)


@pytest.mark.usefixtures("store")
def test_the_journal_has_every_act_with_its_seal() -> None:
    app = visit("data")
    app.session_state["behind-journal"] = True
    app.run()
    journal = app.dataframe[1].value
    assert journal["What"].tolist() == ["Anna accepted edition 2", "Anna accepted edition 1"]
    assert {len(seal) for seal in journal["Seal"]} == {64}


@pytest.mark.usefixtures("store")
def test_an_edition_may_be_looked_at_beside_a_comparison(
    drawn: Callable[[str], bytes],
) -> None:
    app = choose(compared(third=drawn(REVISED.replace("104", "105"))), "edition", 2)
    assert change(app, "1 figure changes: Fife")[1][2:4] == ("104", "105")
    assert "Edition 2: revised.xlsx" in words(app)


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[[str], bytes]:
    """Draws a workbook of placements and gives its bytes."""
    return lambda text: draw(tmp_path / "drawn.xlsx", Placements=text).read_bytes()
