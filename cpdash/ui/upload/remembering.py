"""What labels of a publisher mean, as somebody said before: used again, and taken back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import streamlit as st

from cpdash.store import LEAVE_OUT, Store, StoreFault
from cpdash.ui import html
from cpdash.ui.held import store
from cpdash.ui.upload import kept
from cpdash.ui.upload.kept import Uploaded
from cpdash.vocabulary import CATEGORIES
from cpdash.wording import moment, plural


def use(publisher: str) -> None:
    """Read again, with what is remembered, the files that ask for the meaning of such a label."""
    try:
        known = store().answers(publisher) if publisher else {}
    except StoreFault:
        return
    used = 0
    for uploaded in kept.sent():
        if told := _open(uploaded, known):
            answers = replace(uploaded.answers, labels={**uploaded.answers.labels, **told})
            again = kept.understood(uploaded.name, uploaded.data, answers, uploaded.questions)
            kept.keep(again)
            used += len(told)
    if used:
        labels = plural(used, "label means", "labels mean")
        html.notice(f"{labels} what was said before of {publisher}: see the answers below.")


def _open(uploaded: Uploaded, known: Mapping[str, str]) -> dict[str, str]:
    """Labels that a file asks about, that nobody answered, and that are known."""
    asked = {question.label for question in uploaded.questions if question.kind == "label"}
    return {
        label: known[label]
        for label in asked & known.keys()
        if label not in uploaded.answers.labels
    }


def keep(home: Store, publisher: str, files: tuple[Uploaded, ...], name: str, token: str) -> None:
    """Remember what labels mean for a publisher, where that is new."""
    known = home.answers(publisher) if publisher else {}
    told = {label: code for one in files for label, code in one.answers.labels.items()}
    for label, code in told.items():
        if known.get(label) != code:
            about = sha256(f"{token}/{label}".encode()).hexdigest()
            now = datetime.now(UTC)
            home.answer(publisher, label, code, who=name, token=about, now=now)


def show(home: Store, name: str) -> str:
    """The answers that are used, and the way to take one back; what was done, "" for nothing."""
    given = [answer for answer in home.every_answer() if answer.in_force]
    if not given:
        return ""
    html.part("Labels that were explained", "Used when a file of the same publisher is read.")
    html.table(
        plural(len(given), "answer", "answers"),
        ("Answer", "Publisher", "Label", "Means", "By", "When"),
        [(str(a.id), a.publisher, a.label, means(a.category), a.who, moment(a.at)) for a in given],
    )
    chosen = st.selectbox("Take an answer back", [a.id for a in given], None, key="take-back")
    if chosen is None:
        return ""
    if not st.button(f"Take back answer {chosen}", key="taking-back", disabled=not name):
        return ""
    about = sha256(f"{chosen}/{home.version()}".encode()).hexdigest()
    home.take_back(chosen, who=name, token=about, now=datetime.now(UTC))
    return f"Answer {chosen} is used no longer."


def means(category: str) -> str:
    """What an answer says."""
    return "left out" if category == LEAVE_OUT else CATEGORIES[category].label
