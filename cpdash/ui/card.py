"""A chart with everything a committee asks about it, in one bordered block."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from cpdash import captions, theme
from cpdash.census import Census
from cpdash.charts import picture
from cpdash.ui import html
from cpdash.wording import CardText

BEHIND = "The figures behind this chart, to read and to download"


def card(
    key: str,
    text: CardText,
    figure: theme.Figure,
    census: Census,
    drawn: captions.Drawn,
    judged: html.Judged | None = None,
) -> None:
    """The finding, the chart, source and notes; folded away, the table behind it and its
    download, which are made when somebody opens them."""
    with st.container(border=True):
        html.card_head(text, judged, f"chart-{key}", picture.band(figure))
        st.plotly_chart(
            figure,
            theme=None,
            key=f"chart-{key}",
            alt=text.alt,
            config=theme.config(key, figure.layout.height),
            height=figure.layout.height,
        )
        # A verdict stands above the chart; in the picture it is the first note.
        html.card_foot(replace(text, notes=text.notes[1:]) if judged else text)
        if any(series for _, _, series in drawn):
            opener = st.expander(BEHIND, key=f"behind-{key}", type="compact", on_change="rerun")
            if opener.open:
                rows = captions.behind(census, drawn)
                with opener:
                    html.table(text.subtitle, captions.COLUMNS, rows)
                    download(key, captions.COLUMNS, rows)


def download(
    key: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    label: str = "Download these figures",
) -> None:
    """What is shown, to open in a spreadsheet."""
    st.download_button(
        label,
        data=lambda: captions.csv(columns, rows),
        file_name=f"{key}.csv",
        mime="text/csv",
        key=f"download-{key}",
        on_click="ignore",
        icon=":material/download:",
        type="tertiary",
    )
