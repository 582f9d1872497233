"""The command line says what it did, and its exit code says whether it could."""

import subprocess
import sys
from pathlib import Path

import pytest

from cpdash.__main__ import CANNOT_WRITE, DONE, WRONG_CALL, main
from cpdash.reading import read

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


@pytest.mark.parametrize("call", [[], ["template"], ["dance"], ["template", "a.xlsx", "b.xlsx"]])
def test_a_wrong_call_leaves_with_64_and_the_usage(
    call: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(call)
    assert left.value.code == WRONG_CALL
    assert "usage: python -m cpdash" in capsys.readouterr().err
