"""New files beside what is held: everything that accepting them would change."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from cpdash.census import Census
from cpdash.comparison.differences import (
    PAIR,
    Differences,
    differences,
    disagreements,
    in_sets,
    without,
)
from cpdash.comparison.effects import Effect, Ruling, concerned, effects, rulings
from cpdash.comparison.jumps import Jump, jumps
from cpdash.comparison.sums import Sum, sums
from cpdash.days import day
from cpdash.figures import FIGURE_COLUMNS, KEY, SET, Holdings, beside
from cpdash.plan import Plan


@dataclass(frozen=True)
class Comparison(Differences):
    """What accepting files would change: their Differences, and

    disagreements: figures of which two of the files say different things: KEY, what the one says
        that counts as newer (`value`, `status`, `edition`, `sheet`, `cell`), and the same of the
        other in columns `other_...`.
    jumps, sums: movements and sums to look at again; they stop nobody.
    effects: headline indicators of every area and collection in the files.
    rulings: targets of every plan that is judged on any of these areas.
    editions: the editions held and those of the files, by the names that the frames use.
    """

    disagreements: pd.DataFrame
    jumps: tuple[Jump, ...]
    sums: tuple[Sum, ...]
    effects: tuple[Effect, ...]
    rulings: tuple[Ruling, ...]
    editions: pd.DataFrame


def compare(
    held: Census,
    new: Holdings,
    plans: Mapping[str, Plan],
    today: date,
    published: date | None = None,
) -> Comparison:
    """What accepting `new`, the figures of one or several files, would change.

    `plans` (by code of area) are judged as of `today`. `published`: when editions came out that do
    not say so; without it they count as published on the day of their last census. Editions of
    `new` that have the name of one held get another.
    """
    new = _dated(beside(new, set(held.editions.index)), published)
    pairs = list(new.figures[PAIR].drop_duplicates().itertuples(index=False, name=None))
    before, spoken = _newest(held, pairs), _spoken_of(held.holdings, new)
    given = _newest(spoken, pairs)
    found = differences(before, given, new, spoken.holdings.editions)
    after = _told_apart(pd.concat([without(before, given[KEY]), given]), new, found)
    return Comparison(
        **vars(found),
        disagreements=disagreements(new),
        jumps=jumps(after),
        sums=sums(after),
        effects=effects(held, spoken, pairs),
        rulings=_judged(held, new, list(concerned(plans, {area for area, _ in pairs})), today),
        editions=spoken.holdings.editions,
    )


def _dated(new: Holdings, published: date | None) -> Holdings:
    """The same, with a day of publication for editions that do not say theirs."""
    if published is None:
        return new
    texts = new.editions["published_text"]
    dates = new.editions["published"].where(texts.ne(""), pd.Timestamp(published))
    texts = texts.where(texts.ne(""), day(published))
    return replace(new, editions=new.editions.assign(published=dates, published_text=texts))


def _judged(
    held: Census, new: Holdings, judged: Sequence[tuple[Plan, AbstractSet[str]]], today: date
) -> tuple[Ruling, ...]:
    """The targets of plans, each with the areas that it is judged on, before and after."""
    if not judged:
        return ()
    areas = {area for _, judged_on in judged for area in judged_on}
    old, add = (f[f["area"].isin(areas)] for f in (held.holdings.figures, new.figures))
    parts = (Holdings(old, held.holdings.editions), Holdings(add, new.editions))
    return rulings(held, Census(Holdings.of(*parts)), [plan for plan, _ in judged], today)


def _spoken_of(held: Holdings, new: Holdings) -> Census:
    """What would be held of the SETs that `new` speaks of. No figure of another can change: what
    is newest, and what may be divided by what, is settled within each."""
    sets = in_sets(new.figures)[SET].drop_duplicates()
    old = held.figures[held.figures["area"].isin(sets["area"].unique())]
    of_these = in_sets(old).merge(sets, on=SET)[FIGURE_COLUMNS]
    return Census(Holdings.of(Holdings(of_these, held.editions), replace(new, problems=())))


def _newest(census: Census, pairs: Iterable[tuple[str, str]]) -> pd.DataFrame:
    """The newest figures of several areas and collections."""
    parts = [census.figures(area, collection) for area, collection in pairs]
    return pd.concat([census.holdings.figures.iloc[:0], *parts], ignore_index=True)


def _told_apart(after: pd.DataFrame, new: Holdings, found: Differences) -> pd.DataFrame:
    """`after` with `ours`, whether the files give a figure, and `fresh`, whether it is new or
    changed as well."""
    told = pd.concat([found.new[KEY], found.changed[KEY]])
    ours = after["edition"].isin(new.editions["edition"])
    fresh = ours & pd.MultiIndex.from_frame(after[KEY]).isin(pd.MultiIndex.from_frame(told))
    return after.assign(ours=ours, fresh=fresh)
