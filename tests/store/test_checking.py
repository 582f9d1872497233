"""What was changed past the store is found, named, and not shown."""

from collections.abc import Callable

import pytest
from sqlalchemy import select, text

from cpdash.store import Store, StoreFault, open_store
from cpdash.store.digests import line, of_edition
from cpdash.store.schema import EDITION, SOURCE
from tests.store.places import Places
from tests.store.tampering import by_hand
from tests.store.workbooks import FIFE, MORAY, START, drawn, one, put, said, take


@pytest.fixture(scope="module")
def template(places: Places) -> str:
    """A store with three editions, of which the first is withdrawn, and an answer."""
    url = places.store()
    store = open_store(url)
    put(store, one(12, "a.xlsx"))
    put(store, one(13, "b.xlsx"))
    put(store, drawn(f"{FIFE} 2019-07-31 total 14\n{MORAY} 2019-07-31 total c", "c.xlsx"))
    store.answer("Fife Council", "Kin", "kinship", who="Anna", token="kin", now=START)
    take(store, 1)
    store.close()
    return url


@pytest.fixture
def url(places: Places, template: str) -> str:
    """A copy of it, to be changed."""
    return places.store(template)


HELD = [("2/1", 13.0), ("3/1", 14.0)]


def shown(store: Store) -> list[tuple[str, float]]:
    """Edition and value of the figures that are held and have one."""
    return [pair for pair in said(store) if pair[1] == pair[1]]


def test_a_store_that_nobody_touched_is_sound(opened: Callable[[], Store]) -> None:
    store = opened()
    assert (store.fault, store.verify(), store.verify(full=False)) == ("", (), ())
    assert shown(store) == HELD


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE figure SET value = 99 WHERE edition = 3 AND value = 14",
        "UPDATE figure SET value = 5, status = '' WHERE edition = 3 AND status = 'c'",
        "UPDATE figure SET status = 'e' WHERE edition = 3 AND value = 14",
        f"UPDATE figure SET area = '{FIFE}' WHERE edition = 3 AND area = '{MORAY}'",
        "UPDATE figure SET topic = 1 WHERE edition = 3 AND value = 14",
        "UPDATE figure SET cell = 'Z9' WHERE edition = 3 AND value = 14",
        "UPDATE figure SET sheet = 'other' WHERE edition = 3 AND value = 14",
        "UPDATE figure SET label = '' WHERE edition = 3 AND value = 14",
        "DELETE FROM figure WHERE edition = 3 AND value = 14",
        f"INSERT INTO figure VALUES (3, 1, '{FIFE}', 1, 5, '', 'S', 'B9', '')",
        "UPDATE topic SET category = 'foster' WHERE id = 2",
        "UPDATE topic SET census_date = '2016-07-31' WHERE id = 2",
        "UPDATE source SET published = '2030-01-01' WHERE edition = 3",
        "UPDATE source SET published_text = '2030' WHERE edition = 3",
        "UPDATE source SET source = 'other' WHERE edition = 3",
        "UPDATE source SET illustrative = NOT illustrative WHERE edition = 3",
        "UPDATE edition SET file = 'other.xlsx' WHERE id = 3",
        "UPDATE edition SET publisher = 'other' WHERE id = 3",
        "UPDATE edition SET published = '2030-01-01' WHERE id = 3",
        "UPDATE edition SET size = 1 WHERE id = 3",
        "UPDATE edition SET figures = 1 WHERE id = 3",
        f"UPDATE edition SET sha256 = '{'0' * 64}' WHERE id = 3",
        f"UPDATE edition SET digest = '{'0' * 64}' WHERE id = 3",
    ],
)
def test_an_edition_that_was_changed_is_named_and_not_shown(
    url: str, opened: Callable[[], Store], change: str
) -> None:
    with by_hand(url) as connection:
        assert connection.execute(text(change)).rowcount == 1
    store = opened()
    assert "Edition 3 (" in store.fault
    assert len(store.verify()) >= 1
    assert shown(store) == HELD[:1]
    assert store.latest(FIFE)["edition"].tolist() == ["2/1"]
    assert len(store.latest(MORAY)) == 0
    assert len(store.edition_figures(3)) == 0
    with pytest.raises(StoreFault, match=r"Edition 3 .*Nothing was stored") as fault:
        put(store, one(15, "d.xlsx"))
    assert fault.value.kind == "damaged"


SWAP = ((3, 9), (4, 3), (9, 4))
"""Two lines change places: the number of a line is never there twice."""


@pytest.mark.parametrize(
    ("change", "sound"),
    [
        ("UPDATE journal SET who = 'Bob' WHERE seq = 2", 1),
        ("UPDATE journal SET at = '2020-01-01 00:00:00' WHERE seq = 2", 1),
        ("UPDATE journal SET act = 'restore' WHERE seq = 5", 4),
        ("UPDATE journal SET subject = 2 WHERE seq = 5", 4),
        ("UPDATE journal SET remark = 'other' WHERE seq = 3", 2),
        ("UPDATE journal SET token = 'other' WHERE seq = 3", 2),
        (f"UPDATE journal SET details = '{'0' * 64}' WHERE seq = 3", 2),
        (f"UPDATE journal SET previous = '{'0' * 64}' WHERE seq = 3", 2),
        (f"UPDATE journal SET hash = '{'0' * 64}' WHERE seq = 3", 2),
        ("DELETE FROM journal WHERE seq = 2", 1),
        ("DELETE FROM journal WHERE seq = 5", 4),
        ("DELETE FROM journal WHERE seq >= 4", 3),
        (";".join(f"UPDATE journal SET seq = {b} WHERE seq = {a}" for a, b in SWAP), 2),
        (
            "INSERT INTO journal SELECT 6, at, who, 'restore', 1, details, remark, 'x', hash,"
            " hash FROM journal WHERE seq = 5",
            5,
        ),
    ],
)
def test_a_journal_that_was_changed_counts_as_far_as_it_is_whole(
    url: str, opened: Callable[[], Store], change: str, sound: int
) -> None:
    with by_hand(url) as connection:
        for statement in change.split(";"):
            assert connection.execute(text(statement)).rowcount >= 1
    store = opened()
    assert f"The journal from line {sound + 1} on: found " in store.fault
    # Lines 1 to 3 accept the editions, and line 5 withdraws the first of them.
    held = {1: ["1/1"], 2: ["1/1", "2/1"], 5: ["2/1", "3/1", "3/1"]}
    all_three = ["1/1", "2/1", "3/1", "3/1"]
    assert store.holdings().figures["edition"].tolist() == held.get(sound, all_three)
    with pytest.raises(StoreFault) as fault:
        put(store, one(15, "d.xlsx"))
    assert fault.value.kind == "damaged"


def test_an_edition_whose_digest_was_made_to_fit_is_not_what_the_journal_has(
    url: str, opened: Callable[[], Store]
) -> None:
    with by_hand(url) as connection:
        row = connection.execute(select(EDITION).where(EDITION.c.id == 2)).one()
        sources = connection.execute(select(SOURCE).where(SOURCE.c.edition == 2)).all()

        def digest_with(value: int) -> str:
            topic = (1, FIFE, "2018-07-31", "council", "looked_after", "total")
            figure = line((*topic, value, "", "Placements", "B1", "Total"))
            return of_edition(tuple(row)[:-1], [tuple(source)[1:] for source in sources], [figure])

        assert digest_with(13) == row.digest
        connection.execute(text("UPDATE figure SET value = 99 WHERE value = 13"))
        connection.execute(text(f"UPDATE edition SET digest = '{digest_with(99)}' WHERE id = 2"))
    store = opened()
    assert shown(store) == HELD[1:]
    assert "Edition 2 (b.xlsx): found other figures" in store.fault
    assert "The editions: found others than the journal has" in store.fault


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ("UPDATE answer SET category = 'foster'", "The answers about labels"),
        ("DELETE FROM answer", "The answers about labels"),
        ("INSERT INTO answer VALUES (2, 2, 'P', 'L', 'foster')", "The answers about labels"),
        ("UPDATE head SET version = 4", "The journal from line 6 on"),
        (f"UPDATE head SET hash = '{'0' * 64}'", "The journal from line 6 on"),
        ("DELETE FROM head", "The journal from line 6 on"),
        ("DELETE FROM edition WHERE id = 2", "The editions"),
    ],
)
def test_what_the_journal_does_not_have_is_found(
    url: str, opened: Callable[[], Store], change: str, where: str
) -> None:
    with by_hand(url) as connection:
        assert connection.execute(text(change)).rowcount == 1
    assert where in opened().fault


def test_triggers_that_were_taken_away_are_found(url: str, opened: Callable[[], Store]) -> None:
    with by_hand(url) as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("ALTER TABLE answer RENAME TO other")
            connection.exec_driver_sql("ALTER TABLE other RENAME TO answer")
        else:
            connection.exec_driver_sql("ALTER TABLE figure DISABLE TRIGGER figure_kept")
    assert "triggers that were" in opened().fault


def test_an_edition_that_is_damaged_while_the_store_is_open_is_found_by_verifying(
    url: str, opened: Callable[[], Store]
) -> None:
    store = opened()
    with by_hand(url) as connection:
        connection.execute(text("UPDATE figure SET value = 99 WHERE value = 14"))
    assert len(store.verify()) == 1
    assert shown(store) == HELD[:1]
    with by_hand(url) as connection:
        connection.execute(text("UPDATE figure SET value = 14 WHERE value = 99"))
    assert (store.verify(), store.fault, shown(store)) == ((), "", HELD)


def test_an_edition_of_a_large_store_is_looked_at_before_it_is_first_shown(
    url: str, opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    with by_hand(url) as connection:
        connection.execute(text("UPDATE figure SET value = 99 WHERE value = 13"))
    monkeypatch.setattr("cpdash.store.trust.CHEAP", 0)
    monkeypatch.setattr("cpdash.store.trust.NEWEST", 1)
    store = opened()
    assert store.fault == ""
    assert shown(store) == HELD[1:]
    assert "Edition 2 (b.xlsx): found other figures" in store.fault
