"""Figures beside figures: what is new, changed, the same, no longer given, or said twice."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from cpdash.figures import KEY, SET, Holdings, in_order, latest, rank, rows, said, workbook
from cpdash.vocabulary import MEASURES
from cpdash.wording import number, plural

PAIR: Final = ["area", "collection"]
KIND: Final = [*PAIR, "measure", "category"]
PLACE: Final = ["edition", "sheet", "cell"]
SAYS: Final = ["value", "status", *PLACE]


@dataclass(frozen=True)
class Older:
    """An edition of the new files that was published before one that is held: of `figures` that
    both give, the held one stays the one shown. `different`: how many of them differ. The days of
    publication are as the files print them, "" where a file does not say."""

    file: str
    published: str
    held_file: str
    held_published: str
    figures: int
    different: int

    def sentence(self) -> str:
        """Which is older, as far as the files say, and what that means."""
        both = plural(self.figures, "figure stands", "figures stand")
        other = f"{number(self.different) if self.different else 'none'} of them"
        other += " differ" if self.different > 1 else " differs"
        return (
            f"{self.file} ({_when(self.published)}) counts as older than {self.held_file}, which "
            f"is held ({_when(self.held_published)}): {both} in both, {other}, and what is held "
            "stays the one shown."
        )


@dataclass(frozen=True)
class Differences:
    """New figures beside those held. Frames have one row a figure (KEY). Every figure given is
    either `new`, or `changed`, or one of `same`.

    new: no edition that is held gives it. `value`, `status`, `edition`, `sheet`, `cell`.
    changed: the newest held says another thing. `was`, `was_status`, `value`, `status`,
        `difference` (NaN where either is withheld), where both stand (`was_edition`, `was_sheet`,
        `was_cell`, `edition`, `sheet`, `cell`), and `shown`: whether the new one would be the one
        shown; if not, what is held was published later.
    marked: of the same, those that would carry another mark (estimated, provisional, break);
        columns as in `changed`.
    vanished: held and not given, though the file speaks of the same area, census, collection and
        group of measures, and counts as newer than the edition that gives it. These are the newest
        held and stay held and shown. Columns as in `new`.
    appeared: kinds of figure that the area and collection never had: `area`, `collection`,
        `measure`, `category`, and `figures`, how many are given.
    first: `area` and `collection` of which nothing is held yet.
    """

    new: pd.DataFrame
    changed: pd.DataFrame
    marked: pd.DataFrame
    same: int
    vanished: pd.DataFrame
    appeared: pd.DataFrame
    first: pd.DataFrame
    older: tuple[Older, ...]

    @property
    def nothing_new(self) -> bool:
        """Whether every figure says the same again, its mark too."""
        return self.new.empty and self.changed.empty and self.marked.empty

    def summary(self) -> str:
        """`12 new figures, 3 changed, 1 no longer given, 140 the same`."""
        shown = int(self.changed["shown"].sum())
        counts = {
            "changed": shown,
            "older than what is held": len(self.changed) - shown,
            "with another mark": len(self.marked),
            "no longer given": len(self.vanished),
            "the same": self.same - len(self.marked),
        }
        start = plural(len(self.new), "new figure", "new figures")
        if self.nothing_new:
            start = "nothing new"
        return ", ".join([start, *(f"{number(n)} {what}" for what, n in counts.items() if n)])


def differences(
    before: pd.DataFrame, after: pd.DataFrame, new: Holdings, editions: pd.DataFrame
) -> Differences:
    """What `new` says beside the newest figures held of its areas and collections (`before`).
    `after`: the newest of what it speaks of, as it would be; `editions`: all of them."""
    given = latest(new.figures, new.editions)
    both = _beside_held(given, before)
    fresh = after.loc[after["edition"].isin(new.editions["edition"]), KEY]
    both["shown"] = pd.MultiIndex.from_frame(both[KEY]).isin(pd.MultiIndex.from_frame(fresh))
    known = both["was_edition"].notna()
    other = known & both["says"].ne(both["was_says"])
    marked = known & ~other & both["status"].ne(both["was_status"]) & both["shown"]
    both["difference"] = both["value"] - both["was"]
    place = rank(editions)
    changed = [*KEY, "was", "was_status", "value", "status", "difference"]
    changed += ["was_edition", "was_sheet", "was_cell", *PLACE, "shown"]
    pairs = before[PAIR].drop_duplicates()
    return Differences(
        both.loc[~known, [*KEY, *SAYS]].reset_index(drop=True),
        both.loc[other, changed].reset_index(drop=True),
        both.loc[marked, changed].reset_index(drop=True),
        int((known & ~other).sum()),
        _vanished(given, before, place),
        _appeared(both[~known], before, pairs),
        without(given[PAIR].drop_duplicates(), pairs),
        _older(both[known].assign(other=other), place, editions),
    )


def disagreements(new: Holdings) -> pd.DataFrame:
    """Figures of which two files of a batch say different things: KEY, what the one says that
    counts as newer (SAYS), and the same of the other, with `other_` before each column."""
    ordered = in_order(new.figures, new.editions)
    ordered["says"] = said(ordered)
    ordered["workbook"] = ordered["edition"].map({e: workbook(e) for e in new.editions["edition"]})
    each = ordered.drop_duplicates([*KEY, "workbook"], keep="last")
    columns = [*SAYS, "says", "workbook"]
    last = each.drop_duplicates(KEY, keep="last")[[*KEY, *columns]]
    other = each[each.duplicated(KEY, keep=False)][[*KEY, *columns]]
    pairs = last.merge(other.rename(columns={name: f"other_{name}" for name in columns}), on=KEY)
    differ = pairs["says"].ne(pairs["other_says"])
    return pairs.loc[differ, [*KEY, *SAYS, *(f"other_{name}" for name in SAYS)]].reset_index(
        drop=True
    )


def without(part: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """The rows of `part` that are not among `others`, which has some of its columns."""
    return part.merge(others, how="left_anti").reset_index(drop=True)


def in_sets(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures with the column `group` of their measure, which makes up SET."""
    groups = {code: measure.group for code, measure in MEASURES.items()}
    return figures.assign(group=figures["measure"].map(groups))


def _beside_held(given: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """Each figure given, with what is held of it in columns `was...`, empty where nothing is."""
    held = before.assign(says=said(before)).rename(columns={"value": "was"})
    held = held.rename(columns={name: f"was_{name}" for name in ("status", *PLACE, "says")})
    columns = [*KEY, "was", "was_status", *(f"was_{name}" for name in PLACE), "was_says"]
    return given.assign(says=said(given)).merge(held[columns], on=KEY, how="left")


def _places(figures: pd.DataFrame, place: pd.Series, column: str = "edition") -> np.ndarray:
    """The place of each figure's edition among all."""
    return place.reindex(figures[column]).to_numpy()


def _vanished(given: pd.DataFrame, before: pd.DataFrame, place: pd.Series) -> pd.DataFrame:
    spoken = in_sets(given).assign(newer=_places(given, place))
    sets = spoken.groupby(SET, sort=False, as_index=False)["newer"].max()
    held = in_sets(before).merge(sets, on=SET)
    earlier = held[_places(held, place) < held["newer"]]
    return without(earlier[[*KEY, *SAYS]], given[KEY])


def _appeared(new: pd.DataFrame, before: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    known = new.merge(pairs, on=PAIR)
    kinds = without(known, before[KIND].drop_duplicates())
    return kinds.groupby(KIND, sort=True, as_index=False).size().rename(columns={"size": "figures"})


def _older(known: pd.DataFrame, place: pd.Series, editions: pd.DataFrame) -> tuple[Older, ...]:
    late = known[_places(known, place) < _places(known, place, "was_edition")]
    counted = late.groupby(["edition", "was_edition"], sort=False, as_index=False).agg(
        figures=("other", "size"), different=("other", "sum")
    )
    about = editions.drop_duplicates("edition", keep="last").set_index("edition")
    file, published = about["file"], about["published_text"]
    return tuple(
        Older(
            file[row.edition],
            published[row.edition],
            file[row.was_edition],
            published[row.was_edition],
            int(row.figures),
            int(row.different),
        )
        for row in rows(counted)
    )


def _when(published: str) -> str:
    return f"published {published}" if published else "it does not say when it was published"
