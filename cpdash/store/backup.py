"""A backup: the whole store, of either database, as one file of SQLite that was looked at."""

from pathlib import Path
from typing import Final

from cpdash.store import migrating
from cpdash.store.copying import cannot_write, copy_file, copy_rows
from cpdash.store.engine import Database, sqlite
from cpdash.store.faults import StoreFault
from cpdash.store.trust import Trust

UNFINISHED: Final = ".part"


def write(where: Database, path: Path) -> None:
    """Copy a store to a new file and see that the copy is whole. Until then the file has another
    name, so that a copy that was broken off is never taken for one."""
    if path.exists():
        raise StoreFault(
            "refused",
            f"{path.name}: found a file of this name, expected none. No copy was made. Choose "
            "another name.",
        )
    part = path.with_name(path.name + UNFINISHED)
    try:
        part.unlink(missing_ok=True)
        _copy(where, part)
        if said := Trust(sqlite(part)).look(full=True):
            raise StoreFault("damaged", f"The copy is not whole. {' '.join(said)}")
        part.rename(path)
    except OSError as error:
        raise cannot_write(path) from error
    finally:
        part.unlink(missing_ok=True)


def _copy(where: Database, part: Path) -> None:
    if where.file is not None:
        copy_file(where.file, part)
        return
    copy = sqlite(part)
    migrating.to_newest(copy)
    with where.reading() as source, copy.writing() as target:
        copy_rows(source, target)
