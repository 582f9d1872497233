"""Step two of an upload: what the files would change, compared with what is held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from cpdash.comparison import Comparison, Effect, Ruling, compare, contents
from cpdash.reading import together
from cpdash.ui import html
from cpdash.ui.held import Held, today
from cpdash.ui.upload import changes
from cpdash.ui.upload.kept import Uploaded
from cpdash.wording import plural

KEPT: Final = "_comparison"


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
    changes.tables(found)
    _effects(found)


def _what(compared: Compared) -> str:
    lines = [line for one in compared.files for line in contents(one.reading.figures)]
    return "The files hold: " + "; ".join(dict.fromkeys(lines)) + "."


def _effects(found: Comparison) -> None:
    """What the pages would say: indicators and targets, those that change first."""
    html.part("On the pages")
    effects: list[Effect | Ruling] = [*found.effects, *found.rulings]
    changed = [one.sentence() for one in effects if one.changed]
    if changed:
        html.points(changed)
    same = [one.sentence() for one in effects if not one.changed]
    if same:
        with st.expander(plural(len(same), "statement stays", "statements stay") + " as it is"):
            html.points(same)
