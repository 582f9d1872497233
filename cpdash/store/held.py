"""Figures out of the store, as the tidy table has them."""

from collections.abc import Collection, Sequence
from typing import Any, Final

import pandas as pd
from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    cast,
    func,
    select,
    tuple_,
)

from cpdash.figures import EDITION_COLUMNS, KEY, empty_editions, empty_figures
from cpdash.store.schema import EDITION, FIGURE, SOURCE, TOPIC

_TYPES: Final = dict(empty_figures().dtypes)
AT_ONCE: Final = 50_000
"""Figures that are taken out of the database at a time."""


def _text(column: ColumnElement[Any]) -> ColumnElement[str]:
    return cast(column, String)


_EDITION: Final = _text(FIGURE.c.edition) + "/" + _text(FIGURE.c.source)
_COLUMNS: Final = {
    "area": TOPIC.c.area,
    "census_date": _text(TOPIC.c.census_date),
    "collection": TOPIC.c.collection,
    "measure": TOPIC.c.measure,
    "category": TOPIC.c.category,
    "value": FIGURE.c.value,
    "status": FIGURE.c.status,
    "edition": _EDITION,
    "sheet": FIGURE.c.sheet,
    "cell": FIGURE.c.cell,
    "label": FIGURE.c.label,
}
"""FIGURE_COLUMNS. Dates come as text: each that recurs is understood once."""


def figures_of(connection: Connection, editions: Collection[int]) -> pd.DataFrame:
    """The figures of editions (FIGURE_COLUMNS), in the order of their numbers."""
    asked = (
        select(*_COLUMNS.values())
        .join(TOPIC, TOPIC.c.id == FIGURE.c.topic)
        .where(FIGURE.c.edition.in_(editions))
        .order_by(FIGURE.c.edition, FIGURE.c.source, FIGURE.c.area, FIGURE.c.topic)
    )
    return _figures(connection, asked)


def editions_of(connection: Connection, editions: Collection[int]) -> pd.DataFrame:
    """The sources of editions (EDITION_COLUMNS), in the order in which they were accepted."""
    asked = (
        select(
            SOURCE.c.edition,
            SOURCE.c.number,
            EDITION.c.file,
            SOURCE.c.source,
            SOURCE.c.published,
            SOURCE.c.published_text,
            SOURCE.c.illustrative,
        )
        .join(EDITION, EDITION.c.id == SOURCE.c.edition)
        .where(SOURCE.c.edition.in_(editions))
        .order_by(SOURCE.c.edition, SOURCE.c.number)
    )
    rows = [(f"{row[0]}/{row[1]}", *row[2:]) for row in connection.execute(asked)]
    like = empty_editions()
    return pd.DataFrame(rows, columns=EDITION_COLUMNS).astype(dict(like.dtypes)) if rows else like


def latest_of(connection: Connection, area: str, editions: Collection[int]) -> pd.DataFrame:
    """The newest figures of one area in editions, by the rule of `figures.latest()`: those of the
    source that was published last, of sources of one day those of the one accepted last."""
    order = (SOURCE.c.published, SOURCE.c.edition, SOURCE.c.number)
    rank = func.row_number().over(order_by=order).label("rank")
    held = (
        select(SOURCE.c.edition, SOURCE.c.number, rank)
        .where(SOURCE.c.edition.in_(editions))
        .cte("held")
    )
    is_of = and_(FIGURE.c.edition == held.c.edition, FIGURE.c.source == held.c.number)
    every = (
        select(FIGURE.c.topic, FIGURE.c.value, FIGURE.c.status, held.c.rank)
        .join(held, is_of)
        .where(FIGURE.c.area == area)
        .cte("every")
    )
    newest = (
        select(every.c.topic, func.max(every.c.rank).label("rank"))
        .where(~_printed_elsewhere(every))
        .group_by(every.c.topic)
        .cte("newest")
    )
    asked = (
        select(*_COLUMNS.values())
        .select_from(newest)
        .join(held, held.c.rank == newest.c.rank)
        .join(FIGURE, and_(is_of, FIGURE.c.area == area, FIGURE.c.topic == newest.c.topic))
        .join(TOPIC, TOPIC.c.id == newest.c.topic)
    )
    found = connection.execute(asked).all()
    return _framed(sorted(found, key=lambda row: tuple(row[: len(KEY)])))


def _printed_elsewhere(every: CTE) -> ColumnElement[bool]:
    """Whether a figure was added up (status `d`) and another source prints it as it is."""
    added_up, printed = every.alias("added_up"), every.alias("printed")
    same = and_(added_up.c.topic == printed.c.topic, added_up.c.value == printed.c.value)
    both = (
        select(added_up.c.topic, added_up.c.value)
        .join(printed, same)
        .where(added_up.c.status == "d", printed.c.status != "d")
    )
    return and_(every.c.status == "d", tuple_(every.c.topic, every.c.value).in_(both))


def _figures(connection: Connection, asked: Select[Any]) -> pd.DataFrame:
    # In parts, so that a large store needs no second copy of itself in memory.
    found = connection.execute(asked, execution_options={"yield_per": AT_ONCE})
    parts = [_framed(part) for part in found.partitions()]
    return pd.concat(parts, ignore_index=True) if parts else empty_figures()


def _framed(rows: Sequence[Any]) -> pd.DataFrame:
    if not rows:
        return empty_figures()
    named = dict(zip(_COLUMNS, zip(*rows, strict=True), strict=True))
    days = {when: pd.Timestamp(when) for when in set(named["census_date"])}
    named["census_date"] = tuple(map(days.__getitem__, named["census_date"]))
    return pd.DataFrame({name: pd.Series(named[name], dtype=_TYPES[name]) for name in _TYPES})
