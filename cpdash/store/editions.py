"""The editions: one workbook each, its sources and its figures."""

from collections.abc import Iterable
from datetime import UTC
from typing import Any, Final

from sqlalchemy import Connection, Table, func, insert, select

from cpdash.days import day
from cpdash.store import journal
from cpdash.store.admitting import Admitted
from cpdash.store.digests import line, of_edition
from cpdash.store.faults import NOTHING, StoreFault
from cpdash.store.journal import Head, Stamp
from cpdash.store.model import Edition
from cpdash.store.schema import EDITION, FIGURE, JOURNAL, SOURCE, TOPIC

TOPIC_OF: Final = slice(1, 6)
SAID_OF: Final = slice(6, None)
"""Of a figure as it was admitted: what it is of, and what is said of that."""


def add(connection: Connection, head: Head, stamp: Stamp, one: Admitted) -> tuple[Head, int]:
    """Store a workbook and its line of the journal; the new head and the number of the edition."""
    edition = (connection.scalar(select(func.max(EDITION.c.id))) or 0) + 1
    file = (one.file, one.sha256, one.size, one.publisher, one.published, len(one.figures))
    row = (edition, head.version + 1, *file)
    digest = of_edition(row, one.sources, map(line, one.figures))
    made = journal.append(connection, head, stamp, "accept", edition, digest)
    connection.execute(insert(EDITION), _named(EDITION, [(*row, digest)]))
    connection.execute(insert(SOURCE), _named(SOURCE, [(edition, *row) for row in one.sources]))
    known = _topics(connection, [figure[TOPIC_OF] for figure in one.figures])
    figures = [
        (edition, figure[0], figure[1], known[figure[TOPIC_OF]], *figure[SAID_OF])
        for figure in one.figures
    ]
    connection.execute(insert(FIGURE), _named(FIGURE, figures))
    return made, edition


def _named(table: Table, rows: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
    names = table.columns.keys()
    return [dict(zip(names, row, strict=True)) for row in rows]


def _topics(connection: Connection, wanted: list[tuple[Any, ...]]) -> dict[tuple[Any, ...], int]:
    """The number of each topic; those that are new are written."""
    asked = select(TOPIC).where(
        TOPIC.c.area.in_({topic[0] for topic in wanted}),
        TOPIC.c.census_date.in_({topic[1] for topic in wanted}),
    )
    known = {row[1:]: row[0] for row in map(tuple, connection.execute(asked).all())}
    new = [topic for topic in dict.fromkeys(wanted) if topic not in known]
    last = connection.scalar(select(func.max(TOPIC.c.id))) or 0
    known |= {topic: number for number, topic in enumerate(new, last + 1)}
    if new:
        connection.execute(insert(TOPIC), _named(TOPIC, [(known[one], *one) for one in new]))
    return known


def move(connection: Connection, head: Head, stamp: Stamp, edition: int, act: Any) -> Head:
    """Withdraw or restore an edition. Raises StoreFault where there is none, or nothing to do."""
    asked = select(EDITION.c.file, EDITION.c.sha256, EDITION.c.digest)
    expect(connection, edition)
    row = connection.execute(asked.where(EDITION.c.id == edition)).one()
    held = edition in connection.scalars(journal.held_at(head.version))
    if held is (act == "restore"):
        state = "held already" if held else "withdrawn already"
        raise StoreFault(
            "nothing-new",
            f"{row.file}: found it {state}, expected the opposite. {NOTHING} "
            "There is nothing left to do.",
        )
    if act == "restore":
        refuse_held(connection, head.version, [(row.file, row.sha256)])
    return journal.append(connection, head, stamp, act, edition, row.digest)


def expect(connection: Connection, edition: int) -> None:
    """Raise StoreFault `unknown-edition` where there is none of that number."""
    if connection.scalar(select(EDITION.c.id).where(EDITION.c.id == edition)) is None:
        raise StoreFault(
            "unknown-edition",
            f"Edition {edition}: found none of this number, expected one of the history. {NOTHING} "
            "Look up its number.",
        )


def refuse_held(connection: Connection, version: int, files: Iterable[tuple[str, str]]) -> None:
    """Raise StoreFault `nothing-new` for the first of files (name, SHA-256) that is held, or comes
    twice."""
    asked = (
        select(EDITION.c.sha256, EDITION.c.id, EDITION.c.file, JOURNAL.c.who, JOURNAL.c.at)
        .join(JOURNAL, JOURNAL.c.seq == EDITION.c.seq)
        .where(EDITION.c.id.in_(journal.held_at(version)))
    )
    held = {row.sha256: row for row in connection.execute(asked)}
    seen: dict[str, str] = {}
    for file, sha256 in files:
        if sha256 in seen:
            raise StoreFault(
                "nothing-new",
                f"{file}: found the same workbook as {seen[sha256]}, expected another one. "
                f"{NOTHING} Leave one of them out.",
            )
        seen[sha256] = file
        if row := held.get(sha256):
            raise StoreFault(
                "nothing-new",
                f"{file}: found nothing new, expected another workbook than edition {row.id} "
                f"({row.file}), which {row.who} accepted on {day(row.at)}. {NOTHING} Leave it out, "
                f"or withdraw edition {row.id} first to have it read anew.",
            )


def all_of(connection: Connection, version: int) -> tuple[Edition, ...]:
    """Every edition that was accepted by a version, the oldest first."""
    held = set(connection.scalars(journal.held_at(version)))
    asked = (
        select(EDITION, JOURNAL.c.who, JOURNAL.c.at, JOURNAL.c.remark)
        .join(JOURNAL, JOURNAL.c.seq == EDITION.c.seq)
        .where(EDITION.c.seq <= version)
        .order_by(EDITION.c.id)
    )
    return tuple(
        Edition(
            row.id,
            row.seq,
            row.file,
            row.sha256,
            row.size,
            row.publisher,
            row.published,
            row.who,
            row.at.replace(tzinfo=UTC),
            row.remark,
            row.figures,
            row.digest,
            row.id in held,
        )
        for row in connection.execute(asked)
    )
