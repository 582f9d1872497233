"""The command line says what it did, and its exit code says whether it could."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from cpdash.__main__ import CANNOT_OPEN, CANNOT_WRITE, DECLINED, DONE, WRONG_CALL, main
from cpdash.reading import read
from tests.sheets.told import book

PROJECT = Path(__file__).parents[1]


def test_template_writes_a_workbook_that_reads_back_empty_and_faultless(tmp_path: Path) -> None:
    file = tmp_path / "mine.xlsx"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "cpdash", "template", str(file)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (DONE, "")
    assert str(file) in done.stdout
    reading = read(file)
    assert len(reading.figures) == 0
    assert reading.problems == ()


def test_template_never_writes_over_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.xlsx"
    file.write_bytes(b"precious")
    assert main(["template", str(file)]) == CANNOT_WRITE
    assert file.read_bytes() == b"precious"
    assert "there is a file already" in capsys.readouterr().err


def test_template_says_in_a_sentence_that_a_folder_does_not_exist(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", str(tmp_path / "nowhere" / "mine.xlsx")]) == CANNOT_WRITE
    assert "cannot be written" in capsys.readouterr().err


def test_template_wants_the_name_of_a_workbook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", str(tmp_path / "mine.csv")]) == WRONG_CALL
    assert ".xlsx" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "call",
    [
        [],
        ["template"],
        ["dance"],
        ["template", "a.xlsx", "b.xlsx"],
        ["read"],
        ["read", "a.xlsx", "--format", "xml"],
        ["read", "a.xlsx", "--date", "2018"],
        ["read", "a.xlsx", "--date", "31 July 2018"],
        ["read", "a.xlsx", "--area", "Falkrik"],
        ["read", "a.xlsx", "--area", ""],
    ],
)
def test_a_wrong_call_leaves_with_64_and_the_usage(
    call: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(call)
    assert left.value.code == WRONG_CALL
    assert "usage: python -m cpdash" in capsys.readouterr().err


FIFE = """
Children looked after in Fife at 31 July
Accommodation type|2019|2020
At home with parents|100|110
With kinship carers|50|c
Looked after by aunts|50|70
Total looked after children|205|218
"""
SHARES = """
Children looked after in Fife at 31 July, percentages
Accommodation type|2019|2020
At home with parents|48.8|50.5
"""
UNSAID = """
Children looked after by placement
Placement|Number
At home|5
Total|12
"""
CHILDREN = """
Name|Date of birth|Placement
Zebedee Quillfeather|@2010-03-31|Foster carers
Araminta Larkspur|@2011-02-01|At home
"""
HEADER = "area,area_code,census_date,collection,measure,category,value,unit,status,sheet,cell,label"


class Said(NamedTuple):
    """What a call printed, line by line, and its exit code."""

    code: int
    out: list[str]
    err: list[str]


class Desk:
    """A folder of drawn files, and the command that reads them."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys

    def put(self, name: str, content: bytes) -> None:
        (self.folder / name).write_bytes(content)

    def read(self, *call: str) -> Said:
        files = [str(self.folder / part) if "." in part else part for part in call]
        code = main(["read", *files])
        printed = self.capsys.readouterr()
        return Said(code, printed.out.splitlines(), printed.err.splitlines())


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk with a file of each sort on it."""
    made = Desk(tmp_path, capsys)
    made.put("fife.xlsx", book(Table_1=FIFE, Table_2=SHARES))
    made.put("unsaid.xlsx", book(T=UNSAID))
    made.put("children.xlsx", book(Aftercare=CHILDREN))
    made.put("staff.csv", b"Team,Staff in post\nNorth,12\n")
    made.put("staff-semicolons.csv", b"Team;Staff in post\nNorth;12\n")
    made.put("broken.xlsx", b"PK\x03\x04 and then nothing more")
    return made


def test_read_prints_one_figure_a_line_below_the_names_of_its_columns(desk: Desk) -> None:
    said = desk.read("fife.xlsx")
    counted = "Fife,S12000047,{},council,looked_after,{},{},count,{},Table 1,{},{}".format
    assert said.code == DONE
    assert said.out == [
        HEADER,
        counted("2019-07-31", "at_home", 100, "", "B3", "At home with parents"),
        counted("2020-07-31", "at_home", 110, "", "C3", "At home with parents"),
        counted("2019-07-31", "kinship", 50, "", "B4", "With kinship carers"),
        counted("2020-07-31", "kinship", "", "c", "C4", "With kinship carers"),
        counted("2019-07-31", "total", 205, "", "B6", "Total looked after children"),
        counted("2020-07-31", "total", 218, "", "C6", "Total looked after children"),
    ]


def test_read_gives_json_too_where_a_withheld_number_is_null(desk: Desk) -> None:
    said = desk.read("fife.xlsx", "--format", "json")
    figures = json.loads("\n".join(said.out))
    assert len(figures) == 6
    assert figures[3] == {
        "area": "Fife",
        "area_code": "S12000047",
        "census_date": "2020-07-31",
        "collection": "council",
        "measure": "looked_after",
        "category": "kinship",
        "value": None,
        "unit": "count",
        "status": "c",
        "sheet": "Table 1",
        "cell": "C4",
        "label": "With kinship carers",
    }


def test_json_of_nothing_is_an_empty_list(desk: Desk) -> None:
    assert desk.read("staff.csv", "--format", "json").out == ["[]"]


def test_read_prints_percentages_only_when_it_is_asked_for_all(desk: Desk) -> None:
    counts, everything = desk.read("fife.xlsx"), desk.read("fife.xlsx", "--all")
    more = [line.split(",")[2:10] for line in everything.out if line not in counts.out]
    assert everything.code == DONE
    assert more == [
        ["2019-07-31", "council", "looked_after", "at_home", "48.8", "percent", "", "Table 2"],
        ["2020-07-31", "council", "looked_after", "at_home", "50.5", "percent", "", "Table 2"],
    ]


def test_read_is_told_the_day_and_the_area_of_a_table_that_does_not_say_them(desk: Desk) -> None:
    untold = desk.read("unsaid.xlsx")
    assert (untold.code, untold.out) == (DECLINED, [HEADER])
    told = desk.read("unsaid.xlsx", "--date", "2018-07-31", "--area", "falkirk council")
    assert told.code == DONE
    assert [line.split(",")[:7] for line in told.out[1:]] == [
        ["Falkirk", "S12000014", "2018-07-31", "council", "looked_after", "at_home", "5"],
        ["Falkirk", "S12000014", "2018-07-31", "council", "looked_after", "total", "12"],
    ]


def test_what_a_file_says_itself_counts_before_what_read_is_told(desk: Desk) -> None:
    told = desk.read("fife.xlsx", "--date", "2011-07-31", "--area", "Falkirk")
    assert told.out == desk.read("fife.xlsx").out


def test_an_area_that_is_almost_known_is_asked_after(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["read", "figures.xlsx", "--area", "Falkrik"])
    assert "'Falkrik' is no council or country: did you mean Falkirk?" in capsys.readouterr().err


def test_several_files_are_read_in_their_order_and_one_refused_does_not_stop_the_rest(
    desk: Desk,
) -> None:
    desk.put("angus.csv", b"Looked after children in Angus at 31 July 2020,\n,Number\nTotal,65\n")
    said = desk.read("angus.csv", "children.xlsx", "fife.xlsx", "broken.xlsx")
    assert said.code == DONE
    assert [line.split(",")[0] for line in said.out] == ["area", "Angus", *["Fife"] * 6]
    assert [line.split(":")[0] for line in said.err[:-1]] == [
        "child-level",
        "unknown-label",
        "file-damaged",
    ]


LINE = re.compile(
    r"(?P<code>[a-z]+(-[a-z]+)*): (?P<file>[^:\[\]]+?)( \[(?P<sheet>.+)!(?P<cell>[A-Z]+\d+)\])?: "
    r"found .+, expected .+\. .+\."
)


@pytest.mark.parametrize(
    ("file", "code", "place"),
    [
        ("fife.xlsx", "unknown-label", ("Table 1", "A5")),
        ("unsaid.xlsx", "table-area-unknown", ("T", "B3")),
        ("children.xlsx", "child-level", ("Aftercare", "B1")),
        ("staff.csv", "nothing-ours", (None, None)),
        ("broken.xlsx", "file-damaged", (None, None)),
        ("gone.xlsx", "file-missing", (None, None)),
    ],
)
def test_a_problem_is_one_line_that_a_program_can_take_apart(
    desk: Desk, file: str, code: str, place: tuple[str | None, str | None]
) -> None:
    (line, _) = desk.read(file).err
    match = LINE.fullmatch(line)
    assert match is not None
    assert (match["code"], match["file"]) == (code, file)
    assert (match["sheet"], match["cell"]) == place


@pytest.mark.parametrize(
    ("files", "summary"),
    [
        (["fife.xlsx"], r"Read 6 figures from 2 tables; left 0 tables alone\."),
        (["staff.csv"], r"Read 0 figures from 0 tables; left 1 table alone\."),
        (["broken.xlsx"], r"Read 0 figures from 0 tables; left 0 tables alone\."),
    ],
)
def test_the_last_line_says_how_much_was_read(desk: Desk, files: list[str], summary: str) -> None:
    assert re.fullmatch(summary, desk.read(*files).err[-1])


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (["fife.xlsx"], DONE),
        (["fife.xlsx", "broken.xlsx"], DONE),
        (["gone.xlsx"], CANNOT_OPEN),
        (["broken.xlsx"], CANNOT_OPEN),
        (["broken.xlsx", "staff.csv"], CANNOT_OPEN),
        (["staff.csv"], DECLINED),
        (["staff-semicolons.csv"], DECLINED),
        (["unsaid.xlsx"], DECLINED),
        (["children.xlsx"], DECLINED),
    ],
)
def test_the_exit_code_says_whether_anything_was_read_and_why_not(
    desk: Desk, files: list[str], code: int
) -> None:
    said = desk.read(*files)
    assert said.code == code
    assert (len(said.out) > 1) == (code == DONE)


def test_the_exit_codes_are_those_that_scripts_know() -> None:
    assert (DONE, CANNOT_OPEN, DECLINED, WRONG_CALL) == (0, 2, 3, 64)


@pytest.mark.parametrize("more", [[], ["--all"], ["--format", "json"], ["fife.xlsx"]])
def test_nothing_of_a_list_of_children_is_ever_printed(desk: Desk, more: list[str]) -> None:
    said = desk.read("children.xlsx", *more)
    printed = "\n".join((*said.out, *said.err))
    for value in ("Zebedee", "Quillfeather", "Araminta", "Larkspur", "2010", "2011-02"):
        assert value not in printed


def test_no_cell_of_the_list_is_a_formula_to_a_spreadsheet(desk: Desk) -> None:
    desk.put("formula.xlsx", book(**{"=HYPERLINK()": FIFE}))
    said = desk.read("formula.xlsx")
    assert len(said.out) == 7
    assert all(",'=HYPERLINK()," in line for line in said.out[1:])


def test_read_is_a_command_of_its_own_process(desk: Desk) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "cpdash", "read", str(desk.folder / "fife.xlsx")],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == DONE
    assert done.stdout.splitlines() == desk.read("fife.xlsx").out
