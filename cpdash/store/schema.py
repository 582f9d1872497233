"""The tables of the store, as today's code asks for them. `migrations/` makes them, with every
check and trigger; a test holds the two together.

`edition` is one workbook that was accepted, `source` one publication in it, `topic` what figures of
any edition are of, `figure` what one source says of one topic. Nothing of them, of `journal` or of
`answer` is ever changed or deleted; `head` is the newest line of the journal.
"""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

METADATA: Final = MetaData()

LONGEST: Final = {
    "who": 100,
    "remark": 500,
    "token": 100,
    "file": 120,
    "publisher": 120,
    "source": 300,
    "published_text": 40,
    "sheet": 31,
    "label": 200,
}
"""Characters of each text at most."""

HEAD: Final = Table(
    "head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
)
JOURNAL: Final = Table(
    "journal",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", DateTime, nullable=False),
    Column("who", String(LONGEST["who"]), nullable=False),
    Column("act", String(10), nullable=False),
    Column("subject", Integer, nullable=False),
    Column("details", String(64), nullable=False),
    Column("remark", String(LONGEST["remark"]), nullable=False),
    Column("token", String(LONGEST["token"]), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("token", "act", "subject", name="journal_once"),
    Index("journal_subject", "subject", "seq"),
)
EDITION: Final = Table(
    "edition",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, ForeignKey("journal.seq"), nullable=False, unique=True),
    Column("file", String(LONGEST["file"]), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("publisher", String(LONGEST["publisher"]), nullable=False),
    Column("published", Date),
    Column("figures", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
)
SOURCE: Final = Table(
    "source",
    METADATA,
    Column("edition", Integer, ForeignKey("edition.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("source", String(LONGEST["source"]), nullable=False),
    Column("published", Date, nullable=False),
    Column("published_text", String(LONGEST["published_text"]), nullable=False),
    Column("illustrative", Boolean, nullable=False),
)
TOPIC: Final = Table(
    "topic",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("area", String(12), nullable=False),
    Column("census_date", Date, nullable=False),
    Column("collection", String(10), nullable=False),
    Column("measure", String(40), nullable=False),
    Column("category", String(40), nullable=False),
    UniqueConstraint(*"area census_date collection measure category".split(), name="topic_once"),
)
FIGURE: Final = Table(
    "figure",
    METADATA,
    Column("edition", Integer, primary_key=True),
    Column("source", Integer, primary_key=True),
    Column("area", String(12), primary_key=True),
    Column("topic", Integer, ForeignKey("topic.id"), primary_key=True),
    Column("value", Integer),
    Column("status", String(1), nullable=False),
    Column("sheet", String(LONGEST["sheet"]), nullable=False),
    Column("cell", String(10), nullable=False),
    Column("label", String(LONGEST["label"]), nullable=False),
    ForeignKeyConstraint(["edition", "source"], ["source.edition", "source.number"]),
)
"""A source gives a topic once. The area stands here too, as the checks see, that of the topic: the
figures that a source gives of one area then lie together, and the newest of an area are found
without an index of their own, which would cost more than all the rest of accepting."""
ANSWER: Final = Table(
    "answer",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, ForeignKey("journal.seq"), nullable=False, unique=True),
    Column("publisher", String(LONGEST["publisher"]), nullable=False),
    Column("label", String(LONGEST["label"]), nullable=False),
    Column("category", String(40), nullable=False),
)
KEPT: Final = (JOURNAL, EDITION, SOURCE, TOPIC, FIGURE, ANSWER)
"""Tables of which nothing is ever changed or deleted."""
