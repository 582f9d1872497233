"""Processes that are killed while they write: nothing is lost, nothing is half."""

import random
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import pytest

from cpdash.store import Store
from tests.store import writers
from tests.store.processes import PATIENCE, heard, running, say

STORES, KILLS = 5, 20
"""Whoever opens a store looks at all that it holds, so each of five takes a part of the kills."""
AS_LONG_AS = 2
"""The longest that a writer is let write, in times that one edition takes."""


def all_heard(tells: Connection) -> list[Any]:
    """What a process had told before it was killed."""
    told = []
    try:
        while tells.poll():
            told.append(tells.recv())
    except EOFError:
        pass
    return told


@pytest.mark.parametrize("store", range(STORES))
def test_no_edition_is_lost_or_half_when_its_writer_is_killed(
    url: str, opened: Callable[[], Store], store: int
) -> None:
    chance = random.Random(store)
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
    after = opened()
    assert after.verify() == ()
    held = after.editions()
    named = {int(edition.file.removesuffix(".xlsx")): edition.id for edition in held}
    lost = {number for number, edition in acknowledged.items() if named.get(number) != edition}
    assert not lost, f"{len(lost)} of {len(acknowledged)} editions were lost"
    figures = after.holdings().figures.groupby("edition")["value"].agg(["size", "nunique"])
    half = figures[(figures["size"] != 40) | (figures["nunique"] != 1)]
    assert len(half) == 0, f"{len(half)} of {len(held)} editions are half there"
    assert len(figures) == len(held)
    untold = len(held) - len(acknowledged)
    say(f"{KILLS} kills: {len(acknowledged)} acknowledged, {untold} more stored, 0 lost, 0 half")
