"""A file that cannot be used gives one fatal problem with what to do, and never an exception."""

import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

from cpdash.reading import Reading, read, read_folder
from cpdash.sheets.census import understand
from cpdash.workbooks import MOST_BYTES, OLD_OFFICE
from tests.reading.old_excel import old_workbook
from tests.reading.workbooks import GOOD, HEADINGS, codes, draw, read_drawn, said
from tests.sheets.hostile import packed

TABLE = f"{HEADINGS}\n{GOOD}"


def only_fault(reading: Reading) -> str:
    """The code of the one fatal problem of a file of which nothing was read."""
    assert len(reading.figures) == 0
    (problem,) = reading.problems
    assert problem.severity == "fatal"
    assert problem.fix.endswith(".")
    return problem.code


def called(name: str, content: bytes) -> io.BytesIO:
    """An uploaded file."""
    file = io.BytesIO(content)
    file.name = name
    return file


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("file-empty", b""),
        ("file-empty", b" \n\n"),
        ("file-too-large", b"PK" + b"\0" * MOST_BYTES),
        ("file-password", OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")),
        ("file-not-excel", OLD_OFFICE + b"\0" * 600),
        ("file-damaged", OLD_OFFICE + "Workbook".encode("utf-16-le")),
        ("file-web-page", b"<html><table><tr><td>Fife</td></tr></table></html>"),
        ("file-document", b"%PDF-1.7 ..."),
        ("file-document", packed({"word/document.xml": "<document/>"})),
        ("file-not-excel", packed({"notes.txt": "no workbook"})),
        ("file-not-excel", b'{"Fife": 12}'),
        ("file-damaged", b"PK\x03\x04 and then nothing more"),
        ("file-damaged", packed({"xl/workbook.xml": "<broken"})),
        ("file-inflates", packed({"xl/workbook.xml": b" " * (2 * 1024 * 1024)})),
        ("file-inflates", packed({"xl/workbook.xml": os.urandom(64) * (1024 * 1025)})),
        ("file-broken-text", b"\xff\xfe\x00"),
        ("file-broken-text", b"F\x81fe"),
        ("file-damaged", b'Area,Total\n"Fife,12\n' + b"Fife,12\n" * 40),
        ("file-too-much", b"Fife" + b"," * 5000),
    ],
)
def test_a_file_that_is_no_usable_workbook_says_what_it_is(
    tmp_path: Path, code: str, content: bytes
) -> None:
    file = tmp_path / "sent.xlsx"
    file.write_bytes(content)
    assert only_fault(read(file)) == code


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert only_fault(read(tmp_path / "gone.xlsx")) == "file-missing"


def test_a_file_that_may_not_be_read_is_said_to_be_locked(tmp_path: Path) -> None:
    # A folder refuses to be read as a file even where every file may be read, as by root.
    folder = tmp_path / "locked.xlsx"
    folder.mkdir()
    assert only_fault(read(folder)) == "file-locked"


def test_a_truncated_workbook_is_said_to_be_damaged(tmp_path: Path) -> None:
    whole = draw(tmp_path / "whole.xlsx", Placements=TABLE).read_bytes()
    for length in range(100, len(whole), 700):
        cut = io.BytesIO(whole[:length])
        assert only_fault(read(cut)) == "file-damaged"


def happened(answer: dict[str, Any]) -> int:
    """How many figures and problems there are."""
    return len(answer["figures"]) + len(answer["problems"])


@given(content=st.binary(max_size=300), name=st.sampled_from(["a.xlsx", "a.csv", "a.xls", ""]))
def test_no_bytes_make_it_raise(content: bytes, name: str) -> None:
    # Archives and old workbooks are read by a library, and therefore in a process of their own.
    if content.startswith((b"PK", OLD_OFFICE)):
        assert read(called(name, content)).problems
    else:
        assert happened(understand(name, content, OPTIONS)) > 0


@given(place=st.integers(0, 5000), change=st.integers(1, 255))
@settings(max_examples=15)
def test_no_changed_byte_of_a_workbook_makes_it_raise(place: int, change: int) -> None:
    whole = bytearray(WHOLE)
    whole[place % len(whole)] ^= change
    reading = read(io.BytesIO(bytes(whole)))
    assert len(reading.problems) + len(reading.figures) > 0


def _whole() -> bytes:
    book = Workbook()
    book.active.title = "Placements"
    book.active.append(["Area", "Census date", "Total", "Source", "Published"])
    book.active.append(["Fife", "31 March 2018", 12, "Report", "2019"])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


WHOLE = _whole()
OPTIONS = {"today": "2026-01-15", "date": None, "area": None}


def test_an_uploaded_file_is_read_like_one_on_disk(tmp_path: Path) -> None:
    path = draw(tmp_path / "figures.xlsx", Placements=TABLE)
    with path.open("rb") as upload:
        uploaded = read(upload)
    on_disk = read(path)
    assert uploaded.figures.equals(on_disk.figures)
    assert uploaded.editions.equals(on_disk.editions)


def test_a_workbook_with_nothing_for_us_is_refused_and_its_tables_say_why(tmp_path: Path) -> None:
    reading = read_drawn(tmp_path, Budget="Year | Pounds\n2018 | 12", Staff="Name\nNobody")
    assert only_fault(reading) == "nothing-ours"
    assert [(table.sheet, table.layout, table.figures) for table in reading.tables] == [
        ("Budget", "", 0),
        ("Staff", "", 0),
    ]
    assert all(table.reason for table in reading.tables)


def test_other_sheets_are_listed_and_left_alone(tmp_path: Path) -> None:
    reading = read_drawn(tmp_path, Notes="Ask before using", Placements=TABLE)
    assert reading.problems == ()
    assert [(t.sheet, t.layout, t.heading_row) for t in reading.tables] == [
        ("Notes", "", 0),
        ("Placements", "Placements", 1),
    ]
    assert (reading.tables[1].rows, reading.tables[1].figures) == (1, 2)


@pytest.mark.parametrize(("cell", "named"), [("A1048576", "row 1,048,576"), ("XFD3", "XFD")])
def test_a_cell_far_away_keeps_the_workbook_out_and_is_named(
    tmp_path: Path, cell: str, named: str
) -> None:
    path = draw(tmp_path / "figures.xlsx", Placements=TABLE)
    book = load_workbook(path)
    book["Placements"][cell] = "Fife"
    book.save(path)
    reading = read(path)
    assert only_fault(reading) == "file-far-cell"
    assert f"{named} of 'Placements'" in reading.problems[0].found


def test_a_blank_cell_far_away_that_has_only_a_colour_does_no_harm(tmp_path: Path) -> None:
    path = draw(tmp_path / "figures.xlsx", Placements=TABLE)
    book = load_workbook(path)
    book["Placements"]["A1048576"].fill = PatternFill("solid", "FFFF00")
    book.save(path)
    assert said(read(path)) == {"C2": (5.0, ""), "D2": (12.0, "")}
    assert read(path).problems == ()


OURS = [[cell.strip() for cell in line.split("|")] for line in TABLE.splitlines()]


@pytest.mark.parametrize("ending", ["csv", "tsv", "txt"])
def test_a_text_file_with_the_name_of_a_sheet_of_ours_is_read_as_that_sheet(ending: str) -> None:
    content = "\n".join(",".join(line) for line in OURS).encode()
    reading = read(called(f"Placements.{ending}", content))
    assert reading.problems == ()
    assert said(reading) == {"C2": (5.0, ""), "D2": (12.0, "")}


def test_a_workbook_of_excel_97_is_read_and_what_cannot_be_seen_in_it_is_said() -> None:
    cells: dict[tuple[int, int], str | float] = {
        (row, column): int(text) if text.isdecimal() else text
        for row, line in enumerate(OURS, 1)
        for column, text in enumerate(line, 1)
    }
    reading = read(called("figures.xls", old_workbook(cells, "Placements")))
    assert codes(reading) == [("file-old-excel", "", "")]
    assert said(reading) == {"C2": (5.0, ""), "D2": (12.0, "")}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits time alone")
def test_a_workbook_of_excel_97_with_cells_at_both_ends_fills_no_memory() -> None:
    cells = {(1, 1): 5.0, (65536, 256): 12.0}
    assert only_fault(read(called("figures.xls", old_workbook(cells)))) in (
        "file-unsafe",
        "file-far-cell",
    )


def test_a_file_under_a_wrong_ending_is_read_as_what_it_is() -> None:
    reading = read(called("figures.csv", WHOLE))
    assert codes(reading) == [("file-wrong-ending", "", "")]
    assert said(reading) == {"C2": (12.0, "")}


def test_a_folder_is_read_whole_without_plans_and_lock_files(tmp_path: Path) -> None:
    draw(tmp_path / "b.xlsx", Placements=TABLE)
    draw(tmp_path / "a.xlsx", Placements=TABLE)
    draw(tmp_path / "plan.xlsx", Plan="Council\nFife")
    (tmp_path / "~$a.xlsx").write_bytes(b"locked by somebody")
    (tmp_path / "readme.txt").write_text("not a workbook")
    holdings = read_folder([tmp_path])
    assert holdings.problems == ()
    assert list(holdings.editions["edition"]) == ["a/1", "b/1"]
    assert len(holdings.figures) == 4


def test_a_folder_with_the_name_of_a_workbook_is_reported_and_not_opened(tmp_path: Path) -> None:
    draw(tmp_path / "good.xlsx", Placements=TABLE)
    folder = tmp_path / "sent.xlsx"
    folder.mkdir()
    draw(folder / "inside.xlsx", Placements=TABLE)
    for paths in ([tmp_path], [tmp_path / "good.xlsx", folder]):
        holdings = read_folder(paths)
        assert [(fault.code, fault.file) for fault in holdings.problems] == [
            ("file-locked", "sent.xlsx")
        ]
        assert list(holdings.editions["edition"]) == ["good/1"]


def test_two_workbooks_of_one_name_keep_their_editions_apart(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        draw(folder / "figures.xlsx", Placements=TABLE)
    holdings = read_folder(folders)
    assert list(holdings.editions["edition"]) == ["figures/1", "figures (2)/1"]
    assert set(holdings.figures["edition"]) == {"figures/1", "figures (2)/1"}


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    draw(tmp_path / "good.xlsx", Placements=TABLE)
    (tmp_path / "bad.xlsx").write_bytes(b"")
    holdings = read_folder([tmp_path])
    assert [problem.code for problem in holdings.problems] == ["file-empty"]
    assert len(holdings.figures) == 2


def test_no_files_give_empty_holdings_of_the_right_types() -> None:
    holdings = read_folder([])
    assert len(holdings.figures) == len(holdings.editions) == 0
    assert str(holdings.figures["census_date"].dtype) == "datetime64[us]"


def test_what_was_read_is_the_same_each_time(tmp_path: Path) -> None:
    path = draw(tmp_path / "figures.xlsx", Placements=TABLE)
    assert read(path).figures.equals(read(path).figures)
    assert said(read(path)) == {"C2": (5.0, ""), "D2": (12.0, "")}
