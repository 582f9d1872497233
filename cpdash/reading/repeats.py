"""The same figure twice: within one workbook, and in two workbooks of one publication."""

import pandas as pd

from cpdash.figures import KEY, said
from cpdash.problems import Problem
from cpdash.sheets.faults import Report


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
