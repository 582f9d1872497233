"""What a reading holds, in words, and the name of a figure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

import pandas as pd

from cpdash.areas import AREAS
from cpdash.days import day
from cpdash.vocabulary import CATEGORIES, COLLECTIONS, MEASURES
from cpdash.wording import lower_first, number, plural

NAMED = 3
"""So many are named; more are counted."""
KINDS: Final[dict[str, tuple[str, str]]] = {
    "council": ("authority", "authorities"),
    "trust": ("trust", "trusts"),
    "region": ("region", "regions"),
    "aggregate": ("group of areas", "groups of areas"),
    "country": ("country", "countries"),
    "illustrative": ("invented council", "invented councils"),
}
SUBJECTS: Final = {
    "aftercare": "aftercare",
    "continuing_care": "continuing care",
    "care_leavers": "young people who have left care",
}
"""What a group of several measures is about, where it is not one measure's label."""


def figure_name(measure: str, category: str) -> str:
    """`Children looked after`, `In residential care`, `Young people entitled to aftercare, aged
    16`: what a figure counts."""
    label = MEASURES[measure].label
    if category == "total":
        return label
    part = CATEGORIES[category].label
    return part if measure == "looked_after" else f"{label}, {lower_first(part)}"


def listing(names: Sequence[str], most: int = NAMED) -> str:
    """`a`, `a and b`, `a, b and c`, `a, b, c and 4 more`."""
    shown = [*names[:most], f"{number(len(names) - most)} more"] if len(names) > most else names
    return " and ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def contents(figures: pd.DataFrame) -> list[str]:
    """What figures are about, one line each: `placements for South Lanarkshire at 31 July 2026,
    12 categories`, `aftercare, 2 measures`. Areas and days that are those of the line before are
    not said again; the total is not counted as a category. `figures`: FIGURE_COLUMNS."""
    groups = {code: measure.group for code, measure in MEASURES.items()}
    parts = dict(list(figures.groupby(["collection", figures["measure"].map(groups)])))
    order = [pair for pair in product(COLLECTIONS, dict.fromkeys(groups.values())) if pair in parts]
    several = len({collection for collection, _ in order}) > 1
    lines, last = [], ""
    for collection, group in order:
        part = parts[collection, group]
        of = f" ({lower_first(COLLECTIONS[collection])})" if several else ""
        where = f" for {_areas(part['area'].unique())} at {_days(part['census_date'].unique())}"
        subject, count = _subject(part, group)
        lines.append(f"{subject}{of}{'' if where == last else where}{count}")
        last = where
    return lines


def _subject(part: pd.DataFrame, group: str) -> tuple[str, str]:
    """What a group's figures count, and how finely."""
    measures = part["measure"].unique()
    categories = part.loc[part["category"].ne("total"), "category"].nunique()
    if len(measures) > 1:
        return SUBJECTS[group], f", {plural(len(measures), 'measure', 'measures')}"
    placed = group == "looked_after" and categories
    subject = "placements" if placed else lower_first(MEASURES[measures[0]].label)
    return subject, f", {plural(categories, 'category', 'categories')}" if categories else ""


def _areas(codes: Iterable[str]) -> str:
    """The areas by name where they are few; else the countries by name and the others counted."""
    areas = sorted((AREAS[code] for code in codes), key=lambda area: area.name)
    if len(areas) <= NAMED:
        return listing([area.name for area in areas])
    countries = [area.name for area in areas if area.kind == "country"]
    named = countries if len(countries) <= NAMED else []
    counts = Counter[str](area.kind for area in areas if area.name not in named)
    return listing([*named, *(plural(counts[k], *KINDS[k]) for k in KINDS if k in counts)], 9)


def _days(days: Iterable[pd.Timestamp]) -> str:
    """`31 March 2013, 2014 and 2015`, `31 March 2018 and 31 July 2018`; of more, the two ends."""
    censuses = sorted(when.date() for when in days)
    first, last = censuses[0], censuses[-1]
    if len(censuses) > NAMED:
        return f"{number(len(censuses))} censuses from {day(first)} to {day(last)}"
    yearly = len({(when.month, when.day) for when in censuses}) == 1
    return listing([day(first), *(str(w.year) if yearly else day(w) for w in censuses[1:])])
