"""The list of areas, `data/areas.csv`, read once, when it is first asked for.

Codes are those of the Office for National Statistics; Northern Ireland's trusts have none and go
by their abbreviation. Family groups are the Improvement Service's for children's, social work and
housing measures ("How do we compare councils"): four groups of eight, from the most affluent (1)
to the most deprived (4).
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, get_args

Kind = Literal["council", "trust", "region", "aggregate", "country", "illustrative"]
"""A trust is one of Northern Ireland's health and social care trusts, which look after children
there. An aggregate is several areas counted together: Inner London, Great Britain."""

FAMILY_GROUP = "family_group"
"""Stands for the others of an area's family group where a plan compares with them."""

FILE: Final = Path(__file__).parents[2] / "data" / "areas.csv"
OFFICIAL_CODE: Final = re.compile(r"[EKNSWX]\d{8}", re.ASCII)
NOTE: Final = re.compile(
    r"\s*(?:\[[\w,\s]{1,20}\]|\((?:notes?\s)?[\d,\s]{1,9}\)|\([a-z]{1,2}\)|[*\u2020\u2021#^])$"
)
"""A footnote behind a name: [Note 4], (1, 2), (r), an asterisk."""
NUMBER: Final = re.compile(r"(?<=[^\W\d])\s?\d{1,2}(?:\s?,\s?\d{1,2})*$")
"""One that has lost its brackets: London3, Aberdeen City 5."""


@dataclass(frozen=True)
class Area:
    """A place that figures are about. `illustrative` is invented, and so are its figures.

    `spellings` include former codes of the same territory; `spellings_within` are understood only
    in a table of the area's own country: "Northern" is a trust there. A council whose territory
    changed is an area of its own: `since` and `until` are its first and its last day. `old_code`
    is the three digits of English returns.
    """

    code: str
    name: str
    country: str
    kind: Kind
    spellings: tuple[str, ...] = ()
    family_group: str | int | None = None
    region: str = ""
    since: date | None = None
    until: date | None = None
    old_code: str = ""
    spellings_within: tuple[str, ...] = ()
    source: str = ""

    def stood(self, when: date) -> bool:
        """Whether there was such an area on a day."""
        return (self.since or date.min) <= when <= (self.until or date.max)


@dataclass(frozen=True)
class Lists:
    """The areas by whatever they are looked up by: current code; current or former code; three
    digits; plain spelling; country and plain spelling."""

    by_code: Mapping[str, Area]
    codes: Mapping[str, Area]
    old_codes: Mapping[str, Area]
    named: Mapping[str, tuple[Area, ...]]
    within: Mapping[tuple[str, str], tuple[Area, ...]]


@lru_cache(maxsize=1)
def lists() -> Lists:
    """The list of areas. Every name leads to the areas that share it, today's first."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        areas = [_area(row) for row in csv.DictReader(lines)]
    named: dict[str, tuple[Area, ...]] = {}
    within: dict[tuple[str, str], tuple[Area, ...]] = {}
    codes: dict[str, Area] = {}
    for area in sorted(areas, key=lambda area: area.until is not None):
        for key in _plain_once((area.code, area.name, *area.spellings)):
            named[key] = (*named.get(key, ()), area)
        for key in _plain_once(area.spellings_within):
            within[area.country, key] = (*within.get((area.country, key), ()), area)
        codes |= {text: area for text in area.spellings if OFFICIAL_CODE.fullmatch(text)}
    by_code = {area.code: area for area in areas}
    old_codes = {area.old_code: area for area in areas if area.old_code}
    return Lists(by_code, codes | by_code, old_codes, named, within)


def _plain_once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(map(plain, texts)))


def _area(row: Mapping[str, str]) -> Area:
    kinds: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
    return Area(
        code=row["code"],
        name=row["name"],
        country=row["country"],
        kind=kinds[row["kind"]],
        spellings=_parts(row["spellings"]),
        family_group=int(row["family_group"]) if row["family_group"] else None,
        region=row["region"],
        since=_day(row["since"]),
        until=_day(row["until"]),
        old_code=row["old_code"],
        spellings_within=_parts(row["spellings_within"]),
        source=row["source"],
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


class _Areas(Mapping[str, Area]):
    def __getitem__(self, code: str) -> Area:
        return lists().by_code[code]

    def __iter__(self) -> Iterator[str]:
        return iter(lists().by_code)

    def __len__(self) -> int:
        return len(lists().by_code)


AREAS: Final[Mapping[str, Area]] = _Areas()
"""Every area by its code, councils first, the illustrative one last. Reads the list when it is
first asked."""


def folded(text: str) -> str:
    """`text` in small letters, with one form for letters that look alike."""
    return unicodedata.normalize("NFKC", text).casefold()


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """`text` as it is looked up: small letters and digits only, '&' the same as 'and'."""
    return "".join(letter for letter in folded(text).replace("&", "and") if letter.isalnum())


def without_notes(text: str) -> str:
    """A folded text without the footnotes behind it."""
    bare = text.strip()
    while shorter := NOTE.sub("", bare):
        if shorter == bare:
            break
        bare = shorter
    return bare


def without_numbers(text: str) -> str:
    """A text without the footnote's number that its last word ends in."""
    return NUMBER.sub("", text)
