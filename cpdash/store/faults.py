"""Why the store could not do what was asked: one exception, in words for a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Literal

from sqlalchemy.exc import DBAPIError

Kind = Literal[
    "conflict",
    "busy",
    "full",
    "read-only",
    "lost",
    "damaged",
    "newer",
    "nothing-new",
    "personal",
    "unknown-edition",
    "refused",
]
NOTHING: Final = "Nothing was stored."


class StoreFault(Exception):
    """The store could not do it, and nothing was written. `sentence` is for the person who asked;
    `refused`: what was handed over may not be stored."""

    def __init__(self, kind: Kind, sentence: str) -> None:
        self.kind: Kind = kind
        self.sentence = sentence
        super().__init__(sentence)


SENTENCES: Final[dict[Kind, tuple[str, str]]] = {
    "busy": (
        "The store: found somebody else saving, expected it to be free.",
        "Try again in a moment.",
    ),
    "full": (
        "The store: found no room left on its disk, expected room for what is new.",
        "Make room, and try again.",
    ),
    "read-only": (
        "The store: found that it may be read and not written, expected the right to write.",
        "Ask whoever runs the dashboard for the right to write to its folder or database.",
    ),
    "lost": (
        "The store: found no way to reach it, expected its file or its database.",
        "Try again; if it stays so, tell whoever runs the dashboard.",
    ),
    "damaged": (
        "The store: found it damaged, expected it as it was written.",
        "Ask whoever runs the dashboard to put back a backup.",
    ),
    "refused": (
        "The store: found something that it does not keep, expected codes, whole numbers, dates "
        "and cells.",
        "Read the workbook again.",
    ),
}
"""What was found and expected, and what to do."""

_OF_SQLITE: Final[dict[int, Kind]] = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_IOERR: "lost",
    sqlite3.SQLITE_CANTOPEN: "lost",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_ERROR: "damaged",
    sqlite3.SQLITE_CONSTRAINT: "refused",
}
"""By what SQLite answers; a wrong statement is one about a table that is gone."""
_WRITING: Final = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
}
"""A disk that takes no more, where it does not say plainly that it is full."""

_OF_POSTGRESQL: Final[tuple[tuple[str, Kind], ...]] = (
    ("53100", "full"),
    ("53", "busy"),
    ("55P03", "busy"),
    ("57014", "busy"),
    ("40", "busy"),
    ("25006", "read-only"),
    ("42501", "read-only"),
    ("08", "lost"),
    ("57P", "lost"),
    ("3D000", "lost"),
    ("28", "lost"),
    ("XX00", "damaged"),
    ("42P01", "damaged"),
    ("42703", "damaged"),
    ("23", "refused"),
)
"""By the beginning of what PostgreSQL answers, the closest first."""


def fault(kind: Kind, writing: bool = False) -> StoreFault:
    """The fault of one of SENTENCES; who was `writing` is told that nothing was stored."""
    found, advice = SENTENCES[kind]
    return StoreFault(kind, " ".join((found, NOTHING, advice) if writing else (found, advice)))


@contextmanager
def in_words(writing: bool = False) -> Iterator[None]:
    """Turns what a database answers into a StoreFault. A mistake of ours stays what it is."""
    try:
        yield
    except DBAPIError as error:
        kind = _kind(error, writing)
        if kind is None:
            raise
        raise fault(kind, writing) from error
    except ValueError as error:
        if writing:
            raise
        # What was read where a date has to stand is none.
        raise fault("damaged") from error


def _kind(error: DBAPIError, writing: bool) -> Kind | None:
    origin = error.orig
    if isinstance(origin, sqlite3.Error):
        return _of_sqlite(origin, writing)
    if state := getattr(origin, "sqlstate", None):
        return next((kind for start, kind in _OF_POSTGRESQL if state.startswith(start)), None)
    # Without an answer there was nobody to give one.
    lost = error.connection_invalidated or type(origin).__name__ == "OperationalError"
    return "lost" if lost else None


def _of_sqlite(error: sqlite3.Error, writing: bool) -> Kind | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # It was read, and is no text.
        return "damaged"
    if code in _WRITING:
        return "full"
    if writing and code & 0xFF == sqlite3.SQLITE_CANTOPEN:
        # The store itself was open: what cannot be made is the journal beside it.
        return "read-only"
    return _OF_SQLITE.get(code & 0xFF)
