"""Every figure followed to its file, sheet and cell; what editions changed; what was wrong."""

from typing import Any

import pandas as pd
import streamlit as st

from cpdash.areas import AREAS
from cpdash.figures import in_order, rows
from cpdash.ui import html
from cpdash.ui.card import download
from cpdash.ui.frame import View
from cpdash.vocabulary import CATEGORIES, COLLECTIONS, MEASURES
from cpdash.wording import day, lower_first, plural, says

COLUMNS = ("Census date", "What", "Figure", "Sheet", "Cell", "File", "Heading", "Source")
WIDTHS = {"Census date": 105, "What": 270, "Figure": 75, "Sheet": 95, "Cell": 60, "File": 230}


def figures(view: View) -> None:
    """The newest edition of each figure of the choice, newest census first."""
    held_here = _in_period(view, view.census.figures(view.area, view.collection))
    if held_here.empty:
        html.paragraph("No figures in this period.")
        return
    table = [
        (
            day(row.census_date),
            what(row),
            says(row.value, row.status),
            row.sheet,
            row.cell,
            view.census.file(row.edition),
            row.label,
            view.census.sources([row.edition])[0],
        )
        for row in rows(held_here.sort_values("census_date", ascending=False, kind="stable"))
    ]
    shown = pd.DataFrame(table, columns=list(COLUMNS))
    st.dataframe(
        shown,
        hide_index=True,
        column_config={name: st.column_config.Column(width=px) for name, px in WIDTHS.items()},
        alt="Every figure with its file, sheet and cell",
    )
    download("every-figure", COLUMNS, table)


def editions(view: View) -> None:
    """All that was ever said of one kind of figure and is held, by the edition that says it."""
    census = view.census
    said_here = census.holdings.figures
    said_here = said_here[
        said_here["area"].eq(view.area) & said_here["collection"].eq(view.collection)
    ]
    ordered = list(rows(in_order(_in_period(view, said_here), census.holdings.editions)))
    if not ordered:
        return
    chosen = st.selectbox("Figure", list(dict.fromkeys(map(what, ordered))), key="said-of")
    newest = {(row.census_date, what(row)): row for row in ordered}
    html.table(
        f"{chosen}: every edition",
        ("Census date", "Figure", "Sheet", "Cell", "File", "Source"),
        [
            (
                day(row.census_date),
                _as_it_stood(row, newest[row.census_date, what(row)].status),
                row.sheet,
                row.cell,
                census.file(row.edition),
                census.sources([row.edition])[0],
            )
            for row in sorted(ordered, key=lambda row: row.census_date, reverse=True)
            if what(row) == chosen
        ],
    )


def _as_it_stood(row: Any, now: str) -> str:
    """What an edition says. What is kept private now is not shown as it once stood."""
    return "[c]" if now == "c" else says(row.value, row.status)


def revisions(view: View) -> None:
    """What was said first and last of each figure that editions disagree on."""
    revised = _in_period(view, view.census.revised(view.area))
    if revised.empty:
        html.paragraph("No figure of this area was changed by a later edition.")
        return
    names = view.census.sources
    html.table(
        f"{plural(len(revised), 'figure', 'figures')} of {AREAS[view.area].name} revised",
        ("Census date", "What", "First said", "By", "Now", "By"),
        [
            (
                day(row.census_date),
                f"{what(row)} ({lower_first(COLLECTIONS[row.collection])})",
                # What is kept private now is not shown as it once stood.
                "[c]" if row.last_status == "c" else says(row.first, row.first_status),
                names([row.first_edition])[0],
                says(row.last, row.last_status),
                names([row.last_edition])[0],
            )
            for row in rows(revised)
        ],
    )


def faults(view: View) -> None:
    """The faults that are known of the workbooks, the plans among them, as sentences."""
    found = view.held.faults
    if not found:
        html.paragraph("No faults are known.")
        return
    html.table(
        plural(len(found), "fault", "faults"),
        ("Where", "What was found", "What was expected", "What to do"),
        [(p.where, p.found, p.expected, p.fix) for p in found],
    )


def _in_period(view: View, figures: pd.DataFrame) -> pd.DataFrame:
    first, last = pd.Timestamp(view.start), pd.Timestamp(view.end)
    return figures[figures["census_date"].between(first, last)]


def what(row: Any) -> str:
    """What a figure counts: `Children looked after: with foster families`."""
    label = MEASURES[row.measure].label
    return (
        label
        if row.category == "total"
        else f"{label}: {lower_first(CATEGORIES[row.category].label)}"
    )
