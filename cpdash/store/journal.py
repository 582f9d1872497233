"""The journal: one line an act, each with the hash of the line before, and its head.

Lines are put in order by their number and never by a clock, which may be set back.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Select, exists, func, insert, select, update

from cpdash.days import day
from cpdash.store import texts
from cpdash.store.digests import of_row
from cpdash.store.faults import NOTHING, StoreFault
from cpdash.store.model import HELD_AFTER, ON_EDITIONS, Accepted, Act, Entry
from cpdash.store.schema import EDITION, HEAD, JOURNAL, LONGEST


@dataclass(frozen=True)
class Stamp:
    """Who does something and when, with a remark; `token` names the one intention, so that what
    is sent twice is done once."""

    who: str
    at: datetime
    remark: str
    token: str

    @classmethod
    def of(cls, who: str, now: datetime, remark: str, token: str) -> "Stamp":
        """With texts that may be kept. `now` has to know its time zone."""
        if not 0 < len(token) <= LONGEST["token"]:
            raise ValueError(f"a token has 1 to {LONGEST['token']} characters")
        remark = texts.typed("remark", remark)
        return cls(texts.who(who), utc(now), remark, token)


@dataclass(frozen=True)
class Head:
    """The newest line: its number, which is the store's version, and its hash."""

    version: int
    hash: str


def utc(when: datetime) -> datetime:
    """A moment as it is stored: UTC, without saying so."""
    if when.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return when.astimezone(UTC).replace(tzinfo=None)


def version(connection: Connection) -> int:
    """The store's version; 0 when nothing was ever done."""
    return connection.scalar(select(HEAD.c.version)) or 0


def lock(connection: Connection) -> Head:
    """The head, kept from everybody else until the transaction ends."""
    row = connection.execute(select(HEAD.c.version, HEAD.c.hash).with_for_update()).one()
    return Head(*row)


def entries(connection: Connection) -> tuple[Entry, ...]:
    """Every line, the oldest first."""
    return tuple(
        Entry(row[0], row[1].replace(tzinfo=UTC), *row[2:])
        for row in connection.execute(select(JOURNAL).order_by(JOURNAL.c.seq))
    )


def hash_of(entry: Entry) -> str:
    """What the hash of a line has to be."""
    return of_row((entry.seq, utc(entry.at), *astuple(entry)[2:-1]))


def append(
    connection: Connection, head: Head, stamp: Stamp, act: Act, subject: int, details: str
) -> Head:
    """Write one line behind `head`, which has to be locked; the new head."""
    line = (head.version + 1, stamp.at, stamp.who, act, subject, details, stamp.remark, stamp.token)
    made = Head(line[0], of_row((*line, head.hash)))
    names = JOURNAL.columns.keys()
    values = dict(zip(names, (*line, head.hash, made.hash), strict=True))
    connection.execute(insert(JOURNAL).values(values))
    connection.execute(update(HEAD).values(version=made.version, hash=made.hash))
    return made


def done_before(connection: Connection, act: Act, token: str) -> Accepted | None:
    """What an intention came to when it was sent before; None where it is new."""
    asked = select(JOURNAL.c.seq, JOURNAL.c.subject).where(
        JOURNAL.c.token == token, JOURNAL.c.act == act
    )
    found = connection.execute(asked.order_by(JOURNAL.c.seq)).all()
    return Accepted(found[-1].seq, tuple(row.subject for row in found), True) if found else None


def expect_same(connection: Connection, head: Head, compared_with: int) -> None:
    """Raise StoreFault `conflict` when the editions are no longer those that somebody compared
    with. Answers about labels change no figure that is held, and do not matter."""
    asked = (
        select(JOURNAL.c.who, JOURNAL.c.at, JOURNAL.c.act, EDITION.c.file)
        .join(EDITION, EDITION.c.id == JOURNAL.c.subject)
        .where(JOURNAL.c.seq > compared_with, JOURNAL.c.act.in_(ON_EDITIONS))
        .order_by(JOURNAL.c.seq)
    )
    between = connection.execute(asked).all()
    if not between and compared_with <= head.version:
        return
    if not between:
        raise _conflict("an earlier state than the one that was compared with")
    newest = between[-1]
    done = {"accept": "accepted", "withdraw": "withdrew", "restore": "put back"}[newest.act]
    more = f", and {len(between) - 1} more such steps" if len(between) > 1 else ""
    when = f"{day(newest.at)} at {newest.at:%H:%M} UTC"
    raise _conflict(f"that {newest.who} {done} {newest.file} on {when}{more}")


def _conflict(found: str) -> StoreFault:
    return StoreFault(
        "conflict",
        f"The store: found {found}, expected it as it was when you compared. {NOTHING} "
        "Compare again.",
    )


def version_at(connection: Connection, moment: datetime) -> int:
    """The version at a moment, as `utc` gives it: the last line that was written by then, and so
    all before it."""
    asked = select(func.max(JOURNAL.c.seq)).where(JOURNAL.c.at <= moment)
    return connection.scalar(asked) or 0


def held_at(version: int) -> Select[int]:
    """Asks for the editions that are held at a version: those last accepted or restored by then."""
    later = JOURNAL.alias("later")
    is_later = (
        (later.c.subject == JOURNAL.c.subject)
        & (later.c.seq > JOURNAL.c.seq)
        & (later.c.seq <= version)
        & later.c.act.in_(ON_EDITIONS)
    )
    return select(JOURNAL.c.subject).where(
        JOURNAL.c.act.in_(HELD_AFTER),
        JOURNAL.c.seq <= version,
        ~exists().where(is_later),
    )


def broken(lines: Sequence[Entry], head: Head) -> tuple[int, str]:
    """How far the journal is as it was written, and what is wrong behind that; "" where nothing
    is. A tail that was cut off is missed by the head."""
    before = ""
    for place, line in enumerate(lines, 1):
        if (line.seq, line.previous, line.hash) != (place, before, hash_of(line)):
            return place - 1, f"that line {place} is not as it was written"
        before = line.hash
    agree = (head.version, head.hash) == (len(lines), before)
    return len(lines), "" if agree else f"{len(lines)} lines where the newest is {head.version}"
