"""Why a file is not opened, and what is worth saying of one that is."""

from typing import NamedTuple


class Refused(NamedTuple):
    """Why a file is not opened: `reason` is the end of a fault's code (`password`), `found` what it
    is, in words."""

    reason: str
    found: str


class Note(NamedTuple):
    """What should be known of a file that was opened all the same: the code of a warning, and what
    was found."""

    code: str
    found: str


class Refusal(Exception):
    """Raised where a file turns out not to be one to open; becomes a Refused at the door."""

    def __init__(self, reason: str, found: str) -> None:
        self.refused = Refused(reason, found)
        super().__init__(found)
