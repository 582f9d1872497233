"""Nothing in a name or a label steers the terminal that it is printed on."""

import json
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdash.commands.terminal import DONE, visible
from tests.commands.desk import Desk
from tests.sheets.told import book
from tests.test_command_line import FIFE, PROJECT


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Fife and Perth & Kinross 2018", "Fife and Perth & Kinross 2018"),
        ("Ynys Môn, “return” 12\u00a0345", "Ynys Môn, “return” 12\u00a0345"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("\x1b]0;title\x07", "\\u001b]0;title\\u0007"),
        ("\x9b2J", "\\u009b2J"),
        ("one\rtwo\nthree\tfour", "one\\rtwo\\nthree\\tfour"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("Fi\u200bfe\ufeff", "Fi\\u200bfe\\ufeff"),
        ("\U000e0041", "\\udb40\\udc41"),
        ("name\udcff.xlsx", "name\\udcff.xlsx"),
        ("\x7f\x00", "\\u007f\\u0000"),
    ],
)
def test_what_would_steer_a_terminal_is_printed_so_that_it_is_seen(text: str, printed: str) -> None:
    assert visible(text) == printed


@given(st.text())
def test_no_text_brings_a_control_character_to_the_terminal(text: str) -> None:
    printed = visible(text, keep="\n")
    assert all(char.isprintable() or char.isspace() for char in printed)
    assert not set(printed) & {*map(chr, range(10)), *map(chr, range(11, 32)), "\x7f", "\x85"}
    printed.encode("utf-8")


@given(st.text())
def test_json_means_the_same_after_it_was_made_visible(text: str) -> None:
    told = json.dumps([text], ensure_ascii=False)
    assert json.loads(visible(told, keep="\n\t")) == [text]


DRAGONS = FIFE.replace("Looked after by aunts", "\x9b2JDragons")
"""A label that begins with what clears a screen, as XML may have it."""


@pytest.mark.parametrize("command", ["read", "import"])
def test_a_label_and_the_name_of_a_file_reach_the_terminal_as_text(
    desk: Desk, command: str
) -> None:
    said = desk.run(command, desk.put("\x1b[31mfife.xlsx", book(**{"\u202etable": DRAGONS})))
    assert said.code == DONE
    assert '\\u001b[31mfife.xlsx [\\u202etable!A5]: found "\\u009b2JDragons"' in said.err
    for steering in "\x1b\x9b\u202e":
        assert steering not in said.out + said.err


def test_a_wrong_call_does_not_bring_it_there_either(desk: Desk) -> None:
    with pytest.raises(SystemExit):
        desk.run("read", "fife.xlsx", "--area", "\x1b[31mFife")
    assert "\x1b" not in desk.capsys.readouterr().err


def test_a_terminal_without_a_sign_gets_its_number(desk: Desk) -> None:
    """A difference has a true minus sign, which the old alphabets of Windows lack."""
    desk.run("verify")
    less = desk.draw(
        "less.xlsx", "Fife | 31 July 2019 | 47 | 36 | 24 | 0 | 12 | 119 | Corrected | 2021"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "cpdash", "import", less],
        cwd=PROJECT,
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        encoding="cp1252",
        check=False,
    )
    assert done.returncode == DONE, done.stderr
    assert "\\u22121." in done.stdout
