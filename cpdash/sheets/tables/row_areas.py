"""Which area a row is about, told from its codes and names."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from cpdash import areas
from cpdash.areas import Area, Conflict
from cpdash.sheets.words.dates import census_date, when_of

RANK: Final = {"country": 0, "region": 1, "aggregate": 2}
"""How narrow an area is; every other kind is narrower."""
NAMING: Final = frozenset(("", "area", "category"))
"""Dimensions of columns whose texts may name areas."""
CODED: Final = frozenset(("code", "old_code"))
LEAST_CODE: Final = 100
"""Smaller numbers at the head of a row are ages."""

Labels = dict[int, object]
"""The labels of a row: column -> what stands there."""


def is_code(heading: str, value: object) -> bool:
    """Whether a label is a number in a column without a heading: a code of the publisher's own."""
    return not heading and type(value) is int and value >= LEAST_CODE


@dataclass
class RowAreas:
    """Finds the areas of the rows of one table. `headings` and `dimensions` of its columns of
    labels; `country` of the file; `day` that the whole table is about, if any."""

    headings: dict[int, str]
    dimensions: dict[int, str]
    country: str
    day: date | None
    found: dict[tuple[object, ...], Area | Conflict | None] = field(default_factory=dict)
    names: dict[str, bool] = field(default_factory=dict)

    def of(self, row: Labels) -> Area | Conflict | None:
        """The narrowest area that the labels name, a code before a name. Many rows are about one
        area: each way to name it is looked up once."""
        told = self.telling
        asked = tuple([one for one in row.items() if told[one[0]] or self._named(*one)])
        if asked not in self.found:
            self.found[asked] = self._find(dict(asked))
        return self.found[asked]

    @cached_property
    def telling(self) -> dict[int, bool]:
        """Whether a column always says something of the area, or of the time it was so called."""
        telling = (NAMING | CODED | {"time"}) - {"category"}
        return {column: dimension in telling for column, dimension in self.dimensions.items()}

    def _named(self, column: int, value: object) -> bool:
        """Whether a label among the kinds of home names an area all the same."""
        if self.dimensions[column] != "category" or not isinstance(value, str):
            return False
        if value not in self.names:
            self.names[value] = areas.find(value, self.country) is not None
        return self.names[value]

    def _find(self, row: Labels) -> Area | Conflict | None:
        codes: list[str] = []
        names: list[tuple[int, str]] = []
        for column, value in row.items():
            dimension, text = self.dimensions[column], str(value)
            if dimension in CODED or is_code(self.headings[column], value):
                codes.append(text)
            elif dimension in NAMING and isinstance(value, str):
                area = areas.find(text, self.country)
                if area is None and dimension == "area":
                    area = areas.total_of(text, self.country)
                if area is not None:
                    names.append((RANK.get(area.kind, 3), text))
        name = max(names, key=lambda pair: pair[0])[1] if names else ""
        if not codes and not name:
            return None
        found = areas.by_codes(codes, name, self.country, self._about(row))
        return found or (None if codes else areas.total_of(name, self.country))

    def _about(self, row: Labels) -> date | None:
        """Roughly the day that a row is about, to tell areas of one name apart."""
        for column, value in row.items():
            when = when_of(value) if self.dimensions[column] == "time" else None
            if when is not None:
                return census_date(when, self.country)
        return self.day
