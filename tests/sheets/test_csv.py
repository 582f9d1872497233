"""A text file of values is one sheet, whatever stands between them and however it is encoded."""

import pytest

from cpdash.sheets.files.opening import Note, Opened, Refused, open_file

SEEN = ("Area", "Total"), ("Ynys Môn", "1,204")


def opened(data: bytes, name: str = "some/Table 1.csv") -> Opened:
    found = open_file(name, data)
    assert isinstance(found, Opened), found
    return found


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ()),
        ("utf-16-le", ()),
        ("utf-16-be", ()),
        ("cp1252", (Note("file-encoding", "found text that is not UTF-8"),)),
    ],
)
def test_text_is_read_in_the_encodings_that_spreadsheets_write(
    encoding: str, notes: tuple[Note, ...]
) -> None:
    file = opened('Area,Total\nYnys Môn,"1,204"\n'.encode(encoding))
    assert file.sheets[0].rows == SEEN
    assert file.notes == notes


@pytest.mark.parametrize(
    ("delimiter", "words"), [(";", "semicolons"), ("\t", "tabs"), ("|", "bars"), (",", "")]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiter_is_found_and_said_when_it_is_no_comma(
    delimiter: str, words: str, end: str
) -> None:
    lines = ("Area|2017|2018", "Fife|1|2", "Falkirk|3|4", "")
    file = opened(end.join(lines).replace("|", delimiter).encode())
    assert file.sheets[0].rows == (
        ("Area", "2017", "2018"),
        ("Fife", "1", "2"),
        ("Falkirk", "3", "4"),
    )
    said = (Note("file-delimiter", f"found {words} between the values"),) if words else ()
    assert file.notes == said


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Area;Rate\nFife;1,5\nFalkirk;2,5\n",
            (("Area", "Rate"), ("Fife", "1,5"), ("Falkirk", "2,5")),
        ),
        ("Fife\t1,234\t5,678\n", (("Fife", "1,234", "5,678"),)),
        (
            "Table 1, looked after children\n\nArea,2018\nFife,12\n",
            (("Table 1", " looked after children"), (), ("Area", "2018"), ("Fife", "12")),
        ),
        ('Area,"A; B; C"\nFife,"1; 2"\n', (("Area", "A; B; C"), ("Fife", "1; 2"))),
        ("sep=;\nA;B\n1;2\n", ((), ("A", "B"), ("1", "2"))),
        ("Area\nFife\n", (("Area",), ("Fife",))),
        ('A,B\n"two\nlines",1\n', (("A", "B"), ("two\nlines", "1"))),
        ("A,B\n1,2,3,,\n,,\n4\n", (("A", "B"), ("1", "2", "3"), (), ("4",))),
        ("A,B\n,c\n", (("A", "B"), (None, "c"))),
        ("A,B\n007,1.50\n", (("A", "B"), ("007", "1.50"))),
        ('A,B\n"say ""x""",1\n', (("A", "B"), ('say "x"', "1"))),
    ],
)
def test_values_stay_as_they_are_printed(
    text: str, rows: tuple[tuple[str | None, ...], ...]
) -> None:
    assert opened(text.encode()).sheets[0].rows == rows


def test_the_sheet_bears_the_name_of_the_file() -> None:
    assert opened(b"A,B\n1,2\n").sheets[0].name == "Table 1"


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.txt", "a"])
def test_the_endings_of_text_files_need_no_note(name: str) -> None:
    assert opened(b"A,B\n1,2\n", name).notes == ()


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        (b"A,B\nF\x81,2\n", ("broken-text", "found text that is neither UTF-8 nor Windows-1252")),
        (b'A,B\n"1,2\n', ("damaged", "found a quotation mark out of place in line 2")),
        (
            b"A,B\n1," + b"x" * 40_001,
            ("too-much", "found more than 40,000 characters in one value of line 2"),
        ),
        (b"A,B\n" + b"," * 4096, ("too-much", "found 4,097 values in one line")),
    ],
)
def test_text_that_cannot_be_trusted_is_refused(data: bytes, refused: tuple[str, str]) -> None:
    assert open_file("a.csv", data) == Refused(*refused)
