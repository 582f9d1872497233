"""From a workbook that was read to the store that keeps it: what the pages and the command line
both do."""

import hashlib
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

from cpdash.problems import Problem
from cpdash.reading import ENDINGS, Reading, together, understood
from cpdash.sheets.process.asking import ask_each
from cpdash.store import Store, StoreFault, Upload

STORE: Final = "cpdash.sqlite"
STARTER: Final = "starter"
BEGINNING: Final = "the dashboard"
"""Who accepted the figures that a new store begins with."""


def address(folder: Path) -> str:
    """Where the store of a data folder is: what CPDASH_DATABASE_URL says, else a file in it."""
    said = os.environ.get("CPDASH_DATABASE_URL")
    return said or f"sqlite:///{(folder / STORE).resolve().as_posix()}"


def upload(name: str, data: bytes, reading: Reading) -> Upload:
    """A file that was read, as the store takes it."""
    digest = hashlib.sha256(data).hexdigest()
    return Upload(name, digest, len(data), reading.figures, reading.editions)


def begin(store: Store, folder: Path, now: datetime) -> tuple[Problem, ...]:
    """Fill a store that holds nothing yet with the workbooks of `folder`/starter, and say what was
    wrong with them. Raises StoreFault where they cannot be stored."""
    if store.version() or store.fault:
        return ()
    files = sorted(_workbooks(folder / STARTER))
    readings = [understood(asked) for asked in ask_each(files)]
    uploads = [
        upload(file.name, file.read_bytes(), reading)
        for file, reading in zip(files, readings, strict=True)
        if len(reading.figures)
    ]
    if uploads:
        try:
            store.accept(uploads, compared_with=0, who=BEGINNING, token="starter", now=now)
        except StoreFault as fault:
            # Another copy of the dashboard, started at the same moment, was faster.
            if fault.kind != "conflict":
                raise
    return together(readings).problems


def _workbooks(folder: Path) -> Iterable[Path]:
    if not folder.is_dir():
        return ()
    return (
        path
        for path in folder.iterdir()
        if path.suffix.casefold() in ENDINGS and not path.name.startswith(("~$", "."))
    )
