"""The bytes of a file, and whether a workbook can be opened without harm.

What is checked of a workbook is for cpdash/sheets/files/gate.py to say; this is its door for files
that are opened by other means than the reader of figures.
"""

from pathlib import Path
from typing import BinaryIO, Final

from cpdash.sheets.files import gate, kinds
from cpdash.sheets.files.kinds import ENCRYPTED, OLD_OFFICE
from cpdash.sheets.files.refused import Refusal, Refused
from cpdash.sheets.files.stored import MOST_BYTES, data_of
from cpdash.sheets.sheet import UNCALCULATED, Uncalculated

__all__ = [
    "ENCRYPTED",
    "MOST_BYTES",
    "OLD_OFFICE",
    "UNCALCULATED",
    "Refused",
    "Uncalculated",
    "contents",
]


def contents(file: Path | BinaryIO) -> bytes | Refused:
    """What an .xlsx workbook holds, or why it cannot be opened without harm."""
    data = data_of(file)
    if isinstance(data, Refused):
        return data
    try:
        kind = kinds.of_bytes(data)
        if kind == "archive":
            kind, parts = gate.archive(data)
        if kind != "xlsx":
            return Refused("not-excel", f"found {OTHERS[kind]}")
        gate.workbook(parts)
    except Refusal as refusal:
        return refusal.refused
    return data


OTHERS: Final[dict[kinds.Kind, str]] = {**kinds.KINDS, "csv": "a text file, such as CSV"}
