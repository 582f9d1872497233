"""Days that a text names without a year: "at 31 March"."""

import re
from typing import Final

from cpdash.sheets.words.cells import MONTHS

_DAY: Final = re.compile(
    r"\b(?:(?:as )?(?:at|on|of) |ending |ended )?(?:the )?(\d{1,2})(?:st|nd|rd|th)? "
    rf"({'|'.join(MONTHS)})\b",
    re.IGNORECASE,
)


def days(text: str) -> set[tuple[int, int]]:
    """Month and day of each, with or without a year behind it: (3, 31) for 31 March."""
    return {
        (MONTHS.index(match[2].casefold()) + 1, int(match[1]))
        for match in _DAY.finditer(text)
        if 1 <= int(match[1]) <= 31
    }


def without(text: str) -> str:
    """The text with them cut out."""
    return " ".join(_DAY.sub(" ", text).split())
