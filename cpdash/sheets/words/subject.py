"""What a workbook or a table seems to be about, where it is not about children on a date.

It is asked only to say why nothing was read: "it seems to be about adoptions". What it cannot tell
it does not name.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cpdash.sheets.sheet import Sheet
from cpdash.sheets.words.cells import MONTHS
from cpdash.sheets.words.subject_words import (
    ADOPTIONS,
    ANY_TIME,
    OURS,
    STARTED,
    STOPPED,
    TABLES,
    WORKBOOKS,
)

_ON_A_DAY: Final = re.compile(
    r"looked[- ]after(?: children)? (?:as )?(?:at|on) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    rf"(?:{'|'.join(MONTHS)})(?!.*\bwho\b)",
    re.IGNORECASE,
)
_FLOWS: Final = frozenset((ANY_TIME, STARTED, STOPPED, ADOPTIONS))
"""Subjects that a table of children on a day may name as well, of the same children."""

_COVERAGE: Final = re.compile(
    r"\b(?:excluding|excludes|not including|other than)\b[^,;()]*", re.IGNORECASE
)
_AFTER_CARE: Final = re.compile(r"continuing care|after-?\s?care|care leavers", re.IGNORECASE)


def says(pattern: str, text: str) -> bool:
    """Whether a text holds the words of a pattern, in capitals or not."""
    return re.search(pattern, text, re.IGNORECASE) is not None


def table_subject(title: str) -> str | None:
    """What a table counts instead of children looked after, or young people, on a date.

    A breakdown of those children by legal status, need or provider is no other subject: None.
    """
    text = " ".join(title.split())
    covered = _COVERAGE.sub("", text)
    for subject, pattern in ((words.subject, words.pattern) for words in TABLES):
        if not says(pattern, text if subject in _FLOWS else covered):
            continue
        on_a_day = subject in _FLOWS and _ON_A_DAY.search(text)
        of_ours = subject == STOPPED and _AFTER_CARE.search(text)
        return None if on_a_day or of_ours else subject
    return None


NAME_WEIGHT, SHEET_WEIGHT, TITLE_WEIGHT, HEADING_WEIGHT = 3, 2, 3, 1
TITLE_ROWS, HEADING_ROWS = 6, 30
MOST_HEADINGS, LONGEST, LONGEST_HEADING = 400, 400, 120
ENOUGH, CLEAR = 3, 4
"""The least score that names a subject, and how far it must outdo what may be ours."""


def other_subject(name: str, sheets: Sequence[Sheet]) -> str | None:
    """What a file that nothing could be read from is about, to end "it seems to be about ...".

    None when it may be about children looked after on a date, or when it does not say.
    """
    scores: dict[str, int] = {}
    ours = 0
    for weight, text in _places(name, sheets):
        if says(OURS, text) and not table_subject(text):
            ours += weight
            continue
        for words in WORKBOOKS:
            if says(words.pattern, text):
                scores[words.subject] = scores.get(words.subject, 0) + weight
                break
    best = max(scores, key=lambda subject: scores[subject], default="")
    if not best or scores[best] < ENOUGH or scores[best] < CLEAR * ours:
        return None
    return best if 2 * scores[best] >= sum(scores.values()) else None


def _places(name: str, sheets: Sequence[Sheet]) -> Iterator[tuple[int, str]]:
    """Every text that says what a file is about, once, with the weight of its place."""
    seen: set[str] = set()
    for weight, text in _all_places(name, sheets):
        plain = " ".join(re.sub(r"[_\s]+", " ", text).split())
        if plain.casefold() not in seen:
            seen.add(plain.casefold())
            yield weight, plain


def _all_places(name: str, sheets: Sequence[Sheet]) -> Iterator[tuple[int, str]]:
    yield NAME_WEIGHT, re.sub(r"[-.]", " ", name.rsplit(".", 1)[0])
    for sheet in sheets:
        yield SHEET_WEIGHT, sheet.name
        filled = (row for row in sheet.rows if any(cell is not None for cell in row))
        for index, row in zip(range(HEADING_ROWS), filled, strict=False):
            texts = [cell for cell in row if isinstance(cell, str) and len(cell) <= LONGEST]
            if len(texts) == 1 and index < TITLE_ROWS:
                yield TITLE_WEIGHT, texts[0]
            else:
                for text in texts[:MOST_HEADINGS]:
                    if len(text) <= LONGEST_HEADING:
                        yield HEADING_WEIGHT, text
