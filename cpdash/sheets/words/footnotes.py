"""A printed label without the footnotes that are glued to it: "London3" is London.

Only what cannot be part of the meaning goes: "Aged 16", "CHN9" and "2018-19" stay as they are.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from cpdash.sheets.words.welsh import in_english

HIGHEST_SPACED_NOTE: Final = 15
"""A number that stands alone behind a label may be its footnote; from 16 on, more likely an age."""

LONGEST_LABEL: Final = 500
"""Characters of a label at most; what is longer is a note, and is left as it is."""

_RAISED: Final = ("<super>", "<sub>", "<circle>")
_LIST: Final = r"\d{1,2}(?:(?:\s?,\s?|\s(?:and|&)\s)\d{1,2})*"
_NOTES: Final = rf"(?:notes?\s?)?(?:{_LIST}|[a-z])"
_KEEPS_ITS_NUMBER: Final = (
    r"(?<!\bage)(?<!\baged)(?<!\bages)(?<!\bunder)(?<!\bover)(?<!\bsection)(?<!\bsections)"
    r"(?<!\btable)(?<!\btables)(?<!\band)(?<!\bor)(?<!\bto)(?<!\bof)(?<!\bthan)(?<!\bquarter)"
    r"(?<!\bgroup)(?<!\bgroups)(?<!\bpart)(?<!\byear)(?<!\byears)(?<!\bbetween)(?<!\bat)"
)
_AT_THE_END: Final = tuple(
    re.compile(pattern, re.ASCII | re.IGNORECASE)
    for pattern in (
        rf"[\s,]*\[\s?{_NOTES}\s?\]$",
        rf"\s*\(\s?(?:notes?\s?)?{_LIST}\s?\)$",
        r"\s+\([a-z]\)$",
        r"(?<=[a-z])\([a-rt-z]\)$",
        r"\s*[*\u2020\u2021#\u00a7]$",
        rf"(?<=[a-z)]){_KEEPS_ITS_NUMBER}\s\d{{1,2}}(?:\s?,\s?\d{{1,2}})+$",
        r"(?<=\))\d{1,2}(?:\s?,\s?\d{1,2})*$",
    )
)
_AFTER_A_YEAR: Final = re.compile(
    r"\d\s?(?:\((?:[bep]|[A-QS-Z])\)|\[(?:[bep]|[A-QS-Z])\])$", re.ASCII
)
"""A mark behind a year: p is provisional and no footnote, and T or F a target or forecast."""
_GLUED: Final = re.compile(r"(?<![\w])([\w'\u2019/-]*[a-z]{3})(\d{1,2}(?:\s?,\s?\d{1,2})*)$", re.I)
_CODE: Final = re.compile(r"(?<=[A-Z])\d{1,2}(?:\s?,\s?\d{1,2})*$", re.ASCII)
_SPACED: Final = re.compile(
    rf"(?<=[a-z)]){_KEEPS_ITS_NUMBER}\s(\d{{1,2}})$", re.ASCII | re.IGNORECASE
)


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """`text` on one line and in English: raised digits, which are footnotes, and invisible
    characters gone."""
    if "/" in text or "|" in text or "\n" in text or " - " in text:
        text = in_english(text)
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = "".join(" " if letter.isspace() else letter for letter in text if _is_seen(letter))
    return " ".join(unicodedata.normalize("NFKC", kept).split())


def _is_seen(letter: str) -> bool:
    """Whether a character is part of what a label says."""
    if letter.isspace():
        return True
    raised = unicodedata.decomposition(letter).startswith(_RAISED)
    return not raised and unicodedata.category(letter) not in ("Cc", "Cf", "Cn", "Co", "Cs")


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """A printed label without what is glued to its end: "Foster placements1,2 [Note 4]"."""
    label = clean(text)
    if label[-1:].isalpha():
        # No footnote ends with a plain letter.
        return label
    while len(label) <= LONGEST_LABEL and (shorter := _without_one(label)) != label:
        label = shorter
    return label


def _without_one(label: str) -> str:
    if _AFTER_A_YEAR.search(label):
        return label
    for pattern in _AT_THE_END:
        shorter = pattern.sub("", label).rstrip()
        if shorter != label and _says_something(shorter):
            return shorter
    match = _GLUED.search(label)
    if match and not _is_a_code(label[: match.end(1)].split()[-1]):
        return label[: match.end(1)]
    return label


def _says_something(label: str) -> bool:
    return any(letter.isalnum() for letter in label)


def _is_a_code(word: str) -> bool:
    """Whether a word is made to end with a number: CHN9, CLA_1to4."""
    return word.isupper() or "_" in word or any(letter.isdigit() for letter in word)


@lru_cache(maxsize=8192)
def candidates(text: str) -> tuple[str, ...]:
    """The forms of a label to look up, in this order: as it was printed, bare, and without a
    number that may be a footnote or a part of it ("Aberdeen City 5", "purchased by LA1")."""
    printed, label = clean(text), bare(text)
    if len(printed) > LONGEST_LABEL:
        return (printed,)
    if label[-1:].isalpha():
        return (printed, label) if label != printed else (printed,) if printed else ()
    forms = [printed, label]
    match = _SPACED.search(label)
    if match and 1 <= int(match[1]) <= HIGHEST_SPACED_NOTE:
        forms.append(bare(label[: match.start()]))
    if "_" not in label and " " in label:
        forms.append(_CODE.sub("", label))
    return tuple(dict.fromkeys(form for form in forms if form))
