"""What a command says, and the code that it leaves with.

Names of files and sheets, labels and remarks are texts of somebody else. What in them would steer a
terminal is printed as characters that can be seen.
"""

import json
import re
import sys
import unicodedata
from typing import Final, TextIO

DONE, REFUSED, CANNOT_WRITE, CANNOT_OPEN, DECLINED, WRONG_CALL = 0, 1, 2, 2, 3, 64
"""REFUSED: the store could not do it, or is not as it was written."""
_LOOKED_AT: Final = re.compile(r"[^ -~]")


def visible(text: str, keep: str = "") -> str:
    """A text with its control characters as JSON writes them (ESC is `\\u001b`), so also those that
    turn the direction of writing or have no width. Spaces of any sort, and `keep`, stay."""

    def shown(found: re.Match[str]) -> str:
        char = found[0]
        harmless = char.isprintable() or char in keep or unicodedata.category(char) == "Zs"
        return char if harmless else json.dumps(char)[1:-1]

    return _LOOKED_AT.sub(shown, text)


def say(line: str) -> None:
    """One line of the answer."""
    _put(f"{visible(line)}\n", sys.stdout)


def warn(line: str) -> None:
    """One line beside the answer: what is wrong, or was done on the way."""
    _put(f"{visible(line)}\n", sys.stderr)


def write(text: str) -> None:
    """An answer of many lines, such as a list for a program."""
    _put(visible(text, keep="\n\t"), sys.stdout)


def _put(text: str, stream: TextIO) -> None:
    # A terminal of an old alphabet lacks some signs, and that is no reason to stop.
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
