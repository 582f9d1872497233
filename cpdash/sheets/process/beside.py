"""Work done in a process beside the one that reads a file, which has two things to find out."""

import json
import os
from collections.abc import Callable
from typing import Any

MEMORY, FAILED = 3, 4
"""How a process ends without an answer: no memory left, a fault of ours."""


def beside(work: Callable[[], Any]) -> Callable[[], Any]:
    """Begin `work`, whose answer can be said in JSON, in a copy of this process; what is returned
    waits for the answer. Where the system makes no copies (Windows) the work is done then. A copy
    that ends without an answer ends this process too, in the same way."""
    if not hasattr(os, "fork"):
        return work
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        # The one that asks waits until nobody can answer it any more.
        os.closerange(0, 3)
        os.close(reader)
        os._exit(_told(work, writer))
    os.close(writer)
    return lambda: _heard(process, reader)


def _told(work: Callable[[], Any], writer: int) -> int:
    """Do the work and send its answer: how the copy ends."""
    try:
        with os.fdopen(writer, "wb") as stream:
            stream.write(json.dumps(work()).encode())
    except MemoryError:
        return MEMORY
    except BaseException:
        # What went wrong may quote the file, so that it happened is all that is said.
        return FAILED
    return 0


def _heard(process: int, reader: int) -> Any:
    with os.fdopen(reader, "rb") as stream:
        said = stream.read()
    _, status = os.waitpid(process, 0)
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        os.kill(os.getpid(), -code)
    if code == MEMORY:
        raise MemoryError
    if code:
        raise ChildProcessError
    return json.loads(said)
