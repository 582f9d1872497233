"""The words of a card, and the table behind it, from the same observations that are drawn."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from cpdash.areas import AREAS
from cpdash.census import Census
from cpdash.indicators import COUNTRY_NOTES, Indicator
from cpdash.observations import EARLIER, breaks_shown
from cpdash.series import Gap, Point, Series
from cpdash.sheets.listing import inert
from cpdash.vocabulary import COLLECTIONS, STATUSES
from cpdash.wording import CardText, day, headline, lower_first, number, plural, value

NAMED_SOURCES = 2
SMALL = 5
LISTED = 3
SMALL_NUMBERS = (
    f"Includes numbers under {SMALL}, as the source gives them: check before publishing."
)
COLUMNS = (
    "Census date",
    "What",
    "Figure",
    "Number",
    "Out of",
    "Remark",
    "Source",
    "Where it stands",
)
Drawn = Sequence[tuple[Indicator, str, Series]]
"""What a card draws: indicator, label, and its observations."""


def caption(
    census: Census,
    area: str,
    collection: str,
    drawn: Drawn,
    title: str = "",
    notes: Iterable[str] = (),
) -> CardText:
    """The words of one card about one area. `title` defaults to the first line's headline."""
    indicator, _, first = drawn[0]
    lines = [series.shown for _, _, series in drawn]
    shown = [point for line in lines for point in line]
    title = title or headline(indicator.title, first.shown)
    subtitle = ", ".join(
        part
        for part in (
            AREAS[area].name,
            lower_first(COLLECTIONS[collection]),
            span([point.when for point in shown]),
            _unit_words(drawn),
        )
        if part
    )
    said = list(dict.fromkeys((*notes, *_notes(area, collection, drawn))))
    illustrative = census.illustrative(area)
    alt = f"Chart. {title}. {subtitle}. The table below it has every figure."
    return CardText(title, subtitle, sources(census, lines), tuple(said), alt, illustrative)


def span(dates: Sequence[date]) -> str:
    """`31 March 2018`, or the first and the last: `31 July 2011 to 31 July 2020`."""
    ends = [day(min(dates)), day(max(dates))] if dates else []
    return " to ".join(dict.fromkeys(ends))


def sources(census: Census, lines: Sequence[Sequence[Point]]) -> str:
    """Where the points come from: first the newest point of each line, in the order of the lines,
    then the others, newest first."""
    shown = [line[-1] for line in lines if line]
    if not shown:
        return "Source: no figures for this choice."
    shown += sorted((p for line in lines for p in line), key=lambda p: p.when, reverse=True)
    names = census.sources(place[0] for p in shown for place in p.places)
    more = len(names) - NAMED_SOURCES
    tail = f"; and {plural(more, 'more', 'more')}, named in the table" if more > 0 else ""
    return f"Source: {'; '.join(names[:NAMED_SOURCES])}{tail}."


def _unit_words(drawn: Drawn) -> str:
    people = drawn[0][0].people
    if drawn[0][0].unit == "count":
        return f"number of {people}"
    newest = [series.shown[-1] for _, _, series in drawn if series.shown]
    bases = {(point.denominator, point.when) for point in newest}
    if len({base for base, _ in bases}) != 1 or None in {base for base, _ in bases}:
        return f"per cent of {people}"
    base, when = max(bases, key=lambda pair: pair[1])
    return f"per cent of {number(base or 0)} {people} at {day(when)}"


def _notes(area: str, collection: str, drawn: Drawn) -> Iterable[str]:
    for indicator, _, series in drawn:
        yield from indicator.caveats
        for when, note in breaks_shown(indicator, area, collection, series):
            yield f"Break at {day(when)}: {lower_first(note)}. Nothing is joined across it."
        if any(one.note == EARLIER for one in series):
            yield (
                "Where a newer edition changes a census and leaves some figures out, those are "
                "from the earlier edition, and no share mixes the two."
            )
    if drawn[0][0].measure == "looked_after" and area[0] in COUNTRY_NOTES:
        yield COUNTRY_NOTES[area[0]]
    yield from status_notes(drawn)
    if any(small(p) for _, _, series in drawn for p in series.shown):
        yield SMALL_NUMBERS


def small(point: Point) -> bool:
    """Whether a count, or what is left of its base, is of fewer than SMALL people but not none."""
    rest = point.denominator - point.numerator if point.denominator is not None else 0
    return 0 < point.numerator < SMALL or 0 < rest < SMALL


def status_notes(drawn: Drawn) -> Iterable[str]:
    """One sentence for each status that a figure carries: what it means, and when."""
    marked = [(one.when, one.status) for _, _, series in drawn for one in series]
    for status, meaning in STATUSES.items():
        if status in ("", "b", "x"):
            continue
        dates = sorted({w for w, said in marked if said == status})
        when = ", ".join(day(date) for date in dates[-LISTED:])
        if len(dates) > LISTED:
            when = (
                "every census"
                if len(dates) == len({w for w, _ in marked})
                else f"{len(dates)} censuses to {day(dates[-1])}"
            )
        if dates:
            yield f"{meaning[0].upper()}{meaning[1:]}: {when}."


def behind(census: Census, drawn: Drawn) -> list[tuple[str, ...]]:
    """COLUMNS for every observation, newest first, with the cell that each figure stands in."""
    found = []
    for _, label, series in drawn:
        for one in series:
            counted = over = ""
            if isinstance(one, Gap):
                says = f"[{one.status}]" if one.status else "not given"
            else:
                says = value(one)
                if one.denominator is not None:
                    counted, over = number(one.numerator), number(one.denominator)
            remark = "; ".join(
                w for w in (STATUSES[one.status] if one.status else "", one.note) if w
            )
            cited = "; ".join(census.sources(place[0] for place in one.places))
            stands = "; ".join(
                f"{census.file(edition)}, {sheet}, {cell}" for edition, sheet, cell, _ in one.places
            )
            words = (day(one.when), label, says, counted, over, remark, cited, stands)
            found.append((one.when, words))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return [words for _, words in found]


def csv(columns: Sequence[str], table: Iterable[Sequence[str]]) -> bytes:
    """The same table to download: UTF-8 with a mark for Excel, and no cell that Excel would run."""
    frame = pd.DataFrame([[_inert(cell) for cell in row] for row in table], columns=list(columns))
    return frame.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _inert(cell: str) -> str:
    plain = " ".join(cell.split())
    return plain.replace(",", "") if _is_number(plain) else inert(plain)


def _is_number(cell: str) -> bool:
    return cell.replace(",", "").isdigit()
