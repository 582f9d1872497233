"""What is in the data folder, read once and again only when a file changes."""

import gc
import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from cpdash.census import Census
from cpdash.figures import Holdings
from cpdash.indicators import INDICATORS
from cpdash.plan import Plan, plans
from cpdash.problems import Problem
from cpdash.reading import read_folder

PLAN = "plan.xlsx"
PARTS = ("starter", "examples")
NOT_OURS = ("README.md", "areas.csv", ".", "~$")
Stamp = tuple[str, int, int]


Plans = dict[str, Plan]


class Held(NamedTuple):
    """The figures, the plan of each area, and the faults of the workbooks (those of the examples
    and of the plans apart)."""

    census: Census
    workbook_faults: tuple[Problem, ...]
    example_faults: tuple[Problem, ...]
    plans: Plans
    plan_faults: tuple[Problem, ...]

    def faults(self, illustrative: bool) -> tuple[Problem, ...]:
        """What is wrong in the workbooks, plans among them; in the examples only if asked."""
        examples = self.example_faults if illustrative else ()
        return self.workbook_faults + self.plan_faults + examples


def data_folder() -> Path:
    """`data/` beside app.py, or where CPDASH_DATA says."""
    return Path(os.environ.get("CPDASH_DATA") or Path(__file__).parents[2] / "data")


def held() -> Held:
    """Everything that the data folder says. Looks at every file: a page asks its View instead."""
    files, home = _files(), data_folder() / PLAN
    # A missing plan.xlsx is said, so it is asked for also where it is not.
    of_plans = [path for path in files if _is_plan(path)] + ([] if home in files else [home])
    figures, faults, example_faults = _read(
        tuple(_stamp(path) for path in files if not _is_plan(path))
    )
    return Held(
        figures, faults, example_faults, *_read_plans(tuple(_stamp(path) for path in of_plans))
    )


def today() -> date:
    """The day on which targets are judged."""
    return date.today()


def _is_plan(path: Path) -> bool:
    """`plan.xlsx`, or `plan-` and a name: every other workbook holds figures."""
    return path.suffix == ".xlsx" and (path.name == PLAN or path.name.startswith("plan-"))


def _files() -> list[Path]:
    folder = data_folder()
    return [
        path
        for part in (folder / PARTS[0], folder, folder / PARTS[1])
        if part.is_dir()
        for path in sorted(part.iterdir())
        if path.parent != folder or path.name not in PARTS
        if not path.name.startswith(NOT_OURS)
    ]


def _stamp(path: Path) -> Stamp:
    """Changes whenever the file does; also a file that cannot be looked at has its place."""
    try:
        about = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), about.st_mtime_ns, about.st_size


@st.cache_resource(max_entries=2, show_spinner="Reading the workbooks…")
def _read(stamp: tuple[Stamp, ...]) -> tuple[Census, tuple[Problem, ...], tuple[Problem, ...]]:
    paths = [Path(name) for name, *_ in stamp]
    examples = [path for path in paths if path.parent.name == "examples"]
    own = read_folder([path for path in paths if path not in examples])
    tried = read_folder(examples)
    census = Census(Holdings.of(own, tried))
    # What was imported and read stays: the collector need not walk through it after every run.
    gc.collect()
    gc.freeze()
    return census, tuple(own.problems), tuple(tried.problems)


@st.cache_resource(max_entries=2, show_spinner=False)
def _read_plans(stamp: tuple[Stamp, ...]) -> tuple[Plans, tuple[Problem, ...]]:
    return plans([Path(name) for name, *_ in stamp], INDICATORS)
