"""Any history of accepting, withdrawing and restoring, against a dictionary that does the same."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from cpdash.figures import latest
from cpdash.store import StoreFault, open_store
from tests.store.places import PostgreSQL, SQLite
from tests.store.postgresql import Cluster
from tests.store.workbooks import FIFE, MORAY, drawn, give_back, minute, put, said, take

FILES = [f"{number}.xlsx" for number in range(4)]
MINUTES = st.integers(-30, 30)


class History(RuleBasedStateMachine):
    """`file_of`: the workbook of every edition; `held`: what is held after each version; `at`: when
    each was made, on a clock that jumps."""

    def __init__(self) -> None:
        super().__init__()
        self.store = open_store(self.new())
        self.file_of: dict[int, str] = {}
        self.held: list[frozenset[int]] = [frozenset()]
        self.at: list[datetime] = []

    def new(self) -> str:
        """A store of its own for each history."""
        raise NotImplementedError

    def teardown(self) -> None:
        assert self.store.verify() == ()
        self.store.close()

    def done(self, at: int, held: frozenset[int]) -> None:
        self.at.append(minute(at))
        self.held.append(held)

    def there(self, file: str) -> bool:
        """Whether a workbook is held."""
        return any(self.file_of[edition] == file for edition in self.held[-1])

    @rule(file=st.sampled_from(FILES), at=MINUTES)
    def accept(self, file: str, at: int) -> None:
        number = int(file[0])
        text = f"# {2020 - number}-01-01 {2020 - number}\n{FIFE} 2010-07-31 total {number}"
        upload = drawn(f"{text}\n{MORAY} {2010 + number}-07-31 total {number}", file)
        if self.there(file):
            self.refused("nothing-new", lambda: put(self.store, upload, at=at))
            return
        edition = put(self.store, upload, at=at).editions[0]
        self.file_of[edition] = file
        self.done(at, self.held[-1] | {edition})

    def refused(self, kind: str, act: Callable[[], object]) -> None:
        """An act that may not be done, and changes nothing."""
        before = self.store.version()
        with pytest.raises(StoreFault) as fault:
            act()
        assert (fault.value.kind, self.store.version()) == (kind, before)

    @precondition(lambda self: self.file_of)
    @rule(data=st.data(), at=MINUTES)
    def withdraw(self, data: st.DataObject, at: int) -> None:
        edition = data.draw(st.sampled_from(sorted(self.file_of)))
        if edition not in self.held[-1]:
            self.refused("nothing-new", lambda: take(self.store, edition, at))
            return
        take(self.store, edition, at)
        self.done(at, self.held[-1] - {edition})

    @precondition(lambda self: self.file_of)
    @rule(data=st.data(), at=MINUTES)
    def restore(self, data: st.DataObject, at: int) -> None:
        edition = data.draw(st.sampled_from(sorted(self.file_of)))
        if edition in self.held[-1] or self.there(self.file_of[edition]):
            self.refused("nothing-new", lambda: give_back(self.store, edition, at))
            return
        give_back(self.store, edition, at)
        self.done(at, self.held[-1] | {edition})

    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        version = data.draw(st.integers(0, len(self.held) - 1))
        assert self.numbers(version) == self.held[version]
        moment = minute(data.draw(MINUTES))
        by_then = [number for number, at in enumerate(self.at, 1) if at <= moment]
        assert self.numbers(moment) == self.held[max(by_then, default=0)]

    def numbers(self, at: int | datetime | None) -> frozenset[int]:
        """The editions that have figures in what is held."""
        return frozenset(int(edition.split("/")[0]) for edition, _ in said(self.store, at))

    @invariant()
    def the_same_is_held(self) -> None:
        assert self.store.version() == len(self.held) - 1
        held = {edition.id for edition in self.store.editions() if edition.held}
        assert held == self.held[-1]

    @rule()
    def the_newest_are_those_of_the_rule(self) -> None:
        held = self.store.holdings()
        assert self.numbers(None) == self.held[-1]
        expected = latest(held.figures, held.editions)
        for area in (FIFE, MORAY):
            rows = expected[expected["area"].eq(area)].reset_index(drop=True)
            assert self.store.latest(area).equals(rows)


SOME = settings(max_examples=12, stateful_step_count=12, deadline=None, derandomize=True)


def test_every_history_in_sqlite(tmp_path: Path) -> None:
    class InSQLite(History):
        places = SQLite(tmp_path)

        def new(self) -> str:
            return self.places.store()

    InSQLite.TestCase.settings = SOME
    InSQLite.TestCase("runTest").runTest()


def test_every_history_in_postgresql(cluster: Cluster) -> None:
    class InPostgreSQL(History):
        places = PostgreSQL(cluster)

        def new(self) -> str:
            return self.places.store()

    InPostgreSQL.TestCase.settings = SOME
    InPostgreSQL.TestCase("runTest").runTest()
    InPostgreSQL.places.drop_all()
