"""The overview's numbers: each with its count and share, its change, its history and a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from cpdash.captions import SMALL, SMALL_NUMBERS
from cpdash.charts import sparkline
from cpdash.indicators import INDICATORS
from cpdash.trends import Change, Point, growth, latest_change
from cpdash.ui.frame import View
from cpdash.ui.html import Tile
from cpdash.vocabulary import STATUSES, WITHHELD
from cpdash.wording import (
    day,
    growth_words,
    level,
    lower_first,
    number,
    out_of,
    plural,
    signed,
    value,
)

NO_EARLIER = " No earlier census of these figures is held, so no change is shown."
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
    return None if series.empty else series["census_date"].iloc[-1].date()


def placement_tiles(view: View, when: date) -> list[Tile]:
    """One tile for each of ASKED, all at the same census."""
    return [_tile(view, asked, when) for asked in ASKED]


def aftercare_tile(view: View, baseline: tuple[int, str] | None) -> Tile:
    """Young people entitled to aftercare; with the plan's baseline (count, what the plan says of
    it) where the plan has one, its growth from there."""
    label = "Entitled to aftercare support"
    series = view.series("aftercare_eligible")
    shown = view.points("aftercare_eligible")
    if not shown or series["value"].isna().iloc[-1]:
        newest = None if series.empty else series["census_date"].iloc[-1].date()
        return _nothing(label, series, newest)
    new = shown[-1]
    history = _history(label, series)
    sentence = f"{level(INDICATORS['aftercare_eligible'], new)}."
    change = _moved(latest_change(series), "young people", "young person")
    if baseline is None:
        uptake = view.points("aftercare_uptake")
        same = [point for point in uptake if point.when == new.when]
        under = ""
        if same:
            under = f"{value(same[0], 0)} of them receiving it"
        return Tile(label, number(new.value), under, change, *history, sentence)
    base, words = baseline
    grown = growth(base, new.numerator)
    under = f"{signed(grown.percent)}% on the plan's baseline" if grown.percent is not None else ""
    said = growth_words(grown).split(" (")[0]
    moved = f"{said}, from {plural(base, 'young person', 'young people')}"
    return Tile(label, number(new.value), under, moved, *history, f"{sentence} {words}")


def _tile(view: View, asked: Asked, when: date) -> Tile:
    lead = view.series(asked.share or asked.count)
    shown = view.points(asked.share or asked.count)
    if not shown or shown[-1].when != when:
        return _nothing(asked.label, lead, when, _instead(view, asked, when))
    new = shown[-1]
    indicator = INDICATORS[asked.share or asked.count]
    counted = INDICATORS[asked.count]
    under = (
        out_of(new.numerator, new.denominator, counted.people)
        if new.denominator is not None
        else f"at {day(when)}"
    )
    sentence = indicator.definition if indicator.named else f"{_sentence(asked, new)}."
    return Tile(
        asked.label,
        value(new, 0),
        under,
        _moved(latest_change(lead), "children", "child"),
        *_history(asked.label, lead),
        sentence,
    )


def _history(label: str, series: pd.DataFrame) -> tuple[str, str]:
    """A small line and what it is; nothing for one census, which has no history."""
    if series["value"].count() < 2:
        return "", ""
    return sparkline.svg(series, label=label), f"History of {lower_first(label)}"


def _sentence(asked: Asked, new: Point) -> str:
    return level(INDICATORS[asked.count], Point(new.when, new.value, new.numerator, None, 0))


def _moved(change: Change | None, many: str, one: str) -> str:
    """`12 more children, +1.2 points since 31 July 2019`: counts first, then points."""
    if change is None:
        return ""
    since = day(change.old.when)
    if not change.comparable:
        return f"Not comparable with {since}: the way of counting changed."
    size = abs(change.children)
    more = "more" if change.children > 0 else "fewer"
    count = (
        f"{number(size)} {more} {one if size == 1 else many}"
        if change.children
        else f"Same number of {many}"
    )
    if (
        change.new.denominator is None
        or min(change.new.denominator, change.old.denominator or 0) < 10
    ):
        return f"{count} than at {since}" if change.children else f"{count} as at {since}"
    return f"{count}, {signed(change.difference, 1)} percentage points since {since}"


def _nothing(label: str, series: pd.DataFrame, when: date | None, instead: str = "") -> Tile:
    """A withheld figure, one that the source does not give and none at all are three things."""
    if series.empty or when is None:
        return Tile(label, NONE, "", "No figures are held for this choice.", "", "", "")
    at_census = series.loc[series["census_date"].eq(pd.Timestamp(when)), "status"].tolist()
    withheld = next((status for status in at_census if status in WITHHELD), "")
    meaning = STATUSES[withheld] if withheld else "not given"
    why = f"{meaning[0].upper()}{meaning[1:]} at {day(when)}."
    return Tile(label, NONE, "", why, "", "", "" if withheld else instead)


def _instead(view: View, asked: Asked, when: date) -> str:
    """What the source gives in place of the indicator, as a sentence."""
    if asked.count not in INSTEAD:
        return ""
    other, words = INSTEAD[asked.count]
    given = [p for p in view.points(other) if p.when == when]
    return f"{words}: {level(INDICATORS[other], given[0])}." if given else ""


def footer(view: View, when: date, sources: Sequence[str]) -> str:
    """What every tile rests on."""
    alone = "" if len(view.points("looked_after")) > 1 else NO_EARLIER
    counts = [p.numerator for a in ASKED for p in view.points(a.count) if p.when == when]
    small = f" {SMALL_NUMBERS}" if any(0 < count < SMALL for count in counts) else ""
    return (
        f"{view.name}, census of {day(when)}. Source: {'; '.join(sources)}. Shares are of all "
        "children looked after, rounded once from the counts, and may not add to 100%."
        f"{alone}{small}"
    )


def sources_at(view: View, when: date) -> list[str]:
    """The publications that the placement tiles of a census come from."""
    return view.census.sources(
        place[0]
        for asked in ASKED
        for point in view.points(asked.count)
        if point.when == when
        for place in point.places
    )
