"""The frame round every page: the menu, the choice of council and period, and what is wrong."""

import logging
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from cpdash.areas import AREAS
from cpdash.captions import Drawn, span
from cpdash.census import Census
from cpdash.indicators import INDICATORS, Indicator
from cpdash.observations import breaks_shown
from cpdash.series import Series
from cpdash.ui import address, html
from cpdash.ui.held import Held, held
from cpdash.vocabulary import COLLECTIONS
from cpdash.wording import lower_first, plural

HOME = "S12000029"
FAULT = "This page could not be drawn: there is a fault in the dashboard."
ICON = Path(__file__).with_name("icon.png")
MENU = (
    ("overview", "Overview", ":material/home:"),
    ("placements", "Where children live", ":material/cottage:"),
    ("aftercare", "Aftercare", ":material/directions_walk:"),
    ("plan", "The plan", ":material/checklist:"),
    ("compare", "Compare", ":material/stacked_line_chart:"),
    ("sources", "Sources", ":material/description:"),
    ("data", "Data", ":material/upload_file:"),
)


@dataclass(frozen=True)
class View:
    """What the reader has chosen, and the figures it leads to."""

    held: Held
    area: str
    collection: str
    start: date
    end: date

    @property
    def census(self) -> Census:
        """The figures."""
        return self.held.census

    @property
    def name(self) -> str:
        """The area's name."""
        return AREAS[self.area].name

    @property
    def is_country(self) -> bool:
        """Whether a country and not a council is chosen: it has no plan of its own."""
        return AREAS[self.area].kind == "country"

    @property
    def illustrative(self) -> bool:
        """Whether the figures are invented."""
        return self.census.illustrative(self.area)

    @property
    def title(self) -> str:
        """The heading of the overview."""
        looked_after = "children looked after" if self.is_country else "children we look after"
        return f"{self.name}: {looked_after}"

    @property
    def about_the_return(self) -> str:
        """What the national return is beside what else is held."""
        if self.is_country:
            return "What every council returns to the government, put together."
        return (
            "The council's return to the government, counted on another date and by other rules "
            "than its own figures: read the two apart."
        )

    @property
    def under(self) -> str:
        """The line below a page's heading: whose figures, and of which censuses."""
        dates = self.census.dates(self.area, self.collection)
        when = span([one for one in dates if self.start <= one <= self.end])
        return ", ".join(filter(None, (COLLECTIONS[self.collection], when)))

    def national(self) -> "View | None":
        """The same choice on the national return; None where it has nothing in the period."""
        view = replace(self, collection="national")
        return view if view.series("looked_after") else None

    def breaks(self, drawn: Drawn) -> list[tuple[date, str]]:
        """The breaks in what is drawn, to draw them too."""
        found = {
            when: note
            for indicator, _, series in drawn
            for when, note in breaks_shown(indicator, self.area, self.collection, series)
        }
        return sorted(found.items())

    def series(self, indicator: str, area: str = "", collection: str = "") -> Series:
        """An indicator's observations within the period, for the chosen area unless told."""
        return self.census.series(
            INDICATORS[indicator], area or self.area, collection or self.collection
        ).within(self.start, self.end)

    def drawn(self, *names: str) -> list[tuple[Indicator, str, Series]]:
        """Indicators with their labels and observations, as captions and tables want them."""
        return [(INDICATORS[n], INDICATORS[n].title, self.series(n)) for n in names]


def pages() -> list[StreamlitPage]:
    """The menu; the first entry is the home page."""
    return [
        st.Page(f"pages/{name}.py", title=title, icon=icon, url_path=name, default=not number)
        for number, (name, title, icon) in enumerate(MENU)
    ]


def framed() -> View | None:
    """The first call of a page that can do without figures: None where none are held. A page that
    ran without app.py (the first deep link after a start) is handed over to it."""
    if not st.session_state.pop("_framed", False):
        # Else the browser fetches the icon of the menu's entry from a server of others.
        st.set_page_config(page_icon=str(ICON), layout="wide")
        st.navigation(pages(), position="hidden")
        st.rerun()
    view: View | None = st.session_state["_view"]
    return view


def guard() -> View:
    """The first call of every other page: where no figures are held, the page says so and stops."""
    view = framed()
    if view is None:
        _nothing(held())
        st.stop()
    return view


def _nothing(have: Held) -> None:
    """Why there are no figures, and what to do."""
    if have.store_fault:
        html.heading("No figures to show")
        html.notice(have.store_fault)
    else:
        html.heading("No figures yet")
        begin = "put the files of data/starter/ back and start the dashboard again"
        other = "put one back that was withdrawn" if have.version else begin
        html.notice("No figures are held.", f"Add a workbook on the page Data, or {other}.")
    for problem in have.workbook_faults:
        html.paragraph(problem.sentence())


def show() -> StreamlitPage:
    """Draws the frame and returns the chosen page."""
    st.set_page_config(page_icon=str(ICON), layout="wide")
    html.style()
    page = st.navigation(pages())
    have = held()
    areas = have.census.areas()
    address.note(have.census, areas)
    view = None
    if areas:
        with st.sidebar:
            view = _choice(have, areas)
            _faults(view)
    if view and have.store_fault:
        html.notice(have.store_fault)
    st.session_state["_view"] = view
    st.session_state["_framed"] = True
    return page


def run(page: StreamlitPage) -> None:
    """The page; a fault of our own is logged with its traceback, and a calm sentence is shown."""
    try:
        page.run()
    except Exception:
        logging.getLogger(__name__).exception("The page %s could not be drawn", page.title)
        html.notice(
            FAULT,
            "The other pages work. Whoever looks after the dashboard finds the cause in its log.",
        )


def _choice(have: Held, areas: list[str]) -> View:
    census = have.census
    names = {AREAS[code].name: code for code in areas}
    home = areas.index(HOME) if HOME in areas else 0
    area = names[
        st.selectbox("Council", list(names), home, key="council", bind="query-params")
        or next(iter(names))
    ]
    collections = census.collections(area)
    chosen = collections[0]
    if len(collections) > 1:
        labels = {COLLECTIONS[name]: name for name in collections}
        chosen = labels[
            st.radio("Figures", list(labels), key="figures", bind="query-params")
            or COLLECTIONS[chosen]
        ]
    else:
        st.caption(f"Figures: {lower_first(COLLECTIONS[chosen])}.")
    first, last = _period(census.years)
    return View(have, area, chosen, date(first, 1, 1), date(last, 12, 31))


def _period(years: list[int]) -> tuple[int, int]:
    """The first and last of the years that the reader has chosen. A period that went to the end of
    what was held goes to the end of what is held now."""
    before: list[int] = st.session_state.get("_years", years)
    chosen: tuple[int, int] | None = st.session_state.get("period")
    if chosen and before != years:
        first = years[0] if chosen[0] == before[0] else max(chosen[0], years[0])
        last = years[-1] if chosen[1] == before[-1] else min(chosen[1], years[-1])
        st.session_state["period"] = (min(first, last), max(first, last))
    st.session_state["_years"] = years
    if len(years) == 1:
        return years[0], years[0]
    whole = (years[0], years[-1])
    first, last = st.select_slider("Period", years, whole, key="period", bind="query-params")
    return first, last


def _faults(view: View) -> None:
    wrong = view.held.faults
    if wrong:
        found = plural(len(wrong), "fault", "faults")
        st.page_link(
            "pages/sources.py", label=f"{found} found in the workbooks", icon=":material/warning:"
        )
