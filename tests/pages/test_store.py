"""The pages show what the store holds now, and say so where it is not as it should be."""

import hashlib
import os
import shutil
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cpdash.intake import STORE, address, begin, upload
from cpdash.reading import read
from cpdash.store import Store, open_store
from cpdash.ui.held import LAST_GIVEN, held
from tests.pages.folders import HEADINGS, fill, use
from tests.pages.visits import (
    ABOUT_AN_AREA,
    PAGES,
    cards,
    faults_said,
    headings,
    tiles,
    visit,
    words,
)
from tests.reading.workbooks import draw
from tests.store.workbooks import give_back, put, take

MORAY = f"""{HEADINGS}
Moray | 31 July 2019 | National return | 1 | 2 | 3 | 0 | 4 | 10 | Moray's return | 2020"""
LATER = f"""{HEADINGS}
Fife | 31 July 2020 | National return | 50 | 40 | 20 | 0 | 20 | 130 | Return of 2020 | 2021"""
LOST = "The store: found no way to reach it, expected its file or its database."


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose store began with Fife's figures."""
    folder = fill(tmp_path_factory.mktemp("begun"))
    began(folder).close()
    return folder


def began(folder: Path) -> Store:
    """The store of a folder, begun with the folder's workbooks."""
    store = open_store(address(folder))
    begin(store, folder, datetime.now(UTC))
    return store


@pytest.fixture
def data(begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it that the test may spoil, with the dashboard pointed at it."""
    return use(shutil.copytree(begun, tmp_path / "data"), monkeypatch)


@pytest.fixture
def other(data: Path) -> Iterator[Store]:
    """The same store, as another process has it open."""
    store = open_store(address(data))
    yield store
    store.close()


def accept(store: Store, folder: Path, placements: str, name: str = "sent.xlsx") -> int:
    """Have a workbook accepted; the number of its edition."""
    file = draw(folder / name, Placements=placements)
    data = file.read_bytes()
    sent = upload(name, hashlib.sha256(data).hexdigest(), len(data), read(file))
    return put(store, sent).editions[0]


def total(app: AppTest) -> tuple[str, str]:
    """Children looked after as the overview has them: how many, and when."""
    tile = tiles(app)["Children looked after"]
    return tile["big"], tile["under"]


def every_page(app: AppTest, check: Callable[[], object], pages: Iterable[str] = PAGES) -> None:
    """Turn to each page and look."""
    for page in pages:
        app.switch_page(f"pages/{page}.py").run()
        assert not app.exception, page
        check()


def test_what_another_process_accepts_is_shown_at_the_next_click(
    data: Path, other: Store, tmp_path: Path
) -> None:
    app = visit()
    assert total(app) == ("120", "at 31 July 2019")
    accept(other, tmp_path, LATER)
    assert total(app.run()) == ("130", "at 31 July 2020")
    app.switch_page("pages/placements.py").run()
    assert cards(app)[0].rows[0][0] == "31 July 2020"
    assert cards(app)[0].rows[0][-1].endswith("sent.xlsx (edition 2), Placements, I2")
    assert (data / STORE).exists()


def test_what_is_withdrawn_is_shown_no_longer_and_comes_back(other: Store, tmp_path: Path) -> None:
    edition = accept(other, tmp_path, LATER)
    app = visit()
    take(other, edition)
    assert total(app.run()) == ("120", "at 31 July 2019")
    give_back(other, edition)
    assert total(app.run()) == ("130", "at 31 July 2020")


def test_a_period_that_somebody_chose_stays_when_a_later_census_comes(
    other: Store, tmp_path: Path
) -> None:
    app = visit(period=["2017", "2018"])
    assert total(app) == ("110", "at 31 July 2018")
    edition = accept(other, tmp_path, LATER)
    assert total(app.run()) == ("110", "at 31 July 2018")
    # Chosen up to the newest, it ends where the figures end.
    app.select_slider(key="period").set_range(2018, 2020).run()
    assert total(app) == ("130", "at 31 July 2020")
    take(other, edition)
    assert total(app.run()) == ("120", "at 31 July 2019")
    assert app.select_slider(key="period").value == (2018, 2019)


def test_where_everything_is_withdrawn_every_page_says_so(other: Store) -> None:
    app = visit()
    take(other, 1)

    def empty() -> None:
        assert headings(app) == ["No figures yet"]
        assert (
            "No figures are held. Add a workbook on the page Data, or put one back that was "
            "withdrawn."
        ) in words(app)

    every_page(app, empty, ABOUT_AN_AREA)
    app.switch_page("pages/data.py").run()
    assert not app.exception
    assert app.selectbox(key="edition").options == ["1: fife.xlsx"]


def test_a_council_that_is_no_longer_held_is_chosen_no_longer(other: Store, tmp_path: Path) -> None:
    edition = accept(other, tmp_path, MORAY)
    app = visit(council="Moray")
    assert headings(app) == ["Moray: children we look after"]
    take(other, edition)
    assert headings(app.run()) == ["Fife: children we look after"]
    assert not app.exception


def test_without_the_strategy_the_dashboard_opens_on_the_national_return(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held()
    everyones = shutil.copytree(os.environ["CPDASH_DATA"], tmp_path / "data")
    folder = use(everyones, monkeypatch)
    store = open_store(address(folder))
    (strategy,) = (e.id for e in store.editions() if e.file.startswith("south-lanarkshire"))
    take(store, strategy)
    store.close()
    app = visit()
    assert tiles(app)["Children looked after"]["big"] == "786"
    assert "579" not in words(app)


def test_the_faults_of_its_first_workbooks_are_said_by_who_began_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = use(fill(tmp_path), monkeypatch)
    (folder / "starter" / "sent.xlsx").write_bytes(b"")
    assert faults_said(visit()) == "1 fault found in the workbooks"
    # A copy of the folder with its store is opened, and begins nothing.
    use(shutil.copytree(folder, tmp_path / "again"), monkeypatch)
    app = visit("sources")
    assert faults_said(app) == ""
    assert "those are said until the dashboard is started again" in words(app)


def test_figures_that_are_no_longer_held_leave_the_memory(
    data: Path, other: Store, tmp_path: Path
) -> None:
    seen = []
    for number in range(4):
        accept(other, tmp_path, LATER.replace("| 50 |", f"| {number} |"))
        seen.append(weakref.ref(held().census))
        take(other, number + 2)
        held()
    # What was shown last may stay until the next change.
    assert [census() for census in seen[:-1]] == [None] * 3
    assert data.exists()


def test_a_store_that_vanishes_leaves_the_figures_that_it_gave_last(data: Path) -> None:
    app = visit()
    (data / STORE).rename(data / "elsewhere")

    def said() -> None:
        assert LOST in words(app)
        assert LAST_GIVEN in words(app)
        assert app.sidebar.selectbox[0].options == ["Fife"]

    every_page(app, said)
    app.switch_page("pages/overview.py").run()
    assert total(app) == ("120", "at 31 July 2019")
    (data / "elsewhere").rename(data / STORE)
    assert "The store:" not in words(app.run())
    assert total(app) == ("120", "at 31 July 2019")


def test_an_edition_that_was_tampered_with_is_not_shown_and_the_others_are(
    data: Path, other: Store, tmp_path: Path
) -> None:
    accept(other, tmp_path, MORAY, "moray.xlsx")
    spoil(data / STORE, b"Moray")
    app = visit(council="Fife")
    assert total(app) == ("120", "at 31 July 2019")

    def said() -> None:
        assert "Edition 2 (moray.xlsx): found other figures" in words(app)
        assert "None of its figures are shown." in words(app)
        assert app.sidebar.selectbox[0].options == ["Fife"]

    every_page(app, said)


def spoil(file: Path, text: bytes) -> None:
    """Change the first letter of a text wherever it stands in a file."""
    whole = file.read_bytes()
    assert text in whole
    file.write_bytes(whole.replace(text, b"?" + text[1:]))


def by_hand(store: Path, statement: str) -> None:
    """Change a store of SQLite, as nobody should."""
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute(statement)


def test_a_newer_store_shows_its_figures_and_says_that_the_dashboard_is_older(data: Path) -> None:
    by_hand(data / STORE, "UPDATE alembic_version SET version_num = '9999'")
    app = visit()
    assert total(app) == ("120", "at 31 July 2019")

    def said() -> None:
        assert "The store: found tables of step 9999" in words(app)
        assert "bring the dashboard up to date" in words(app)

    every_page(app, said)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda store: spoil(store, b"Return of"), "Edition 1 (fife.xlsx): found other figures"),
        (lambda store: store.write_bytes(b"nothing of a store\n" * 999), "found it damaged"),
        (lambda store: store.unlink() or store.mkdir(), LOST),
        (
            lambda store: store.unlink() or by_hand(store, "CREATE TABLE prices (pounds INTEGER)"),
            "found something else there",
        ),
    ],
    ids=["tampered with", "no database", "a folder in its place", "of something else"],
)
def test_a_store_that_cannot_be_used_is_said_on_every_page(
    data: Path, wrong: Callable[[Path], object], says: str
) -> None:
    wrong(data / STORE)
    app = visit()

    def said() -> None:
        assert words(app).count(says) == 1
        assert LAST_GIVEN not in words(app)
        assert cards(app) == []

    every_page(app, said)


def test_a_store_that_is_put_back_is_used_without_a_new_start(data: Path) -> None:
    sound = (data / STORE).read_bytes()
    (data / STORE).write_bytes(b"nothing of a store\n" * 999)
    app = visit()
    assert headings(app) == ["No figures to show"]
    (data / STORE).write_bytes(sound)
    assert total(app.run()) == ("120", "at 31 July 2019")


def test_a_folder_that_is_not_there_is_said_and_found_once_it_is(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(tmp_path / "mounted", monkeypatch)
    app = visit()
    assert headings(app) == ["No figures to show"]
    assert LOST in words(app)
    shutil.copytree(data, tmp_path / "mounted")
    assert total(app.run()) == ("120", "at 31 July 2019")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said_and_what_is_in_it_is_shown(data: Path) -> None:
    may_not = "The store: found that it may be read and not written"
    data.chmod(0o500)
    try:
        app = visit()
        assert total(app) == ("120", "at 31 July 2019")
        assert may_not in words(app)
        data.chmod(0o700)
        assert may_not not in words(app.run())
    finally:
        data.chmod(0o700)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_without_a_place_for_a_store_nothing_is_shown_and_the_reason_is_said(data: Path) -> None:
    (data / STORE).unlink()
    data.chmod(0o500)
    try:
        app = visit()
        assert headings(app) == ["No figures to show"]
        assert "expected the right to write" in words(app)
        data.chmod(0o700)
        assert total(app.run()) == ("120", "at 31 July 2019")
    finally:
        data.chmod(0o700)


def test_the_address_of_another_store_is_followed(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CPDASH_DATABASE_URL", f"sqlite:///{tmp_path}/elsewhere.sqlite")
    assert total(visit()) == ("120", "at 31 July 2019")
    assert (tmp_path / "elsewhere.sqlite").exists()
    assert data.exists()


def test_an_address_that_is_none_is_said_and_not_repeated(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CPDASH_DATABASE_URL", "mysql://anna:secret@db/figures")
    app = visit()
    assert headings(app) == ["No figures to show"]
    assert "Set CPDASH_DATABASE_URL to one of these." in words(app)
    assert "secret" not in words(app)
    assert data.exists()
