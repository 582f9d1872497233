"""A backup is a whole store in one file, whichever database it comes from."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from cpdash.store import Store, StoreFault, open_store
from tests.store.tampering import by_hand
from tests.store.workbooks import FIFE, MORAY, START, drawn, one, put, said, take


def fill(store: Store) -> None:
    """Three editions, one of which is withdrawn, and an answer."""
    put(store, one(12, "a.xlsx"), at=1)
    put(store, drawn(f"{FIFE} 2019-07-31 total 14\n{MORAY} 2019-07-31 total c", "b.xlsx"), at=2)
    take(store, 1, at=3)
    store.answer("Fife Council", "Kin", "kinship", who="Anna", token="kin", now=START)


def test_a_backup_is_the_store_again(store: Store, tmp_path: Path) -> None:
    fill(store)
    store.backup(tmp_path / "copy.sqlite")
    copy = open_store(f"sqlite:///{tmp_path}/copy.sqlite")
    assert (copy.fault, copy.verify(), copy.version()) == ("", (), 4)
    assert copy.journal() == store.journal()
    assert copy.editions() == store.editions()
    assert copy.every_answer() == store.every_answer()
    assert copy.holdings().figures.equals(store.holdings().figures)
    assert copy.holdings().editions.equals(store.holdings().editions)
    assert copy.holdings(2).figures.equals(store.holdings(2).figures)
    put(copy, one(15, "d.xlsx"))
    assert [path.name for path in tmp_path.iterdir()] == ["copy.sqlite"]


def test_a_backup_of_a_store_that_holds_nothing(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "copy.sqlite")
    assert open_store(f"sqlite:///{tmp_path}/copy.sqlite").version() == 0


def test_a_backup_replaces_no_file(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "copy.sqlite"
    file.write_text("something else")
    with pytest.raises(StoreFault, match=r"copy\.sqlite: found a file of this name"):
        store.backup(file)
    assert file.read_text() == "something else"


def test_a_backup_that_cannot_be_written_leaves_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreFault) as fault:
        store.backup(tmp_path / "nowhere" / "copy.sqlite")
    assert fault.value.kind in ("full", "lost")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_makes_no_backup(
    url: str, opened: Callable[[], Store], tmp_path: Path
) -> None:
    fill(opened())
    store = opened()
    with by_hand(url) as connection:
        connection.execute(text("UPDATE figure SET value = 99 WHERE value = 14"))
    # The store was looked at before that: the copy is looked at too.
    with pytest.raises(StoreFault, match=r"The copy is not whole\. Edition 2") as fault:
        store.backup(tmp_path / "copy.sqlite")
    assert fault.value.kind == "damaged"
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(StoreFault, match="Edition 2"):
        opened().backup(tmp_path / "copy.sqlite")


def test_a_backup_is_made_while_others_accept(store: Store, tmp_path: Path) -> None:
    for number in range(3):
        put(store, one(number, f"{number}.xlsx"))
        store.backup(tmp_path / f"{number}.sqlite")
    counted = [len(said(open_store(f"sqlite:///{tmp_path}/{n}.sqlite"))) for n in range(3)]
    assert counted == [1, 2, 3]
