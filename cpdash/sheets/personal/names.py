"""Whether the values of a column are names or initials of persons."""

import re
from collections.abc import Sequence
from typing import Final

from cpdash.areas import find
from cpdash.sheets.personal.columns import MARKS, distinct, share, varied
from cpdash.sheets.personal.words import FIELD, NO_NAMES

MOST_AREAS: Final = 50
_NAME: Final = re.compile(r"[^\W\d_][^\d_@/|:;]{0,38}")
_FULL_NAME: Final = re.compile(
    r"[A-Z][^\W\d_]+(?:['\u2019-][^\W\d_]+)*(?:, | )(?:[A-Z]\.? )?[A-Z][^\W\d_]*"
    r"(?:['\u2019-][^\W\d_]+)*(?: [A-Z][^\W\d_]+)?"
)
_INITIALS: Final = re.compile(r"(?:[A-Z]\.? ?){2,4}|[A-Z]\.?[A-Z][a-z]\.?")
_ORGANISATION: Final = re.compile(
    r"\b(?:schools?|academy|college|primary|nursery|council|city|shire|county|borough|north|south"
    r"|east|west|england|scotland|wales|ireland|region|trust|house|home|homes|centre|unit|lodge"
    r"|cottage|services?|care|foster|total|all|children|and|of|the|with|for|years?|not|other"
    r"|islands?|authority|street|road|office|department|team|ltd|limited|plc|data|table)\b",
    re.IGNORECASE,
)


def names(values: Sequence[object]) -> bool:
    """Words that may be names: letters, and no marks."""

    def passes(value: object) -> bool:
        text = value.strip() if isinstance(value, str) else ""
        return text.casefold() not in MARKS | FIELD and _NAME.fullmatch(text) is not None

    named = share(values, passes) >= 0.6 and varied(values)
    return named and not (len(values) > 1 and share(values[:MOST_AREAS], _is_area) >= 0.8)


def _is_area(value: object) -> bool:
    return isinstance(value, str) and find(value) is not None


def full_names(values: Sequence[object]) -> bool:
    """Names of persons by their form alone: two or three capitalised words, no organisation's."""

    def passes(value: object) -> bool:
        text = value.strip() if isinstance(value, str) else ""
        return _FULL_NAME.fullmatch(text) is not None and not _ORGANISATION.search(text)

    return len(values) >= 3 and share(values, passes) >= 0.8 and distinct(values) >= 0.9


def is_person_name(value: object) -> bool:
    """A value with the form of a person's full name, no word of which says something else."""
    text = value.strip() if isinstance(value, str) else ""
    if not _FULL_NAME.fullmatch(text) or _ORGANISATION.search(text):
        return False
    said = {word.strip(",.") for word in text.casefold().split()}
    return not said & NO_NAMES and not _is_area(text)


def person_names(values: Sequence[object]) -> bool:
    """Names of persons, nearly all different, in a list that may be as short as two rows."""
    named = len(values) >= 2 and share(values, is_person_name) >= 0.8
    return named and distinct(values) >= 0.9


def is_initials(value: object) -> bool:
    """Two to four capital letters and nothing else."""
    return isinstance(value, str) and _INITIALS.fullmatch(value.strip()) is not None


def initials(values: Sequence[object]) -> bool:
    """Initials of persons, nearly all different."""
    return len(values) >= 2 and share(values, is_initials) >= 0.8 and distinct(values) >= 0.8
