"""Fifty people at once, the server's share of one click, and the memory after twenty visits."""

import asyncio
import random
import subprocess
import time
from statistics import quantiles

from tests.bench.visitor import COUNCILS, Visitor

PEOPLE, THINK_SECONDS, WINDOW_SECONDS = 50, 3.0, 30.0
SECOND = "placements"


async def clicks(url: str, count: int) -> list[float]:
    """The server's milliseconds for each of `count` changes of council, one at a time."""
    async with Visitor(url) as visitor:
        await visitor.turn_to(SECOND)
        await visitor.choose(COUNCILS[1])
        taken = []
        for number in range(count):
            taken.append(await visitor.choose(COUNCILS[number % 2]))
            if not visitor.chart_messages:
                raise RuntimeError("the click was answered without a chart: nothing was measured")
            await asyncio.sleep(0.2)
    return taken


async def visits(url: str, count: int) -> None:
    """Come, change the council, turn the page, change it again, and go: `count` times."""
    for number in range(count):
        async with Visitor(url) as visitor:
            await visitor.choose(COUNCILS[number % 2])
            await visitor.turn_to(SECOND)
            await visitor.choose(COUNCILS[(number + 1) % 2])


def memory(pid: int) -> float:
    """Resident memory of a process in megabytes, as `ps` of Linux and macOS gives it."""
    said = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True
    )
    return int(said.stdout) / 1024


async def _person(url: str, start: float, chance: random.Random) -> list[float]:
    taken: list[float] = []
    await asyncio.sleep(chance.random() * 5)
    async with Visitor(url) as visitor:
        await visitor.turn_to(SECOND)
        due = max(start, time.monotonic()) + chance.random() * THINK_SECONDS
        number = chance.randint(0, 1)
        while due < start + WINDOW_SECONDS:
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            taken.append(await visitor.choose(COUNCILS[number % 2]))
            number += 1
            due = max(due + THINK_SECONDS, time.monotonic())
    return taken


async def crowd(url: str) -> list[float]:
    """Milliseconds of every click of fifty people, each every three seconds for half a minute."""
    start = time.monotonic() + 10
    chance = random.Random(50)
    people = [_person(url, start, random.Random(chance.random())) for _ in range(PEOPLE)]
    return [click for clicks_of_one in await asyncio.gather(*people) for click in clicks_of_one]


def p95(times: list[float]) -> float:
    """The time within which nineteen clicks of twenty were answered."""
    return quantiles(times, n=20)[-1]
