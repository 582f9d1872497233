"""A real server and a real browser for every test of this folder."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import find_chromium
from tests.browser.page import SIZES, visit
from tests.browser.server import Server, serving
from tests.copying import copied

PROJECT = Path(__file__).parents[2]
ARGUMENTS = [
    "--no-sandbox",  # as root there is none to be had
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The dashboard, started once for all tests that only look, on the data folder of all tests."""
    with serving(PROJECT) as running:
        yield running


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Server]:
    """The dashboard, started for this test alone: nobody has opened any page of it yet, and there
    is no store."""
    with serving(PROJECT, {"CPDASH_DATA": str(copied(tmp_path / "data"))}) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    path = find_chromium.find()
    if path is None:
        pytest.fail(find_chromium.ADVICE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


def context(browser: Browser, size: str, **options: Any) -> BrowserContext:
    """A visitor with a screen of that size, who shares nothing with any other."""
    width, height = SIZES[size]
    return browser.new_context(viewport={"width": width, "height": height}, **options)


Visited = Callable[[str, str], Page]


@pytest.fixture(scope="session")
def visited(browser: Browser, server: Server) -> Iterator[Visited]:
    """Pages that tests only look at: `visited("/plan", "desk")` is opened once for all of them."""
    visitors = {size: context(browser, size) for size in SIZES}
    seen: dict[tuple[str, str], Page] = {}

    def look(path: str, size: str) -> Page:
        if (path, size) not in seen:
            page = visitors[size].new_page()
            visit(page, server.url + path)
            seen[path, size] = page
        return seen[path, size]

    yield look
    for visitor in visitors.values():
        visitor.close()


NewPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Pages to act on: `new_page("telephone")`, `new_page(color_scheme="dark")`."""
    visitors: list[BrowserContext] = []

    def make(size: str = "desk", **options: Any) -> Page:
        visitors.append(context(browser, size, **options))
        return visitors[-1].new_page()

    yield make
    for visitor in visitors:
        visitor.close()
