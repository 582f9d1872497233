"""The archive that a workbook is: its directory, checked against what it points to, and its parts.

Read here rather than by a library, because libraries differ in what they let pass: of two entries
with one name, or two sizes for one entry, each believes another.
"""

import struct
import zlib
from typing import Final, NamedTuple

from cpdash.sheets.files import limits
from cpdash.sheets.files.refused import Refusal

END: Final = struct.Struct("<4s4H2LH")
CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
LOCAL: Final = struct.Struct("<4s5H3L2H")
STORED, DEFLATED = 0, 8
ENCRYPTED_FLAG, SIZES_FOLLOW_FLAG, UTF8_FLAG = 0x1, 0x8, 0x800
IN_ANOTHER_FIELD: Final = 0xFFFFFFFF

BREAKS_OFF: Final = "found a workbook that breaks off"
CONTRADICTS: Final = "found a workbook that contradicts itself"


class Entry(NamedTuple):
    """One part as the directory has it; `at` is where its own heading starts."""

    raw_name: bytes
    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    at: int


class Container:
    """The parts of an archive by name, unpacked one at a time and never beyond the limits."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._unpacked = 0
        self.entries: Final = _checked(data, _directory(data))

    def part(self, name: str) -> bytes:
        """What a part holds, counted while it is unpacked."""
        entry = self.entries[name]
        start = _content_start(self._data, entry)
        packed = self._data[start : start + entry.packed]
        content = packed if entry.method == STORED else _inflated(packed, entry.size)
        if len(content) != entry.size or zlib.crc32(content) != entry.crc:
            raise Refusal("damaged", CONTRADICTS)
        self._unpacked += len(content)
        if self._unpacked > limits.INFLATED_BYTES:
            raise Refusal("inflates", _packed_in(self._unpacked))
        return content


def _inflated(packed: bytes, size: int) -> bytes:
    """Unpacked to one byte more than it claims at most, so that a false claim shows."""
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
    except zlib.error:
        raise Refusal("damaged", BREAKS_OFF) from None


def _packed_in(size: int) -> str:
    return f"found {size // limits.MEGABYTE:,} MB packed into it"


def _directory(data: bytes) -> list[Entry]:
    """The entries that the end of the file points to; it must end the file exactly."""
    at = data.rfind(b"PK\x05\x06")
    if at < 0 or len(data) < at + END.size:
        raise Refusal("damaged", BREAKS_OFF)
    _, disk, first_disk, here, count, size, start, comment = END.unpack_from(data, at)
    if at + END.size + comment != len(data):
        raise Refusal("damaged", BREAKS_OFF)
    if disk or first_disk or here != count or start + size != at:
        raise Refusal("damaged", CONTRADICTS)
    if count > limits.PARTS:
        raise Refusal("inflates", f"found a workbook of {count:,} parts")
    entries = []
    for _ in range(count):
        entry, start = _entry(data, start, at)
        entries.append(entry)
    if start != at:
        raise Refusal("damaged", CONTRADICTS)
    return entries


def _entry(data: bytes, start: int, end: int) -> tuple[Entry, int]:
    """The entry of the directory at `start`, and where the next one starts."""
    if start + CENTRAL.size > end:
        raise Refusal("damaged", CONTRADICTS)
    found = CENTRAL.unpack_from(data, start)
    signature, flags, method, crc, packed, size = (found[at] for at in (0, 3, 4, 7, 8, 9))
    name_length, extra, comment, at = (found[at] for at in (10, 11, 12, 16))
    name_start = start + CENTRAL.size
    raw_name = data[name_start : name_start + name_length]
    if signature != b"PK\x01\x02" or IN_ANOTHER_FIELD in (packed, size, at):
        raise Refusal("damaged", CONTRADICTS)
    name = raw_name.decode("utf-8" if flags & UTF8_FLAG else "cp437", errors="replace")
    entry = Entry(raw_name, name, flags, method, crc, packed, size, at)
    return entry, name_start + name_length + extra + comment


def _checked(data: bytes, entries: list[Entry]) -> dict[str, Entry]:
    """The entries by name, when nothing in them is a trick."""
    declared = sum(entry.size for entry in entries)
    if declared > limits.INFLATED_BYTES:
        raise Refusal("inflates", _packed_in(declared))
    for entry in entries:
        _check_size(entry)
        _check_name(entry.name)
        if entry.flags & ENCRYPTED_FLAG:
            raise Refusal("password", "found a file that asks for a password")
        if entry.method not in (STORED, DEFLATED):
            raise Refusal("damaged", "found a workbook packed in a way that is not used for one")
    if len({entry.name.casefold() for entry in entries}) < len(entries):
        raise Refusal("damaged", "found a workbook with two parts of one name")
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.at):
        if entry.at < end or (end == 0 and entry.at > 0):
            raise Refusal("damaged", CONTRADICTS)
        end = _content_start(data, entry) + entry.packed
    return {entry.name: entry for entry in entries}


def _check_size(entry: Entry) -> None:
    far = entry.size > limits.RATIO_FROM and entry.size > limits.RATIO * entry.packed
    if far or entry.size > limits.PART_BYTES:
        size = f"{entry.size // limits.MEGABYTE:,} MB"
        raise Refusal("inflates", f"found {size} packed into {'almost none' if far else 'a part'}")


def _check_name(name: str) -> None:
    """Names that point out of the archive, or that two systems read as two names."""
    parts = name.removesuffix("/").split("/")
    if "" in parts or ".." in parts or "\\" in name or ":" in name or not name.isprintable():
        raise Refusal("damaged", "found a workbook with a part of a forbidden name")


def _content_start(data: bytes, entry: Entry) -> int:
    """Where the content of an entry starts, when its own heading says what the directory says."""
    if entry.at + LOCAL.size > len(data):
        raise Refusal("damaged", BREAKS_OFF)
    found = LOCAL.unpack_from(data, entry.at)
    signature, _, flags, method, _, _, crc, packed, size, name_length, extra = found
    name_start = entry.at + LOCAL.size
    start = name_start + name_length + extra
    name = data[name_start : name_start + name_length]
    same = (signature, flags, method, name) == (
        b"PK\x03\x04",
        entry.flags,
        entry.method,
        entry.raw_name,
    )
    late = flags & SIZES_FOLLOW_FLAG
    sizes_same = late or size == IN_ANOTHER_FIELD or (packed, size) == (entry.packed, entry.size)
    if not same or not sizes_same or not (late or crc == entry.crc):
        raise Refusal("damaged", CONTRADICTS)
    if start + entry.packed > len(data):
        raise Refusal("damaged", BREAKS_OFF)
    return start
