"""A workbook, as sent -> figures and problems. It never raises for what is in a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

import pandas as pd

from cpdash.areas import AREAS
from cpdash.figures import (
    EDITION_COLUMNS,
    FIGURE_COLUMNS,
    Holdings,
    beside,
    empty_editions,
    empty_figures,
)
from cpdash.problems import Problem
from cpdash.reading.repeats import between_workbooks
from cpdash.sheets.answers import UNANSWERED, Answers, Place, Question
from cpdash.sheets.figure import RawFigure, Table
from cpdash.sheets.picture import Picture
from cpdash.sheets.process.asking import Asked, ask, ask_each

PLAN: Final = "plan.xlsx"
ENDINGS: Final = (".xlsx", ".xls", ".ods", ".csv")


def empty_rates() -> pd.DataFrame:
    """No percentages and rates, with their columns and types."""
    return empty_figures().assign(unit=pd.Series(dtype="str"))


@dataclass(frozen=True)
class Reading:
    """What one file holds: counts and their editions (see cpdash.figures), what is wrong with it,
    how each of its tables was understood, and the percentages and rates that it prints: these are
    figures too, with a column `unit`, but nothing is ever computed from them. `questions`: what it
    leaves open that a person may say; `sheets`: what its sheets show, where that was asked for, and
    `repeated`: sheet and cell of numbers that say the same as a figure -> those of that figure."""

    figures: pd.DataFrame = field(default_factory=empty_figures)
    editions: pd.DataFrame = field(default_factory=empty_editions)
    problems: tuple[Problem, ...] = ()
    tables: tuple[Table, ...] = ()
    rates: pd.DataFrame = field(default_factory=empty_rates)
    questions: tuple[Question, ...] = ()
    sheets: tuple[Picture, ...] = ()
    repeated: Mapping[Place, Place] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """Whether nothing in the file could be used."""
        return any(problem.severity == "fatal" for problem in self.problems)


def read(
    file: Path | BinaryIO,
    today: date | None = None,
    when: date | None = None,
    area: str = "",
    answers: Answers = UNANSWERED,
    picture: bool = False,
) -> Reading:
    """Read one file: a path, or an open file with a `name`. No census is later than `today`, the
    day of reading unless it is given. `when` and `area` (a code) are those of tables that do not
    say theirs; `answers`: what a person said of single tables and of labels; `picture`: whether
    the sheets are to be shown. Never raises for what is in a file."""
    return understood(ask(file, today, when, area, answers, picture))


def understood(asked: Asked) -> Reading:
    """The answer about one file as figures: what `read` gives, for a file already asked about."""
    answer = asked.answer()
    counts = [figure for figure in answer.figures if figure.unit == "count"]
    held, editions = _with_editions(counts, asked.name)
    rates, _ = _with_editions([f for f in answer.figures if f.unit != "count"], asked.name)
    return Reading(
        held[FIGURE_COLUMNS],
        editions,
        answer.report.all(),
        answer.tables,
        rates[[*FIGURE_COLUMNS, "unit"]],
        tuple(answer.report.questions),
        answer.sheets,
        {(sheet, cell): (first, at) for sheet, cell, first, at in answer.report.repeated},
    )


def read_folder(paths: Iterable[Path], today: date | None = None) -> Holdings:
    """Read files, and those of folders by their ENDINGS, in the order given. Two files of one name
    keep their editions apart. `today` as in `read`."""
    return together(understood(asked) for asked in ask_each(_files(paths), today))


def together(readings: Iterable[Reading]) -> Holdings:
    """Several readings as one, in the order given. Two files of one name keep their editions
    apart, and two of one publication that disagree are a problem."""
    parts, taken = [Holdings()], set[str]()
    for reading in readings:
        parts.append(beside(Holdings(reading.figures, reading.editions, reading.problems), taken))
        taken |= set(parts[-1].editions["edition"])
    held = Holdings.of(*parts)
    figures = _typed(held.figures, empty_figures())
    editions = _typed(held.editions, empty_editions())
    return Holdings(figures, editions, held.problems + between_workbooks(figures, editions))


def _files(paths: Iterable[Path]) -> list[Path]:
    """Folders opened up, without Excel's lock files (~$) and plans, which hold no counts. A folder
    with the name of a workbook is none to open: reading it says what is wrong."""
    return [
        file
        for path in paths
        for file in (_inside(path) if _is_folder(path) else [path])
        if path == file or not (file.name.startswith("~$") or file.name == PLAN)
    ]


def _is_folder(path: Path) -> bool:
    return path.is_dir() and path.suffix.casefold() not in ENDINGS


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.casefold() in ENDINGS)


def _with_editions(raw: list[RawFigure], name: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Figures with the edition each belongs to, and the editions in the order of the workbook.

    An edition is one source as published on one date; rows without a date count as published on
    their last census, so that they never replace what an edition with a date says.
    """
    if not raw:
        return empty_figures().assign(unit=""), empty_editions()
    held = pd.DataFrame(raw, columns=list(RawFigure._fields))
    held["illustrative"] = held["area"].map(
        {a: AREAS[a].kind == "illustrative" for a in held["area"].unique()}
    )
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
        _typed(held, empty_figures(), "unit"),
        _typed(editions, empty_editions())[EDITION_COLUMNS],
    )


def _typed(table: pd.DataFrame, like: pd.DataFrame, *more: str) -> pd.DataFrame:
    """`table` with the columns and types of `like`, and the columns `more` as they are."""
    return table[[*like.columns, *more]].astype(dict(like.dtypes))
