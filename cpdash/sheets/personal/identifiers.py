"""Values that belong to one person: numbers with check digits, postcodes, days of birth.

Pure functions over one value, whatever stands in the cell. None of them keeps what it saw.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Final

PUPIL_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""Check letters of a unique pupil number, by the remainder of its sum divided by 23."""

EARLIEST_BIRTH, LATEST_BIRTH = 1980, 2100
_FIRST_SERIAL, _LAST_SERIAL = 29_221, 54_789
"""Days as Excel counts them: 1 January 1980 to 31 December 2049."""

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_PUPIL: Final = re.compile(r"[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]", re.ASCII)
_INSURANCE: Final = re.compile(
    r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]", re.ASCII
)
_POSTCODE: Final = re.compile(
    r"(?:[A-Z]{1,2}[0-9][0-9A-Z]?|GIR) ?[0-9][ABD-HJLNP-UW-Z]{2}", re.ASCII | re.IGNORECASE
)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[ T]00:00.*)?", re.ASCII)
_DAY_FIRST: Final = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]([0-9]{1,2}|[a-z]{3,9})[-/. ,]+(\d{4}|\d{2})(?: 00:00.*)?",
    re.ASCII | re.IGNORECASE,
)


def _tight(value: object) -> str:
    """A value as one run of letters and digits: `485 777 3456` and 4857773456.0 alike."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return str(int(value)) if 0 <= value < 1e15 and value == int(value) else ""
    return re.sub(r"[\s-]+", "", value).upper() if isinstance(value, str) else ""


def is_health_number(value: object) -> bool:
    """An NHS, CHI or Health and Care number: ten digits whose last checks the others (modulo 11).

    A CHI number stored as a number has lost its first nought; the day of birth that it begins
    with tells it from any other nine digits.
    """
    digits = _tight(value)
    if len(digits) == 9 and isinstance(value, int | float):
        digits = f"0{digits}"
        if not (1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12):
            return False
    if len(digits) != 10 or not (digits.isascii() and digits.isdigit()) or len(set(digits)) < 3:
        return False
    check = 11 - sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return check != 10 and check % 11 == int(digits[9])


def is_pupil_number(value: object) -> bool:
    """A unique pupil number: its first letter checks the twelve characters that follow."""
    text = _tight(value)
    if not _PUPIL.fullmatch(text):
        return False
    places = [int(c) if c.isdigit() else PUPIL_LETTERS.index(c) for c in text[1:]]
    return PUPIL_LETTERS[sum(n * i for i, n in enumerate(places, 2)) % 23] == text[0]


def is_insurance_number(value: object) -> bool:
    """A National Insurance number with its last letter."""
    return isinstance(value, str) and _INSURANCE.fullmatch(_tight(value)) is not None


def is_postcode(value: object) -> bool:
    """A full postcode of the United Kingdom, and nothing else."""
    return isinstance(value, str) and _POSTCODE.fullmatch(value.strip()) is not None


def birth_day(value: object, serials: bool = False) -> date | None:
    """The day a cell says, if somebody who is in care or has left it may be born on it.

    `serials`: a bare number may be a day as Excel counts them.
    """
    if isinstance(value, datetime):
        value = value.date()
    elif isinstance(value, str):
        value = _day_of_text(value.strip())
    elif serials and isinstance(value, int | float) and not isinstance(value, bool):
        inside = _FIRST_SERIAL <= value <= _LAST_SERIAL and value == int(value)
        value = date.fromordinal(date(1899, 12, 30).toordinal() + int(value)) if inside else None
    known = isinstance(value, date) and EARLIEST_BIRTH <= value.year <= LATEST_BIRTH
    return value if known and isinstance(value, date) else None


def _day_of_text(text: str) -> date | None:
    if not 6 <= len(text) <= 30 or not text[0].isdigit():
        return None
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = match[1], match[2], match[3]
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = match[1], match[2], match[3]
    else:
        return None
    name = month[:3].casefold()
    number = _MONTHS.index(name) + 1 if name in _MONTHS else int(month) if month.isdigit() else 0
    century = 0 if len(year) == 4 else 2000 if int(year) < 50 else 1900
    try:
        return date(century + int(year), number, int(day))
    except ValueError:
        return None


def kind(value: object) -> str:
    """What a value is by its own form: health, pupil, insurance, postcode, day, or nothing."""
    if isinstance(value, float | int):
        return "health" if 1e8 <= value < 1e10 and is_health_number(value) else ""
    if isinstance(value, date):
        return "day" if birth_day(value) else ""
    return _kind_of_text(value) if isinstance(value, str) and 5 <= len(value) <= 30 else ""


@lru_cache(maxsize=8192)
def _kind_of_text(value: str) -> str:
    if not any(map(str.isdigit, value)):
        return ""
    tests: dict[str, Callable[[object], object]] = {
        "health": is_health_number,
        "pupil": is_pupil_number,
        "insurance": is_insurance_number,
        "postcode": is_postcode,
        "day": birth_day,
    }
    return next((name for name, test in tests.items() if test(value)), "")


# Free text: a label with a value behind it, two kinds of identifier in one text, or initials with
# an age, a sex and a day.

_DAY_TEXT: Final = r"\d{1,2}(?:st|nd|rd|th)?[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ,]+(?:\d{4}|\d{2})\b"
_LABELLED_BIRTH: Final = re.compile(
    r"\b(?:d\.? ?o\.? ?b\b\.?|date[ -]of[ -]birth|birth ?date|born(?: on)?|dyddiad geni)"
    rf"\W{{0,4}}(?:is |was |of )?(?:{_DAY_TEXT}|\d{{4}}-\d{{2}}-\d{{2}})",
    re.IGNORECASE | re.ASCII,
)
_LABELLED_NUMBER: Final = re.compile(
    r"\b(?:(?:nhs|chi|hcn|health and care)(?: (?:id|no|number))?\b\W{1,4}(?:is )?"
    r"\d{3}[ -]?\d{3}[ -]?\d{4}\b"
    r"|(?:swift|liquid ?logic|mosaic|care ?first|soscare|child|client|person|pupil)"
    r"(?:['\u2019]?s)? (?:id|no|number|ref|reference|identifier)\b\W{1,4}(?:is )?"
    r"[A-Z]{0,3}\d{5,}\b)",
    re.IGNORECASE | re.ASCII,
)
_AGED: Final = r"(?:aged? )?\d{1,2}(?: ?(?:y/?o|yrs?|years?(?: old)?))?"
_OF_ONE_SEX: Final = r"(?:male|female|boy|girl|[mMfF])"
_DESCRIBED: Final = re.compile(
    r"\b(?:(?:[A-Z]\.?){2,3}|(?:Child|YP|Young [Pp]erson) ?[A-Z0-9]{1,2}),? ?"
    rf"\((?:{_AGED}(?:, ?|/){_OF_ONE_SEX}|{_OF_ONE_SEX}(?:, ?|/){_AGED})\)"
)
_DAY_INSIDE: Final = re.compile(rf"\b(?:{_DAY_TEXT}|\d{{4}}-\d{{2}}-\d{{2}})", re.IGNORECASE)
_INSIDE: Final = {
    "health": (re.compile(r"(?<![\d+(-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])"), is_health_number),
    "pupil": (re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[0-9A-Z]\b"), is_pupil_number),
    "insurance": (re.compile(r"\b[A-Z]{2} ?(?:\d\d ?){3}[A-D]\b"), is_insurance_number),
    "postcode": (re.compile(rf"\b{_POSTCODE.pattern}\b", re.ASCII), is_postcode),
}
_PHONE: Final = re.compile(r"(?:tel|phone|fax|\+44|call)\D{0,12}[\d() -]+", re.IGNORECASE)


def in_text(text: str) -> str:
    """What makes a text about one person, in words; "" when nothing plainly does."""
    if len(text) < 8 or not any(map(str.isdigit, text)):
        return ""
    if _LABELLED_BIRTH.search(text):
        return "a text with a date of birth"
    if _LABELLED_NUMBER.search(text):
        return "a text with the number of a person"
    if _DESCRIBED.search(text) and _DAY_INSIDE.search(text):
        return "a text with the initials, the age, the sex and a day of one person"
    rest = _PHONE.sub(" ", text)
    found = [name for name, (form, test) in _INSIDE.items() if any(map(test, form.findall(rest)))]
    if {"pupil", "insurance"} & set(found):
        return "a text with the number of a person"
    return "a text with two kinds of identifier of a person" if len(found) >= 2 else ""


def kinds(values: Iterable[object]) -> list[str]:
    """The kind of every value, in their order."""
    return [kind(value) for value in values]
