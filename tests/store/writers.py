"""What other processes do with a store: each function is the whole life of one."""

import random
import time
from multiprocessing.connection import Connection

from cpdash.store import StoreFault, open_store
from tests.store.workbooks import FIFE, MORAY, START, drawn


def accepting(url: str, first: int, told: Connection) -> None:
    """Accept editions of forty figures, one after the other and for ever; tell of each one after
    it was accepted. They are numbered from `first`."""
    store = open_store(url)
    number = first
    while True:
        lines = [
            f"{area} {2000 + year}-07-31 total {number}"
            for area in (FIFE, MORAY)
            for year in range(20)
        ]
        done = store.accept(
            [drawn("\n".join(lines), f"{number}.xlsx")],
            compared_with=store.version(),
            who="Anna",
            token=f"{number}",
            now=START,
        )
        told.send((number, done.editions[0]))
        number += 1


def sharing(url: str, writer: int, editions: int, told: Connection) -> None:
    """Accept a number of editions beside others who do the same, comparing again whenever somebody
    was first; tell how often that was, and what else went wrong."""
    store = open_store(url)
    chance = random.Random(writer)
    conflicts, busy, accepted = 0, 0, 0
    version = store.version()
    while accepted < editions:
        upload = drawn(f"{FIFE} 2018-07-31 total {writer}", f"{writer}-{accepted}.xlsx")
        token = f"{writer}-{accepted}"
        try:
            done = store.accept(
                [upload], compared_with=version, who=f"{writer}", token=token, now=START
            )
            accepted += 1
            version = done.version
        except StoreFault as fault:
            conflicts += fault.kind == "conflict"
            busy += fault.kind == "busy"
            if fault.kind not in ("conflict", "busy"):
                raise
            # To compare takes a moment, and not the same one for all.
            time.sleep(chance.uniform(0, 0.05))
            version = store.version()
    told.send((conflicts, busy))
    store.close()


def waiting(url: str, told: Connection) -> None:
    """Accept one edition that was compared with the empty store, as soon as it is told to."""
    store = open_store(url)
    told.send("ready")
    who = told.recv()
    upload = drawn(f"{FIFE} 2018-07-31 total 1", f"{who}.xlsx")
    try:
        store.accept([upload], compared_with=0, who=who, token=who, now=START)
        told.send("accepted")
    except StoreFault as fault:
        told.send((fault.kind, fault.sentence))
    store.close()
