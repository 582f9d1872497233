"""What a file leaves open, asked below it; the file is read again with the answers."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cpdash.areas import AREAS
from cpdash.reading.questions import Said, answered, said, sentence
from cpdash.sheets.answers import LEAVE_OUT, Answers, Question
from cpdash.ui import html
from cpdash.ui.held import today
from cpdash.ui.upload import choosing, kept
from cpdash.ui.upload.kept import Uploaded
from cpdash.vocabulary import CATEGORIES
from cpdash.wording import plural

MOST: Final = 20
"""Questions asked at a time."""
FIRST_DAY: Final = date(1990, 1, 1)
NOTHING: Final = ""
"""The choice of somebody who does not know."""
AGAIN: Final = "_upload_again"
INDENT: Final = "\u2002"
TITLES: Final = {
    "area": "Council or country",
    "date": "Census date",
    "label": "What it counts",
}
OF_ALL: Final = {
    "area": "name no council or country. The same for all of them?",
    "date": "give no census date. The same day for all of them?",
}
"""What is missing in several tables, as the end of a sentence."""


def ask(uploaded: Uploaded) -> None:
    """The questions about a file, and the button that has it read again."""
    if not uploaded.questions:
        return
    open_ones = [q for q in uploaded.questions if said(uploaded.answers, q) is None]
    html.part(
        f"{plural(len(open_ones), 'question', 'questions')} about this file"
        if open_ones
        else "Your answers about this file",
        "What nobody answers is left out, as it is now.",
    )
    with st.form(f"ask-{uploaded.key}"):
        answers = _answers(uploaded)
        st.form_submit_button(
            "Read it again with these answers", on_click=_wanted, args=(uploaded,), type="primary"
        )
    if st.session_state.pop(AGAIN, "") == uploaded.key:
        _read_again(uploaded, answers)


def _answers(uploaded: Uploaded) -> Answers:
    """The answers as they stand in the form: what is missing in several tables is asked once for
    all of them, and then of each."""
    answers, shown = uploaded.answers, uploaded.questions[:MOST]
    of_all: dict[str, Said] = {}
    for number, question in enumerate(shown, 1):
        kind = question.kind
        several = sum(other.kind == kind for other in shown)
        if several > 1 and kind in OF_ALL and kind not in of_all:
            with _beside(f"{several} tables {OF_ALL[kind]}"):
                of_all[kind] = _of_table(kind, TITLES[kind], f"all-{kind}-{uploaded.key}", None)
        with _beside(f"{number}. {sentence(question)}"):
            told = _one(uploaded, question, f"{TITLES[kind]} ({number})")
        answers = answered(answers, question, told or of_all.get(kind))
    if len(uploaded.questions) > MOST:
        html.paragraph(f"{len(uploaded.questions) - MOST} more are asked after these.")
    return answers


def _beside(words: str) -> DeltaGenerator:
    """Words, and the place beside them for what they ask."""
    left, right = st.columns((3, 2), vertical_alignment="center")
    with left:
        html.paragraph(words)
    return right


def _one(uploaded: Uploaded, question: Question, title: str) -> Said:
    """The widget of one question, which begins with what was answered before."""
    about = sha256(repr((question.kind, question.sheet, question.table, question.label)).encode())
    key, before = f"ask-{uploaded.key}-{about.hexdigest()[:8]}", said(uploaded.answers, question)
    if question.kind != "label":
        return _of_table(question.kind, title, key, before)
    return _choice(title, [LEAVE_OUT, *categories(question.nearest)], category_name, key, before)


def _of_table(kind: str, title: str, key: str, before: Said) -> Said:
    if kind == "area":
        today_s = (code for code, area in AREAS.items() if area.until is None)
        return _choice(title, sorted(today_s, key=_area_name), _area_name, key, before)
    # A day that is given as the default could not be taken back.
    st.session_state.setdefault(key, before)
    return st.date_input(
        title,
        None,
        FIRST_DAY,
        today(),
        key=key,
        format="DD/MM/YYYY",
        label_visibility="collapsed",
    )


def _choice(
    title: str, codes: list[str], name: Callable[[str], str], key: str, before: Said
) -> str | None:
    """One of some codes, or none; the words beside it are what is seen as its label."""
    every = [NOTHING, *codes]
    index = every.index(str(before)) if before in codes else 0
    # An answer that was remembered is seen in a box of its own: one that was there stays as it was.
    chosen = st.selectbox(
        title,
        every,
        index,
        format_func=name,
        key=f"{key}-{before}",
        label_visibility="collapsed",
    )
    return chosen or None


def _area_name(code: str) -> str:
    return AREAS[code].name if code else "Not answered"


def categories(nearest: tuple[str, ...] = ()) -> list[str]:
    """The codes of the categories to choose from: the nearest, then the others as a tree."""
    return [*nearest, *(code for code in _tree(None) if code not in nearest)]


def _tree(parent: str | None) -> list[str]:
    below = [code for code, category in CATEGORIES.items() if category.parent == parent]
    return [code for one in below for code in (one, *_tree(one))]


def category_name(code: str) -> str:
    """A category as it is offered, below what it is a part of."""
    if code in (NOTHING, LEAVE_OUT):
        return "Leave out: it is something else" if code else "Not answered"
    depth, above = 0, CATEGORIES[code].parent
    while above:
        depth, above = depth + 1, CATEGORIES[above].parent
    return f"{INDENT * depth}{CATEGORIES[code].label}"


def _wanted(uploaded: Uploaded) -> None:
    # Remembered, since a page that hands over to its frame forgets which button was pressed.
    st.session_state[AGAIN] = uploaded.key


def _read_again(uploaded: Uploaded, answers: Answers) -> None:
    before = len(uploaded.reading.figures)
    with st.spinner("Reading it again"):
        again = kept.read_again(uploaded, answers)
    now = plural(len(again.reading.figures), "figure", "figures")
    choosing.note(f"{uploaded.name} was read again with your answers: {now}, {before:,} before.")
    st.rerun()
