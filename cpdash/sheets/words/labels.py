"""What a printed label names: where children live, how old they are, or another breakdown.

A label is looked up as a whole and never guessed: one that is not known is None, and one that
means different things in different countries is None until the country is known.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from cpdash.sheets.words.dates import whens
from cpdash.sheets.words.footnotes import LONGEST_LABEL, candidates, clean
from cpdash.sheets.words.label_breakdowns import BREAKDOWNS, HEADS
from cpdash.sheets.words.label_lists import (
    COUNTRIES,
    GENERAL,
    HANGS_ON_ITS_GROUP,
    NEEDS_A_GROUP,
    TOTALS_OF_A_GROUP,
    UNDER_GROUPS,
    Printed,
)
from cpdash.sheets.words.units import split_unit as split_unit
from cpdash.sheets.words.units import unit as unit


class Label(NamedTuple):
    """`category`: a code of the tree, or None for what the dashboard does not hold. `kind`:
    "category", "age", "finer" (a part of a category) or "other" (another breakdown)."""

    category: str | None
    kind: str


OTHER: Final = Label(None, "other")
FINER: Final = Label(None, "finer")
AGES: Final[dict[tuple[int, int | None], str]] = {
    (16, 16): "age_16", (17, 17): "age_17", (18, 18): "age_18", (19, 19): "age_19",
    (20, 20): "age_20", (21, 21): "age_21", (17, 18): "age_17_18", (19, 21): "age_19_21",
    (22, None): "age_22_over",
}  # fmt: skip
_ALONE: Final = range(16, 22)
"""Ages that are known as such when a label is nothing but a number."""
_SAME: Final = {"la": "local authority", "las": "local authority", "incl": "including",
                "excl": "excluding", "lac": "looked after child", "accomodation": "accommodation",
                "cla": "cla"}  # fmt: skip
_AGE: Final = re.compile(
    r"(?:(?:all |total )?(?:child|children|young people|care leaver) )?"
    r"(?P<aged>(?:now )?aged? )?"
    r"(?P<under>under |over )?(?P<first>\d{1,2})(?P<years>(?: year| yr)(?: old| of age)?)?"
    r"(?:(?P<to> to| and| or)? (?P<last>\d{1,2})"
    r"| (?:and|or) (?P<side>over|above|older|under|below))?"
    r"(?P<years2>(?: year| yr)(?: old| of age)?)?",
    re.ASCII,
)
_NUMBERED: Final = re.compile(
    r"^(?:\d{1,2}[a-z](?:\.\d{1,2}[ivx]{0,3})?[.):]?|\d{1,2}[.)]|N\d\.?|\([a-z]\)|[a-z]\))\s+", re.I
)
_YEARLESS: Final = re.compile(
    r"\s*,?\s*\b(?:as )?(?:at|on) (?:the )?31(?:st)? (?:march|july)$", re.I
)
_WRAPPED: Final = tuple(
    tuple(words.split())
    for words in (
        "of which|number of|total number of|no of|total|child|children|looked after child"
        "|looked after children|child looked after|children looked after|who were|living|placed"
        "|in|with|in a"
    ).split("|")
)
"""Words in front of a label that add nothing to it: "Total", "children in", "of which"."""


_AND_OVER: Final = re.compile(r"(?<=\d)\s?\+")
_WORDS: Final = re.compile(r"[^\W_]+")
_APOSTROPHES: Final = str.maketrans("", "", "'\u2019`")


def key(text: str) -> str:
    """A label as it is looked up: small letters, no punctuation, no plural, "22+" 22 or over."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    folded = plain.casefold().replace("&", " and ")
    if "+" in folded:
        folded = _AND_OVER.sub(" or over ", folded)
    folded = folded.translate(_APOSTROPHES).replace("(s)", "s")
    return " ".join([_word(word) for word in _WORDS.findall(folded) if word != "the"])


@lru_cache(maxsize=8192)
def _word(word: str) -> str:
    if word in _SAME:
        return _SAME[word]
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "childrens"))
    return word[:-1] if plural else word


def _keys(printed: str) -> Iterator[str]:
    return (key(label) for label in printed.split(" | "))


def _index(printed: Printed) -> dict[str, Label]:
    named = {code: FINER if code == "finer" else Label(code, "category") for code in printed}
    return {known: named[code] for code, labels in printed.items() for known in _keys(labels)}


_BREAKDOWNS: Final = {known: OTHER for printed in BREAKDOWNS for known in _keys(printed)}
_GENERAL: Final = _BREAKDOWNS | _index(GENERAL)
_BY_COUNTRY: Final = {country: _index(printed) for country, printed in COUNTRIES.items()}
_OF_COUNCILS: Final = tuple(_BY_COUNTRY[name] for name in ("Scotland", "England", "Wales"))
"""Countries that a table without any may be of; a health trust is always named."""
_BY_GROUP: Final = {group: _index(printed) for group, printed in UNDER_GROUPS.items()}
_HANGING: Final = frozenset(_keys(HANGS_ON_ITS_GROUP))
_TOTALS: Final = frozenset(_keys(TOTALS_OF_A_GROUP))
_NEEDS_A_GROUP: Final = frozenset(_keys(NEEDS_A_GROUP))
_HEADS: Final = {
    known: head for head, printed in HEADS.items() for known in _keys(printed) if known
}
_START: Final = re.compile(r"[\W_]*(?:the[\W_]+)*([^\W_]{1,2})")
_HEAD_STARTS: Final = {known[:2].rstrip() for known in _HEADS} | {word[:2] for word in _SAME}
"""The first two letters of each: most headings of a wide sheet begin otherwise."""


@lru_cache(maxsize=8192)
def find(text: str, country: str = "", group: str = "") -> Label | None:
    """What a label names, below the heading of `group` where it stands below one ("total" in any
    list of where children live); None when it is not known. Give the label as printed: a year,
    or a number in front, may matter."""
    for form in _forms(text) if len(text) <= LONGEST_LABEL else ():
        if not group and form in _NEEDS_A_GROUP:
            return None
        if label := _known(form, country, "" if group == "total" else group):
            return label
    return None


@lru_cache(maxsize=8192)
def _forms(text: str) -> tuple[str, ...]:
    """The keys to try, the most literal first."""
    printed = list(candidates(text))
    for label in tuple(printed):
        printed += [_NUMBERED.sub("", label), re.sub(r"(?<=[A-Za-z_])_?\d{4}$", "", label)]
    _, rest = whens(text)
    printed += candidates(_NUMBERED.sub("", _YEARLESS.sub("", rest)))
    literal = list(dict.fromkeys(key(label) for label in printed))
    shorter = [short for form in literal for short in _unwrapped(form)]
    return tuple(form for form in dict.fromkeys((*literal, *shorter)) if form)


def _unwrapped(form: str) -> Iterator[str]:
    """A key without the words in front that add nothing, one after the other."""
    words = tuple(form.split())
    while fits := [some for some in _WRAPPED if words[: len(some)] == some and words != some]:
        words = words[max(map(len, fits)) :]
        yield " ".join(words)
    if len(words) > 1 and words[-1] in ("total", "subtotal"):
        yield " ".join(words[:-1])


def _known(form: str, country: str, group: str) -> Label | None:
    if label := _BY_GROUP.get(group, {}).get(form):
        return label
    if group and form in _TOTALS:
        return Label(group, "category")
    if group and form in _HANGING:
        return None
    return _age(form) or _anywhere(form, country)


def _anywhere(form: str, country: str) -> Label | None:
    """The meaning in a country; without one, the meaning on which councils' countries agree."""
    if country in _BY_COUNTRY:
        return _BY_COUNTRY[country].get(form) or _GENERAL.get(form)
    said = {known[form] for known in (_GENERAL, *_OF_COUNCILS) if form in known}
    return said.pop() if len(said) == 1 else None


def _age(form: str) -> Label | None:
    """An age or a range of ages; None for a number that need not be one."""
    match = _AGE.fullmatch(form)
    if match is None:
        return None
    first, is_range = int(match["first"]), bool(match["last"])
    says_age = any(match[name] for name in ("aged", "under", "years", "years2", "side"))
    if not (says_age or (_is_a_range(match) if is_range else first in _ALONE)):
        return None
    over = match["side"] in ("over", "above", "older")
    if match["under"] or (match["side"] and not over) or match["to"] in (" and", " or"):
        return OTHER
    last = None if over else int(match["last"] or first)
    code = AGES.get((first, last))
    return Label(code, "age") if code else OTHER


def _is_a_range(match: re.Match[str]) -> bool:
    """Whether two numbers alone are ages: "19-21", and not "17-18", which may be a year."""
    return bool(match["to"]) or int(match["last"]) != int(match["first"]) + 1


AVOIDED: Final = re.compile(r"\b(la?ac|cla|units?|beds?|placements?)\b", re.IGNORECASE)
"""Words that are understood, and never suggested."""


@lru_cache(maxsize=8)
def _names(country: str) -> dict[str, str]:
    """The labels that may be suggested, by their keys."""
    return {
        key(label): label
        for printed in (GENERAL, COUNTRIES.get(country, {}))
        for code, labels in printed.items()
        if code != "finer"
        for label in labels.split(" | ")
        if "_" not in label and not AVOIDED.search(label)
    }


def nearest(text: str, country: str = "") -> tuple[str, ...]:
    """Up to three known labels that are spelled almost alike, to ask "did you mean"; never to
    assume."""
    known = _names(country)
    close = difflib.get_close_matches(key(clean(text)), known, n=3, cutoff=0.7)
    return tuple(known[one] for one in close)


@lru_cache(maxsize=8192)
def heads(text: str) -> str | None:
    """The dimension that a column's heading names: "area", "time", "category", "value" ..."""
    printed = clean(text)
    if printed == "%":
        return "percent"
    start = _START.match(printed.casefold())
    if printed.isascii() and (start is None or start[1] not in _HEAD_STARTS):
        return None
    return next((head for form in candidates(text) if (head := _HEADS.get(key(form)))), None)
