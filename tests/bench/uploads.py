"""What a hundred files, sent one after the other in one session, leave in the server's memory."""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.bench.crowd import memory
from tests.bench.reading import publication
from tests.bench.table import Row
from tests.browser.page import settled, visit
from tests.browser.server import serving

FEW, MANY = 10, 100
SHEETS = 65
"""Enough for a workbook of 1 MB."""
ENDED = ("--server.disconnectedSessionTTL", "1")
"""The server forgets a session at once whose browser is gone, and not after two minutes."""


def rows(browser: Browser, dashboard: Path) -> Iterator[Row]:
    """The rows of the table about uploads."""
    with tempfile.TemporaryDirectory() as folder:
        book = publication(Path(folder, "book.xlsx"), SHEETS)
        data = Path(folder, "data")
        data.mkdir()
        with serving(dashboard, {"CPDASH_DATA": str(data)}, ENDED) as server:
            page = browser.new_page()
            visit(page, f"{server.url}/data")
            taken = {0: memory(server.pid)}
            for number in range(1, MANY + 1):
                send(page, book)
                taken[number] = memory(server.pid)
            page.close()
            time.sleep(10)
            after = memory(server.pid)
    print(f"server before the first upload: {taken[0]:.0f} MB", file=sys.stderr)
    many, few = [taken[MANY]], [taken[FEW]]
    yield Row(f"memory after {MANY} uploads", many, few, 1.1, "MB", against=f"{FEW} uploads")
    yield Row("memory when they are gone", [after], [taken[1]], 1.1, "MB", against="1 upload")


def send(page: Page, book: Path) -> None:
    """Send a file, have it read, and take it away."""
    page.locator('input[type="file"]').set_input_files(book)
    expect(page.get_by_role("heading", name=book.name, exact=True)).to_be_visible(timeout=60_000)
    settled(page)
    page.get_by_role("button", name="Take this file away").click()
    expect(page.get_by_role("heading", name=book.name, exact=True)).to_have_count(0)
    settled(page)
