"""The box into which files are dropped, and how they are read while somebody waits."""

from typing import Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from cpdash.reading.workbook import ENDINGS
from cpdash.ui import html
from cpdash.ui.upload import kept
from cpdash.wording import plural

MEGABYTES: Final = 10
BATCH: Final = "_upload_batch"
NOTE: Final = "_upload_note"
ADVICE: Final = (
    "Any table of children looked after, where they live, or young people who receive aftercare, "
    "with its titles, notes and headings. The sheets need no special form.",
    "You see what was understood, cell by cell, and what was not. What the workbook does not say, "
    "such as the census date, is asked.",
    "Nothing is stored by looking. What you send stays with you until you close the page.",
    "A list with a line for each child is refused, and nothing of it is kept.",
)


def choose() -> None:
    """The box. What is dropped is read at once, one file after the other, and taken out of the box:
    from then on it stands below, and Streamlit holds none of its bytes."""
    batch = st.session_state.setdefault(BATCH, 0)
    files = st.file_uploader(
        "Workbooks to read",
        type=[ending.removeprefix(".") for ending in ENDINGS],
        accept_multiple_files=True,
        max_upload_size=MEGABYTES,
        key=f"upload-{batch}",
    )
    if files:
        _read(files)
        st.session_state[BATCH] = batch + 1
        st.rerun()
    if said := st.session_state.pop(NOTE, None):
        html.notice(*said)


def note(*sentences: str) -> None:
    """Say something when the page is drawn next, once."""
    st.session_state[NOTE] = sentences


def _read(files: list[UploadedFile]) -> None:
    """Read as many files as there is room for; the bytes of each leave Streamlit's memory as soon
    as it was read."""
    left: list[str] = []
    with st.status("Reading", expanded=True) as status:
        for number, file in enumerate(files, 1):
            status.update(label=f"Reading file {number} of {len(files)}", expanded=True)
            html.paragraph(file.name)
            if kept.room():
                kept.keep(kept.understood(file.name, file.getvalue()))
            else:
                left.append(file.name)
            kept.release(file)
    read = len(files) - len(left)
    if left:
        note(
            f"At most {kept.MOST} files are looked at together. Not read: {', '.join(left)}.",
            "Take a file away that you do not need, then choose these again.",
        )
    else:
        note(f"{plural(read, 'file was', 'files were')} looked at. Nothing is stored yet.")
