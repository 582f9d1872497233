"""What stands in the place of a number: numbers as publishers print them, and their marks.

One mark means different things to different publishers, so a publication's own legend comes
first. Without one a mark is understood only where every publisher means the same by it.
"""

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from cpdash.sheets.faults import quoted
from cpdash.sheets.sheet import UNCALCULATED, ErrorCell
from cpdash.sheets.words import cells
from cpdash.sheets.words.cells import ERRORS, MOST_PEOPLE, Misread, is_empty
from cpdash.sheets.words.legends import AFTER_A_NUMBER, MARKS, OTHER_MARKS, ZERO, mark_of
from cpdash.sheets.words.legends import legend as legend
from cpdash.vocabulary import WITHHELD


class Said(NamedTuple):
    """What a cell says: NaN with c, x, z or k, or a number with nothing, e, p or b."""

    value: float
    status: str


NO_LEGEND: Final[Mapping[str, str]] = MappingProxyType({})

_GROUPED: Final = r"[1-9]\d{0,2}(?:(?:[,\u00a0\u2009\u202f\u2007 ]|, )\d{3})+"
_WHOLE: Final = rf"(?:{_GROUPED}|\d+)(?:\.00?)?"
_DECIMAL: Final = rf"(?:{_GROUPED}|\d+)(?:\.\d+)?"
_COUNT: Final = re.compile(_WHOLE, re.ASCII)
_FRACTION: Final = re.compile(rf"({_DECIMAL})\s?%?", re.ASCII)
_NEGATIVE: Final = re.compile(rf"[-\u2212\u2013]\s?{_DECIMAL}\s?%?", re.ASCII)
_MARKED: Final = re.compile(
    rf"(?P<number>{_DECIMAL}(?:\s?%)?)\s?"
    r"(?:\[(?P<a>[a-z]+)\]|\((?P<b>[a-z]+)\)|(?P<c>[a-z]+|[*\u2020\u2021#~]))",
    re.ASCII | re.IGNORECASE,
)
_FEW: Final = re.compile(
    r"(?:<|\u2264|<=|fewer than|less than|under|up to)\s?(?:\d|1\d|20)\*?"
    r"|(?:\d|1\d|20) or (?:fewer|less|under)"
    r"|(?:between )?[01]\s?(?:-|\u2013|to|and)\s?(?:\d|1\d|20)",
    re.ASCII | re.IGNORECASE,
)
"""A number that is hidden because it is small: "<5", "5 or fewer", "between 1 and 5", "1-4"."""


def number(value: object, legend: Mapping[str, str] = NO_LEGEND) -> Said | Misread | None:
    """What a cell in a column of counts says; None when it is empty. An error of the spreadsheet,
    typed or calculated, is never a count unless the legend says what it stands for."""
    return _said(value, legend, _COUNT)


def fraction(value: object, legend: Mapping[str, str] = NO_LEGEND) -> Said | Misread | None:
    """The same of a cell in a column of percentages or rates, as printed: "43%" is 43.0."""
    return _said(value, legend, _FRACTION)


def _said(
    value: object, legend: Mapping[str, str], grammar: re.Pattern[str]
) -> Said | Misread | None:
    if is_empty(value):
        return None
    if value is UNCALCULATED:
        return Misread("not-calculated", "found a formula without its result")
    if isinstance(value, ErrorCell):
        return _mark(str(value), legend) or Misread("error-cell", f"found the error {value}")
    if isinstance(value, str):
        text = value.strip("\ufeff\u200b \t\r\n\u00a0")
        return _in_text(text, legend, grammar) if legend else _by_default(text, grammar)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return Misread("not-a-number", quoted(value))
    if grammar is _COUNT:
        counted = cells.count(value)
        return Said(*counted) if isinstance(counted, tuple) else counted
    return _amount(float(value), f"{value}")


@lru_cache(maxsize=8192)
def _by_default(text: str, grammar: re.Pattern[str]) -> Said | Misread | None:
    return _in_text(text, NO_LEGEND, grammar)


def _in_text(
    text: str, legend: Mapping[str, str], grammar: re.Pattern[str]
) -> Said | Misread | None:
    if (mark := _mark(text, legend)) is not None:
        return mark
    if text.upper() in ERRORS:
        return Misread("error-cell", f"found the error {text}")
    if grammar.fullmatch(text):
        return _amount(_float(text), text)
    if _FEW.fullmatch(text):
        return Said(math.nan, "c")
    if match := _MARKED.fullmatch(text):
        return _marked(match, legend, grammar)
    if _NEGATIVE.fullmatch(text):
        return Misread("negative", f"found {text}")
    if grammar is _COUNT and _FRACTION.fullmatch(text) and "%" not in text:
        return Misread("fractional", f"found {text}")
    if not any(letter.isalnum() for letter in text) or mark_of(text) in OTHER_MARKS:
        return Misread("unknown-mark", f"found the mark {text[:60]}")
    return Misread("not-a-number", quoted(text))


def _mark(text: str, legend: Mapping[str, str]) -> Said | Misread | None:
    """A mark alone in its cell; None when it is none that is known."""
    key = mark_of(text)
    status = legend.get(key, MARKS.get(key))
    if status is None:
        return None
    if status == ZERO:
        return Said(0.0, "")
    if status in WITHHELD:
        return Said(math.nan, status)
    return Misread("unknown-mark", f"found the mark {text[:60]}")


def _marked(
    match: re.Match[str], legend: Mapping[str, str], grammar: re.Pattern[str]
) -> Said | Misread:
    """A number with a mark behind it: "7(e)", "12 [r]", and "156*" where the legend says why."""
    printed, mark = match["number"], (match["a"] or match["b"] or match["c"]).casefold()
    status = legend.get(mark, AFTER_A_NUMBER.get(mark))
    if status is None or status not in AFTER_A_NUMBER.values():
        return Misread("unknown-mark", f"found {match[0][:60]}")
    if not grammar.fullmatch(printed):
        return Misread("not-a-number", quoted(match[0]))
    amount = _amount(_float(printed), printed)
    return Said(amount.value, status) if isinstance(amount, Said) else amount


def _float(text: str) -> float:
    return float(re.sub(r"[^\d.]", "", text, flags=re.ASCII))


def _amount(amount: float, printed: str) -> Said | Misread:
    if amount < 0:
        return Misread("negative", f"found {printed}")
    if amount > MOST_PEOPLE:
        return Misread("too-big", f"found {printed[:60]}")
    return Said(amount, "")
