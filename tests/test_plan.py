"""A plan read from its workbook: what is in it, and each thing that can be wrong with it."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cpdash.indicators import INDICATORS
from cpdash.plan import FAULTS, Plan, plans, read_plan
from cpdash.problems import ConfigError, Problem
from cpdash.series import Point, Series
from cpdash.targets import KINDS, Target, evaluate
from cpdash.workbooks import ENCRYPTED, MOST_BYTES, OLD_OFFICE
from tests.test_language import BANNED

PROJECT = Path(__file__).parents[1]
STRATEGY = PROJECT / "data" / "plan.xlsx"
EXAMPLE = PROJECT / "data" / "examples" / "plan.xlsx"
NOTHING = Series()
Edit = tuple[str, int, str, object]
"""Sheet, row, heading (or a cell such as A2) and what is put there."""


@pytest.fixture(scope="module")
def strategy() -> Plan:
    """South Lanarkshire's plan as it ships."""
    return read_plan(STRATEGY, INDICATORS)


def column(sheet: Worksheet, heading: str) -> int:
    """The column under a heading of row 2."""
    return next(cell.column for cell in sheet[2] if cell.value == heading)


def edited(folder: Path, *edits: Edit) -> Path:
    """The example plan with some cells changed."""
    book = load_workbook(EXAMPLE)
    for name, row, heading, value in edits:
        sheet = book[name]
        at = sheet[heading].column if re.fullmatch("[A-Z]+[0-9]+", heading) else None
        sheet.cell(row, at or column(sheet, heading)).value = value
    path = folder / "plan.xlsx"
    book.save(path)
    return path


def problems(path: Path) -> list[Problem]:
    """What reading a plan finds wrong."""
    with pytest.raises(ConfigError) as raised:
        read_plan(path, INDICATORS)
    return raised.value.problems


def find(plan: Plan, name: str) -> Target:
    """The target with an id."""
    return next(target for target in plan.targets if target.id == name)


# The strategy as it ships.


def test_the_strategy_has_its_four_commitments_and_eight_actions(strategy: Plan) -> None:
    numbers = [action.number for part in strategy.commitments for action in part.actions]
    assert strategy.area == "S12000029"
    assert [part.number for part in strategy.commitments] == ["1", "2", "3", "4"]
    assert numbers == ["1.1", "1.2", "2.1", "2.2", "3.1", "3.1", "3.2", "4.1", "4.2", "4.2"]


def test_each_action_has_the_lead_officer_and_timescale_of_the_strategy(strategy: Plan) -> None:
    manager = "Service Manager (Children and Justice)"
    found = [(a.number, a.lead, a.due_text) for part in strategy.commitments for a in part.actions]
    assert found == [
        ("1.1", manager, "August 2019"),
        ("1.2", "All members of Corporate Parenting Sub Group", "July 2020"),
        ("2.1", manager, "July 2020"),
        ("2.2", manager, "July 2020"),
        ("3.1", "Nurse Director", "July 2019"),
        ("3.1", manager, "August 2019"),
        ("3.2", "Quality Improvement Officer: Inclusion", "August 2019"),
        ("4.1", manager, "July 2020"),
        ("4.2", manager, "July 2020"),
        ("4.2", manager, "December 2018"),
    ]


def test_a_timescale_covers_its_month_to_the_end(strategy: Plan) -> None:
    for part in strategy.commitments:
        for action in part.actions:
            assert action.due is not None
            assert f"{action.due:%B %Y}" == action.due_text
            assert (action.due + pd.Timedelta(days=1)).day == 1


def test_living_with_their_own_families_is_a_rise_from_173(strategy: Plan) -> None:
    asked = find(strategy, "T1")
    assert (asked.kind, asked.indicator, asked.direction, asked.strict, asked.good) == (
        *("direction", "at_home", "increase", True, 1),
    )
    assert (asked.baseline_value, asked.baseline_date) == (173, date(2018, 3, 31))
    assert (asked.start, asked.due) == (date(2018, 3, 31), date(2020, 7, 31))
    assert asked.text == (
        "The number of children being living with their own families will increase year on year"
    )


def test_the_one_census_of_the_strategy_tells_no_direction(strategy: Plan) -> None:
    held = Series([Point(date(2018, 3, 31), Fraction(173), 173, None)])
    verdict = evaluate(find(strategy, "T1"), held, date(2025, 1, 1))
    assert (verdict.arithmetic, verdict.reason) == ("cannot_tell", "ONE_POINT")


def test_no_number_stands_in_the_plan_but_those_of_the_strategy(strategy: Plan) -> None:
    numbers = {
        (target.id, number)
        for target in strategy.targets
        for number in (
            *(target.baseline_value, target.target_value, target.lower, target.upper),
            *(target.change, target.tolerance_abs, target.tolerance_rel),
        )
        if number is not None
    }
    assert numbers == {("T1", 173.0), ("T2", 0.0), ("T7", 67.0)}


def test_the_derived_baseline_is_marked_and_has_no_date(strategy: Plan) -> None:
    asked = find(strategy, "T7")
    assert (asked.baseline_origin, asked.baseline_date) == ("derived", None)
    assert round(67 * 3.36) == 225


def test_a_target_that_vague_words_are_read_into_says_that_the_reading_is_ours(
    strategy: Plan,
) -> None:
    for asked in strategy.targets:
        assert asked.interpretation.endswith(
            "This reading is ours; the council has not agreed it."
        ), asked.id
        assert asked.agreed_by == ""


def test_a_milestone_that_nobody_reported_cannot_be_told(strategy: Plan) -> None:
    found = {t.id: evaluate(t, NOTHING, date(2025, 1, 1)) for t in strategy.targets}
    told = {name: (verdict.arithmetic, verdict.reason) for name, verdict in found.items()}
    assert told["T8"] == told["T19"] == ("cannot_tell", "NOT_REPORTED")
    assert told["T5"] == ("not_measurable", "NOT_A_CENSUS_FIGURE")
    assert told["T6"] == told["T7"] == ("not_measurable", "CONTEXT")
    assert told["T3"] == ("cannot_tell", "NO_DATA")
    assert {word for word, _ in told.values()} == {"cannot_tell", "not_measurable"}


@pytest.mark.parametrize("path", [STRATEGY, EXAMPLE], ids=["strategy", "example"])
def test_our_own_words_in_a_plan_put_people_first(path: Path) -> None:
    plan = read_plan(path, INDICATORS)
    ours = [plan.title, plan.note]
    for part in plan.commitments:
        ours += [part.title, part.outcome, *part.aims]
        ours += [words for a in part.actions for words in (a.title, a.measure)]
    for asked in plan.targets:
        ours += [asked.interpretation, asked.baseline_note]
    assert [words for words in ours if BANNED.search(words)] == []


# The example, and what a row may hold.


def test_the_example_has_a_target_of_every_kind() -> None:
    plan = read_plan(EXAMPLE, INDICATORS)
    assert [target.kind for target in plan.targets] == list(KINDS)
    assert plan.area == "X00000001"


def test_a_target_knows_the_row_it_came_from() -> None:
    asked = find(read_plan(EXAMPLE, INDICATORS), "E4")
    assert (asked.sheet, asked.cell) == ("Targets", "A6")


def test_plans_are_found_by_the_code_of_their_council() -> None:
    found, problems = plans([STRATEGY, EXAMPLE], INDICATORS)
    assert list(found) == ["S12000029", "X00000001"]
    assert problems == ()


def test_a_wrong_plan_leaves_the_others_standing(tmp_path: Path) -> None:
    found, problems = plans([STRATEGY, tmp_path / "plan-none.xlsx"], INDICATORS)
    assert list(found) == ["S12000029"]
    assert [problem.code for problem in problems] == ["plan-file-missing"]


@pytest.mark.parametrize("said", ["31 March 2028", "2028-03-31", "31/03/2028", "31 Mar 2028"])
def test_a_day_may_be_written_as_people_write_it(tmp_path: Path, said: str) -> None:
    path = edited(tmp_path, ("Targets", 3, "due", said))
    assert read_plan(path, INDICATORS).targets[0].due == date(2028, 3, 31)


def test_a_cell_shown_in_percent_counts_a_hundredfold(tmp_path: Path) -> None:
    path = edited(tmp_path, ("Targets", 4, "target", 0.88), ("Targets", 4, "tolerance", None))
    book = load_workbook(path)
    sheet = book["Targets"]
    sheet.cell(4, column(sheet, "target")).number_format = "0%"
    sheet.cell(4, column(sheet, "tolerance percent")).value = 5
    book.save(path)
    asked = read_plan(path, INDICATORS).targets[1]
    assert (asked.target_value, asked.tolerance_rel) == (88.0, 0.05)


def test_words_may_be_spaced_and_cased_as_one_likes(tmp_path: Path) -> None:
    path = edited(
        tmp_path,
        ("Targets", 3, "kind", " Direction"),
        ("Targets", 3, "period", "Over_Plan"),
        ("Targets", 10, "compared with", "Family group"),
        ("Targets", 4, "area", "strathlorne council"),
    )
    plan = read_plan(path, INDICATORS)
    assert (plan.targets[0].kind, plan.targets[0].period) == ("direction", "over_plan")
    assert plan.targets[7].comparator == "family_group"


def test_a_manager_may_keep_a_column_of_their_own(tmp_path: Path) -> None:
    path = edited(tmp_path, ("Plan", 2, "H2", "who to ask"), ("Plan", 3, "H2", "Morag"))
    assert read_plan(path, INDICATORS).area == "X00000001"


def test_headings_may_stand_below_a_title_and_above_empty_rows(tmp_path: Path) -> None:
    path = edited(tmp_path)
    book = load_workbook(path)
    book["Targets"].insert_rows(1, 3)
    book["Targets"].insert_rows(8)
    book.save(path)
    plan = read_plan(path, INDICATORS)
    assert (len(plan.targets), plan.targets[0].cell) == (10, "A6")


# What can be wrong. Row 3 of Targets is E1 (direction), 4 is E2 (level), 8 is E6 (range).

FAULTY: dict[str, tuple[Edit, str]] = {
    "plan-unknown-kind": (
        ("Targets", 3, "kind", "directon"),
        "plan.xlsx, sheet 'Targets', cell E3: found \"directon\", expected one of direction, "
        "level_by_date, change_from_baseline, floor, ceiling, range, maintain, comparator, "
        "milestone, narrative (did you mean direction?). Choose one of these.",
    ),
    "plan-unknown-indicator": (("Targets", 3, "indicator", "at_hom"), "did you mean at_home?"),
    "plan-unknown-choice": (
        ("Targets", 3, "good", "up"),
        'found "up", expected one of higher, lower, neither.',
    ),
    "plan-value-missing": (
        ("Targets", 4, "target", None),
        'cell O4: found nothing, expected something under "target", because the kind is '
        "level_by_date. Fill in the cell.",
    ),
    "plan-not-a-date": (("Targets", 4, "due", "soon"), 'cell J4: found "soon", expected a day'),
    "plan-not-a-number": (
        ("Targets", 4, "target", "about 90"),
        'cell O4: found "about 90", expected a number such as 90',
    ),
    "plan-due-before-start": (
        ("Targets", 4, "due", date(2023, 3, 31)),
        'found "31 March 2023", expected a day after 1 April 2024',
    ),
    "plan-duplicate-id": (("Targets", 4, "id", "E1"), 'cell A4: found "E1", expected each once'),
    "plan-unknown-action": (
        ("Targets", 3, "action", "1.9"),
        'found "1.9", expected the number of an action: 1.1, 1.2, 1.3, 2.1, 2.2',
    ),
    "plan-unknown-commitment": (
        ("Actions", 3, "commitment", "7"),
        "sheet 'Actions', cell A3: found \"7\", expected the number of a commitment: 1, 2",
    ),
    "plan-limits-crossed": (
        ("Targets", 8, "highest", 20),
        'found "20.0", expected more than 25.0, the lowest. Swap the two numbers.',
    ),
    "plan-unknown-area": (
        ("Plan", 3, "area", "South Lanakshire"),
        'found "South Lanakshire", expected the name or the code of a council '
        "(did you mean South Lanarkshire?). Correct the name.",
    ),
    "plan-other-area": (
        ("Targets", 3, "area", "Falkirk"),
        'found "Falkirk", expected Strathlorne (illustrative), whose plan this is.',
    ),
    "plan-error-cell": (("Targets", 4, "target", "=1/0"), "Mend the formula in Excel"),
    "plan-heading-missing": (
        ("Targets", 2, "kind", None),
        'cell A2: found no such heading, expected a column headed "kind".',
    ),
    "plan-heading-unknown": (
        ("Targets", 2, "tolerance", "tolernce"),
        'found "tolernce", expected "tolerance" or a heading that is like no other.',
    ),
    "plan-heading-twice": (
        ("Targets", 2, "due", "start"),
        'cell J2: found "start", expected each heading once.',
    ),
    "plan-row-second": (("Plan", 4, "area", "Falkirk"), "found a second row"),
}


@pytest.mark.parametrize(("code", "edit", "said"), [(c, *rest) for c, rest in FAULTY.items()])
def test_a_fault_is_said_with_its_place_and_what_to_do(
    tmp_path: Path, code: str, edit: Edit, said: str
) -> None:
    found = problems(edited(tmp_path, edit))
    told = [problem.sentence() for problem in found if problem.code == code]
    assert len(told) >= 1, [problem.sentence() for problem in found]
    assert said in told[0]


def test_an_error_of_excel_is_not_taken_for_a_word(tmp_path: Path) -> None:
    path = edited(tmp_path, ("Targets", 3, "the plan's words", "#REF!"))
    assert [problem.code for problem in problems(path)] == ["plan-error-cell"]


def test_a_kind_that_needs_one_of_two_cells_names_both(tmp_path: Path) -> None:
    (found,) = problems(edited(tmp_path, ("Targets", 9, "tolerance", None)))
    assert 'something under "tolerance" or "tolerance percent", because the kind is maintain' in (
        found.sentence()
    )


def test_a_baseline_says_whether_it_was_stated_or_derived(tmp_path: Path) -> None:
    (found,) = problems(edited(tmp_path, ("Targets", 3, "baseline", 120)))
    assert (found.code, found.cell) == ("plan-value-missing", "M3")


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    path = edited(
        tmp_path,
        ("Targets", 3, "kind", "guess"),
        ("Targets", 4, "due", "soon"),
        ("Actions", 3, "commitment", "7"),
    )
    assert [problem.code for problem in problems(path)] == [
        "plan-unknown-kind",
        "plan-not-a-date",
        "plan-unknown-commitment",
    ]


def test_a_workbook_that_is_not_there_is_one_clear_sentence(tmp_path: Path) -> None:
    (found,) = problems(tmp_path / "plan.xlsx")
    assert found.code == "plan-file-missing"
    assert found.sentence() == (
        "plan.xlsx: found no such file, expected a plan workbook of Excel (.xlsx). "
        "Check the name and the folder of the file."
    )


@pytest.mark.parametrize(
    ("broken", "word"),
    [
        (b"", "empty"),
        (EXAMPLE.read_bytes()[:5000], "breaks off"),
        (b"area,title\n", "text file"),
        (OLD_OFFICE + ENCRYPTED, "password"),
        (b"PK" + b"\0" * MOST_BYTES, "more than 10 MB"),
    ],
    ids=["empty", "cut short", "not a workbook", "password", "too large"],
)
def test_a_broken_workbook_is_one_clear_sentence(tmp_path: Path, broken: bytes, word: str) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(broken)
    (found,) = problems(path)
    assert found.code == "plan-file-not-excel"
    assert found.where == "plan.xlsx"
    assert word in found.found


def test_a_folder_in_the_place_of_the_workbook_is_one_clear_sentence(tmp_path: Path) -> None:
    assert [problem.code for problem in problems(tmp_path)] == ["plan-file-locked"]


def test_a_sheet_that_is_missing_is_named(tmp_path: Path) -> None:
    book = load_workbook(EXAMPLE)
    book["Targets"].title = "Aims"
    book.save(tmp_path / "plan.xlsx")
    (found,) = problems(tmp_path / "plan.xlsx")
    assert (found.code, found.sheet) == ("plan-sheet-missing", "Targets")
    assert found.found == "found only Plan, Commitments, Actions, Aims"


def test_a_workbook_of_something_else_misses_all_sheets(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "plan.xlsx")
    assert {problem.code for problem in problems(tmp_path / "plan.xlsx")} == {"plan-sheet-missing"}


def test_a_plan_without_its_row_is_said_to_be_empty(tmp_path: Path) -> None:
    book = load_workbook(EXAMPLE)
    book["Plan"].delete_rows(3)
    book.save(tmp_path / "plan.xlsx")
    assert [p.code for p in problems(tmp_path / "plan.xlsx")] == ["plan-row-missing"]


def test_two_plans_of_one_council_are_not_mixed(tmp_path: Path) -> None:
    found, problems = plans([EXAMPLE, edited(tmp_path)], INDICATORS)
    assert [plan.file for plan in found.values()] == [EXAMPLE.name]
    assert [problem.code for problem in problems] == ["plan-area-twice"]


def test_every_fault_of_a_plan_is_documented() -> None:
    written = (PROJECT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(plan-[a-z-]+)`", written)) == set(FAULTS)


def test_every_fault_of_a_plan_is_produced_by_a_test() -> None:
    here = Path(__file__).read_text(encoding="utf-8")
    assert [code for code in FAULTS if f'"{code}"' not in here] == []
