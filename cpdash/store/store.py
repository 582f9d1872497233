"""The store: editions of workbooks, what was done with them, and what labels mean."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Final

import pandas as pd
from sqlalchemy import Connection

from cpdash.figures import Holdings
from cpdash.store import answers, backup, editions, held, journal, migrating, texts
from cpdash.store.admitting import admit
from cpdash.store.engine import Database, database
from cpdash.store.faults import StoreFault, fault
from cpdash.store.journal import Head, Stamp
from cpdash.store.model import Accepted, Act, Answer, Edition, Entry, Upload
from cpdash.store.trust import Trust

NO_LABELS: Final[Mapping[str, str]] = {}
When = int | datetime | None
"""A version, a moment with its time zone, or None for now."""


class Store:
    """What is held, in SQLite or PostgreSQL; `open_store` makes it. Many may use one at once. For
    whatever goes wrong outside of the program it raises StoreFault, and nothing was stored."""

    def __init__(self, where: Database) -> None:
        self._where = where
        self._trust = Trust(where)

    @property
    def damage(self) -> tuple[str, ...]:
        """What is known not to be as it was written, in sentences; none of it is shown."""
        return self._trust.sentences()

    @property
    def fault(self) -> str:
        """Why nothing can be accepted now and what is not shown; "" where all is well."""
        try:
            read_only = fault("read-only").sentence if self._where.read_only() else ""
        except StoreFault as error:
            read_only = error.sentence
        return " ".join(filter(None, (*self.damage, read_only)))

    def version(self) -> int:
        """The number of the newest act; 0 before the first."""
        with self._where.reading() as connection:
            return journal.version(connection)

    def accept(
        self,
        uploads: Sequence[Upload],
        *,
        compared_with: int,
        who: str,
        publisher: str = "",
        published: date | None = None,
        remark: str = "",
        labels: Mapping[str, str] = NO_LABELS,
        token: str,
        now: datetime,
    ) -> Accepted:
        """Store workbooks, all of them or none. `compared_with`: the version that they were
        compared with; `published`: the date of sources that have none; `labels`: what somebody
        answered that labels mean, remembered with them; `token`: names this one intention, so that
        what is sent twice is stored once."""
        stamp = Stamp.of(who, now, remark, token)
        publisher = texts.typed("publisher", publisher)
        with self._acting("accept", token, compared_with) as (connection, head, before):
            if before is not None:
                return before
            known = answers.in_force(connection, publisher)
            said = answers.to_remember(publisher, labels, known)
            answered = frozenset([*known, *(label for _, label, _ in said)])
            ready = [admit(upload, publisher, published, answered) for upload in uploads]
            stored = []
            editions.refuse_held(connection, head.version, [(r.file, r.sha256) for r in ready])
            for one in ready:
                head, edition = editions.add(connection, head, stamp, one)
                stored.append(edition)
            for answer in said:
                head, _ = answers.add(connection, head, stamp, answer)
            return Accepted(head.version, tuple(stored), False)

    def withdraw(
        self,
        edition: int,
        *,
        compared_with: int,
        who: str,
        remark: str = "",
        token: str,
        now: datetime,
    ) -> Accepted:
        """Hold an edition no longer. Its figures stay in the store."""
        stamp = Stamp.of(who, now, remark, token)
        return self._move("withdraw", edition, compared_with, stamp)

    def restore(
        self,
        edition: int,
        *,
        compared_with: int,
        who: str,
        remark: str = "",
        token: str,
        now: datetime,
    ) -> Accepted:
        """Hold an edition again that was withdrawn."""
        stamp = Stamp.of(who, now, remark, token)
        return self._move("restore", edition, compared_with, stamp)

    def _move(self, act: Act, edition: int, compared_with: int, stamp: Stamp) -> Accepted:
        with self._acting(act, stamp.token, compared_with) as (connection, head, before):
            if before is not None:
                return before
            head = editions.move(connection, head, stamp, edition, act)
            return Accepted(head.version, (edition,), False)

    @contextmanager
    def _acting(
        self, act: Act, token: str, compared_with: int | None = None
    ) -> Iterator[tuple[Connection, Head, Accepted | None]]:
        """A transaction with the head locked, and what this intention came to before, if ever."""
        self._trust.expect_sound()
        with self._where.writing() as connection:
            head = journal.lock(connection)
            before = journal.done_before(connection, act, token)
            if before is None and compared_with is not None:
                journal.expect_same(connection, head, compared_with)
            yield connection, head, before

    def holdings(self, at: When = None) -> Holdings:
        """The figures and sources of every edition that is held. An edition is called by its
        number and that of the source within it: 12/1."""
        shown = self._shown(at)
        with self._where.reading() as connection:
            return Holdings(held.figures_of(connection, shown), held.editions_of(connection, shown))

    def latest(self, area: str, at: When = None) -> pd.DataFrame:
        """The newest figure of each that an area has (FIGURE_COLUMNS), as `figures.latest()`."""
        shown = self._shown(at)
        with self._where.reading() as connection:
            return held.latest_of(connection, area, shown)

    def _shown(self, at: When) -> list[int]:
        """The editions that are held and may be shown."""
        with self._reading(at) as (connection, version):
            found = connection.scalars(journal.held_at(version)).all()
        return self._trust.shown(found)

    @contextmanager
    def _reading(self, at: When) -> Iterator[tuple[Connection, int]]:
        """A transaction to read in, and the version that is asked for."""
        moment = journal.utc(at) if isinstance(at, datetime) else None
        with self._where.reading() as connection:
            newest = self._trust.version(connection)
            asked = at if moment is None else journal.version_at(connection, moment)
            yield connection, newest if not isinstance(asked, int) else min(newest, asked)

    def editions(self, at: When = None) -> tuple[Edition, ...]:
        """Every edition that was ever accepted, the oldest first."""
        with self._reading(at) as (connection, version):
            return editions.all_of(connection, version)

    def edition_figures(self, edition: int) -> pd.DataFrame:
        """The figures of one edition (FIGURE_COLUMNS), held or not; of a damaged one none."""
        with self._where.reading() as connection:
            editions.expect(connection, edition)
        shown = self._trust.shown([edition])
        with self._where.reading() as connection:
            return held.figures_of(connection, shown)

    def journal(self) -> tuple[Entry, ...]:
        """Everything that was ever done, the oldest first."""
        with self._where.reading() as connection:
            return journal.entries(connection)

    def answers(self, publisher: str) -> dict[str, str]:
        """What labels of a publisher mean, as somebody said: a code of a category or LEAVE_OUT."""
        with self._where.reading() as connection:
            return answers.in_force(connection, publisher)

    def every_answer(self) -> tuple[Answer, ...]:
        """Every answer that was given, the oldest first."""
        with self._where.reading() as connection:
            return answers.every(connection)

    def answer(
        self, publisher: str, label: str, category: str, *, who: str, token: str, now: datetime
    ) -> int:
        """Remember what a label of a publisher means; the number of the answer."""
        said = answers.checked(publisher, label, category)
        stamp = Stamp.of(who, now, "", token)
        with self._acting("answer", token) as (connection, head, before):
            if before is not None:
                return before.editions[0]
            return answers.add(connection, head, stamp, said)[1]

    def take_back(self, answer: int, *, who: str, token: str, now: datetime) -> None:
        """Let an answer count no longer."""
        stamp = Stamp.of(who, now, "", token)
        with self._acting("take-back", token) as (connection, head, before):
            if before is None:
                answers.take_back(connection, head, stamp, answer)

    def verify(self, full: bool = True) -> tuple[str, ...]:
        """Look whether the store is as it was written; what is wrong, in sentences, none where
        nothing is. What is not `full` looks at as much as is cheap."""
        return self._trust.look(full)

    def open(self) -> None:
        """Make the tables or bring them up to date, and look at what is there."""
        migrating.to_newest(self._where)
        self.verify(full=False)

    def close(self) -> None:
        """Give back the connections that are kept open."""
        self._where.reads.dispose()

    def backup(self, path: Path) -> None:
        """Copy the store to a new file of SQLite, and see that the copy is whole."""
        self._trust.expect_sound()
        backup.write(self._where, path)


def open_store(url: str) -> Store:
    """The store at `sqlite:///FILE` or `postgresql://...`: made where there is none, brought up to
    date where it is older, and looked at. Raises StoreFault where it cannot be used at all."""
    store = Store(database(url))
    try:
        store.open()
    except BaseException:
        store.close()
        raise
    return store
