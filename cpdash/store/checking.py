"""Whether a store is as it was written: its schema, its pages, its journal, its editions.

Each check gives sentences, none where all is well. What they cannot see: a store that was put back
whole from an older copy, since its journal and its head agree.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sqlalchemy import ColumnElement, Connection, String, cast, create_engine, func, select, text
from sqlalchemy.pool import StaticPool

from cpdash.store import journal, migrating
from cpdash.store.digests import BETWEEN, of_edition, of_row
from cpdash.store.journal import Head
from cpdash.store.model import Entry
from cpdash.store.schema import ANSWER, EDITION, FIGURE, HEAD, JOURNAL, KEPT, SOURCE, TOPIC

PUT_BACK: Final = "Ask whoever runs the dashboard to put back a backup."
READ_ONLY: Final = "It can be read and not written."


def sentence(where: str, found: str, expected: str = "all as it was written") -> str:
    """What is damaged, and what to do."""
    return f"{where}: found {found}, expected {expected}. {READ_ONLY} {PUT_BACK}"


UNREADABLE: Final = sentence("The store", "what cannot be read")


def schema(connection: Connection) -> str:
    """Whether the tables are of this program's newest step; "" where they are."""
    there = migrating.revision(connection)
    if there == migrating.newest():
        return ""
    found = f"tables of step {there}" if there else "no tables"
    update = "Ask whoever runs the dashboard to bring the dashboard up to date."
    expected = f"tables of step {migrating.newest()}"
    return f"The store: found {found}, expected {expected}. {READ_ONLY} {update}"


@dataclass(frozen=True)
class Pages:
    """What the database says of its own file, tables and triggers; `full` also of its indexes. It
    is asked of a connection."""

    full: bool

    def __call__(self, connection: Connection) -> list[str]:
        """What is wrong, in sentences."""
        sqlite = connection.dialect.name == "sqlite"
        found = self._of_sqlite(connection) if sqlite else _of_postgresql(connection)
        return [sentence("The store", one) for one in found]

    def _of_sqlite(self, connection: Connection) -> Iterator[str]:
        check = "integrity_check" if self.full else "quick_check"
        said = connection.exec_driver_sql(f"PRAGMA {check}(1)").scalars().all()
        if list(said) != ["ok"]:
            yield "damaged pages"
        if self.full and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            yield "rows that belong to none"
        if _declared(connection) != _as_made():
            yield "tables, checks or triggers that were changed"


def _of_postgresql(connection: Connection) -> Iterator[str]:
    asked = "SELECT count(*) FROM pg_trigger WHERE tgenabled <> 'D' AND tgname LIKE '%kept'"
    if connection.scalar(text(asked)) != len(KEPT):
        yield "triggers that were taken away"


def _declared(connection: Connection) -> frozenset[tuple[object, ...]]:
    """Every table, index and trigger of SQLite, as its declaration says."""
    asked = "SELECT type, name, tbl_name, sql FROM sqlite_master"
    return frozenset(tuple(row) for row in connection.exec_driver_sql(asked))


@lru_cache(maxsize=1)
def _as_made() -> frozenset[tuple[object, ...]]:
    """The same of a store that was just made."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as connection:
        migrating.migrate(connection, "head")
        made = _declared(connection)
    engine.dispose()
    return made


def lines(connection: Connection) -> tuple[int, list[str]]:
    """The last version up to which the journal is as it was written, and what is wrong behind it
    or with the answers and editions that it names."""
    entries = journal.entries(connection)
    row = connection.execute(select(HEAD.c.version, HEAD.c.hash)).one_or_none()
    sound, found = journal.broken(entries, Head(*row) if row else Head(-1, ""))
    said = [sentence(f"The journal from line {sound + 1} on", found)] if found else []
    if not _answers_agree(connection, entries):
        said.append(sentence("The answers about labels", "others than the journal has"))
    if not _editions_agree(connection, entries):
        said.append(sentence("The editions", "others than the journal has"))
    return sound, said


def _answers_agree(connection: Connection, entries: Sequence[Entry]) -> bool:
    told = {(entry.seq, entry.subject, entry.details) for entry in entries if entry.act == "answer"}
    rows = connection.execute(select(ANSWER)).all()
    return told == {(row.seq, row.id, of_row(tuple(row))) for row in rows}


def _editions_agree(connection: Connection, entries: Sequence[Entry]) -> bool:
    told = {(entry.seq, entry.subject, entry.details) for entry in entries if entry.act == "accept"}
    rows = connection.execute(select(EDITION.c.seq, EDITION.c.id, EDITION.c.digest))
    return told == {tuple(row) for row in rows}


def _line() -> ColumnElement[str]:
    """A figure as `digests.line` has it."""
    columns = (FIGURE.c.source, *list(TOPIC.c)[1:], *list(FIGURE.c)[4:])
    first, *more = (func.coalesce(cast(column, String), "") for column in columns)
    line: ColumnElement[str] = first
    for text_of in more:
        line = line + BETWEEN + text_of
    return line


@dataclass(frozen=True)
class Edition:
    """Whether an edition is as the journal has it: asked of a connection, it says what is wrong, ""
    where nothing is."""

    id: int

    def __call__(self, connection: Connection) -> str:
        """What to say of it."""
        row = connection.execute(select(EDITION).where(EDITION.c.id == self.id)).one_or_none()
        if row is None:
            return changed(self.id)
        sources = select(*list(SOURCE.c)[1:]).where(SOURCE.c.edition == self.id)
        figures = (
            select(_line())
            .join(TOPIC, (TOPIC.c.id == FIGURE.c.topic) & (TOPIC.c.area == FIGURE.c.area))
            .where(FIGURE.c.edition == self.id)
        )
        held = connection.scalars(figures).all()
        digest = of_edition(tuple(row)[:-1], map(tuple, connection.execute(sources)), held)
        told = connection.scalar(select(JOURNAL.c.details).where(JOURNAL.c.seq == row.seq))
        whole = len(held) == row.figures and digest == row.digest == told
        return "" if whole else changed(self.id, row.file)


def changed(edition: int, file: str = "") -> str:
    """What to say of an edition that is not as it was written."""
    where = f"Edition {edition} ({file})" if file else f"Edition {edition}"
    return f"{sentence(where, 'other figures')} None of its figures are shown."


def sizes(connection: Connection) -> dict[int, int]:
    """How many figures each edition says it has, the newest edition first."""
    asked = select(EDITION.c.id, EDITION.c.figures).order_by(EDITION.c.id.desc())
    return {row.id: row.figures for row in connection.execute(asked)}
