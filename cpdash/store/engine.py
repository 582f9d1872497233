"""Connections to SQLite or PostgreSQL, each set up so that what is stored stays stored."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from cpdash.store.faults import StoreFault, fault, in_words

PATIENCE: Final = 5
"""Seconds to wait for somebody else who is saving."""
LONGEST_STATEMENT: Final = 15
PRAGMAS: Final = (
    "journal_mode = DELETE",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)
"""A rollback journal: one file to copy, readable on a disk that may not be written."""
_MAY_NOT_WRITE: Final = (
    "SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'"
    " OR NOT has_table_privilege('journal', 'INSERT')"
)
_OPTIONS: Final = f"-c lock_timeout={PATIENCE}s -c statement_timeout={LONGEST_STATEMENT}s"


@dataclass(frozen=True)
class Database:
    """Where the store is: `file` of SQLite, None for PostgreSQL. `reads` and `writes` make
    transactions of either sort."""

    file: Path | None
    reads: Engine
    writes: Engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the store throughout."""
        with in_words(), self.reads.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that nobody else writes beside: all of it is stored, or nothing."""
        if self.file is not None and not self.file.exists():
            # To SQLite that is the same as a folder in which it may make no file.
            raise fault("lost", writing=True)
        with in_words(writing=True), self.writes.begin() as connection:
            yield connection

    def read_only(self) -> bool:
        """Whether it may only be read at this moment, as far as can be told without writing."""
        if self.file is not None:
            return not all(map(_may_write, (self.file, self.file.parent)))
        with self.reading() as connection:
            return bool(connection.scalar(text(_MAY_NOT_WRITE)))


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def database(url: str) -> Database:
    """The database of a URL: `sqlite:///path/to/file` or `postgresql://user:word@host/name`."""
    try:
        address = make_url(url)
    except ArgumentError:
        address = None
    kind = address.get_backend_name() if address is not None else ""
    if address is None or kind not in ("sqlite", "postgresql") or not address.database:
        raise StoreFault(
            "refused",
            "The address of the store: found something else, expected sqlite:///FILE or "
            "postgresql://USER:PASSWORD@HOST/NAME. Set CPDASH_DATABASE_URL to one of these.",
        )
    if kind == "sqlite":
        return sqlite(Path(address.database))
    return _postgresql(address.set(drivername="postgresql+psycopg").render_as_string(False))


def sqlite(path: Path) -> Database:
    """The database in a file, which is made where there is none."""
    file = path.absolute()
    try:
        if not file.exists():
            file.touch(mode=0o660)
    except OSError as error:
        raise fault("read-only" if file.parent.is_dir() else "lost") from error

    def connect() -> sqlite3.Connection:
        # rw and not rwc: a store that was moved away is a fault, and not a new, empty store.
        return sqlite3.connect(
            f"{file.as_uri()}?mode=rw",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )

    # Opening costs a third of a millisecond, and a file that was put back is seen at once.
    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return Database(file, engine, engine.execution_options(begin="IMMEDIATE"))


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise


def _begin(connection: Connection) -> None:
    # Python's own transactions begin late and leave out what changes tables.
    how = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {how}")


def _postgresql(url: str) -> Database:
    options: dict[str, Any] = {"options": _OPTIONS, "connect_timeout": PATIENCE}
    engine = create_engine(url, pool_pre_ping=True, connect_args=options)
    reads = engine.execution_options(isolation_level="REPEATABLE READ")
    return Database(None, reads, engine.execution_options(isolation_level="READ COMMITTED"))
