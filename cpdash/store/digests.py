"""One form of everything that is stored, and the SHA-256 of it.

Every column counts: what is changed by hand afterwards no longer has its digest. Rows are JSON
without spaces; days and times are as ISO 8601 writes them.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Final

Row = Sequence[Any]
BETWEEN: Final = "\x1f"
"""Stands between the columns of a figure. No text that is kept has it, since it cannot be shown."""


def of_edition(edition: Row, sources: Iterable[Row], figures: Iterable[str]) -> str:
    """The digest of an edition: of its columns but the digest, of those of its sources but the
    edition, and of its figures, each as `line` has it."""
    ordered = sorted(sources, key=lambda row: row[0])
    digest = sha256(_form([*edition, ordered]).encode())
    for figure in sorted(figures):
        digest.update(f"\n{figure}".encode())
    return digest.hexdigest()


def line(figure: Row) -> str:
    """A figure as one line: the number of its source, its topic and what is said of that. The
    database makes the same (`checking.Edition`), which is faster for many."""
    return BETWEEN.join("" if said is None else str(said) for said in figure)


def of_row(row: Row) -> str:
    """The digest of one row, all its columns in their order."""
    return sha256(_form(row).encode()).hexdigest()


def _form(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form to hash")
