"""Step two of an upload: what the files would change, compared with what is held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from cpdash.comparison import Comparison, compare
from cpdash.reading import together
from cpdash.ui import html
from cpdash.ui.held import Held, today
from cpdash.ui.upload import changes
from cpdash.ui.upload.kept import Uploaded
from cpdash.ui.upload.naming import About

KEPT: Final = "_comparison"
WANTED: Final = "_compare"


@dataclass(frozen=True)
class Compared:
    """A comparison and what it was made of: the `version` of the store and the editions that were
    `held`, the files with the answers to their questions, who published them and when."""

    comparison: Comparison
    version: int
    held: tuple[str, ...]
    files: tuple[Uploaded, ...]
    publisher: str
    published: date | None


def kept(files: Sequence[Uploaded], about: About) -> Compared | None:
    """The comparison of this session, if it was made of these files and of what is said of them."""
    made: Compared | None = st.session_state.get(KEPT)
    now = (tuple(files), about.publisher, about.published)
    return made if made and (made.files, made.publisher, made.published) == now else None


def forget() -> None:
    """Drop the comparison of this session."""
    st.session_state.pop(KEPT, None)


def step(have: Held, files: Sequence[Uploaded], about: About) -> Compared | None:
    """Compare when it is asked for, and show it; None until there is a comparison that stands."""
    html.section("2. What would change", "Nothing is stored by comparing.")
    wanted, made = st.session_state.pop(WANTED, False), kept(files, about)
    if made and made.held == _held(have):
        _show(made)
        return made
    if wanted:
        with st.spinner("Comparing"):
            st.session_state[KEPT] = _compared(have, files, about)
        st.rerun()
    if made:
        html.notice(
            "What is held was changed since this was compared.",
            "Somebody accepted, withdrew or restored figures. Compare again.",
        )
    st.button("Compare with what is held", type="primary", on_click=_want, key="compare")
    return None


def _want() -> None:
    # Remembered, since a page that hands over to its frame forgets which button was pressed.
    st.session_state[WANTED] = True


def _held(have: Held) -> tuple[str, ...]:
    """The editions that are held: an answer about a label changes the version and no figure."""
    return tuple(have.census.holdings.editions["edition"])


def _compared(have: Held, files: Sequence[Uploaded], about: About) -> Compared:
    new = together([one.reading for one in files])
    made = compare(have.census, new, have.plans, today(), about.published)
    return Compared(made, have.version, _held(have), tuple(files), about.publisher, about.published)


def _show(compared: Compared) -> None:
    found = compared.comparison
    said = found.summary()
    html.part(f"{said[:1].upper()}{said[1:]}.")
    if found.nothing_new:
        html.paragraph("Every figure says the same as what is held: there is nothing to accept.")
    for title, sentences in (
        ("An older edition", [one.sentence() for one in found.older]),
        ("Movements to check", [one.sentence() for one in found.jumps]),
        ("Parts and totals to check", [one.sentence() for one in found.sums]),
    ):
        if sentences:
            html.part(title)
            changes.sentences(title, sentences)
    changes.tables(found, "compared")
    if not found.nothing_new:
        changes.effects(found)
