"""How dates are printed: the pieces of patterns that cpdash/sheets/words/dates.py puts together.

They are for text in small letters, where "_" is a space and every dash a hyphen.
"""

from datetime import date
from typing import Final

MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
YEAR: Final = r"(?:19[89]\d|20\d\d)"
END: Final = r"(?!\d|[.,/]\d|\s?%|[./]?[-/]\d)"
ORDINAL: Final = r"\d{1,2}(?:st|nd|rd|th)?"
IN_WORDS: Final = (
    rf"(?<![\d.,]){ORDINAL}(?:\s+of)?[\s-]*{MONTH}\.?(?:,?[\s-]*{YEAR}|(?:-|\s?')\d\d){END}"
    rf"|{MONTH}\.?\s+{ORDINAL},?\s+{YEAR}{END}"
)
ISO: Final = rf"(?<![\d.,]){YEAR}([-/])\d\d?\1\d\d?(?:[ T]\d\d:\d\d(?::\d\d)?)?{END}"
SLASHED: Final = rf"(?<![\w.,/-])\d{{1,2}}([./-])\d{{1,2}}\1(?:{YEAR}|\d\d){END}"
MONTH_YEAR: Final = rf"(?<![a-z]){MONTH}\.?(?:[\s-]*{YEAR}|(?:-|\s?'|)\d\d){END}"
ONE_YEAR: Final = rf"(?<![\d.,$\u00a3/]){YEAR}{END}"
TO: Final = r"\s*(?:\bto\b|\buntil\b|\band\b|-)\s*"
BOTH: Final = rf"(?:fye?\s?)?{YEAR}\s?[-/]\s?(?:{YEAR}|\d\d){END}"
MARKS: Final = {
    "p": "p", "provisional": "p", "e": "e", "est": "e", "estimate": "e", "estimated": "e",
    "b": "b", "break": "b", "r": "", "revised": "", "final": "",
}  # fmt: skip
MARK: Final = rf"(?P<mark>\s?[\[(](?:{'|'.join(MARKS)})[\])]|(?<=\d)[per](?![a-z]))?"
AT: Final = r"(?:\b(?:position\s+)?(?:as\s+)?(?:at|on|of)\s+|\bas\s+)?(?:\bthe\s+)?"
ENDING: Final = (
    r"(?:\b(?:the\s+)?(?:financial\s+|reporting\s+)?(?:years?|quarters?|period)\s+"
    r"(?:ended|ending|to)\s+)?"
)
LEAD: Final = ENDING + AT
QUARTER: Final = r"\b(?:q|qtr|quarter)\s?[1-4]\b"
UNSAID: Final = (
    r"since|before|after|until|till|prior\s+to|up\s+to|from|published(?:\s+(?:on|in))?|updated"
    r"(?:\s+on)?|update:?|published:|issued|released?|publication|revised|born|act|order|ca"
    r"|regulations|over|under|than|about|nearly|almost|table|figure|chart|section|note|version|v"
)
"""Words in front of a date that is not when children were counted: "published April 2025"."""

ANY: Final = "|".join((IN_WORDS, MONTH_YEAR, BOTH, ONE_YEAR))
FULL: Final = rf"(?:{IN_WORDS}|{SLASHED.replace(chr(92) + '1', '[./-]')}|{MONTH_YEAR})"
PART: Final = rf"(?:{ORDINAL}\s+)?{MONTH}"
_LED_YEAR: Final = r"(?:\b(?:the\s+)?(?:reporting\s+|census\s+)?y(?:ea)?r?s?:?\s?)?"

_DAYS_APART: Final = (
    rf"(?=.*(?:{'|'.join(MONTHS)}|\d[./-]\d\d?[./-]\d))(?=.*(?:\bto\b|until|and|-))"
)
"""A month or a day in numbers, and a word between two."""

PHRASES: Final = (
    (
        "no census",
        rf"\b(?:{UNSAID})\s",
        rf"\b(?:{UNSAID})\s+(?:the\s+)?(?:{FULL}|{BOTH}|{ONE_YEAR})(?!{TO}\d)",
    ),
    ("span", r"\bbetween\b", rf"\bbetween\s+(?:{ANY}|{PART})\s+and\s+(?:{ANY})"),
    ("span", _DAYS_APART, rf"(?:\bfrom\s+)?{LEAD}(?:{FULL}|{PART}){TO}{AT}{FULL}"),
    ("span", _DAYS_APART, rf"{LEAD}{FULL}\s*(?:\bto\b|-)\s*{ONE_YEAR}"),
    ("span", "", rf"(?:\bfrom\s+)?\b{BOTH}{TO}{BOTH}"),
    ("quarter", "", rf"{QUARTER}[\s,:-]*(?:of\s+)?(?:{BOTH}|{ONE_YEAR})"),
    ("quarter", "", rf"(?:{BOTH}|{ONE_YEAR})[\s,:-]*{QUARTER}"),
    ("iso", "", rf"{LEAD}{ISO}"),
    ("numbers", "", rf"{LEAD}{SLASHED}"),
    ("words", "", rf"{LEAD}(?:{IN_WORDS}){MARK}"),
    ("month", "", rf"{LEAD}{MONTH_YEAR}{MARK}"),
    ("two years", "", rf"{ENDING}(?<![\d.,$\u00a3/]){BOTH}{MARK}"),
    ("two years", "", rf"(?:\bfrom\s+)?{ENDING}{ONE_YEAR}\s*(?:\bto\b|-)\s*{YEAR}{END}{MARK}"),
    ("six digits", "", rf"(?<!\d)20\d{{4}}(?!\d|[.,]\d){MARK}"),
    ("unclear", "", rf"{_LED_YEAR}(?<![\d.,$\u00a3/])fye?\s?{YEAR}{END}"),
    ("year", "", rf"{_LED_YEAR}{ONE_YEAR}{MARK}"),
)
"""Kinds of phrase, what a text must hold for one, and their patterns; the more telling first: a
range before its years."""


def printed(day: date) -> str:
    """A cell that is a day, as text. A spreadsheet makes the first of July of a typed "Jul-19",
    which may mean any day of it: then a range, which is no census."""
    if day.day > 1:
        return f"{day:%Y-%m-%d}"
    return f"{day:%B} to {day:%B} {day.year}"
