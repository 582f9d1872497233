"""A workbook, as sent -> figures and problems. It never raises for what is in a file."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

import pandas as pd

from cpdash.figures import (
    EDITION_COLUMNS,
    FIGURE_COLUMNS,
    Holdings,
    empty_editions,
    empty_figures,
)
from cpdash.problems import Problem
from cpdash.reading.checks import check_parts
from cpdash.reading.faults import Report
from cpdash.reading.opening import Sheet, sheets
from cpdash.reading.repeats import between_workbooks, without_repeats
from cpdash.reading.rows import RawFigure, figures, illustrative
from cpdash.reading.tables import Table, find

PLAN: Final = "plan.xlsx"


@dataclass(frozen=True)
class Reading:
    """What one file holds: figures and their editions (see cpdash.figures), what is wrong with
    it, and how each of its sheets was understood."""

    figures: pd.DataFrame = field(default_factory=empty_figures)
    editions: pd.DataFrame = field(default_factory=empty_editions)
    problems: tuple[Problem, ...] = ()
    tables: tuple[Table, ...] = ()


def read(file: Path | BinaryIO, today: date | None = None) -> Reading:
    """Read one workbook: a path, or an open file with a `name`. No census is later than `today`,
    the day of reading unless it is given."""
    name = Path(file if isinstance(file, Path) else str(getattr(file, "name", "workbook"))).name
    report = Report(name)
    found = sheets(file, report)
    if not found:
        return Reading(problems=report.all())
    raw, tables = _tables(found, name, report, today or date.today())
    if not any(table.layout for table in tables):
        if not any(problem.code == "heading-missing" for problem in report.problems):
            names = ", ".join(sheet.name for sheet in found)
            report.add("sheet-missing", "", "", f"found only other sheets ({names[:100]})")
        return Reading(problems=report.all(), tables=tables)
    held, editions = _with_editions(raw, name)
    held = without_repeats(held, report)
    check_parts(held, report)
    return Reading(held[FIGURE_COLUMNS], editions, report.all(), tables)


def read_folder(paths: Iterable[Path], today: date | None = None) -> Holdings:
    """Read workbooks, and the .xlsx files of folders, in the order given. Two files of one name
    keep their editions apart. `today` as in `read`."""
    readings = [read(path, today) for path in _files(paths)]
    taken: set[str] = set()
    figures_of, editions_of = [empty_figures()], [empty_editions()]
    for reading in readings:
        renamed = {edition: _free(edition, taken) for edition in reading.editions["edition"]}
        taken |= set(renamed.values())
        figures_of.append(reading.figures.assign(edition=reading.figures["edition"].map(renamed)))
        editions_of.append(
            reading.editions.assign(edition=reading.editions["edition"].map(renamed))
        )
    held = _typed(pd.concat(figures_of, ignore_index=True), empty_figures())
    editions = _typed(pd.concat(editions_of, ignore_index=True), empty_editions())
    problems = tuple(problem for reading in readings for problem in reading.problems)
    return Holdings(held, editions, problems + between_workbooks(held, editions))


def _files(paths: Iterable[Path]) -> list[Path]:
    """Folders opened up, without Excel's lock files (~$) and plans, which hold no counts. A folder
    with the name of a workbook is none to open: reading it says what is wrong."""
    return [
        file
        for path in paths
        for file in (sorted(path.glob("*.xlsx")) if _is_folder(path) else [path])
        if path == file or not (file.name.startswith("~$") or file.name == PLAN)
    ]


def _is_folder(path: Path) -> bool:
    return path.is_dir() and path.suffix.casefold() != ".xlsx"


def _free(edition: str, taken: set[str]) -> str:
    """The edition's own name, or the next one that no other workbook has."""
    name, again = edition, 2
    while name in taken:
        stem, _, number = edition.rpartition("/")
        name, again = f"{stem} ({again})/{number}", again + 1
    return name


def _tables(
    found: list[Sheet], name: str, report: Report, today: date
) -> tuple[list[RawFigure], tuple[Table, ...]]:
    raw: list[RawFigure] = []
    tables = []
    for sheet in found:
        table = find(sheet, report)
        if table is None:
            tables.append(Table(sheet.name, "", 0, (), 0, 0))
            continue
        read_here, rows = figures(table, report, name, today)
        raw += read_here
        tables.append(table.describe(rows, len(read_here)))
    return raw, tuple(tables)


def _with_editions(raw: list[RawFigure], name: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Figures with the edition each belongs to, and the editions in the order of the workbook.

    An edition is one source as published on one date; rows without a date count as published on
    their last census, so that they never replace what an edition with a date says.
    """
    if not raw:
        return empty_figures().assign(base=False), empty_editions()
    held = pd.DataFrame(raw, columns=list(RawFigure._fields))
    held["illustrative"] = held["area"].map({a: illustrative(a) for a in held["area"].unique()})
    same = ["source", "published_text", "illustrative"]
    number = held.groupby(same, sort=False).ngroup() + 1
    held["edition"] = f"{Path(name).stem}/" + number.astype("str")
    editions = held.groupby("edition", sort=False).agg(
        source=("source", "first"),
        published=("published", "first"),
        published_text=("published_text", "first"),
        illustrative=("illustrative", "first"),
        last_census=("census_date", "max"),
    )
    editions["published"] = editions["published"].where(
        editions["published"].notna(), editions["last_census"]
    )
    editions = editions.reset_index().assign(file=name)
    return (
        _typed(held, empty_figures(), "base"),
        _typed(editions, empty_editions())[EDITION_COLUMNS],
    )


def _typed(table: pd.DataFrame, like: pd.DataFrame, *more: str) -> pd.DataFrame:
    """`table` with the columns and types of `like`, and the columns `more` as they are."""
    return table[[*like.columns, *more]].astype(dict(like.dtypes))
