"""What goes into the store and what comes out of it, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

import pandas as pd

Act = Literal["accept", "withdraw", "restore", "answer", "take-back"]
ON_EDITIONS: Final[tuple[Act, ...]] = ("accept", "withdraw", "restore")
HELD_AFTER: Final[tuple[Act, ...]] = ("accept", "restore")
"""Acts after which an edition is held."""
DONE: Final[dict[Act, str]] = {
    "accept": "accepted edition",
    "withdraw": "withdrew edition",
    "restore": "restored edition",
    "answer": "gave answer",
    "take-back": "took back answer",
}
LEAVE_OUT: Final = "leave-out"
"""The answer that a label counts nothing which the dashboard holds."""


@dataclass(frozen=True)
class Upload:
    """A workbook as it was read: its name, the SHA-256 and size in bytes of its file, and its
    figures and editions as `cpdash.figures` has them."""

    file: str
    sha256: str
    size: int
    figures: pd.DataFrame
    editions: pd.DataFrame


@dataclass(frozen=True)
class Accepted:
    """What an act came to: the store's version after it and the editions that it was about.
    `already`: it had been done before, and nothing was stored now."""

    version: int
    editions: tuple[int, ...]
    already: bool


@dataclass(frozen=True)
class Edition:
    """A workbook that was accepted at `version`. `at` is in UTC; `figures`: how many it holds;
    `held`: it was not withdrawn, or was restored."""

    id: int
    version: int
    file: str
    sha256: str
    size: int
    publisher: str
    published: date | None
    who: str
    at: datetime
    remark: str
    figures: int
    digest: str
    held: bool


@dataclass(frozen=True)
class Entry:
    """One line of the journal. `seq` is the store's version after it, `at` is in UTC, `subject`
    the number of an edition or an answer and `details` the digest of that. `hash` covers the
    whole line and `previous`, the hash of the line before."""

    seq: int
    at: datetime
    who: str
    act: Act
    subject: int
    details: str
    remark: str
    token: str
    previous: str
    hash: str

    def sentence(self) -> str:
        """`A. Officer accepted edition 12`."""
        return f"{self.who} {DONE[self.act]} {self.subject}"


@dataclass(frozen=True)
class Answer:
    """What somebody said that a label of a publisher means: a code of a category, or LEAVE_OUT.
    `in_force`: it was neither taken back nor replaced by a later one."""

    id: int
    publisher: str
    label: str
    category: str
    who: str
    at: datetime
    in_force: bool
