"""A store is made where there is none, and one of any earlier program is brought up to date."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect, text

from cpdash.store import Store, StoreFault, migrating, open_store
from cpdash.store.engine import database
from cpdash.store.schema import METADATA
from tests.store.places import Places, SQLite, file_of
from tests.store.workbooks import one, put, said

RELEASED = Path(__file__).with_name("released")
"""For each step, the rows of a store that was made when it was the newest."""

NEXT_STEP = '''
"""A step that is not there yet."""
import sqlalchemy as sa
from alembic import op
revision, down_revision = "9999", "{after}"
def upgrade():
    op.add_column("edition", sa.Column("later", sa.Integer))
'''


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The steps of a program that is newer than this one."""
    folder = shutil.copytree(migrating.MIGRATIONS, tmp_path / "migrations")
    step = NEXT_STEP.format(after=migrating.newest())
    (folder / "versions" / "v9999_later.py").write_text(step, encoding="utf-8")
    return folder


def write(url: str, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Put rows into a new store, where the head is already."""
    engine = create_engine(url)
    with engine.begin() as connection:
        for table in METADATA.sorted_tables:
            for row in rows[table.name]:
                names = ", ".join(row)
                places = ", ".join(f":{name}" for name in row)
                statement = f"INSERT INTO {table.name} ({names}) VALUES ({places})"
                if table.name == "head":
                    statement = "UPDATE head SET version = :version, hash = :hash WHERE id = :id"
                connection.execute(text(statement), row)
    engine.dispose()


def test_every_step_has_the_rows_of_a_store_of_its_day() -> None:
    assert sorted(path.stem for path in RELEASED.glob("*.json")) == migrating.known()


@pytest.mark.parametrize("step", migrating.known())
def test_a_store_of_an_earlier_step_is_brought_up_to_date_with_all_it_holds(
    places: Places, step: str
) -> None:
    url = places.empty()
    where = database(url)
    with where.writing() as connection:
        migrating.migrate(connection, step)
    where.reads.dispose()
    write(url, json.loads((RELEASED / f"{step}.json").read_text(encoding="utf-8")))
    store = open_store(url)
    assert (store.fault, store.verify()) == ("", ())
    assert store.version() == 5
    values = store.holdings().figures["value"].dropna().tolist()
    assert values == [13.0, 14.0, 7.0]
    assert store.answers("Fife Council") == {"Kin": "kinship"}
    put(store, one(15, "later.xlsx"))
    assert store.verify() == ()
    store.close()
    places.drop(url)


def test_a_store_is_made_in_an_empty_place(places: Places) -> None:
    url = places.empty()
    store = open_store(url)
    assert (store.fault, store.version()) == ("", 0)
    store.close()
    again = open_store(url)
    put(again, one(12))
    again.close()
    places.drop(url)


def test_a_store_is_copied_before_it_is_changed(tmp_path: Path, later: Path) -> None:
    url = SQLite(tmp_path).store()
    put(open_store(url), one(12))
    file, step = file_of(url), migrating.newest()
    migrating.to_newest(database(url), later)
    copy = file.with_name(f"census.at-{step}.sqlite")
    assert said(open_store(f"sqlite:///{copy}")) == [("1/1", 12.0)]
    # Where a copy has the name already it stays.
    shutil.copy(copy, file)
    migrating.to_newest(database(url), later)
    assert file.with_name(f"census.at-{step}-2.sqlite").exists()


def test_a_store_of_a_newer_program_is_read_and_not_written(
    url: str, opened: Callable[[], Store], later: Path
) -> None:
    store = opened()
    put(store, one(12))
    where = database(url)
    migrating.to_newest(where, later)
    where.reads.dispose()
    store = opened()
    assert "found tables of step 9999, expected tables of step" in store.fault
    assert "bring the dashboard up to date" in store.fault
    # The column that it does not know is no part of what this program hashes.
    assert said(store) == [("1/1", 12.0)]
    with pytest.raises(StoreFault) as fault:
        put(store, one(13, "b.xlsx"))
    assert fault.value.kind == "newer"
    assert store.version() == 1


def test_a_migration_that_breaks_off_leaves_the_store_as_it_was(
    url: str, opened: Callable[[], Store], later: Path
) -> None:
    put(opened(), one(12))
    step = later / "versions" / "v9999_later.py"
    step.write_text(step.read_text(encoding="utf-8") + "    op.execute('SELECT * FROM nowhere')\n")
    where = database(url)
    with pytest.raises(StoreFault):
        migrating.to_newest(where, later)
    with where.reading() as connection:
        assert migrating.revision(connection) == migrating.newest()
        columns = {column["name"] for column in inspect(connection).get_columns("edition")}
    where.reads.dispose()
    assert "later" not in columns
    assert (opened().verify(), said(opened())) == ((), [("1/1", 12.0)])


def test_tables_of_something_else_are_left_alone(places: Places) -> None:
    url = places.empty()
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE other (id INTEGER)"))
    engine.dispose()
    with pytest.raises(StoreFault, match="found something else there") as fault:
        open_store(url)
    assert fault.value.kind == "damaged"
    places.drop(url)


@pytest.mark.parametrize(
    "url", ["", "census.sqlite", "mysql://host/name", "sqlite://", "postgresql://host"]
)
def test_an_address_that_is_none_is_said_and_not_repeated(url: str) -> None:
    with pytest.raises(StoreFault, match="expected sqlite:///FILE or postgresql://") as fault:
        open_store(url)
    assert fault.value.kind == "refused"
