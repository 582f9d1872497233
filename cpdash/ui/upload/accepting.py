"""Step three of an upload: the files are stored, all of them or none."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Final
from uuid import uuid4

import streamlit as st

from cpdash.comparison import contents
from cpdash.intake import upload
from cpdash.store import Accepted, StoreFault
from cpdash.ui import html
from cpdash.ui.held import store
from cpdash.ui.upload import comparing, kept, remembering
from cpdash.ui.upload.comparing import Compared
from cpdash.wording import plural

NONCE: Final = "_accept_nonce"
DONE: Final = "_accepted"
LONGEST: Final = 200
ACCEPTED: Final = "Stored. What is held now stands at the top of this page."
PAGES: Final = (
    ("pages/overview.py", "Overview"),
    ("pages/placements.py", "Where children live"),
    ("pages/aftercare.py", "Aftercare"),
    ("pages/plan.py", "The plan"),
)


def step(compared: Compared, name: str) -> None:
    """Ask what is still to be said, and store the files."""
    if compared.comparison.nothing_new:
        return
    html.section("3. Accept", "From then on everybody sees these figures. It can be put back.")
    remark = st.text_input("Remark", key="remark", max_chars=LONGEST, help="Never about a person.")
    labels = {label for one in compared.files for label in one.answers.labels}
    missing = []
    if not name:
        missing.append("your name (above)")
    if labels and not compared.publisher:
        missing.append("who publishes it (above), so that your answers are remembered")
    if missing:
        html.paragraph(f"Still needed: {', and '.join(missing)}.")
    st.button(
        f"Accept {plural(len(compared.files), 'file', 'files')}",
        type="primary",
        disabled=bool(missing),
        on_click=_wanted,
        key="accept",
    )
    if st.session_state.pop("_accept", False) and not missing:
        _accept(compared, name, remark)


def said() -> None:
    """What was accepted last in this session, once, with the way to the pages that show it."""
    if (done := st.session_state.pop(DONE, None)) is None:
        return
    st.toast(ACCEPTED, icon=":material/check:", duration="long")
    html.notice(*done)
    columns = st.columns(len(PAGES))
    for column, (page, label) in zip(columns, PAGES, strict=True):
        column.page_link(page, label=label)


def _wanted() -> None:
    st.session_state["_accept"] = True


def _accept(compared: Compared, name: str, remark: str) -> None:
    nonce = st.session_state.setdefault(NONCE, uuid4().hex)
    about = "/".join([nonce, str(compared.version), *(one.key for one in compared.files)])
    token = sha256(about.encode()).hexdigest()
    now = datetime.now(UTC)
    try:
        home = store()
        remembering.keep(home, compared.publisher, compared.files, name, token)
        accepted = home.accept(
            [upload(one.name, one.sha256, one.size, one.reading) for one in compared.files],
            compared_with=compared.version,
            who=name,
            publisher=compared.publisher,
            published=compared.published,
            remark=remark,
            token=token,
            now=now,
        )
    except StoreFault as fault:
        html.notice("Nothing was stored.", fault.sentence)
        if fault.kind == "conflict":
            comparing.forget()
        return
    st.session_state[DONE] = _words(compared, accepted)
    for one in compared.files:
        kept.remove(one)
    comparing.forget()
    st.rerun()


def _words(compared: Compared, accepted: Accepted) -> tuple[str, ...]:
    """What is held now."""
    editions = plural(len(accepted.editions), "edition", "editions")
    names = ", ".join(str(edition) for edition in accepted.editions)
    if accepted.already:
        return (f"This was stored before, as {editions} {names}: nothing was stored twice.",)
    what = "; ".join(line for one in compared.files for line in contents(one.reading.figures))
    return (f"Now held, as {editions} {names}: {what}.", "Every page shows it from now on.")
