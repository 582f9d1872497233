"""Rows that add areas up: to a country or region that they name, or to whatever stands above."""

import re
from typing import Final

from cpdash.areas.lists import Area, folded, without_notes, without_numbers
from cpdash.areas.names import LONGEST_NAME, find
from cpdash.areas.statistics import is_statistic

ADDED: Final = frozenset("total totals subtotal subtotals all overall sum grand".split())
"""Words of which one makes a label a total."""

AROUND: Final = ADDED | frozenset(
    "for of in the across sub local unitary authority authorities la las council councils area"
    " areas hsc trust trusts".split()
)
"""Words that stand before or behind the name of what is added up."""

PEOPLES: Final = {
    "scottish": "Scotland",
    "english": "England",
    "welsh": "Wales",
    "northern irish": "Northern Ireland",
    "ni": "Northern Ireland",
}
WHOLES: Final = ("country", "region", "aggregate")


def is_total(text: str) -> bool:
    """Whether a label is a total that names no area: "Total", "All councils". Of which areas
    only the table can say."""
    added, name = _taken_apart(text)
    return added and not name


def total_of(text: str, country: str = "") -> Area | None:
    """The country or region that a label is the total of: "All Welsh local authorities", "Total
    England", or plain "England". With `country` only that country and what lies in it."""
    if is_statistic(text):
        return None
    whole = find(text, country)
    if whole is None:
        added, name = _taken_apart(text)
        if added and not name and "trusts" in folded(text):
            name = "Northern Ireland"
        whole = find(PEOPLES.get(name, name), country) if added and name else None
    return whole if whole and whole.kind in WHOLES else None


def _taken_apart(text: str) -> tuple[bool, str]:
    """Whether a label says that it is a total, and the name between the words that say so."""
    if len(text) > LONGEST_NAME:
        return False, ""
    printed = without_numbers(without_notes(folded(text))).replace("&", " and ")
    words = re.findall(r"\w+", printed.replace("health and social care", "hsc"))
    first, last = 0, len(words)
    while first < last and words[first] in AROUND:
        first += 1
    while last > first and words[last - 1] in AROUND:
        last -= 1
    around = {*words[:first], *words[last:]}
    return bool(around & ADDED), " ".join(words[first:last])
