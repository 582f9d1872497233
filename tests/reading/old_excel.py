"""A workbook of Excel 97-2003, as small as one can be: no library that we use writes them."""

import struct
from collections.abc import Mapping

SECTOR = 512
STREAM = 4096
"""The least length of a stream that is stored in sectors of its own."""
UNUSED, LAST, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STARTS, ENDS, SHEET, TEXT, NUMBER = 0x809, 0x0A, 0x85, 0x204, 0x203
BOOK, CELLS = 0x05, 0x10


def old_workbook(cells: Mapping[tuple[int, int], str | float], sheet: str = "Data") -> bytes:
    """One sheet with these cells: row and column, both counted from 1."""
    stream = _stream(sheet.encode(), b"".join(_cell(*at, value) for at, value in cells.items()))
    assert len(stream) <= STREAM
    sectors = STREAM // SECTOR
    follows = [TABLE, LAST, *range(3, 2 + sectors), LAST]
    follows += [UNUSED] * (SECTOR // 4 - len(follows))
    directory = _entry("Root Entry", 5, LAST, 0, 1) + _entry("Workbook", 2, 2, STREAM)
    table = struct.pack(f"<{len(follows)}I", *follows)
    return _start() + table + directory.ljust(SECTOR, b"\0") + stream.ljust(STREAM, b"\0")


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<2H", kind, len(content)) + content


def _begin(what: int) -> bytes:
    return _record(STARTS, struct.pack("<2H", 0x600, what) + bytes(12))


def _cell(row: int, column: int, value: str | float) -> bytes:
    place = struct.pack("<3H", row - 1, column - 1, 0)
    if isinstance(value, str):
        return _record(TEXT, place + struct.pack("<HB", len(value), 0) + value.encode("latin-1"))
    return _record(NUMBER, place + struct.pack("<d", value))


def _stream(name: bytes, cells: bytes) -> bytes:
    """The list of sheets, then the sheet; the first says where the second starts."""

    def listed(at: int) -> bytes:
        sheet = _record(SHEET, struct.pack("<I4B", at, 0, 0, len(name), 0) + name)
        return _begin(BOOK) + sheet + _record(ENDS)

    return listed(len(listed(0))) + _begin(CELLS) + cells + _record(ENDS)


def _entry(name: str, kind: int, start: int, size: int, below: int = UNUSED) -> bytes:
    wide = name.encode("utf-16-le")
    about = struct.pack("<H2B3I", len(wide) + 2, kind, 1, UNUSED, UNUSED, below)
    return wide.ljust(64, b"\0") + about + bytes(36) + struct.pack("<IQ", start, size)


def _start() -> bytes:
    """The first sector: where the table of sectors (0) and the directory (1) are."""
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    sizes = struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    places = struct.pack("<9I", 0, 1, 1, 0, STREAM, LAST, 0, LAST, 0)
    return signature + sizes + places + struct.pack("<109I", 0, *[UNUSED] * 108)
