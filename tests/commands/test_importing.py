"""`import` says what files would change, and stores them only when it is told to."""

import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from cpdash.commands.terminal import CANNOT_OPEN, DECLINED, DONE, REFUSED, WRONG_CALL
from tests.commands.desk import Desk, without_plans
from tests.reading.workbooks import draw
from tests.sheets.told import book
from tests.test_command_line import CHILDREN, PROJECT

CORRECTED = "Fife | 31 July 2019 | 50 | 36 | 24 | 0 | 12 | 122 | Corrected return | 2021"
NEXT = "Fife | 31 July 2020 | 50 | 38 | 24 | 0 | 13 | 125 | Return of 2020 | 2021"
OWN = "the council's own figures"
BOTH = 2
"""Editions: the one that the store began with, and one that was accepted."""


def test_a_store_begins_with_the_starter_workbooks_and_says_so(desk: Desk) -> None:
    said = desk.run("import", desk.draw("next.xlsx", NEXT))
    assert said.code == DONE
    assert "began it with the workbooks of the folder starter" in said.err
    assert [edition.file for edition in desk.store.editions()] == ["fife.xlsx"]
    assert without_plans(desk.run("verify")) == []


def test_what_a_file_holds_and_would_change_is_said_and_nothing_is_stored(desk: Desk) -> None:
    said = desk.run("import", desk.draw("corrected.xlsx", CORRECTED))
    held = "edition 1, fife.xlsx, Placements!{}".format
    assert said.code == DONE
    assert said.lines == [
        "corrected.xlsx:",
        "  placements for Fife at 31 July 2019, 5 categories",
        "",
        "Compared with what is held: 0 new figures, 2 changed, 4 the same.",
        "",
        "Changed (2):",
        f"  At home with parents, Fife, {OWN}, 31 July 2019: was 48 ({held('C3')}), is 50 "
        "(corrected.xlsx, Placements!C2), +2.",
        f"  Children looked after, Fife, {OWN}, 31 July 2019: was 120 ({held('H3')}), is 122 "
        "(corrected.xlsx, Placements!H2), +2.",
        "",
        "Headline numbers that change (3):",
        f"  Children looked after, Fife, {OWN}: now 120 at 31 July 2019, would be 122 at 31 July "
        "2019.",
        f"  Family-based care, Fife, {OWN}: now 90.0% (108 of 120 children) at 31 July 2019, would "
        "be 90.2% (110 of 122 children) at 31 July 2019.",
        f"  In residential care, Fife, {OWN}: now 10.0% (12 of 120 children) at 31 July 2019, "
        "would be 9.8% (12 of 122 children) at 31 July 2019.",
        "",
        "Nothing was stored. To store it, add --accept.",
    ]
    assert len(desk.store.editions()) == 1


def test_what_is_accepted_is_held_and_said_to_be(desk: Desk) -> None:
    said = desk.run(
        *("import", desk.draw("next.xlsx", NEXT), "--accept", "--who", "Anna"),
        *("--publisher", "Fife Council", "--published", "2021-03-01", "--note", "as agreed"),
    )
    assert said.code == DONE
    assert said.lines[-2:] == [
        "Stored: edition 2, next.xlsx, 6 figures.",
        "Now held: 2 editions with 18 figures.",
    ]
    edition = desk.store.editions()[1]
    assert (edition.publisher, edition.published) == ("Fife Council", date(2021, 3, 1))
    assert (edition.who, edition.remark) == ("Anna", "as agreed")


def test_who_accepts_is_whoever_is_logged_in_unless_it_is_said(desk: Desk) -> None:
    assert desk.run("import", desk.draw("next.xlsx", NEXT), "--accept").code == DONE
    assert desk.store.editions()[1].who == "bella"


def test_the_same_file_again_is_nothing_new_and_is_not_stored(desk: Desk) -> None:
    file = desk.draw("next.xlsx", NEXT)
    desk.accept(file)
    for more in ([], ["--accept"]):
        said = desk.run("import", file, *more)
        assert said.code == DONE
        assert "Compared with what is held: nothing new, 6 the same." in said.lines
        assert said.lines[-1] == "There is nothing new in it. Nothing was stored."
    assert len(desk.store.editions()) == BOTH


def test_the_same_command_run_twice_at_once_stores_once(desk: Desk) -> None:
    desk.run("verify")
    file = desk.draw("next.xlsx", NEXT)
    call = [sys.executable, "-W", "error", "-m", "cpdash", "import", file, "--accept"]
    both = [
        subprocess.Popen(call, cwd=PROJECT, env=os.environ, stdout=-1, stderr=-1, text=True)
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [DONE, DONE], said
    assert len(desk.store.editions()) == BOTH
    assert all(re.search("edition 2|nothing new", out) for out, _ in said)


def test_a_figure_that_becomes_withheld_is_never_printed_beside_its_mark(desk: Desk) -> None:
    """48 children at home and 120 in all stood there before."""
    hidden = "Fife | 31 July 2019 | c | 36 | 24 | 0 | 12 | c | Corrected return | 2021"
    said = desk.run("import", desk.draw("hidden.xlsx", hidden))
    assert (
        f"  Children looked after, Fife, {OWN}, 31 July 2019: is [c] (hidden.xlsx, Placements!H2), "
        "was given before (edition 1, fife.xlsx, Placements!H3)."
    ) in said.lines
    assert not re.search(r"\b(48|120|108)\b", said.out)


def test_nor_is_a_number_of_an_older_file_beside_the_mark_that_stands_now(desk: Desk) -> None:
    desk.accept(
        desk.draw("now.xlsx", "Fife | 31 July 2021 | c | 30 | 24 | 0 | 9 | 77 | Return | 2023")
    )
    older = "Fife | 31 July 2021 | 14 | 30 | 24 | 0 | 9 | 77 | Early return | 2022"
    said = desk.run("import", desk.draw("early.xlsx", older))
    assert (
        f"  At home with parents, Fife, {OWN}, 31 July 2021: held is [c] (edition 2, now.xlsx, "
        "Placements!C2), given is a number (early.xlsx, Placements!C2)."
    ) in said.lines
    assert not re.search(r"\b14\b", said.out)


def test_what_an_older_file_says_is_told_apart_from_what_would_change(desk: Desk) -> None:
    older = "Fife | 31 July 2019 | 47 | 36 | 24 | 0 | 12 | 119 | Early return | 2019"
    said = desk.run("import", desk.draw("early.xlsx", older))
    assert "Changed (" not in said.out
    assert (
        f"  At home with parents, Fife, {OWN}, 31 July 2019: held is 48 (edition 1, fife.xlsx, "
        "Placements!C3), given is 47 (early.xlsx, Placements!C2)."
    ) in said.lines
    assert "early.xlsx (published 2019) counts as older than fife.xlsx, which is held" in said.out


def test_figures_left_out_movements_and_sums_are_pointed_out(desk: Desk) -> None:
    """The total is ten times the last one, the kinds of home but one are left out."""
    said = desk.run(
        "import", desk.draw("slip.xlsx", "Fife | 31 July 2019 | 48 | | | | | 1200 | Slip | 2021")
    )
    found = {line.split(" (")[0] for line in said.lines if line.endswith("):")}
    assert {
        "Changed",
        "No longer given, and still held",
        "Movements to look at again",
        "Sums to look at again",
    } <= found
    assert (
        f"  With kinship carers (relatives or friends), Fife, {OWN}, 31 July 2019: 36 (edition 1, "
        "fife.xlsx, Placements!D3)."
    ) in said.lines


def test_two_files_that_disagree_are_named_with_the_one_that_counts(desk: Desk) -> None:
    later = NEXT.replace("125", "126").replace("| 13 |", "| 14 |").replace("2021", "2022")
    said = desk.run("import", desk.draw("one.xlsx", NEXT), desk.draw("two.xlsx", later))
    assert (
        f"  Children looked after, Fife, {OWN}, 31 July 2020: 126 (two.xlsx, Placements!H2), which "
        "counts, and 125 (one.xlsx, Placements!H2)."
    ) in said.lines


def test_a_plan_is_judged_before_and_after(desk: Desk) -> None:
    """104 of 209 receive aftercare, not 104 of 206: the plan asks for a half."""
    examples = PROJECT / "data" / "examples"
    (desk.data / "plan.xlsx").write_bytes((examples / "plan.xlsx").read_bytes())
    desk.accept(str(examples / "strathlorne-quarterly.xlsx"))
    said = desk.run("import", str(examples / "strathlorne-corrected.xlsx"))
    assert said.err == ""
    assert "Compared with what is held: 0 new figures, 13 changed, 47 the same." in said.lines
    (turned,) = (line for line in said.lines if "now Met, would be At risk." in line)
    assert "Uptake of aftercare: 49.8%" in turned


def test_a_plan_that_is_not_there_is_said(desk: Desk) -> None:
    assert "plan.xlsx" in desk.run("import", desk.draw("next.xlsx", NEXT)).err


UNSAID = "Children looked after by placement\nPlacement|Number\nAt home|5\nTotal|12"


def test_the_day_and_the_area_of_a_table_that_does_not_say_them_are_told(desk: Desk) -> None:
    file = desk.put("unsaid.xlsx", book(T=UNSAID))
    assert desk.run("import", file).code == DECLINED
    said = desk.run("import", file, "--date", "2018-07-31", "--area", "falkirk council")
    assert said.code == DONE
    assert said.lines[1] == "  placements for Falkirk at 31 July 2018, 1 category"


LEDGERS = """Fife Council: children looked after by placement, 31 July 2020
Placement | Number
Foster care | 70
Hearth and home | 30
Total | 100"""
"""A list with a label that nobody knows."""


def test_what_a_label_of_a_publisher_was_said_to_mean_is_used_again(desk: Desk) -> None:
    file = str(draw(desk.folder / "ledgers.xlsx", Sheet1=LEDGERS))
    desk.run("editions")
    now = datetime(2026, 1, 1, tzinfo=UTC)
    desk.store.answer("Fife Council", "Hearth and home", "kinship", who="Anna", token="t", now=now)
    before = desk.run("import", file)
    assert "unknown-label" in before.err
    assert "2 new figures" in before.out
    said = desk.run("import", file, "--publisher", "Fife Council")
    assert "unknown-label" not in said.err
    assert "3 new figures" in said.out


def test_the_exit_code_says_why_nothing_was_read(desk: Desk) -> None:
    staff = desk.put("staff.csv", b"Team,Staff in post\nNorth,12\n")
    children = desk.put("children.xlsx", book(Aftercare=CHILDREN))
    broken = desk.put("broken.xlsx", b"PK\x03\x04 and then nothing more")
    codes = [desk.run("import", file).code for file in (staff, children, broken, "gone.xlsx")]
    assert codes == [DECLINED, DECLINED, CANNOT_OPEN, CANNOT_OPEN]


def test_problems_are_the_lines_that_read_prints(desk: Desk) -> None:
    desk.run("editions")
    file = desk.draw("next.xlsx", NEXT.replace("| 24 |", "| about 24 |"))
    read, imported = desk.run("read", file), desk.run("import", file)
    problems = read.err.splitlines()[:-1]
    assert problems
    assert imported.err.splitlines()[: len(problems)] == problems


def test_one_file_without_figures_keeps_all_from_being_stored(desk: Desk) -> None:
    good, broken = desk.draw("next.xlsx", NEXT), desk.put("broken.xlsx", b"PK\x03\x04 nothing")
    assert desk.run("import", good, broken).code == DONE
    said = desk.run("import", good, broken, "--accept")
    assert said.code == CANNOT_OPEN
    assert "broken.xlsx: found no figures, expected some in every file. Nothing was" in said.err
    assert len(desk.store.editions()) == 1


def test_what_the_store_refuses_is_said_in_its_sentence(desk: Desk) -> None:
    file = desk.draw("next.xlsx", NEXT)
    said = desk.run("import", file, "--accept", "--note", "for Jamie Smith, born 03/04/2012")
    assert said.code == REFUSED
    assert "The remark: found" in said.err
    assert "Jamie" not in said.err
    assert len(desk.store.editions()) == 1


def test_two_workbooks_of_which_one_is_held_are_stored_both_or_neither(desk: Desk) -> None:
    first, corrected = desk.draw("next.xlsx", NEXT), desk.draw("corrected.xlsx", CORRECTED)
    desk.accept(first)
    said = desk.run("import", first, corrected, "--accept")
    assert said.code == REFUSED
    assert "next.xlsx: found nothing new" in said.err
    assert len(desk.store.editions()) == BOTH


def test_a_folder_that_is_not_there_has_no_store(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CPDASH_DATA", str(desk.folder / "nowhere"))
    said = desk.run("import", desk.draw("next.xlsx", NEXT))
    assert said.code == REFUSED
    assert "The store: found no way to reach it" in said.err
    assert not (desk.folder / "nowhere").exists()


TOMORROW = (date.today() + timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    "call",
    [
        ["import"],
        ["import", "a.xlsx", "--published", "2021"],
        ["import", "a.xlsx", "--published", TOMORROW],
        ["import", "a.xlsx", "--area", "Falkrik"],
        ["import", "a.xlsx", "--who", " "],
        ["withdraw"],
        ["withdraw", "one"],
        ["withdraw", "0"],
        ["restore", "2147483648"],
        ["restore", "²"],
        ["export", "--as-at", "yesterday"],
        ["export", "--edition", "99999999999999999999"],
        ["export", "--format", "text"],
        ["editions", "--format", "xml"],
        ["backup"],
    ],
)
def test_a_wrong_call_leaves_with_64(desk: Desk, call: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        desk.run(*call)
    assert left.value.code == WRONG_CALL
    assert list(desk.data.iterdir()) == [desk.data / "starter"]
