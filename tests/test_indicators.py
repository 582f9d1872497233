"""Every indicator keeps the same promises, and is computable on real figures."""

from functools import cache
from pathlib import Path

import pytest

from cpdash.census import Census
from cpdash.indicators import BREAKS, FAMILY_DEFINITIONS, INDICATORS
from cpdash.reading import read_folder
from cpdash.vocabulary import CATEGORIES, COLLECTIONS, MEASURES
from tests.test_language import BANNED

EVERY = pytest.mark.parametrize("name", INDICATORS)
STARTER = Path(__file__).parents[1] / "data" / "starter"
SCOTLAND = "S92000003"


@cache
def starter() -> Census:
    return Census(read_folder([STARTER]))


@EVERY
def test_an_indicator_says_what_it_is(name: str) -> None:
    indicator = INDICATORS[name]
    assert indicator.id == name
    assert indicator.title
    assert indicator.phrase
    assert indicator.unit in ("count", "percent")
    assert indicator.polarity in (-1, 0, 1)
    assert (indicator.base is not None) == (indicator.unit == "percent")


@EVERY
def test_its_sentences_end_with_a_full_stop(name: str) -> None:
    indicator = INDICATORS[name]
    for sentence in (indicator.definition, *indicator.caveats):
        assert sentence.endswith(".")
        assert sentence[0].isupper()


@EVERY
def test_its_words_put_people_first(name: str) -> None:
    indicator = INDICATORS[name]
    said = " ".join((indicator.title, indicator.definition, indicator.phrase, *indicator.caveats))
    assert [match[0] for match in BANNED.finditer(said)] == []


@EVERY
def test_it_counts_measures_and_categories_that_exist(name: str) -> None:
    indicator = INDICATORS[name]
    measure, parts = indicator.base or (indicator.measure, ())
    assert {indicator.measure, measure} <= set(MEASURES)
    assert {part.removeprefix("-") for part in (*indicator.parts, *parts)} <= set(CATEGORIES)


@EVERY
@pytest.mark.parametrize("area", ["S92000003", "E92000001", "S12000029", "S12000020"])
def test_it_can_be_computed_on_published_figures(name: str, area: str) -> None:
    indicator = INDICATORS[name]
    for collection in COLLECTIONS:
        series = starter().series(indicator, area, collection)
        dates = [one.when for one in series]
        assert dates == sorted(set(dates))
        for point in series.shown:
            assert point.places
            assert point.numerator >= 0
            if indicator.unit == "percent":
                assert point.denominator
                assert 0 <= point.value <= 100


def test_scotland_gives_most_of_them() -> None:
    given = {
        name
        for name, indicator in INDICATORS.items()
        if starter().series(indicator, SCOTLAND, "national").shown
    }
    assert {*FAMILY_DEFINITIONS, "looked_after", "aftercare_uptake", "continuing_care"} <= given


def test_three_definitions_of_a_family_have_three_sentences() -> None:
    assert len({INDICATORS[name].definition for name in FAMILY_DEFINITIONS}) == 3
    for name in FAMILY_DEFINITIONS:
        assert any("no official" in caveat for caveat in INDICATORS[name].caveats)


def test_two_indicators_are_never_told_apart_by_nothing() -> None:
    told = [(i.title, i.unit) for i in INDICATORS.values()]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("known", BREAKS, ids=lambda known: f"{known.group} {known.start}")
def test_a_break_is_of_figures_that_are_counted(known) -> None:  # type: ignore[no-untyped-def]
    assert known.group in {measure.group for measure in MEASURES.values()}
    assert set(known.collections) <= set(COLLECTIONS)
    assert set(known.categories) <= set(CATEGORIES)
    assert (known.drawn or known.start) <= known.start
    assert not known.note.endswith(".")
