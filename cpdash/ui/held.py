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
NOT_OURS = ("README.md", ".", "~$")
Stamp = tuple[tuple[str, int, int], ...]


class Held(NamedTuple):
    """The figures, and the faults of the workbooks (those of the examples apart)."""

    census: Census
    faults: tuple[Problem, ...]
    example_faults: tuple[Problem, ...]


def data_folder() -> Path:
    """`data/` beside app.py, or where CPDASH_DATA says."""
    return Path(os.environ.get("CPDASH_DATA") or Path(__file__).parents[2] / "data")


def held() -> Held:
    """Everything that the workbooks in the data folder say."""
    return _read(_stamp(_workbooks()))


def council_plans() -> tuple[dict[str, Plan], tuple[Problem, ...]]:
    """The plan of each area, and what is wrong with a plan workbook."""
    found = [path for path in _files() if _is_plan(path)]
    home = data_folder() / PLAN
    return _read_plans(_stamp(found if home in found else [home, *found]))


def faults(illustrative: bool) -> tuple[Problem, ...]:
    """What is wrong in the workbooks, plans among them; in the examples only if asked."""
    have = held()
    return have.faults + council_plans()[1] + (have.example_faults if illustrative else ())


def today() -> date:
    """The day on which targets are judged."""
    return date.today()


def _workbooks() -> list[Path]:
    return [path for path in _files() if not _is_plan(path)]


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


def _stamp(paths: list[Path]) -> Stamp:
    """Changes whenever a file does; also a file that cannot be looked at has its place."""
    stamp = []
    for path in paths:
        try:
            about = path.stat()
            stamp.append((str(path), about.st_mtime_ns, about.st_size))
        except OSError:
            stamp.append((str(path), 0, 0))
    return tuple(stamp)


@st.cache_resource(max_entries=2, show_spinner="Reading the workbooks…")
def _read(stamp: Stamp) -> Held:
    paths = [Path(name) for name, *_ in stamp]
    examples = [path for path in paths if path.parent.name == "examples"]
    own = read_folder([path for path in paths if path not in examples])
    tried = read_folder(examples)
    census = Census(Holdings.of(own, tried))
    # What was imported and read stays: the collector need not walk through it after every run.
    gc.collect()
    gc.freeze()
    return Held(census, tuple(own.problems), tuple(tried.problems))


@st.cache_resource(max_entries=2, show_spinner=False)
def _read_plans(stamp: Stamp) -> tuple[dict[str, Plan], tuple[Problem, ...]]:
    return plans([Path(name) for name, *_ in stamp], INDICATORS)
