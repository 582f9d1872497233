"""What labels of a publisher mean, as somebody said before: used again, and taken back."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

import streamlit as st

from cpdash.store import LEAVE_OUT, Store, StoreFault
from cpdash.ui import html
from cpdash.ui.held import store
from cpdash.ui.upload import kept
from cpdash.vocabulary import CATEGORIES
from cpdash.wording import moment, plural

WANTED: Final = "_take_back"


def use(publisher: str) -> None:
    """Read the files that ask for the meaning of a label with what is remembered of the publisher.
    What was remembered of another one, or was taken back since, is used no longer."""
    try:
        known = store().answers(publisher) if publisher else {}
    except StoreFault:
        return
    for uploaded in kept.sent():
        asked = {question.label for question in uploaded.questions if question.kind == "label"}
        told = {label: known[label] for label in asked & known.keys()}
        own = uploaded.said
        if told | own != uploaded.answers.labels:
            answers = replace(uploaded.answers, labels=told | own)
            with st.spinner("Reading it again"):
                kept.read_again(uploaded, answers, told)
            if used := told.keys() - own.keys():
                labels_mean = plural(len(used), "label means", "labels mean")
                html.notice(
                    f"{uploaded.name}: {labels_mean} what was said before of {publisher}.",
                    "It stands among the answers below, and can be changed there.",
                )


def show(home: Store, name: str) -> None:
    """The answers that are used, and the way to take one back."""
    given = {answer.id: answer for answer in home.every_answer() if answer.in_force}
    if not given:
        return
    html.part("Labels that were explained", "Used when a file of the same publisher is read.")
    html.table(
        plural(len(given), "answer", "answers"),
        ("Answer", "Publisher", "Label", "Means", "By", "When"),
        [
            (str(a.id), a.publisher, a.label, means(a.category), a.who, moment(a.at))
            for a in given.values()
        ],
    )
    chosen = st.selectbox(
        "Take an answer back",
        list(given),
        None,
        key="take-back",
        format_func=lambda number: f"{number}: {given[number].label}",
    )
    if chosen in given:
        st.button(
            f"Take back answer {chosen}",
            key="taking-back",
            disabled=not name,
            on_click=_want,
            args=(chosen,),
            help=None if name else "Your name is still needed, at the top of the page.",
        )


def _want(answer: int) -> None:
    # Remembered, since a page that hands over to its frame forgets which button was pressed.
    st.session_state[WANTED] = answer


def taken_back(home: Store, name: str) -> str:
    """Which answer was taken back by the press that began this run; "" for none."""
    answer = st.session_state.pop(WANTED, None)
    if not answer or not name:
        return ""
    # Whoever presses twice takes back once: nothing more can become of this answer.
    token = sha256(f"take back {answer}".encode()).hexdigest()
    home.take_back(answer, who=name, token=token, now=datetime.now(UTC))
    return f"Answer {answer} is used no longer."


def means(category: str) -> str:
    """What an answer says."""
    return "left out" if category == LEAVE_OUT else CATEGORIES[category].label
