"""Step two of an upload: what the files would change, compared with what is held."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st
from cpdash.ui.upload.kept import Uploaded

from cpdash.areas import AREAS
from cpdash.comparison import Comparison, compare, contents, figure_name
from cpdash.figures import rows
from cpdash.reading import together
from cpdash.ui import html
from cpdash.ui.card import download
from cpdash.ui.held import Held, today
from cpdash.vocabulary import COLLECTIONS
from cpdash.wording import day, lower_first, number, plural, says

KEPT: Final = "_comparison"
MOST: Final = 12
"""Rows of a table that are shown at once; more are in a list to scroll."""


@dataclass(frozen=True)
class Compared:
    """A comparison, and what it was made of: the `version` of what was held, the files with the
    answers to their questions, who published them and when."""

    comparison: Comparison
    version: int
    files: tuple[Uploaded, ...]
    publisher: str
    published: date | None

    @property
    def summary(self) -> str:
        """`12 new figures, 3 changed, 140 the same.`"""
        said = self.comparison.summary()
        return f"{said[:1].upper()}{said[1:]}."


def forget() -> None:
    """Drop the comparison of this session."""
    st.session_state.pop(KEPT, None)


def step(have: Held, files: Sequence[Uploaded], publisher: str) -> Compared | None:
    """Compare when it is asked for, and show it; None until there is a comparison that stands."""
    html.section("2. What would change", "Nothing is stored by comparing.")
    published = st.date_input(
        "Date published",
        None,
        date(1990, 1, 1),
        today(),
        key="published",
        format="DD/MM/YYYY",
        help="For files that do not say it. The figure that was published last is the one shown.",
    )
    kept: Compared | None = st.session_state.get(KEPT)
    same = kept and (kept.files, kept.publisher, kept.published) == (
        *(tuple(files), publisher),
        published,
    )
    if kept and same and kept.version != have.version:
        html.notice(
            "What is held was changed since this was compared.",
            "Somebody accepted, withdrew or restored figures. Compare again.",
        )
    if not (kept and same and kept.version == have.version):
        st.button(
            "Compare with what is held",
            type="primary",
            on_click=_wanted,
            key="compare",
        )
        if not st.session_state.pop("_compare", False):
            return None
        with st.spinner("Comparing"):
            kept = _compared(have, files, publisher, published)
        st.session_state[KEPT] = kept
        st.rerun()
    _show(kept)
    return kept


def _wanted() -> None:
    st.session_state["_compare"] = True


def _compared(
    have: Held, files: Sequence[Uploaded], publisher: str, published: date | None
) -> Compared:
    new = together([one.reading for one in files])
    made = compare(have.census, new, have.plans, today(), published)
    return Compared(made, have.version, tuple(files), publisher, published)


def _show(compared: Compared) -> None:
    found = compared.comparison
    html.part(compared.summary, _what(compared))
    if found.nothing_new:
        html.paragraph("Nothing new: every figure says the same as what is held.")
    for title, sentences in (
        ("An older edition", [one.sentence() for one in found.older]),
        ("Movements to check", [one.sentence() for one in found.jumps]),
        ("Parts and totals to check", [one.sentence() for one in found.sums]),
    ):
        if sentences:
            html.part(title)
            html.points(sentences)
    file = found.editions.drop_duplicates("edition").set_index("edition")["file"].to_dict()
    for name, title, frame, columns, line in _tables(found):
        if len(frame):
            html.part(title)
            _listed(name, title, columns, [line(row, file) for row in rows(frame)])
    _effects(found)


def _what(compared: Compared) -> str:
    lines = [line for one in compared.files for line in contents(one.reading.figures)]
    return "; ".join(dict.fromkeys(lines)) + "."


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
            lambda row, file: (_area(row), _name(row), number(row.figures)),
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
    gap = "" if row.difference != row.difference else f"{row.difference:+,.0f}"
    return (
        *_which(row),
        was,
        says(row.value, row.status),
        gap.replace("-", "\u2212"),
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


def _effects(found: Comparison) -> None:
    """What the pages would say: indicators and targets, those that change first."""
    html.part("On the pages")
    changed = [one.sentence() for one in (*found.effects, *found.rulings) if one.changed]
    if changed:
        html.points(changed)
    same = [one.sentence() for one in (*found.effects, *found.rulings) if not one.changed]
    if same:
        with st.expander(plural(len(same), "statement stays", "statements stay") + " as it is"):
            html.points(same)
