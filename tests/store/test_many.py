"""Processes that are killed, and processes that write at once: nothing is lost, nothing is half."""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import pytest

from cpdash.store import Store
from tests.store import writers
from tests.store.processes import PATIENCE, heard, running

KILLS = 100
AS_LONG_AS = 2
"""The longest that a writer is let write, in times that one edition takes."""
WRITERS, EDITIONS = 8, 25


def all_heard(tells: Connection) -> list[Any]:
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
            # Two are let through, which says how long one takes; after them, at any moment.
            first = heard(tells), time.perf_counter()
            second = heard(tells), time.perf_counter()
            time.sleep(chance.uniform(0, AS_LONG_AS * (second[1] - first[1])))
            process.kill()
            process.join(PATIENCE)
            acknowledged |= dict([first[0], second[0], *all_heard(tells)])
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
    kind, sentence = told[loser]
    assert kind == "conflict", again
    assert f"that {winner} accepted {winner}.xlsx" in sentence
    assert [edition.who for edition in opened().editions()] == [winner]
