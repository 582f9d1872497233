"""What one cell of a plan says: text, a day, a number, one of several words, a council."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Final

from cpdash import areas
from cpdash.plan.faults import Misread, choices

Reader = Callable[[object, str], object]
"""A value and its number format in; what it says out, or Misread."""

MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?: 00:00:00)?", re.ASCII)
SLASHED: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
WORDS: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,}),? (\d{4})", re.ASCII)


def text(value: object, _format: str = "") -> str:
    """Words on one line; a number as it is written, a day as month and year."""
    if isinstance(value, datetime | date):
        return f"{value:%B %Y}"
    if isinstance(value, float) and value == int(value):
        value = int(value)
    return " ".join(str(value).split())


def lines(value: object, _format: str = "") -> tuple[str, ...]:
    """One sentence a line."""
    return tuple(text(line) for line in str(value).splitlines() if line.strip())


def day(value: object, _format: str = "") -> date:
    """A day, from a date cell or from text; day before month."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    said = text(value).casefold()
    if found := ISO.fullmatch(said):
        year, month, number = (int(part) for part in found.groups())
    elif found := SLASHED.fullmatch(said):
        number, month, year = (int(part) for part in found.groups())
    elif found := WORDS.fullmatch(said):
        named = [i for i, name in enumerate(MONTHS, 1) if name.startswith(found[2])]
        number, month, year = int(found[1]), (named or [0])[0], int(found[3])
    else:
        raise Misread("plan-not-a-date")
    try:
        return date(year, month, number)
    except ValueError:
        raise Misread("plan-not-a-date") from None


def number(value: object, number_format: str = "") -> float:
    """A number. Excel keeps 88% as 0.88, so a cell shown in percent counts a hundredfold."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Misread("plan-not-a-number")
    return round(value * 100, 10) if "%" in number_format else float(value)


def fraction(value: object, number_format: str = "") -> float:
    """A number of percent as a fraction: 5 is 0.05."""
    return number(value, number_format) / 100


def one_of(allowed: Mapping[str, object], code: str = "plan-unknown-choice") -> Reader:
    """A reader of words: what each allowed word stands for, however it is spaced."""
    known = {_plain(word): meaning for word, meaning in allowed.items()}

    def read(value: object, _format: str = "") -> object:
        said = text(value)
        if _plain(said) not in known:
            raise Misread(code, **choices(said, allowed))
        return known[_plain(said)]

    return read


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", " ", word).strip().casefold()


def itself(words: Iterable[str]) -> dict[str, object]:
    """Words that stand for themselves."""
    return {word: word for word in words}


def area(value: object, _format: str = "") -> str:
    """The code of a council or country."""
    found = areas.find(text(value))
    if found is None:
        near = areas.nearest(text(value))
        raise Misread("plan-unknown-area", nearest=f" (did you mean {near.name}?)" if near else "")
    return found.code


def comparator(value: object, _format: str = "") -> str:
    """The code of a council or country, or the family group of the plan's council."""
    return areas.FAMILY_GROUP if _plain(text(value)) == "family group" else area(value)
