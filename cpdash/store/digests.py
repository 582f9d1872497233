"""One form of everything that is stored, and the SHA-256 of it.

Every column counts: what is changed by hand afterwards no longer has its digest. A form is JSON
without spaces; days and times are as ISO 8601 writes them.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any

Row = Sequence[Any]


def of_edition(edition: Row, sources: Iterable[Row], figures: Iterable[Row]) -> str:
    """The digest of an edition: the columns of `edition` but its digest, those of its sources, and
    those of its figures but the number of the edition, in the order of their keys."""
    parts = ([edition], sorted(sources, key=lambda row: row[0]), _in_order(figures))
    digest = sha256()
    for part in parts:
        digest.update(_form(list(part)).encode())
    return digest.hexdigest()


def of_row(row: Row) -> str:
    """The digest of one row, all its columns in their order."""
    return sha256(_form(row).encode()).hexdigest()


def _in_order(figures: Iterable[Row]) -> list[Row]:
    # A source number, an area, a date, ...: the key is first, and no two figures share it.
    return sorted(figures, key=lambda row: tuple(row[:6]))


def _form(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form to hash")
