"""Everything that is held, ready to be looked up: the one object that pages ask.

The store hands the Holdings over; pages ask nothing of it themselves.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, get_args

import pandas as pd

from cpdash.areas import AREAS, Kind
from cpdash.figures import Holdings, coherent, latest, revisions, workbook
from cpdash.indicators import Indicator
from cpdash.observations import Shelf, newest, observe, shelve
from cpdash.series import Gap, Point, Series, exact
from cpdash.vocabulary import COLLECTIONS

KEPT_SERIES = 4096
"""Series kept in memory: about 40 areas with two collections and every indicator."""


class Census:
    """Lookups over Holdings. Everything it returns is shared: do not change it."""

    def __init__(self, holdings: Holdings) -> None:
        self.holdings = holdings
        self.editions = holdings.editions.drop_duplicates("edition").set_index("edition")
        self._cited = {row.Index: _cited(row) for row in self.editions.itertuples()}
        self._file = self.editions["file"].to_dict()
        figures = latest(holdings.figures, holdings.editions)
        self._latest = _by_place(figures)
        self._coherent = _by_place(coherent(holdings.figures, holdings.editions))
        self._shelf = lru_cache(maxsize=256)(self._make_shelf)
        self.dates = lru_cache(maxsize=256)(self._make_dates)
        self.series = lru_cache(maxsize=KEPT_SERIES)(self._make_series)
        years = figures["census_date"].dt.year
        self.years = list(range(int(years.min()), int(years.max()) + 1)) if len(years) else []

    def areas(self) -> list[str]:
        """Codes of the areas that have figures: councils by name, then larger areas, then the
        illustrative."""
        held = {area for area, _ in self._latest}
        rank = {kind: place for place, kind in enumerate(get_args(Kind))}
        return sorted(held, key=lambda code: (rank[AREAS[code].kind], AREAS[code].name))

    def collections(self, area: str) -> list[str]:
        """The collections that an area has figures of; the council's own comes first."""
        return [name for name in COLLECTIONS if (area, name) in self._latest]

    def family_group(self, indicator: Indicator, area: str, collection: str) -> Series:
        """A share over the other councils of an area's family group, at each census for which
        all of them have it: their counts added up, not their shares averaged."""
        group = AREAS[area].family_group
        others = [a.code for a in AREAS.values() if a.family_group == group and a.code != area]
        at: dict[date, list[Point]] = {}
        for code in others if group is not None and indicator.base else ():
            for point in self.series(indicator, code, collection).shown:
                at.setdefault(point.when, []).append(point)
        return Series(_together(at[when]) for when in sorted(at) if len(at[when]) == len(others))

    def newest(self, indicator: Indicator, area: str, collection: str) -> Point | Gap | None:
        """The last observation of a series (its segment is 0), where no other is needed."""
        return newest(indicator, self._shelf(area, collection))

    def figures(self, area: str, collection: str) -> pd.DataFrame:
        """The newest edition of each figure of an area and collection (FIGURE_COLUMNS)."""
        empty = self.holdings.figures.iloc[:0]
        return self._latest.get((area, collection), empty)

    def revised(self, area: str) -> pd.DataFrame:
        """Figures of an area on which editions disagree, as `figures.revisions()`."""
        figures = self.holdings.figures
        return revisions(figures[figures["area"].eq(area)], self.holdings.editions)

    def illustrative(self, area: str) -> bool:
        """Whether the area's figures are invented."""
        return AREAS[area].kind == "illustrative"

    def sources(self, editions: Iterable[str]) -> list[str]:
        """What the editions are called, with the date each was published, without repeats."""
        return list(dict.fromkeys(self._cited[edition] for edition in editions))

    def file(self, edition: str) -> str:
        """The workbook that an edition stands in, with its number in the store."""
        number, file = workbook(edition), self._file[edition]
        return f"{file} (edition {number})" if number.isdigit() else file

    def _make_shelf(self, area: str, collection: str) -> Shelf:
        rows = self._coherent.get((area, collection))
        return {} if rows is None else shelve(rows)

    def _make_dates(self, area: str, collection: str) -> list[date]:
        """Days of the censuses of which an area and collection have any figure."""
        return [when.date() for when in self.figures(area, collection)["census_date"].unique()]

    def _make_series(self, indicator: Indicator, area: str, collection: str) -> Series:
        return observe(indicator, self._shelf(area, collection), area, collection)


def _together(points: list[Point]) -> Point:
    """The shares of several areas at one census as the share of all their people."""
    top = sum(point.numerator for point in points)
    base = sum(point.denominator or 0 for point in points)
    places = tuple(place for point in points for place in point.places)
    segment = max(point.segment for point in points)
    return Point(points[0].when, exact(top, base), top, base, segment, places=places)


def _cited(edition: Any) -> str:
    published = f", published {edition.published_text}" if edition.published_text else ""
    return f"{edition.source}{published}"


def _by_place(figures: pd.DataFrame) -> dict[tuple[str, str], pd.DataFrame]:
    return {
        (str(area), str(collection)): part
        for (area, collection), part in figures.groupby(["area", "collection"], sort=False)
    }
