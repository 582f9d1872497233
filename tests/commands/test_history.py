"""Editions are listed, put away and put back; their figures come out as they stood on a day."""

import csv
import json
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest

from cpdash.commands.terminal import DECLINED, DONE, REFUSED
from cpdash.intake import upload
from cpdash.reading import read
from tests.commands.desk import FIRST, HEADINGS, Desk
from tests.reading.workbooks import draw
from tests.test_command_line import HEADER

TODAY = datetime.now(UTC).date()


def accepted(desk: Desk, name: str, total: int, at: datetime) -> None:
    """Accept a workbook with one total for Fife at a moment in the past."""
    row = f"Fife | 31 July 2020 | | | | | | {total} | Return of 2020 | {total}"
    path = draw(desk.folder / name, Placements=f"{HEADINGS}\n{row}")
    store = desk.store
    store.accept(
        [upload(name, f"{total:064x}", 5000 + total, read(path))],
        compared_with=store.version(),
        who="Anna",
        token=name,
        now=at,
    )


@pytest.fixture
def past(desk: Desk) -> Desk:
    """A store with no starter workbooks: 2001 children accepted just before midnight of 31 January
    2026 (UTC), 2002 just after. The totals are years, too: when they were published."""
    (desk.data / "starter" / "fife.xlsx").unlink()
    midnight = datetime(2026, 2, 1, tzinfo=UTC)
    accepted(desk, "early.xlsx", 2001, midnight - timedelta(microseconds=1))
    accepted(desk, "late.xlsx", 2002, midnight)
    return desk


def totals(lines: list[str]) -> list[tuple[str, str, str]]:
    """Value, edition and file of each line of an export."""
    return [
        (row["value"], row["edition"], row["file"]) for row in csv.DictReader(lines, strict=True)
    ]


def test_an_export_has_the_columns_of_read_and_the_edition(past: Desk) -> None:
    said = past.run("export")
    assert (said.code, said.err) == (DONE, "")
    assert said.lines == [
        f"{HEADER},edition,file",
        "Fife,S12000047,2020-07-31,council,looked_after,total,2002,count,,Placements,H2,"
        "Total,2,late.xlsx",
    ]


def test_the_figures_of_a_day_are_those_of_its_last_moment(past: Desk) -> None:
    def held(day: str) -> list[tuple[str, str, str]]:
        return totals(past.run("export", "--as-at", day).lines)

    assert held("2026-01-30") == []
    assert held("2026-01-31") == [("2001", "1", "early.xlsx")]
    assert held("2026-02-01") == [("2002", "2", "late.xlsx")]


def test_a_withdrawn_edition_still_stands_on_the_days_before(past: Desk) -> None:
    said = past.run("withdraw", "2", "--note", "counted twice", "--who", "Anna")
    assert (said.code, said.lines) == (
        DONE,
        ["Withdrawn: edition 2, late.xlsx.", "Now held: 1 edition with 1 figure."],
    )
    assert totals(past.run("export").lines) == [("2001", "1", "early.xlsx")]
    assert totals(past.run("export", "--as-at", "2026-02-01").lines) == [("2002", "2", "late.xlsx")]
    assert totals(past.run("export", "--edition", "2").lines) == [("2002", "2", "late.xlsx")]
    back = past.run("restore", "2")
    assert back.lines == [
        "Restored: edition 2, late.xlsx.",
        "Now held: 2 editions with 2 figures.",
    ]
    assert totals(past.run("export").lines) == [("2002", "2", "late.xlsx")]
    acts = [(entry.act, entry.who, entry.remark) for entry in past.store.journal()[-2:]]
    assert acts == [("withdraw", "Anna", "counted twice"), ("restore", "bella", "")]


def test_the_figures_of_an_edition_on_a_day_are_those_it_gave_then(past: Desk) -> None:
    early = past.run("export", "--edition", "2", "--as-at", "2026-01-31")
    assert (early.code, early.out) == (DECLINED, "")
    assert "Edition 2: found it not held at the end of 31 January 2026." in early.err
    then = past.run("export", "--edition", "2", "--as-at", "2026-02-01")
    assert totals(then.lines) == [("2002", "2", "late.xlsx")]


def test_a_withheld_figure_is_exported_by_its_mark_alone(desk: Desk) -> None:
    desk.accept(desk.draw("c.xlsx", "Fife | 31 July 2021 | c | 30 | 24 | 0 | 9 | 77 | R | 2022"))
    told = json.loads(desk.run("export", "--format", "json").out)
    found = [one for one in told if one["category"] == "at_home"]
    assert [(one["census_date"], one["value"], one["status"]) for one in found] == [
        ("2018-07-31", 44, ""),
        ("2019-07-31", 48, ""),
        ("2021-07-31", None, "c"),
    ]
    assert set(told[0]) == {*HEADER.split(","), "edition", "file"}


def test_no_cell_of_an_export_is_a_formula_to_a_spreadsheet(desk: Desk) -> None:
    desk.accept(desk.draw("=HYPERLINK(1).xlsx", FIRST.replace("2018", "2017")))
    lines = [line for line in desk.run("export").lines if "2017-07-31" in line]
    assert len(lines) == 6
    assert all(line.endswith(",2,'=HYPERLINK(1).xlsx") for line in lines)


def test_editions_are_listed_one_a_line(past: Desk) -> None:
    past.run("withdraw", "1", "--who", "Anna")
    said = past.run("editions")
    assert said.code == DONE
    assert said.lines == [
        "1 withdrawn; early.xlsx; accepted 31 January 2026, 23:59 UTC by Anna; 1 figure; 7,001 "
        "bytes; sha256 000000000000",
        "2 held; late.xlsx; accepted 1 February 2026, 00:00 UTC by Anna; 1 figure; 7,002 bytes; "
        "sha256 000000000000",
    ]


def test_editions_are_listed_for_programs_too(desk: Desk) -> None:
    desk.run(
        *("import", desk.draw("next.xlsx", FIRST.replace("2018", "2017")), "--accept"),
        *("--publisher", "Fife Council", "--published", "2021-03-01", "--note", "=1+1"),
    )
    told = json.loads(desk.run("editions", "--format", "json").out)
    edition = desk.store.editions()[1]
    assert told[1] == {
        "edition": 2,
        "state": "held",
        "file": "next.xlsx",
        "publisher": "Fife Council",
        "published": "2021-03-01",
        "accepted": edition.at.isoformat(),
        "who": "bella",
        "figures": 6,
        "size": edition.size,
        "sha256": edition.sha256,
        "remark": "=1+1",
    }
    table = list(csv.DictReader(StringIO(desk.run("editions", "--format", "csv").out)))
    assert [row["remark"] for row in table] == ["", "'=1+1"]
    assert [row["published"] for row in table] == ["", "2021-03-01"]
    line = desk.run("editions").lines[1]
    assert "; next.xlsx; Fife Council; published 1 March 2021; accepted " in line
    assert line.endswith(f"; sha256 {edition.sha256[:12]}; =1+1")


def test_the_journal_has_every_act_in_its_order(past: Desk) -> None:
    past.run("withdraw", "1", "--note", "counted twice", "--who", "Anna")
    lines = past.run("journal").lines
    assert lines[:2] == [
        "1 31 January 2026, 23:59 UTC; Anna accepted edition 1",
        "2 1 February 2026, 00:00 UTC; Anna accepted edition 2",
    ]
    assert lines[2].endswith(" UTC; Anna withdrew edition 1; counted twice")
    told = json.loads(past.run("journal", "--format", "json").out)
    assert [(one["version"], one["act"], one["subject"]) for one in told] == [
        (1, "accept", 1),
        (2, "accept", 2),
        (3, "withdraw", 1),
    ]
    assert [one["hash"] for one in told] == [entry.hash for entry in past.store.journal()]


@pytest.mark.parametrize(
    "call", [["withdraw", "7"], ["restore", "7"], ["export", "--edition", "7"]]
)
def test_an_edition_that_is_not_there_is_said_not_to_be(past: Desk, call: list[str]) -> None:
    said = past.run(*call)
    assert (said.code, said.out) == (REFUSED, "")
    assert said.err.startswith("Edition 7: found none of this number")


def test_what_was_done_already_is_said_to_be(past: Desk) -> None:
    assert past.run("withdraw", "1").code == DONE
    again = past.run("withdraw", "1")
    assert (again.code, again.out) == (REFUSED, "")
    assert "early.xlsx: found it withdrawn already" in again.err
    assert "late.xlsx: found it held already" in past.run("restore", "2").err


def test_the_day_of_today_may_be_asked_for(desk: Desk) -> None:
    assert desk.run("export", "--as-at", TODAY.isoformat()).out == desk.run("export").out
    assert desk.run("export", "--as-at", date.max.isoformat()).out == desk.run("export").out
