"""What sort of thing stands in a cell, before it is known what it means."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Final, Literal

from cpdash.sheets.sheet import UNCALCULATED, ErrorCell
from cpdash.sheets.words.dates import when_of

Sort = Literal["empty", "text", "number", "time", "mark"]
"""`time`: a year or a day, which may be a heading or a number; `mark`: stands for a number."""

SORTS: Final[tuple[Sort, ...]] = ("empty", "text", "number", "time", "mark")
FIRST_YEAR, LAST_YEAR = 1990, 2040
FILLER: Final = "."
"""Stands in headings of some publications where the heading to its left goes on."""
LONGEST_MARK: Final = 5
LONGEST_DATE: Final = 40

_NUMERAL: Final = re.compile(
    r"(?!£?\s?0{3}$)[<>~£]?\s*-?(?:\d{1,3}(?:[,\s]\s?\d{3})*|\d+)(?:\.\d+)?\s*%?", re.ASCII
)
_WITH_MARK: Final = re.compile(
    r"[<>~]?\d[\d,]*(?:\.\d+)?\s*(?:\*+|\[\w{1,2}\]|\(\w{1,2}\)|[eprb])", re.ASCII
)
_YEAR: Final = re.compile(r"\d{4}\s*(?:\*+|\[\w{1,2}\]|\(\w{1,2}\)|[eprb])?", re.ASCII)
_MARKS: Final = frozenset(
    "n/a na n.a. dna nc ns nr nd nk low c x z k u s r suppressed".split()
) | {"not available", "not applicable", "not collected", "not known", "no data", "fewer than 5",
     "less than 5", "5 or fewer", "5 or less", "between 1 and 5"}  # fmt: skip
_DATED: Final = re.compile(
    r"\W*(\d|q|quarter|years?|fy|as at|at|on|end|the|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec|financial|mon|tue|wed|thu|fri|sat|sun)",
    re.IGNORECASE,
)
"""How a text begins that may be a date."""
_ERROR: Final = re.compile(r"#[A-Z/0!?]+", re.IGNORECASE)


def sort_of(value: object) -> Sort:
    """The sort of a cell's value; whole numbers that can be a year are `time`."""
    if value is None:
        return "empty"
    if type(value) is str:
        return _of_text(value)
    if type(value) is float or type(value) is int:
        return "time" if FIRST_YEAR <= value <= LAST_YEAR and value == int(value) else "number"
    if value is UNCALCULATED or isinstance(value, ErrorCell):
        return "mark"
    return "time" if isinstance(value, date | datetime) else "text"


@lru_cache(maxsize=8192)
def _of_text(text: str) -> Sort:
    plain = " ".join(text.split())
    if not plain:
        return "empty"
    if _YEAR.fullmatch(plain):
        return "time" if FIRST_YEAR <= int(plain[:4]) <= LAST_YEAR else "number"
    if _NUMERAL.fullmatch(plain) or _WITH_MARK.fullmatch(plain):
        return "number"
    if _is_mark(plain.casefold()):
        return "mark"
    dated = len(plain) < LONGEST_DATE and _DATED.match(plain)
    return "time" if dated and when_of(plain) is not None else "text"


def _is_mark(plain: str) -> bool:
    if plain.strip("[]() ") in _MARKS or _ERROR.fullmatch(plain):
        return True
    return len(plain) <= LONGEST_MARK and not any(letter.isalnum() for letter in plain)
