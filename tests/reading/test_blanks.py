"""A million blank rows or cells cost little, and nothing that stands among them is lost."""

import io
import zipfile
from pathlib import Path

import pytest

from cpdash.reading import Reading, read
from cpdash.reading.blanks import LARGE, without_blanks
from tests.reading.workbooks import GOOD, HEADINGS, codes, draw, said

SHEET = "xl/worksheets/sheet1.xml"
FIRST = {"C2": (5.0, ""), "D2": (12.0, "")}


def padded(folder: Path, rows: str, mode: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The good workbook with more rows, as XML, at the end of its sheet."""
    whole = draw(folder / "figures.xlsx", Placements=f"{HEADINGS}\n{GOOD}").read_bytes()
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(content, "w", mode) as file:
        for part in source.namelist():
            data = source.read(part)
            if part == SHEET:
                data = data.replace(b"</sheetData>", rows.encode() + b"</sheetData>")
            file.writestr(part, data)
    return content.getvalue()


def sheet(workbook: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return archive.read(SHEET)


def reading(workbook: bytes) -> Reading:
    return read(io.BytesIO(workbook))


def text(cell: str, words: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t>{words}</t></is></c>'


def filled(row: int) -> str:
    """A row of Fife a year later, with blank cells between."""
    cells = (
        text(f"A{row}", "Fife"),
        text(f"B{row}", "31 March 2019"),
        f'<c r="C{row}" s="1"/>',
        f'<c r="D{row}" s="1"><v>13</v></c>',
        text(f"E{row}", "Report"),
        text(f"F{row}", "2019"),
        f'<c r="G{row}" s="1"></c>',
    )
    return f'<row r="{row}" spans="1:7">{"".join(cells)}</row>'


MANY = 70_000
BLANK = {
    "rows with numbers": "".join(f'<row r="{row}"/>' for row in range(3, MANY)),
    "rows with a height": "".join(f'<row r="{row}" ht="9"></row>' for row in range(3, MANY)),
    "cells with a style": "".join(
        f'<row r="{row}"><c r="A{row}" s="1"/><c r="B{row}" s="1"/></row>' for row in range(3, MANY)
    ),
    "cells with an empty value": "".join(
        f'<row r="{row}"><c r="D{row}"><v></v></c><c r="E{row}"><v/></c></row>'
        for row in range(3, MANY)
    ),
    "cells of another prefix": "".join(
        f'<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="{row}"/>'
        for row in range(3, MANY)
    ),
}
EVERY = pytest.mark.parametrize("blank", BLANK.values(), ids=BLANK)


@EVERY
def test_blanks_are_taken_out_before_the_sheet_is_parsed(tmp_path: Path, blank: str) -> None:
    workbook = padded(tmp_path, blank)
    assert len(sheet(workbook)) > LARGE
    assert len(sheet(without_blanks(workbook))) < 3_000
    assert said(reading(workbook)) == FIRST


@EVERY
def test_a_figure_below_many_blanks_is_read_where_it_stands(tmp_path: Path, blank: str) -> None:
    found = reading(padded(tmp_path, blank + filled(MANY + 7)))
    assert found.problems == ()
    assert said(found) == FIRST | {f"D{MANY + 7}": (13.0, "")}


def test_a_figure_below_the_last_row_that_is_read_is_reported(tmp_path: Path) -> None:
    blank = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(3, MANY))
    found = reading(padded(tmp_path, blank + filled(900_000)))
    assert codes(found) == [("sheet-too-long", "Placements", "A900000")]
    assert said(found) == FIRST


def test_rows_without_numbers_keep_their_places(tmp_path: Path) -> None:
    bare = '<row ht="9"/>' * (MANY * 2)
    workbook = padded(tmp_path, bare[: MANY * 13] + filled(MANY + 3), zipfile.ZIP_STORED)
    assert said(reading(workbook)) == FIRST | {f"D{MANY + 3}": (13.0, "")}
    unnumbered = filled(MANY + 3).replace(f' r="{MANY + 3}"', "")
    workbook = padded(tmp_path, bare + unnumbered, zipfile.ZIP_STORED)
    assert codes(reading(workbook)) == [("sheet-too-long", "Placements", f"A{2 * MANY + 3}")]


def test_cells_without_numbers_stay_beside_the_cell_before_them(tmp_path: Path) -> None:
    blank = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(3, MANY))
    line = filled(MANY)
    for letter in "ABDEFG":
        line = line.replace(f' r="{letter}{MANY}"', "")
    found = reading(padded(tmp_path, blank + line))
    assert said(found) == FIRST | {f"D{MANY}": (13.0, "")}


def test_what_only_looks_like_a_blank_cell_is_text(tmp_path: Path) -> None:
    blank = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(3, 40_000))
    line = filled(40_000).replace("Report", '<![CDATA[a <c r="E1"/> b]]>')
    found = reading(padded(tmp_path, blank + line))
    assert set(found.editions["source"]) == {"Report", 'a <c r="E1"/> b'}


@pytest.mark.parametrize("words", ["R &amp;amp; S", "  spaced  ", "=1+1", "Ærø", "[c]"])
def test_the_texts_of_a_large_sheet_say_what_they_say_in_a_small_one(
    tmp_path: Path, words: str
) -> None:
    line = filled(4).replace("Report", words)
    small = reading(padded(tmp_path, line))
    large = reading(padded(tmp_path, line + "".join(f'<row r="{n}"/>' for n in range(5, MANY))))
    assert large.editions.equals(small.editions)
    assert large.figures.equals(small.figures)
    assert len(small.editions) == 2


def test_a_small_workbook_is_read_as_it_came(tmp_path: Path) -> None:
    workbook = padded(tmp_path, '<row r="3"/><row r="4"><c r="A4" s="1"/></row>')
    assert without_blanks(workbook) is workbook
