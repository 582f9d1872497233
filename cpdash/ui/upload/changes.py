"""The figures that files would change, as tables."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from cpdash.areas import AREAS
from cpdash.comparison import Comparison, figure_name
from cpdash.figures import rows
from cpdash.ui import html
from cpdash.ui.card import download
from cpdash.vocabulary import COLLECTIONS
from cpdash.wording import day, lower_first, number, plural, says, signed

MOST: Final = 12
"""Rows of a table that are shown at once; more are in a list to scroll."""


def tables(found: Comparison, only: Sequence[str] = ()) -> None:
    """Every kind of change that there is, or only some, with a list of each to take away."""
    editions = found.editions.drop_duplicates("edition")
    file = dict(zip(editions["edition"], editions["file"], strict=True))
    for name, title, frame, columns, line in _tables(found):
        if len(frame) and (not only or name in only):
            lines = [line(row, file) for row in rows(frame)]
            whose = {one[0] for one in lines}
            alone = whose.pop() if len(whose) == 1 else ""
            html.part(title, alone)
            at = 1 if alone else 0
            _listed(name, title, columns[at:], [one[at:] for one in lines])


Line = Callable[[Any, dict[str, str]], tuple[str, ...]]
WHICH: Final = ("Area", "Census date", "What")


def _tables(found: Comparison) -> list[tuple[str, str, pd.DataFrame, tuple[str, ...], Line]]:
    """Name, title, figures, columns and what stands in them."""
    changed = found.changed
    older = changed[~changed["shown"]]
    return [
        (
            "changed",
            plural(len(changed) - len(older), "figure changes", "figures change"),
            changed[changed["shown"]],
            (*WHICH, "Was", "Is", "Difference", "Was in", "Is in"),
            _changed,
        ),
        (
            "disagreements",
            plural(len(found.disagreements), "figure that", "figures that")
            + " two of the files say differently",
            found.disagreements,
            (*WHICH, "One says", "In", "The other says", "In"),
            _disagreed,
        ),
        (
            "vanished",
            plural(len(found.vanished), "figure is", "figures are")
            + " no longer given, and stay held",
            found.vanished,
            (*WHICH, "Held", "In"),
            _given,
        ),
        (
            "appeared",
            plural(len(found.appeared), "kind of figure is", "kinds of figure are")
            + " given for the first time",
            found.appeared,
            ("Area", "What", "Figures"),
            _kind,
        ),
        (
            "older",
            plural(len(older), "figure differs", "figures differ")
            + " from a later edition, which stays the one shown",
            older,
            (*WHICH, "Shown", "This file says", "Difference", "Shown from", "This file"),
            _changed,
        ),
        (
            "marked",
            plural(len(found.marked), "figure has", "figures have") + " another mark",
            found.marked,
            (*WHICH, "Was", "Is", "Difference", "Was in", "Is in"),
            _changed,
        ),
        (
            "new",
            plural(len(found.new), "new figure", "new figures"),
            found.new,
            (*WHICH, "Figure", "In"),
            _given,
        ),
    ]


def _area(row: Any) -> str:
    return f"{AREAS[row.area].name}, {lower_first(COLLECTIONS[row.collection])}"


def _name(row: Any) -> str:
    return figure_name(row.measure, row.category)


def _which(row: Any) -> tuple[str, str, str]:
    return _area(row), day(row.census_date), _name(row)


def _place(file: str, sheet: str, cell: str) -> str:
    return f"{file}, sheet '{sheet}', cell {cell}"


def _kind(row: Any, _file: dict[str, str]) -> tuple[str, ...]:
    return _area(row), _name(row), number(row.figures)


def _given(row: Any, file: dict[str, str]) -> tuple[str, ...]:
    return (
        *_which(row),
        says(row.value, row.status),
        _place(file[row.edition], row.sheet, row.cell),
    )


def _changed(row: Any, file: dict[str, str]) -> tuple[str, ...]:
    # What is kept private now is not printed beside it as it once stood.
    hidden = row.status == "c" and row.value != row.value
    was = "given" if hidden else says(row.was, row.was_status)
    gap = "" if row.difference != row.difference else signed(row.difference)
    return (
        *_which(row),
        was,
        says(row.value, row.status),
        gap,
        _place(file[row.was_edition], row.was_sheet, row.was_cell),
        _place(file[row.edition], row.sheet, row.cell),
    )


def _disagreed(row: Any, file: dict[str, str]) -> tuple[str, ...]:
    return (
        *_which(row),
        says(row.value, row.status),
        _place(file[row.edition], row.sheet, row.cell),
        says(row.other_value, row.other_status),
        _place(file[row.other_edition], row.other_sheet, row.other_cell),
    )


def _listed(name: str, title: str, columns: Sequence[str], lines: list[tuple[str, ...]]) -> None:
    """A short list as a table, a long one to scroll; both to take away."""
    if len(lines) <= MOST:
        html.table(title, columns, lines)
    else:
        # Columns of one name are two: a frame needs to tell them apart.
        told = [f"{c} " if c in columns[:at] else c for at, c in enumerate(columns)]
        st.dataframe(pd.DataFrame(lines, columns=told), hide_index=True, alt=title)
    download(f"compared-{name}", columns, lines, "Download this list")
