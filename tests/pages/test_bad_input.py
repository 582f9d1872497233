"""Whatever lies in the data folder, the dashboard runs, shows what is good and says what is not."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from cpdash.ui.tiles import NONE
from tests.pages.folders import FIFE, HEADINGS, good, use
from tests.pages.visits import (
    ABOUT_AN_AREA,
    PAGES,
    PROJECT,
    cards,
    faults_said,
    headings,
    tiles,
    visit,
    words,
)
from tests.reading.workbooks import draw

ROW = "Fife | 31 July 2016 | National return | {} | 30 | 20 | 0 | 10 | {} | Return of 2016 | 2017"


@dataclass(frozen=True)
class Bad:
    """Something wrong in the data folder, how many faults it makes, and what Sources must say."""

    name: str
    spoil: Callable[[Path], object]
    says: tuple[str, ...]
    faults: int = 1

    def __str__(self) -> str:
        return self.name


def file(content: bytes) -> Callable[[Path], object]:
    """A second file beside the good one."""
    return lambda folder: (folder / "starter" / "sent.xlsx").write_bytes(content)


def row(line: str, headings: str = HEADINGS, sheet: str = "Placements") -> Callable[[Path], object]:
    """A second workbook with the rows of `line` below the headings."""
    path = Path("starter") / "sent.xlsx"
    return lambda folder: draw(folder / path, **{sheet: f"{headings}\n{line}"})


def cut_short(folder: Path) -> None:
    whole = (folder / "starter" / "fife.xlsx").read_bytes()
    (folder / "starter" / "sent.xlsx").write_bytes(whole[: len(whole) // 2])


def plan_cell(sheet: str, cell: str, value: object) -> Callable[[Path], object]:
    """The real plan with one cell changed."""

    def change(folder: Path) -> None:
        book = load_workbook(folder / "plan.xlsx")
        book[sheet][cell] = value
        book.save(folder / "plan.xlsx")

    return change


PLACEMENTS = "sent.xlsx, sheet 'Placements', cell"
OTHER = "Area | Census date | Collected by | Measure | Value | Source | Published"
LINE = "Fife | 31 July 2016 | National return"
NUMBER = "expected a whole number from 0 to 10,000,000"
BAD = [
    Bad("an empty file", file(b""), ("sent.xlsx", "found an empty file", "Ask for the file again")),
    Bad("a file cut short", cut_short, ("sent.xlsx", "breaks off", "let Excel repair")),
    Bad("no Excel file", file(b"%PDF-1.7 ..."), ("sent.xlsx", "PDF", "Ask its sender")),
    Bad(
        "a link that leads nowhere",
        lambda folder: (folder / "starter" / "sent.xlsx").symlink_to(folder / "gone.xlsx"),
        ("sent.xlsx", "no such file", "Check the name and the folder"),
    ),
    Bad(
        "a folder with the name of a workbook",
        lambda folder: (folder / "starter" / "sent.xlsx").mkdir(),
        ("sent.xlsx", "found it closed to us", "Close it in other programs"),
    ),
    Bad(
        "no sheet of ours",
        lambda folder: draw(folder / "starter" / "sent.xlsx", Budget="Year | Pounds\n2018 | 1"),
        ("sent.xlsx", "found", "expected how many children are looked after", "copy the figures"),
    ),
    Bad(
        "a heading missing",
        row("Fife | 5", "Area | Total"),
        ("sent.xlsx, sheet 'Placements'", "Census date", "Put the missing heading in"),
    ),
    Bad("text for a number", row(ROW.format("many", 100)), (f"{PLACEMENTS} D2", '"many"', NUMBER)),
    Bad("a negative count", row(ROW.format(-4, 100)), (f"{PLACEMENTS} D2", "found -4", "below 0")),
    Bad(
        "half a child", row(ROW.format(4.5, 100)), (f"{PLACEMENTS} D2", "found 4.5", "count itself")
    ),
    Bad(
        "a huge count",
        row(ROW.format(99_999_999, 100)),
        (f"{PLACEMENTS} D2", "found 99,999,999", "a digit or a cell too many"),
    ),
    Bad(
        "an unknown mark",
        row(ROW.format("*", 100)),
        (f"{PLACEMENTS} D2", "found the mark *", "put c for"),
    ),
    Bad(
        "no date",
        row(ROW.format(4, 100).replace("31 July 2016", "31 June 2016")),
        (f"{PLACEMENTS} B2", '"31 June 2016"', "Put in the day of the census"),
    ),
    Bad(
        "the same figure twice",
        row(f"{ROW.format(40, 100)}\n{ROW.format(40, 90)}"),
        (f"{PLACEMENTS} I3", "found 90", "says 100", "Both were left out"),
        faults=6,
    ),
    Bad(
        "parts over the total",
        row(ROW.format(140, 100)),
        (PLACEMENTS, "its parts to make no more than that", "Check them against their source"),
    ),
    Bad(
        "an unknown council",
        row(ROW.format(40, 100).replace("Fife", "Fyfe")),
        (f"{PLACEMENTS} A2", '"Fyfe"', "did you mean Fife?"),
    ),
    Bad(
        "an unknown measure",
        row(f"{LINE} | Happiness | 5 | Return | 2017", OTHER, "Other_measures"),
        ("sent.xlsx, sheet 'Other measures', cell D2", '"Happiness"', "Choose from the list"),
    ),
    Bad(
        "a wrong row of the plan",
        plan_cell("Targets", "E3", "wishful"),
        ("plan.xlsx, sheet 'Targets', cell E3", '"wishful"', "Choose one of these"),
    ),
    Bad(
        "no plan",
        lambda folder: (folder / "plan.xlsx").unlink(),
        ("plan.xlsx", "no such file", "Check the name and the folder"),
    ),
    Bad(
        "a plan that is no workbook",
        lambda folder: (folder / "plan.xlsx").write_bytes(b"not a workbook"),
        ("plan.xlsx", "expected a plan workbook of Excel", "put back an earlier copy"),
    ),
]
EVERY = pytest.mark.parametrize("bad", BAD, ids=str)


@pytest.fixture
def data(bad: Bad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Good figures and a plan, with something wrong beside them."""
    good(tmp_path, monkeypatch)
    bad.spoil(tmp_path)
    return tmp_path


def count(faults: int) -> str:
    return f"{faults} fault{'' if faults == 1 else 's'} found in the workbooks"


def runs(app: AppTest) -> bool:
    return [error.message for error in app.exception] == []


@pytest.mark.usefixtures("data")
@EVERY
def test_every_page_runs_shows_what_is_good_and_says_what_is_wrong(bad: Bad) -> None:
    app = visit("overview", council="Fife")
    assert runs(app)
    assert tiles(app)["Children looked after"]["big"] == "120"
    assert tiles(app)["Children looked after"]["under"] == "at 31 July 2019"
    for page in PAGES:
        app.switch_page(f"pages/{page}.py").run()
        assert runs(app), page
        assert faults_said(app) == count(bad.faults)
        if page in ("overview", "placements"):
            newest = cards(app)[0].rows[0]
            assert "120" in newest
            assert newest[-1].endswith("fife.xlsx (edition 1), Placements, I4")
        if page == "sources":
            assert [part for part in bad.says if part not in words(app)] == []


@pytest.mark.parametrize("page", ABOUT_AN_AREA)
@pytest.mark.parametrize("folder", ["empty", "unusable"])
def test_without_any_figures_every_page_says_so_and_what_to_do(
    page: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(tmp_path, monkeypatch)
    if folder == "unusable":
        (tmp_path / "starter").mkdir()
        (tmp_path / "starter" / "sent.xlsx").write_bytes(b"")
    app = visit(page)
    assert runs(app)
    assert headings(app) == ["No figures yet"]
    assert (
        "No figures are held. Add a workbook on the page Data, or put the files of data/starter/ "
        "back and start the dashboard again."
    ) in words(app)
    assert ("sent.xlsx: found an empty file" in words(app)) == (folder == "unusable")
    assert cards(app) == []


def test_workbooks_that_disagree_are_said_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good(tmp_path, monkeypatch)
    other = FIFE.replace("| 48 | 36 | 24 | 0 | 12 |", "| 47 | 36 | 24 | 0 | 13 |")
    draw(tmp_path / "starter" / "sent.xlsx", Placements=other)
    app = visit("sources")
    assert "found 47 for a figure that another workbook gives too" in words(app)
    assert "fife.xlsx, sheet 'Placements', cell D4" in words(app)
    assert faults_said(app) == count(2)


def test_a_folder_in_which_all_is_well_has_no_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good(tmp_path, monkeypatch)
    app = visit("sources")
    assert faults_said(app) == ""
    assert "No faults are known." in words(app)


def test_a_plan_that_is_mended_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good(tmp_path, monkeypatch)
    plan_cell("Targets", "E3", "wishful")(tmp_path)
    app = visit("sources")
    assert faults_said(app) == count(1)
    shutil.copy(PROJECT / "data" / "plan.xlsx", tmp_path)
    assert faults_said(app.run()) == ""


def test_workbooks_of_the_folder_that_nobody_accepted_are_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good(tmp_path, monkeypatch)
    draw(tmp_path / "moray.xlsx", Placements=FIFE.replace("Fife", "Moray"))
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples" / "sent.xlsx").write_bytes(b"")
    app = visit()
    assert app.sidebar.selectbox[0].options == ["Fife"]
    assert faults_said(app) == ""


def test_a_figure_that_is_wrong_is_left_out_and_nothing_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good(tmp_path, monkeypatch, Placements=FIFE.replace("| 48 |", "| many |"))
    found = tiles(visit())
    # 120 less the parts that are given would be 48: that is not what the file says.
    assert found["At home with parents"]["big"] == NONE
    assert found["Family-based care"]["big"] == NONE
    assert found["With relatives or friends (kinship)"]["under"] == "36 of 120 children"
