"""The confined side of a process of its own: takes its limits, reads a file, answers in JSON.

It is run by confined.py beside it and by nothing else. Where the system knows no such limits
(Windows), time alone is limited, by the other side.
"""

import contextlib
import gc
import importlib
import json
import sys
from collections.abc import Callable
from typing import Any, Final

Understand = Callable[[str, bytes, dict[str, Any]], dict[str, Any]]
"""A file's name, its bytes and the caller's options -> an answer that can be said in JSON."""

ADDRESS_SPACE: Final = 512 * 1024 * 1024
CPU_SECONDS: Final = 10
OPEN_FILES: Final = 16
NO_NEW_PRIVILEGES: Final = 38
"""The number of the call that forbids a process, and all it starts, to gain rights."""

MEMORY, FAILED, UNSAID = 3, 4, 5
"""How the process ends without an answer: no memory left, a fault of ours, an answer that cannot
be said in JSON."""


def main(function: str) -> None:
    """Answer one request: a line of JSON (`name`, `options`), then the file's bytes. What is needed
    is imported before the limits are taken, since importing keeps compiled copies for next time."""
    understand = _function(function)
    # This process ends with its one answer: looking for what could be freed before costs more.
    gc.disable()
    confine()
    sys.exit(_answered(understand))


def _answered(understand: Understand) -> int:
    try:
        request = json.loads(sys.stdin.buffer.readline())
        data = sys.stdin.buffer.read()
        answer = understand(request["name"], data, request["options"])
    except MemoryError:
        return MEMORY
    except Exception:
        # What went wrong may quote the file, so that it happened is all that is said.
        return FAILED
    try:
        said = json.dumps(answer, allow_nan=False, separators=(",", ":")).encode()
    except MemoryError:
        return MEMORY
    except (TypeError, ValueError):
        return UNSAID
    sys.stdout.buffer.write(said)
    sys.stdout.buffer.flush()
    return 0


def _function(dotted: str) -> Understand:
    """The function that `package.module:name` names."""
    module, _, name = dotted.partition(":")
    found: Understand = getattr(importlib.import_module(module), name)
    return found


def confine() -> None:
    """Give up, for good, what reading a file does not need."""
    try:
        import resource
    except ImportError:
        return
    for limit, most in (
        (resource.RLIMIT_AS, ADDRESS_SPACE),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        # Some systems do not limit every one of these, and none lets a limit be raised.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
