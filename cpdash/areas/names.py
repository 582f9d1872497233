"""Which area a text or the codes of a row mean: exactly, or not at all."""

import difflib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from cpdash.areas.lists import (
    OFFICIAL_CODE,
    Area,
    folded,
    lists,
    plain,
    without_notes,
    without_numbers,
)
from cpdash.areas.statistics import is_statistic

LONGEST_NAME: Final = 120
"""Letters of a text that may be a name; a longer one is a sentence."""
SHORTEST_NUMBERED: Final = 4
"""Letters of a name from which a footnote's number is taken off."""

BEFORE: Final = (
    *("the ", "london borough of ", "lb of ", "lb ", "royal borough of ", "borough of "),
    *("metropolitan borough of ", "county borough of "),
)
AFTER: Final = (
    *(" council", " city council", " county council", " borough council", " county borough"),
    *(" county borough council", " metropolitan borough council", " metropolitan borough"),
    *(" metropolitan district council", " metropolitan district", " city and county council"),
    *(" borough", " london borough", " unitary authority", " local authority", " mbc", " mdc"),
    *(" cbc", " ua", " lb"),
)
"""Words that councils put around their name; what is left must be a council's name exactly."""

OLD_CODE: Final = re.compile(r"(\d{3})(?:\.0)?", re.ASCII)
SIZES: Final = {"council": 0, "trust": 0, "illustrative": 0, "aggregate": 1, "region": 2}
"""What lies within what: a code of the first kind says more than one of the last."""


class Conflict(NamedTuple):
    """Two areas that a row may be about: its code's and its name's; or two that share a name."""

    by_code: Area
    by_name: Area


def find(text: str, country: str = "", when: date | None = None) -> Area | None:
    """The area of a code, a name or a known spelling, however it is punctuated.

    With `country` only its own areas, and names that are clear only there. With `when` only areas
    that stood on that day: "Dorset" was another council until 2019.
    """
    meanings = _meanings(text, country, when)
    return meanings[0] if meanings else None


def _meanings(text: str, country: str, when: date | None) -> tuple[Area, ...]:
    meanings = _named(text, country)
    return meanings if when is None else tuple(area for area in meanings if area.stood(when))


@lru_cache(maxsize=8192)
def _named(text: str, country: str) -> tuple[Area, ...]:
    """The areas that share a name, today's first."""
    if len(text) > LONGEST_NAME:
        return ()
    found = (_exactly(form, country) or _undressed(form, country) for form in _forms(text))
    return next(filter(None, found), ()) or _in_two_languages(text, country)


def _in_two_languages(text: str, country: str) -> tuple[Area, ...]:
    """The areas that both halves of a text name: "Caerdydd / Cardiff"."""
    one, _, other = (half.strip() for half in text.partition("/"))
    same = one and other and _named(one, country) == _named(other, country)
    return _named(one, country) if same else ()


def _forms(text: str) -> Iterator[str]:
    """A text as it stands, then without footnotes, then without a number glued to it."""
    printed = folded(text)
    yield printed
    bare = without_notes(printed)
    if bare != printed:
        yield bare
    unnumbered = without_numbers(bare)
    if unnumbered != bare and sum(map(str.isalpha, unnumbered)) >= SHORTEST_NUMBERED:
        yield unnumbered


def _exactly(text: str, country: str) -> tuple[Area, ...]:
    key = plain(text)
    found = lists().named.get(key, ())
    if not country:
        return found
    own = tuple(area for area in found if area.country == country)
    return own or lists().within.get((country, key), ())


def _undressed(text: str, country: str) -> tuple[Area, ...]:
    """The councils of a name with the words that councils put around it."""
    words = " ".join(re.findall(r"\w+", text.replace("&", " and ")))
    if not words.startswith(BEFORE) and not words.endswith(AFTER):
        return ()
    starts = [words, *(words.removeprefix(word) for word in BEFORE if words.startswith(word))]
    for start in starts:
        for rest in (start, *(start.removesuffix(word) for word in AFTER if start.endswith(word))):
            found = _exactly(rest, country)
            if found and found[0].kind in ("council", "illustrative"):
                return found
    return ()


def nearest(text: str) -> Area | None:
    """The area whose spelling is closest to `text`, to ask "did you mean"; never to assume."""
    key = plain(without_notes(folded(text))).removeprefix("the").removesuffix("council")
    close = difflib.get_close_matches(key[:LONGEST_NAME], lists().named, n=1, cutoff=0.7)
    return lists().named[close[0]][0] if close else None


def by_codes(
    codes: Iterable[str], name: str, country: str = "", when: date | None = None
) -> Area | Conflict | None:
    """The area of a row by its codes, and by its name where they leave it open.

    An official code, new or former, says more than a name; of several the smallest area counts.
    Three old digits only confirm an English name, or stand for a missing one. None: no area, or
    a code that is not known, which may be of any other place of that name.
    """
    if is_statistic(name):
        return None
    printed = [code.strip().upper() for code in codes]
    official = [code for code in printed if OFFICIAL_CODE.fullmatch(code) or code in lists().codes]
    old = _old_area(printed, country)
    named = _meanings(name, country, when)
    if any(code not in lists().codes for code in official):
        return None
    if official:
        return _agreed(_smallest([lists().codes[code] for code in official]), named)
    if not name.strip():
        return old
    if old and old in named:
        return old
    if old and named and named[0].country == old.country and named[0].kind == "council":
        return Conflict(old, named[0])
    return Conflict(named[1], named[0]) if len(named) > 1 else (named[0] if named else None)


def _old_area(codes: list[str], country: str) -> Area | None:
    """The area of the first three-digit code, all of which are English."""
    if country not in ("", "England"):
        return None
    numbers = [match[1] for code in codes if (match := OLD_CODE.fullmatch(code))]
    return lists().old_codes.get(numbers[0]) if numbers else None


def _smallest(areas: list[Area]) -> Area | Conflict:
    """The area that lies within all the others of one row."""
    smallest = min(areas, key=lambda area: SIZES.get(area.kind, 3))
    for area in areas:
        if area != smallest and not _within(smallest, area):
            return Conflict(area, smallest)
    return smallest


def _within(small: Area, large: Area) -> bool:
    """Whether one area lies in another. Publishers do not agree on which boroughs are Inner
    London, so any of London's counts as lying in either."""
    if large.country == "United Kingdom":
        return True
    if large.kind == "country":
        return small.country == large.country
    if large.kind == "aggregate":
        return small.kind == "council" and small.region == large.region
    return large.kind == "region" and small.region == large.name


def _agreed(coded: Area | Conflict, named: tuple[Area, ...]) -> Area | Conflict:
    """The area of a code, unless the name is another's. Inner London is printed with the code
    of London, and is itself all the same."""
    if isinstance(coded, Conflict) or not named or coded in named:
        return coded
    if named[0].kind == "aggregate" and _within(named[0], coded):
        return named[0]
    return Conflict(coded, named[0])
