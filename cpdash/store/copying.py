"""Copies of a store: what a backup is, and what is made before a migration."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from cpdash.store.faults import StoreFault
from cpdash.store.schema import HEAD, METADATA


def copy_file(source: Path, target: Path) -> None:
    """Copy a store of SQLite to a new file, page by page, while others may use it. Raises
    StoreFault where that cannot be written; no half copy stays."""
    try:
        there = sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)
        here = sqlite3.connect(target)
        try:
            there.backup(here)
        finally:
            here.close()
            there.close()
    except sqlite3.Error as error:
        target.unlink(missing_ok=True)
        raise cannot_write(target) from error


def cannot_write(target: Path) -> StoreFault:
    """A copy cannot be made in this place."""
    return StoreFault(
        "full",
        f"{target.name}: found no way to write it there, expected room and the right to write. "
        "No copy was made. Choose another place.",
    )


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy every row into a store that was just made."""
    for table in METADATA.sorted_tables:
        found = source.execute(select(table), execution_options={"yield_per": 10_000})
        for part in found.mappings().partitions():
            if table is HEAD:
                target.execute(update(HEAD).values(dict(part[0])))
            else:
                target.execute(insert(table), [dict(row) for row in part])
