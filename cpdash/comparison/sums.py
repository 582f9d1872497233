"""Parts against totals across editions: a new total beside parts that are held, or the reverse."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from cpdash.areas import AREAS
from cpdash.comparison.words import figure_name, listing
from cpdash.sheets.checks import adds_up, apart_from_parts
from cpdash.wording import day, lower_first, number

LIST: Final = ["area", "collection", "measure"]
ROW: Final = [*LIST, "census_date"]


@dataclass(frozen=True)
class Sum:
    """A whole (`value`) whose parts would make another number (`made`), of several editions.

    `new_whole`: the whole comes from the new files; `held_parts`: categories that do not.
    """

    area: str
    collection: str
    measure: str
    census_date: date
    whole: str
    value: int
    made: int
    new_whole: bool
    held_parts: tuple[str, ...]

    def sentence(self) -> str:
        """Both numbers, which of them are new, and what to do."""
        parts = [lower_first(figure_name(self.measure, part)) for part in self.held_parts]
        held = f" Of these, held before: {listing(parts)}." if parts else ""
        return (
            f"{figure_name(self.measure, self.whole)}, {AREAS[self.area].name}: "
            f"{number(self.value)} at {day(self.census_date)}, which "
            f"{'is new' if self.new_whole else 'was held before'}; its parts would make "
            f"{number(self.made)}.{held} Check both against their source."
        )


def sums(after: pd.DataFrame) -> tuple[Sum, ...]:
    """Wholes that would be apart from their parts where not all are of one edition and some are
    new or changed. One edition's own parts are checked when its file is read, and a whole that
    they make needs no others.

    `after`: the newest figures as they would be, with `ours` (the new files give it) and `fresh`
    (it is new or changed).
    """
    of_row = after.groupby(ROW, sort=False)
    mixed = after[of_row["fresh"].transform("any") & of_row["edition"].transform("nunique").gt(1)]
    kinds = after.merge(mixed[LIST].drop_duplicates(), on=LIST).groupby(LIST)["category"]
    listed = {kind: frozenset(categories) for kind, categories in kinds}
    return tuple(
        found
        for _, row in mixed.groupby(ROW, sort=False)
        for found in _apart(row, listed[tuple(row[LIST].iloc[0])])
    )


def _apart(row: pd.DataFrame, listed: frozenset[str]) -> Iterator[Sum]:
    """The sums of figures that differ in their category alone; `listed`: what they may have."""
    given = dict(zip(row["category"], row["value"], strict=True))
    edition = dict(zip(row["category"], row["edition"], strict=True))
    ours, fresh = (set(row.loc[row[name], "category"]) for name in ("ours", "fresh"))
    for whole, parts, made in apart_from_parts(given, listed):
        used = {whole, *parts}
        own = {c: value for c, value in given.items() if edition[c] == edition[whole]}
        several = len({edition[category] for category in used}) > 1
        if used & fresh and several and not adds_up(own, whole):
            area, collection, measure, when = row[ROW].iloc[0]
            held = tuple(part for part in parts if part not in ours)
            value = int(given[whole])
            yield Sum(
                area, collection, measure, when.date(), whole, value, made, whole in ours, held
            )
