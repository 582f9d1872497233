"""The page Data: what a file says, what is wrong with it, what it leaves open; and what is kept."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cpdash import captions
from cpdash.problems import Problem
from cpdash.sheets.answers import LEAVE_OUT
from cpdash.sheets.picture import COLUMNS, ROWS, Picture
from cpdash.ui.html import Mark
from cpdash.ui.upload import asking, kept, saying, showing
from cpdash.vocabulary import CATEGORIES
from tests.pages.folders import use
from tests.pages.uploading import send
from tests.pages.visits import PROJECT, bodies, headings, tables, visit, words
from tests.reading.workbooks import GOOD, HEADINGS, draw

EXAMPLES = PROJECT / "data" / "examples"
AGAIN = "Read it again with these answers"
AWAY = "Take this file away"


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[..., bytes]:
    """Draws a workbook and gives its bytes."""
    return lambda **sheets: draw(tmp_path / "drawn.xlsx", **sheets).read_bytes()


def sent(**files: bytes) -> AppTest:
    """The page after a first drop."""
    return send(visit("data"), **files)


def press(app: AppTest, label: str) -> AppTest:
    """Press the first button with this label."""
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def files(app: AppTest) -> dict[str, kept.Uploaded]:
    """What the session keeps, by the names of the files."""
    held = app.session_state.get(kept.KEPT, {})
    return {uploaded.name: uploaded for uploaded in held.values()}


def looks(app: AppTest) -> dict[str, str]:
    """The cells of the picture that are marked: text -> look."""
    (sheet,) = [body for body in bodies(app) if body.startswith("<div class='cp-sheet'")]
    found = re.findall(r"<td class='([^']+)' title='[^']*'>([^<]*)</td>", sheet)
    return {unescape(text): look for look, text in found}


def test_at_first_the_page_says_what_can_be_sent_and_shows_no_file() -> None:
    app = visit("data")
    assert headings(app) == ["Data"]
    assert "A list with a line for each child is refused" in words(app)
    assert "1. What the files say" not in words(app)
    assert files(app) == {}


def test_the_page_works_where_no_figures_are_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawn: Callable[..., bytes]
) -> None:
    use(tmp_path, monkeypatch)
    app = sent(figures=drawn(Placements=f"{HEADINGS}\n{GOOD}"))
    assert headings(app) == ["Data"]
    assert "2 figures" in words(app)


def test_an_example_is_summed_up_and_its_figures_are_marked() -> None:
    app = sent(quarterly=(EXAMPLES / "strathlorne-quarterly.xlsx").read_bytes())
    said = words(app)
    assert "quarterly.xlsx 13 KB. 640 figures." in said
    assert "Illustrative figures: an invented council." in said
    assert (
        "Placements for Strathlorne (illustrative) at 40 censuses from 30 September 2016 to 30 "
        "September 2026, 12 categories Aftercare, 2 measures" in said
    )
    assert "No problems were found." in said
    assert set(looks(app).values()) == {"cp-read"}
    (sheet,) = [box for box in app.main.selectbox if box.label == "Sheet"]
    assert sheet.options[0] == "Where children live"
    sheet.set_value("Aftercare and throughcare").run()
    assert "Sheet Aftercare and throughcare" in "".join(bodies(app))


def test_a_cell_says_what_it_was_read_as(drawn: Callable[..., bytes]) -> None:
    app = sent(figures=drawn(Placements=f"{HEADINGS}\n{GOOD}"))
    assert "title='Children looked after: at home with parents. Fife, 31 March 2018'>5<" in (
        "".join(bodies(app))
    )


FAULTY = (EXAMPLES / "strathlorne-with-faults.xlsx").read_bytes()


def test_problems_stand_by_their_gravity_with_place_and_what_to_do() -> None:
    app = sent(faulty=FAULTY)
    assert "43 figures, 7 errors, 7 warnings." in words(app)
    found = [table for body in bodies(app) for table in tables(body) if table[0][0] == "Where"]
    assert [len(table) - 1 for table in found] == [7, 7]
    assert found[0][1] == (
        "Placements, D5",
        '"about 75"',
        "a whole number from 0 to 10,000,000, or one of the marks c, x, z, k",
        "The figure was left out. Put the number alone in the cell, and words under Remark.",
    )
    downloads = [button.proto.id for button in app.get("download_button")]
    assert len([name for name in downloads if "download-problems-faulty" in name]) == 1


def test_what_is_wrong_is_marked_in_the_picture_too() -> None:
    marked = looks(sent(faulty=FAULTY))
    assert marked["about 75"] == "cp-wrong"
    assert marked["261"] == "cp-read"


def test_a_figure_that_stands_twice_is_marked_as_used_once(drawn: Callable[..., bytes]) -> None:
    table = "Children looked after at 31 July 2018, Fife\nPlacement | Number\n{} | {}\nTotal | 12"
    app = sent(figures=drawn(A=table.format("At home", 5), B=table.format("Kinship care", 7)))
    assert looks(app) == {"5": "cp-read", "12": "cp-read"}
    next(box for box in app.main.selectbox if box.label == "Sheet").set_value("B").run()
    assert looks(app) == {"7": "cp-read", "12": "cp-again"}
    assert "The same figure as on sheet &#x27;A&#x27;, cell B4" in "".join(bodies(app))


def test_the_list_of_problems_holds_no_formula() -> None:
    problem = Problem("a", "error", "=1.xlsx", "+A", "B4", 'found "@x"', "expected b", "Do c.")
    assert saying.listed([problem]) == [("=1.xlsx", "error", "+A", "B4", '"@x"', "b", "Do c.")]
    text = captions.csv(saying.LIST, saying.listed([problem])).decode("utf-8-sig")
    assert "'=1.xlsx,error,'+A,B4," in text


def test_a_table_that_was_left_alone_says_why(drawn: Callable[..., bytes]) -> None:
    app = sent(
        figures=drawn(Placements=f"{HEADINGS}\n{GOOD}", Notes="Nothing is counted here"),
    )
    assert "1 table left alone Sheet Cells Why Notes it holds no numbers" in words(app)


LIST = (
    "Name | Date of birth | Placement\n"
    "Zorbra Pelkip | 2010-03-31 | Foster carers\nLummav Dorgil | 2011-02-01 | At home"
)
"""A list of children who do not exist."""


def test_a_list_of_children_is_refused_and_nothing_of_it_is_kept(
    drawn: Callable[..., bytes],
) -> None:
    app = sent(children=drawn(Placements=f"{HEADINGS}\n{GOOD}", Sheet2=LIST))
    assert "Refused: nothing of it was kept." in words(app)
    assert "tell your data protection officer" in words(app)
    (uploaded,) = files(app).values()
    assert (uploaded.data, uploaded.reading.sheets, uploaded.questions) == (b"", (), ())
    assert uploaded.reading.figures.empty
    assert "Pelkip" not in repr(uploaded) + "".join(bodies(app))
    assert "cp-sheet" not in "".join(bodies(app))


def test_a_refused_file_stands_beside_a_good_one_and_is_nothing_to_compare(
    drawn: Callable[..., bytes],
) -> None:
    app = sent(children=drawn(Sheet1=LIST), good=drawn(Placements=f"{HEADINGS}\n{GOOD}"))
    assert [uploaded.reading.refused for uploaded in files(app).values()] == [True, False]
    assert "2 files were looked at. Nothing is stored yet." in words(app)


def held_by_streamlit() -> None:
    """The box alone, and how many files Streamlit holds of this session after it."""
    import streamlit as st
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    from cpdash.ui.upload import choosing

    before = get_script_run_ctx().uploaded_file_mgr.file_storage.get("test session id", {})
    st.text(f"{len(before)} held before")
    choosing.choose()
    after = get_script_run_ctx().uploaded_file_mgr.file_storage.get("test session id", {})
    st.text(f"{len(after)} held after")


def test_streamlit_holds_no_byte_of_a_file_once_it_was_read(drawn: Callable[..., bytes]) -> None:
    app = AppTest.from_function(held_by_streamlit, default_timeout=60).run()
    app.file_uploader[0].upload("children.xlsx", drawn(Sheet1=LIST))
    app.file_uploader[0].upload("good.xlsx", drawn(Placements=f"{HEADINGS}\n{GOOD}"))
    app.run()
    seen = [text.value for text in app.text]
    assert not app.exception
    assert len(files(app)) == 2
    assert seen == ["0 held before", "0 held after"]


def test_a_file_keeps_its_bytes_only_while_an_answer_may_change_it(
    drawn: Callable[..., bytes],
) -> None:
    good, open_one = drawn(Placements=f"{HEADINGS}\n{GOOD}"), drawn(A=OPEN)
    held = files(sent(good=good, questions=open_one))
    assert held["good.xlsx"].data == b""
    assert held["questions.xlsx"].data == open_one
    assert held["good.xlsx"].size == len(good)


def test_a_file_is_taken_away_with_all_that_was_read(drawn: Callable[..., bytes]) -> None:
    app = sent(first=drawn(Placements=f"{HEADINGS}\n{GOOD}"), second=FAULTY)
    press(app, AWAY)
    assert list(files(app)) == ["second.xlsx"]
    press(app, AWAY)
    assert files(app) == {}
    assert "A list with a line for each child is refused" in words(app)


def test_the_same_file_again_takes_the_place_of_the_first(drawn: Callable[..., bytes]) -> None:
    data = drawn(Placements=f"{HEADINGS}\n{GOOD}")
    app = send(sent(figures=data), figures=data)
    assert len(files(app)) == 1
    assert len(files(send(app, other=data))) == 2


def test_more_than_ten_files_are_not_read(drawn: Callable[..., bytes]) -> None:
    one = drawn(Placements=f"{HEADINGS}\n{GOOD}")
    app = sent(**{f"file{number}": one for number in range(kept.MOST + 1)})
    assert list(files(app)) == [f"file{number}.xlsx" for number in range(kept.MOST)]
    assert "At most 10 files are looked at together. Not read: file10.xlsx." in words(app)


def test_what_one_session_sends_no_other_sees(drawn: Callable[..., bytes]) -> None:
    sent(figures=drawn(Placements=f"{HEADINGS}\n{GOOD}"))
    assert files(visit("data")) == {}


OPEN = (
    "Children looked after, Fife\n\nPlacement | Number\nAt home | 5\nWith aunts | 7\n"
    "Crisis cair | 3\nTotal | 15"
)


def box(app: AppTest, label: str) -> object:
    """A choice of the form, by its label."""
    return next(one for one in (*app.main.selectbox, *app.main.date_input) if one.label == label)


def test_what_a_file_leaves_open_is_asked_and_answered_in_place(
    drawn: Callable[..., bytes],
) -> None:
    app = sent(figures=drawn(A=OPEN))
    said = words(app)
    assert "3 questions about this file" in said
    assert "1. Sheet 'A', cells A3:B7: no census date is given." in said
    assert "2. Sheet 'A', cell A5: “With aunts” is not a label that is known." in said
    assert "0 figures, 3 errors." in said
    box(app, "Census date (1)").set_value(date(2018, 7, 31))  # type: ignore[attr-defined]
    box(app, "What it counts (2)").set_value("kinship")  # type: ignore[attr-defined]
    box(app, "What it counts (3)").set_value(LEAVE_OUT)  # type: ignore[attr-defined]
    press(app, AGAIN)
    said = words(app)
    assert "figures.xlsx was read again with your answers: 3 figures, 0 before." in said
    assert "Your answers about this file" in said
    assert "No problems were found." in said
    assert looks(app) == {"5": "cp-read", "7": "cp-read", "15": "cp-read"}


def test_an_answer_is_remembered_and_can_be_taken_back(drawn: Callable[..., bytes]) -> None:
    app = sent(figures=drawn(A=OPEN))
    box(app, "Census date (1)").set_value(date(2018, 7, 31))  # type: ignore[attr-defined]
    box(app, "What it counts (2)").set_value("kinship")  # type: ignore[attr-defined]
    press(app, AGAIN)
    app.switch_page("pages/sources.py").run()
    app.switch_page("pages/data.py").run()
    assert box(app, "Census date (1)").value == date(2018, 7, 31)  # type: ignore[attr-defined]
    assert box(app, "What it counts (2)").value == "kinship"  # type: ignore[attr-defined]
    box(app, "Census date (1)").set_value(None)  # type: ignore[attr-defined]
    box(app, "What it counts (2)").set_value("")  # type: ignore[attr-defined]
    press(app, AGAIN)
    (uploaded,) = files(app).values()
    assert uploaded.reading.figures.empty
    assert (uploaded.answers.labels, uploaded.answers.dates) == ({}, {})
    assert "3 questions about this file" in words(app)


def test_what_several_tables_lack_is_answered_once_or_for_each(
    drawn: Callable[..., bytes],
) -> None:
    table = "Children looked after\nPlacement | Number\nAt home | {}"
    app = sent(figures=drawn(A=table.format(5), B=table.format(6), C=table.format(7)))
    assert "3 tables name no council or country. The same for all of them?" in words(app)
    box(app, "Council or country").set_value("S12000047")  # type: ignore[attr-defined]
    box(app, "Council or country (3)").set_value("S12000041")  # type: ignore[attr-defined]
    press(app, AGAIN)
    assert "3 tables give no census date. The same day for all of them?" in words(app)
    box(app, "Census date").set_value(date(2018, 7, 31))  # type: ignore[attr-defined]
    box(app, "Census date (4)").set_value(date(2017, 7, 31))  # type: ignore[attr-defined]
    press(app, AGAIN)
    (uploaded,) = files(app).values()
    figures = uploaded.reading.figures.sort_values("sheet")
    assert figures["area"].tolist() == ["S12000047", "S12000047", "S12000041"]
    assert [f"{when:%Y}" for when in figures["census_date"]] == ["2017", "2018", "2018"]


def test_every_category_can_be_chosen_once_and_stands_below_what_it_is_part_of() -> None:
    codes = asking.categories(("crisis",))
    assert codes[:2] == ["crisis", "total"]
    assert sorted(codes) == sorted(CATEGORIES)
    names = [asking.category_name(code) for code in ("total", "community", "kinship")]
    assert [len(name) - len(name.lstrip("\u2002")) for name in names] == [0, 1, 2]
    assert asking.category_name(LEAVE_OUT) == "Leave out: it is something else"


NASTY = "<img src=x onerror=1> [x](http://a.example) **b** $y$"
ESCAPED = "&lt;img src=x onerror=1&gt;"


def test_text_of_a_file_stays_text_wherever_it_is_shown(drawn: Callable[..., bytes]) -> None:
    table = OPEN.replace("With aunts", NASTY).replace("Fife\n", f"Fife\n{NASTY}")
    data = drawn(**{"A": OPEN.replace("With aunts", NASTY), "<i>b _c_ $y$": table})
    app = visit("data")
    app.file_uploader[0].upload("<img src=x> **b** [x](y).xlsx", data)
    app.run()
    assert not app.exception
    everything = "".join(bodies(app))
    assert ESCAPED in everything
    assert "&lt;img src=x&gt; **b** [x](y).xlsx" in everything
    assert "<img" not in everything
    assert "<i>" not in everything
    spoken = (*app.markdown, *app.caption, *app.expander, *app.status)
    labels = [one.label for one in (*app.main.selectbox, *app.main.date_input, *app.main.button)]
    said = " ".join([*(str(getattr(one, "value", one.label)) for one in spoken), *labels])
    assert "a.example" not in said
    assert "**b**" not in said


def picture(rows: int, columns: int, hidden: bool = False) -> Picture:
    return Picture("A", hidden, rows, columns, ())


@pytest.mark.parametrize(
    ("shown", "says"),
    [
        (picture(ROWS, COLUMNS), []),
        (picture(5, 5, hidden=True), ["This sheet is hidden in the workbook."]),
        (
            picture(1202, 25),
            ["The first 200 of 1,202 rows are shown. 1 marked cell beyond."],
        ),
        (
            picture(202, 75),
            ["The first 200 of 202 rows and 60 of 75 columns are shown. 1 marked cell beyond."],
        ),
    ],
)
def test_what_a_picture_leaves_out_is_said(shown: Picture, says: list[str]) -> None:
    marked = {(ROWS, 1): Mark("cp-read", ""), (ROWS + 1, 1): Mark("cp-read", "")}
    assert list(showing.remarks(shown, marked)) == says


def test_every_figure_can_be_read_in_a_list(drawn: Callable[..., bytes]) -> None:
    app = visit("data")
    data = drawn(Placements=f"{HEADINGS}\n{GOOD}")
    app = send(app, figures=data)
    (uploaded,) = files(app).values()
    app.session_state[f"behind-{uploaded.key}"] = True
    app.run()
    listed = app.dataframe[0]
    assert listed.value.iloc[0].tolist() == [
        "Fife",
        "31 March 2018",
        "Children looked after: at home with parents",
        "5",
        "Placements",
        "C2",
        "At home",
    ]
