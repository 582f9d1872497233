"""What labels, titles and file names say about time: "31 March 2018", "2018-19", "Q2 2019/20".

A label means one census or none. A range of years is read as a range, so that nobody takes one of
its years for the whole; what looks like a date and has two readings is read as no date.
"""

import re
from bisect import insort
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import PurePath
from typing import Final

from cpdash.sheets.words import date_phrases as phrases
from cpdash.sheets.words.footnotes import bare, clean

FIRST_YEAR, LAST_YEAR = 1990, 2100
FIRST_JULY: Final = 2010
"""Scotland counted on 31 March until 2009, and on 31 July from this year on."""
COUNTRIES: Final = ("Scotland", "England", "Wales", "Northern Ireland")


@dataclass(frozen=True)
class When:
    """What a label says about time. `day`: said outright. `year`: the census of that year.
    `last_year`: of the reporting year that ends in it (2019 for 2018-19). `span`: a period or
    several years, which is no census. `status`: e estimated, p provisional, b break."""

    day: date | None = None
    year: int | None = None
    last_year: int | None = None
    span: tuple[int, int] | None = None
    status: str = ""


def census_date(when: When, country: str) -> date | None:
    """The day of the census that is meant in a country; None when no single one is."""
    if when.day is not None:
        return when.day
    year = when.year if when.year is not None else when.last_year
    if year is None or country not in COUNTRIES:
        return None
    july = country == "Scotland" and year >= FIRST_JULY
    return date(year, 7 if july else 3, 31)


Reader = Callable[[str], When | None]


def _day(year: str, month: int, day: str) -> date | None:
    full = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        return date(full, month, int(day))
    except ValueError:
        return None


def _or_unclear(day: date | None, text: str) -> When:
    """A day, or a time that cannot be told: 03/31/2018 has no month 31."""
    if day is not None:
        return When(day=day)
    years = [int(year) for year in re.findall(phrases.YEAR, text)] or [0]
    return When(span=(min(years), max(years)))


def _month(text: str) -> int:
    match = re.search(rf"{phrases.MONTH}(?![a-z])", text)
    return phrases.MONTHS.index(match[0][:3]) + 1 if match else 0


def _in_words(text: str) -> When:
    numbers = re.findall(r"\d+", text)
    day, year = (numbers[0], numbers[-1])
    return _or_unclear(_day(year, _month(text), day), text)


def _iso(text: str) -> When:
    year, month, day = re.findall(r"\d+", text)[:3]
    return _or_unclear(_day(year, int(month), day), text)


def _slashed(text: str) -> When:
    day, month, year = re.findall(r"\d+", text)
    return _or_unclear(_day(year, int(month), day), text)


def _end_of_month(text: str) -> When:
    year = re.findall(r"\d+", text)[-1]
    month, full = _month(text), int(year) if len(year) == 4 else 2000 + int(year)
    return When(day=date(full, month, monthrange(full, month)[1]))


def _years(text: str) -> tuple[int, int]:
    """The two years of "2018-19" or "2018 to 2019"; the second in the century of the first."""
    first, last = re.findall(r"\d+", text)[:2]
    return int(first), int(last) if len(last) == 4 else int(first) // 100 * 100 + int(last)


def _reporting_year(text: str) -> When:
    first, last = _years(text)
    if last % 100 == (first + 1) % 100 and last - first in (1, -99):
        return When(last_year=first + 1)
    return When(span=(first, max(first, last)))


def _six_digits(text: str) -> When | None:
    found = _reporting_year(f"{text[:4]}-{text[4:]}")
    return found if found.last_year else None


def _quarter(text: str) -> When:
    """The last day of a quarter of a financial year: the second of 2019-20 ends in September."""
    digit = re.search(r"(?:q|qtr|quarter)\s?([1-4])\b", text)
    year = re.search(phrases.BOTH, text)
    found = _reporting_year(year[0]) if year else When()
    if digit is None or found.last_year is None:
        return _or_unclear(None, text)
    month = (6, 9, 12, 3)[int(digit[1]) - 1]
    full = found.last_year - (month > 3)
    return When(day=date(full, month, monthrange(full, month)[1]))


def _span(text: str) -> When:
    years = [int(year) for year in re.findall(phrases.YEAR, text)]
    for first, last in re.findall(rf"({phrases.YEAR})\s?[-/]\s?(\d\d)(?!\d)", text):
        years.append(int(first) // 100 * 100 + int(last))
    return When(span=(min(years), max(years)))


def _one_year(text: str) -> When:
    return When(year=int(re.findall(phrases.YEAR, text)[0]))


_READERS: Final[dict[str, Reader | None]] = {
    "no census": None,
    "span": _span,
    "quarter": _quarter,
    "iso": _iso,
    "numbers": _slashed,
    "words": _in_words,
    "month": _end_of_month,
    "two years": _reporting_year,
    "six digits": _six_digits,
    "unclear": lambda text: _or_unclear(None, text),
    "year": _one_year,
}


@lru_cache(maxsize=64)
def _pattern(phrase: str) -> re.Pattern[str]:
    """A pattern, made ready when it is first needed: for some that takes longer than any use."""
    return re.compile(phrase, re.ASCII)


_SEPARATORS: Final = str.maketrans(
    dict.fromkeys("_", " ") | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("\u2018\u2019", "'")
)  # fmt: skip
_DIGIT: Final = re.compile(r"[0-9]")
_LOWER: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


@lru_cache(maxsize=8192)
def whens(text: str) -> tuple[tuple[When, ...], str]:
    """Every date that a text says, from left to right, and the text without them. What is no
    date of a count ("since 2015", "published 2019") stays in the text."""
    printed = clean(text)
    if not _DIGIT.search(printed):
        return (), printed
    searched = printed.translate(_SEPARATORS).translate(_LOWER)
    # "Looked after 31 March" is not the time after that day.
    searched = searched.replace("looked after", "looked_after")
    found: list[tuple[int, int, When]] = []
    for kind, needs, phrase in phrases.PHRASES:
        if needs and not _pattern(needs).search(searched):
            continue
        reader = _READERS[kind]
        for match in _pattern(phrase).finditer(searched):
            if match.start() == match.end():
                continue
            when = _read(match, reader) if reader else None
            if when is not None:
                insort(found, (match.start(), match.end(), when), key=lambda one: one[0])
            if when is not None or reader is None:
                start, end = match.span()
                searched = searched[:start] + "\0" * (end - start) + searched[end:]
    return tuple(when for _, _, when in found), _without(printed, found)


def _read(match: re.Match[str], reader: Reader) -> When | None:
    mark = match.groupdict().get("mark") or ""
    when = reader(match[0][: len(match[0]) - len(mark)].strip())
    status = phrases.MARKS.get(mark.strip("[]() "), "")
    return when if when is None or not status else _marked(when, status)


def _marked(when: When, status: str) -> When:
    return When(when.day, when.year, when.last_year, when.span, status)


def _without(printed: str, found: list[tuple[int, int, When]]) -> str:
    """A text without the parts that were understood, and without what they leave hanging."""
    kept, at = [], 0
    for start, end, _ in found:
        between = printed[at:start]
        kept.append("" if at and between.strip(" ,&").casefold() in ("and", "or") else between)
        at = end
    rest = " ".join([*kept, printed[at:]])
    rest = re.sub(r"\(\s*\)|\[\s*\]", " ", rest) if found else rest
    return " ".join(rest.split()).strip(" _-,;:\u2013\u2014") if found else printed


def when_of(value: object) -> When | None:
    """A whole cell that is nothing but a date: a date cell, a year as a number, or text."""
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        # A spreadsheet makes the first of July of a typed "Jul-19", which means its end.
        return When(span=(day.year, day.year)) if day.day == 1 else When(day=day)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _numbered(int(value)) if value % 1 == 0 else None
    if not isinstance(value, str):
        return None
    found, rest = whens(value)
    is_all = bare(f"date {rest}".strip()) == "date"
    return found[0] if len(found) == 1 and is_all else None


def _numbered(number: int) -> When | None:
    if FIRST_YEAR <= number <= LAST_YEAR:
        return When(year=number)
    return _six_digits(str(number)) if 200_000 <= number <= 210_000 else None


_STAMP: Final = re.compile(
    rf"(?<!at )(?<!\d)(?:{phrases.ISO}|{phrases.SLASHED.replace(chr(92) + '1', '[./-]')})"
)


def whens_in_file_name(name: str) -> tuple[When, ...]:
    """The dates in the name of a file, other than the stamp of the day it was made."""
    stem = PurePath(name.replace("\\", "/")).name
    stem = re.sub(r"(?:\.[a-z]{3,4})+$", "", stem, flags=re.IGNORECASE)
    spaced = clean(stem).translate(_SEPARATORS)
    return whens(_STAMP.sub(" ", spaced))[0]
