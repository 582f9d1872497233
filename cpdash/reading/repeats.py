"""The same figure twice: within one workbook, and in two workbooks of one publication."""

import pandas as pd

from cpdash.figures import KEY, said
from cpdash.problems import Problem
from cpdash.sheets.faults import Report
from cpdash.sheets.faults.of_figures import MOST_PROBLEMS

ONE = [*KEY, "edition"]
"""What no two rows may share."""


def without_repeats(figures: pd.DataFrame, report: Report) -> pd.DataFrame:
    """Each figure once an edition. Where two disagree neither is kept, and both cells are named;
    where they agree the first is kept. An 'Out of' that repeats its base needs no word."""
    repeated = figures[figures.duplicated(ONE, keep=False)]
    if repeated.empty:
        return figures
    says = said(repeated)
    same = repeated.groupby(ONE, sort=False).ngroup()
    first = repeated.index.to_series().groupby(same).transform("min")
    differs = says.groupby(same).transform("nunique") > 1
    later = first != repeated.index
    first_says = says.loc[first].to_numpy()
    based = repeated["base"].groupby(same).transform("any")
    faulty = later & (differs & (says != first_says) | ~differs & ~based)
    at = same[faulty].sort_values(kind="stable").index
    for index in at[:MOST_PROBLEMS]:
        code = "figure-twice" if differs[index] else "figure-repeated"
        _report(report, code, figures.loc[index], figures.loc[first[index]])
    report.unlisted += max(0, len(at) - MOST_PROBLEMS)
    return figures.drop(index=repeated.index[differs | later]).reset_index(drop=True)


def _report(report: Report, code: str, row: pd.Series, first: pd.Series) -> None:
    found = f"found {says(row)} for a figure that stands elsewhere too"
    report.add(
        code, str(row["sheet"]), str(row["cell"]), found, other=place(first), says=says(first)
    )


def says(row: pd.Series) -> str:
    """The number of a figure, or its mark, as a reader writes it."""
    return str(row["status"]) if pd.isna(row["value"]) else f"{int(row['value']):,}"


def place(row: pd.Series) -> str:
    """Where a figure stands in its workbook."""
    return f"sheet '{row['sheet']}', cell {row['cell']}"


def between_workbooks(figures: pd.DataFrame, editions: pd.DataFrame) -> tuple[Problem, ...]:
    """Warn where two workbooks with one source and date of publication say different things of a
    figure. Nothing tells which is newer, so the one that is read last counts."""
    shared = editions[editions.duplicated(["source", "published"], keep=False)]
    if shared.empty:
        return ()
    held = figures[figures["edition"].isin(shared["edition"])].merge(
        shared[["edition", "file", "source", "published"]], on="edition"
    )
    held = held.assign(says=said(held), workbook=held["edition"].str.rpartition("/")[0])
    held["order"] = held["edition"].map(
        {edition: place for place, edition in enumerate(editions["edition"])}
    )
    held = held.sort_values("order", kind="stable", ignore_index=True)
    held["place"] = held.index
    same = held.groupby([*KEY, "source", "published"], sort=False)
    last = held.loc[same["place"].transform("last")].set_axis(held.index)
    against = held["says"].ne(last["says"]) & held["workbook"].ne(last["workbook"])
    reports: dict[str, Report] = {}
    for index in held.index[against]:
        mine, other = last.loc[index], held.loc[index]
        report = reports.setdefault(str(mine["workbook"]), Report(str(mine["file"])))
        found = f"found {says(mine)} for a figure that another workbook gives too"
        report.add(
            "conflicting-workbooks",
            str(mine["sheet"]),
            str(mine["cell"]),
            found,
            other=f"{other['file']}, {place(other)},",
            says=says(other),
        )
    return tuple(problem for report in reports.values() for problem in report.all())
