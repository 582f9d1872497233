"""Lines of text between the rows of a table: which of them hold for the rows further down."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from cpdash.sheets.tables.attributes import Attributes
from cpdash.sheets.words import meaning
from cpdash.sheets.words.answered import answered

MONEY: Final = re.compile(r"[£$€]|\b(costs?|spend(ing)?|spent|budgets?|expenditure|fees)\b", re.I)
"""A line that says in what the numbers below it are counted."""
AREA_GROUP: Final = re.compile(
    r"(?:(?:all|the|local|unitary|county|shire|metropolitan|borough|district|city|london|inner|outer"
    r"|north|south|east|west|northern|southern|eastern|western|central|midlands?|islands?|highlands?"
    r"|authorit(?:y|ies)|councils?|boroughs?|districts?|counties|unitaries|regions?|and|of|the|trusts?"
    r"|family|group|health|social|care|areas?|\d)\W*)+",
    re.IGNORECASE,
)
"""A line over rows of areas that says which areas they are."""

Lines = tuple[str, ...]


def below(above: Lines, lines: Lines, country: str) -> Lines:
    """The lines that a row stands under: new `lines`, and what they leave of those `above` them.

    A line ends the last one that says the same sort of thing, and whatever stood below that: a
    new date ends the date and the group of places under it, a new group of places only the
    group. So "Girls" holds for every group of places below it until other people are named.
    """
    new = {sort for line in lines for sort in _sorts(line, country)}
    ended = (at for at, line in enumerate(above) if new & _sorts(line, country))
    return (*above[: next(ended, len(above))], *lines)


def divides(line: str, country: str) -> bool:
    """Whether a line is about some of the rows' people or places, so that a total below it may be
    theirs or everyone's; not one that says only when, or what sort of number."""
    return not _sorts(line, country) <= {"time", "unit"}


def add_lines(
    found: Attributes, lines: Lines, area: str | None, country: str, answers: Mapping[str, str]
) -> str:
    """Add what the lines over a row say. `area` is the row's own, "" where the rows name none and
    the lines may, None where others do; `answers` as of `gather`. Returns the category that the
    lines name, "" for none."""
    group = ""
    for line in lines:
        said = answered(meaning.of(line, country), answers)
        if said.unknown and area and AREA_GROUP.fullmatch(line):
            continue
        if said.area and area == "":
            found.area = said.area
        found.add(replace(said, text="", area="") if said.area else said)
        if said.label and said.label.kind == "category" and said.label.category:
            group = said.label.category
    return group


def _sorts(line: str, country: str) -> set[str]:
    """What sorts of thing a line says."""
    said = meaning.of(line, country)
    label = said.label
    is_place = label is not None and label.kind == "category" and label.category is not None
    whole = label is not None and label.category == "total"
    known = {
        "unit": bool(said.unit or (said.unknown and MONEY.search(line))),
        "time": bool(said.whens or said.days),
        "area": bool(said.area),
        "head": bool(said.head),
        "place": is_place,
        "people": said.unknown or said.statistic or whole or bool(label and not is_place),
    }
    return {sort for sort, is_so in known.items() if is_so} - (
        {"people"} if known["unit"] and said.unknown else set()
    )
