"""The same figure in two workbooks of one publication."""

import pandas as pd

from cpdash.figures import KEY, rows, said, workbook
from cpdash.problems import Problem
from cpdash.sheets.faults import Report
from cpdash.sheets.repeats import place, says


def between_workbooks(figures: pd.DataFrame, editions: pd.DataFrame) -> tuple[Problem, ...]:
    """Warn where two workbooks with one source and date of publication say different things of a
    figure. Nothing tells which is newer, so the one that is read last counts."""
    shared = editions[editions.duplicated(["source", "published"], keep=False)]
    if shared.empty:
        return ()
    held = figures[figures["edition"].isin(shared["edition"])].merge(
        shared[["edition", "file", "source", "published"]], on="edition"
    )
    held = held.assign(says=said(held), workbook=held["edition"].map(workbook))
    held["order"] = held["edition"].map(
        {edition: number for number, edition in enumerate(editions["edition"])}
    )
    held = held.sort_values("order", kind="stable", ignore_index=True)
    held["place"] = held.index
    same = held.groupby([*KEY, "source", "published"], sort=False)
    last = held.loc[same["place"].transform("last")].set_axis(held.index)
    against = held["says"].ne(last["says"]) & held["workbook"].ne(last["workbook"])
    reports: dict[str, Report] = {}
    for mine, other in zip(rows(last[against]), rows(held[against]), strict=True):
        report = reports.setdefault(mine.workbook, Report(mine.file))
        found = f"found {says(mine)} for a figure that another workbook gives too"
        report.add(
            "conflicting-workbooks",
            mine.sheet,
            mine.cell,
            found,
            other=f"{other.file}, {place(other)},",
            says=says(other),
        )
    return tuple(problem for report in reports.values() for problem in report.all())
