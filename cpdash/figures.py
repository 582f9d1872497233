"""The tidy table: one row is one figure as one edition published it.

`figures` columns are FIGURE_COLUMNS; its key is KEY plus `edition`. `editions` columns are
EDITION_COLUMNS, one row an edition, keyed by `edition`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd

from cpdash.problems import Problem
from cpdash.vocabulary import MEASURES

HALVES = ("total", "community", "residential")
SLIP = 3
"""Official totals differ from their halves by up to this many children (12,083 and 12,084)."""

KEY = ["area", "census_date", "collection", "measure", "category"]
SET = ["area", "census_date", "collection", "group"]
FIGURE_COLUMNS = [*KEY, "value", "status", "edition", "sheet", "cell", "label"]
EDITION_COLUMNS = [
    "edition",  # short text, the same for the same file, source and date each time it is read
    "file",  # name of the workbook, without its folder
    "source",  # what the row's source column says: the publication
    "published",  # Timestamp to order editions by; the first day of a month or year known no closer
    "published_text",  # the date as precisely as the source knows it: "April 2025"
    "illustrative",  # True for invented figures
]


def empty_figures() -> pd.DataFrame:
    """No figures, with the columns and types of the tidy table."""
    text = {name: pd.Series(dtype="str") for name in FIGURE_COLUMNS}
    text["census_date"] = pd.Series(dtype="datetime64[us]")
    text["value"] = pd.Series(dtype="float64")
    return pd.DataFrame(text)[FIGURE_COLUMNS]


def empty_editions() -> pd.DataFrame:
    """No editions, with the columns and types of the table of editions."""
    text = {name: pd.Series(dtype="str") for name in EDITION_COLUMNS}
    text["published"] = pd.Series(dtype="datetime64[us]")
    text["illustrative"] = pd.Series(dtype="bool")
    return pd.DataFrame(text)[EDITION_COLUMNS]


@dataclass(frozen=True)
class Holdings:
    """All that is held: figures of every edition, the editions, and what was wrong."""

    figures: pd.DataFrame = field(default_factory=empty_figures)
    editions: pd.DataFrame = field(default_factory=empty_editions)
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, *parts: "Holdings") -> "Holdings":
        """Several holdings as one."""
        return cls(
            pd.concat([part.figures for part in parts], ignore_index=True),
            pd.concat([part.editions for part in parts], ignore_index=True),
            tuple(problem for part in parts for problem in part.problems),
        )


def rows(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows, their cells by name of column."""
    return frame.itertuples(index=False)


def said(figures: pd.DataFrame) -> pd.Series:
    """What each row says, to compare: its number, or the mark that stands in its place."""
    return figures["value"].astype("str").where(figures["value"].notna(), figures["status"])


def workbook(edition: str) -> str:
    """What the editions of one file have in common: `report` of `report/1` and `report/2`."""
    return edition.rpartition("/")[0] or edition


def beside(part: Holdings, taken: Iterable[str]) -> Holdings:
    """The same, with no workbook named as one of the editions in `taken`: `report/1` becomes
    `report (2)/1`."""
    used = {workbook(edition) for edition in taken}
    names = {}
    for name in dict.fromkeys(map(workbook, part.editions["edition"])):
        free, again = name, 2
        while free in used:
            free, again = f"{name} ({again})", again + 1
        used.add(free)
        names[name] = free
    new = {e: names[workbook(e)] + e[len(workbook(e)) :] for e in part.editions["edition"]}
    return replace(
        part,
        figures=part.figures.assign(edition=part.figures["edition"].map(new).astype("str")),
        editions=part.editions.assign(edition=part.editions["edition"].map(new).astype("str")),
    )


def rank(editions: pd.DataFrame) -> pd.Series:
    """The place of each edition (the index) from the oldest to the newest; those of one day stay
    as they stand."""
    return (
        editions.reset_index(drop=True)
        .sort_values("published", kind="stable")
        .reset_index(drop=True)
        .reset_index()
        .drop_duplicates("edition", keep="last")
        .set_index("edition")["index"]
    )


def in_order(figures: pd.DataFrame, editions: pd.DataFrame) -> pd.DataFrame:
    """Figures from the oldest edition to the newest; editions of one day stay as they stand."""
    order = figures["edition"].map(rank(editions)).to_numpy()
    return figures.assign(order=order).sort_values("order", kind="stable")


def latest(figures: pd.DataFrame, editions: pd.DataFrame) -> pd.DataFrame:
    """The newest edition of each figure: one row a KEY, sorted by it."""
    newest = in_order(_printed(figures), editions).drop_duplicates(KEY, keep="last")
    return newest[FIGURE_COLUMNS].sort_values(KEY).reset_index(drop=True)


def _printed(figures: pd.DataFrame) -> pd.DataFrame:
    """Without sums (status `d`) that some edition prints as they are: the printed one is cited."""
    sums = figures["status"].eq("d")
    if not sums.any():
        return figures
    printed = pd.MultiIndex.from_frame(figures.loc[~sums, [*KEY, "value"]])
    added_up = pd.MultiIndex.from_frame(figures.loc[sums, [*KEY, "value"]])
    return figures.drop(index=figures.index[sums][added_up.isin(printed)])


def revisions(figures: pd.DataFrame, editions: pd.DataFrame) -> pd.DataFrame:
    """Figures on which editions disagree: KEY, `first` and `last` with their editions and
    statuses, and `said`, how many editions give it. A figure that one edition withholds and
    another prints is a disagreement too."""
    ordered = in_order(_printed(figures), editions)
    ordered = ordered.assign(says=said(ordered))
    groups = ordered.groupby(KEY, sort=True)
    table = groups.agg(
        first=("value", lambda v: v.iloc[0]),
        last=("value", lambda v: v.iloc[-1]),
        first_edition=("edition", lambda v: v.iloc[0]),
        last_edition=("edition", lambda v: v.iloc[-1]),
        first_status=("status", lambda v: v.iloc[0]),
        last_status=("status", lambda v: v.iloc[-1]),
        said=("edition", "size"),
        different=("says", "nunique"),
    )
    return table[table["different"] > 1].drop(columns="different").reset_index()


def coherent(figures: pd.DataFrame, editions: pd.DataFrame) -> pd.DataFrame:
    """Figures that may be divided by each other: FIGURE_COLUMNS, `group` and `epoch`, one row a
    KEY and epoch, the newest edition's.

    Within one area, census, collection and group of measures an edition that contradicts an
    earlier one starts a new epoch (0, 1, ...). Figures of one epoch contradict nothing; those of
    two must not be mixed: 13,255 children in the first edition for 2021 and 11,933 of them in
    the community in a later one give a share that nobody ever published.
    """
    ordered = in_order(_printed(figures), editions)
    ordered["group"] = ordered["measure"].map({code: m.group for code, m in MEASURES.items()})
    ordered = ordered[_not_outdated(ordered)]
    says = said(ordered)
    set_of = ordered.groupby(SET, sort=False).ngroup()
    figure = ordered.groupby(KEY, sort=False).ngroup()
    different = pd.DataFrame({"figure": figure, "says": says}).drop_duplicates()["figure"]
    contested = set(set_of[figure.isin(different[different.duplicated()])])
    contested |= _not_adding_up(ordered, set_of)
    in_question = ordered[set_of.isin(contested)]
    ordered["epoch"] = 0
    ordered.loc[in_question.index, "epoch"] = _epochs(in_question, set_of[in_question.index])
    last = ordered.drop_duplicates([*KEY, "epoch"], keep="last")
    return last[[*FIGURE_COLUMNS, "group", "epoch"]].reset_index(drop=True)


def _not_outdated(ordered: pd.DataFrame) -> pd.Series:
    """Which rows can still matter: an edition that gives every figure of its set outdates all
    older ones, and most of a long history is dropped here at once."""
    set_of = ordered.groupby(SET, sort=False).ngroup()
    figure = ordered.groupby(KEY, sort=False).ngroup()
    in_set = figure.groupby(set_of).transform("nunique")
    in_edition = figure.groupby([set_of, ordered["order"]]).transform("nunique")
    whole = ordered["order"].where(in_edition.eq(in_set), -1)
    return ordered["order"] >= whole.groupby(set_of).transform("max")


def _not_adding_up(ordered: pd.DataFrame, set_of: pd.Series) -> set[int]:
    """Sets in which some edition's halves do not make another's total."""
    halves = ordered[ordered["measure"].eq("looked_after") & ordered["category"].isin(HALVES)]
    wide = halves.assign(set=set_of[halves.index]).pivot_table(
        index="set", columns="category", values="value", aggfunc="last"
    )
    if set(wide.columns) != set(HALVES):
        return set()
    gap = wide["community"] + wide["residential"] - wide["total"]
    return set(wide.index[gap.abs() > SLIP])


def _epochs(ordered: pd.DataFrame, set_of: pd.Series) -> pd.Series:
    """The epoch of each row, rows in the order of their editions; `set_of` is the set of each."""
    table = ordered.assign(set=set_of).sort_values(["set", "order"], kind="stable")
    names = ["set", "order", "measure", "category", "value", "status"]
    # A store may hold thousands of sets in question: a frame of its own for each would take long.
    lines = zip(*(table[name].tolist() for name in names), strict=True)
    numbers: list[int] = []
    for _, of_set in groupby(lines, itemgetter(0)):
        held: dict[tuple[str, str], float | str] = {}
        epoch = 0
        for _, edition in groupby(of_set, itemgetter(1)):
            given = [((m, c), v if v == v else s) for _, _, m, c, v, s in edition]
            says = dict(given)
            contradicted = any(held.get(key, said) != said for key, said in says.items())
            if held and (contradicted or not _adds_up(held | says)):
                epoch, held = epoch + 1, {}
            held |= says
            numbers += [epoch] * len(given)
    return pd.Series(numbers, index=table.index)


def _adds_up(held: dict[tuple[str, str], float | str]) -> bool:
    halves = [held.get(("looked_after", category)) for category in HALVES]
    total, community, residential = halves
    if isinstance(total, float) and isinstance(community, float) and isinstance(residential, float):
        return abs(community + residential - total) <= SLIP
    return True
