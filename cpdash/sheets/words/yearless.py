"""Days that a text names without a year: "at 31 March"."""

import re
from typing import Final

from cpdash.sheets.words.cells import MONTHS
from cpdash.sheets.words.dates import whens

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


_QUARTER: Final = re.compile(r"\b(?:quarter|qtr)[\s_]?[1-4]\b|(?<!^)\bq[1-4]$", re.IGNORECASE)
NO_DAY: Final = (0, 0)
"""The day of a quarter whose year is not beside it: of 2022 it may be that of two years."""


def quarters(text: str) -> set[tuple[int, int]]:
    """NO_DAY where a text names a quarter without its year: "by placement, quarter 4"."""
    _, rest = whens(text)
    return {NO_DAY} if _QUARTER.search(rest) else set()


_AS_AT: Final = re.compile(
    r"\W*(?:notes?\b)?\W*(?:\d+\W+)?(?:(?:all|these|the|this) )*(?:figures?|data|numbers?|table"
    r"|snapshot|position|census|information|counts?)\b.{0,60}?\b(?:as at|as of|at|on)\b"
    r"|\W*20\d\d(?:[/-]\d\d)? (?:(?:is|are|shown|figures?|data|position) )*as (?:at|of)\b",
    re.IGNORECASE,
)
"""How a note begins that says on which day people were counted."""
_OF_PAPERS: Final = re.compile(
    r"\b(?:extract|publi|run|download|access|provi|recei|updat|correct|revis|suppl|population|submi"
    r"|print|produc|issue|releas|introduc|amend|change|force|return)\w*",
    re.IGNORECASE,
)
_SOME_YEARS: Final = re.compile(
    r"\b(?:prior|before|until|up to|since|from|earlier|previous\w*|onwards?)\b", re.IGNORECASE
)


def counted_on(note: str) -> set[tuple[int, int]]:
    """Month and day on which a note says that people were counted; none where it does not say, or
    says it of some years only."""
    is_one = _AS_AT.match(note) and not _OF_PAPERS.search(note) and not _SOME_YEARS.search(note)
    return days(note) if is_one else set()


def without(text: str) -> str:
    """The text with them cut out."""
    return " ".join(_DAY.sub(" ", text).split())
