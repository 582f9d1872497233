"""Without a mouse and without sight: the keyboard reaches everything, axe finds nothing grave."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import NewPage, Visited
from tests.browser.page import PATHS, SIZES, visit
from tests.browser.server import Server

STREAMLITS_OWN: dict[str, str] = {}
"""Rules of axe that Streamlit itself breaks on our pages, with what breaks it."""

ENOUGH_TABS = 80

FOCUSED = """() => {
  const at = document.activeElement;
  const name = at.getAttribute('aria-label') || at.innerText || '';
  const place = at.closest('[data-testid="stSidebar"]') ? 'sidebar' : 'page';
  return [place, at.tagName.toLowerCase(), name.trim()];
}"""


def grave(page: Page) -> list[str]:
    """Serious and critical faults as `rule: the first element at fault`, ours only."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{fault['id']}: {fault['nodes'][0]['html'][:200]}"
        for fault in found
        if fault["impact"] in ("serious", "critical") and fault["id"] not in STREAMLITS_OWN
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_axe_finds_nothing_grave(visited: Visited, path: str, size: str) -> None:
    assert grave(visited(path, size)) == []


def test_axe_would_find_a_picture_without_words(new_page: NewPage) -> None:
    page = new_page()
    page.set_content('<html lang="en"><title>t</title><main><img src="x.png"></main></html>')
    assert [fault.split(":")[0] for fault in grave(page)] == ["image-alt"]


def reached_by_tab(page: Page) -> list[tuple[str, str, str]]:
    """Place, tag and name of what the Tab key stops at, from the top of the page."""
    stops = []
    for _ in range(ENOUGH_TABS):
        page.keyboard.press("Tab")
        stops.append(tuple(page.evaluate(FOCUSED)))
    return stops


def test_the_tab_key_reaches_skip_link_sidebar_and_table(server: Server, new_page: NewPage) -> None:
    page = new_page()
    visit(page, server.url + PATHS["Placements"])
    stops = reached_by_tab(page)
    assert re.search("skip", stops[0][2], re.IGNORECASE)
    assert "Council" in [name for place, _, name in stops if place == "sidebar"]
    opens = [name for place, tag, name in stops if place == "page" and tag == "summary"]
    assert [name for name in opens if re.search("table|figures", name, re.IGNORECASE)]


def test_the_table_opens_by_keyboard(server: Server, new_page: NewPage) -> None:
    page = new_page()
    visit(page, server.url + PATHS["Placements"])
    opener = page.get_by_test_id("stMain").locator("summary").first
    opener.focus()
    page.keyboard.press("Enter")
    page.locator("details[open] table").first.wait_for(state="visible")


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_every_chart_has_words_that_say_what_it_shows(visited: Visited, path: str) -> None:
    charts = visited(path, "desk").get_by_test_id("stPlotlyChart")
    labels = charts.evaluate_all(
        "charts => charts.map(chart => (chart.closest('[role=figure]')"
        " || chart.querySelector('[role=figure]'))?.getAttribute('aria-label') || '')"
    )
    assert [label for label in labels if len(label.split()) < 4] == []
