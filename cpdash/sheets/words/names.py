"""What the names of sheets and files say besides whom, where and when, and what is ordinary.

A sheet is named by whoever divided the workbook: every word of its name must be known. A file may
be called anything, so of its words only those count that stand beside the people it names, or
that are written like a name of their own.
"""

import re
from pathlib import PurePath
from typing import Final

from cpdash.sheets.words import labels
from cpdash.sheets.words.dates import COUNTRIES, whens
from cpdash.sheets.words.neutral import FAMILIES, OF_CENSUS, PUBLISHING, without_areas
from cpdash.sheets.words.office import OF_PAPERS, OFFICE
from cpdash.sheets.words.overtime import OVER_TIME
from cpdash.sheets.words.populations import LOOKED_AFTER
from cpdash.sheets.words.titles import DIVIDED, YOUNG, of_title
from cpdash.sheets.words.yearless import without

KNOWN: Final = PUBLISHING | DIVIDED | OF_CENSUS | OFFICE
_NUMBERED: Final = re.compile(r"([A-Za-z]+)\d+[a-z]?")
_OF_LAW_OR_AGE: Final = re.compile(r"[SUPY]\d{1,2}", re.IGNORECASE)
_SECTION: Final = re.compile(r"\bsections?[ _-]?(?=\d)", re.IGNORECASE)
"""What looks like the number of a sheet and is no such thing: section 25, under five, year 7."""
_CODE: Final = re.compile(r"[A-Z]{1,5}\d+[a-z]?")
"""How publishers number their sheets: LAA3, CARE0023."""
_INITIALS: Final = re.compile(r"(?!UASC)[A-Z]{1,4}C")
"""How councils are called for short: SLC, GCC."""
_FORMULA: Final = re.compile(r"[=+@-]\w+\(.*\)")
"""A name that reads like a formula says nothing about people."""
_SPACES: Final = re.compile(r"[\W_]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
MONEY: Final = re.compile(r"[£$€]")
SHORTEST: Final = 3


def strange_sheet(name: str, titles: str, country: str) -> str:
    """The words of a sheet's name that are not understood; those of its `titles` are."""
    if labels.find(name, country) is not None or _is_ours(name) or _FORMULA.fullmatch(name):
        return ""
    if MONEY.search(name) or OVER_TIME.search(name):
        return name
    words = _rest(name)
    if [word.casefold() for word in words] == FAMILIES:
        return name
    known = KNOWN | set(_SPACES.split(titles.casefold()))
    return " ".join(word for word in words if word.casefold() not in known)


def strange_file(name: str) -> str:
    """The words of a file's name that may say that it is about some of the children only."""
    stem = re.sub(r"(?:\.[A-Za-z]{3,4})+$", "", PurePath(name.replace("\\", "/")).name)
    spaced = _SPACES.sub(" ", stem).strip()
    words = [word for word in _rest(stem) if word.casefold() not in KNOWN | OF_PAPERS]
    if MONEY.search(stem):
        return stem
    if not words or _is_ours(spaced):
        return ""
    plain = spaced.casefold()
    is_label = any(labels.find(spaced, country) for country in ("", *COUNTRIES))
    if is_label or LOOKED_AFTER.search(plain) or YOUNG.search(plain):
        return " ".join(words)
    return " ".join(word for word in words if word.istitle())


def _is_ours(name: str) -> bool:
    found = of_title(name)
    return found is not None and bool(found.measure)


def _rest(name: str) -> list[str]:
    """The words of a name without dates, areas, codes, numbers and initials."""
    _, rest = whens(_SECTION.sub("s", name.replace("&", " and ").replace("_", " ")))
    words = [word for part in _SPACES.split(without(rest)) for word in _CAMEL.split(part)]
    return [word for word in map(_word, without_areas(words)) if word]


def _word(text: str) -> str:
    """A word of a name without the number glued to it; "" for a code, a number or initials."""
    if _OF_LAW_OR_AGE.fullmatch(text):
        return text
    if len(text) < SHORTEST or text[0].isdigit() or _INITIALS.fullmatch(text):
        return ""
    match = _NUMBERED.fullmatch(text)
    word = match[1] if match else text
    known = {"AREA", "TEAM", "WARD", "AGE", "AGED", "OVER", "UNDER", "ZONE", "HOME", "YEAR"}
    if match and _CODE.fullmatch(text) and word not in known:
        return ""
    return word if word.isalpha() else ""
