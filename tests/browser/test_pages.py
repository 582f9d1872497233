"""Every page in a real browser: whole, quiet, and where its address says."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from plotly.offline import get_plotlyjs

from cpdash.indicators import INDICATORS
from cpdash.plan import read_plan
from tests.browser.conftest import PROJECT, NewPage, Visited
from tests.browser.page import (
    PATHS,
    SIZES,
    choose_council,
    council_box,
    settled,
    sidebar_open,
    turn_to,
    visit,
)
from tests.browser.server import Server
from tests.charts.test_every_chart import BUILDERS
from tests.test_language import BANNED

EVERY_PAGE = pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
EVERY_SIZE = pytest.mark.parametrize("size", SIZES)


def error_boxes(page: Page) -> list[str]:
    """The text of every box that says an exception or an error happened."""
    boxes = '[data-testid="stException"], [data-testid="stAlertContentError"]'
    return page.locator(boxes).all_inner_texts()


@EVERY_SIZE
@EVERY_PAGE
def test_a_page_opens_whole(visited: Visited, path: str, size: str) -> None:
    page = visited(path, size)
    assert error_boxes(page) == []
    expect(page.locator("h1")).to_have_count(1)


@EVERY_SIZE
@EVERY_PAGE
def test_no_page_is_wider_than_its_screen(visited: Visited, path: str, size: str) -> None:
    page = visited(path, size)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    # Streamlit scrolls an inner element, so the document alone would prove little.
    inner = page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth")
    assert inner <= 0


@EVERY_SIZE
@EVERY_PAGE
def test_no_chart_hangs_over_the_edge(visited: Visited, path: str, size: str) -> None:
    edges = visited(path, size).evaluate(
        "[...document.querySelectorAll('.js-plotly-plot .main-svg')]"
        ".filter(svg => svg.checkVisibility()).map(svg => svg.getBoundingClientRect().right)"
    )
    assert [edge for edge in edges if edge > SIZES[size][0]] == []


@EVERY_PAGE
def test_the_words_on_the_page_put_people_first(visited: Visited, path: str) -> None:
    """The plan's own words stand as they are in the plan."""
    words = visited(path, "desk").locator("body").inner_text()
    for target in read_plan(PROJECT / "data" / "plan.xlsx", INDICATORS).targets:
        words = words.replace(target.text, "")
    assert [match[0] for match in BANNED.finditer(words)] == []


def test_a_visit_to_every_page_asks_no_other_host(server: Server, new_page: NewPage) -> None:
    page, asked = new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    for path in PATHS.values():
        visit(page, server.url + path)
    hosts = {urlsplit(url).netloc for url in asked if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {urlsplit(server.url).netloc}


@pytest.mark.parametrize("path", [PATHS["Placements"], PATHS["Plan"]])
def test_a_deep_link_to_a_server_just_started_shows_the_frame(
    fresh_server: Server, new_page: NewPage, path: str
) -> None:
    page, asked = new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, fresh_server.url + path)
    assert error_boxes(page) == []
    hosts = {urlsplit(url).netloc for url in asked if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {urlsplit(fresh_server.url).netloc}
    expect(council_box(page)).to_have_value("South Lanarkshire")
    expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(len(PATHS))


def test_a_link_restores_the_view(server: Server, new_page: NewPage) -> None:
    first, second = new_page(), new_page()
    visit(first, server.url + PATHS["Placements"])
    choose_council(first, "Glasgow City")
    visit(second, first.url)
    expect(council_box(second)).to_have_value("Glasgow City")
    assert second.locator("h1").inner_text() == first.locator("h1").inner_text()


def test_the_council_is_kept_from_page_to_page(server: Server, new_page: NewPage) -> None:
    page = new_page()
    visit(page, server.url)
    choose_council(page, "Fife")
    turn_to(page, PATHS["Aftercare"])
    expect(council_box(page)).to_have_value("Fife")
    assert "council=" in page.url


def test_a_wrong_parameter_is_ignored_with_a_note(server: Server, new_page: NewPage) -> None:
    page = new_page()
    visit(page, f"{server.url}/?council=Atlantis")
    expect(council_box(page)).to_have_value("South Lanarkshire")
    assert error_boxes(page) == []
    expect(page.get_by_text("council=Atlantis")).to_be_visible()


def test_the_back_button_goes_back(server: Server, new_page: NewPage) -> None:
    page = new_page()
    visit(page, server.url)
    title = page.locator("h1").inner_text()
    turn_to(page, PATHS["Placements"])
    page.go_back()
    settled(page)
    assert urlsplit(page.url).path == "/"
    expect(page.locator("h1")).to_have_text(title)


def test_the_sidebar_opens_on_a_telephone(server: Server, new_page: NewPage) -> None:
    page = new_page("telephone")
    visit(page, server.url)
    sidebar_open(page)
    expect(council_box(page)).to_have_value("South Lanarkshire")


def test_the_ground_stays_white_for_who_prefers_dark(server: Server, new_page: NewPage) -> None:
    page = new_page(color_scheme="dark")
    visit(page, server.url)
    ground = "app => getComputedStyle(app).backgroundColor"
    assert page.get_by_test_id("stApp").evaluate(ground) == "rgb(255, 255, 255)"


DRAWN_VALUES = """() => [...document.querySelectorAll('.js-plotly-plot')[0]
  .querySelectorAll('.annotation-text, .ytick text')].map(word => word.textContent)"""


def drawn_words(page: Page) -> list[str]:
    """What stands in the page's first chart: values, names, and the words of its upright axis."""
    words: list[str] = page.evaluate(DRAWN_VALUES)
    return words


def test_the_chart_follows_every_choice(server: Server, new_page: NewPage) -> None:
    """Figures carry a revision so that Plotly draws them once: it must never keep an old one."""
    page = new_page()
    visit(page, server.url + PATHS["Placements"] + "?council=Fife")
    assert "100%" in drawn_words(page)
    page.get_by_role("radio", name="Number").click()
    settled(page)
    assert "1,000" in drawn_words(page)
    choose_council(page, "Glasgow City")
    assert "3,000" in drawn_words(page)
    page.set_viewport_size({"width": 1000, "height": 900})
    settled(page)
    chart = page.locator(".js-plotly-plot .main-svg").first.bounding_box()
    assert chart is not None
    assert chart["x"] + chart["width"] <= 1000


DRAWN_AGAIN = """async figure => {
  const copy = what => JSON.parse(JSON.stringify(what)), place = document.createElement('div');
  document.body.append(place);
  figure.layout.width = 868;
  const rest = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 120)));
  await Plotly.newPlot(place, figure.data, figure.layout);
  await rest();
  let touched = 0;
  const watch = new MutationObserver(records => { touched += records.length; });
  watch.observe(place, {subtree: true, childList: true, attributes: true});
  await Plotly.react(place, copy(figure.data), copy(figure.layout));
  const same = touched + watch.takeRecords().length;
  figure.data[0].y[0] = 1;
  await Plotly.react(place, copy(figure.data), {...copy(figure.layout), datarevision: 'new'});
  return [same, touched + watch.takeRecords().length > 0];
}"""


def test_every_chart_is_drawn_once(new_page: NewPage) -> None:
    """Streamlit hands each figure to Plotly a second time, as a copy: nothing is drawn then, and
    only a new revision draws it again."""
    page = new_page()
    page.add_script_tag(content=get_plotlyjs())
    for chart in BUILDERS:
        figure = json.loads(chart.example().to_json())
        assert page.evaluate(DRAWN_AGAIN, figure) == [0, True], chart.__name__
