"""The overview's numbers: each with its count and share, its change, its history and a sentence."""

from dataclasses import dataclass, replace
from datetime import date

from cpdash.captions import SMALL_NUMBERS, small
from cpdash.charts import sparkline
from cpdash.indicators import INDICATORS
from cpdash.series import Point, Series, exact
from cpdash.trends import Change, change, growth, latest_change
from cpdash.ui.frame import View
from cpdash.ui.html import Tile
from cpdash.vocabulary import STATUSES, WITHHELD
from cpdash.wording import (
    MIN_BASE,
    day,
    earlier_edition,
    finding,
    growth_counts,
    growth_percent,
    level,
    lower_first,
    number,
    out_of,
    signed,
    value,
)

AFTERCARE = ("aftercare_eligible", "aftercare_uptake")
SHARES = (
    "Shares are of all children looked after, rounded once from the counts, and may not add to "
    "100%."
)
NO_EARLIER = "No earlier census of these figures is held, so no change is shown."
INSTEAD = {
    "family_based": ("community_share", "This source gives only the community share"),
    "foster": ("foster_and_adopters_share", "This source counts the two together"),
}
"""What a source may give where it lacks an indicator: said and named, never put in its place."""
NONE = "\N{EN DASH}"


@dataclass(frozen=True)
class Asked:
    """A tile to make: its label, the indicator of its number and of its share, if it has one;
    a share leads where there is one."""

    label: str
    count: str
    share: str = ""


ASKED = (
    Asked("Children looked after", "looked_after"),
    Asked("Family-based care", "family_based", "family_based"),
    Asked("At home with parents", "at_home", "at_home_share"),
    Asked("With relatives or friends (kinship)", "kinship", "kinship_share"),
    Asked("With foster families", "foster", "foster_share"),
    Asked("In residential care", "residential", "residential_share"),
    Asked("In secure care", "secure", "secure_share"),
)


def newest_census(view: View, indicator: str = "looked_after") -> date | None:
    """The newest census of the period at which the collection has anything on the indicator."""
    series = view.series(indicator)
    return series[-1].when if series else None


def placement_tiles(view: View, when: date) -> list[Tile]:
    """One tile for each of ASKED, all at the same census."""
    return [_tile(view, asked, when) for asked in ASKED]


def aftercare_tile(view: View, baseline: tuple[int, str] | None) -> Tile:
    """Young people entitled to aftercare; with the plan's baseline (count, what the plan says of
    it) where the plan has one, its growth from there."""
    label, name = "Entitled to aftercare support", "aftercare_eligible"
    series = view.series(name)
    shown = series.shown
    newest = newest_census(view, name)
    if not shown or shown[-1].when != newest:
        return _nothing(label, series, newest)
    new, moved = shown[-1], latest_change(series)
    sentence = finding(INDICATORS[name], new, moved)
    if baseline is None:
        uptake = [p for p in view.series("aftercare_uptake").shown if p.when == new.when]
        under = f"{value(uptake[0], 0)} of them receiving it" if uptake else f"at {day(new.when)}"
        step = _moved(moved, "young people", "young person")
    else:
        base, words = baseline
        grown = growth(base, new.numerator)
        percent = growth_percent(grown)
        under = f"{percent} on the plan's baseline" if percent else ""
        step = f"{growth_counts(grown)}, from {number(base)} young people"
        sentence = f"{sentence} {words}"
    return Tile(
        label, number(new.value), under + marked(new), step, *_history(label, series), sentence
    )


def _tile(view: View, asked: Asked, when: date) -> Tile:
    name = asked.share or asked.count
    lead = view.series(name)
    shown = lead.shown
    if not shown or shown[-1].when != when:
        return _nothing(asked.label, lead, when, _instead(view, asked, when))
    new, moved = shown[-1], latest_change(lead)
    counted = INDICATORS[asked.count]
    if INDICATORS[name].named:
        sentence = finding(INDICATORS[name], new, moved)
    else:
        counts = change(_counts(moved.old), _counts(new)) if moved else None
        sentence = finding(counted, _counts(new), counts)
    base = new.denominator
    under = f"at {day(when)}" if base is None else out_of(new.numerator, base, counted.people)
    return Tile(
        asked.label,
        value(new, 0),
        under + marked(new),
        _moved(moved, "children", "child"),
        *_history(asked.label, lead),
        sentence,
    )


def _counts(point: Point) -> Point:
    """The count behind a share, as a point of its own."""
    return replace(point, value=exact(point.numerator, None), denominator=None)


def marked(point: Point) -> str:
    """` (estimated)` or ` (provisional)`, where the source says so."""
    return f" ({STATUSES[point.status]})" if point.status in ("e", "p") else ""


def _history(label: str, series: Series) -> tuple[str, str]:
    """A small line and what it is; nothing for one census, which has no history."""
    if len(series.shown) < 2:
        return "", ""
    return sparkline.svg(series, label=label), f"History of {lower_first(label)}"


def _moved(moved: Change | None, many: str, one: str) -> str:
    """`12 more children, +1.2 points since 31 July 2019`: counts first, then points."""
    if moved is None:
        return ""
    since = day(moved.old.when) + earlier_edition(moved.old)
    if not moved.comparable:
        return f"Not comparable with {since}: the way of counting changed."
    size = abs(moved.children)
    more = "more" if moved.children > 0 else "fewer"
    count = (
        f"{number(size)} {more} {one if size == 1 else many}"
        if moved.children
        else f"Same number of {many}"
    )
    bases = [base for base in (moved.new.denominator, moved.old.denominator) if base is not None]
    if not bases or min(bases) < MIN_BASE:
        return f"{count} than at {since}" if moved.children else f"{count} as at {since}"
    return f"{count}, {signed(moved.difference, 1)} percentage points since {since}"


def _nothing(label: str, series: Series, when: date | None, instead: str = "") -> Tile:
    """A withheld figure, one that the source does not give and none at all are three things."""
    if not series or when is None:
        return Tile(label, NONE, "", "No figures are held for this choice.", "", "", "")
    at_census = [one.status for one in series if one.when == when]
    withheld = next((status for status in at_census if status in WITHHELD), "")
    meaning = STATUSES[withheld] if withheld else "not given"
    why = f"{meaning[0].upper()}{meaning[1:]} at {day(when)}."
    return Tile(label, NONE, "", why, "", "", "" if withheld else instead)


def _instead(view: View, asked: Asked, when: date) -> str:
    """What the source gives in place of the indicator, as a sentence."""
    if asked.count not in INSTEAD:
        return ""
    other, words = INSTEAD[asked.count]
    given = [p for p in view.series(other).shown if p.when == when]
    return f"{words}: {level(INDICATORS[other], given[0])}." if given else ""


def footer(view: View, when: date) -> str:
    """What the tiles rest on: census, sources, definitions, and what a reader must not miss."""
    placements = [p for a in ASKED for p in view.series(a.count).shown if p.when == when]
    aftercare = [p for name in AFTERCARE for p in view.series(name).shown[-1:]]
    later = {p.when for p in aftercare} - {when}
    every = [*placements, *aftercare]
    sources = view.census.sources(place[0] for point in every for place in point.places)
    family = INDICATORS["family_based"]
    return " ".join(
        part
        for part in (
            f"{view.name}, census of {day(when)}"
            + "".join(f"; aftercare at {day(other)}" for other in sorted(later))
            + (f". Source: {'; '.join(sources)}." if sources else "."),
            f"{family.title}: {lower_first(family.definition)}"
            if view.series(family.id).shown
            else "",
            SHARES,
            "" if len(view.series("looked_after").shown) > 1 else NO_EARLIER,
            SMALL_NUMBERS if any(map(small, every)) else "",
        )
        if part
    )
