"""What was done with the store: its editions, its journal, and putting an edition away or back."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final, Literal

from cpdash.commands.importing import login
from cpdash.commands.opened import on_store, what_is_held
from cpdash.commands.terminal import DONE, WRONG_CALL, say, write
from cpdash.days import day, moment
from cpdash.sheets.listing import as_csv, as_json
from cpdash.store import Edition, Entry, Store
from cpdash.wording import number, plural

EDITIONS: Final = (
    "edition state file publisher published accepted who figures size sha256 remark"
).split()
JOURNAL: Final = "version at act subject who remark hash".split()


def editions(call: Namespace) -> int:
    """List every edition, the oldest first."""

    def act(store: Store) -> int:
        found = store.editions()
        _list(call.format, EDITIONS, map(_cells, found), map(_line, found))
        return DONE

    return on_store(act)


def journal(call: Namespace) -> int:
    """List every entry of the journal, the oldest first."""

    def act(store: Store) -> int:
        found = store.journal()
        cells = (
            (e.seq, e.at.isoformat(), e.act, e.subject, e.who, e.remark, e.hash) for e in found
        )
        _list(call.format, JOURNAL, cells, map(_entry, found))
        return DONE

    return on_store(act)


def withdraw(call: Namespace) -> int:
    """Hold an edition no longer."""
    return _move(call, "withdraw")


def restore(call: Namespace) -> int:
    """Hold an edition again."""
    return _move(call, "restore")


def _move(call: Namespace, act: Literal["withdraw", "restore"]) -> int:
    who = login(call.who)
    if not who:
        return WRONG_CALL

    def move(store: Store) -> int:
        version = store.version()
        done = store.withdraw if act == "withdraw" else store.restore
        done(
            call.edition,
            compared_with=version,
            who=who,
            remark=call.note,
            token=sha256(f"{act}\n{version}\n{call.edition}".encode()).hexdigest(),
            now=datetime.now(UTC),
        )
        (edition,) = (one for one in store.editions() if one.id == call.edition)
        state = "Withdrawn" if act == "withdraw" else "Restored"
        say(f"{state}: edition {edition.id}, {edition.file}.")
        say(f"Now held: {what_is_held(store)}.")
        return DONE

    return on_store(move)


def _list(
    style: str,
    header: Sequence[str],
    cells: Iterable[Sequence[object]],
    lines: Iterable[str],
) -> None:
    """Print a list: as lines for people, or as cells for programs."""
    if style == "text":
        for line in lines:
            say(line)
    else:
        write((as_json if style == "json" else as_csv)(cells, header))


def _state(edition: Edition) -> str:
    return "held" if edition.held else "withdrawn"


def _cells(one: Edition) -> tuple[object, ...]:
    published = one.published.isoformat() if one.published else ""
    said = (one.id, _state(one), one.file, one.publisher, published, one.at.isoformat(), one.who)
    return (*said, one.figures, one.size, one.sha256, one.remark)


def _line(one: Edition) -> str:
    published = f"published {day(one.published)}" if one.published else ""
    parts = (
        f"{one.id} {_state(one)}",
        one.file,
        one.publisher,
        published,
        f"accepted {moment(one.at)} by {one.who}",
        plural(one.figures, "figure", "figures"),
        f"{number(one.size)} bytes",
        f"sha256 {one.sha256[:12]}",
        one.remark,
    )
    return "; ".join(filter(None, parts))


def _entry(one: Entry) -> str:
    parts = (f"{one.seq} {moment(one.at)}", one.sentence(), one.remark)
    return "; ".join(filter(None, parts))


def _entry_cells(one: Entry) -> tuple[object, ...]:
    return one.seq, one.at.isoformat(), one.act, one.subject, one.who, one.remark, one.hash
