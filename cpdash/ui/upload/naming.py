"""Who is at work, who publishes the figures and when: asked once for all of the page."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from cpdash.store import StoreFault
from cpdash.ui.held import store, today

LONGEST_NAME: Final = 80
FIRST_DAY: Final = date(1990, 1, 1)


@dataclass(frozen=True)
class About:
    """The name of the person and that of the publisher, "" where they are not said, and the day on
    which files came out that do not say it."""

    name: str
    publisher: str = ""
    published: date | None = None


def asked(files: bool) -> About:
    """What is to be known of the person and, where there are `files`, of these."""
    columns = st.columns(3)
    with columns[0]:
        name = _who()
    if not files:
        return About(name)
    with columns[1]:
        publisher = st.selectbox(
            "Who publishes these figures",
            _publishers(),
            None,
            key="publisher",
            accept_new_options=True,
            persist_state="session",
            placeholder="Choose, or type a name",
            help="What labels mean is remembered for each publisher.",
        )
    with columns[2]:
        published = st.date_input(
            "Date published",
            None,
            FIRST_DAY,
            today(),
            key="published",
            persist_state="session",
            format="DD/MM/YYYY",
            help="For files that do not say it. The figure that was published last is shown.",
        )
    return About(name, " ".join((publisher or "").split()), published)


def forget() -> None:
    """Ask anew about the next files: they may be of somebody else, and of another day."""
    st.session_state.pop("publisher", None)
    st.session_state.pop("published", None)


def _who() -> str:
    """The person that signed in, else the name that is typed."""
    if st.user.get("is_logged_in"):
        return str(st.user.get("email") or st.user.get("name"))
    typed = st.text_input(
        "Your name",
        key="who",
        persist_state="session",
        max_chars=LONGEST_NAME,
        help="It stands in the history beside what you accept, withdraw or restore.",
    )
    return typed.strip()


def _publishers() -> list[str]:
    """Everybody who was named before."""
    try:
        home = store()
        named = {edition.publisher for edition in home.editions()}
        named |= {answer.publisher for answer in home.every_answer()}
    except StoreFault:
        return []
    return sorted(named - {""})
