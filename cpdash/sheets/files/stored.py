"""The bytes of a file, wherever it is stored."""

from pathlib import Path
from typing import BinaryIO, Final

from cpdash.sheets.files import limits
from cpdash.sheets.files.refused import Refused

MOST_BYTES: Final = limits.FILE_BYTES


def data_of(file: Path | BinaryIO) -> bytes | Refused:
    """The bytes of a file, read no further than one past what is allowed; whoever looks at them
    refuses a file that is too large."""
    try:
        if isinstance(file, Path):
            with file.open("rb") as stream:
                return stream.read(MOST_BYTES + 1)
        file.seek(0)
        return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Refused("missing", "found no such file")
    except OSError as error:
        return Refused("locked", f"found it closed to us ({error.strerror or error})")
