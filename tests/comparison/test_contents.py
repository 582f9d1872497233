"""What a reading holds, in words."""

import pandas as pd
import pytest

from cpdash.areas import AREAS
from cpdash.comparison import contents, figure_name
from cpdash.figures import FIGURE_COLUMNS, empty_figures
from cpdash.vocabulary import PLACES
from tests.drawing import STRATEGY, holdings


def told(text: str) -> list[str]:
    return contents(holdings(text).figures)


QUARTER = "\n".join(
    [
        *(f"S12000029 2026-07-31 council looked_after {c} 5" for c in (*PLACES[:12], "total")),
        "S12000029 2026-07-31 council aftercare_eligible total 225",
        "S12000029 2026-07-31 council aftercare_receiving total 101",
    ]
)


def test_a_quarter_of_a_council_is_two_lines() -> None:
    assert "; ".join(told(QUARTER)) == (
        "placements for South Lanarkshire at 31 July 2026, 12 categories; aftercare, 2 measures"
    )


def test_another_day_is_said_again() -> None:
    assert told(STRATEGY.replace("2018-03-31 council after", "2018-06-30 council after")) == [
        "placements for South Lanarkshire at 31 March 2018, 5 categories",
        "young people entitled to aftercare for South Lanarkshire at 30 June 2018",
    ]


def england(years: int, categories: int) -> pd.DataFrame:
    """England and its authorities of 2015, each year."""
    day = pd.Timestamp(2015, 3, 31).date()
    codes = [
        area.code
        for area in AREAS.values()
        if area.country == "England" and area.kind == "council" and area.stood(day)
    ]
    rows = [
        (code, pd.Timestamp(2015 - year, 3, 31), "national", "looked_after", place, 5.0, "", "e/1")
        for code in ("E92000001", *codes)
        for year in range(years)
        for place in PLACES[:categories]
    ]
    frame = pd.DataFrame([(*row, "S", "A1", "") for row in rows], columns=FIGURE_COLUMNS)
    return frame.astype(dict(empty_figures().dtypes))


def test_many_authorities_are_counted_and_their_country_named() -> None:
    assert contents(england(1, 8)) == [
        "placements for England and 152 authorities at 31 March 2015, 8 categories"
    ]
    assert contents(england(3, 8)) == [
        "placements for England and 152 authorities at 31 March 2013, 2014 and 2015, 8 categories"
    ]


def test_many_censuses_are_counted_between_the_first_and_the_last() -> None:
    assert contents(england(10, 1)) == [
        "placements for England and 152 authorities at 10 censuses from 31 March 2006 to 31 March "
        "2015, 1 category"
    ]


def test_totals_alone_are_no_placements() -> None:
    text = """
    S12000029 2018-03-31 council looked_after total 579
    S12000029 2018-07-31 council looked_after total 655
    S12000049 2018-03-31 council looked_after total 2500
    """
    assert told(text) == [
        "children looked after for Glasgow City and South Lanarkshire at 31 March 2018 and 31 July "
        "2018"
    ]


def test_two_collections_are_told_apart() -> None:
    text = """
    S12000029 2018-03-31 council looked_after total 579
    S12000029 2018-07-31 national looked_after total 655
    """
    assert told(text) == [
        "children looked after (the council's own figures) for South Lanarkshire at 31 March 2018",
        "children looked after (the national return) for South Lanarkshire at 31 July 2018",
    ]


def test_nothing_holds_nothing() -> None:
    assert contents(empty_figures()) == []


@pytest.mark.parametrize(
    ("measure", "category", "name"),
    [
        ("looked_after", "total", "Children looked after"),
        ("looked_after", "residential", "In residential care"),
        ("aftercare_eligible", "total", "Young people entitled to aftercare"),
        ("aftercare_eligible", "age_16", "Young people entitled to aftercare, aged 16"),
    ],
)
def test_a_figure_is_named_by_what_it_counts(measure: str, category: str, name: str) -> None:
    assert figure_name(measure, category) == name
