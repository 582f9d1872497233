"""Step three of an upload: the files are stored, all of them or none."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Final
from uuid import uuid4

import streamlit as st

from cpdash.areas import AREAS
from cpdash.comparison import contents
from cpdash.intake import upload
from cpdash.store import Accepted, StoreFault
from cpdash.ui import html
from cpdash.ui.frame import MENU
from cpdash.ui.held import Held, store
from cpdash.ui.upload import comparing, kept, naming
from cpdash.ui.upload.comparing import Compared
from cpdash.ui.upload.kept import Uploaded
from cpdash.ui.upload.naming import About
from cpdash.wording import day, plural

NONCE: Final = "_accept_nonce"
WANTED: Final = "_accept"
DONE: Final = "_accepted"
LONGEST: Final = 200
ALL_PAGES: Final = "Every page shows it from now on."
ACCEPTED: Final = "Stored. What is held now stands at the top of this page."
PAGES: Final = ("overview", "placements", "aftercare", "plan")


def steps(have: Held, files: list[Uploaded], about: About) -> None:
    """Steps two and three of the files that were understood."""
    wanted = st.session_state.pop(WANTED, False)
    if not files:
        return
    refused = ""
    # Before anything is compared anew: the store knows whether this comparison still stands, and
    # whether the same click has stored it already.
    if wanted and about.name and (compared := comparing.kept(files, about)):
        refused = _accept(compared, about.name, st.session_state.get("remark", ""))
    if (now := comparing.step(have, files, about)) and not now.comparison.nothing_new:
        _ask(now, about)
    if refused:
        html.notice(refused)


def said() -> None:
    """What was accepted last in this session, once, with the way to the pages that show it."""
    if (done := st.session_state.pop(DONE, None)) is None:
        return
    words, council = done
    st.toast(ACCEPTED, icon=":material/check:", duration="long")
    html.notice(*words)
    with st.container(horizontal=True):
        for name, title, icon in MENU:
            if name in PAGES:
                st.button(
                    title,
                    icon=icon,
                    type="tertiary",
                    key=f"look-{name}",
                    on_click=_look,
                    args=(name, council),
                )


def _look(page: str, council: str) -> None:
    """Turn to a page, and to the council of the files. A link cannot: its address does not change
    what is chosen already."""
    if council:
        st.session_state["council"] = council
    st.switch_page(f"pages/{page}.py")


def _ask(compared: Compared, about: About) -> None:
    """What is stored beside the files, and the button that stores them."""
    html.section("3. Accept", "From then on everybody sees these figures. It can be put back.")
    when = "as the files say"
    if about.published:
        when = f"{day(about.published)}, where a file does not say it"
    html.points(
        [
            f"Your name: {about.name or 'still needed, at the top of the page'}.",
            f"Publisher: {about.publisher or 'not named'}.",
            f"Date published: {when}.",
        ]
    )
    st.text_input("Remark", key="remark", max_chars=LONGEST, help="Never about a person.")
    st.button(
        f"Accept {plural(len(compared.files), 'file', 'files')}",
        type="primary",
        disabled=not about.name,
        on_click=_want,
        key="accept",
    )


def _want() -> None:
    # Remembered, since a page that hands over to its frame forgets which button was pressed.
    st.session_state[WANTED] = True


def _accept(compared: Compared, name: str, remark: str) -> str:
    """Store the files and begin anew; why not, where they were not stored."""
    nonce = st.session_state.setdefault(NONCE, uuid4().hex)
    about = "/".join([nonce, str(compared.version), *(one.key for one in compared.files)])
    try:
        accepted = store().accept(
            [upload(one.name, one.sha256, one.size, one.reading) for one in compared.files],
            compared_with=compared.version,
            who=name,
            publisher=compared.publisher,
            published=compared.published,
            remark=remark,
            labels={label: code for one in compared.files for label, code in one.said.items()},
            token=sha256(about.encode()).hexdigest(),
            now=datetime.now(UTC),
        )
    except StoreFault as fault:
        if fault.kind == "conflict":
            comparing.forget()
        return fault.sentence
    st.session_state[DONE] = _words(compared, accepted), _council(compared)
    kept.remove(*compared.files)
    comparing.forget()
    naming.forget()
    st.rerun()


def _council(compared: Compared) -> str:
    """The council that all the figures are of; "" where they are of several."""
    areas = {area for one in compared.files for area in one.reading.figures["area"]}
    return AREAS[areas.pop()].name if len(areas) == 1 else ""


def _words(compared: Compared, accepted: Accepted) -> tuple[str, ...]:
    """What is held now."""
    editions = "editions" if len(accepted.editions) > 1 else "edition"
    what = "; ".join(line for one in compared.files for line in contents(one.reading.figures))
    return (
        f"Stored as {editions} {', '.join(map(str, accepted.editions))}: {what}.",
        "It was asked for twice and stored once." if accepted.already else ALL_PAGES,
    )
