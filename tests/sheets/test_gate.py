"""Files that are broken or hostile: each is opened, or refused for a reason that is explained."""

import random
from pathlib import Path

import pytest

from cpdash.sheets.faults import FAULTS
from cpdash.sheets.files.opening import Opened, Refused, open_file
from tests.sheets.hostile import ANY, OPENED, Hostile, all_of_them, workbook

FILES = list(all_of_them())


@pytest.mark.parametrize("hostile", FILES, ids=lambda hostile: hostile.what)
def test_a_hostile_file_is_opened_or_refused_for_the_right_reason(hostile: Hostile) -> None:
    opened = open_file(hostile.name, hostile.data)
    if isinstance(opened, Refused):
        assert opened.found.startswith("found ")
        assert hostile.happens in (opened.reason, ANY)
    else:
        assert hostile.happens in (OPENED, ANY)


def test_every_reason_and_every_note_is_explained() -> None:
    opened = [open_file(hostile.name, hostile.data) for hostile in FILES]
    said = {f"file-{file.reason}" for file in opened if isinstance(file, Refused)}
    said |= {note.code for file in opened if isinstance(file, Opened) for note in file.notes}
    assert said <= set(FAULTS)


def test_there_are_many_kinds_of_them() -> None:
    assert len({hostile.what for hostile in FILES}) == len(FILES) > 120


def test_no_change_of_a_byte_makes_the_opening_raise() -> None:
    chance = random.Random(2018)
    good = workbook()
    for _ in range(300):
        changed = bytearray(good)
        changed[chance.randrange(len(good))] ^= 1 << chance.randrange(8)
        assert isinstance(open_file("a.xlsx", bytes(changed)), Opened | Refused)


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ("far down", "found a filled cell in row 1,048,576 of 'Data'"),
        ("far right", "found a filled cell in column XFD of 'Data'"),
        ("far apart", "found cells as far apart as A1 and CZZ90000 in 'Data'"),
        ("many lines", "found 300,001 lines"),
        ("quotation mark", "found a quotation mark out of place in line 2"),
        ("PDF", "found a PDF"),
        ("web page", "found a web page"),
        ("with xl/vbaProject.bin", "found a workbook with macros"),
    ],
)
def test_a_refusal_says_what_was_found_and_where(what: str, found: str) -> None:
    (hostile,) = (hostile for hostile in FILES if hostile.what == what)
    opened = open_file(hostile.name, hostile.data)
    assert isinstance(opened, Refused)
    assert opened.found == found


PUBLISHED = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize("path", sorted(PUBLISHED.glob("**/*.xlsx")), ids=lambda path: path.name)
def test_the_workbooks_that_come_with_the_dashboard_are_opened_without_a_word(path: Path) -> None:
    opened = open_file(path.name, path.read_bytes())
    assert isinstance(opened, Opened)
    assert opened.notes == ()
