"""Full, read-only, locked, lost: one sentence, nothing half done, and it goes on by itself."""

import os
import resource
import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from cpdash.store import Store, StoreFault, Upload, open_store
from cpdash.store.engine import database
from tests.store import unprivileged
from tests.store.places import PostgreSQL, SQLite, file_of
from tests.store.postgresql import Cluster
from tests.store.processes import heard, running
from tests.store.workbooks import FIFE, START, drawn, one, put, said


def fault_of(act: Callable[[], object]) -> StoreFault:
    """What an act cannot do."""
    with pytest.raises(StoreFault) as fault:
        act()
    return fault.value


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store of SQLite with one edition."""
    url = SQLite(tmp_path).store()
    put(open_store(url), one(12))
    return file_of(url)


def large() -> Upload:
    """An upload that needs room."""
    lines = [f"{FIFE} {1900 + year}-07-31 total 7" for year in range(120)]
    return drawn("\n".join(lines), "large.xlsx", label="Total looked after children")


def test_a_full_disk_is_said_and_the_store_goes_on_when_there_is_room(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    # No file of this process may grow by more than two pages: what the system says of a full disk.
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + 8192, before[1]))
    try:
        fault = fault_of(lambda: put(store, large()))
        assert (fault.kind, said(store)) == ("full", [("1/1", 12.0)])
        assert "found no room left on its disk" in fault.sentence
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    put(store, large())
    assert (store.verify(), len(said(store))) == ((), 121)


def test_a_store_at_its_largest_size_is_full(file: Path) -> None:
    # What SQLite itself calls full; a new connection has the limit of the last one no more.
    where = database(f"sqlite:///{file}")

    def grow() -> None:
        with where.writing() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
            connection.exec_driver_sql("CREATE TABLE other AS SELECT * FROM figure")

    assert fault_of(grow).kind == "full"
    assert open_store(f"sqlite:///{file}").verify() == ()


@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_a_store_that_may_not_be_written_is_read(file: Path, what: str) -> None:
    with running(unprivileged.reading_only, str(file), what) as (_, tells):
        told = heard(tells)
    assert told["held"] == [("1/1", 12.0)]
    assert told["newest"] == [12.0]
    assert "may be read and not written" in told["fault"]
    assert told["kind"] == "read-only"
    assert told["version"] == 1
    # The same store is written to when the right is there again.
    assert (told["fault_after"], told["version_after"]) == ("", 2)


def test_a_store_cannot_be_made_where_nothing_may_be_written(tmp_path: Path) -> None:
    with running(unprivileged.making, str(tmp_path / "closed")) as (_, tells):
        assert heard(tells) == "read-only"
    assert fault_of(lambda: open_store(f"sqlite:///{tmp_path}/nowhere/a.sqlite")).kind == "lost"


def test_a_file_that_was_moved_away_is_lost_and_not_made_anew(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    aside = file.with_name("aside")
    file.rename(aside)
    assert [fault_of(act).kind for act in (store.version, store.holdings)] == ["lost", "lost"]
    options = {"compared_with": 1, "who": "Anna", "token": "b", "now": START}
    assert fault_of(lambda: store.accept([one(13, "b.xlsx")], **options)).kind == "lost"
    assert not file.exists()
    aside.rename(file)
    assert (store.fault, said(store)) == ("", [("1/1", 12.0)])


def test_somebody_who_saves_for_too_long_is_waited_for_and_then_said(
    url: str, opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(opened(), one(12))
    monkeypatch.setattr("cpdash.store.engine.PATIENCE", 0.2)
    monkeypatch.setattr("cpdash.store.engine._OPTIONS", "-c lock_timeout=200ms")
    store, where = opened(), database(url)
    with where.writing() as connection:
        connection.execute(text("UPDATE head SET hash = hash"))
        fault = fault_of(lambda: put(store, one(13, "b.xlsx"), compared_with=1))
        assert (fault.kind, said(store)) == ("busy", [("1/1", 12.0)])
        assert "found somebody else saving" in fault.sentence
    where.writes.dispose()
    assert put(store, one(13, "b.xlsx")).version == 2


def test_one_store_is_used_by_many_threads(opened: Callable[[], Store]) -> None:
    store, went_wrong = opened(), []

    def life(number: int) -> None:
        for again in range(3):
            upload = one(number, f"{number}-{again}.xlsx")
            while True:
                try:
                    put(store, upload, token=f"{number}-{again}")
                    break
                except StoreFault as fault:
                    if fault.kind not in ("conflict", "busy"):
                        went_wrong.append(fault)
                        return

    threads = [threading.Thread(target=life, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert went_wrong == []
    assert (store.version(), len(said(store)), store.verify()) == (12, 12, ())


def test_a_journal_of_somebody_who_died_is_undone_by_the_next(file: Path) -> None:
    # A writer that died half-way leaves the old pages beside the store.
    child = os.fork()
    if child == 0:
        connection = sqlite3.connect(file, isolation_level=None)
        connection.executescript(
            "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;"
            "DROP TRIGGER figure_kept_from_update; UPDATE figure SET value = 99;"
            "CREATE TABLE other AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            " LIMIT 5000) SELECT i, hex(randomblob(40)) FROM n;"
        )
        os._exit(0)
    os.waitpid(child, 0)
    assert file.with_name(f"{file.name}-journal").stat().st_size > 0
    store = open_store(f"sqlite:///{file}")
    assert (store.fault, said(store), store.verify()) == ("", [("1/1", 12.0)], ())


def test_a_store_that_was_put_back_from_a_copy_is_used_at_once(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    copy = file.with_name("copy.sqlite")
    store.backup(copy)
    put(store, one(13, "b.xlsx"))
    shutil.copy(copy, file)
    assert (store.version(), said(store)) == (1, [("1/1", 12.0)])


@pytest.fixture
def remote(cluster: Cluster) -> str:
    """A store of PostgreSQL with one edition."""
    url = PostgreSQL(cluster).store()
    store = open_store(url)
    put(store, one(12))
    store.close()
    return url


def test_a_connection_that_was_ended_is_made_anew(remote: str) -> None:
    store, other = open_store(remote), database(remote)
    assert said(store) == [("1/1", 12.0)]
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    with other.writing() as connection:
        assert len(connection.execute(text(f"{end} AND datname = current_database()")).all()) >= 1
    assert said(store) == [("1/1", 12.0)]
    assert put(store, one(13, "b.xlsx")).version == 2
    store.close()
    other.writes.dispose()


def test_a_connection_that_ends_in_the_middle_stores_nothing(remote: str) -> None:
    where, other = database(remote), database(remote)

    def lose() -> None:
        with where.writing() as connection:
            pid = connection.scalar(text("SELECT pg_backend_pid()"))
            connection.execute(text("UPDATE head SET version = 99"))
            with other.writing() as killer:
                killer.execute(text(f"SELECT pg_terminate_backend({pid})"))
            connection.execute(text("SELECT 1"))

    assert fault_of(lose).kind == "lost"
    store = open_store(remote)
    assert (store.verify(), store.version()) == ((), 1)
    for engine in (where.writes, other.writes):
        engine.dispose()
    store.close()


def test_a_server_that_stops_is_lost_and_found_again(cluster: Cluster, remote: str) -> None:
    if cluster.folder is None:
        pytest.skip("the server is somebody else's: it is not stopped")
    store = open_store(remote)
    cluster.control("-m", "immediate", "stop")
    try:
        kinds = [fault_of(act).kind for act in (store.version, store.holdings)]
        kinds.append(fault_of(lambda: put(store, one(13, "b.xlsx"), compared_with=1)).kind)
        kinds.append(fault_of(lambda: open_store(remote)).kind)
        assert kinds == ["lost"] * 4
        assert "found no way to reach it" in store.fault
    finally:
        cluster.start()
    assert (store.fault, said(store), store.verify()) == ("", [("1/1", 12.0)], ())
    assert put(store, one(13, "b.xlsx"), now=START).version == 2
    store.close()


def test_a_server_that_takes_no_writes_is_said_so(remote: str) -> None:
    store, other = open_store(remote), database(remote)
    name = remote.rpartition("/")[2]
    for value in ("on", "off"):
        with other.writes.connect() as connection:
            connection.execute(text("SET TRANSACTION READ WRITE"))
            set_it = f"ALTER DATABASE {name} SET default_transaction_read_only = {value}"
            connection.execute(text(set_it))
            connection.commit()
        # What a database is set to counts for whoever connects to it from now on.
        other.writes.dispose()
        store.close()
        if value == "on":
            assert fault_of(lambda: put(store, one(13, "b.xlsx"))).kind == "read-only"
            assert "may be read and not written" in store.fault
            assert said(store) == [("1/1", 12.0)]
    assert (store.fault, put(store, one(13, "b.xlsx")).version) == ("", 2)
    store.close()
