"""The bare app: as many charts of the same size, a selectbox and two pages, nothing else.

BARE_PAGES says what to draw: one list a page of width, height, traces and points of each chart.
"""

import json
import os

import pandas as pd  # noqa: F401 - the memory is compared with an app that has imported it
import plotly.graph_objects as go
import streamlit as st

COUNCILS = ["South Lanarkshire", "Fife", "Glasgow City", "Highland"]
FIRST, SECOND = json.loads(os.environ["BARE_PAGES"])


def draw(charts: list[dict[str, int]]) -> None:
    """The charts, with other numbers for another council."""
    shift = COUNCILS.index(council)
    for number, chart in enumerate(charts):
        years = list(range(2011, 2011 + chart["points"]))
        lines = [
            go.Scatter(x=years, y=[100 + t * 10 + (i * (shift + 2)) % 7 for i in range(len(years))])
            for t in range(chart["traces"])
        ]
        figure = go.Figure(lines, layout={"height": chart["height"], "title": f"Chart {number}"})
        st.plotly_chart(figure, width=chart["width"], key=f"chart-{number}")


def overview() -> None:
    """The first page."""
    draw(FIRST)


def placements() -> None:
    """The second page."""
    draw(SECOND)


page = st.navigation([st.Page(overview, default=True), st.Page(placements, url_path="placements")])
council = st.sidebar.selectbox("Council", COUNCILS)
page.run()
