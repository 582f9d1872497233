"""Times of a page as a person sees them: from the click to the last stroke of its last chart.

A MutationObserver in the page notes when anything inside a chart last changed; the clock starts
with the navigation or with the release of the mouse, and the time is read once the page has been
at rest for QUIET milliseconds, which are not part of it.
"""

from playwright.sync_api import Browser, Page

from tests.browser.page import AT_REST, SIZES, council_box

QUIET = 500

WATCH = """(() => {
  const watch = window.watch = {start: 0, last: 0};
  const chart = '.js-plotly-plot';
  const inside = node => node.nodeType === 1
    && (node.closest(chart) !== null || node.querySelector(chart) !== null);
  new MutationObserver(records => {
    const drawn = records.some(record => (record.target.nodeType === 1
        && record.target.closest(chart)) || [...record.addedNodes].some(inside));
    if (drawn) watch.last = performance.now();
  }).observe(document, {subtree: true, childList: true});
  document.addEventListener('pointerup', () => { watch.start = performance.now(); }, true);
})()"""

DONE = """([atRest, quiet]) => {
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  return document.querySelector(atRest) && watch.last > watch.start
    && performance.now() - watch.last > quiet
    && charts.every(c => !c.checkVisibility() || c.querySelector('.js-plotly-plot .main-svg'));
}"""

CHARTS = """() => [...document.querySelectorAll('.js-plotly-plot')]
  .filter(chart => chart.checkVisibility()).map(chart => ({
    width: Math.round(chart._fullLayout.width),
    height: Math.round(chart._fullLayout.height),
    traces: chart.data.length,
    points: Math.max(1, ...chart.data.map(trace => (trace.x || trace.y || []).length)),
  }))"""


def read(page: Page) -> float:
    """Milliseconds from the start to the last change of a chart, once all is at rest."""
    page.wait_for_function(DONE, arg=[AT_REST, QUIET], timeout=240_000)
    return float(page.evaluate("watch.last - watch.start"))


def watched(browser: Browser) -> Page:
    """A page of a visitor who has never been here, with the stopwatch in it."""
    width, height = SIZES["desk"]
    page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    page.add_init_script(WATCH)
    return page


def first_visit(browser: Browser, url: str) -> float:
    """From asking for the address to the charts drawn, with nothing in the browser's cache."""
    page = watched(browser)
    page.goto(url)
    taken = read(page)
    page.context.close()
    return taken


def change_of_council(page: Page, name: str) -> float:
    """From the click on a council to its charts."""
    council_box(page).fill(name)
    page.get_by_role("option", name=name, exact=True).click()
    return read(page)


def page_change(page: Page, path: str) -> float:
    """From the click on a line of the menu to that page's charts."""
    page.locator(f'[data-testid="stSidebarNavLink"][href$="{path}"]').click()
    return read(page)


def charts_of(browser: Browser, url: str) -> list[dict[str, int]]:
    """Size, traces and points of each chart of a page, for the bare app to draw as many."""
    page = watched(browser)
    page.goto(url)
    read(page)
    found: list[dict[str, int]] = page.evaluate(CHARTS)
    page.context.close()
    return found
