"""Visits to real pages, and what a reader finds there: words, cards, charts and tables."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from cpdash.ui.frame import FAULT, MENU

PROJECT = Path(__file__).parents[2]
PAGES = tuple(name for name, *_ in MENU)
ABOUT_AN_AREA = tuple(name for name in PAGES if name != "data")
"""Pages that show figures of the chosen area; the page Data shows files that somebody sends."""
CHOICES: dict[str, dict[str, str]] = {
    "South Lanarkshire's own figures": {},
    "South Lanarkshire's national return": {"figures": "The national return"},
    "Scotland": {"council": "Scotland"},
    "England": {"council": "England"},
    "Moray": {"council": "Moray"},
    "Orkney": {"council": "Orkney Islands"},
    "the illustrative council": {"council": "Strathlorne (illustrative)"},
}
"""What a reader may choose, and the address that leads there."""
CARDS = (
    *("national-return", "where-children-live", "family-based-care", "each-kind-of-home"),
    *("aftercare", "aftercare-uptake", "continuing-care", "compare"),
    *(f"target-{plan}{number}" for plan in "TE" for number in range(1, 20)),
)
"""Keys of the cards; tests/pages/test_provenance.py finds one that is missing."""


@dataclass(frozen=True)
class Card:
    """One bordered block: words above and below the chart, the figure as it is sent to the
    browser, its text alternative, and the rows of the table behind it."""

    title: str
    subtitle: str
    foot: str
    alt: str
    figure: dict[str, Any]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def visit(page: str = "overview", **address: str | list[str]) -> AppTest:
    """A first visit to a page: as after a start, the page runs before app.py does. The tables
    behind the charts are open."""
    app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60)
    app.switch_page(f"pages/{page}.py")
    for name in CARDS:
        app.session_state[f"behind-{name}"] = True
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert FAULT not in words(app), "the log has the traceback"
    return app


@cache
def shown(page: str, choice: str) -> AppTest:
    """A page of the starter figures for one of CHOICES: to look at, not to change."""
    return visit(page, **CHOICES[choice])


def bodies(app: AppTest) -> list[str]:
    """The HTML of the page as it is sent, without the stylesheet."""
    every = [element.proto.body for element in app.get("html")]
    return [body for body in every if not body.startswith("<style")]


def plain(body: str) -> str:
    """What a reader sees of some HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def words(app: AppTest) -> str:
    """What a reader sees of the whole page."""
    return " ".join(plain(body) for body in bodies(app))


def headings(app: AppTest) -> list[str]:
    """Every h1 of the page."""
    return [plain(found) for body in bodies(app) for found in re.findall("<h1>.*?</h1>", body)]


def tiles(app: AppTest) -> dict[str, dict[str, str]]:
    """The numbers of the overview by label; `big`, `under`, `moved` and `say` of each."""
    found = {}
    for tile in re.findall("<section class='cp-tile'>.*?</section>", " ".join(bodies(app))):
        label = plain(re.search("<h2>(.*?)</h2>", tile)[1])  # type: ignore[index]
        said = re.findall("<p class='cp-([a-z]+)'>(.*?)</p>", tile)
        found[label] = {name: plain(text) for name, text in said}
    return found


def tables(body: str) -> Iterator[list[tuple[str, ...]]]:
    """The tables of some HTML, each with its headings as the first row."""
    for table in re.findall("<table>.*?</table>", body, re.DOTALL):
        rows = ElementTree.fromstring(table).iter("tr")
        yield [tuple(cell.text or "" for cell in row) for row in rows]


def cards(app: AppTest) -> list[Card]:
    """Every card of the page, from top to bottom."""
    return [
        _card(block)
        for block in _blocks(app.main)
        if any(child.type == "plotly_chart" for child in block.children.values())
    ]


@cache
def shown_cards(page: str, choice: str) -> list[Card]:
    """The cards of a page of the starter figures."""
    return cards(shown(page, choice))


def faults_said(app: AppTest) -> str:
    """The line of the sidebar that says how many faults there are; "" where it says nothing."""
    links = [link.proto.label for link in app.sidebar.get("page_link")]
    return " ".join(label for label in links if "fault" in label)


def _blocks(block: Block) -> Iterator[Block]:
    yield block
    for child in block.children.values():
        if isinstance(child, Block):
            yield from _blocks(child)


def _card(block: Block) -> Card:
    chart = next(child for child in block.children.values() if child.type == "plotly_chart")
    every = [child for part in _blocks(block) for child in part.children.values()]
    head, foot, *rest = [child.proto.body for child in every if child.type == "html"]
    columns, *rows = next(tables(" ".join(rest)), [()])
    return Card(
        plain(re.search("<h3>(.*?)</h3>", head)[1]),  # type: ignore[index]
        plain(re.findall("<p>(.*?)</p>", head)[-1]),
        plain(foot),
        chart.proto.alt,
        json.loads(chart.proto.spec),
        columns,
        tuple(rows),
    )
