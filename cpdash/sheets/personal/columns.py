"""What the values of a column look like: whether they are of persons, or are counts of them."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from cpdash.sheets.personal.identifiers import birth_day, is_postcode

MARKS: Final = frozenset(
    "c x z k u s e p low * ** - .. . : ~ # n/a na dna nr nc tbc none unknown total all".split()
)
_SEXES: Final = frozenset(
    "m f male female boy girl b g u other unknown non-binary indeterminate gwryw benyw".split()
)
_FIGURE: Final = re.compile(
    r"[<>~]? ?\d{1,3}(?:[ ,]?\d{3})*(?:\.\d+)? ?%?(?: ?\(\d[\d,.]* ?%?\))? ?[*#rpe]?", re.ASCII
)
_ONE_SEX: Final = frozenset("m f male female boy girl gwryw benyw".split())
_SEX_CODES: Final = frozenset((0, 1, 2, 3, 9))


def share(values: Sequence[object], test: Callable[[object], object]) -> float:
    """The share of the values that pass a test; 0 of none."""
    return sum(1 for value in values if test(value)) / len(values) if values else 0.0


def distinct(values: Sequence[object]) -> float:
    """How many of the values are different ones, as a share."""
    return len({str(value) for value in values}) / len(values) if values else 0.0


def varied(values: Sequence[object]) -> bool:
    """Not one and the same word in every row, as where a column was blanked."""
    return len(values) < 3 or len({str(value) for value in values}) > 1


def is_number(value: object) -> bool:
    """A number, a number typed as text such as "5 (10%)", or a mark in its place."""
    if isinstance(value, str):
        if _FIGURE.fullmatch(value.strip()):
            return True
        text = value.strip().strip("[]()%").replace(",", "").casefold()
        return text in MARKS or text.replace(".", "", 1).lstrip("-").isdigit()
    return isinstance(value, int | float)


def whole(value: object) -> int | None:
    """A whole number, typed as a number or as text."""
    if isinstance(value, str):
        text = value.strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
    if isinstance(value, int | float) and abs(value) < 1e15 and value == int(value):
        return int(value)
    return None


def days(values: Sequence[object]) -> bool:
    """Days, mostly, on which somebody may have been born; also as Excel counts them."""
    return share(values, lambda value: birth_day(value, serials=True)) >= 0.6 and varied(values)


def birth_days(values: Sequence[object]) -> bool:
    """Days that are spread over years as births are, nearly all of them different."""
    found: list[date] = [day for value in values if (day := birth_day(value))]
    return (
        len(found) >= 4
        and len(found) >= 0.8 * len(values)
        and len(set(found)) >= 0.7 * len(found)
        and (max(found) - min(found)).days > 4 * 365
        and len({day.day for day in found}) > 2
    )


def tokens(values: Sequence[object]) -> bool:
    """Numbers and codes that may be of persons: one word with a digit in it."""

    def passes(value: object) -> bool:
        if isinstance(value, str):
            text = value.strip()
            glued = text.replace(" ", "") if text.replace(" ", "").isdigit() else text
            return 0 < len(glued) <= 20 and " " not in glued and any(map(str.isdigit, glued))
        return whole(value) is not None

    return share(values, passes) >= 0.6 and varied(values)


def addresses(values: Sequence[object]) -> bool:
    """Lines of an address or postcodes."""

    def passes(value: object) -> bool:
        text = value if isinstance(value, str) else ""
        return is_postcode(text) or (len(text) > 5 and any(c.isdigit() or c in ",@" for c in text))

    return share(values, passes) >= 0.5 and varied(values)


def is_sex(value: object) -> bool:
    """One person's sex, in a letter or a word."""
    return isinstance(value, str) and value.strip().casefold() in _ONE_SEX


def sexes(values: Sequence[object]) -> bool:
    """One person's sex in each row, in letters, in words or in codes; no totals among them."""
    if len(values) < 2:
        return False
    if all(isinstance(value, str) for value in values):
        coded = share(values, lambda value: str(value).strip().casefold() in _SEXES)
        return coded >= 0.9 or share(values, lambda value: whole(value) in _SEX_CODES) >= 0.95
    return share(values, lambda value: whole(value) in _SEX_CODES) >= 0.95


def coded(values: Sequence[object]) -> bool:
    """Days, or codes of a return: one short word each, with a digit or in capital letters."""

    def passes(value: object) -> bool:
        text = value.strip() if isinstance(value, str) else ""
        short = 0 < len(text) <= 12 and " " not in text
        code = short and (text.isupper() or any(map(str.isdigit, text)))
        return code or birth_day(value) is not None

    return share(values, passes) >= 0.6


def ages(values: Sequence[object]) -> bool:
    """One person's age in each row, in whole years; no bands and no totals."""

    def passes(value: object) -> bool:
        age = whole(value)
        return age is not None and 0 <= age <= 26

    return len(values) >= 2 and share(values, passes) >= 0.9


def phrases(values: Sequence[object]) -> bool:
    """Words or codes with letters, as of a placement or a legal status; no counts."""

    def passes(value: object) -> bool:
        text = value.strip().casefold() if isinstance(value, str) else ""
        return text not in MARKS and any(map(str.isalpha, text))

    return len(values) >= 2 and share(values, passes) >= 0.8


def keys(values: Sequence[object]) -> bool:
    """References or names, nearly every one of them different."""

    def passes(value: object) -> bool:
        return isinstance(value, str) or whole(value) is not None

    return len(values) >= 2 and share(values, passes) >= 0.9 and distinct(values) >= 0.9


def running(values: Sequence[object]) -> bool:
    """The numbers of the rows: 1, 2, 3 and so on."""
    found = [whole(value) for value in values]
    return len(values) >= 2 and found == list(range(1, len(values) + 1))


def references(values: Sequence[object]) -> bool:
    """References that no counts can be: with letters, or of five digits and more."""

    def passes(value: object) -> bool:
        return not is_number(value) or (whole(value) or 0) >= 10_000

    return keys(values) and tokens(values) and share(values, passes) == 1


def numbers(values: Sequence[object]) -> bool:
    """Mostly numbers, or marks in their place."""
    return share(values, is_number) >= 0.6
