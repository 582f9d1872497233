"""Stores of generated figures: 32 councils, quarter by quarter, in editions that revise each
other here and there. They are accepted as any others are."""

import hashlib
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pandas as pd

from cpdash.areas import AREAS
from cpdash.figures import EDITION_COLUMNS, FIGURE_COLUMNS, empty_editions, empty_figures
from cpdash.store import Store, Upload
from cpdash.vocabulary import CATEGORIES

PARTS = (
    "at_home kinship foster_authority foster_purchased adopters other_community authority_home"
    " voluntary_home residential_school secure crisis other_residential".split()
)
COUNCILS = 32
FIRST_YEAR = 2011
QUARTERS = 40
EDITIONS = 200
IN_AN_EDITION = 13
"""Quarters that an edition gives."""
EVERY = 4
"""Quarters between the first ones of two editions: after ten editions each quarter is given."""
PER_CENSUS = len(PARTS) + 1
WHOLE = QUARTERS // EVERY
"""Editions that together give every quarter."""
LARGE = 25
"""Quarters of an edition with more than 10,000 figures."""
NEWEST = "31 January 2017"
"""The last of these, on which nothing else has figures."""
COUNCIL = "S12000047"
START = datetime(2026, 1, 1, tzinfo=UTC)


def quarter(number: int) -> date:
    """The ends of quarters, so that the national return's July is among them."""
    month, day = ((1, 31), (4, 30), (7, 31), (10, 31))[number % 4]
    return date(FIRST_YEAR + number // 4, month, day)


def fill(store: Store, editions: int = EDITIONS) -> int:
    """Have editions accepted, one after the other. Returns how many figures they hold."""
    held = 0
    for number in range(editions):
        quarters = [(number * EVERY + place) % QUARTERS for place in range(IN_AN_EDITION)]
        one = generated(number, sorted(quarters))
        accept(store, one)
        held += len(one.figures)
    return held


def accept(store: Store, one: Upload) -> int:
    """Have it accepted as it is compared now; the number of its edition."""
    version = store.version()
    return store.accept(
        [one],
        compared_with=version,
        who="bench",
        token=f"bench-{version}",
        now=START + timedelta(minutes=version),
    ).editions[0]


def withdraw(store: Store, edition: int) -> None:
    """Take it back."""
    version = store.version()
    now = START + timedelta(minutes=version)
    store.withdraw(edition, compared_with=version, who="bench", token=f"back-{version}", now=now)


def generated(number: int, quarters: list[int]) -> Upload:
    """An edition as it would be read from a workbook with a row a council and quarter."""
    name = f"generated-{number + 1:03}.xlsx"
    published = pd.Timestamp(date(2021 + number // 12, number % 12 + 1, 1))
    figures = pd.DataFrame(_figures(number, quarters), columns=FIGURE_COLUMNS)
    source = (f"e{number}/1", name, f"Generated edition {number + 1}", published, "", False)
    editions = pd.DataFrame([source], columns=EDITION_COLUMNS)
    return Upload(
        name,
        hashlib.sha256(name.encode()).hexdigest(),
        1,
        figures.astype(dict(empty_figures().dtypes)),
        editions.astype(dict(empty_editions().dtypes)),
    )


def _figures(number: int, quarters: list[int]) -> Iterator[tuple[object, ...]]:
    chance, row = random.Random(number), 1
    councils = sorted(code for code in AREAS if code.startswith("S12"))[:COUNCILS]
    for area in councils:
        for place in quarters:
            row += 1
            seed = random.Random(f"{area} {place}")
            parts = [seed.randint(20, 200) for _ in PARTS]
            parts[0] += chance.random() < 0.01
            when = pd.Timestamp(quarter(place))
            for column, (code, value) in enumerate(
                zip((*PARTS, "total"), (*parts, sum(parts)), strict=True)
            ):
                figure = (area, when, "national", "looked_after", code, float(value), "")
                cell = f"{chr(ord('D') + column)}{row}"
                yield (*figure, f"e{number}/1", "Placements", cell, CATEGORIES[code].label)
