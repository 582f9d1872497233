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
PLAN: Final = "plan.xlsx"
BEGINNING: Final = "the dashboard"
"""Who accepted the figures that a new store begins with."""


def data_folder() -> Path:
    """`data/` beside app.py, or where CPDASH_DATA says."""
    return Path(os.environ.get("CPDASH_DATA") or Path(__file__).parents[1] / "data")


def plan_files(folder: Path) -> list[Path]:
    """The workbooks of plans. A missing plan.xlsx is said, so it is asked for where it is not."""
    return [*sorted(folder.glob("plan-*.xlsx")), folder / PLAN]


def address(folder: Path) -> str:
    """Where the store of a data folder is: what CPDASH_DATABASE_URL says, else a file in it."""
    said = os.environ.get("CPDASH_DATABASE_URL")
    return said or f"sqlite:///{(folder / STORE).resolve().as_posix()}"


def upload(name: str, sha256: str, size: int, reading: Reading) -> Upload:
    """A file that was read, as the store takes it; `sha256` and `size` of its bytes."""
    return Upload(name, sha256, size, reading.figures, reading.editions)


def begin(store: Store, folder: Path, now: datetime) -> tuple[Problem, ...]:
    """Fill a store that holds nothing yet with the workbooks of `folder`/starter, and say what was
    wrong with them. Raises StoreFault where they cannot be stored."""
    if store.version() or store.fault:
        return ()
    files = sorted(_workbooks(folder / STARTER))
    readings = [understood(asked) for asked in ask_each(files)]
    uploads = [
        upload(file.name, hashlib.sha256(data).hexdigest(), len(data), reading)
        for file, reading in zip(files, readings, strict=True)
        if len(reading.figures) and (data := file.read_bytes())
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
