"""A text file of values between commas, semicolons, tabs or bars -> one sheet.

Values stay as they are printed: what is a number is for the reader of the table to say.
"""

import csv
import io
from collections import Counter
from typing import Final

from cpdash.sheets.files import limits
from cpdash.sheets.files.refused import Note, Refusal
from cpdash.sheets.sheet import Sheet

MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", ""),
    (b"\x00\x00\xfe\xff", ""),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte-order marks, the longer first, and the encoding each means; "" is one not read here."""

DELIMITERS: Final = {"\t": "tabs", ";": "semicolons", "|": "bars", ",": "commas"}
"""In the order in which they are believed when two fit as well: commas stand within numbers too."""

HEADING_LINES: Final = 40
EXCEL_SAYS: Final = "sep="
CONTROLS: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127))


def read(stem: str, data: bytes) -> tuple[Sheet, tuple[Note, ...]]:
    """The one sheet of a text file, and what was guessed about it."""
    text, notes = _text(data)
    said, body = _said(text)
    delimiter = said or _delimiter(body)
    _check(body, delimiter)
    rows = _rows(body, delimiter)
    if said:
        rows = [(), *rows]
    while rows and not rows[-1]:
        rows.pop()
    if not any(rows):
        raise Refusal("empty", "found a text file without any text")
    if delimiter != ",":
        notes += (Note("file-delimiter", f"found {DELIMITERS[delimiter]} between the values"),)
    return Sheet(stem or "Sheet1", tuple(rows)), notes


def _text(data: bytes) -> tuple[str, tuple[Note, ...]]:
    """What the bytes say, and a note when that had to be guessed."""
    encoding = _encoding(data)
    try:
        text, notes = data.decode(encoding), ()
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise Refusal("broken-text", "found text that breaks its own encoding") from None
        return _windows(data)
    _check_characters(text)
    return text, notes


def _windows(data: bytes) -> tuple[str, tuple[Note, ...]]:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise Refusal("broken-text", "found text that is neither UTF-8 nor Windows-1252") from None
    _check_characters(text)
    return text, (Note("file-encoding", "found text that is not UTF-8"),)


def _encoding(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            if not encoding:
                raise Refusal("broken-text", "found text in UTF-32")
            return encoding
    # In UTF-16 every other byte of plain letters is zero.
    start = data[:400]
    zeros = (start[0::2].count(0), start[1::2].count(0))
    if len(start) >= 8 and zeros[1] > len(start) * 0.35 and not zeros[0]:
        return "utf-16-le"
    if len(start) >= 8 and zeros[0] > len(start) * 0.35 and not zeros[1]:
        return "utf-16-be"
    return "utf-8"


def _check_characters(text: str) -> None:
    if any(chr(code) in text for code in CONTROLS):
        raise Refusal("not-excel", "found a file of another kind")


def _said(text: str) -> tuple[str, str]:
    """The delimiter that a first line such as `sep=;` names, and the text below that line."""
    first, _, rest = text.partition("\n")
    mark = first.strip("\r\"' ").casefold()
    named = mark.removeprefix(EXCEL_SAYS) if mark.startswith(EXCEL_SAYS) else ""
    return (named, rest) if named in DELIMITERS else ("", text)


def _delimiter(text: str) -> str:
    """The delimiter that gives most of the first lines the same number of values, two or more."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:HEADING_LINES]
    best, most = ",", 0
    for delimiter in DELIMITERS:
        widths = Counter(_width(line, delimiter) for line in lines)
        agreeing = max((lines for width, lines in widths.items() if width > 1), default=0)
        if agreeing > most:
            best, most = delimiter, agreeing
    return best


def _width(line: str, delimiter: str) -> int:
    """How many values a line holds; delimiters in quotes are part of a value."""
    return 1 + sum(piece.count(delimiter) for piece in line.split('"')[::2])


def _check(text: str, delimiter: str) -> None:
    """The limits, before anything is taken apart: taking apart is what costs."""
    lines = text.count("\n") + text.count("\r") - text.count("\r\n") + 1
    if lines > limits.LINES:
        raise Refusal("too-much", f"found {lines:,} lines")
    widest = max(line.count(delimiter) for line in text.splitlines() or [""]) + 1
    if widest > limits.LAST_COLUMN:
        raise Refusal("too-much", f"found {widest:,} values in one line")


def _rows(text: str, delimiter: str) -> list[tuple[str | None, ...]]:
    rows: list[tuple[str | None, ...]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    cells = line = 0
    try:
        for row in reader:
            line, before = reader.line_num, line
            if line - before > limits.FIELD_LINES or sum(map(len, row)) > limits.FIELD_CHARACTERS:
                _check_values(row, line)
            cells += len(row)
            rows.append(_row(row))
            if cells > limits.GRID_CELLS:
                raise Refusal("too-much", f"found more than {limits.GRID_CELLS:,} values")
    except csv.Error as error:
        if "field larger" in str(error):
            raise Refusal("too-much", _too_long(reader.line_num)) from None
        found = f"found a quotation mark out of place in line {reader.line_num:,}"
        raise Refusal("damaged", found) from None
    return rows


def _row(row: list[str]) -> tuple[str | None, ...]:
    """A row that ends at its last value."""
    while row and not row[-1].strip():
        row.pop()
    return tuple([value or None for value in row])


def _check_values(row: list[str], line: int) -> None:
    for value in row:
        if len(value) > limits.FIELD_CHARACTERS:
            raise Refusal("too-much", _too_long(line))
        if len(value) > limits.FIELD_LINES and value.count("\n") > limits.FIELD_LINES:
            raise Refusal("damaged", f"found a quotation mark left open before line {line:,}")


def _too_long(line: int) -> str:
    return f"found more than {limits.FIELD_CHARACTERS:,} characters in one value of line {line:,}"
