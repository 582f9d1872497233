"""What one cell says: a count, a mark, a day, a date of publication. Pure functions.

Each returns what it understood, or a Misread that says which fault it is; None is an empty cell.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from cpdash.days import day as day_words
from cpdash.sheets.faults import quoted
from cpdash.sheets.sheet import UNCALCULATED, ErrorCell
from cpdash.vocabulary import STATUSES, WITHHELD

MOST_PEOPLE: Final = 10_000_000
FIRST_YEAR, LAST_YEAR = 1900, 2100

MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
ERRORS: Final = frozenset(
    "#N/A #VALUE! #REF! #DIV/0! #NUM! #NAME? #NULL! #SPILL! #CALC! #GETTING_DATA".split()
)
MARKERS: Final = {
    key: code
    for code, words in {
        "e": ("e", "estimated", "estimate"),
        "p": ("p", "provisional"),
        "b": ("b", "break"),
    }.items()
    for key in words
}
_NUMERAL: Final = re.compile(r"(?:\d+|\d{1,3}(?:[,\u00a0]\d{3})+)(?:\.0+)?", re.ASCII)
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?", re.ASCII)
_SLASHED: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_WORDS: Final = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]+)\.?,? (\d{4})", re.ASCII)


@dataclass(frozen=True)
class Misread:
    """A cell that does not say what it should: which fault, and what was found."""

    code: str
    found: str


Count = tuple[float, str]
"""A value and its status: (12.0, "") or (nan, "c")."""


def is_empty(value: object) -> bool:
    """Whether a cell holds nothing, or nothing but spaces."""
    return value is None or (isinstance(value, str) and not value.strip())


def count(value: object) -> Count | Misread | None:
    """A whole number of people, or the mark that stands in its place."""
    if type(value) is int and 0 <= value <= MOST_PEOPLE:
        return float(value), ""
    if is_empty(value):
        return None
    if value is UNCALCULATED:
        return Misread("not-calculated", "found a formula without its result")
    if isinstance(value, ErrorCell):
        return Misread("error-cell", f"found the error {value}")
    if isinstance(value, str):
        return _count_in_text(value.strip())
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Misread("not-a-number", f"{quoted(value)} ({_kind(value)})")
    return _whole(value, f"{value:,}")


def _count_in_text(text: str) -> Count | Misread:
    mark = text.casefold().strip("[]() ")
    if mark in WITHHELD:
        return float("nan"), mark
    if text.upper() in ERRORS:
        return Misread("error-cell", f"found the error {text}")
    if _NUMERAL.fullmatch(text):
        return _whole(float(text.replace(",", "").replace("\u00a0", "")), text)
    if not any(character.isalnum() for character in text) or mark in STATUSES or _is_mark(mark):
        return Misread("unknown-mark", f"found the mark {text[:60]}")
    return Misread("not-a-number", quoted(text))


def _is_mark(text: str) -> bool:
    """Whether letters stand where other publishers put a mark of their own."""
    return text in {"n/a", "na", "dna", "ns", "nr", "low", "s", "u", "r"}


def _whole(number: float, printed: str) -> Count | Misread:
    if number < 0:
        return Misread("negative", f"found {printed}")
    if number > MOST_PEOPLE:
        return Misread("too-big", f"found {printed}")
    if number != int(number):
        return Misread("fractional", f"found {printed}")
    return float(number), ""


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "yes or no"
    return "a date" if isinstance(value, date | datetime) else "not a number"


def day(value: object) -> date | Misread | None:
    """One day: a date cell, or text with day, month and year; day before month."""
    if is_empty(value):
        return None
    found: date | None = None
    if isinstance(value, datetime):
        found = value.date()
    elif isinstance(value, date):
        found = value
    elif isinstance(value, str):
        found = _day_in_text(" ".join(value.split()).casefold())
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        return Misread("not-a-date", quoted(value))
    return found


@lru_cache(maxsize=1024)
def _day_in_text(text: str) -> date | None:
    if match := _ISO.fullmatch(text):
        return _date(match[1], match[2], match[3])
    if match := _SLASHED.fullmatch(text):
        return _date(match[3], match[2], match[1])
    if (match := _WORDS.fullmatch(text)) and match[1]:
        return _date(match[3], str(_month(match[2])), match[1])
    return None


def _date(year: str, month: str, day_of_month: str) -> date | None:
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None


def _month(name: str) -> int:
    """1 to 12 of a month's name or its first three letters or more; 0 when it is none."""
    starts = [number for number, full in enumerate(MONTHS, 1) if full.startswith(name)]
    return starts[0] if len(name) >= 3 and len(starts) == 1 else 0


Published = tuple[date, str]
"""The first day that the text may mean, and the text as precise as it was: "April 2025"."""


def published(value: object) -> Published | Misread | None:
    """A date of publication, known to the day, the month or the year."""
    if is_empty(value):
        return None
    exact = day(value)
    if isinstance(exact, date):
        return exact, day_words(exact)
    text = " ".join(str(value).split())
    if re.fullmatch(r"\d{4}", text, re.ASCII) and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return date(int(text), 1, 1), text
    match = _WORDS.fullmatch(text.casefold())
    if match and not match[1] and (first := _date(match[3], str(_month(match[2])), "1")):
        return first, f"{first:%B} {first.year}"
    return Misread("published-missing", quoted(value))


def marker(value: object) -> str | Misread:
    """The mark for all numbers of a row: e, p, b, or nothing."""
    if is_empty(value):
        return ""
    code = MARKERS.get(str(value).strip("[]() ").casefold())
    return code if code is not None else Misread("unknown-marker", quoted(value))


def words(value: object) -> str:
    """Free text on one line; "" when the cell is empty."""
    return "" if is_empty(value) else " ".join(str(value).split())
