"""`export`: figures out of the store, in the columns of `read` and with their edition."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Final

import pandas as pd

from cpdash.commands.opened import on_store
from cpdash.commands.terminal import DECLINED, DONE, warn, write
from cpdash.days import day
from cpdash.figures import latest, rows, workbook
from cpdash.sheets.listing import HEADER, as_csv, as_json, listed
from cpdash.store import Store

COLUMNS: Final = (*HEADER, "edition", "file")


def run(call: Namespace) -> int:
    """Print figures: the newest, or those of one edition; now, or as they stood."""
    return on_store(lambda store: _on(store, call))


def _on(store: Store, call: Namespace) -> int:
    at = _end(call.as_at) if call.as_at else None
    every = {edition.id: edition for edition in store.editions(at)}
    if call.edition is None:
        held = store.holdings(at)
        figures = latest(held.figures, held.editions)
    else:
        figures = store.edition_figures(call.edition)
        if at and not (call.edition in every and every[call.edition].held):
            warn(f"Edition {call.edition}: found it not held at the end of {day(call.as_at)}.")
            return DECLINED
    file = {number: edition.file for number, edition in every.items()}
    write((as_json if call.format == "json" else as_csv)(_lines(figures, file), COLUMNS))
    return DONE


def _end(when: date) -> datetime:
    return datetime.combine(when, time.max, UTC)


def _lines(figures: pd.DataFrame, file: dict[int, str]) -> Iterator[tuple[object, ...]]:
    """The values of figures in the order of COLUMNS."""
    counts = figures.assign(unit="count", census_date=figures["census_date"].dt.date)
    numbers = [int(workbook(edition)) for edition in figures["edition"]]
    for line, edition in zip(listed(rows(counts)), numbers, strict=True):
        yield *line, edition, file[edition]
