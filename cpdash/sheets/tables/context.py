"""What the lines above a table, the name of its sheet and the name of its file say of all of it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from pathlib import PurePath
from typing import Final

from cpdash import areas
from cpdash.areas import AREAS, Area
from cpdash.sheets.words import labels, yearless
from cpdash.sheets.words.dates import When, census_date, whens, whens_in_file_name
from cpdash.sheets.words.neutral import is_of_a_paper, may_date, may_date_name, says_nothing
from cpdash.sheets.words.populations import Population, population
from cpdash.sheets.words.titles import ANOTHER, INVENTED, ONLY_SOME, RATES, of_title

NOTE: Final = re.compile(
    r"\s*(\d+\s*[.):]\s(?=.{25})|\[?note|notes?\b|(data )?source|back to|return to|contents|"
    r"completed by|prepared (by|for)|"
    r"this (table|sheet|work)|published|released|last updated|updated|date of|date produced|"
    r"produced|extract|next |contact|telephone|e-?mail|©|crown|some |for more|"
    r"see |the (data|figures|table)|figures (may|have|are|exclude|include)|data (are|is|as|for)|"
    r"percentages (may|have|are)|rounded|numbers have|"
    r"[*.\-:~#]{1,3}\s|\(?[a-z]\)?\s*[=:-]\s|\[\w\])",
    re.IGNORECASE,
)
"""How a line begins that explains figures rather than naming them."""
BETWEEN: Final = re.compile(r"[,:;()\u2013\u2014|]|\s-\s|\b(?:in|for|of|by|at|on)\b")
"""What stands between the parts of a title."""
ENDS: Final = {"Scotland": ((3, 31), (7, 31)), "": ((3, 31),)}
"""Days on which a reporting year such as 2019-20 may end, by country."""
OF_LAW: Final = re.compile(r"\bact\b|\bregulations\b", re.IGNORECASE)
"""The name of a law may hold that of a country."""
ONLY: Final = (ONLY_SOME, INVENTED, RATES, "unaccompanied asylum-seeking children only")
"""Populations that hold for all of a file or sheet whatever else its titles say."""
LONGEST_TITLE: Final = 220


@dataclass(frozen=True)
class Context:
    """`population`: who is counted, None where nothing says; `when`: the one date that is named;
    `area`: a code, "" for none; `country`: the one that most of the file is about; `anniversary`:
    month and day that dates without them mean; `unit`: count or percent where the title says so;
    `labels`: the titles, and the name of the sheet, that say which of the people everything in the
    table is about; `unclear`: a line that may say so and is not understood."""

    population: Population | None = None
    when: When | None = None
    area: str = ""
    country: str = ""
    anniversary: tuple[int, int] | None = None
    unit: str = ""
    labels: tuple[str, ...] = ()
    unclear: str = ""

    def census(
        self, when: When | None, country: str, day: tuple[int, int] | None = None
    ) -> date | None:
        """The day of the census that a date means in a country; None where it means none. `day`:
        month and day that stand beside it, where they do."""
        if when is None or when.day is not None:
            return when.day if when else None
        of_year = day or self.anniversary
        if of_year is None or (not day and _before_2010(when.year or when.last_year, country)):
            return census_date(when, country)
        if when.last_year and of_year not in ENDS.get(country, ENDS[""]):
            return None
        year = when.year or when.last_year
        return _day(year, of_year) if year else census_date(when, country)


def _named(context: Context) -> Context:
    """The context that a name gives: one that is not understood is no title, and says nothing."""
    found = context.population
    unclear = found is not None and found.other == ANOTHER
    return replace(context, population=None) if unclear else context


def _before_2010(year: int | None, country: str) -> bool:
    """Scotland's census moved in 2010: one line that names a day speaks of the years since."""
    return country == "Scotland" and year is not None and year < 2010


def _day(year: int, anniversary: tuple[int, int]) -> date | None:
    try:
        return date(year, *anniversary)
    except ValueError:
        return None


def of_table(
    lines: Iterable[str], sheet: str, file: str, sheet_lines: Iterable[str], country: str
) -> Context:
    """The context of a table: `lines` stand above it, `sheet_lines` at the top of its sheet. What
    stands nearer counts before what stands further away."""
    own, top = _titles(lines), _titles(sheet_lines)
    stem = re.sub(r"[_\-.]+", " ", PurePath(file).stem)
    read = [
        _of_lines(own, country),
        _of_lines(top, country),
        _named(_of_lines([sheet], country, name=True)),
        _named(_of_lines([stem], country, file)),
    ]
    unclear = _unclear(own, top, country)
    first = read[0]
    for further in read[1:]:
        first = replace(
            first,
            population=first.population or further.population,
            when=first.when or further.when,
            area=first.area or further.area,
            anniversary=first.anniversary or further.anniversary,
            unit=first.unit or further.unit,
        )
    country = AREAS[first.area].country if first.area else country
    some = next((f for f in read if _only_some(f, f is read[2])), None)
    return replace(
        first,
        population=some.population if some else first.population,
        country=country,
        labels=tuple(text for text in (*(own or top), sheet) if _is_label(text, country)),
        unclear="" if some else unclear,
    )


def _unclear(own: list[str], top: list[str], country: str) -> str:
    """The first line that may say whom a table counts and is not understood: of its `own`, the
    lowest first, else of those at the `top` of its sheet. Over a line that says whom, there may
    also be words of the paper that it stands in."""
    own = own or top
    below = list(takewhile(_names_nobody, reversed(own)))
    named = len(below) < len(own)
    for line in below:
        if not _is_label(line, country) and not says_nothing(line, below=named):
            return line
    heading = list(takewhile(_names_nobody, top))
    above = [*own[: len(own) - len(below)], *(heading if len(heading) < len(top) else [])]
    strange = (line for line in above if _names_nobody(line) and not _is_label(line, country))
    return next((line for line in strange if not is_of_a_paper(line)), "")


def _names_nobody(line: str) -> bool:
    return of_title(line) is None


def _only_some(context: Context, of_sheet: bool) -> bool:
    """Whether a title or name takes some of the children, or the name of a sheet quite others."""
    found = context.population
    return found is not None and (found.other in ONLY or (of_sheet and bool(found.other)))


def _is_label(text: str, country: str) -> bool:
    """Whether a title is the name of a kind of place or of some of the children."""
    if "_" in text:
        return False
    label = labels.find(text, country)
    return label is not None and label.category != "total"


def country_of(texts: Iterable[str]) -> str:
    """The country that most of the areas named in a file belong to; "" where there is none."""
    counted = Counter(area.country for text in texts if (area := areas.find(text)))
    most = counted.most_common(1)
    return most[0][0] if most and most[0][1] * 2 > sum(counted.values()) else ""


def _titles(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if line and len(line) <= LONGEST_TITLE and not NOTE.match(line)]


def _of_lines(lines: list[str], country: str, file: str = "", name: bool = False) -> Context:
    dating = may_date_name if name else may_date
    dated = [line for line in lines if dating(line) or _counts_ours(line)]
    dates = {when for line in dated for when in whens(line)[0]}
    if file:
        dates = set(whens_in_file_name(file)) if may_date_name(lines[0]) else set()
    days = {found for line in dated for found in yearless.days(line)}
    days = days or {found for line in lines for found in yearless.quarters(line)}
    populations = [found for line in lines if (found := of_title(line))]
    others = [found for found in populations if not found.measure]
    places = {place for line in lines if (place := _area(line, country))}
    units = {unit for line in lines if (unit := labels.split_unit(line)[0] or labels.unit(line))}
    return Context(
        population=next(iter(others or populations), None),
        when=next(iter(dates)) if len(dates) == 1 else None,
        area=next(iter(places)) if len(places) == 1 else "",
        anniversary=next(iter(days)) if len(days) == 1 else None,
        unit=next(iter(units)) if len(units) == 1 else "",
    )


def _counts_ours(line: str) -> bool:
    found = of_title(line)
    return found is not None and bool(found.measure)


def _area(line: str, country: str) -> str:
    """The one area that a line names: on its own, behind "Coverage:", or at its end."""
    _, rest = whens(line)
    rest = "" if OF_LAW.search(line) else yearless.without(rest)
    parts = [part.strip() for part in BETWEEN.split(rest)]
    found = {area.code for part in parts if part and (area := _named_by(part, country))}
    smallest = {code for code in found if AREAS[code].kind not in ("country", "region")}
    chosen = smallest or found
    return next(iter(chosen)) if len(chosen) == 1 else ""


def _named_by(part: str, country: str) -> Area | None:
    """The area that a part of a title is, or has in front of whom it counts: "Fife Council looked
    after children"."""
    words = part.split()
    starts = (n for n in range(min(5, len(words) - 1), 0, -1) if population(" ".join(words[n:])))
    found = (areas.find(" ".join(words[:n]), country) for n in starts)
    return areas.find(part, country) or next((area for area in found if area), None)
