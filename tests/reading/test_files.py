"""A file that cannot be used gives one fatal problem with what to do, and never an exception."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from cpdash.reading import Reading, read, read_folder
from cpdash.reading.opening import LAST_ROW
from cpdash.workbooks import MOST_BYTES
from tests.reading.workbooks import GOOD, HEADINGS, codes, draw, read_drawn, said

TABLE = f"{HEADINGS}\n{GOOD}"


def only_fault(reading: Reading) -> str:
    """The code of the one fatal problem of a file of which nothing was read."""
    assert len(reading.figures) == 0
    (problem,) = reading.problems
    assert problem.severity == "fatal"
    assert problem.fix.endswith(".")
    return problem.code


def zipped(**parts: bytes) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/"), content)
    return archive.getvalue()


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("file-empty", b""),
        ("file-too-large", b"PK" + b"\0" * MOST_BYTES),
        ("file-password", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")),
        ("file-old-excel", b"\xd0\xcf\x11\xe0" + b"\0" * 600),
        ("file-not-excel", b"Area,Census date\nFife,31 March 2018\n"),
        ("file-not-excel", b"<html><table><tr><td>Fife</td></tr></table></html>"),
        ("file-not-excel", b"%PDF-1.7 ..."),
        ("file-not-excel", zipped(notes__txt=b"no workbook")),
        ("file-damaged", b"PK\x03\x04 and then nothing more"),
        ("file-damaged", zipped(**{"xl__workbook.xml": b"<broken"})),
        ("file-inflates", zipped(**{"xl__workbook.xml": b" " * (2 * 1024 * 1024)})),
        ("file-inflates", zipped(**{"xl__workbook.xml": os.urandom(64) * (1024 * 1025)})),
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
    for length in range(100, len(whole), 400):
        cut = io.BytesIO(whole[:length])
        assert only_fault(read(cut)) == "file-damaged"


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(content: bytes) -> None:
    reading = read(io.BytesIO(content))
    assert len(reading.problems) == 1


@given(place=st.integers(0, 5000), change=st.integers(1, 255))
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


def test_an_uploaded_file_is_read_like_one_on_disk(tmp_path: Path) -> None:
    path = draw(tmp_path / "figures.xlsx", Placements=TABLE)
    with path.open("rb") as upload:
        uploaded = read(upload)
    on_disk = read(path)
    assert uploaded.figures.equals(on_disk.figures)
    assert uploaded.editions.equals(on_disk.editions)


def test_a_workbook_without_a_sheet_of_ours_is_refused_and_its_sheets_are_named(
    tmp_path: Path,
) -> None:
    reading = read_drawn(tmp_path, Budget="Year | Pounds\n2018 | 12", Staff="Name\nNobody")
    assert only_fault(reading) == "sheet-missing"
    assert "Budget, Staff" in reading.problems[0].found
    assert [table.layout for table in reading.tables] == ["", ""]


def test_other_sheets_are_listed_and_left_alone(tmp_path: Path) -> None:
    reading = read_drawn(tmp_path, Notes="Ask before using", Placements=TABLE)
    assert reading.problems == ()
    assert [(t.sheet, t.layout, t.heading_row) for t in reading.tables] == [
        ("Notes", "", 0),
        ("Placements", "Placements", 1),
    ]
    assert (reading.tables[1].rows, reading.tables[1].figures) == (1, 2)


def test_a_cell_far_below_costs_nothing_and_is_reported(tmp_path: Path) -> None:
    path = draw(tmp_path / "figures.xlsx", Placements=TABLE)
    book = load_workbook(path)
    book["Placements"]["A1048576"] = "Fife"
    book["Placements"]["XFD3"] = 7
    book.save(path)
    reading = read(path)
    assert codes(reading) == [("sheet-too-long", "Placements", "A1048576")]
    assert f"{LAST_ROW:,}" in reading.problems[0].expected
    assert len(reading.figures) == 2


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
