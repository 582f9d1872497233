"""What a sheet shows comes with its figures when it is asked for, cut to size, and never of a file
that is refused."""

from datetime import date
from pathlib import Path

import pytest

from cpdash.reading import Reading, read
from cpdash.sheets.census import understand
from cpdash.sheets.picture import COLUMNS, MOST_TEXT, ROWS, TEXT, Picture, of_sheet, of_sheets
from cpdash.sheets.sheet import UNCALCULATED, ErrorCell, Sheet
from tests.reading.workbooks import GOOD, HEADINGS, draw
from tests.sheets.told import book

TODAY = date(2026, 11, 22)
JULY = "Children looked after at 31 July 2018, Fife"
LIST = (
    "Name | Date of birth | Placement\n"
    "Zorbra Pelkip | 2010-03-31 | Foster carers\nLummav Dorgil | 2011-02-01 | At home"
)
"""A list of children who do not exist."""


def shown(path: Path, picture: bool = True) -> Reading:
    return read(path, TODAY, picture=picture)


def test_a_picture_holds_the_texts_of_every_sheet_with_a_table(tmp_path: Path) -> None:
    sheets = {
        "Placements": f"{HEADINGS}\n{GOOD}",
        "Table 1": f"{JULY}\nPlacement | Number\nAt home | 5\nTotal | 12",
        "Notes": "Nothing is counted here",
    }
    reading = shown(draw(tmp_path / "figures.xlsx", **sheets))
    assert [picture.sheet for picture in reading.sheets] == ["Placements", "Table 1"]
    table = reading.sheets[1]
    assert [line.split("\t") for line in table.lines] == [
        [JULY],
        ["Placement", "Number"],
        ["At home", "5"],
        ["Total", "12"],
    ]
    assert (table.height, table.width, table.whole, table.hidden) == (4, 2, True, False)
    assert reading.figures.query("sheet == 'Table 1'")["cell"].tolist() == ["B3", "B4"]


def test_nothing_is_shown_unless_it_is_asked_for(tmp_path: Path) -> None:
    path = draw(tmp_path / "figures.xlsx", Placements=f"{HEADINGS}\n{GOOD}")
    assert shown(path, picture=False).sheets == ()
    assert shown(path, picture=False).figures.equals(shown(path).figures)


def test_a_sheet_that_was_hidden_says_so() -> None:
    table = f"{JULY}\nPlacement | Number\nAt home | 5"
    data = book(hidden=("B",), A=table, B=table.replace("2018", "2019"))
    answer = understand("figures.xlsx", data, {"today": "2026-11-22", "picture": True})
    assert [(name, hidden) for name, hidden, *_ in answer["sheets"]] == [("A", False), ("B", True)]


def test_a_list_of_children_is_never_shown(tmp_path: Path) -> None:
    """Neither the sheet with the list nor the one beside it."""
    sheets = {"Placements": f"{HEADINGS}\n{GOOD}", "Sheet2": LIST}
    reading = shown(draw(tmp_path / "figures.xlsx", **sheets))
    assert [problem.code for problem in reading.problems] == ["child-level"]
    assert reading.refused
    assert (reading.sheets, reading.questions, reading.tables) == ((), (), ())
    assert "Pelkip" not in repr(reading)


@pytest.mark.parametrize(
    "content",
    [
        b"Name,Date of birth\nZorbra Pelkip,2010-03-31\nLummav Dorgil,2011-02-01\n",
        b"Team,Staff in post\nNorth,12\nPelkip,13\n",
        b"%PDF-1.7 Pelkip",
        b"",
    ],
)
def test_a_file_that_is_refused_is_never_shown(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes(content)
    reading = shown(path)
    assert reading.refused
    assert (reading.sheets, reading.questions) == ((), ())
    assert "Pelkip" not in repr(reading)


def line(value: object) -> str:
    """What one cell shows."""
    return of_sheet(Sheet("A", ((value,),))).lines[0]


@pytest.mark.parametrize(
    ("value", "shows"),
    [
        (None, ""),
        ("  At\thome\nwith parents ", "At home with parents"),
        (206, "206"),
        (0, "0"),
        (0.1 + 0.2, "0.3"),
        (True, "TRUE"),
        (date(2018, 3, 31), "31 March 2018"),
        (ErrorCell("#N/A"), "#N/A"),
        (UNCALCULATED, "a formula without its result"),
        ("a\u202eb\x07c", "a b c"),
        ("<b>=1+1</b> [x](http://a.example)", "<b>=1+1</b> [x](http://a.example)"),
        ("x" * TEXT, "x" * TEXT),
        ("x" * (TEXT + 1), "x" * (TEXT - 1) + "\u2026"),
    ],
)
def test_a_cell_shows_what_stands_in_it_on_one_line(value: object, shows: str) -> None:
    assert line(value) == shows


def test_a_picture_ends_somewhere_and_says_that_there_is_more() -> None:
    picture = of_sheet(Sheet("A", tuple(tuple(range(COLUMNS + 5)) for _ in range(ROWS + 9))))
    assert len(picture.lines) == ROWS
    assert {len(row.split("\t")) for row in picture.lines} == {COLUMNS}
    assert (picture.height, picture.width, picture.whole) == (ROWS + 9, COLUMNS + 5, False)


def test_the_pictures_of_one_file_are_bounded_together() -> None:
    wide = tuple(("x" * TEXT,) * COLUMNS for _ in range(ROWS))
    sheets = [Sheet(f"Sheet {number}", wide) for number in range(60)]
    pictures: list[Picture] = of_sheets(sheets)
    assert 0 < len(pictures) < 60
    assert sum(len(row) for picture in pictures for row in picture.lines) <= MOST_TEXT
