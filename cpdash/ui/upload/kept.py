"""The files of one session: what was read of each, until it is taken away or the session ends.

They are in the memory of the session alone: never in a cache that others share, never on a disk.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from io import BytesIO
from typing import Final

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from cpdash.reading import Reading, read
from cpdash.reading.questions import once_each
from cpdash.sheets.answers import UNANSWERED, Answers, Question

MOST: Final = 10
"""Files of one session."""
KEPT: Final = "_uploads"


@dataclass(frozen=True, eq=False)
class Uploaded:
    """A file as it was sent, and what was read of it. `questions`: all that were asked, also those
    that `answers` answer; `data`: its bytes, for as long as an answer may make it be read again;
    `remembered`: the answers about labels among them that somebody gave before.

    Read again, it is another one."""

    name: str
    sha256: str
    size: int
    reading: Reading
    answers: Answers = UNANSWERED
    questions: tuple[Question, ...] = ()
    data: bytes = b""
    remembered: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Tells this file from the others of the session, in few letters."""
        return sha256(f"{self.sha256}/{self.name}".encode()).hexdigest()[:12]

    @property
    def said(self) -> dict[str, str]:
        """What somebody said now that labels mean."""
        labels, before = self.answers.labels, self.remembered
        return {label: code for label, code in labels.items() if before.get(label) != code}


def understood(
    name: str, data: bytes, answers: Answers = UNANSWERED, asked: Iterable[Question] = ()
) -> Uploaded:
    """Read a file. `asked`: the questions of an earlier reading, to which there are `answers` now.
    Of a file that is refused no byte is kept, unless its answers can still be changed."""
    stream = BytesIO(data)
    stream.name = name
    reading = read(stream, answers=answers, picture=True)
    earlier = tuple(asked)
    questions = () if reading.refused and not earlier else once_each([*earlier, *reading.questions])
    again = data if questions else b""
    return Uploaded(name, sha256(data).hexdigest(), len(data), reading, answers, questions, again)


def read_again(
    uploaded: Uploaded, answers: Answers, remembered: Mapping[str, str] | None = None
) -> Uploaded:
    """Read a file with other answers, of which some may be `remembered`; it takes its place."""
    again = understood(uploaded.name, uploaded.data, answers, uploaded.questions)
    again = replace(again, remembered=uploaded.remembered if remembered is None else remembered)
    keep(again)
    return again


def sent() -> list[Uploaded]:
    """Every file of this session, those that were refused among them, in the order they came."""
    return list(_files().values())


def uploads() -> list[Uploaded]:
    """The files of this session that were understood: what there is to compare and to accept."""
    return [one for one in sent() if not one.reading.refused]


def room() -> int:
    """How many more files may be sent."""
    return MOST - len(_files())


def keep(uploaded: Uploaded) -> None:
    """Keep a file; one of the same name and content is replaced by it, in its place."""
    if uploaded.key in _files() or room():
        _files()[uploaded.key] = uploaded


def remove(*gone: Uploaded) -> None:
    """Forget files and all that was read of them."""
    files = _files()
    for uploaded in gone:
        files.pop(uploaded.key, None)


def release(file: UploadedFile) -> None:
    """Take a file out of Streamlit's memory, which else keeps it until the session ends. This is
    no public interface of Streamlit, so a test holds it."""
    context = get_script_run_ctx()
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)
    file.close()


def _files() -> dict[str, Uploaded]:
    files: dict[str, Uploaded] = st.session_state.setdefault(KEPT, {})
    return files
