"""Reading a file in a process of its own, that can do no harm and whose end harms nobody.

A library that reads workbooks can be made to use up all memory or to abort the process it runs in.
Here that process is not the one that serves the pages. It gets the bytes through a pipe, has no
environment and no right to write, and all that is taken from it is one piece of JSON. On Windows
memory, processor time and files are not limited, only the time until it is ended.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final, Literal

from cpdash.sheets.process import child

SECONDS: Final = 20.0
AT_ONCE: Final = 2
QUEUE: Final = 10
MOST_ANSWER: Final = 64 * 1024 * 1024
MOST_COMPLAINT: Final = 64 * 1024
SECONDS_TO_END: Final = 2.0
TOO_LONG: Final = (-9, -24)
"""How a process ends that the system stopped for its use of the processor: SIGKILL, SIGXCPU."""
PROJECT: Final = Path(__file__).parents[3]
BOOTSTRAP: Final = """
import sys
sys.path.insert(0, {project!r})
from cpdash.sheets.process import child
child.main({function!r})
"""

Reason = Literal["crashed", "memory", "time", "answer", "busy"]


@dataclass(frozen=True)
class Died:
    """Why there is no answer: the process ended by itself (`crashed`), for want of memory, took too
    long, answered what is no answer, or never began since too many were waiting (`busy`)."""

    reason: Reason


class _Turns:
    """Who may start: a few at once, some more who wait, and nobody beyond."""

    def __init__(self) -> None:
        self._free = threading.Semaphore(AT_ONCE)
        self._lock = threading.Lock()
        self._inside = 0

    def take(self) -> bool:
        """Wait for a turn; False, at once, when too many wait already."""
        with self._lock:
            if self._inside >= AT_ONCE + QUEUE:
                return False
            self._inside += 1
        self._free.acquire()
        return True

    def give_back(self) -> None:
        """Let the next one start."""
        self._free.release()
        with self._lock:
            self._inside -= 1


_TURNS: Final = _Turns()


def run(
    function: str,
    name: str,
    data: bytes,
    options: dict[str, Any],
    seconds: float = SECONDS,
) -> dict[str, Any] | Died:
    """What `package.module:function` answers of a file, or why it does not."""
    return start(function, name, data, options, seconds).result()


def start(
    function: str,
    name: str,
    data: bytes,
    options: dict[str, Any],
    seconds: float = SECONDS,
) -> "Reading":
    """Begin as `run` does, and let the caller do something else meanwhile."""
    request = json.dumps({"name": name, "options": options}).encode() + b"\n" + data
    reading = Reading(BOOTSTRAP.format(project=str(PROJECT), function=function), request, seconds)
    reading.thread.start()
    return reading


@dataclass
class Reading:
    """A file being read."""

    program: str
    request: bytes
    seconds: float
    thread: threading.Thread = field(init=False)
    _answer: dict[str, Any] | Died = field(init=False, default_factory=lambda: Died("crashed"))

    def __post_init__(self) -> None:
        self.thread = threading.Thread(target=self._read, daemon=True)

    def result(self) -> dict[str, Any] | Died:
        """The answer, once it is there."""
        self.thread.join()
        return self._answer

    def _read(self) -> None:
        if not _TURNS.take():
            self._answer = Died("busy")
            return
        try:
            self._answer = _answer(self.program, self.request, self.seconds)
        finally:
            _TURNS.give_back()


def _answer(program: str, request: bytes, seconds: float) -> dict[str, Any] | Died:
    """Run the process to its end, which is forced when its time is over."""
    process = _process(program)
    timer = threading.Timer(seconds, _end, [process])
    said = _Kept(process.stdout, MOST_ANSWER, process)
    complaint = _Kept(process.stderr, MOST_COMPLAINT)
    feeder = threading.Thread(target=_feed, args=(process, request), daemon=True)
    for thread in (timer, said, complaint, feeder):
        thread.start()
    try:
        code = process.wait()
        too_slow = timer.finished.is_set()
    finally:
        timer.cancel()
        _end(process)
    for thread in (said, complaint, feeder):
        thread.join(SECONDS_TO_END)
    if too_slow or code in TOO_LONG:
        return Died("time") if not said.too_much else Died("answer")
    return _understood(code, said, bytes(complaint.kept))


def _process(program: str) -> subprocess.Popen[bytes]:
    """An interpreter without the settings of this one, in a session of its own."""
    # Windows starts no program without knowing where it is itself.
    kept = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if os.name == "nt" else {}
    return subprocess.Popen(
        [sys.executable, "-I", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=kept,
        start_new_session=True,
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process, and whatever it may have started, unless it has ended."""
    if process.poll() is not None:
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _feed(process: subprocess.Popen[bytes], request: bytes) -> None:
    """Hand over the request; a process that ends early need not have read it."""
    if process.stdin is not None:
        with contextlib.suppress(OSError), process.stdin as stream:
            stream.write(request)


class _Kept(threading.Thread):
    """Reads a pipe to its end and keeps what is allowed; more than that ends `process`, or is
    passed over where none is given."""

    def __init__(
        self, stream: IO[bytes] | None, most: int, process: subprocess.Popen[bytes] | None = None
    ) -> None:
        super().__init__(daemon=True)
        self.kept = bytearray()
        self.too_much = False
        self._process, self._stream, self._most = process, stream, most

    def run(self) -> None:
        """Read on until the pipe is closed."""
        if self._stream is None:
            return
        with self._stream as stream:
            while chunk := stream.read(65536):
                if len(self.kept) + len(chunk) <= self._most:
                    self.kept += chunk
                elif self._process and not self.too_much:
                    self.too_much = True
                    _end(self._process)


def _understood(code: int, said: _Kept, complaint: bytes) -> dict[str, Any] | Died:
    """The answer of a process that ended by itself. What it complained of may quote the file: it is
    looked at for one thing, and never shown or kept."""
    if said.too_much or code == child.UNSAID:
        return Died("answer")
    if code == child.MEMORY or b"memory allocation of" in complaint:
        return Died("memory")
    if code != 0:
        return Died("crashed")
    try:
        answer = json.loads(said.kept)
    except (ValueError, RecursionError):
        return Died("answer")
    return answer if isinstance(answer, dict) else Died("answer")
