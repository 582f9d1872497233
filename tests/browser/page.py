"""How a Streamlit page says that it is ready, and the steps that several tests take on it."""

import re

from playwright.sync_api import Locator, Page, expect

PATHS = {
    "Overview": "/",
    "Placements": "/placements",
    "Aftercare": "/aftercare",
    "Plan": "/plan",
    "Compare": "/compare",
    "Sources": "/sources",
    "Data": "/data",
}
"""The pages and the ends of their addresses."""

SIZES = {"desk": (1280, 900), "telephone": (390, 844)}

CONNECTED = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
AT_REST = CONNECTED + '[data-test-script-state="notRunning"]'

# The script has run, nothing is only a place kept, and every chart in sight is drawn.
DRAWN = """atRest => {
  const app = document.querySelector(atRest);
  if (!app || !app.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]')) {
    return false;
  }
  if (document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')) return false;
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  return charts.filter(chart => chart.checkVisibility())
    .every(chart => chart.querySelector('.js-plotly-plot .main-svg'));
}"""


def settled(page: Page, timeout: float = 60_000) -> None:
    """Wait until the script has run, and every chart in sight is drawn."""
    page.wait_for_function(DRAWN, arg=AT_REST, timeout=timeout)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 120)))")
    page.wait_for_function(DRAWN, arg=AT_REST, timeout=timeout)


def visit(page: Page, address: str) -> None:
    """Open an address and wait until all is drawn."""
    page.goto(address)
    settled(page)


def council_box(page: Page) -> Locator:
    """The box of the sidebar in which a council is chosen."""
    return page.get_by_test_id("stSidebar").get_by_role("combobox", name="Council")


def sidebar_open(page: Page) -> None:
    """On a telephone the sidebar is folded away until it is asked for."""
    if not council_box(page).is_visible():
        page.get_by_test_id("stExpandSidebarButton").click()
        expect(council_box(page)).to_be_visible()


def choose_council(page: Page, name: str) -> None:
    """Choose a council by typing, as the list is long, and wait until it is shown."""
    council_box(page).fill(name)
    page.get_by_role("option", name=name, exact=True).click()
    expect(page).to_have_url(re.compile("council="))
    settled(page)


def turn_to(page: Page, path: str) -> None:
    """Follow a page's line of the menu."""
    page.locator(f'[data-testid="stSidebarNavLink"][href$="{path}"]').click()
    page.wait_for_url(f"**{path}*")
    settled(page)
