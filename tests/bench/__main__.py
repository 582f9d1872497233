"""`make bench`: the dashboard and a bare Streamlit app side by side; see docs/bench.md."""

import asyncio
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import Browser, sync_playwright

from cpdash.intake import address
from cpdash.store import Store, open_store
from tests.bench import million, reading, stopwatch, uploads
from tests.bench.crowd import clicks, crowd, memory, p95, visits
from tests.bench.table import Row, printed
from tests.bench.visitor import COUNCILS
from tests.browser import find_chromium
from tests.browser.conftest import ARGUMENTS, PROJECT
from tests.browser.server import Server, serving
from tests.copying import copied

RUNS = 7
PAGES = ("/", "/placements")
# Nothing of Streamlit's own defaults is changed but that it must not phone out of a measurement.
DEFAULTS = ("--browser.gatherUsageStats", "false", "--server.address", "127.0.0.1")

Result = TypeVar("Result")
Pair = tuple[list[float], list[float]]


def apart(measured: Coroutine[Any, Any, Result]) -> Result:
    """Run in a thread of its own: Playwright keeps the event loop of this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, measured).result()


def alternately(first: Callable[[int], float], second: Callable[[int], float]) -> Pair:
    """RUNS measurements of each, taken in turn so that what else the machine does hits both."""
    taken = [(first(number), second(number)) for number in range(RUNS)]
    return [a for a, _ in taken], [b for _, b in taken]


def as_it_stands(folder: Path) -> Path:
    """The dashboard as it is now, so that work on it meanwhile does not show in the times. Its
    first start makes a store with the starter figures."""
    for part in ("cpdash", "pages", ".streamlit"):
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy(PROJECT / "app.py", folder)
    copied(folder / "data")
    return folder


@contextmanager
def bare(charts: list[list[dict[str, int]]]) -> Iterator[Server]:
    """The bare app, run where no settings of the dashboard reach it."""
    source = Path(__file__).parent / "bare" / "app.py"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "app.py").write_bytes(source.read_bytes())
        with serving(Path(folder), {"BARE_PAGES": json.dumps(charts)}, DEFAULTS) as running:
            yield running


def seen(browser: Browser, ours: Server, theirs: Server) -> list[Row]:
    """What a person with a browser waits for."""
    urls = (ours.url, theirs.url)
    visit = alternately(*[lambda _, u=url: stopwatch.first_visit(browser, u) for url in urls])
    rows = [Row("first visit to charts drawn", *visit, 1.15)]
    for path in PAGES:
        rows.append(
            Row(f"change of council on {path}", *changes(browser, (ours, theirs), path), 1.0)
        )
    rows.append(Row("page change", *turns(browser, (ours, theirs)), 1.0))
    return rows


def turns(browser: Browser, servers: tuple[Server, Server]) -> Pair:
    """Page changes on two servers."""
    pages = [stopwatch.watched(browser) for _ in servers]
    for page, server in zip(pages, servers, strict=True):
        page.goto(server.url + PAGES[1])
        stopwatch.read(page)
    taken = alternately(*[lambda n, p=p: stopwatch.page_change(p, PAGES[n % 2]) for p in pages])
    for page in pages:
        page.context.close()
    return taken


def served(ours: Server, theirs: Server) -> list[Row]:
    """What the server does for one person, and for fifty."""
    one, other = (apart(clicks(server.url, 2 * RUNS + 1)) for server in (ours, theirs))
    many, others = (apart(crowd(server.url)) for server in (ours, theirs))
    print(f"clicks of the fifty: {len(many)} and {len(others)}", file=sys.stderr)
    return [
        Row("server's share of a rerun", one, other, 60, absolute=True),
        Row("50 people, a click every 3 s: p95", [p95(many)], [p95(others)], 0.5),
        Row("50 people, a click every 3 s: middle", many, others, None),
    ]


def remembered(dashboard: Path, charts: list[list[dict[str, int]]]) -> Row:
    """Memory after twenty visits to a server of its own, RUNS times."""

    def after_visits(server: Server) -> float:
        apart(visits(server.url, 20))
        return memory(server.pid)

    def ours(_: int) -> float:
        with serving(dashboard) as server:
            return after_visits(server)

    def theirs(_: int) -> float:
        with bare(charts) as server:
            return after_visits(server)

    return Row("memory after 20 visits", *alternately(ours, theirs), 1.3, "MB")


def accepted(browser: Browser, dashboard: Path) -> Row:
    """From accepting an edition to the charts of a council with its figures, against the change of
    council alone."""
    with tempfile.TemporaryDirectory() as folder:
        data = copied(Path(folder, "data"))
        with serving(dashboard, {"CPDASH_DATA": str(data)}) as server:
            page, councils = stopwatch.watched(browser), cycle(COUNCILS)
            page.goto(server.url + PAGES[1])
            stopwatch.read(page)
            stopwatch.change_of_council(page, COUNCILS[1])
            store, held = open_store(address(data)), list[int]()

            def ours(number: int) -> float:
                if held:
                    million.withdraw(store, held.pop())
                one = million.generated(number, list(range(million.LARGE)))
                began = time.perf_counter()
                held.append(million.accept(store, one))
                taken = 1000 * (time.perf_counter() - began)
                taken += stopwatch.change_of_council(page, next(councils))
                if million.NEWEST not in page.locator("body").inner_text():
                    raise RuntimeError("the page has none of the figures: nothing was measured")
                return taken

            taken = alternately(ours, lambda _: stopwatch.change_of_council(page, next(councils)))
            page.context.close()
    what = f"accept {million.LARGE * million.COUNCILS * million.PER_CENSUS:,} figures, charts drawn"
    return Row(what, *taken, 1500, absolute=True, against="change")


def with_a_million(browser: Browser, dashboard: Path, ours: Server) -> Iterator[Row]:
    """A store with a million generated figures, against one with the starter figures; and, since
    the generated councils have more charts on Placements than the starter's, against the same
    councils in ten editions, too."""
    with tempfile.TemporaryDirectory() as many, tempfile.TemporaryDirectory() as few:
        large, small = (open_store(address(Path(folder))) for folder in (many, few))
        held, less = million.fill(large), million.fill(small, million.WHOLE)
        yield looked_up(large, small, held, less)
        with (
            serving(dashboard, {"CPDASH_DATA": many}) as laden,
            serving(dashboard, {"CPDASH_DATA": few}) as light,
        ):
            for path, other, name, limit in (
                (PAGES[0], ours, "starter", 1.3),
                (PAGES[1], ours, "starter", None),
                (PAGES[1], light, f"{less:,}", 1.3),
            ):
                change = changes(browser, (laden, other), path)
                what = f"change of council on {path}, {held:,} figures"
                yield Row(what, *change, limit, against=name)
            turn = turns(browser, (laden, light))
            yield Row(f"page change, {held:,} figures", *turn, 1.3, against=f"{less:,}")
            print(f"{held:,} figures: {memory(laden.pid):.0f} MB in the server", file=sys.stderr)


def looked_up(large: Store, small: Store, held: int, less: int) -> Row:
    """The newest figures of one council out of two stores, which were looked at before."""

    def newest(store: Store) -> float:
        began = time.perf_counter()
        if store.latest(million.COUNCIL).empty:
            raise RuntimeError("no figures of the council are held: nothing was measured")
        return 1000 * (time.perf_counter() - began)

    for store in (large, small):
        print(f"first look: {newest(store) / 1000:.1f} s", file=sys.stderr)
    taken = alternately(lambda _: newest(large), lambda _: newest(small))
    what = f"newest of a council, {held:,} figures"
    return Row(what, *taken, 50, absolute=True, against=f"{less:,}")


def changes(browser: Browser, servers: tuple[Server, Server], path: str) -> Pair:
    """Changes of council on one page of two servers."""
    pages = [stopwatch.watched(browser) for _ in servers]
    for page, server in zip(pages, servers, strict=True):
        page.goto(server.url + path)
        taken = stopwatch.read(page) / 1000
        print(f"first visit, {server.url}{path}: {taken:.1f} s", file=sys.stderr)
        stopwatch.change_of_council(page, COUNCILS[1])
    taken_in_turn = alternately(
        *[lambda n, p=p: stopwatch.change_of_council(p, COUNCILS[n % 2]) for p in pages]
    )
    for page in pages:
        page.context.close()
    return taken_in_turn


def measure(browser: Browser, dashboard: Path) -> Iterator[Row]:
    """Every row of the table, as soon as it is measured."""
    with serving(dashboard) as ours:
        charts = [stopwatch.charts_of(browser, ours.url + path) for path in PAGES]
        print(f"charts on {PAGES}: {[len(page) for page in charts]}", file=sys.stderr)
        with bare(charts) as theirs:
            yield from seen(browser, ours, theirs)
            yield from served(ours, theirs)
        yield remembered(dashboard, charts)
        yield from reading.rows()
        yield from uploads.rows(browser, dashboard)
        yield accepted(browser, dashboard)
        yield from with_a_million(browser, dashboard, ours)


def main() -> None:
    """Measure everything and print the table."""
    began = time.monotonic()
    # Ended from outside, it still ends the servers that it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    # Nobody's own figures are measured, and nothing is written where they are.
    for name in ("CPDASH_DATA", "CPDASH_DATABASE_URL"):
        os.environ.pop(name, None)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = find_chromium.find()
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        rows = []
        for row in measure(browser, as_it_stands(Path(folder))):
            print("  ".join(row.cells()), file=sys.stderr, flush=True)
            rows.append(row)
        browser.close()
    print(f"Medians of {RUNS} or more (the best in brackets), on one machine in one run.\n")
    print(printed(rows))
    print(f"\n{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
