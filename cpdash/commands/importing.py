"""`import`: what files hold, what they would change, and, where that is accepted, storing them."""

import getpass
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from cpdash.census import Census
from cpdash.commands.compared import compared
from cpdash.commands.opened import on_store, what_is_held
from cpdash.commands.reading import code_of_none
from cpdash.commands.terminal import DONE, WRONG_CALL, say, warn
from cpdash.comparison import compare, contents
from cpdash.figures import Holdings
from cpdash.indicators import INDICATORS
from cpdash.intake import data_folder, plan_files, upload
from cpdash.plan import plans
from cpdash.reading import Reading, read, together, understood
from cpdash.sheets.answers import UNANSWERED, Answers
from cpdash.sheets.files.refused import Refused
from cpdash.sheets.files.stored import data_of
from cpdash.sheets.process.asking import Asked
from cpdash.store import Accepted, Store
from cpdash.wording import plural


class File(NamedTuple):
    """A file that was read; `sha256` and `size` are those of the bytes that were read."""

    name: str
    sha256: str
    size: int
    reading: Reading


class _Named(BytesIO):
    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


def run(call: Namespace) -> int:
    """Say what the files would change; store them where that is asked for."""
    who = login(call.who) if call.accept else ""
    if call.accept and not who:
        return WRONG_CALL
    return on_store(lambda store: _imported(store, call, who))


def _imported(store: Store, call: Namespace, who: str) -> int:
    known = Answers(store.answers(call.publisher)) if call.publisher else UNANSWERED
    files = [_read(path, call.date, call.area or "", known) for path in call.files]
    new = together(file.reading for file in files)
    for problem in new.problems:
        warn(problem.line())
    if new.figures.empty:
        return code_of_none(new.problems)
    for file in files:
        say(f"{file.name}:")
        for line in contents(file.reading.figures) or ["nothing for the dashboard"]:
            say(f"  {line}")
    return _on(store, files, new, call, who)


def login(given: str | None) -> str:
    """Who acts: as `given`, else by the login name; "" after saying that neither is known."""
    try:
        return given or getpass.getuser()
    except (KeyError, OSError, ImportError):
        warn("Your login name is not known here: say who you are with --who NAME.")
        return ""


def _read(path: Path, when: date | None, area: str, known: Answers) -> File:
    data = data_of(path)
    if isinstance(data, Refused):
        return File(path.name, "", 0, understood(Asked(path.name, data)))
    reading = read(_Named(data, path.name), when=when, area=area, answers=known)
    return File(path.name, sha256(data).hexdigest(), len(data), reading)


def _on(store: Store, files: Sequence[File], new: Holdings, call: Namespace, who: str) -> int:
    version = store.version()
    held = Census(store.holdings(version))
    known, faults = plans(plan_files(data_folder()), INDICATORS)
    for problem in faults:
        warn(problem.line())
    found = compare(held, new, known, date.today(), call.published)
    say("")
    for line in compared(found, set(held.editions.index)):
        say(line)
    say("")
    empty = [file for file in files if file.reading.figures.empty]
    if call.accept and empty:
        names = ", ".join(file.name for file in empty)
        warn(
            f"{names}: found no figures, expected some in every file. Nothing was stored. Leave "
            "it out, or mend it, and import again."
        )
        return code_of_none(problem for file in empty for problem in file.reading.problems)
    if found.nothing_new:
        say("There is nothing new in it. Nothing was stored.")
    elif call.accept:
        _told(store, _accept(store, files, version, call, who))
    else:
        say("Nothing was stored. To store it, add --accept.")
    return DONE


def _accept(
    store: Store, files: Sequence[File], version: int, call: Namespace, who: str
) -> Accepted:
    # The same command, sent twice at once, is one intention.
    about = "\n".join(["import", str(version), *(file.sha256 for file in files)])
    return store.accept(
        [upload(*file) for file in files],
        compared_with=version,
        who=who,
        publisher=call.publisher,
        published=call.published,
        remark=call.note,
        token=sha256(about.encode()).hexdigest(),
        now=datetime.now(UTC),
    )


def _told(store: Store, done: Accepted) -> None:
    """Say which editions were stored, and what is held with them."""
    state = "Stored before" if done.already else "Stored"
    for edition in store.editions():
        if edition.id in done.editions:
            figures = plural(edition.figures, "figure", "figures")
            say(f"{state}: edition {edition.id}, {edition.file}, {figures}.")
    say(f"Now held: {what_is_held(store)}.")
