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
from cpdash.store import Edition, Store, StoreFault
from cpdash.ui import html
from cpdash.ui.card import download
from cpdash.ui.held import Held, store, today
from cpdash.ui.upload import accepting, changes, remembering
from cpdash.vocabulary import COLLECTIONS
from cpdash.wording import day, lower_first, moment, number, says

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
DONE, WANTED, NONCE = "_history_done", "_undo", "_undo_nonce"


def show(have: Held, name: str) -> None:
    """The history; where the store does not answer, why."""
    html.section("History", "Every edition that was ever accepted. Nothing in it is ever erased.")
    if done := st.session_state.pop(DONE, None):
        html.notice(done)
    try:
        home = store()
        done = _editions(home, have, name) or remembering.show(home, name)
        _as_at(home)
        _journal(home)
    except StoreFault as fault:
        html.notice("Nothing was changed.", fault.sentence)
        return
    if done:
        st.session_state[DONE] = done
        st.rerun()


def _editions(home: Store, have: Held, name: str) -> str:
    """Every edition, and the one that is looked at; what was done with it, "" for nothing."""
    every = home.editions()
    if not every:
        html.paragraph("Nothing was accepted yet.")
        return ""
    lines = [_line(edition) for edition in reversed(every)]
    st.dataframe(pd.DataFrame(lines, columns=list(EDITIONS)), hide_index=True, alt="Every edition")
    download("editions", EDITIONS, lines, "Download this list")
    numbers = {edition.id: edition for edition in reversed(every)}
    chosen = st.selectbox(
        "Look at an edition",
        list(numbers),
        None,
        key="edition",
        format_func=lambda number: f"{number}: {numbers[number].file}",
    )
    return _one(home, have, numbers[chosen], name) if chosen in numbers else ""


def _line(edition: Edition) -> tuple[str, ...]:
    return (
        str(edition.id),
        "held" if edition.held else "withdrawn",
        edition.file,
        edition.publisher,
        day(edition.published) if edition.published else "",
        moment(edition.at),
        edition.who,
        number(edition.figures),
        edition.remark,
        number(edition.size),
        edition.sha256,
    )


def _one(home: Store, have: Held, edition: Edition, name: str) -> str:
    """One edition: what it holds, what it changed, its figures, and the way to undo it."""
    figures = home.edition_figures(edition.id)
    state = "held" if edition.held else "withdrawn"
    html.part(
        f"Edition {edition.id}: {edition.file}", f"{'; '.join(contents(figures))}. It is {state}."
    )
    before = home.holdings(edition.version - 1)
    after = home.holdings(edition.version)
    own = after.editions[after.editions["edition"].str.startswith(f"{edition.id}/")]
    if len(own):
        found = compare(Census(before), Holdings(figures, own), {}, today())
        html.paragraph(f"What it changed when it was accepted: {found.summary()}.")
        changes.tables(found, ("changed", "vanished", "disagreements"))
    _listed(f"edition-{edition.id}", figures, dict.fromkeys(figures["edition"], edition.file))
    return _undo(home, have, edition, name)


def _undo(home: Store, have: Held, edition: Edition, name: str) -> str:
    word = "Withdraw" if edition.held else "Restore"
    remark = st.text_input("Why", key=f"undo-remark-{edition.id}", max_chars=accepting.LONGEST)
    if not name:
        html.paragraph("Still needed: your name (at the top of the page).")
    st.button(
        f"{word} edition {edition.id}",
        key="undo",
        disabled=not name,
        on_click=_wanted,
        args=(edition.id, have.version),
    )
    number_, version = st.session_state.pop(WANTED, (0, 0))
    if number_ != edition.id:
        return ""
    act = home.withdraw if edition.held else home.restore
    about = f"{st.session_state.setdefault(NONCE, uuid4().hex)}/{word}/{number_}/{version}"
    act(
        edition.id,
        compared_with=version,
        who=name,
        remark=remark,
        token=sha256(about.encode()).hexdigest(),
        now=datetime.now(UTC),
    )
    done = "withdrawn: no page shows it any more" if edition.held else "held again"
    return f"Edition {edition.id} ({edition.file}) is {done}."


def _wanted(edition: int, version: int) -> None:
    st.session_state[WANTED] = (edition, version)


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
    file = dict(zip(held.editions["edition"], held.editions["file"], strict=True))
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


def _journal(home: Store) -> None:
    """The last acts, each with the seal that depends on all before it."""
    with st.expander("Journal"):
        lines = [
            (
                str(entry.seq),
                moment(entry.at),
                f"{entry.who} {ACTS[entry.act]} {entry.subject}",
                entry.remark,
                entry.hash,
            )
            for entry in reversed(home.journal())
        ]
        columns = ("Number", "When", "What", "Remark", "Seal")
        st.dataframe(pd.DataFrame(lines, columns=list(columns)), hide_index=True, alt="Journal")
        download("journal", columns, lines, "Download the journal")
