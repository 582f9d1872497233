"""`make bench`: the dashboard and a bare Streamlit app side by side; see docs/bench.md."""

import asyncio
import json
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import Browser, sync_playwright

from tests.bench import million, reading, stopwatch
from tests.bench.crowd import clicks, crowd, memory, p95, visits
from tests.bench.table import Row, printed
from tests.bench.visitor import COUNCILS
from tests.browser import find_chromium
from tests.browser.conftest import ARGUMENTS, PROJECT
from tests.browser.server import Server, serving

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


def copied(folder: Path) -> Path:
    """The dashboard as it stands now, so that work on it meanwhile does not show in the times."""
    for part in ("cpdash", "pages", "data", ".streamlit"):
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy(PROJECT / "app.py", folder)
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
    pages = [stopwatch.watched(browser) for _ in urls]
    for page, url in zip(pages, urls, strict=True):
        page.goto(url + PAGES[1])
        stopwatch.read(page)
    turn = alternately(*[lambda n, p=p: stopwatch.page_change(p, PAGES[n % 2]) for p in pages])
    rows.append(Row("page change", *turn, 1.0))
    for page in pages:
        page.context.close()
    return rows


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


def with_a_million(browser: Browser, dashboard: Path, ours: Server) -> Iterator[Row]:
    """A change of council with a million generated figures, against the starter figures; and,
    since the generated councils have more charts on Placements than the starter's, against the
    same councils in one edition, too."""
    with tempfile.TemporaryDirectory() as many, tempfile.TemporaryDirectory() as few:
        held, less = million.write(Path(many, "starter")), million.write(Path(few, "starter"), 1)
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
            print(f"{held:,} figures: {memory(laden.pid):.0f} MB in the server", file=sys.stderr)


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
        yield from with_a_million(browser, dashboard, ours)


def main() -> None:
    """Measure everything and print the table."""
    began = time.monotonic()
    # Ended from outside, it still ends the servers that it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = find_chromium.find()
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        rows = []
        for row in measure(browser, copied(Path(folder))):
            print("  ".join(row.cells()), file=sys.stderr, flush=True)
            rows.append(row)
        browser.close()
    print(f"Medians of {RUNS} or more (the best in brackets), on one machine in one run.\n")
    print(printed(rows))
    print(f"\n{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
