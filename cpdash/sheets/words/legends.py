"""What publishers' marks mean: by their own legend, and where every publisher agrees."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from cpdash.sheets.words.cells import ERRORS
from cpdash.sheets.words.footnotes import clean
from cpdash.vocabulary import WITHHELD

ZERO: Final = "zero"
"""What a legend makes of a mark that stands for the number 0."""
UNCLEAR: Final = "?"
"""What a legend makes of a mark that it explains in two ways."""

MARKS: Final[dict[str, str]] = {
    mark: status
    for status, marks in {
        "c": ("c", "confidential", "suppressed", "*", "**", "***"),
        "x": ("x", "u", ".", "..", "...", ":", "dna", "na", "n/a", "n.a.", "n.a", "nc", "n/c",
              "not available", "data not available", "not collected", "not returned", "no data",
              "no return", "not known", "not recorded", "not provided", "missing"),
        "z": ("z", "not applicable"),
        "k": ("k", "low", "rounds to zero"),
    }.items()
    for mark in marks
}  # fmt: skip
"""Marks whose meaning, or at least that no number is shown, is the same for every publisher.
'-' and '#' are not: here nobody, there not collected."""
OTHER_MARKS: Final = (
    "-", "--", "\u2013", "\u2014", "#", "~", "!", "?", "s", "r", "e", "p", "b", "ns", "nd",
    "nr", "n", "nil", "f", "d", "@", "\u2020", "\u2021",
)  # fmt: skip
"""Marks that only a legend explains."""
AFTER_A_NUMBER: Final = {
    "e": "e", "est": "e", "estimate": "e", "estimated": "e", "p": "p", "provisional": "p",
    "b": "b", "r": "", "revised": "",
}  # fmt: skip


@lru_cache(maxsize=4096)
def mark_of(text: str) -> str:
    """A mark as it is looked up: "[C]" is c."""
    inner = " ".join(text.casefold().split())
    for pair in ("[]", "()"):
        if len(inner) > 2 and inner[0] == pair[0] and inner[-1] == pair[1]:
            inner = inner[1:-1].strip()
    return inner


_MEANINGS: Final = tuple(
    (status, re.compile(pattern))
    for status, pattern in (
        ("k", r"negligible|round(?:s|ed|ing)? (?:down )?to (?:zero|0|nil)|non-?zero|not zero"
              r"|less than half|(?:below|less than|under) 0\.\d"),
        ("c", r"confiden|protect|suppress|disclos|fewer than|less than|or (?:fewer|less)\b"
              r"|between [01] and|small number|not shown|withheld|\b[01] ?(?:-|to) ?\d"),
        ("x", r"not available|unavailable|missing|not (?:been )?collected|not (?:been )?provided"
              r"|not (?:been )?returned|no data|not known|unreliable|low reliability|not recorded"
              r"|did not (?:return|provide|submit|supply)|no return|not reported|no information"),
        ("z", r"not applicable|not relevant"),
        ("e", r"\bestimate"),
        ("p", r"\bprovisional"),
        ("b", r"\bbreak in"),
        ("", r"\brevised|\brevision"),
        (ZERO, r"\b(?:nil|zero|none|nought)\b"),
    )
)  # fmt: skip
"""What the words of a legend mean. In doubt the first: a number hidden is never a number 0."""
SHARES: Final = "shares"
"""What a table counts below a note that all its figures are percentages, rates or amounts."""
_ALONE: Final = re.compile(r"(?:an? |true )?(?:nil|zero|none)(?: return| value| children)?\.?")
_KNOWN: Final = "|".join(
    re.escape(mark)
    for mark in sorted((*MARKS, *OTHER_MARKS, *(e.casefold() for e in ERRORS)), key=len)[::-1]
    if " " not in mark and len(mark) < 6
)
_SAYS: Final = r"(?:\s*[=:]\s*|\s+(?:denotes?|means?|indicates?|represents?|stands? for)\s+)"
_EXPLAINED: Final = re.compile(
    rf"(?:^|[\s,;:(])(?:\[(?P<a>{_KNOWN})\]|['\"](?P<b>{_KNOWN})['\"])(?:{_SAYS}|\s+)"
    rf"|(?:^|(?<=[\s,;:(]))(?P<c>{_KNOWN}){_SAYS}"
    rf"|^(?:\((?P<d>{_KNOWN})\)|(?P<e>{_KNOWN}))\s+(?:(?:is|are|shows|-)\s+)?",
)


def legend(lines: Iterable[str]) -> dict[str, str]:
    """What a publication says that its marks mean, from its notes: mark -> status. A line is
    read as printed; where mark and meaning stand in two cells, with a space between them."""
    said: dict[str, str] = {}
    for line in lines:
        for part in _straight(line).split(";"):
            for mark, meaning, is_plain in _explained(part.strip()):
                status = _status(meaning, is_plain)
                if status is not None:
                    said[mark] = _both(said.get(mark, status), status)
    return said


def _both(first: str, second: str) -> str:
    """What a mark means that is explained twice: when it hides a number both times, that."""
    if first == second:
        return first
    return "x" if {first, second} <= set(WITHHELD) else UNCLEAR


def _straight(line: str) -> str:
    return re.sub(r"[\u2018\u2019\u201c\u201d`]", "'", clean(line)).casefold()


def _explained(line: str) -> list[tuple[str, str, bool]]:
    """The marks that a line explains, with the words for each, and whether the mark merely
    stands in front of them."""
    found = list(_EXPLAINED.finditer(line))
    ends = [*(match.start() for match in found), len(line)][1:]
    return [
        (next(mark for mark in match.groups() if mark), line[match.end() : end], bool(match["e"]))
        for match, end in zip(found, ends, strict=True)
    ]


def _status(meaning: str, is_plain: bool) -> str | None:
    """The status that words stand for; None when they say nothing of the kind."""
    for status, pattern in _MEANINGS:
        if pattern.search(meaning):
            unsure = status == ZERO and is_plain and not _ALONE.fullmatch(meaning.strip())
            return None if unsure else status
    return None


_SHOWN_AS: Final = re.compile(
    r"(?:below|less than|fewer than|under|between \d+ and|or fewer|or less|small|suppress\w*).*\b"
    r"(?:shown|given|displayed|recorded|represented|replaced|reported|rounded)\b.{0,12}\b"
    r"(?:as|by|with|to)\b\W*(\d+|zero|nil|five)\b"
    r"|^\W*(\d)\W+(?:represents|means|denotes|=|is|shows)\b.*\b(?:fewer|less|below|under|suppress)",
    re.IGNORECASE,
)
_SHARES: Final = re.compile(
    r"\b(?:all )?(?:figures|numbers|values|data|these)\b.{0,20}\b(?:are|is|in|as)\b.{0,20}"
    r"\b(?:percentages?|per ?cent|rates?|per 10?,?000|hundreds|thousands|000s|forecasts?)\b",
    re.IGNORECASE,
)


_ALL_SHARES: Final = re.compile(
    r"^\W*(?:notes?\b|n\.?b\b)?\W*(?:(?:all|these|the) )*(?:figures|numbers|values|data)?\s*"
    r"(?:(?:are|is|shown|given|expressed|presented|quoted|displayed) )*(?:in|as) (?:an? )?"
    r"(?:%|percentages?|per ?cent|proportions?|rates?|hundreds|thousands|000s|£|pounds)"
    r"|^\W*notes?\W+(?:%|percentages?|rates?) (?:of|per) "
    r"|^\W*(?:notes?\b)?\W*(?:(?:all|these|the) )*(?:figures|numbers|values) per 10?,?000",
    re.IGNORECASE,
)


def speaks_of_shares(lines: Iterable[str]) -> str:
    """Whether a note says that the figures of its sheet are no plain counts: SHARES for all of
    them, "mixed" for some that it does not tell, else ""."""
    said = [line for line in lines if _SHARES.search(line) or _ALL_SHARES.search(line)]
    if any(_ALL_SHARES.search(line) for line in said):
        return SHARES
    return "mixed" if said else ""


_WORDED: Final = {"zero": "0", "nil": "0", "five": "5"}


def shown_as(lines: Iterable[str]) -> dict[str, str]:
    """Numbers that a publication puts in the place of small ones -> `c`: no such number is one."""
    found = (next(filter(None, m.groups())) for line in lines if (m := _SHOWN_AS.search(line)))
    return {_WORDED.get(number.casefold(), number): "c" for number in found}
