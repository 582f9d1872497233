"""What files would change, as tables of figures and as sentences about the pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
import streamlit as st

from cpdash.areas import AREAS
from cpdash.comparison import Comparison, Effect, Ruling, figure_name
from cpdash.figures import rows
from cpdash.series import Point
from cpdash.ui import html
from cpdash.ui.card import download
from cpdash.vocabulary import COLLECTIONS
from cpdash.wording import day, lower_first, number, plural, says, signed

MOST: Final = 20
"""Rows or sentences that are shown at once; of more there is a list to scroll or to open."""


@dataclass(frozen=True)
class Change:
    """One kind of change: its title behind the number of figures, one or `many`, the columns of
    its table, and what stands in them for a row and the files of the editions."""

    one: str
    many: str
    columns: tuple[str, ...]
    line: Callable[[Any, dict[str, str]], tuple[str, ...]]


def tables(found: Comparison, key: str, only: Sequence[str] = ()) -> None:
    """Every kind of change that there is, or only some of CHANGES, with a list of each to take
    away. `key` tells these tables from others on the page."""
    editions = found.editions.drop_duplicates("edition")
    file = dict(zip(editions["edition"], editions["file"], strict=True))
    shown = found.changed["shown"]
    frames = vars(found) | {"changed": found.changed[shown], "older": found.changed[~shown]}
    for name in only or CHANGES:
        change, frame = CHANGES[name], frames[name]
        if len(frame):
            _table(f"{key}-{name}", change, [change.line(row, file) for row in rows(frame)])


def effects(found: Comparison) -> None:
    """What the pages would say: indicators, then targets, those whose verdict changes first."""
    # A first census that does not give an indicator changes nothing that a page says of it.
    said = [one for one in found.effects if one.before or isinstance(one.after, Point)]
    rulings = sorted(found.rulings, key=_keeps_its_verdict)
    _moved("effects", "Headline numbers", said)
    _moved("rulings", "Targets of the plans", rulings)


def _keeps_its_verdict(ruling: Ruling) -> bool:
    return ruling.before.verdict.arithmetic == ruling.after.verdict.arithmetic


def _moved(key: str, title: str, every: Sequence[Effect | Ruling]) -> None:
    """What would be said otherwise, and how much would not."""
    if not every:
        return
    changed = [one.sentence() for one in every if one.changed]
    same = [one.sentence() for one in every if not one.changed]
    html.part(title, "" if changed else "None changes.")
    sentences(key, changed)
    if same:
        _folded(f"{key}-same", plural(len(same), "stays as it is", "stay as they are"), same)


def sentences(key: str, said: Sequence[str]) -> None:
    """Sentences as a list; what is more than a screen can take behind a line that opens."""
    html.points(said[:MOST])
    if more := said[MOST:]:
        _folded(key, f"{number(len(more))} more", more)


def _folded(key: str, title: str, said: Iterable[str]) -> None:
    opener = st.expander(title, key=f"behind-{key}", type="compact", on_change="rerun")
    if opener.open:
        with opener:
            html.points(said)


def _table(key: str, change: Change, lines: list[tuple[str, ...]]) -> None:
    """A short list as a table, a long one to scroll; both to take away. What all are of is said
    once."""
    title, columns = plural(len(lines), change.one, change.many), change.columns
    whose = {line[0] for line in lines}
    if len(whose) == 1:
        title, columns = f"{title}: {whose.pop()}", columns[1:]
        lines = [line[1:] for line in lines]
    html.part(title)
    if len(lines) <= MOST:
        html.table(title, columns, lines, captioned=False)
    else:
        st.dataframe(pd.DataFrame(lines, columns=list(columns)), hide_index=True, alt=title)
    download(key, columns, lines, "Download this list")


def _which(row: Any) -> tuple[str, str, str]:
    area = f"{AREAS[row.area].name}, {lower_first(COLLECTIONS[row.collection])}"
    return area, day(row.census_date), figure_name(row.measure, row.category)


def _place(file: str, sheet: str, cell: str) -> str:
    return f"{file}, sheet '{sheet}', cell {cell}"


def _kind(row: Any, _file: dict[str, str]) -> tuple[str, ...]:
    area = f"{AREAS[row.area].name}, {lower_first(COLLECTIONS[row.collection])}"
    return area, figure_name(row.measure, row.category), number(row.figures)


def _given(row: Any, file: dict[str, str]) -> tuple[str, ...]:
    place = _place(file[row.edition], row.sheet, row.cell)
    return *_which(row), says(row.value, row.status), place


def _beside(value: float, status: str, shown: float, its_status: str) -> str:
    """What is said beside the figure that is to be shown: where that one is withheld, no number."""
    withheld = its_status == "c" and shown != shown
    return "given" if withheld and value == value else says(value, status)


def _changed(row: Any, file: dict[str, str]) -> tuple[str, ...]:
    was = _beside(row.was, row.was_status, row.value, row.status)
    return _moves(row, file, was, says(row.value, row.status))


def _older(row: Any, file: dict[str, str]) -> tuple[str, ...]:
    said = _beside(row.value, row.status, row.was, row.was_status)
    return _moves(row, file, says(row.was, row.was_status), said)


def _moves(row: Any, file: dict[str, str], was: str, said: str) -> tuple[str, ...]:
    return (
        *_which(row),
        was,
        said,
        "" if row.difference != row.difference else signed(row.difference),
        _place(file[row.was_edition], row.was_sheet, row.was_cell),
        _place(file[row.edition], row.sheet, row.cell),
    )


def _disagreed(row: Any, file: dict[str, str]) -> tuple[str, ...]:
    return (
        *_which(row),
        says(row.value, row.status),
        _place(file[row.edition], row.sheet, row.cell),
        _beside(row.other_value, row.other_status, row.value, row.status),
        _place(file[row.other_edition], row.other_sheet, row.other_cell),
    )


WHICH: Final = ("Area", "Census date", "What")
MOVED: Final = (*WHICH, "Was", "Is", "Difference", "Was in", "Is in")
CHANGES: Final = {
    "changed": Change("figure changes", "figures change", MOVED, _changed),
    "disagreements": Change(
        "figure that two of the files say differently",
        "figures that two of the files say differently",
        (*WHICH, "To be shown", "In", "The other says", "There in"),
        _disagreed,
    ),
    "vanished": Change(
        "figure is no longer given, and stays held",
        "figures are no longer given, and stay held",
        (*WHICH, "Held", "In"),
        _given,
    ),
    "appeared": Change(
        "kind of figure is given for the first time",
        "kinds of figure are given for the first time",
        ("Area", "What", "Figures"),
        _kind,
    ),
    "older": Change(
        "figure differs from a later edition, which stays the one shown",
        "figures differ from a later edition, which stays the one shown",
        (*WHICH, "Shown", "This file says", "Difference", "Shown from", "This file"),
        _older,
    ),
    "marked": Change("figure has another mark", "figures have another mark", MOVED, _changed),
    "new": Change("new figure", "new figures", (*WHICH, "Figure", "In"), _given),
}
"""By the name of their frame in a Comparison, in the order in which they are looked at."""
