"""What holds for any figures: each is counted once, and what is said would be is what would be."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from cpdash.census import Census
from cpdash.comparison import compare
from cpdash.figures import KEY, Holdings, latest
from cpdash.indicators import INDICATORS
from tests.comparison.drawn import TODAY
from tests.drawing import holdings

KINDS = (
    *(f"looked_after {c}" for c in ("total", "community", "residential", "secure", "kinship")),
    "aftercare_eligible total",
    "aftercare_receiving total",
)
PLACES = ("S12000029 {} council", "S12000029 {} national", "S92000003 {} national")
DAYS = ("2018-07-31", "2019-07-31", "2020-07-31")
SAYS = ("0", "3", "4", "4p", "40", "44", "c", "x")


@st.composite
def held(draw: st.DrawFn) -> Holdings:
    """Up to 24 figures of two editions, published in any order."""
    figure = st.tuples(
        st.sampled_from(PLACES),
        st.sampled_from(DAYS),
        st.sampled_from(KINDS),
        st.sampled_from(("one/1", "two/1")),
    )
    keys = draw(st.lists(figure, min_size=1, max_size=24, unique=True))
    lines = [
        f"{place.format(day)} {kind} {draw(st.sampled_from(SAYS))} {edition}"
        for place, day, kind, edition in keys
    ]
    first, second = draw(st.permutations(("2021-01-01", "2022-01-01")))
    return holdings("\n".join(lines), f"one/1 {first}\ntwo/1 {second}")


def keys(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    return sorted(frame[KEY].itertuples(index=False, name=None))


@settings(max_examples=15)
@given(held(), held())
def test_every_figure_given_is_new_or_changed_or_the_same(old: Holdings, new: Holdings) -> None:
    found = compare(Census(old), new, {}, TODAY)
    given_figures = keys(latest(new.figures, new.editions))
    known = set(keys(old.figures))
    assert set(keys(found.new)) == set(given_figures) - known
    assert set(keys(found.changed)) <= set(given_figures) & known
    assert len(found.new) + len(found.changed) + found.same == len(given_figures)
    assert set(keys(found.vanished)).isdisjoint(given_figures)


@settings(max_examples=15)
@given(held())
def test_the_same_again_is_nothing_new(old: Holdings) -> None:
    found = compare(Census(old), old, {}, TODAY)
    assert found.nothing_new
    assert found.vanished.empty
    assert found.same == len(latest(old.figures, old.editions))
    assert (found.older, found.jumps, found.sums) == ((), (), ())


@settings(max_examples=15)
@given(held(), held())
def test_what_is_said_would_be_shown_is_what_is_shown_once_both_are_held(
    old: Holdings, new: Holdings
) -> None:
    found = compare(Census(old), new, {}, TODAY)
    named = {"one/1": "one (2)/1", "two/1": "two (2)/1"}
    again = Holdings(
        new.figures.assign(edition=new.figures["edition"].map(named)),
        new.editions.assign(edition=new.editions["edition"].map(named)),
    )
    after = Census(Holdings.of(old, again))
    for one in found.effects:
        shown = after.series(INDICATORS[one.indicator], one.area, one.collection)[-1]
        same = (one.after.when, one.after.status) == (shown.when, shown.status)
        assert same, one.sentence()
        assert getattr(one.after, "value", None) == getattr(shown, "value", None)
    newest = latest(after.holdings.figures, after.holdings.editions).set_index(KEY)
    for row in found.changed[found.changed["shown"]].itertuples():
        there = newest.loc[tuple(getattr(row, name) for name in KEY)]
        assert (there["edition"], there["cell"]) == (row.edition, row.cell)
