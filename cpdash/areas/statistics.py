"""Rows and columns that stand beside areas and are none: averages, ranks, comparators."""

import re
from functools import lru_cache
from typing import Final

from cpdash.areas.lists import folded, without_notes, without_numbers

ANYWHERE: Final = frozenset(
    "max maximum min minimum median mean average averages avg quartile quartiles decile percentile"
    " rank ranking benchmark benchmarks comparator comparators neighbour neighbours stdev".split()
)
"""Words that make any label a statistic about areas."""

PHRASES: Final = ("standard deviation", "std dev", "st dev", "confidence interval")
"""The same, of several words."""

LEFT_OVER: Final = ("rest of", "other", "outside", "outside of", "placed outside of")
"""Words in front of places that are not the ones of the table."""

PLACES: Final = (
    *("scotland", "england", "wales", "great britain", "gb", "uk", "the uk", "united kingdom"),
    *("the united kingdom", "areas", "authorities", "local authorities", "las", "councils"),
    *("trusts", "boroughs", "regions", "countries"),
)

ALONE: Final = (
    *("family group", "lgbf family group", "similar councils", "similar authorities", "peer group"),
    *("peers", "target", "difference", "change", "% change", "percentage change", "range"),
    *("number of authorities", "number of local authorities", "number of councils"),
)
"""Labels that are a statistic when nothing else is said but a number: Family group 3."""

_WHOLE: Final = frozenset((*ALONE, *(f"{word} {place}" for word in LEFT_OVER for place in PLACES)))


@lru_cache(maxsize=8192)
def is_statistic(text: str) -> bool:
    """Whether a label is of a figure about areas, such as their median, and never an area's own."""
    words = re.findall(r"[\w%]+", without_numbers(without_notes(folded(text))))
    if not ANYWHERE.isdisjoint(words):
        return True
    label = " ".join(words)
    return label in _WHOLE or any(f" {phrase} " in f" {label} " for phrase in PHRASES)
