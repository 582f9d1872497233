"""What was accepted, withdrawn and restored: every edition, what it changed, and how to undo it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any, Final, NamedTuple
from uuid import uuid4

import pandas as pd
import streamlit as st

from cpdash.areas import AREAS
from cpdash.census import Census
from cpdash.comparison import Comparison, compare, contents, figure_name
from cpdash.figures import Holdings, rows
from cpdash.store import Edition, Store, StoreFault
from cpdash.ui import html
from cpdash.ui.card import download
from cpdash.ui.held import Held, store, today
from cpdash.ui.upload import changes, remembering
from cpdash.ui.upload.accepting import LONGEST
from cpdash.vocabulary import COLLECTIONS
from cpdash.wording import day, lower_first, moment, number, says

EDITIONS: Final = (
    *("Edition", "State", "File", "Figures", "Accepted", "By", "Remark", "Published by"),
    *("Date published", "Size in bytes", "SHA-256"),
)
FIGURES: Final = (
    *("Area", "Census date", "What", "Figure", "File", "Sheet", "Cell", "Label as printed"),
)
DONE, WANTED, NONCE, LOOKED = "_history_done", "_undo", "_undo_nonce", "_looked_at"


class Undo(NamedTuple):
    """What was asked for by a press of the button: an edition, what to do with it, and the version
    of the store that was looked at."""

    edition: int
    withdraw: bool
    version: int


def show(have: Held, name: str, area: str) -> None:
    """The history; where the store does not answer, why. `area`: whose figures to begin with."""
    html.section("History", "Every edition that was ever accepted. Nothing in it is ever erased.")
    if done := st.session_state.pop(DONE, None):
        html.notice(done)
    try:
        home = store()
        _undo_wanted(home, name)
        _editions(home, have, name)
        remembering.show(home, name)
        _as_at(home, area)
        _journal(home)
    except StoreFault as fault:
        html.notice(
            "The history cannot be shown.", *(() if have.store_fault else (fault.sentence,))
        )


def _undo_wanted(home: Store, name: str) -> None:
    """Do what a button was pressed for, and begin again with what there is then."""
    try:
        done = _undone(home, name) or remembering.taken_back(home, name)
    except StoreFault as fault:
        html.notice(fault.sentence)
        return
    if done:
        st.session_state[DONE] = done
        st.rerun()


def _editions(home: Store, have: Held, name: str) -> None:
    """Every edition, and the one that is looked at."""
    every = {edition.id: edition for edition in reversed(home.editions())}
    if not every:
        html.paragraph("Nothing was accepted yet.")
        return
    lines = [_line(edition) for edition in every.values()]
    st.dataframe(pd.DataFrame(lines, columns=list(EDITIONS)), hide_index=True, alt="Every edition")
    download("editions", EDITIONS, lines, "Download this list")
    chosen = st.selectbox(
        "Look at an edition",
        list(every),
        None,
        key="edition",
        format_func=lambda number: f"{number}: {every[number].file}",
    )
    if chosen in every:
        _one(home, have, every[chosen], name)


def _line(edition: Edition) -> tuple[str, ...]:
    return (
        str(edition.id),
        _state(edition),
        edition.file,
        number(edition.figures),
        moment(edition.at),
        edition.who,
        edition.remark,
        edition.publisher,
        day(edition.published) if edition.published else "",
        number(edition.size),
        edition.sha256,
    )


def _state(edition: Edition) -> str:
    return "held" if edition.held else "withdrawn"


def _one(home: Store, have: Held, edition: Edition, name: str) -> None:
    """One edition: what it holds, what it changed, its figures, and the way to undo it."""
    html.part(f"Edition {edition.id}: {edition.file}", f"It is {_state(edition)}.")
    figures = home.edition_figures(edition.id)
    if figures.empty:
        html.paragraph("Its figures cannot be shown: they are not as they were written.")
    else:
        html.points(f"{line[:1].upper()}{line[1:]}" for line in contents(figures))
        found = _what_it_changed(home, edition, figures)
        html.paragraph(f"What it changed when it was accepted: {found.summary()}.")
        changes.tables(found, f"edition-{edition.id}", ("changed", "vanished"))
        _listed(f"edition-{edition.id}", figures, {edition.id: edition.file})
    _undo(edition, name, have.version)


def _what_it_changed(home: Store, edition: Edition, figures: pd.DataFrame) -> Comparison:
    """An edition beside what was held before it. That never changes, so the last is kept."""
    kept: tuple[int, Comparison] | None = st.session_state.get(LOOKED)
    if kept is None or kept[0] != edition.id:
        with st.spinner("Comparing"):
            before, after = home.holdings(edition.version - 1), home.holdings(edition.version)
            own = after.editions[after.editions["edition"].map(_number).eq(edition.id)]
            found = compare(Census(before), Holdings(figures, own), {}, today())
        kept = st.session_state[LOOKED] = (edition.id, found)
    return kept[1]


def _number(edition: str) -> int:
    """The number of the edition of a source: 12 of 12/1."""
    return int(edition.partition("/")[0])


def _undo(edition: Edition, name: str, version: int) -> None:
    """The way to withdraw an edition that is held, and to restore one that is not."""
    word = "Withdraw" if edition.held else "Restore"
    st.text_input("Why", key=f"why-{edition.id}", max_chars=LONGEST, help="Never about a person.")
    if not name:
        html.paragraph("Still needed: your name, at the top of the page.")
    st.button(
        f"{word} edition {edition.id}",
        key="undo",
        disabled=not name,
        on_click=_want,
        args=(Undo(edition.id, edition.held, version),),
    )


def _want(undo: Undo) -> None:
    # Remembered, since a page that hands over to its frame forgets which button was pressed.
    st.session_state[WANTED] = undo


def _undone(home: Store, name: str) -> str:
    """What was withdrawn or restored by the press that began this run; "" for nothing."""
    wanted: Undo | None = st.session_state.pop(WANTED, None)
    if wanted is None or not name:
        return ""
    act = home.withdraw if wanted.withdraw else home.restore
    nonce = st.session_state.setdefault(NONCE, uuid4().hex)
    act(
        wanted.edition,
        compared_with=wanted.version,
        who=name,
        remark=st.session_state.get(f"why-{wanted.edition}", ""),
        token=sha256(f"{nonce}/{wanted}".encode()).hexdigest(),
        now=datetime.now(UTC),
    )
    done = "withdrawn: no page shows it any more" if wanted.withdraw else "held again"
    return f"Edition {wanted.edition} is {done}."


def _as_at(home: Store, area: str) -> None:
    """The figures of one area as they stood at the end of an earlier day."""
    html.part("As they stood", "The figures of a day in the past, by what was accepted until then.")
    left, right = st.columns(2)
    with left:
        when = st.date_input(
            "Day", None, date(2000, 1, 1), today(), key="as-at", format="DD/MM/YYYY"
        )
    if when is None:
        return
    names = {one.name: code for code, one in AREAS.items()}
    with right:
        begin = sorted(names).index(AREAS[area].name) if area else 0
        chosen = st.selectbox("Of", sorted(names), begin, key="as-at-area")
    end = datetime.combine(when, time(), UTC) + timedelta(days=1, microseconds=-1)
    figures = home.latest(names[chosen], end)
    if figures.empty:
        html.paragraph(f"Nothing was held of {chosen} at the end of {day(when)}.")
        return
    file = {edition.id: edition.file for edition in home.editions(end)}
    _listed(f"as-at-{when}", figures, file)


def _listed(key: str, figures: pd.DataFrame, file: Mapping[int, str]) -> None:
    lines = [_figure(row, file) for row in rows(figures)]
    st.dataframe(pd.DataFrame(lines, columns=list(FIGURES)), hide_index=True, alt="Figures")
    download(key, FIGURES, lines)


def _figure(row: Any, file: Mapping[int, str]) -> tuple[str, ...]:
    return (
        f"{AREAS[row.area].name}, {lower_first(COLLECTIONS[row.collection])}",
        day(row.census_date),
        figure_name(row.measure, row.category),
        says(row.value, row.status),
        file[_number(row.edition)],
        row.sheet,
        row.cell,
        row.label,
    )


def _journal(home: Store) -> None:
    """Every act, each with the seal that depends on all before it."""
    opener = st.expander("Journal", key="behind-journal", on_change="rerun")
    if not opener.open:
        return
    lines = [
        (
            str(entry.seq),
            moment(entry.at),
            entry.sentence(),
            entry.remark,
            entry.hash,
        )
        for entry in reversed(home.journal())
    ]
    columns = ("Number", "When", "What", "Remark", "Seal")
    with opener:
        st.dataframe(pd.DataFrame(lines, columns=list(columns)), hide_index=True, alt="Journal")
        download("journal", columns, lines, "Download the journal")
