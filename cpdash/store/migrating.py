"""The schema of a store: made where there is none, brought up to date where it is older."""

from pathlib import Path
from threading import Lock
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from cpdash.store.copying import copy_file
from cpdash.store.engine import Database
from cpdash.store.faults import StoreFault

MIGRATIONS: Final = Path(__file__).with_name("migrations")
_ONE_AT_A_TIME: Final = 4_702_018
"""Any number, the same for all: the lock of PostgreSQL under which a schema is changed."""
_RUNNING: Final = Lock()
"""Alembic keeps what it works on in one place for the whole process."""
NOT_OURS: Final = (
    "The store: found something else there, expected an empty place or a store of this dashboard. "
    "Check CPDASH_DATABASE_URL, or put back a backup."
)


def to_newest(database: Database, folder: Path = MIGRATIONS) -> None:
    """Bring the schema up to the newest step of `folder`. An older store of SQLite is copied first,
    beside itself. One that is newer than `folder` is left as it is."""
    with database.reading() as connection:
        there = revision(connection)
        something = database.file is not None and database.file.stat().st_size > 0
        if there is None and (something or inspect(connection).get_table_names()):
            raise StoreFault("damaged", NOT_OURS)
    if there == newest(folder) or (there is not None and there not in known(folder)):
        return
    if there is not None and database.file is not None:
        copy_file(database.file, _free(database.file, there))
    with database.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ONE_AT_A_TIME})"))
        migrate(connection, "head", folder)


def migrate(connection: Connection, to: str, folder: Path = MIGRATIONS) -> None:
    """Take the steps up to one, within the transaction of the connection."""
    config = _config(folder)
    config.attributes["connection"] = connection
    with _RUNNING:
        command.upgrade(config, to)


def revision(connection: Connection) -> str | None:
    """The step that the schema stands at; None where there is none yet."""
    return MigrationContext.configure(connection).get_current_revision()


def newest(folder: Path = MIGRATIONS) -> str:
    """The last step."""
    return ScriptDirectory.from_config(_config(folder)).get_current_head() or ""


def known(folder: Path = MIGRATIONS) -> list[str]:
    """Every step, the first one first."""
    steps = ScriptDirectory.from_config(_config(folder)).walk_revisions()
    return [step.revision for step in steps][::-1]


def _config(folder: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    return config


def _free(file: Path, there: str) -> Path:
    """A name beside a store for its copy: `census.at-0001.sqlite` at step 0001."""
    name, again = file.with_name(f"{file.stem}.at-{there}{file.suffix}"), 2
    while name.exists():
        name, again = file.with_name(f"{file.stem}.at-{there}-{again}{file.suffix}"), again + 1
    return name
