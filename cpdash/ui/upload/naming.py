"""Who is at work, and who publishes the figures: asked once for all that is done on the page."""

import streamlit as st

from cpdash.store import StoreFault
from cpdash.ui.held import store

LONGEST_NAME, LONGEST_PUBLISHER = 80, 100


def asked() -> tuple[str, str]:
    """The name of the person and that of the publisher, "" where they are not said."""
    left, right = st.columns(2)
    with left:
        name = who()
    with right:
        publisher = st.selectbox(
            "Who publishes these figures",
            publishers(),
            None,
            key="publisher",
            accept_new_options=True,
            persist_state="session",
            placeholder="Choose, or type a name",
            help="What labels mean is remembered for each publisher.",
        )
    return name, " ".join((publisher or "").split())[:LONGEST_PUBLISHER]


def who() -> str:
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


def publishers() -> list[str]:
    """Everybody who was named before."""
    try:
        home = store()
        named = {edition.publisher for edition in home.editions()}
        named |= {answer.publisher for answer in home.every_answer()}
    except StoreFault:
        return []
    return sorted(named - {""})
