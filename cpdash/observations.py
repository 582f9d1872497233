"""What an indicator was at each census: counts added up and shares computed, never across editions
that contradict each other."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from cpdash.indicators import BREAKS, Break, Indicator
from cpdash.series import Gap, Places, Point, Series, exact
from cpdash.vocabulary import MEASURES, WITHHELD, leaves

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
Shelf = dict[tuple[date, str], list[Epoch]]
"""The figures of one area and collection by census and group of measures, newest epoch first."""


def shelve(coherent: pd.DataFrame) -> Shelf:
    """The rows of `figures.coherent()` of one area and collection, ready to compute with."""
    shelf: dict[tuple[date, str], dict[int, Epoch]] = {}
    names = ["group", "epoch", "measure", "category", "value", "status"]
    columns = [coherent[name].tolist() for name in (*names, "edition", "sheet", "cell", "label")]
    days = coherent["census_date"].to_numpy().astype("datetime64[D]").tolist()
    for when, group, epoch, measure, category, value, status, *place in zip(
        days, *columns, strict=True
    ):
        epochs = shelf.setdefault((when, group), {})
        edition, sheet, cell, label = place
        epochs.setdefault(epoch, {})[measure, category] = Held(
            value, status, (edition, sheet, cell, label)
        )
    return {
        key: [epochs[number] for number in sorted(epochs, reverse=True)]
        for key, epochs in sorted(shelf.items())
    }


def observe(indicator: Indicator, shelf: Shelf, area: str, collection: str) -> Series:
    """The indicator at every census of its group that the shelf holds."""
    group = MEASURES[indicator.measure].group
    found: list[Point | Gap] = []
    starts = [known.start for known in declared_breaks(indicator, area, collection)]
    for (when, of_group), epochs in shelf.items():
        if of_group != group:
            continue
        # A mark on any figure of a census is a break in all of its group, so that it stands where
        # the indicator's own figure is withheld or missing.
        if any(held.status == "b" for epoch in epochs for held in epoch.values()):
            starts.append(when)
        one = _observation(indicator, when, epochs)
        if one is not None:
            found.append(one)
    return Series(replace(one, segment=sum(s <= one.when for s in starts)) for one in found)


def newest(indicator: Indicator, shelf: Shelf) -> Point | Gap | None:
    """The last of what `observe` gives, its segment not settled; None when it gives nothing."""
    group = MEASURES[indicator.measure].group
    backwards = (
        _observation(indicator, when, epochs)
        for (when, of_group), epochs in reversed(shelf.items())
        if of_group == group
    )
    return next((one for one in backwards if one is not None), None)


def declared_breaks(indicator: Indicator, area: str, collection: str) -> Iterable[Break]:
    """The breaks in the series of this indicator, area and collection that are known to all."""
    return known_breaks(indicator.measure, indicator.parts, area, collection)


def known_breaks(
    measure: str, categories: Iterable[str], area: str, collection: str
) -> Iterable[Break]:
    """The breaks that are known to all in figures of a measure and of any of these categories."""
    for known in BREAKS:
        if (
            known.group == MEASURES[measure].group
            and area.startswith(known.areas)
            and collection in known.collections
            and (not known.categories or set(known.categories) & set(categories))
        ):
            yield known


def breaks_shown(
    indicator: Indicator, area: str, collection: str, series: Series
) -> list[tuple[date, str]]:
    """(date, words) of every break within the dates of `series`, declared or marked `b`."""
    given = [one for one in series if isinstance(one, Point) or one.status]
    if not given:
        return []
    declared = list(declared_breaks(indicator, area, collection))
    shown = {b.drawn or b.start: b.note for b in declared}
    for old, new in pairwise(given):
        known = any(old.when < b.start <= new.when for b in declared)
        if old.segment != new.segment and not known:
            shown.setdefault(new.when, MARKED_BREAK)
    first, last = given[0].when, given[-1].when
    return [(when, note) for when, note in sorted(shown.items()) if first < when <= last]


def _observation(indicator: Indicator, when: date, epochs: list[Epoch]) -> Point | Gap | None:
    """The newest epoch that gives every part, else the newest that says why not; its segment is
    not settled yet."""
    not_given: Gap | None = None
    for age, epoch in enumerate(epochs):
        above = amount(epoch, indicator.measure, indicator.parts)
        below = amount(epoch, *indicator.base) if indicator.base else None
        used = [part for part in (above, below) if part is not None]
        places = tuple(place for part in used for place in part.places)
        hidden = [part for part in used if part.status in WITHHELD or part.value != part.value]
        if hidden:
            # What a newer edition withholds is not taken from an older one.
            return Gap(when, 0, hidden[0].status or "x", "", places)
        if above is None or (indicator.base and below is None):
            if used or _about(indicator, epoch):
                not_given = not_given or Gap(when, note=NOT_GIVEN)
            continue
        top, base = int(above.value), int(below.value) if below else None
        if base == 0:
            return Gap(when, 0, "z", "No children: a share cannot be computed.", places)
        if base is not None and top > base:
            return Gap(when, 0, "x", MORE_THAN_ALL, places)
        marks = {mark for part in used for mark in part.status}
        shown = next((mark for mark in "bepd" if mark in marks), "")
        return Point(when, exact(top, base), top, base, 0, shown, EARLIER if age else "", places)
    return not_given


def _about(indicator: Indicator, epoch: Epoch) -> bool:
    return any(measure == indicator.measure for measure, _ in epoch)


class Amount(NamedTuple):
    """A number of children, the statuses of the figures it comes from, and their places."""

    value: float
    status: str
    places: Places


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
