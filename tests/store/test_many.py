"""Processes that are killed, and processes that write at once: nothing is lost, nothing is half."""

import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import pytest

from cpdash.store import Store
from tests.store import writers

KILLS = 100
LONGEST = 0.08
"""Seconds of writing at most until the next kill: two or three editions."""
WRITERS, EDITIONS = 8, 25
PATIENCE = 60
"""Seconds that another process may take for anything."""

# Processes are born of one that has all of this loaded already, and that has one thread only.
NURSERY = multiprocessing.get_context("forkserver")
NURSERY.set_forkserver_preload(["tests.store.writers"])


@contextmanager
def running(life: Callable[..., None], *told: object) -> Iterator[tuple[BaseProcess, Connection]]:
    """A process, and what it tells."""
    here, there = NURSERY.Pipe()
    process = NURSERY.Process(target=life, args=(*told, there))
    process.start()
    there.close()
    try:
        yield process, here
    finally:
        process.kill()
        process.join(PATIENCE)
        process.close()
        here.close()


def heard(tells: Connection) -> object:
    """The next thing that a process tells."""
    assert tells.poll(PATIENCE), "the process says nothing"
    return tells.recv()


def all_heard(tells: Connection) -> list[tuple[int, int]]:
    """What a process had told before it was killed."""
    told = []
    try:
        while tells.poll():
            told.append(tells.recv())
    except EOFError:
        pass
    return told


def say(measured: str) -> None:
    """What was measured, for whoever runs this with `-s`."""
    sys.stdout.write(f"\n{measured}")


def test_no_edition_is_lost_or_half_when_its_writer_is_killed(
    url: str, opened: Callable[[], Store]
) -> None:
    chance = random.Random(6)
    acknowledged: dict[int, int] = {}
    for kill in range(KILLS):
        with running(writers.accepting, url, kill * 10_000) as (process, tells):
            # The first one takes longest, and is never cut off; after it, at any moment.
            acknowledged |= dict([heard(tells)])
            time.sleep(chance.uniform(0, LONGEST))
            process.kill()
            process.join(PATIENCE)
            acknowledged |= dict(all_heard(tells))
        if kill % 10 == 9:
            assert opened().verify() == ()
    store = opened()
    assert store.verify() == ()
    held = store.editions()
    named = {int(edition.file.removesuffix(".xlsx")): edition.id for edition in held}
    lost = {number for number, edition in acknowledged.items() if named.get(number) != edition}
    assert not lost, f"{len(lost)} of {len(acknowledged)} editions were lost"
    figures = store.holdings().figures.groupby("edition")["value"].agg(["size", "nunique"])
    half = figures[(figures["size"] != 40) | (figures["nunique"] != 1)]
    assert len(half) == 0, f"{len(half)} of {len(held)} editions are half there"
    assert len(figures) == len(held)
    untold = len(held) - len(acknowledged)
    say(f"{KILLS} kills: {len(acknowledged)} acknowledged, {untold} more stored, 0 lost, 0 half")


def test_eight_who_write_at_once_lose_nothing(url: str, opened: Callable[[], Store]) -> None:
    lives = [running(writers.sharing, url, writer, EDITIONS) for writer in range(WRITERS)]
    began = time.perf_counter()
    started = [life.__enter__() for life in lives]
    try:
        told = [heard(tells) for _, tells in started]
    finally:
        for life in lives:
            life.__exit__(None, None, None)
    store = opened()
    by_writer = Counter(edition.who for edition in store.editions())
    assert by_writer == {f"{writer}": EDITIONS for writer in range(WRITERS)}, f"{told}"
    assert len(store.holdings().figures) == WRITERS * EDITIONS
    assert [entry.seq for entry in store.journal()] == list(range(1, WRITERS * EDITIONS + 1))
    assert store.verify() == ()
    say(f"{WRITERS} x {EDITIONS} editions in {time.perf_counter() - began:.1f} s; of each writer")
    say(f"conflicts and times busy: {told}")


@pytest.mark.parametrize("again", range(3))
def test_of_two_who_accept_on_the_same_comparison_one_wins_and_the_other_is_told(
    url: str, opened: Callable[[], Store], again: int
) -> None:
    with (
        running(writers.waiting, url) as (_, one),
        running(writers.waiting, url) as (_, other),
    ):
        assert (heard(one), heard(other)) == ("ready", "ready")
        one.send("Anna")
        other.send("Bob")
        told = {"Anna": heard(one), "Bob": heard(other)}
    (winner,) = [who for who, answer in told.items() if answer == "accepted"]
    (loser,) = set(told) - {winner}
    kind, sentence = told[loser]  # type: ignore[misc]
    assert kind == "conflict", again
    assert f"that {winner} accepted {winner}.xlsx" in sentence
    assert [edition.who for edition in opened().editions()] == [winner]
