"""What of an upload is stored: codes, whole numbers, dates, cells, and texts that are looked at.

The reader gives nothing else, and the store does not rely on it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from cpdash.areas import AREAS
from cpdash.days import day
from cpdash.figures import FIGURE_COLUMNS, KEY, rows
from cpdash.store import texts
from cpdash.store.faults import NOTHING, StoreFault
from cpdash.store.model import Upload
from cpdash.vocabulary import CATEGORIES, COLLECTIONS, MEASURES, STATUSES, WITHHELD

MOST: Final = 10_000_000
"""The largest number that can be a count of people here."""
_CELL: Final = re.compile(r"[A-Z]{1,3}[0-9]{1,7}", re.ASCII)
_SHA256: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_CODES: Final[tuple[tuple[str, Any], ...]] = (
    ("area", AREAS),
    ("collection", COLLECTIONS),
    ("measure", MEASURES),
    ("category", CATEGORIES),
    ("status", STATUSES),
)


@dataclass(frozen=True)
class Admitted:
    """A workbook as it will be stored. `sources` and `figures` are rows of these tables, without
    the number of the edition."""

    file: str
    sha256: str
    size: int
    publisher: str
    published: date | None
    sources: tuple[tuple[Any, ...], ...]
    figures: tuple[tuple[Any, ...], ...]


def admit(
    upload: Upload, publisher: str, published: date | None, answered: frozenset[str]
) -> Admitted:
    """An upload as it will be stored. `published` is the date of those of its sources that have
    none; `answered` are labels that somebody explained. Raises StoreFault `refused`."""
    if not _SHA256.fullmatch(upload.sha256) or upload.size < 0:
        raise _refused(upload, "no SHA-256 of it", "64 digits from 0 to f")
    if upload.figures.empty:
        raise _refused(upload, "no figures", "at least one")
    columns = {name: upload.figures[name].tolist() for name in FIGURE_COLUMNS}
    _check(upload, columns)
    file = texts.file_name(upload.file, upload.sha256)
    number = {name: place for place, name in enumerate(upload.editions["edition"].tolist(), 1)}
    return Admitted(
        file,
        upload.sha256,
        upload.size,
        publisher,
        published,
        tuple(_sources(upload, file, published)),
        tuple(_figures(columns, number, answered)),
    )


def _refused(upload: Upload, found: str, expected: str) -> StoreFault:
    file = texts.file_name(upload.file, upload.sha256)
    sentence = f"{file}: found {found}, expected {expected}. {NOTHING} Read the workbook again."
    return StoreFault("refused", sentence)


def _check(upload: Upload, columns: dict[str, list[Any]]) -> None:
    """Raise for the first thing that is no code, no whole number, no cell, or no date."""
    for column, known in _CODES:
        if not known.keys() >= set(columns[column]):
            raise _refused(upload, f"a strange {column}", f"a known {column}")
    for value, status in zip(columns["value"], columns["status"], strict=True):
        if (value != value) != (status in WITHHELD):
            raise _refused(upload, "a number and the mark for none", "either of them")
        if value == value and not (0 <= value <= MOST and value % 1 == 0):
            most = f"whole numbers from 0 to {MOST:,}"
            raise _refused(upload, "a number that counts no people", most)
    if not all(map(_CELL.fullmatch, columns["cell"])):
        raise _refused(upload, "a strange cell", "cells such as B7")
    if pd.NaT in columns["census_date"] or upload.editions["published"].isna().any():
        raise _refused(upload, "a figure without its date", "a date for each")
    named = upload.editions["edition"].tolist()
    if len(set(named)) < len(named) or not set(named) >= set(columns["edition"]):
        raise _refused(upload, "figures of no source", "a source for each figure")
    keys = zip(*(columns[name] for name in (*KEY, "edition")), strict=True)
    if len(set(keys)) < len(columns["cell"]):
        raise _refused(upload, "a figure twice", "each figure of a source once")


def _sources(
    upload: Upload, file: str, published: date | None
) -> Iterator[tuple[int, str, date, str, bool]]:
    for number, row in enumerate(rows(upload.editions), 1):
        # Without a source of its own a workbook is its own source, by the name that is kept.
        said = file if row.source == upload.file else texts.source(row.source)
        when, text = row.published.date(), row.published_text
        if not text and published is not None:
            when, text = published, day(published)
        known = (day(when), f"{when:%B %Y}", f"{when.year}")
        yield number, said, when, text if text in known else "", bool(row.illustrative)


def _figures(
    columns: dict[str, list[Any]], number: dict[str, int], answered: frozenset[str]
) -> Iterator[tuple[Any, ...]]:
    sheets = {name: texts.sheet_name(name) for name in set(columns["sheet"])}
    said = set(zip(columns["label"], columns["area"], columns["category"], strict=True))
    labels = {of: texts.label(of[0], of[1], of[2], answered) for of in said}
    dates = {when: when.date() for when in set(columns["census_date"])}
    for row in zip(*(columns[name] for name in FIGURE_COLUMNS), strict=True):
        area, when, collection, measure, category, value, status, edition, sheet, cell, label = row
        yield (
            number[edition],
            area,
            dates[when],
            collection,
            measure,
            category,
            int(value) if value == value else None,
            status,
            sheets[sheet],
            cell,
            labels[label, area, category],
        )
