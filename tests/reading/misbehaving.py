"""What a process that reads a file might do if a file had its way. Runs only in such a process."""

import os
import resource
import socket
import sys
import time
from pathlib import Path
from typing import Any

from cpdash.sheets.files.opening import Refused, open_file
from cpdash.sheets.process.beside import beside

Answer = dict[str, Any]


def answers(name: str, data: bytes, options: Answer) -> Answer:
    """Says what it was given, and what it can see."""
    return {
        "name": name,
        "data": data.hex(),
        "options": options,
        "environment": [key for key in os.environ if key not in ("LC_CTYPE", "SYSTEMROOT")],
        "memory": resource.getrlimit(resource.RLIMIT_AS)[1],
        "pandas": "pandas" in sys.modules,
    }


def aborts(_name: str, _data: bytes, _options: Answer) -> Answer:
    """Ends as a library does that gives up."""
    os.abort()


def leaves(_name: str, _data: bytes, _options: Answer) -> Answer:
    """Ends without a word."""
    os._exit(0)


def raises(_name: str, data: bytes, _options: Answer) -> Answer:
    """Stumbles, and would tell what is in the file."""
    raise RuntimeError(data.decode())


def hangs(_name: str, _data: bytes, _options: Answer) -> Answer:
    """Waits for ever."""
    while True:
        time.sleep(60)


def waits(_name: str, _data: bytes, options: Answer) -> Answer:
    """Takes its time."""
    time.sleep(options["seconds"])
    return {}


def eats(_name: str, _data: bytes, _options: Answer) -> Answer:
    """Takes all the memory it can get."""
    return {"length": len(bytearray(2 * 1024**3))}


def mumbles(_name: str, _data: bytes, _options: Answer) -> Answer:
    """Answers what is no JSON."""
    sys.stdout.write("Alex Sample")
    sys.stdout.flush()
    os._exit(0)


def lists(_name: str, _data: bytes, _options: Answer) -> Any:
    """Answers JSON of another shape."""
    return [1, 2]


def says_what_cannot_be_said(_name: str, _data: bytes, _options: Answer) -> Answer:
    """Answers a value that JSON has not got."""
    return {"value": float("nan")}


def says_too_much(_name: str, _data: bytes, _options: Answer) -> Answer:
    """Writes more than anybody will keep."""
    for _ in range(100):
        sys.stdout.write("x" * 1024 * 1024)
    return {}


def complains(_name: str, _data: bytes, _options: Answer) -> Answer:
    """Writes a great deal of complaint, then answers."""
    for _ in range(4):
        sys.stderr.write("x" * 1024 * 1024)
    return {"well": True}


def writes(_name: str, _data: bytes, options: Answer) -> Answer:
    """Writes a file."""
    Path(options["path"]).write_text("x" * 100, encoding="utf-8")
    return {}


def listens(_name: str, _data: bytes, _options: Answer) -> Answer:
    """Opens more doors than it is allowed."""
    return {"doors": len([socket.socket() for _ in range(40)])}


def opens_each(name: str, data: bytes, options: Answer) -> Answer:
    """Opens the many files that it was given as one."""
    happened, at = [], 0
    for size in options["sizes"]:
        opened = open_file(name, data[at : at + size])
        happened.append(opened.reason if isinstance(opened, Refused) else "opened")
        at += size
    return {"happened": happened}


def looks_aside(name: str, data: bytes, options: Answer) -> Answer:
    """Has one of the others done in a copy of the process, and does something itself meanwhile."""
    answer = beside(lambda: globals()[options["aside"]](name, data, options))
    return {"here": os.getpid(), "aside": answer()}


def says_who(_name: str, _data: bytes, _options: Answer) -> Answer:
    """Says which process it is."""
    return {"process": os.getpid()}
