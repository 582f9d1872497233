"""What a new store begins with, and where the store of a data folder is."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from threading import Barrier

import pytest

from cpdash.intake import BEGINNING, STORE, address, begin, upload
from cpdash.problems import Problem
from cpdash.reading import read
from cpdash.store import Store, open_store
from tests.reading.workbooks import GOOD, HEADINGS, draw
from tests.store.workbooks import put, take

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with two good workbooks, one that is none, and what Excel and others leave."""
    starter = tmp_path / "starter"
    starter.mkdir()
    draw(starter / "moray.xlsx", Placements=f"{HEADINGS}\n{GOOD.replace('Fife', 'Moray')}")
    draw(starter / "fife.xlsx", Placements=f"{HEADINGS}\n{GOOD}")
    (starter / "sent.xlsx").write_bytes(b"")
    for name in ("~$fife.xlsx", ".fife.xlsx", "README.md"):
        (starter / name).write_bytes(b"")
    return tmp_path


def opened(folder: Path) -> Store:
    return open_store(address(folder))


def test_a_new_store_begins_with_the_starter_workbooks_by_name(folder: Path) -> None:
    store = opened(folder)
    problems = begin(store, folder, NOW)
    assert [(e.file, e.figures, e.who, e.at) for e in store.editions()] == [
        ("fife.xlsx", 2, BEGINNING, NOW),
        ("moray.xlsx", 2, BEGINNING, NOW),
    ]
    assert [(problem.file, problem.code) for problem in problems] == [("sent.xlsx", "file-empty")]


def test_a_store_that_was_begun_begins_with_nothing_more(folder: Path) -> None:
    store = opened(folder)
    begin(store, folder, NOW)
    draw(folder / "starter" / "late.xlsx", Placements=f"{HEADINGS}\n{GOOD.replace('12', '13')}")
    assert begin(opened(folder), folder, NOW) == ()
    take(store, 1)
    take(store, 2)
    assert begin(store, folder, NOW) == ()
    assert len(store.editions()) == 2


@pytest.mark.parametrize("spoil", [lambda _: None, Path.mkdir], ids=["none", "empty"])
def test_without_starter_workbooks_a_store_holds_nothing(
    spoil: Callable[[Path], None], tmp_path: Path
) -> None:
    spoil(tmp_path / "starter")
    store = opened(tmp_path)
    assert begin(store, tmp_path, NOW) == ()
    assert store.version() == 0


def test_of_several_that_start_at_once_one_begins_the_store(folder: Path) -> None:
    many = 3
    stores, ready = [opened(folder) for _ in range(many)], Barrier(many)

    def start(store: Store) -> tuple[Problem, ...]:
        ready.wait()
        return begin(store, folder, NOW)

    with ThreadPoolExecutor(many) as threads:
        list(threads.map(start, stores))
    assert [len(store.editions()) for store in stores] == [2] * many


def test_a_file_goes_into_the_store_with_its_size_and_hash(tmp_path: Path) -> None:
    file = draw(tmp_path / "fife.xlsx", Placements=f"{HEADINGS}\n{GOOD}")
    data = file.read_bytes()
    store = opened(tmp_path)
    put(store, upload("fife.xlsx", sha256(data).hexdigest(), len(data), read(file)))
    (edition,) = store.editions()
    assert (edition.file, edition.size) == ("fife.xlsx", len(data))
    assert edition.sha256 == sha256(data).hexdigest()


def test_the_store_is_a_file_of_the_data_folder_unless_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert address(tmp_path) == f"sqlite:///{tmp_path / STORE}"
    monkeypatch.setenv("CPDASH_DATABASE_URL", "postgresql://anna@127.0.0.1/figures")
    assert address(tmp_path) == "postgresql://anna@127.0.0.1/figures"
