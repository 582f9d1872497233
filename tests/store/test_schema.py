"""The tables are what the code asks for, and refuse by themselves what may not be stored."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import DBAPIError

from cpdash.store import open_store
from cpdash.store.engine import Database, database
from cpdash.store.schema import FIGURE, KEPT, METADATA, TOPIC
from tests.store.places import Places, PostgreSQL, SQLite
from tests.store.postgresql import Cluster
from tests.store.workbooks import FIFE, START, one, put


@pytest.fixture(scope="module")
def where(places: Places) -> Iterator[Database]:
    """A store that holds one figure."""
    url = places.store()
    store = open_store(url)
    put(store, one(12))
    store.answer("Fife Council", "Kin", "kinship", who="Anna", token="kin", now=START)
    where = database(url)
    yield where
    assert store.verify() == (), "a test wrote to the store after all"
    store.close()
    where.writes.dispose()


@pytest.fixture
def connection(where: Database) -> Iterator[Connection]:
    """A connection that goes around the store. What it writes is not kept."""
    with where.writes.connect() as connection:
        yield connection
        connection.rollback()


def test_the_migrations_make_the_tables_that_the_code_asks_for(connection: Connection) -> None:
    context = MigrationContext.configure(connection)
    assert compare_metadata(context, METADATA) == []


@pytest.mark.parametrize("table", [table.name for table in KEPT])
@pytest.mark.parametrize("act", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_nothing_that_was_stored_can_be_changed_or_deleted(
    connection: Connection, table: str, act: str
) -> None:
    column = METADATA.tables[table].columns.keys()[0]
    assert connection.scalar(text(f"SELECT count(*) FROM {table}")) != 0
    with pytest.raises(DBAPIError, match="never changed"):
        connection.execute(text(act.format(table, column, column)))


TOPIC_ROW = {
    "id": 2,
    "area": FIFE,
    "census_date": "2018-07-31",
    "collection": "council",
    "measure": "looked_after",
    "category": "foster",
}
FIGURE_ROW = {
    "edition": 1,
    "source": 1,
    "area": FIFE,
    "topic": 2,
    "value": 5,
    "status": "",
    "sheet": "Placements",
    "cell": "B7",
    "label": "Total",
}


def add(connection: Connection, **other: object) -> None:
    """Write a topic and a figure past the store, with other values in some columns."""
    for table, row in ((TOPIC, TOPIC_ROW), (FIGURE, FIGURE_ROW)):
        values = row | {name: value for name, value in other.items() if name in row}
        names = ", ".join(values)
        places = ", ".join(f":{name}" for name in values)
        connection.execute(text(f"INSERT INTO {table.name} ({names}) VALUES ({places})"), values)


def test_a_figure_that_keeps_the_rules_can_be_written(connection: Connection) -> None:
    add(connection)
    add(connection, id=3, topic=3, category="secure", value=None, status="c")


@pytest.mark.parametrize(
    "other",
    [
        {"value": -1},
        {"value": 10_000_001},
        {"value": None},
        {"value": 5, "status": "c"},
        {"status": "q"},
        {"collection": "somebody"},
        {"measure": "Alex Sample"},
        {"category": "Alex Sample"},
        {"category": "x" * 41},
        {"cell": "Alex"},
        {"cell": "7"},
        {"cell": "B7;"},
        {"cell": "ABCD12345678"},
        {"sheet": "x" * 32},
        {"label": "x" * 201},
        {"source": 2},
        {"edition": 2},
        {"topic": 9},
    ],
    ids=str,
)
def test_a_figure_that_breaks_a_rule_cannot_be_written(
    connection: Connection, other: dict[str, object]
) -> None:
    with pytest.raises(DBAPIError):
        add(connection, **other)


def test_a_figure_is_of_one_source_once(connection: Connection) -> None:
    add(connection)
    with pytest.raises(DBAPIError):
        connection.execute(insert(FIGURE).values(FIGURE_ROW))


@pytest.mark.parametrize("value", [5.5, "five"])
def test_sqlite_takes_no_fraction_and_no_word_for_a_number(tmp_path: Path, value: object) -> None:
    url = SQLite(tmp_path).store()
    put(open_store(url), one(12))
    with database(url).writes.connect() as connection, pytest.raises(DBAPIError, match="CHECK"):
        add(connection, value=value)


def test_sqlite_keeps_what_it_writes_and_trusts_no_file(tmp_path: Path) -> None:
    where = database(SQLite(tmp_path).store())
    wanted = {
        "journal_mode": "delete",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "busy_timeout": 5000,
        "mmap_size": 0,
    }
    with where.writing() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    assert found == wanted


def test_postgresql_waits_no_longer_than_a_person_does(cluster: Cluster) -> None:
    where = database(PostgreSQL(cluster).store())
    asked = "lock_timeout statement_timeout transaction_isolation".split()
    with where.writing() as connection:
        writing = [connection.scalar(text(f"SHOW {name}")) for name in asked]
    with where.reading() as connection:
        reading = [connection.scalar(text(f"SHOW {name}")) for name in asked]
    where.reads.dispose()
    assert writing == ["5s", "15s", "read committed"]
    assert reading == ["5s", "15s", "repeatable read"]
