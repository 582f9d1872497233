"""What a file leaves open is asked, and an answer fills the gap and nothing else."""

from datetime import date
from pathlib import Path

import pytest

from cpdash.reading import Reading, read
from cpdash.reading.questions import answered, once_each, said, sentence
from cpdash.sheets.answers import LEAVE_OUT, Answers, Question
from tests.reading.workbooks import draw
from tests.reading.workbooks import said as cells

TODAY = date(2026, 11, 22)
JULY = "Children looked after at 31 July 2018, Fife"
AT_HOME, AUNTS, TOTAL = "At home | 5", "With aunts and uncles | 7", "Total | 12"


def table(*rows: str, title: str = JULY, headings: str = "Placement | Number") -> str:
    """A table of another publication."""
    return "\n".join((title, headings, *rows))


def ask(folder: Path, answers: Answers | None = None, **sheets: str) -> Reading:
    """Read a drawn workbook with these answers."""
    return read(draw(folder / "figures.xlsx", **sheets), TODAY, answers=answers or Answers())


def counts(reading: Reading) -> dict[tuple[str, str, str], float]:
    """What was read: area, day and category -> value."""
    table = reading.figures
    days = (f"{day:%Y-%m-%d}" for day in table["census_date"])
    keys = zip(table["area"], days, table["category"], strict=True)
    return dict(zip(keys, table["value"], strict=True))


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


FIFE = ("S12000047", "2018-07-31")


def test_an_unknown_label_is_asked_for_once_with_its_place(tmp_path: Path) -> None:
    sheets = {"A": table(AT_HOME, AUNTS, TOTAL), "B": table(AT_HOME, AUNTS, TOTAL)}
    reading = ask(tmp_path, **sheets)
    (question,) = reading.questions
    assert question == Question("label", "A", "A4", "A2:B5", "With aunts and uncles")
    assert sentence(question) == (
        "Sheet 'A', cell A4: “With aunts and uncles” is not a label that is known. "
        "What does it count?"
    )


def test_labels_that_are_spelled_almost_alike_come_with_the_question(tmp_path: Path) -> None:
    reading = ask(tmp_path, A=table(AT_HOME, "Crisis cair | 7", TOTAL))
    assert [question.nearest for question in reading.questions] == [("crisis",)]


def test_a_label_that_was_answered_is_taken_as_the_person_said_and_stays_as_printed(
    tmp_path: Path,
) -> None:
    answers = Answers({"With aunts and uncles": "kinship"})
    reading = ask(tmp_path, answers, A=table(AT_HOME, AUNTS, TOTAL))
    assert counts(reading) == {(*FIFE, "at_home"): 5, (*FIFE, "kinship"): 7, (*FIFE, "total"): 12}
    figure = reading.figures.set_index("category").loc["kinship"]
    assert (figure["label"], figure["cell"], figure["status"]) == (
        "With aunts and uncles",
        "B4",
        "",
    )
    assert (reading.questions, reading.problems) == ((), ())


def test_a_heading_over_a_column_is_answered_alike(tmp_path: Path) -> None:
    sheet = table(
        "Fife | 5 | 7 | 12", headings="Council | At home | With aunts  and uncles | Total"
    )
    reading = ask(tmp_path, A=sheet)
    assert [(q.cell, q.label) for q in reading.questions] == [("C2", "With aunts and uncles")]
    answers = Answers({"With aunts and uncles": "kinship"})
    assert counts(ask(tmp_path, answers, A=sheet))[*FIFE, "kinship"] == 7


def test_an_age_group_may_be_the_answer(tmp_path: Path) -> None:
    sheet = table(
        "Aged 19 | 5",
        "Nineteens and twenties | 7",
        "Total | 12",
        title="Young people eligible for aftercare at 31 July 2018, Fife",
        headings="Age | Number",
    )
    assert [q.label for q in ask(tmp_path, A=sheet).questions] == ["Nineteens and twenties"]
    reading = ask(tmp_path, Answers({"Nineteens and twenties": "age_20"}), A=sheet)
    assert counts(reading)[*FIFE, "age_20"] == 7


def test_a_label_to_leave_out_is_left_out_without_a_problem(tmp_path: Path) -> None:
    sheet = table(AT_HOME, AUNTS, TOTAL)
    assert codes(ask(tmp_path, A=sheet)) == ["unknown-label"]
    reading = ask(tmp_path, Answers({"With aunts and uncles": LEAVE_OUT}), A=sheet)
    assert counts(reading) == {(*FIFE, "at_home"): 5, (*FIFE, "total"): 12}
    assert (reading.questions, reading.problems) == ((), ())


def test_labels_to_leave_out_make_no_total_of_what_is_beside_them(tmp_path: Path) -> None:
    """A total beside headings of which none is understood is that of people unknown."""
    headings = "Council | Wibble | Wobble | Total"
    sheet = table("Fife | 5 | 7 | 12", headings=headings)
    answers = Answers({"Wibble": LEAVE_OUT, "Wobble": LEAVE_OUT})
    assert counts(ask(tmp_path, answers, A=sheet)) == {}


@pytest.mark.parametrize(
    ("row", "answers", "read_as"),
    [
        # Known, whatever somebody says of it.
        ("At home | 5", {"At home": "foster"}, {"at_home": 5}),
        ("At home | 5", {"At home": LEAVE_OUT}, {"at_home": 5}),
        ("Aged 5 to 9 | 5", {"Aged 5 to 9": "foster"}, {}),
        # Not children: pounds, homes, one sex, what happened over a year.
        ("Aunts (£) | 5", {"Aunts (£)": "kinship"}, {}),
        ("Number of foster carers | 5", {"Number of foster carers": "foster"}, {}),
        ("Aunts (boys) | 5", {"Aunts (boys)": "kinship"}, {}),
        ("Aunts during the year 2018 | 5", {"Aunts during the year 2018": "kinship"}, {}),
        # No category, or not this label.
        ("Aunts | 5", {"Aunts": "aunts"}, {}),
        ("Aunts | 5", {"Aunt": "kinship"}, {}),
    ],
)
def test_an_answer_changes_nothing_that_the_file_says(
    row: str, answers: dict[str, str], read_as: dict[str, float], tmp_path: Path
) -> None:
    sheet = table("Residential school | 7", row, "All children | 12")
    found = counts(ask(tmp_path, Answers(answers), A=sheet))
    beside = {"residential_school": 7, "total": 12}
    assert {category: value for (_, _, category), value in found.items()} == beside | read_as


def test_a_total_of_which_it_is_unclear_whose_it_is_cannot_be_answered(tmp_path: Path) -> None:
    rows = (
        "Community",
        "At home | 5",
        "Kinship care | 7",
        "Total | 12",
        "Residential",
        "Secure | 1",
    )
    sheet = table(*rows)
    reading = ask(tmp_path, A=sheet)
    assert codes(reading) == ["unknown-label"]
    assert reading.questions == ()
    assert counts(ask(tmp_path, Answers({"Total": "total"}), A=sheet)) == counts(reading)


TWO = {
    "A": table(AT_HOME, title="Children looked after, Fife"),
    "B": table("Foster carers | 7", title="Children looked after at 31 July 2019"),
}


def test_a_table_without_a_date_or_an_area_is_asked_for_by_itself(tmp_path: Path) -> None:
    reading = ask(tmp_path, **TWO)
    assert codes(reading) == ["date-unknown", "table-area-unknown"]
    date_of, area_of = reading.questions
    assert date_of == Question("date", "A", "B3", "A2:B3")
    assert area_of == Question("area", "B", "B3", "A2:B3")
    assert sentence(date_of) == (
        "Sheet 'A', cells A2:B3: no census date is given. On which day was this counted?"
    )
    assert sentence(area_of) == (
        "Sheet 'B', cells A2:B3: no council or country is named. Whose figures are these?"
    )


def test_an_answer_about_one_table_is_about_no_other(tmp_path: Path) -> None:
    answers = Answers(dates={("A", "A2"): date(2018, 7, 31)}, areas={("B", "A2"): "S12000041"})
    reading = ask(tmp_path, answers, **TWO)
    assert counts(reading) == {
        (*FIFE, "at_home"): 5,
        ("S12000041", "2019-07-31", "foster"): 7,
    }
    assert (reading.questions, reading.problems) == ((), ())
    elsewhere = Answers(dates={("B", "A2"): date(2018, 7, 31)}, areas={("A", "A2"): "S12000041"})
    assert counts(ask(tmp_path, elsewhere, **TWO)) == {}


def test_what_is_said_of_one_table_comes_before_what_is_said_of_all(tmp_path: Path) -> None:
    file = draw(
        tmp_path / "figures.xlsx", **TWO | {"C": TWO["A"].replace("At home", "Kinship care")}
    )
    answers = Answers(dates={("A", "A2"): date(2018, 7, 31)})
    reading = read(file, TODAY, date(2020, 7, 31), "S12000041", answers)
    assert counts(reading) == {
        (*FIFE, "at_home"): 5,
        ("S12000041", "2019-07-31", "foster"): 7,
        ("S12000047", "2020-07-31", "kinship"): 5,
    }


def test_a_date_and_an_area_that_are_printed_stay(tmp_path: Path) -> None:
    answers = Answers(dates={("A", "A2"): date(2011, 7, 31)}, areas={("A", "A2"): "S12000041"})
    assert counts(ask(tmp_path, answers, A=table(AT_HOME))) == {(*FIFE, "at_home"): 5}


def test_an_area_that_nobody_knows_is_no_answer(tmp_path: Path) -> None:
    reading = ask(tmp_path, Answers(areas={("B", "A2"): "Atlantis"}), B=TWO["B"])
    assert codes(reading) == ["table-area-unknown"]


HEADINGS = "Area | Census date | At home | With aunts | Total | Source | Published"
AGES = "Area | Census date | Age group | Eligible | Source | Published"


def test_a_heading_of_the_template_can_be_answered(tmp_path: Path) -> None:
    sheets = {"Placements": f"{HEADINGS}\nFife | 2018-07-31 | 5 | 7 | 12 | Report | 2019"}
    (question,) = ask(tmp_path, **sheets).questions
    assert (question.cell, question.label) == ("D1", "With aunts")
    reading = ask(tmp_path, Answers({"With aunts": "kinship", "At home": "foster"}), **sheets)
    assert cells(reading) == {"C2": (5, ""), "D2": (7, ""), "E2": (12, "")}
    assert counts(reading)[*FIFE, "kinship"] == 7
    assert reading.problems == ()
    left = ask(tmp_path, Answers({"With aunts": LEAVE_OUT}), **sheets)
    assert cells(left) == {"C2": (5, ""), "E2": (12, "")}
    assert left.problems == ()


def test_an_age_group_of_the_template_can_be_answered(tmp_path: Path) -> None:
    sheets = {
        "Aftercare": f"{AGES}\nFife | 2018-07-31 | young | 7 | Report | 2019\n"
        "Fife | 2017-07-31 | young | 8 | Report | 2019"
    }
    (question,) = ask(tmp_path, **sheets).questions
    assert (question.cell, question.label) == ("C2", "young")
    reading = ask(tmp_path, Answers({"young": "age_16"}), **sheets)
    assert counts(reading) == {
        (*FIFE, "age_16"): 7,
        ("S12000047", "2017-07-31", "age_16"): 8,
    }
    left = ask(tmp_path, Answers({"young": LEAVE_OUT}), **sheets)
    assert (counts(left), left.problems) == ({}, ())


LABEL = Question("label", "A", "A4", "A2:B5", "Aunts")
DATE = Question("date", "A", "B3", "A2:B5")
AREA = Question("area", "B", "B3", "A2:B5")


def test_questions_stand_in_order_and_once() -> None:
    again = Question("label", "B", "A4", "A2:B5", "Aunts")
    assert once_each([LABEL, DATE, again, AREA, DATE]) == (AREA, DATE, LABEL)


def test_an_answer_is_given_changed_and_taken_back() -> None:
    answers = answered(Answers(), LABEL, "kinship")
    answers = answered(answers, DATE, date(2018, 7, 31))
    answers = answered(answers, AREA, "S12000047")
    assert answers == Answers(
        {"Aunts": "kinship"}, {("A", "A2"): date(2018, 7, 31)}, {("B", "A2"): "S12000047"}
    )
    assert [said(answers, q) for q in (LABEL, DATE, AREA)] == [
        "kinship",
        date(2018, 7, 31),
        "S12000047",
    ]
    assert said(answered(answers, LABEL, LEAVE_OUT), LABEL) == LEAVE_OUT
    for question in (LABEL, DATE, AREA):
        answers = answered(answers, question, None)
    assert answers == Answers()
