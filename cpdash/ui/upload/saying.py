"""Step one of an upload: what each file says, what is wrong with it and what was left alone."""

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

import pandas as pd
import streamlit as st

from cpdash.areas import AREAS
from cpdash.charts.picture import ILLUSTRATIVE
from cpdash.comparison import contents
from cpdash.figures import rows
from cpdash.problems import Problem, Severity
from cpdash.ui import html, tracing
from cpdash.ui.card import download
from cpdash.ui.upload import asking, kept, showing
from cpdash.ui.upload.kept import Uploaded
from cpdash.wording import day, plural, says

GROUPS: Final[tuple[tuple[Severity, str, str, str], ...]] = (
    ("error", "error", "errors", "what stands in these places was left out"),
    ("warning", "warning", "warnings", "used as it stands, and to be looked at"),
)
LIST: Final = (
    *("File", "Severity", "Sheet", "Cell", "What was found", "What was expected", "What to do"),
)
FIGURES: Final = ("Area", "Census date", "What", "Figure", "Sheet", "Cell", "Label as printed")


def each(files: Sequence[Uploaded]) -> None:
    """Every file, in the order they came; below the last, a way to take all of them away."""
    if files:
        html.section("1. What the files say", "Nothing is stored by looking.")
    for uploaded in files:
        html.part(uploaded.name, _in_brief(uploaded))
        (_refused if uploaded.reading.refused else _understood)(uploaded)
        st.button(
            "Take this file away",
            key=f"remove-{uploaded.key}",
            on_click=kept.remove,
            args=(uploaded,),
        )


def _in_brief(uploaded: Uploaded) -> str:
    """The size of a file and what it came to."""
    size = f"{max(1, round(uploaded.size / 1024)):,} KB"
    if uploaded.reading.refused:
        return f"{size}. Refused: nothing of it was kept."
    counted = {
        severity: sum(p.severity == severity for p in uploaded.reading.problems)
        for severity, *_ in GROUPS
    }
    wrong = [plural(counted[code], one, many) for code, one, many, _ in GROUPS if counted[code]]
    figures = plural(len(uploaded.reading.figures), "figure", "figures")
    return f"{size}. {', '.join([figures, *wrong])}."


def _refused(uploaded: Uploaded) -> None:
    """Why nothing of a file is used; its bytes are gone by now."""
    html.notice(*(problem.sentence() for problem in uploaded.reading.problems))
    _list(uploaded)


def _understood(uploaded: Uploaded) -> None:
    reading = uploaded.reading
    if reading.editions["illustrative"].any():
        html.paragraph(f"{ILLUSTRATIVE}.")
    html.points(f"{line[:1].upper()}{line[1:]}" for line in contents(reading.figures))
    asking.ask(uploaded)
    _problems(uploaded)
    showing.sheets(uploaded)
    _every_figure(uploaded)
    _left_alone(uploaded)


def _problems(uploaded: Uploaded) -> None:
    """The faults by their gravity, and all of them as a list for whoever made the workbook."""
    problems = uploaded.reading.problems
    if not problems:
        html.paragraph("No problems were found.")
        return
    html.part("Problems", "For the person who made the workbook: each place, and what to do.")
    with st.container(key=f"told-{uploaded.key}"):
        for severity, one, many, means in GROUPS:
            found = [problem for problem in problems if problem.severity == severity]
            if found:
                html.table(
                    f"{plural(len(found), one, many)}: {means}",
                    ("Where", "What was found", "What was expected", "What to do"),
                    [(_where(p), *_told(p), p.fix) for p in found],
                )
    _list(uploaded)


def _list(uploaded: Uploaded) -> None:
    """The problems to download, in a file named after the workbook."""
    stem = re.sub(r"[^A-Za-z0-9]+", "-", PurePath(uploaded.name).stem)[:60]
    rows_of = listed(uploaded.reading.problems)
    download(f"problems-{stem}-{uploaded.key[:4]}", LIST, rows_of, "Download this list")


def listed(problems: Sequence[Problem]) -> list[tuple[str, ...]]:
    """Problems as rows of LIST."""
    return [(p.file, p.severity, p.sheet, p.cell, *_told(p), p.fix) for p in problems]


def _told(problem: Problem) -> tuple[str, str]:
    """What was found and what was expected, below headings that say which is which."""
    return problem.found.removeprefix("found "), problem.expected.removeprefix("expected ")


def _where(problem: Problem) -> str:
    place = f"{problem.sheet}, {problem.cell}" if problem.cell else problem.sheet
    return place or "The file"


def _every_figure(uploaded: Uploaded) -> None:
    """The figures one a row, made when somebody opens them."""
    figures = uploaded.reading.figures
    if figures.empty:
        return
    title = "Every figure that was read"
    opener = st.expander(title, key=f"behind-{uploaded.key}", type="compact", on_change="rerun")
    if opener.open:
        with opener:
            table = [
                (
                    AREAS[row.area].name,
                    day(row.census_date),
                    tracing.what(row),
                    says(row.value, row.status),
                    row.sheet,
                    row.cell,
                    row.label,
                )
                for row in rows(figures)
            ]
            st.dataframe(pd.DataFrame(table, columns=list(FIGURES)), hide_index=True, alt=title)
            download(f"figures-{uploaded.key}", FIGURES, table)


def _left_alone(uploaded: Uploaded) -> None:
    """Tables that nothing was read from, and why."""
    left = [table for table in uploaded.reading.tables if table.reason]
    if left:
        html.table(
            f"{plural(len(left), 'table', 'tables')} left alone",
            ("Sheet", "Cells", "Why"),
            [(table.sheet, table.cells, table.reason) for table in left],
        )
