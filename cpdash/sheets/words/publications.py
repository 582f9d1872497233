"""Publications whose headings only they explain, one declaration each.

A heading is read by these where it fits one whole; a new year of a publication is a difference in
the year that its headings carry, and needs nothing here.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from cpdash.sheets.words.dates import When, when_of


class Coded(NamedTuple):
    """What a coded heading says: `pattern` fits it whole, its group `when` is the year."""

    pattern: re.Pattern[str]
    measure: str
    category: str
    unit: str


def _coded(pattern: str, category: str, unit: str = "count") -> Coded:
    return Coded(re.compile(pattern, re.IGNORECASE), "looked_after", category, unit)


_YEAR: Final = r"(?P<when>\d{4}-\d{2}|\d{4}/\d{2})"
CODED: Final = (
    # Local Government Benchmarking Framework, raw data: one row a Scottish council.
    _coded(rf"\s*no\. ?of children \(residential\) {_YEAR}\s*", "residential"),
    _coded(rf"\s*no\. ?of children \(community\) {_YEAR}\s*", "community"),
    _coded(rf"\s*CHN0?9 {_YEAR}\s*", "community", "percent"),
    # England, open data: the headline of the country, and the first file of 2010.
    _coded(r"cla_31_march(?P<when>20\d\d)?", "total"),
    _coded(r"cla_march_rate(?P<when>20\d\d)?", "total", "rate"),
    _coded(r"MarTotal_(?P<when>20\d\d)", "total"),
    # England, underlying data of the statistical first releases: one row an authority. The
    # columns without a year are of the year that the column of the total carries.
    _coded(r"CLA_Mar(?P<when>20\d\d)?", "total"),
    _coded(r"CLA_Fost(?P<when>20\d\d)?", "foster"),
    _coded(r"CLA_Adopt(?P<when>20\d\d)?", "adopters"),
    _coded(r"CLA_Parent(?P<when>20\d\d)?", "at_home"),
    _coded(r"CLA_Ocom(?P<when>20\d\d)?", "other_community"),
    _coded(r"CLA_Secure(?P<when>20\d\d)?", "homes_and_semi_independent"),
    _coded(r"CLA_Ores(?P<when>20\d\d)?", "other_residential"),
    _coded(r"CLA_RSch(?P<when>20\d\d)?", "residential_school"),
    _coded(r"CLA_OthPl(?P<when>20\d\d)?", "other"),
)
COLUMNS: Final[dict[str, dict[str, str]]] = {
    # England, open data on care leavers: what the texts of this column count.
    "in_touch": {
        "local authority in touch with care leaver": "care_leavers_in_touch",
        "total": "care_leavers",
    },
}
"""Column heading -> text in the column -> measure. Its other texts count parts of these."""

TIDY: Final = (
    # England, open data on children looked after at 31 March by characteristic. Its sister file
    # on unaccompanied asylum-seeking children says "Placements" where this one says "Placement",
    # and those on starts and on ends say "Placement group".
    (frozenset({"time_period", "cla_group", "characteristic"}), "placement", "looked_after"),
)
"""Columns that only one publication has, and a text below them -> the measure it counts where
nothing else says so."""
OTHER_TIDY: Final = re.compile(
    r"\b(start|ceas|adopt|during|reason|missing|left|placements|placement group|at least|final)",
    re.IGNORECASE,
)
"""Texts in the same columns of its sister files, which count people over a year."""


def measure_of(headings: Iterable[str], texts: Iterable[str]) -> str:
    """The measure of a table with these headings of columns and texts below them; "" where it is
    no declared one."""
    known = {heading.strip().casefold() for heading in headings}
    said = {text.strip().casefold() for text in texts}
    for needed, named, measure in TIDY:
        if needed <= known and named in said and not any(map(OTHER_TIDY.search, said)):
            return measure
    return ""


@lru_cache(maxsize=4096)
def coded(heading: str) -> tuple[tuple[When, ...], str, str, str] | None:
    """What a coded heading says: when, measure, category and unit."""
    for one in CODED:
        if match := one.pattern.fullmatch(heading):
            when = when_of(match["when"]) if match["when"] else None
            return ((when,) if when else ()), one.measure, one.category, one.unit
    return None


def from_column(heading: str, text: str) -> str | None:
    """The measure that a text in a declared column counts; "" for a part of it that the dashboard
    does not hold; None where the column is not declared."""
    known = COLUMNS.get(heading.strip().casefold())
    return None if known is None else known.get(" ".join(text.split()).casefold(), "")
