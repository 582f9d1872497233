"""What an indicator was at each census: counts added up and shares computed, never across editions
that contradict each other."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from cpdash.indicators import BREAKS, Break, Indicator
from cpdash.vocabulary import MEASURES, WITHHELD, leaves

OBSERVATION_COLUMNS = [
    "census_date",  # Timestamp; one row a census that any edition covers, oldest first
    "value",  # float: a count, or a percentage 0..100 unrounded; NaN when withheld or missing
    "numerator",  # float: for a share, the counts it was computed from; for a count, the count
    "denominator",  # float: NaN for a count
    "status",  # "" or a code of vocabulary.STATUSES; "" without a value: not in the source
    "segment",  # int: two points are comparable only when this is the same
    "note",  # sentence about this point, or ""
    "places",  # tuple of (edition, sheet, cell, label) of every figure that it was computed from
]

NOT_GIVEN = "The source does not give this."
"""The note of a missing value; its status is "", since no mark stands in the source."""
MORE_THAN_ALL = "The parts are more than the total: one of the two is wrong in the source."
MARKED_BREAK = "Break in the series"
EARLIER = "From an earlier edition: a newer one changes others of this census and leaves this out."


class Held(NamedTuple):
    """One figure: its value (NaN when withheld), status, and (edition, sheet, cell, label)."""

    value: float
    status: str
    place: tuple[str, str, str, str]


Epoch = dict[tuple[str, str], Held]
Shelf = dict[tuple[pd.Timestamp, str], list[Epoch]]
"""The figures of one area and collection by census and group of measures, newest epoch first."""


def shelve(coherent: pd.DataFrame) -> Shelf:
    """The rows of `figures.coherent()` of one area and collection, ready to compute with."""
    shelf: dict[tuple[pd.Timestamp, str], dict[int, Epoch]] = {}
    names = ["census_date", "group", "epoch", "measure", "category", "value", "status"]
    columns = [coherent[name].tolist() for name in (*names, "edition", "sheet", "cell", "label")]
    for when, group, epoch, measure, category, value, status, *place in zip(*columns, strict=True):
        epochs = shelf.setdefault((when, group), {})
        edition, sheet, cell, label = place
        epochs.setdefault(epoch, {})[measure, category] = Held(
            value, status, (edition, sheet, cell, label)
        )
    return {
        key: [epochs[number] for number in sorted(epochs, reverse=True)]
        for key, epochs in sorted(shelf.items())
    }


def observe(indicator: Indicator, shelf: Shelf, area: str, collection: str) -> pd.DataFrame:
    """OBSERVATION_COLUMNS: the indicator at every census of its group that the shelf holds."""
    group = MEASURES[indicator.measure].group
    rows, starts = [], list(declared_breaks(indicator, area, collection))
    for (when, of_group), epochs in shelf.items():
        if of_group != group:
            continue
        # A mark on any figure of a census is a break in all of its group, so that it stands where
        # the indicator's own figure is withheld or missing.
        if any(held.status == "b" for epoch in epochs for held in epoch.values()):
            starts.append(Break(when.date(), group, MARKED_BREAK))
        row = _observation(indicator, when, epochs)
        if row is not None:
            rows.append(row)
    table = pd.DataFrame(rows, columns=[c for c in OBSERVATION_COLUMNS if c != "segment"])
    days = [when.date() for when in table["census_date"]]
    segments = [sum(b.start <= day for b in starts) for day in days]
    table.insert(OBSERVATION_COLUMNS.index("segment"), "segment", segments)
    table["census_date"] = table["census_date"].astype("datetime64[us]")
    numbers = dict.fromkeys(("value", "numerator", "denominator"), "float64")
    # Words as Python's own: they are read one by one, many times for every page.
    return table.astype({**numbers, "status": "object", "note": "object"})


def declared_breaks(indicator: Indicator, area: str, collection: str) -> Iterable[Break]:
    """The breaks in the series of this indicator, area and collection that are known to all."""
    group = MEASURES[indicator.measure].group
    for known in BREAKS:
        if (
            known.group == group
            and area.startswith(known.areas)
            and collection in known.collections
            and (not known.categories or set(known.categories) & set(indicator.parts))
        ):
            yield known


def breaks_shown(
    indicator: Indicator, area: str, collection: str, series: pd.DataFrame
) -> list[tuple[date, str]]:
    """(date, words) of every break within the dates of `series`, declared or marked `b`."""
    names = ("census_date", "value", "status", "segment")
    rows = zip(*(series[name].tolist() for name in names), strict=True)
    given = [(when.date(), segment) for when, v, status, segment in rows if v == v or status]
    if not given:
        return []
    declared = list(declared_breaks(indicator, area, collection))
    shown = {b.drawn or b.start: b.note for b in declared}
    for (before, one), (when, other) in pairwise(given):
        if one != other and not any(before < b.start <= when for b in declared):
            shown.setdefault(when, MARKED_BREAK)
    first, last = given[0][0], given[-1][0]
    return [(when, note) for when, note in sorted(shown.items()) if first < when <= last]


def _observation(
    indicator: Indicator, when: pd.Timestamp, epochs: list[Epoch]
) -> tuple[object, ...] | None:
    """One row (without its segment): the newest epoch that gives every part, else the newest that
    says why not."""
    not_given: tuple[object, ...] | None = None
    for age, epoch in enumerate(epochs):
        above = amount(epoch, indicator.measure, indicator.parts)
        below = amount(epoch, *indicator.base) if indicator.base else None
        used = [part for part in (above, below) if part is not None]
        places = tuple(place for part in used for place in part.places)
        withheld = next((p.status for p in used if p.value != p.value), None)
        if withheld is not None:
            # What a newer edition withholds is not taken from an older one.
            return _missing(when, withheld or "x", "", places)
        if above is None or (indicator.base and below is None):
            if used or _about(indicator, epoch):
                not_given = not_given or _missing(when, "", NOT_GIVEN)
            continue
        if below and below.value == 0:
            return _missing(when, "z", "No children: a share cannot be computed.", places)
        if below and above.value > below.value:
            return _missing(when, "x", MORE_THAN_ALL, places)
        value = above.value * 100 / below.value if below else above.value
        denominator = below.value if below else float("nan")
        marks = {mark for part in used for mark in part.status}
        note = EARLIER if age else ""
        shown = next((mark for mark in "bepd" if mark in marks), "")
        return when, value, above.value, denominator, shown, note, places
    return not_given


def _about(indicator: Indicator, epoch: Epoch) -> bool:
    return any(measure == indicator.measure for measure, _ in epoch)


def _missing(
    when: pd.Timestamp, status: str, note: str, places: tuple[object, ...] = ()
) -> tuple[object, ...]:
    nan = float("nan")
    return (when, nan, nan, nan, status, note, places)


class Amount(NamedTuple):
    """A number of children, the statuses of the figures it comes from, and their places."""

    value: float
    status: str
    places: tuple[tuple[str, str, str, str], ...]


def amount(epoch: Epoch, measure: str, categories: tuple[str, ...]) -> Amount | None:
    """How many `measure` has in `categories`, those that start with `-` taken off; None when the
    epoch does not give it."""
    added = tuple(c for c in categories if not c.startswith("-"))
    parts = _parts(epoch, measure, added)
    taken = [_parts(epoch, measure, (c[1:],)) for c in categories if c.startswith("-")]
    if parts is None or any(part is None for part in taken):
        return None
    off = [code for part in taken if part is not None for code in part]
    figures = [epoch[measure, code] for code in (*parts, *off)]
    value = sum(epoch[measure, c].value for c in parts) - sum(epoch[measure, c].value for c in off)
    withheld = sorted(f.status for f in figures if f.status in WITHHELD)
    status = withheld[0] if withheld else "".join(sorted({f.status for f in figures}))
    return Amount(value, status, tuple(figure.place for figure in figures))


def _parts(epoch: Epoch, measure: str, categories: tuple[str, ...]) -> list[str] | None:
    """The held categories that together are exactly `categories`."""
    if measure != "looked_after" or categories == ("total",):
        return list(categories) if all((measure, c) in epoch for c in categories) else None
    if len(categories) == 1 and (measure, categories[0]) in epoch:
        return list(categories)
    wanted = frozenset().union(*(leaves(category) for category in categories))
    held = {c: leaves(c) for m, c in epoch if m == measure and c not in ("total", "away_from_home")}
    direct = _disjoint({c: below for c, below in held.items() if below <= wanted})
    covered = frozenset().union(*(held[c] for c in direct))
    if covered == wanted:
        return direct
    # Where the categories that a source gives make its total, one that it leaves out holds no
    # child: good enough for the parts of a definition, but no figure of that category itself.
    if len(categories) == 1 or not direct:
        return None
    if any(epoch[measure, c].status in WITHHELD for c in direct):
        return direct
    cover = _cover(epoch, measure, held)
    if cover is None or any(held[c] & wanted and not held[c] <= wanted for c in cover):
        return None
    return [c for c in cover if held[c] <= wanted]


def _disjoint(held: dict[str, frozenset[str]]) -> list[str]:
    """The largest categories first, none overlapping another."""
    chosen: list[str] = []
    for code in sorted(held, key=lambda c: (-len(held[c]), c)):
        if not any(held[code] & held[other] for other in chosen):
            chosen.append(code)
    return chosen


def _cover(epoch: Epoch, measure: str, held: dict[str, frozenset[str]]) -> list[str] | None:
    """Held categories that do not overlap and add up to the total, as small as they can be;
    None when they do not add up to it."""
    total = epoch.get((measure, "total"))
    top = _disjoint(held)
    if total is None or not _make(epoch, measure, top, total.value):
        return None
    cover: list[str] = []
    for code in top:
        within = _disjoint({c: b for c, b in held.items() if b < held[code]})
        same = within and _make(epoch, measure, within, epoch[measure, code].value)
        cover += within if same else [code]
    return cover


def _make(epoch: Epoch, measure: str, codes: list[str], total: float) -> bool:
    """Whether the codes add up to the total: exactly, or as far as rounding to 10 or 5 allows."""
    values = [epoch[measure, code].value for code in codes]
    if any(value != value for value in (*values, total)):
        return False
    rounded_to = next((b for b in (10, 5) if all(v % b == 0 for v in (*values, total))), 0)
    slip = rounded_to / 2 * (len(values) + 1) if len(values) >= SIGN_OF_ROUNDING else 0
    return abs(sum(values) - total) <= slip


SIGN_OF_ROUNDING = 5
"""So many counts that all end in 0 or 5 are rounded counts."""
