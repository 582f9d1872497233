"""What people said that labels mean, by publisher: remembered, and taken back."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC

from sqlalchemy import Connection, func, insert, select

from cpdash.sheets.personal.short_texts import is_named_after_a_person
from cpdash.store import journal, texts
from cpdash.store.digests import of_row
from cpdash.store.faults import NOTHING, StoreFault
from cpdash.store.journal import Head, Stamp
from cpdash.store.model import LEAVE_OUT, Answer
from cpdash.store.schema import ANSWER, JOURNAL
from cpdash.vocabulary import CATEGORIES


def checked(publisher: str, label: str, category: str) -> tuple[str, str, str]:
    """An answer as it may be kept. Raises StoreFault where its texts may not be, or where its
    category is none."""
    if category not in CATEGORIES and category != LEAVE_OUT:
        raise _refused(f'"{texts.one_line(category)[:40]}"', "the code of a category")
    named, read = texts.typed("publisher", publisher), texts.typed("label", label)
    if is_named_after_a_person(read):
        raise StoreFault(
            "personal",
            f"The label: found what may be a name, expected nothing about a person. {NOTHING} "
            "Answer for this workbook alone.",
        )
    if not named or not read:
        raise _refused("no publisher or no label", "both")
    return named, read, category


def _refused(found: str, expected: str) -> StoreFault:
    sentence = f"The answer: found {found}, expected {expected}. {NOTHING} Choose again."
    return StoreFault("refused", sentence)


def to_remember(
    publisher: str, labels: Mapping[str, str], known: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """The answers that are new and may be kept, as `checked` gives them: none without a publisher,
    and none about a label that may name a person."""
    said = []
    for label, category in labels.items():
        if publisher and known.get(label) != category:
            with suppress(StoreFault):
                said.append(checked(publisher, label, category))
    return said


def add(
    connection: Connection, head: Head, stamp: Stamp, said: tuple[str, str, str]
) -> tuple[Head, int]:
    """Keep an answer as `checked` gave it; the new head and the number of the answer."""
    number = (connection.scalar(select(func.max(ANSWER.c.id))) or 0) + 1
    row = (number, head.version + 1, *said)
    made = journal.append(connection, head, stamp, "answer", number, of_row(row))
    values = dict(zip(ANSWER.columns.keys(), row, strict=True))
    connection.execute(insert(ANSWER).values(values))
    return made, number


def take_back(connection: Connection, head: Head, stamp: Stamp, number: int) -> None:
    """Let an answer count no longer. Raises StoreFault where none of that number is in force."""
    found = [answer for answer in every(connection) if answer.id == number and answer.in_force]
    if not found:
        raise _refused(f"none of number {number} in force", "one that is")
    row = connection.execute(select(ANSWER).where(ANSWER.c.id == number)).one()
    journal.append(connection, head, stamp, "take-back", number, of_row(tuple(row)))


def every(connection: Connection) -> tuple[Answer, ...]:
    """Every answer that was given, the oldest first. Of a publisher and a label the last one is in
    force, unless it was taken back."""
    back = set(connection.scalars(select(JOURNAL.c.subject).where(JOURNAL.c.act == "take-back")))
    asked = (
        select(ANSWER, JOURNAL.c.who, JOURNAL.c.at)
        .join(JOURNAL, JOURNAL.c.seq == ANSWER.c.seq)
        .order_by(ANSWER.c.id)
    )
    found = connection.execute(asked).all()
    last = {(row.publisher, row.label): row.id for row in found}
    return tuple(
        Answer(
            row.id,
            row.publisher,
            row.label,
            row.category,
            row.who,
            row.at.replace(tzinfo=UTC),
            last[row.publisher, row.label] == row.id and row.id not in back,
        )
        for row in found
    )


def in_force(connection: Connection, publisher: str) -> dict[str, str]:
    """The answers of a publisher that are in force: label and category."""
    return {
        answer.label: answer.category
        for answer in every(connection)
        if answer.in_force and answer.publisher == publisher
    }
