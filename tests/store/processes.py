"""Other processes, born of one that has all of the store loaded already, and one thread only."""

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import ModuleType
from typing import Any

PATIENCE = 240
"""Seconds that another process may take for anything."""
NURSERY = multiprocessing.get_context("forkserver")
NURSERY.set_forkserver_preload(["tests.store.nursery"])


@contextmanager
def running(life: Callable[..., None], *told: object) -> Iterator[tuple[BaseProcess, Connection]]:
    """A process, and what it tells."""
    here, there = NURSERY.Pipe()
    process = NURSERY.Process(target=life, args=(*told, there))
    with _no_main_module():
        process.start()
    there.close()
    try:
        yield process, here
    finally:
        process.kill()
        process.join(PATIENCE)
        process.close()
        here.close()


@contextmanager
def _no_main_module() -> Iterator[None]:
    """A process that is born runs the main module first, and a test of a page leaves app.py as
    that."""
    main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def heard(tells: Connection) -> Any:
    """The next thing that a process tells."""
    assert tells.poll(PATIENCE), "the process says nothing"
    return tells.recv()


def say(measured: str) -> None:
    """What was measured, for whoever runs this with `-s`."""
    sys.stdout.write(f"\n{measured}")
