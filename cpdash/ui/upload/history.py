"""What was accepted, withdrawn and restored: every edition, what it changed, and how to undo it."""

from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any, Final
from uuid import uuid4

import pandas as pd
import streamlit as st

from cpdash.areas import AREAS
from cpdash.census import Census
from cpdash.comparison import compare, contents, figure_name
from cpdash.figures import Holdings, latest, rows
from cpdash.store import LEAVE_OUT, Edition, Store, StoreFault
from cpdash.ui import html
from cpdash.ui.card import download
from cpdash.ui.held import Held, store, today
from cpdash.ui.upload import accepting
from cpdash.vocabulary import CATEGORIES, COLLECTIONS
from cpdash.wording import day, lower_first, number, says

EDITIONS: Final = (
    *("Edition", "State", "File", "Published by", "Date published", "Accepted", "By", "Figures"),
    *("Remark", "Size in bytes", "SHA-256"),
)
FIGURES: Final = (
    *("Area", "Census date", "What", "Figure", "File", "Sheet", "Cell", "Label as printed"),
)
ACTS: Final = {
    "accept": "accepted edition",
    "withdraw": "withdrew edition",
    "restore": "restored edition",
    "answer": "gave answer",
    "take-back": "took back answer",
}
DONE: Final = "_history_done"


def show(have: Held) -> None:
    """The history; where the store does not answer, why."""
    html.section("History", "Every edition that was ever accepted. Nothing in it is ever erased.")
    if done := st.session_state.pop(DONE, None):
        html.notice(done)
    try:
        home = store()
        _editions(home, have)
        _as_at(home)
        _answers(home)
        _journal(home)
    except StoreFault as fault:
        html.notice(fault.sentence)


def _editions(home: Store, have: Held) -> None:
    every = home.editions()
    if not every:
        html.paragraph("Nothing was accepted yet.")
        return
    lines = [_line(edition) for edition in reversed(every)]
    st.dataframe(pd.DataFrame(lines, columns=list(EDITIONS)), hide_index=True, alt="Every edition")
    download("editions", EDITIONS, lines, "Download this list")
    numbers = {edition.id: edition for edition in reversed(every)}
    chosen = st.selectbox("Look at an edition", list(numbers), None, key="edition", format_func=str)
    if chosen is not None and chosen in numbers:
        _one(home, have, numbers[chosen])


def _line(edition: Edition) -> tuple[str, ...]:
    return (
        str(edition.id),
        "held" if edition.held else "withdrawn",
        edition.file,
        edition.publisher,
        day(edition.published) if edition.published else "",
        _moment(edition.at),
        edition.who,
        number(edition.figures),
        edition.remark,
        number(edition.size),
        edition.sha256,
    )


def _moment(at: datetime) -> str:
    return f"{day(at)}, {at:%H:%M} UTC"


def _one(home: Store, have: Held, edition: Edition) -> None:
    """One edition: what it holds, what it changed, its figures, and the way to undo it."""
    figures = home.edition_figures(edition.id)
    state = "held" if edition.held else "withdrawn"
    html.part(f"Edition {edition.id}: {edition.file}", f"{'; '.join(contents(figures))}. {state}.")
    before = home.holdings(edition.version - 1)
    after = home.holdings(edition.version)
    own = after.editions[after.editions["edition"].str.startswith(f"{edition.id}/")]
    if len(own):
        found = compare(Census(before), Holdings(figures, own), {}, today())
        html.paragraph(f"What it changed when it was accepted: {found.summary()}.")
    _listed(f"edition-{edition.id}", figures, dict.fromkeys(figures["edition"], edition.file))
    _undo(home, have, edition)


def _undo(home: Store, have: Held, edition: Edition) -> None:
    word = "Withdraw" if edition.held else "Restore"
    name = accepting.who()
    remark = st.text_input("Remark", key=f"undo-remark-{edition.id}", max_chars=accepting.LONGEST)
    if not name.strip():
        html.paragraph("Still needed: your name.")
    st.button(
        f"{word} edition {edition.id}",
        key="undo",
        disabled=not name.strip(),
        on_click=_wanted,
        args=(edition.id, have.version),
    )
    wanted = st.session_state.pop("_undo", None)
    if wanted is None or wanted[0] != edition.id:
        return
    about = f"{st.session_state.setdefault('_undo_nonce', uuid4().hex)}/{wanted}/{edition.held}"
    act = home.withdraw if edition.held else home.restore
    token = sha256(about.encode()).hexdigest()
    try:
        act(
            edition.id,
            compared_with=wanted[1],
            who=name,
            remark=remark,
            token=token,
            now=datetime.now(UTC),
        )
    except StoreFault as fault:
        html.notice("Nothing was changed.", fault.sentence)
        return
    done = "withdrawn: no page shows it any more" if edition.held else "held again"
    st.session_state[DONE] = f"Edition {edition.id} ({edition.file}) is {done}."
    st.rerun()


def _wanted(edition: int, version: int) -> None:
    st.session_state["_undo"] = (edition, version)


def _as_at(home: Store) -> None:
    """The figures of one area as they stood at the end of an earlier day."""
    html.part("As they stood", "The figures of a day in the past, by what was accepted until then.")
    when = st.date_input("Day", None, date(2000, 1, 1), today(), key="as-at", format="DD/MM/YYYY")
    if when is None:
        return
    end = datetime.combine(when, time(), UTC) + timedelta(days=1, microseconds=-1)
    held = home.holdings(end)
    newest = latest(held.figures, held.editions)
    areas = {AREAS[code].name: code for code in newest["area"].unique()}
    if not areas:
        html.paragraph(f"Nothing was held at the end of {day(when)}.")
        return
    area = areas[st.selectbox("Of", sorted(areas), key="as-at-area") or min(areas)]
    file = held.editions.set_index("edition")["file"].to_dict()
    _listed(f"as-at-{when}", newest[newest["area"].eq(area)], file)


def _listed(name: str, figures: pd.DataFrame, file: dict[str, str]) -> None:
    lines = [_figure(row, file) for row in rows(figures)]
    st.dataframe(pd.DataFrame(lines, columns=list(FIGURES)), hide_index=True, alt="Figures")
    download(name, FIGURES, lines)


def _figure(row: Any, file: dict[str, str]) -> tuple[str, ...]:
    return (
        f"{AREAS[row.area].name}, {lower_first(COLLECTIONS[row.collection])}",
        day(row.census_date),
        figure_name(row.measure, row.category),
        says(row.value, row.status),
        file[row.edition],
        row.sheet,
        row.cell,
        row.label,
    )


def _answers(home: Store) -> None:
    """What people said that labels mean, and the way to take that back."""
    given = [answer for answer in home.every_answer() if answer.in_force]
    if not given:
        return
    html.part("Labels that were explained", "Used when a file of the same publisher is read.")
    html.table(
        "Labels that were explained",
        ("Answer", "Publisher", "Label", "Means", "By", "When"),
        [
            (*(str(a.id), a.publisher, a.label, _means(a.category), a.who, _moment(a.at)),)
            for a in given
        ],
    )
    chosen = st.selectbox("Take an answer back", [a.id for a in given], None, key="take-back")
    name = str(st.session_state.get(accepting.WHO) or "")
    if chosen is not None:
        name = accepting.who() if "edition" not in st.session_state else name
    if chosen is not None and st.button(f"Take back answer {chosen}", disabled=not name.strip()):
        token = sha256(f"{chosen}/{home.version()}".encode()).hexdigest()
        home.take_back(chosen, who=name, token=token, now=datetime.now(UTC))
        st.session_state[DONE] = f"Answer {chosen} is no longer used."
        st.rerun()


def _means(category: str) -> str:
    return "left out" if category == LEAVE_OUT else CATEGORIES[category].label


def _journal(home: Store) -> None:
    """The last acts, each with the seal that depends on all before it."""
    with st.expander("Journal"):
        lines = [
            (
                str(entry.seq),
                _moment(entry.at),
                f"{entry.who} {ACTS[entry.act]} {entry.subject}",
                entry.remark,
                entry.hash,
            )
            for entry in reversed(home.journal())
        ]
        columns = ("Number", "When", "What", "Remark", "Seal")
        st.dataframe(pd.DataFrame(lines, columns=list(columns)), hide_index=True, alt="Journal")
        download("journal", columns, lines, "Download the journal")
