"""A file is read in a process of its own, whose end, however it comes, is a plain reason."""

import os
import random
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from cpdash.sheets.process import confined
from cpdash.sheets.process.child import ADDRESS_SPACE
from cpdash.sheets.process.confined import AT_ONCE, QUEUE, Died
from tests.sheets.hostile import all_of_them, workbook

PROJECT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows limits time alone")


MISBEHAVING = "tests.reading.misbehaving"


def ask(function: str, seconds: float = 20.0, **options: Any) -> dict[str, Any] | Died:
    return confined.run(f"{MISBEHAVING}:{function}", "a.xlsx", b"Alex Sample", options, seconds)


def test_the_process_gets_the_file_and_the_options_and_nothing_else() -> None:
    answer = ask("answers", today="2018-07-31")
    assert answer == {
        "name": "a.xlsx",
        "data": b"Alex Sample".hex(),
        "options": {"today": "2018-07-31"},
        "environment": [],
        "memory": ADDRESS_SPACE,
        "pandas": False,
    }


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        ("aborts", "crashed"),
        ("raises", "crashed"),
        ("leaves", "answer"),
        ("mumbles", "answer"),
        ("lists", "answer"),
        ("says_what_cannot_be_said", "answer"),
        ("says_too_much", "answer"),
        ("eats", "memory"),
        ("listens", "crashed"),
        ("no_such_function", "crashed"),
    ],
)
def test_a_process_that_misbehaves_leaves_a_reason(function: str, reason: str) -> None:
    assert ask(function) == Died(reason)  # type: ignore[arg-type]


def test_work_set_aside_is_done_in_another_process() -> None:
    answer = ask("looks_aside", aside="says_who")
    assert isinstance(answer, dict)
    assert answer["aside"]["process"] not in (answer["here"], os.getpid())


@pytest.mark.parametrize(
    ("function", "reason"), [("aborts", "crashed"), ("raises", "crashed"), ("eats", "memory")]
)
def test_work_set_aside_that_misbehaves_leaves_the_same_reason(function: str, reason: str) -> None:
    assert ask("looks_aside", aside=function) == Died(reason)  # type: ignore[arg-type]


def test_work_set_aside_that_does_not_end_is_ended() -> None:
    assert ask("looks_aside", seconds=0.5, aside="hangs") == Died("time")


def test_a_process_that_does_not_end_is_ended() -> None:
    began = time.monotonic()
    assert ask("hangs", seconds=0.5) == Died("time")
    assert time.monotonic() - began < 5


def test_a_process_that_complains_at_length_is_heard_out(capfd: pytest.CaptureFixture[str]) -> None:
    assert ask("complains") == {"well": True}
    assert ask("raises") == Died("crashed")
    assert capfd.readouterr() == ("", "")


def test_a_process_can_write_no_file(tmp_path: Path) -> None:
    path = tmp_path / "written"
    assert ask("writes", path=str(path)) == Died("crashed")
    assert not path.exists() or path.stat().st_size == 0


def test_the_caller_may_do_something_else_meanwhile() -> None:
    reading = confined.start(f"{MISBEHAVING}:waits", "a.xlsx", b"", {"seconds": 0.1})
    assert reading.result() == {}
    assert reading.result() == {}


def test_many_at_once_wait_their_turn_and_more_are_sent_away() -> None:
    readings = [
        confined.start(
            f"{MISBEHAVING}:waits", "a.xlsx", b"", {"seconds": 0.2 if number < AT_ONCE else 0}
        )
        for number in range(AT_ONCE + QUEUE + 3)
    ]
    results = [reading.result() for reading in readings]
    assert results.count(Died("busy")) == 3
    assert results.count({}) == AT_ONCE + QUEUE


def test_no_thread_and_no_process_is_left_behind() -> None:
    before = threading.active_count()
    ask("answers")
    ask("hangs", seconds=0.2)
    for _ in range(50):
        if threading.active_count() <= before:
            break
        time.sleep(0.02)
    assert threading.active_count() <= before


def test_hostile_files_and_changed_bytes_do_no_harm_to_the_process_that_asks() -> None:
    chance, good = random.Random(2018), workbook()
    files = [hostile.data for hostile in all_of_them() if len(hostile.data) < 200_000]
    for _ in range(150):
        changed = bytearray(good)
        for _ in range(chance.randrange(1, 4)):
            changed[chance.randrange(len(good))] = chance.randrange(256)
        files.append(bytes(changed))
    for batch in (files[at : at + 60] for at in range(0, len(files), 60)):
        sizes = [len(data) for data in batch]
        answer = confined.run(
            f"{MISBEHAVING}:opens_each", "a.xlsx", b"".join(batch), {"sizes": sizes}
        )
        assert isinstance(answer, dict), answer
        assert len(answer["happened"]) == len(batch)
