"""Processes that write at once: nothing is lost, and whoever is late is told."""

import time
from collections import Counter
from collections.abc import Callable

import pytest

from cpdash.store import Store
from tests.store import writers
from tests.store.processes import heard, running, say

WRITERS, EDITIONS = 8, 25


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
