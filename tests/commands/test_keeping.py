"""A store is copied whole, and what is not as it was written is said and not printed."""

import sqlite3

import pytest

from cpdash.commands.terminal import DONE, REFUSED
from cpdash.store import open_store
from tests.commands.desk import FIRST, Desk, without_plans


def tamper(desk: Desk) -> None:
    """Change a number of edition 2 by hand, and leave everything else as it was."""
    with sqlite3.connect(desk.data / "cpdash.sqlite") as store:
        triggers = store.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'figure'"
        ).fetchall()
        for name, _ in triggers:
            store.execute(f"DROP TRIGGER {name}")
        store.execute("UPDATE figure SET value = value + 1 WHERE edition = 2 AND value = 110")
        for _, sql in triggers:
            store.execute(sql)
    store.close()


@pytest.fixture
def damaged(desk: Desk) -> Desk:
    """A store of which edition 1 is as it was written and edition 2 is not."""
    desk.accept(desk.draw("later.xlsx", FIRST.replace("2018", "2020")))
    tamper(desk)
    return desk


def test_a_sound_store_is_said_to_be_with_what_it_holds(desk: Desk) -> None:
    desk.run("editions")
    said = desk.run("verify")
    assert (said.code, said.err) == (DONE, "")
    assert said.lines == ["The store is sound: version 1, 1 edition with 12 figures."]


def test_a_damaged_store_is_said_to_be_in_a_sentence_for_each_fault(damaged: Desk) -> None:
    said = damaged.run("verify")
    assert (said.code, said.out) == (REFUSED, "")
    (line,) = said.err.splitlines()
    assert line.startswith("Edition 2 (later.xlsx): found other figures, expected all as it was")


def test_a_damaged_edition_is_left_out_of_an_export_which_says_so(damaged: Desk) -> None:
    said = damaged.run("export")
    assert said.code == REFUSED
    assert len(said.lines) == 13
    assert "later.xlsx" not in said.out
    assert "Edition 2 (later.xlsx): found other figures" in said.err


def test_nothing_is_accepted_or_copied_of_a_damaged_store(damaged: Desk) -> None:
    file = damaged.draw("more.xlsx", FIRST.replace("2018", "2017"))
    said = damaged.run("import", file, "--accept")
    assert said.code == REFUSED
    assert any("Nothing was stored." in line for line in without_plans(said))
    assert damaged.run("backup", str(damaged.folder / "copy.sqlite")).code == REFUSED
    assert not (damaged.folder / "copy.sqlite").exists()


def test_a_file_that_is_no_store_is_said_to_be_none(desk: Desk) -> None:
    (desk.data / "cpdash.sqlite").write_bytes(b"not a store, by any reading of it" * 100)
    said = desk.run("verify")
    assert (said.code, said.out) == (REFUSED, "")
    assert said.err.startswith("The store: found it damaged")


def test_a_backup_is_a_store_of_the_same_editions(desk: Desk) -> None:
    desk.accept(desk.draw("later.xlsx", FIRST.replace("2018", "2020")))
    copy = desk.folder / "copy.sqlite"
    said = desk.run("backup", str(copy))
    assert said.code == DONE
    assert said.lines == [
        f"Wrote {copy}: 2 editions with 18 figures. The copy was looked at and is whole."
    ]
    there = open_store(f"sqlite:///{copy}")
    assert there.editions() == desk.store.editions()
    assert there.verify() == ()


def test_a_backup_is_never_written_over_a_file_or_into_nowhere(desk: Desk) -> None:
    file = desk.folder / "precious"
    file.write_bytes(b"precious")
    over = desk.run("backup", str(file))
    assert (over.code, file.read_bytes()) == (REFUSED, b"precious")
    assert "precious: found a file of this name" in over.err
    assert desk.run("backup", str(desk.folder / "nowhere" / "copy.sqlite")).code == REFUSED
