"""What is held: the store of figures and the plans, looked up again only when they change."""

import gc
import threading
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from cpdash.census import Census
from cpdash.figures import Holdings
from cpdash.indicators import INDICATORS
from cpdash.intake import address, begin, data_folder, plan_files
from cpdash.plan import Plan, plans
from cpdash.problems import Problem
from cpdash.store import Store, StoreFault, open_store

LAST_GIVEN = "The figures are those that it gave last."
Stamp = tuple[str, int, int]
Plans = dict[str, Plan]


class Held(NamedTuple):
    """The figures of the store at its `version`, the plan of each area, the faults of the
    workbooks that this process began the store with and those of the plans, and why the store
    cannot be used as it should be: "" where it can."""

    census: Census
    version: int
    plans: Plans
    workbook_faults: tuple[Problem, ...]
    plan_faults: tuple[Problem, ...]
    store_fault: str

    @property
    def faults(self) -> tuple[Problem, ...]:
        """What is wrong in the workbooks, plans among them."""
        return self.workbook_faults + self.plan_faults


class _Known:
    """A store, what was wrong with the workbooks that it began with, and the figures that it gave
    last: one set for everybody."""

    def __init__(self, store: Store, problems: tuple[Problem, ...]) -> None:
        self.store, self.problems = store, problems
        self.version, self.census = 0, Census(Holdings())
        self.fault = ""
        self._turn = threading.Lock()

    def look(self) -> None:
        """Take the figures anew where the store has another version. One that does not answer
        leaves those it gave last, and its sentence in `fault`."""
        with self._turn:
            try:
                version = self.store.version()
                if version != self.version:
                    self.census, self.version = Census(self.store.holdings(version)), version
                    _settle()
                self.fault = self.store.fault
            except StoreFault as fault:
                self.fault = f"{fault.sentence} {LAST_GIVEN}" if self.version else fault.sentence


def _settle() -> None:
    """What was imported and read stays, so the collector need not walk through it; what was read
    before, and nobody looks at any more, goes."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def store() -> Store:
    """The store of the data folder. Raises StoreFault where there is none that can be used."""
    return _known(str(data_folder()), address(data_folder())).store


def held() -> Held:
    """Everything that is held. Asks the store for its version and looks at every plan: a page asks
    its View instead."""
    about = _read_plans(tuple(_stamp(path) for path in plan_files(data_folder())))
    try:
        known = _known(str(data_folder()), address(data_folder()))
    except StoreFault as fault:
        return Held(Census(Holdings()), 0, about[0], (), about[1], fault.sentence)
    known.look()
    return Held(known.census, known.version, about[0], known.problems, about[1], known.fault)


def today() -> date:
    """The day on which targets are judged."""
    return date.today()


def _stamp(path: Path) -> Stamp:
    """Changes whenever the file does; also a file that cannot be looked at has its place."""
    try:
        about = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), about.st_mtime_ns, about.st_size


@st.cache_resource(max_entries=2, show_spinner="Opening the figures…")
def _known(folder: str, address: str) -> _Known:
    store = open_store(address)
    return _Known(store, begin(store, Path(folder), datetime.now(UTC)))


@st.cache_resource(max_entries=2, show_spinner=False)
def _read_plans(stamp: tuple[Stamp, ...]) -> tuple[Plans, tuple[Problem, ...]]:
    return plans([Path(name) for name, *_ in stamp], INDICATORS)
