"""Small uploads drawn as text, and the acts of people on a clock that the test holds."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pandas as pd

from cpdash.figures import EDITION_COLUMNS, FIGURE_COLUMNS, empty_editions, empty_figures
from cpdash.store import Accepted, Store, Upload

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
FIFE, MORAY = "S12000047", "S12000020"


def minute(number: int) -> datetime:
    """So many minutes after START."""
    return START + timedelta(minutes=number)


def drawn(text: str, name: str = "census.xlsx", **more: object) -> Upload:
    """An upload: one figure a line, `area day category value`, where the value may be a number, a
    mark, or a number and a mark (`12e`). A line `# date text` begins a new source, published then.

    `more`: other values of a column, for every figure.
    """
    figures, sources = [], []
    for row, line in enumerate(text.strip().splitlines(), 1):
        if line.strip().startswith("#"):
            when, _, printed = line.strip(" #").partition(" ")
            sources.append((pd.Timestamp(when), printed))
            continue
        area, day, category, said = line.split()
        number = said.rstrip("abcdefghijklmnopqrstuvwxyz")
        figure = dict.fromkeys(FIGURE_COLUMNS, "") | {
            "area": area,
            "census_date": pd.Timestamp(day),
            "collection": "council",
            "measure": "looked_after",
            "category": category,
            "value": float(number or "nan"),
            "status": said.removeprefix(number),
            "edition": f"e/{max(len(sources), 1)}",
            "sheet": "Placements",
            "cell": f"B{row}",
            "label": "Total",
        }
        figures.append(figure | more)
    sources = sources or [(pd.Timestamp("2020-01-01"), "2020")]
    editions = [
        (f"e/{number}", name, f"Report {number}", when, printed, False)
        for number, (when, printed) in enumerate(sources, 1)
    ]
    made = pd.DataFrame(figures).astype(dict(empty_figures().dtypes))
    named = pd.DataFrame(editions, columns=EDITION_COLUMNS).astype(dict(empty_editions().dtypes))
    digest = sha256(f"{name}{text}".encode()).hexdigest()
    return Upload(name, digest, len(text), made[FIGURE_COLUMNS], named)


def one(value: int, name: str = "census.xlsx") -> Upload:
    """An upload of a single figure: so many children looked after in Fife."""
    return drawn(f"{FIFE} 2018-07-31 total {value}", name)


def put(store: Store, *uploads: Upload, who: str = "Anna", at: int = 0, **more: object) -> Accepted:
    """Accept uploads as they are compared now; `at` is the minute."""
    version = store.version()
    options = {"compared_with": version, "token": f"put-{version}", "now": minute(at)} | more
    return store.accept(uploads, who=who, **options)  # type: ignore[arg-type]


def take(store: Store, edition: int, at: int = 0) -> Accepted:
    """Withdraw an edition."""
    version = store.version()
    token = f"take-{version}"
    return store.withdraw(edition, compared_with=version, who="Anna", token=token, now=minute(at))


def give_back(store: Store, edition: int, at: int = 0) -> Accepted:
    """Restore an edition."""
    version = store.version()
    token = f"back-{version}"
    return store.restore(edition, compared_with=version, who="Anna", token=token, now=minute(at))


def said(store: Store, at: int | datetime | None = None) -> list[tuple[str, float]]:
    """Edition and value of every figure that is held."""
    held = store.holdings(at).figures
    return list(zip(held["edition"], held["value"], strict=True))


DAY = date(2026, 2, 28)
"""A day on which something may have been published."""
