"""Whether a short text may be about one person: a remark, the name of a file, a label to keep.

In a workbook much more evidence is asked for (`detection`). A short text can be written again, so
one sign is enough here.
"""

import re
from typing import Final

from cpdash.areas import find
from cpdash.sheets.personal import identifiers
from cpdash.sheets.personal.names import is_person_name
from cpdash.sheets.personal.words import NO_NAMES

LONGEST_LETTERS: Final = 3
"""Capitals that stand for something, as in SFR34_CLA2015, are no name up to this many."""

_EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE: Final = re.compile(r"(?<![\d.])(?:\+44|\(?0)\)?(?:[ ()-]{0,2}\d){9,10}(?!\d)", re.ASCII)
_BIRTH: Final = re.compile(
    r"\b(?:d\.? ?o\.? ?b\b|date[ -]of[ -]birth|birth ?da(?:te|y)|dyddiad geni)", re.IGNORECASE
)
_DAY: Final = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ,]+(?:\d{4}|\d{2})"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\b",
    re.IGNORECASE | re.ASCII,
)
_INITIAL: Final = re.compile(r"(?<![\w.])[A-Z]\. ?(?=[A-Z][a-z'\u2019]{2})([^\W\d_]+)")
_PAIR: Final = re.compile(r"(?=\b([A-Z][^\W\d_]+(?:, | )[A-Z][^\W\d_]+)\b)")
_RUNS: Final = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_ABOUT_A_FILE: Final = frozenset(
    "quarter quarterly annual monthly weekly return returns report reports figures statistics data"
    " strategy national official published publication release edition update corrected correction"
    " draft final version copy test example faults illustrative summary overview census workbook"
    " sheet template submission january february march april may june july august september october"
    " november december jan feb mar apr jun jul aug sept sep oct nov dec placement placements"
    " performance indicators indicator dashboard committee response request information"
    " freedom".split()
)
"""Words of names of files that no person has."""


def about_one_person(text: str) -> str:
    """What makes a text about one person, in words; "" where nothing does. A name alone is not
    looked for: publications name their authors and councils their places."""
    if reason := identifiers.in_text(text):
        return reason
    if _BIRTH.search(text):
        return "a date of birth"
    if _EMAIL.search(text):
        return "an e-mail address"
    if found := identifiers.inside(text):
        return "a postcode" if found == {"postcode"} else "the number of a person"
    return "a telephone number" if _PHONE.search(text) else ""


def names_one_person(text: str) -> str:
    """The same of a text that somebody types, where no name is needed at all: also a name beside a
    day, and a surname behind an initial."""
    if found := about_one_person(text):
        return found
    surnames = (match[1].casefold() for match in _INITIAL.finditer(text))
    if any(name not in NO_NAMES | _ABOUT_A_FILE for name in surnames):
        return "what may be a name"
    pairs = (match[1] for match in _PAIR.finditer(text))
    if _DAY.search(text) and any(map(_is_name, pairs)):
        return "what may be a name beside a day"
    return ""


def is_named_after_a_person(name: str) -> bool:
    """Whether the name of a file or of a sheet may be that of a person: "Alex_Sample 2026"."""
    spaced = re.sub(r"[_\W]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))
    return bool(names_one_person(name)) or _is_name(" ".join(_RUNS.findall(spaced)))


def _is_name(text: str) -> bool:
    words = _RUNS.findall(text)
    if any(word.isupper() and len(word) <= LONGEST_LETTERS for word in words):
        return False
    ours = {word.casefold() for word in words} & _ABOUT_A_FILE
    return is_person_name(text) and not ours and find(text) is None
