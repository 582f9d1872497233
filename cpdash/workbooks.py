"""Whether a file is a workbook that can be opened without harm, told from its bytes alone."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

MEGABYTE: Final = 1024 * 1024
MOST_BYTES: Final = 10 * MEGABYTE
MOST_INFLATED: Final = 64 * MEGABYTE
MOST_RATIO: Final = 200
"""A part that shrinks further than this is no table: real ones reach about 13."""

OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


class Uncalculated:
    """Stands in a cell whose formula was saved without its result."""

    def __str__(self) -> str:
        return "a formula without its result"


UNCALCULATED: Final = Uncalculated()


class Refused(NamedTuple):
    """Why a file is not opened: `reason` is the end of a fault's code (`password`), `found` what it
    is, in words."""

    reason: str
    found: str


def contents(file: Path | BinaryIO) -> bytes | Refused:
    """What a workbook holds, or why it cannot be opened without harm."""
    try:
        data = _bytes(file)
    except FileNotFoundError:
        return Refused("missing", "found no such file")
    except OSError as error:
        return Refused("locked", f"found it closed to us ({error.strerror or error})")
    return _refused(data) or data


def _bytes(file: Path | BinaryIO) -> bytes:
    """What the file holds, read no further than one byte past what is allowed."""
    if isinstance(file, Path):
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    file.seek(0)
    return file.read(MOST_BYTES + 1)


def _refused(data: bytes) -> Refused | None:
    """What speaks against opening the bytes of a file."""
    if not data:
        return Refused("empty", "found an empty file")
    if len(data) > MOST_BYTES:
        return Refused("too-large", "found more than 10 MB")
    if data.startswith(OLD_OFFICE) and ENCRYPTED in data:
        return Refused("password", "found a workbook that asks for a password")
    if data.startswith(OLD_OFFICE):
        return Refused("old-excel", "found a file of Excel 97-2003 (.xls) or another old format")
    if not data.startswith(b"PK"):
        return Refused("not-excel", f"found {_what(data)}")
    return _of_archive(data)


def _what(data: bytes) -> str:
    """What a file that is no workbook seems to be."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"%pdf"):
        return "a PDF"
    if start.startswith((b"<!doctype", b"<html", b"<table")):
        return "a web page"
    if b"\x00" not in data[:2000]:
        return "a text file, such as CSV"
    return "a file of another kind"


def _of_archive(data: bytes) -> Refused | None:
    """The same of the archive that a workbook is, from its directory alone."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return Refused("damaged", "found a workbook that breaks off")
    inflated = sum(part.file_size for part in parts)
    if inflated > MOST_INFLATED:
        return Refused("inflates", f"found {inflated // MEGABYTE:,} MB packed into it")
    for part in parts:
        if part.file_size > MEGABYTE and part.file_size > MOST_RATIO * part.compress_size:
            size = f"{part.file_size // MEGABYTE:,} MB"
            return Refused("inflates", f"found {size} packed into almost none")
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        return Refused("not-excel", "found an archive (.zip) that is no such workbook")
    return None
