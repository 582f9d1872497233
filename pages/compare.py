"""The chosen council beside Scotland, its family group and any others picked."""

import streamlit as st

from cpdash.charts import compare
from cpdash.charts.lines import Line
from cpdash.ui import beside, choices, frame, html
from cpdash.ui.card import card

view = frame.guard()
html.heading(f"{view.name} beside others", "From the national return, which is the same for all.")

if view.national() is None:
    html.notice(
        f"The national return has no figures for {view.name} in this period, so nothing is "
        "compared: a council's own figures are counted on other dates and by other rules."
    )
    st.stop()
what = beside.indicator()
shown = beside.compared(view, what, beside.picked(view))
text = beside.words(view, what, shown)
figure = compare.figure(
    Line(view.name, shown.focus[2]),
    [Line(name, series, "grey") for _, name, series in shown.others],
    text,
    unit=what.unit,
    from_zero=not choices.close_up(),
    also=[Line(name, series, "orange") for _, name, series in shown.country],
)
html.paragraph(beside.how_many(view, shown))
card("compare", text, figure, view.census, beside.drawn(what, shown))
