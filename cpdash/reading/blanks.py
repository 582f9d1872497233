"""Takes blank cells and rows out of a large workbook before it is parsed.

A sheet may carry a million rows or cells that are formatted and hold nothing. They cost as much to
parse as figures do and say nothing; no cell that holds something is moved. Texts that stand in the
sheet itself are written as the parser reads them fastest, and say the same.
"""

import re
import warnings
import zipfile
from io import BytesIO
from typing import Final

LARGE: Final = 1024 * 1024
"""Bytes of a sheet, unpacked, from which on it is worth looking."""

_DATA: Final = re.compile(rb"<((?:\w+:)?)sheetData[\s/>]")
_ROW: Final = re.compile(rb"<(?:\w+:)?row(?=[\s/>])[^<>]*?(?=/?>)")
_NUMBER: Final = re.compile(rb"""\sr\s*=\s*["'](\d{1,7})["']""")
_BARE_ROW: Final = re.compile(rb"<(?:\w+:)?row(?=[\s/>])(?![^<>]*\sr\s*=)")
_BARE_CELL: Final = re.compile(rb"<(?:\w+:)?c(?=[\s/>])(?![^<>]*\sr\s*=)")
_BLANK: Final = (
    rb"<(?:\w+:)?c(?=[\s/>])[^<>]*"
    rb"(?:(?<=/)>|(?<!/)>(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>)"
)
_BLANK_CELL: Final = re.compile(_BLANK)
_BLANK_ROW: Final = re.compile(
    rb"<(?:\w+:)?row(?=[\s/>])[^<>]*(?:(?<=/)>|(?<!/)>(?:\s*" + _BLANK + rb")*\s*</(?:\w+:)?row>)"
)

_INLINE: Final = re.compile(
    rb"""(<c(?=\s)[^<>]*\st=)"inlineStr"([^<>]*)><is><t(?:\s[^<>]*)?>([^<]*)</t></is></c>"""
)
_PLAIN: Final = rb'\1"str"\2><v>\3</v></c>'


def without_blanks(data: bytes) -> bytes:
    """The workbook with its large sheets freed of blanks; the same bytes when it has no such."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        large = {
            part.filename: archive.read(part)
            for part in archive.infolist()
            if part.file_size > LARGE and part.filename.startswith("xl/worksheets/")
        }
    lean = {name: less for name, sheet in large.items() if (less := _lean(sheet)) != sheet}
    if not lean:
        return data
    stream = BytesIO(data)
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a", zipfile.ZIP_STORED) as archive:
        # Of two parts of one name the last is read; the others stay as they came.
        warnings.simplefilter("ignore")
        for name, sheet in lean.items():
            archive.writestr(name, sheet)
    return stream.getvalue()


def _lean(sheet: bytes) -> bytes:
    """The XML of a sheet without its blank rows, and without blank cells in rows with others."""
    if b"<!" in sheet:
        # In a comment or CDATA, what looks like a cell may be none.
        return sheet
    sheet = _INLINE.sub(_PLAIN, _sized(sheet))
    if _BARE_ROW.search(sheet):
        sheet = _numbered(sheet)
    sheet = _BLANK_ROW.sub(b"", sheet)
    # A cell without a number stands right of the one before it, so none may be taken away.
    return sheet if _BARE_CELL.search(sheet) else _BLANK_CELL.sub(b"", sheet)


def _sized(sheet: bytes) -> bytes:
    """With a size, of which nothing is believed: where none is given, the parser would go through
    the whole sheet to find one out."""
    data = _DATA.search(sheet)
    if data is None or b"dimension" in sheet[: data.start()]:
        return sheet
    size = b'<%sdimension ref="A1"/>' % data[1]
    return sheet[: data.start()] + size + sheet[data.start() :]


def _numbered(sheet: bytes) -> bytes:
    """Every row with the number that it has by its place, so that others can be taken away."""
    last = 0

    def numbered(row: re.Match[bytes]) -> bytes:
        nonlocal last
        given = _NUMBER.search(row[0])
        last = int(given[1]) if given else last + 1
        return row[0] if given else row[0] + b' r="%d"' % last

    return _ROW.sub(numbered, sheet)
