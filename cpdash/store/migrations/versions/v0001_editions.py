"""The first tables: editions, their sources and figures, the journal and the answers."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEPT: Final = ("journal", "edition", "source", "topic", "figure", "answer")
NEVER: Final = "what was accepted is never changed"
MOST: Final = 10_000_000
DIGEST: Final = "length({0}) = 64"
MAY_BE_FIRST: Final = "length({0}) IN (0, 64)"
CODE: Final = {
    "sqlite": "length({0}) BETWEEN 1 AND 40 AND {0} NOT GLOB '*[^a-z0-9_-]*'",
    "postgresql": "{0} ~ '^[a-z0-9_-]{{1,40}}$'",
}
CELL: Final = {
    "sqlite": "length(cell) BETWEEN 2 AND 10 AND cell GLOB '[A-Z]*[0-9]'"
    " AND cell NOT GLOB '*[^A-Z0-9]*'",
    "postgresql": "cell ~ '^[A-Z]{{1,3}}[0-9]{{1,7}}$'",
}
WHOLE: Final = {"sqlite": "typeof(value) IN ('integer', 'null')", "postgresql": "true"}
DAY: Final = {
    "sqlite": "{0} IS NULL OR {0} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'",
    "postgresql": "true",
}


def upgrade() -> None:
    """Makes every table, its checks and its triggers, and the head of an empty journal."""
    _journal()
    _editions()
    _figures()
    _answers()
    op.execute("INSERT INTO head (id, version, hash) VALUES (1, 0, '')")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION '{NEVER}'; END $$"
        )
    for table in KEPT:
        _keep(table)


def _keep(table: str) -> None:
    """Triggers that refuse to change or delete what is in a table."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION never_changed()"
        )
        return
    for act in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_kept_from_{act} BEFORE {act.upper()} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{NEVER}'); END"
        )


def _check(rule: str | dict[str, str], *columns: str) -> list[sa.CheckConstraint]:
    """A check, in the words of the database, of each column that its braces stand for."""
    text = rule if isinstance(rule, str) else rule[op.get_bind().dialect.name]
    return [sa.CheckConstraint(text.format(column)) for column in columns or ("",)]


def _text(name: str, longest: int) -> sa.Column[str]:
    """A text that SQLite too keeps to its length."""
    return sa.Column(
        name, sa.String(longest), sa.CheckConstraint(f"length({name}) <= {longest}"), nullable=False
    )


def _journal() -> None:
    op.create_table(
        "head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        *_check("id = 1 AND version >= 0"),
    )
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime, nullable=False),
        _text("who", 100),
        sa.Column("act", sa.String(10), nullable=False),
        sa.Column("subject", sa.Integer, nullable=False),
        sa.Column("details", sa.String(64), nullable=False),
        _text("remark", 500),
        _text("token", 100),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        *_check("seq >= 1 AND subject >= 1"),
        *_check("act IN ('accept', 'withdraw', 'restore', 'answer', 'take-back')"),
        *_check(DIGEST, "details", "hash"),
        *_check(MAY_BE_FIRST, "previous"),
        sa.UniqueConstraint("token", "act", "subject", name="journal_once"),
    )
    op.create_index("journal_subject", "journal", ["subject", "seq"])


def _editions() -> None:
    op.create_table(
        "edition",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.Integer, sa.ForeignKey("journal.seq"), nullable=False, unique=True),
        _text("file", 120),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        _text("publisher", 120),
        sa.Column("published", sa.Date),
        sa.Column("figures", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        *_check(DIGEST, "sha256", "digest"),
        *_check(DAY, "published"),
        *_check("id >= 1 AND size >= 0 AND figures >= 1"),
    )
    op.create_table(
        "source",
        sa.Column("edition", sa.Integer, sa.ForeignKey("edition.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        _text("source", 300),
        sa.Column("published", sa.Date, nullable=False),
        _text("published_text", 40),
        sa.Column("illustrative", sa.Boolean, nullable=False),
        *_check(DAY, "published"),
        *_check("number >= 1"),
    )


def _figures() -> None:
    op.create_table(
        "topic",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("area", sa.String(12), nullable=False),
        sa.Column("census_date", sa.Date, nullable=False),
        sa.Column("collection", sa.String(10), nullable=False),
        sa.Column("measure", sa.String(40), nullable=False),
        sa.Column("category", sa.String(40), nullable=False),
        sa.UniqueConstraint(
            *"area census_date collection measure category".split(), name="topic_once"
        ),
        *_check("length(area) BETWEEN 1 AND 12"),
        *_check(DAY, "census_date"),
        *_check("collection IN ('council', 'national')"),
        *_check(CODE, "measure", "category"),
    )
    op.create_table(
        "figure",
        sa.Column("edition", sa.Integer, primary_key=True),
        sa.Column("source", sa.Integer, primary_key=True),
        sa.Column("area", sa.String(12), primary_key=True),
        sa.Column("topic", sa.Integer, sa.ForeignKey("topic.id"), primary_key=True),
        sa.Column("value", sa.Integer),
        sa.Column("status", sa.String(1), nullable=False),
        _text("sheet", 31),
        sa.Column("cell", sa.String(10), nullable=False),
        _text("label", 200),
        sa.ForeignKeyConstraint(["edition", "source"], ["source.edition", "source.number"]),
        *_check(CELL),
        *_check(WHOLE),
        *_check(f"value BETWEEN 0 AND {MOST}"),
        *_check("status IN ('', 'c', 'x', 'z', 'k', 'e', 'p', 'b', 'd')"),
        *_check("(value IS NULL) = (status IN ('c', 'x', 'z', 'k'))"),
        sqlite_with_rowid=False,
    )


def _answers() -> None:
    op.create_table(
        "answer",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.Integer, sa.ForeignKey("journal.seq"), nullable=False, unique=True),
        _text("publisher", 120),
        _text("label", 200),
        sa.Column("category", sa.String(40), nullable=False),
        *_check(CODE, "category"),
        *_check("length(label) >= 1"),
    )
