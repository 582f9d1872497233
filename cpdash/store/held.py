"""Figures out of the store, as the tidy table has them."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

import pandas as pd
from sqlalchemy import Connection, Select, and_, exists, func, select
from sqlalchemy.sql import FromClause

from cpdash.figures import EDITION_COLUMNS, FIGURE_COLUMNS, KEY, empty_editions, empty_figures
from cpdash.store.schema import EDITION, FIGURE, SOURCE

_KEYS: Final = [FIGURE.c[name] for name in KEY]
_WANTED: Final = [FIGURE.c[name] for name in FIGURE_COLUMNS]
AT_ONCE: Final = 50_000
"""Figures that are taken out of the database at a time."""


def figures_of(connection: Connection, editions: Collection[int]) -> pd.DataFrame:
    """The figures of editions (FIGURE_COLUMNS), in the order of their numbers."""
    asked = select(*_WANTED, FIGURE.c.source).where(FIGURE.c.edition.in_(editions))
    order = (FIGURE.c.edition, FIGURE.c.source, *_KEYS)
    return _figures(connection, asked.order_by(*order))


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
    return _framed(EDITION_COLUMNS, rows, empty_editions())


def latest_of(connection: Connection, area: str, editions: Collection[int]) -> pd.DataFrame:
    """The newest figures of one area in editions, by the rule of `figures.latest()`: those of the
    source that was published last, of sources of one day those of the one accepted last."""
    order = (SOURCE.c.published, SOURCE.c.edition, SOURCE.c.number)
    held = (
        select(
            SOURCE.c.edition, SOURCE.c.number, func.row_number().over(order_by=order).label("rank")
        )
        .where(SOURCE.c.edition.in_(editions))
        .cte("held")
    )
    newest = (
        select(*_KEYS, func.max(held.c.rank).label("rank"))
        .join(held, _is_of(FIGURE, held))
        .where(FIGURE.c.area == area, ~_printed_elsewhere(held))
        .group_by(*_KEYS)
        .cte("newest")
    )
    asked = (
        select(*_WANTED, FIGURE.c.source)
        .select_from(newest)
        .join(held, held.c.rank == newest.c.rank)
        .join(FIGURE, and_(_is_of(FIGURE, held), *(c == newest.c[c.name] for c in _KEYS)))
    )
    return _figures(connection, asked).sort_values(KEY).reset_index(drop=True)


def _is_of(figure: FromClause, held: FromClause) -> Any:
    return and_(figure.c.edition == held.c.edition, figure.c.source == held.c.number)


def _printed_elsewhere(held: FromClause) -> Any:
    """Whether a figure was added up (status `d`) and some held edition prints it as it is."""
    other = FIGURE.alias("printed")
    one_is_held = exists().where(_is_of(other, held))
    same = and_(*(other.c[c.name] == c for c in (*_KEYS, FIGURE.c.value)))
    return and_(FIGURE.c.status == "d", exists().where(same, other.c.status != "d", one_is_held))


def _figures(connection: Connection, asked: Select[Any]) -> pd.DataFrame:
    # In parts, so that a large store needs no second copy of itself in memory.
    found = connection.execute(asked, execution_options={"yield_per": AT_ONCE})
    parts = [_framed_figures(part) for part in found.partitions()]
    return pd.concat(parts, ignore_index=True) if parts else empty_figures()


def _framed_figures(rows: Sequence[Any]) -> pd.DataFrame:
    """Rows of FIGURE_COLUMNS and the number of the source."""
    *columns, numbers = zip(*rows, strict=True)
    named = dict(zip(FIGURE_COLUMNS, columns, strict=True))
    pairs = zip(named["edition"], numbers, strict=True)
    named["edition"] = tuple(f"{edition}/{number}" for edition, number in pairs)
    named["census_date"] = _days(named["census_date"])
    like = empty_figures()
    return pd.DataFrame(
        {name: pd.Series(column, dtype=like[name].dtype) for name, column in named.items()}
    )


def _days(dates: Iterable[Any]) -> Any:
    """Dates as a frame has them; each that recurs is made once."""
    known: dict[Any, pd.Timestamp] = {}
    return [known.setdefault(when, pd.Timestamp(when)) for when in dates]


def _framed(names: list[str], rows: list[Any], like: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=names).astype(dict(like.dtypes)) if rows else like
